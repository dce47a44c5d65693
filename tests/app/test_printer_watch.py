"""What the print room knows of its printers, at simulated ones: what they say, what they do not, and what becomes of the papers."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.app import print_station, printer_watch
from kt1desk.domain.print_job import Evidence, JobState, PrinterRole
from kt1desk.printing.capabilities import Fence, StatusWay
from kt1desk.printing.condition import Condition
from kt1desk.printing.connect import port_for
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from kt1desk.printing.templates import ROLL_TEMPLATES
from kt1desk.simprinter import machine, models
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring
from kt1desk.simprinter.zpl import Zpl
from tests.printing.simulated import line_to, printer_at
from tests.support.desks import Counter, counter
from tests.support.print_rooms import LABEL, WITHIN_S, Room

WAYS = [
    (Language.ESCPOS, StatusWay.ASB),
    (Language.ESCPOS, StatusWay.DLE_EOT),
    (Language.TSPL, StatusWay.ESC_Q),
]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printers are asked, and found busy, sooner than at a desk: a test waits for them."""
    monkeypatch.setattr(printer_watch, "ASK_EVERY_S", 0.3)
    monkeypatch.setattr(printer_watch, "ANSWER_S", 0.3)
    monkeypatch.setattr(printer_watch, "DEAF_AFTER_S", 0.3)
    monkeypatch.setattr(print_station, "BUSY_AFTER_S", 0.4)


def at_work(desk: Counter, profile: PrinterProfile) -> Room:
    room = Room(desk, {LABEL: profile})
    room.room.start()
    return room


def test_what_a_printer_says_when_asked_is_shown_within_four_seconds() -> None:
    assert printer_watch.ASK_EVERY_S + printer_watch.ANSWER_S < 4


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), WAYS)
def test_a_paper_waits_while_the_cover_is_open_and_comes_out_when_it_is_closed(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.READY)

        line.change(Troubles(cover_open=True))
        room.until(Condition.COVER_OPEN)
        desk.accept()
        room.room.wake()
        room.wait(lambda: room.room.condition(LABEL).trouble == "printer.cover_open")
        waiting, begun = room.states(), len(line.pages)
        line.change(Troubles())
        room.wait(lambda: room.states() == [JobState.DONE])
        line.wait_until(lambda printer: bool(printer.machine.pages))
        after = room.room.condition(LABEL)
        room.room.close()
        pages = line.pages

    assert (waiting, begun) == ([JobState.QUEUED], 0)
    assert [page.is_whole for page in pages] == [True]
    assert (after.trouble, room.faults) == ("", [])


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), WAYS)
def test_paper_out_is_said_and_forgotten_with_new_paper(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.READY)

        line.load_paper(0)
        room.until(Condition.PAPER_OUT)
        line.load_paper(1000)
        room.until(Condition.READY)
        room.room.close()


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(("language", "way"), [*WAYS, (Language.ZPL, StatusWay.HS)], ids=str)
def test_a_printer_that_does_not_answer_is_deaf_not_unplugged_and_gets_its_papers(
    language: Language, way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        line.change(Troubles(deaf=True))
        room = at_work(desk, printer_at(line.address, language, status=way))
        room.until(Condition.DEAF)

        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.DONE])
        printed = line.wait_until(lambda printer: bool(printer.machine.pages))
        evidence = {paper.evidence for paper in desk.papers_of() if paper.role == LABEL.value}
        room.room.close()

    assert printed
    assert evidence == {Evidence.TRANSPORT_ONLY.value}


@pytest.mark.usefixtures("hasty")
def test_a_zebra_that_falls_silent_with_its_paper_out_is_not_called_unplugged(
    desk: Counter, tmp_path: Path
) -> None:
    with PtyLine(Zpl(), tmp_path / "ttyPrinter") as line:
        room = at_work(desk, printer_at(line.address, Language.ZPL, status=StatusWay.HS))
        room.until(Condition.READY)

        line.load_paper(0)
        room.until(Condition.DEAF)
        room.room.close()


