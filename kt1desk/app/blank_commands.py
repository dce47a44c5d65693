"""The commands of blank sheets: `kt1desk blank list | make`: paper for a day without power, as a PDF file.

    kt1desk blank make --form blank_handing --sheets 5 --pdf to-ghi-tay.pdf --user ha.hoang

This module must not know what stands on the sheets.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from kt1desk.app.at_desk import at_desk
from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.exchange.new_file import write_new
from kt1desk.printing.pdf import pages_pdf
from kt1desk.printing.templates import document_of
from kt1desk.services.blank_forms import MOST_SHEETS, BlankForms
from kt1desk.services.blank_register_paper import BLANK_REGISTER, BLANK_REGISTER_VERSION

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type


def add_blank_parsers(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add the words; each sets ``act``: a function of the parsed arguments that returns the exit code."""
    blank = commands.add_parser("blank", help="tờ ghi tay cho lúc mất điện, máy hỏng")
    of = blank.add_subparsers(required=True, metavar="VIỆC")
    known = of.add_parser("list", parents=[where], help="các mẫu tờ ghi tay")
    known.set_defaults(act=_list)
    make = of.add_parser("make", parents=[where], help="ghi tờ ghi tay ra tệp PDF, mỗi tờ có số riêng")
    make.add_argument("--form", required=True, metavar="MẪU", help="mã mẫu, xem bằng blank list")
    make.add_argument(
        "--sheets", type=int, default=2, metavar="SỐ_TỜ", help=f"1 đến {MOST_SHEETS}, mặc định 2"
    )
    make.add_argument("--pdf", required=True, metavar="TỆP", help="tệp .pdf mới")
    make.set_defaults(act=_make)
    for parser in (known, make):
        parser.add_argument(
            "--user", required=True, help="tên đăng nhập; mật khẩu được hỏi hoặc đọc từ đầu vào chuẩn"
        )


def blank_forms_of(desk: OpenDesk) -> BlankForms:
    """The service, on an open desk."""
    return BlankForms(desk.store, desk.reference, desk.clock, PaperFit())


def _list(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        for code, title in blank_forms_of(at.desk).titles():
            print(f"{code}  {title}")
    return 0


def _make(asked: argparse.Namespace) -> int:
    with at_desk(asked) as at:
        values = blank_forms_of(at.desk).values(at.desk.session, asked.form, asked.sheets)
        document = document_of(BLANK_REGISTER, BLANK_REGISTER_VERSION, values)
        file = Path(asked.pdf).expanduser()
        write_new(file, pages_pdf(document.pages), taken="reporting.file_exists", mode=0o600)
        print(f"Đã ghi {asked.sheets} tờ vào {file}, số tờ {values['number']}-01 đến -{asked.sheets:02d}.")
    return 0
