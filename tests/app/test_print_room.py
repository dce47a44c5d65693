"""The print room on a real store: one thread for each printer, through change of printers and closing, with printers that block."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kt1desk.app import print_room
from kt1desk.app.print_station import Station
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from kt1desk.store.print_queue import PrintQueue
from tests.devices.pty_port import PtyDevice
from tests.support.desks import Counter, counter
from tests.support.print_rooms import WITHIN_S, Room

LABEL, RECEIPT = PrinterSlot.LABEL, PrinterSlot.PAGE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


@pytest.fixture
def blocked(tmp_path: Path) -> Iterator[PtyDevice]:
    """A serial printer that takes what its line swallows and no byte more."""
    folder = tmp_path / "usb"
    folder.mkdir()
    device = PtyDevice(folder)
    device.plug_in()
    yield device
    device.unplug()


def folder_printer(folder: Path) -> PrinterProfile:
    folder.mkdir(exist_ok=True)
    link = Link(PortKind.PDF_FOLDER, str(folder))
    return PrinterProfile(
        f"pdf.{folder.name}", folder.name, LABEL.role, Language.PDF, link, Stock(100, 60, 3)
    )


def serial_printer(device: PtyDevice) -> PrinterProfile:
    """Whole bitmaps: more bytes than a line swallows."""
    link = Link(PortKind.SERIAL, device.name, 115200, "none")
    return PrinterProfile(
        "label.1", "TSC", LABEL.role, Language.TSPL, link, Stock(100, 60, 3), coding=GraphicCoding.TSPL_WHOLE
    )


def printer_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("printer-")]


def test_another_printer_takes_the_next_paper_while_the_old_one_is_still_at_its_own(
    desk: Counter, blocked: PtyDevice, tmp_path: Path
) -> None:
    desk.accept()
    at_work = Room(desk, {LABEL: serial_printer(blocked)})
    at_work.room.start()
    at_work.wait(lambda: at_work.room.condition(LABEL).printing)
    before = at_work.states()

    at_work.room.use({LABEL: folder_printer(tmp_path / "giay")})
    while_blocked = at_work.states()
    desk.accept()
    blocked.unplug()
    at_work.wait(lambda: at_work.states() == [JobState.UNKNOWN, JobState.DONE])
    at_work.room.close()

    assert before == while_blocked == [JobState.SENDING]
    assert len(list((tmp_path / "giay").iterdir())) == 1
    assert at_work.room.condition(LABEL).trouble == ""
    assert at_work.faults == []


def test_a_role_without_a_printer_keeps_its_papers_until_it_has_one(desk: Counter, tmp_path: Path) -> None:
    desk.accept()
    at_work = Room(desk, {})
    at_work.room.start()
    waiting = (at_work.states(), at_work.room.condition(LABEL).profile)

    at_work.room.use({LABEL: folder_printer(tmp_path / "giay")})
    at_work.wait(lambda: at_work.states() == [JobState.DONE])
    at_work.room.close()

    assert waiting == ([JobState.QUEUED], None)
    assert at_work.states(RECEIPT) == [JobState.QUEUED]


def test_printers_changed_from_many_threads_leave_one_thread_for_each_and_every_paper_once(
    desk: Counter, tmp_path: Path
) -> None:
    for _ in range(6):
        desk.accept()
    folders = [tmp_path / name for name in ("mot", "hai", "ba")]
    printers = [folder_printer(folder) for folder in folders]
    at_work = Room(desk, {LABEL: printers[0]})
    at_work.room.start()

    changing = [
        threading.Thread(target=at_work.room.use, args=({LABEL: printer},)) for printer in printers * 5
    ]
    for thread in changing:
        thread.start()
    for thread in changing:
        thread.join()
    alive = len(printer_threads())
    at_work.wait(lambda: at_work.states() == [JobState.DONE] * 6)
    at_work.room.close()

    assert alive == len(PrinterSlot)
    assert sum(len(list(folder.iterdir())) for folder in folders) == 6
    assert printer_threads() == []


def test_a_desk_closes_without_waiting_for_a_printer_that_takes_no_byte_and_asks_at_the_next_start(
    desk: Counter, blocked: PtyDevice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_room, "CLOSING_PATIENCE_S", 0.2)
    desk.accept()
    at_work = Room(desk, {LABEL: serial_printer(blocked)})
    at_work.room.start()
    at_work.wait(lambda: at_work.room.condition(LABEL).printing)

    ended = at_work.room.close()
    left_as = at_work.states()
    left_behind = printer_threads()
    following = Room(desk, {LABEL: folder_printer(tmp_path / "giay")})
    following.room.start()
    following.room.close()
    blocked.unplug()
    for thread in left_behind:
        thread.join(WITHIN_S)

    assert (ended, left_as) == (False, [JobState.SENDING])
    assert [thread.daemon for thread in left_behind] == [True]
    assert following.states() == [JobState.UNKNOWN]
    assert list((tmp_path / "giay").iterdir()) == []
    assert at_work.faults == []


def test_a_paper_that_is_held_is_not_the_printers_trouble(desk: Counter, tmp_path: Path) -> None:
    desk.accept()
    wrong = replace(folder_printer(tmp_path / "giay"), link=Link(PortKind.PDF_FOLDER, ""))
    at_work = Room(desk, {LABEL: wrong})
    at_work.room.start()

    at_work.wait(lambda: bool(desk.papers.questions(desk.session())))
    at_work.room.close()

    assert [paper.reason for paper in desk.papers.questions(desk.session())] == ["printer.profile"]
    assert at_work.room.condition(LABEL).trouble == ""


def test_what_kept_a_paper_back_is_told_no_more_once_there_is_nothing_to_print(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_room, "RETRY_S", 0.05)
    full = threading.Event()
    full.set()
    claim = PrintQueue.claim_next

    def refused(queue: PrintQueue, role: PrinterRole, *share: Any) -> PrintJob | None:
        if full.is_set():
            raise DeskError("disk.full")
        return claim(queue, role, *share)

    monkeypatch.setattr(PrintQueue, "claim_next", refused)
    at_work = Room(desk, {LABEL: folder_printer(tmp_path / "giay")})
    at_work.room.start()
    at_work.wait(lambda: at_work.room.condition(LABEL).trouble == "disk.full")

    full.clear()
    at_work.wait(lambda: at_work.room.condition(LABEL).trouble == "")
    at_work.room.close()

    assert at_work.faults == []


def test_a_printer_woken_for_a_paper_that_was_cancelled_is_not_said_to_be_printing(tmp_path: Path) -> None:
    profile = folder_printer(tmp_path / "giay")
    station = Station(LABEL, profile, lambda _profile: pytest.fail("nothing is sent"), lambda: None)
    station.moved(0)
    while_woken = station.shown().printing

    station.none_left()

    assert (while_woken, station.shown().printing) == (True, False)


def test_a_printer_that_is_plugged_in_again_goes_on_by_itself(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_room, "RETRY_S", 0.05)
    desk.accept()
    link = Link(PortKind.DEVICE, str(tmp_path / "lp0"))
    gone = PrinterProfile("label.2", "lp0", LABEL.role, Language.ZPL, link, Stock(100, 60, 3))
    at_work = Room(desk, {LABEL: gone})
    at_work.room.start()
    at_work.wait(lambda: at_work.room.condition(LABEL).trouble == "printer.missing")

    os.mkfifo(tmp_path / "lp0")
    paper = os.open(tmp_path / "lp0", os.O_RDONLY | os.O_NONBLOCK)
    at_work.wait(lambda: at_work.states() == [JobState.DONE])
    at_work.room.close()
    taken = os.read(paper, 65536)
    os.close(paper)

    assert taken.count(b"^XA") == 1
    assert at_work.room.condition(LABEL).trouble == ""