def test_a_deaf_printer_is_asked_ever_more_seldom(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printer_watch, "ANSWER_S", 0.05)
    monkeypatch.setattr(printer_watch, "SILENCE_S", (0.1, 0.2, 3600.0))
    asked: list[float] = []
    often_enough = threading.Event()
    look = printer_watch.PrinterWatch._ask

    def noted(watch: printer_watch.PrinterWatch) -> None:
        asked.append(time.monotonic())
        if len(asked) == 3:
            often_enough.set()
        look(watch)

    monkeypatch.setattr(printer_watch.PrinterWatch, "_ask", noted)
    with line_to(tmp_path, Language.TSPL) as line:
        line.change(Troubles(deaf=True))
        room = at_work(desk, printer_at(line.address, Language.TSPL, status=StatusWay.ESC_Q))
        room.until(Condition.DEAF)
        assert often_enough.wait(WITHIN_S)
        room.room.close()

    assert asked[2] - asked[1] > asked[1] - asked[0] > 0.1
    assert len(asked) == 3


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("stray", [b"\x12", b"\xff\x13", b"\x00"])
def test_stray_bytes_are_taken_for_no_condition(stray: bytes, desk: Counter, tmp_path: Path) -> None:
    with line_to(tmp_path, Language.ESCPOS) as line:
        line.change(Troubles(stray=stray))
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H, StatusWay.ASB)
        room = at_work(desk, profile)
        room.until(Condition.READY)

        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.DONE])
        line.change(Troubles(stray=stray, cover_open=True))
        room.until(Condition.COVER_OPEN)
        room.room.close()
        evidence = {paper.evidence for paper in desk.papers_of() if paper.role == LABEL.value}

    assert evidence == {Evidence.ACKED.value}


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("way", [StatusWay.NONE, StatusWay.ESC_Q])
def test_a_printer_that_takes_no_bytes_is_busy_and_goes_on_when_it_takes_them_again(
    way: StatusWay, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, Language.TSPL, Wiring(buffer_bytes=512, flow=Flow.HOLD)) as line:
        # More bytes than a line swallows by itself.
        profile = replace(
            printer_at(line.address, Language.TSPL, status=way), coding=GraphicCoding.TSPL_WHOLE
        )
        room = at_work(desk, profile)
        room.wait(lambda: way is StatusWay.NONE or room.matter() is Condition.READY)
        line.change(Troubles(holding=True))
        desk.accept()
        room.room.wake()
        room.until(Condition.BUSY)
        meanwhile = room.states()
        line.change(Troubles())
        room.wait(lambda: room.states() == [JobState.DONE])
        room.wait(lambda: room.matter() is not Condition.BUSY)
        line.wait_until(lambda printer: bool(printer.machine.pages))
        room.room.close()
        pages = line.pages

    assert meanwhile in ([JobState.SENDING], [JobState.QUEUED])
    assert [page.is_whole for page in pages] == [True]


@pytest.mark.usefixtures("hasty")
def test_a_printer_that_speaks_by_itself_says_why_while_a_label_is_under_way(
    desk: Counter, tmp_path: Path
) -> None:
    wiring = Wiring(buffer_bytes=512, flow=Flow.HOLD)
    with line_to(tmp_path, Language.ESCPOS, wiring) as line:
        line.load_paper(30)
        profile = printer_at(line.address, Language.ESCPOS, Fence.GS_H, StatusWay.ASB)
        room = at_work(desk, profile)
        room.wait(lambda: room.matter() is not Condition.UNKNOWN)

        desk.accept()
        room.room.wake()
        room.until(Condition.PAPER_OUT)
        meanwhile = room.states()
        line.load_paper(1000)
        room.wait(lambda: room.states() == [JobState.DONE])
        room.room.close()

    assert meanwhile == [JobState.SENDING]
    assert {paper.evidence for paper in desk.papers_of() if paper.role == LABEL.value} == {
        Evidence.ACKED.value
    }


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize(
    ("language", "way", "after"),
    [
        (Language.ESCPOS, StatusWay.ASB, Condition.READY),
        (Language.TSPL, StatusWay.ESC_Q, Condition.READY),
        (Language.TSPL, StatusWay.NONE, Condition.UNKNOWN),
    ],
)
def test_an_unplugged_printer_is_called_so_and_is_back_when_it_is_plugged_in_again(
    language: Language, way: StatusWay, after: Condition, desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, language) as line:
        name = line.address
        room = at_work(desk, printer_at(name, language, status=way))
        room.wait(lambda: room.matter() is after)

        line.unplug()
        room.until(Condition.UNPLUGGED)
        desk.accept()
        room.room.wake()
        room.wait(lambda: room.room.condition(LABEL).trouble == "printer.missing")
        waiting = room.states()
        line.replug(name)
        room.wait(lambda: room.states() == [JobState.DONE])
        room.until(after)
        trouble = room.room.condition(LABEL).trouble
        room.room.close()

    assert (waiting, trouble) == ([JobState.QUEUED], "")


