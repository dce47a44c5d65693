"""A print room on a desk of the tests, and waiting for what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from kt1desk.app import print_station, printer_watch
from kt1desk.app.print_room import PrintRoom
from kt1desk.printing.condition import Condition
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.store.print_queue import PrintQueue
from tests.support.desks import Counter

LABEL = PrinterSlot.LABEL
WITHIN_S = 30


class Room:
    """A print room, and waiting for what it says."""

    def __init__(self, desk: Counter, profiles: dict[PrinterSlot, PrinterProfile]) -> None:
        self.desk = desk
        self.faults: list[BaseException] = []
        self._news = threading.Condition()
        queue = PrintQueue(desk.store)
        self.room = PrintRoom(queue, profiles, desk.clock, self._changed, self.faults.append)

    def _changed(self) -> None:
        with self._news:
            self._news.notify_all()

    def wait(self, until: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(until, WITHIN_S), self.states()

    def states(self, slot: PrinterSlot = LABEL) -> list[str]:
        papers = self.desk.papers_of()
        return [paper.state for paper in reversed(papers) if paper.role == slot.role.value]

    def matter(self, slot: PrinterSlot = LABEL) -> Condition:
        return self.room.condition(slot).condition

    def until(self, condition: Condition) -> None:
        """Wait until this is the matter with the label printer."""
        self.wait(lambda: self.matter() is condition)


def at_work(desk: Counter, profile: PrinterProfile) -> Room:
    room = Room(desk, {LABEL: profile})
    room.room.start()
    return room


def be_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Printers are asked, and found busy, sooner than at a desk: a test waits for them."""
    monkeypatch.setattr(printer_watch, "ASK_EVERY_S", 0.3)
    monkeypatch.setattr(printer_watch, "ANSWER_S", 0.3)
    monkeypatch.setattr(printer_watch, "DEAF_AFTER_S", 0.3)
    monkeypatch.setattr(print_station, "BUSY_AFTER_S", 0.4)
