"""The training mode: a desk with invented people and things beside the real one, with the simulated printer, in a program of its own.

    kt1desk training
    kt1desk training --anew

A clerk who learns, or who wants to see what a key does, may do everything there: nothing of it reaches the real desk, whose folder and
keys it does not know. It is a trial desk (device 0), so the screen and every paper say that they are not the real thing.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from kt1desk.app.again import AGAIN
from kt1desk.app.clock import SystemClock
from kt1desk.app.options import STARTER_WAITS, Options, options_of
from kt1desk.app.place import take_place
from kt1desk.app.sample_desk import make_desk
from kt1desk.config import program_words
from kt1desk.domain.errors import DeskError
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.province import Part
from kt1desk.services.shifts import local_date
from kt1desk.store.folder import DataFolder

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names no public type

_ENDING, _UNFINISHED = "-tap-dung", ".part"
_DAYS, _ITEMS = 3, 60
"""Enough that lists, days and search have something to show; it is made in some seconds."""
_PRINTER_S = 20.0
_PRINTER = ("--language", "zpl", "--tcp", "127.0.0.1:0", "--says-stopped", "--window", "--corner")


def add_training_parser(commands: Subparsers, where: argparse.ArgumentParser) -> None:
    """Add ``training``; it sets ``act``, a function of the parsed arguments that returns the exit code."""
    parser = commands.add_parser(
        "training",
        parents=[where],
        help="mở bàn tập dùng: người và số liệu đặt ra, máy in mô phỏng, không đụng tới bàn thật",
    )
    parser.add_argument("--anew", action="store_true", help="xóa bàn tập dùng cũ, làm lại từ đầu")
    parser.set_defaults(act=_run, temp_data=False, paper_dir=None)


def training_folder(data: Path) -> Path:
    """Where the training desk of the desk in this folder lies."""
    return data.with_name(data.name.removesuffix(_ENDING) + _ENDING)


def make_training_desk(folder: Path, last_day: date) -> None:
    """Make a training desk that has lived through some days until ``last_day``. It has its place only when it is whole.

    Raises:
        DeskError: ``desk.already_running`` where another program is just making it; ``disk.*``.
    """
    unfinished = folder.with_name(folder.name + _UNFINISHED)
    take_place(Options(unfinished, unfinished)).lock.release()
    shutil.rmtree(unfinished, ignore_errors=True)
    make_desk(Part(SampleOrder(1, 1, last_day, _DAYS, _ITEMS), 0, unfinished))
    shutil.rmtree(folder, ignore_errors=True)  # a lock, where somebody looked before there was a desk
    unfinished.rename(folder)


def drop_training_desk(folder: Path) -> None:
    """Throw a training desk away; a folder that holds none is left as it is.

    Raises:
        DeskError: ``training.not_one`` where another desk lies in the folder; ``desk.already_running`` where somebody works at it.
    """
    if not folder.exists():
        return
    place = take_place(Options(folder, folder))
    try:
        if place.has_desk and not place.is_sample:
            raise DeskError("training.not_one", "data_dir")
    finally:
        place.lock.release()
    shutil.rmtree(folder)


def _run(asked: argparse.Namespace) -> int:
    folder = training_folder(options_of(asked).data)
    if asked.anew:
        drop_training_desk(folder)
    if not DataFolder(folder).keys.exists():
        print("Đang làm bàn tập dùng, khoảng nửa phút…", flush=True)
        make_training_desk(folder, local_date(SystemClock().now()) - timedelta(days=1))
    with _simulated_printer() as address:
        printer = ("--trial-printer", address) if address else ()
        return _until_it_is_closed([*program_words(), "--trial", "--data-dir", str(folder), *printer])


def _until_it_is_closed(program: list[str]) -> int:
    """A log-off replaces the process or, on Windows, which cannot, ends it with a code that asks to be started again."""
    waits = [STARTER_WAITS] if sys.platform == "win32" else []
    while (code := subprocess.call([*program, *waits])) == AGAIN:  # noqa: S603  this program itself
        pass
    return code


@contextmanager
def _simulated_printer() -> Iterator[str]:
    """The simulated label printer while the desk runs: its ``host:port``, "" where it does not come up (labels are PDF files then)."""
    printer = subprocess.Popen(  # noqa: S603  a program of this one
        (*program_words("kt1desk.simprinter"), *_PRINTER),
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    said: SimpleQueue[str] = SimpleQueue()
    Thread(target=lambda: said.put(_first_line(printer)), daemon=True).start()
    try:
        yield _within(said, _PRINTER_S)
    finally:
        printer.terminate()
        printer.wait()


def _first_line(printer: subprocess.Popen[str]) -> str:
    return printer.stdout.readline().strip() if printer.stdout is not None else ""


def _within(said: SimpleQueue[str], seconds: float) -> str:
    try:
        return said.get(timeout=seconds)
    except Empty:
        return ""