@pytest.mark.usefixtures("hasty")
def test_a_printer_plugged_in_elsewhere_is_found_under_its_new_name(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[ListPortInfo] = []
    monkeypatch.setattr(list_ports, "comports", lambda: list(found))

    def plugged_in(name: str) -> None:
        port = ListPortInfo(name)
        port.vid, port.pid, port.serial_number = 0x1A86, 0x7523, "A10K3X"
        found[:] = [port]

    with line_to(tmp_path, Language.TSPL) as line:
        plugged_in(line.address)
        profile = printer_at("/dev/ttyUSB0", Language.TSPL, status=StatusWay.ESC_Q)
        room = at_work(desk, replace(profile, link=replace(profile.link, usb="1A86:7523:A10K3X")))
        room.until(Condition.READY)

        line.unplug()
        found.clear()
        room.until(Condition.UNPLUGGED)
        line.replug(str(tmp_path / "ttyOther"))
        plugged_in(line.address)
        room.until(Condition.READY)
        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.DONE])
        room.room.close()


@pytest.mark.usefixtures("hasty")
def test_a_network_printer_is_asked_and_left_to_others_in_between(desk: Counter) -> None:
    with TcpLine(models.machine_of(machine.Language.TSPL, Sheet())) as line:
        profile = printer_at(line.address, Language.TSPL, status=StatusWay.ESC_Q, kind=PortKind.TCP)
        room = at_work(desk, profile)
        room.until(Condition.READY)

        with room.room.lent():
            other = port_for(profile, datetime.now)
            other.open()
            other.send(b"\x1b!?", lambda _: None)
            answer = other.receive(5)
            other.close()
        line.load_paper(0)
        room.until(Condition.PAPER_OUT)
        room.room.close()

    assert answer == b"\x00"


@pytest.mark.usefixtures("hasty")
def test_a_printer_that_is_lent_can_be_opened_by_somebody_else_and_is_watched_again_afterwards(
    desk: Counter, tmp_path: Path
) -> None:
    with line_to(tmp_path, Language.ESCPOS) as line:
        profile = printer_at(line.address, Language.ESCPOS, status=StatusWay.ASB)
        room = at_work(desk, profile)
        room.until(Condition.READY)

        with room.room.lent():
            other = port_for(profile, datetime.now)
            other.open()
            desk.accept()
            room.room.wake()
            while_lent = room.states()
            other.close()
        room.wait(lambda: room.states() == [JobState.DONE])
        line.change(Troubles(cover_open=True))
        room.until(Condition.COVER_OPEN)
        room.room.close()

    assert while_lent == [JobState.QUEUED]


def test_receipts_that_fit_a_roll_go_to_its_printer_where_there_is_one(desk: Counter, tmp_path: Path) -> None:
    folders = {slot: tmp_path / slot.value for slot in (PrinterSlot.PAGE, PrinterSlot.ROLL)}
    printers = {}
    for slot, folder in folders.items():
        folder.mkdir()
        link = Link(PortKind.PDF_FOLDER, str(folder))
        printers[slot] = PrinterProfile(
            f"pdf.{slot.value}", slot.value, PrinterRole.RECEIPT, Language.PDF, link, Stock(148, 210)
        )
    desk.accept()
    room = Room(desk, printers)
    room.room.start()
    room.wait(lambda: room.states(PrinterSlot.PAGE) == [JobState.DONE])
    receipts = {paper.template for paper in desk.papers_of() if paper.role == PrinterRole.RECEIPT.value}

    room.room.use({PrinterSlot.PAGE: printers[PrinterSlot.PAGE]})
    desk.accept()
    room.room.wake()
    room.wait(lambda: room.states(PrinterSlot.PAGE) == [JobState.DONE] * 2)
    room.room.close()

    assert receipts <= ROLL_TEMPLATES
    assert {slot: len(list(folder.iterdir())) for slot, folder in folders.items()} == {
        PrinterSlot.ROLL: 1,
        PrinterSlot.PAGE: 1,
    }
