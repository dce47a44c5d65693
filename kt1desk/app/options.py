"""The command line, as values."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kt1desk import __version__
from kt1desk.config import PROGRAM, default_data_folder, default_paper_folder
from kt1desk.exchange.province_cli import add_parsers


@dataclass(frozen=True, slots=True)
class Options:
    """Where the desk lies and how it begins.

    Attributes:
        data: the data folder.
        papers: the folder for papers as PDF files, where that is chosen instead of a printer.
        trial: make a desk to try out, with invented data, where there is none yet.
        temporary: the data folder goes when the program ends.
    """

    data: Path
    papers: Path
    trial: bool = False
    temporary: bool = False


def parser() -> argparse.ArgumentParser:
    """Everything the program can be asked from a shell."""
    made = argparse.ArgumentParser(prog=PROGRAM, description="Bàn KT1: nhận bưu gửi KT1 tại quầy bưu điện.")
    made.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    where = argparse.ArgumentParser(add_help=False)
    where.add_argument("--data-dir", type=Path, help="thư mục dữ liệu của bàn")
    made.add_argument("--data-dir", type=Path, help="thư mục dữ liệu của bàn")
    made.add_argument("--temp-data", action="store_true", help="thư mục dữ liệu tạm, xóa khi thoát")
    made.add_argument(
        "--trial", action="store_true", help="bàn dùng thử với số liệu đặt ra, nếu thư mục còn trống"
    )
    made.add_argument("--paper-dir", type=Path, help="thư mục nhận giấy tờ dạng PDF")
    commands = made.add_subparsers(dest="command", metavar="lệnh")
    verify = commands.add_parser("verify", parents=[where], help="kiểm tra sổ gốc và các bảng dựng lại từ sổ")
    verify.add_argument(
        "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
    )
    add_parsers(commands)
    return made


def options_of(arguments: argparse.Namespace) -> Options:
    """The desk that the arguments mean."""
    data = arguments.data_dir or default_data_folder()
    if arguments.temp_data:
        data = Path(tempfile.mkdtemp(prefix=f"{PROGRAM}-")) / "desk"
    papers = arguments.paper_dir or (
        data.parent / f"{data.name}-giay" if arguments.data_dir else default_paper_folder()
    )
    return Options(data.absolute(), papers.absolute(), arguments.trial, arguments.temp_data)
