"""Printers that are lent for a test page or a question: never while their own thread is at them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kt1desk.app import print_room
from kt1desk.app.print_station import Station
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.capabilities import Fence
from kt1desk.printing.profile import Language, PortKind, PrinterProfile
from kt1desk.simprinter import machine, models
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Troubles
from tests.printing.simulated import line_to, printer_at
from tests.support.desks import Counter, counter
from tests.support.print_rooms import WITHIN_S, at_work


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Counter]:
    with counter(tmp_path) as opened:
        opened.open_shift()
        yield opened


def test_a_network_printer_is_not_lent_while_it_is_at_a_paper_for_it_would_take_both(
    desk: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    with TcpLine(models.machine_of(machine.Language.ZPL, Sheet())) as line:
        line.change(Troubles(frozen=True))
        room = at_work(desk, printer_at(line.address, Language.ZPL, Fence.HV, kind=PortKind.TCP))
        desk.accept()
        room.room.wake()
        room.wait(lambda: room.states() == [JobState.SENDING])

        monkeypatch.setattr(print_room, "CLOSING_PATIENCE_S", 0.1)
        with pytest.raises(DeskError) as refusal, room.room.lent():
            pass
        line.change(Troubles())
        room.wait(lambda: room.states() == [JobState.DONE])
        monkeypatch.undo()
        room.room.close()

    assert refusal.value.code == "printer.at_work"
    assert [paper.evidence for paper in desk.papers_of() if paper.role == "label"] == [Evidence.ACKED.value]


def test_a_printer_whose_thread_is_just_about_to_open_it_is_not_lent(
    desk: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    about_to, go_on, lent = threading.Event(), threading.Event(), threading.Event()
    begin = Station.begin

    def slow(station: Station) -> PrinterProfile | None:
        if station.profile is not None and not lent.is_set():
            about_to.set()
            go_on.wait(WITHIN_S)
        return begin(station)

    def borrow() -> None:
        with room.room.lent():
            lent.set()

    monkeypatch.setattr(Station, "begin", slow)
    with line_to(tmp_path, Language.ZPL) as line:
        room = at_work(desk, printer_at(line.address, Language.ZPL))
        about_to.wait(WITHIN_S)
        borrower = threading.Thread(target=borrow)
        borrower.start()
        too_early = lent.wait(0.3)
        go_on.set()
        in_the_end = lent.wait(WITHIN_S)
        borrower.join()
        room.room.close()

    assert (too_early, in_the_end) == (False, True)
