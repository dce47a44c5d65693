"""What reports over many points are asked for on the command line; what makes them is loaded when one is (`kt1desk.app.later`)."""

from __future__ import annotations

import argparse
from pathlib import Path

from kt1desk.app import later
from kt1desk.centre.figures_command import add_reading_options
from kt1desk.services.report_values import FILE_KINDS


def add_report_options(parser: argparse.ArgumentParser) -> None:
    """Which report, of whom, and where it goes."""
    parser.add_argument("template", help="mã mẫu báo cáo, ví dụ kt1_results")
    parser.add_argument(
        "--scope", default="", help="province (cả tỉnh, mặc định), mã điểm, hoặc cluster:TÊN_CỤM"
    )
    parser.add_argument(
        "--documents",
        type=Path,
        default=None,
        metavar="THƯ_MỤC",
        help="thư mục tài liệu của bưu điện tỉnh (points.json, report_templates.json, procedures.json…), như đã gửi cho các bàn",
    )
    for kind in FILE_KINDS:
        parser.add_argument(f"--{kind}", default="", metavar="TỆP", help=f"ghi thêm tệp .{kind}")


def add_centre_report(words: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``report`` to the words of ``centre``."""
    parser = words.add_parser("report", help="báo cáo của mọi điểm từ sổ cái của trung tâm")
    add_report_options(parser)
    add_reading_options(parser)
    parser.set_defaults(act=later.report_from_centre)
