"""What the desk is told on the command line, as values.

Only what the desk on the screen takes; the commands without a screen are added by `kt1desk.app.commands`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kt1desk.config import PROGRAM, default_data_folder, default_paper_folder

TEMPORARY = f"{PROGRAM}-temp-"
"""How the names of folders around temporary desks begin."""

NEXT_USER, NEXT_FROM = "--next-user", "--next-from"
"""What the program tells itself where another user takes over; nobody types it."""
SENT_AWAY = "--sent-away"
"""The same where a session was ended by a staff list: what is left of it (`kt1desk.services.centre_staff.Standing`)."""


STARTER_WAITS = "--starter-waits"
"""Whoever started the desk stays until it is closed for good, and starts it again after a log-off (`kt1desk.app.again`)."""


@dataclass(frozen=True, slots=True)
class Options:
    """Where the desk lies and how it begins.

    Attributes:
        data: the data folder.
        papers: the folder for papers as PDF files, where that is chosen instead of a printer.
        trial: make a desk to try out, with invented data, where there is none yet.
        temporary: the folder around data and papers goes when the program ends.
        trial_printer: ``host:port`` of a simulated label printer; it means nothing to a real desk.
        next_user: who takes over from the user before; the program tells it to itself (`kt1desk.app.handing_over`).
        next_from: number of the pipe his password waits in (Windows: its handle); 0 for none.
        sent_away: why the session before was ended, where a staff list did.
        starter_waits: a log-off ends the program with a code of its own; who started it starts it again.
    """

    data: Path
    papers: Path
    trial: bool = False
    temporary: bool = False
    trial_printer: str = ""
    next_user: str = ""
    next_from: int = 0
    sent_away: str = ""
    starter_waits: bool = False


def add_desk_options(parser: argparse.ArgumentParser) -> None:
    """What the desk on the screen can be told."""
    add_data_option(parser)
    parser.add_argument(
        "--temp-data",
        action="store_true",
        help="thư mục tạm cho dữ liệu và giấy tờ, xóa khi thoát hay đăng xuất",
    )
    parser.add_argument(
        "--trial", action="store_true", help="bàn dùng thử với số liệu đặt ra, nếu thư mục còn trống"
    )
    parser.add_argument(
        "--trial-printer",
        default="",
        metavar="MÁY:CỔNG",
        help="máy in nhãn mô phỏng (kt1desk-simprinter), chỉ cho bàn dùng thử",
    )
    parser.add_argument("--paper-dir", type=Path, help="thư mục nhận giấy tờ dạng PDF")
    parser.add_argument(NEXT_USER, default="", help=argparse.SUPPRESS)
    parser.add_argument(NEXT_FROM, type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument(SENT_AWAY, default="", help=argparse.SUPPRESS)
    parser.add_argument(STARTER_WAITS, action="store_true", help=argparse.SUPPRESS)


def add_data_option(parser: argparse.ArgumentParser) -> None:
    """Where the desk lies."""
    parser.add_argument("--data-dir", type=Path, help="thư mục dữ liệu của bàn")


def desk_asked_for(arguments: Sequence[str]) -> Options | None:
    """The desk to open on the screen; None where the words ask for anything else, help and mistakes included."""
    quick = argparse.ArgumentParser(prog=PROGRAM, add_help=False, exit_on_error=False)
    add_desk_options(quick)
    try:
        asked, rest = quick.parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    return None if rest else options_of(asked)


def options_of(arguments: argparse.Namespace) -> Options:
    """The desk that the arguments mean."""
    chosen: Path | None = arguments.data_dir
    if arguments.temp_data:
        chosen = Path(tempfile.mkdtemp(prefix=TEMPORARY)) / "desk"
    data = chosen or default_data_folder()
    beside = data.parent / f"{data.name}-giay" if chosen else default_paper_folder()
    papers = arguments.paper_dir or beside
    return Options(
        data.absolute(),
        papers.absolute(),
        arguments.trial,
        arguments.temp_data,
        arguments.trial_printer,
        arguments.next_user,
        arguments.next_from,
        arguments.sent_away,
        arguments.starter_waits,
    )
