"""Printers that take no bytes, are unplugged and found again, lent to others, and share the receipts: at simulated ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

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
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring
from tests.printing.simulated import line_to, printer_at
from tests.support.desks import Counter, counter
from tests.support.print_rooms import LABEL, Room, at_work, be_hasty


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    be_hasty(monkeypatch)


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
