"""The command line of the simulated printer: ``kt1desk-simprinter``.

    kt1desk-simprinter --language zpl --tcp 127.0.0.1:9100 --window
    kt1desk-simprinter --language escpos --pty /tmp/may-in --baud 9600 --paper-mm 300 --out FOLDER

The first line it prints is the address of the printer, so that a program which starts it knows where to print.
"""

from __future__ import annotations

import argparse
import errno
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import FrameType

from kt1desk.simprinter.line import Line
from kt1desk.simprinter.machine import Language, Machine
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.parts import ROLL, Sheet
from kt1desk.simprinter.shelf import Shelf
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring
from kt1desk.simprinter.zpl import Zpl

_PROGRAM = "kt1desk-simprinter"
_HEAD_MM_S = 102.0
"""Four inches a second, as most label printers are set."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the printer until it is told to end; returns 0, or 1 where it cannot begin."""
    asked = read(arguments)
    ended = threading.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, _ending(ended))
    try:
        line = line_of(asked)
        shelf = Shelf(asked.out) if asked.out is not None else None
    except OSError as error:
        print(f"Không mở được máy in mô phỏng: {error.strerror or error}", file=sys.stderr)
        return 1
    with line:
        print(line.address, flush=True)
        if asked.window:
            from kt1desk.simprinter.window import show  # noqa: PLC0415  without a window no screen is needed

            show(line, asked.language, shelf, ended, corner=asked.corner)
        else:
            _stand(line, shelf, ended)
    return 0


def read(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the words ask for; help and mistakes end the program."""
    return _parser().parse_args(arguments)


def line_of(asked: argparse.Namespace) -> Line:
    """The printer that the arguments mean, switched on.

    Raises:
        OSError: its name or port cannot be had.
    """
    machine = machine_of(asked.language, sheet_of(asked))
    if isinstance(machine, Zpl):
        machine.answers_when_stopped = asked.says_stopped
    if asked.paper_mm is not None:
        machine.load_paper(asked.paper_mm)
    wiring = Wiring(asked.baud, asked.buffer, asked.flow, asked.reads, asked.head_mm_s)
    line = _serial(machine, asked.pty, wiring) if asked.pty else TcpLine(machine, asked.tcp, wiring)
    line.change(Troubles(asked.cover_open, asked.deaf, stray=asked.stray))
    return line


def _serial(machine: Machine, link: Path, wiring: Wiring) -> Line:
    if not hasattr(os, "openpty"):
        raise OSError(errno.ENOSYS, "hệ điều hành này không có cổng nối tiếp giả, hãy dùng --tcp")
    from kt1desk.simprinter.pty_line import PtyLine  # noqa: PLC0415  Windows has no modules for terminals

    return PtyLine(machine, link, wiring)


def sheet_of(asked: argparse.Namespace) -> Sheet:
    """The paper that the arguments mean; what is not said is as usual for the language."""
    usual = ROLL if asked.language is Language.ESCPOS else Sheet()
    sheet = replace(usual, dpi=asked.dpi)
    return sheet if asked.size is None else replace(sheet, width_mm=asked.size[0], height_mm=asked.size[1])


def _stand(line: Line, shelf: Shelf | None, ended: threading.Event) -> None:
    """Without a window: put away what comes out, until somebody ends it."""
    while not ended.is_set():
        line.wait_until(lambda _: ended.is_set() or (shelf is not None and shelf.misses(line.pages)), 0.5)
        if shelf is not None:
            for path in shelf.put(line.pages):
                print(path, flush=True)


def _ending(ended: threading.Event) -> Callable[[int, FrameType | None], None]:
    def end(_told: int, _frame: FrameType | None) -> None:
        ended.set()

    return end


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=_PROGRAM,
        description="Máy in mô phỏng để tập và thử: nhận dữ liệu như máy in thật, giấy hiện trong cửa sổ.",
    )
    parser.add_argument(
        "--language", type=Language, choices=list(Language), default=Language.ZPL, help="ngôn ngữ của máy in"
    )
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--pty", type=Path, metavar="TÊN", help="cổng nối tiếp giả dưới tên (đường dẫn) này")
    place.add_argument(
        "--tcp", default="127.0.0.1:0", metavar="MÁY:CỔNG", help="cổng mạng; cổng 0 là một cổng trống bất kỳ"
    )
    parser.add_argument(
        "--baud", type=int, default=0, help="tốc độ đường dây, bit mỗi giây; 0 là không hạn chế"
    )
    parser.add_argument("--buffer", type=int, default=16_384, help="bộ nhớ nhận, byte")
    parser.add_argument(
        "--flow",
        type=Flow,
        choices=list(Flow),
        default=Flow.HOLD,
        help="khi bộ nhớ đầy: đợi, XON/XOFF, hay mất dữ liệu",
    )
    parser.add_argument(
        "--reads", type=float, default=0.0, help="tốc độ đọc bộ nhớ, byte mỗi giây; 0 là đọc ngay"
    )
    parser.add_argument(
        "--head-mm-s", type=float, default=_HEAD_MM_S, help="tốc độ đầu in, mm mỗi giây; 0 là in ngay"
    )
    parser.add_argument(
        "--paper-mm", type=float, help="chiều dài giấy đã nạp, mm; không ghi là không bao giờ hết"
    )
    parser.add_argument("--dpi", type=int, choices=(203, 300, 600), default=203, help="độ phân giải")
    parser.add_argument("--size", type=_size, metavar="RỘNGxCAO", help="khổ nhãn, mm, ví dụ 100x60")
    parser.add_argument("--out", type=Path, metavar="THƯ_MỤC", help="ghi mỗi tờ thành một tệp PNG vào đây")
    parser.add_argument("--window", action="store_true", help="hiện giấy in ra trong cửa sổ")
    parser.add_argument("--corner", action="store_true", help="cửa sổ nhỏ ở góc phải dưới, luôn ở trên")
    _add_troubles(parser)
    return parser


def _add_troubles(parser: argparse.ArgumentParser) -> None:
    """What is the matter from the beginning."""
    parser.add_argument("--cover-open", action="store_true", help="bắt đầu với nắp mở")
    parser.add_argument("--deaf", action="store_true", help="không bao giờ trả lời")
    parser.add_argument(
        "--stray", type=bytes.fromhex, default=b"", metavar="HEX", help="byte lạ trước mỗi câu trả lời"
    )
    parser.add_argument(
        "--says-stopped",
        action="store_true",
        help="ZPL: vẫn trả lời khi hết giấy, mở nắp (máy Zebra thì im lặng)",
    )


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    return int(width), int(height)
