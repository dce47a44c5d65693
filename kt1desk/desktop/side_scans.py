"""Scans at a place of two services: each is led to the side that its number belongs to, in the order in which they came.

A number says its side by its letters; of a bag or a dispatch the books know. While one is asked for, or its side reads what it shows, scans
behind it wait. This module must not know what a side does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.sides import SideNeeds
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service


class Sides(Protocol):
    """What the scans ask of the place."""

    def in_front(self) -> Service:
        """The side in front."""

    def opens(self, side: Service) -> bool:
        """Whether the place has that side, and whoever works here may work at it."""

    def take_here(self, code: str) -> bool:
        """Hand a scan to the side in front."""


class SideScans(QObject):
    """`wanted(Service)`: that side must come to the front. `failed(str)`: a scan that was taken turned out wrong later."""

    wanted = Signal(object)
    failed = Signal(str)

    def __init__(self, sides: Sides, needs: SideNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._sides, self._needs, self._jobs = sides, needs, jobs
        self._asked = ""
        self._waiting: deque[str] = deque()

    def forget(self) -> None:
        """Drop what waits."""
        self._asked = ""
        self._waiting.clear()

    def take(self, code: str) -> bool:
        """A scan.

        Raises:
            DeskError: ``scan.not_here`` for a side that may not be worked at: it is as if nobody knew the number.
        """
        if self._asked:
            self._waiting.append(code)
            return True
        side = self._needs.side_of(code)
        if side is not None and side is not self._sides.in_front():
            if not self._sides.opens(side):
                raise DeskError("scan.not_here")
            self._asked = code
            self._lead(side)
        elif self._needs.is_shared(code):
            self._asked = code
            self.find(code, self._found)
        else:
            return self._sides.take_here(code)
        return True

    def find(self, number: str, then: Callable[[Service | None], None]) -> None:
        """Ask the books whose a number is."""

        def failed(error: DeskError) -> None:
            self.forget()
            self.failed.emit(say(error))

        self._jobs.run(lambda: self._needs.whose(number), then, failed)

    def _found(self, side: Service | None) -> None:
        """The books know whose it is, or nobody does: then the side in front judges it."""
        if side is not None and side is not self._sides.in_front() and self._sides.opens(side):
            self._lead(side)
        else:
            self._take_late()

    def _lead(self, side: Service) -> None:
        """The side reads what it shows; the scan comes behind that."""
        self.wanted.emit(side)
        self._jobs.run(lambda: None, lambda _: self._take_late(), lambda _: None)

    def _take_late(self) -> None:
        """The scan that was asked for, then those behind it, until one of them must be asked for again."""
        code, self._asked = self._asked, ""
        if code:
            self._judge(code, self._sides.take_here)
        while self._waiting and not self._asked:
            self._judge(self._waiting.popleft(), self.take)

    def _judge(self, code: str, take: Callable[[str], bool]) -> None:
        """Whoever scanned it has gone on: what is wrong with it is said late."""
        try:
            refusal = None if take(code) else DeskError("scan.not_here")
        except DeskError as error:
            refusal = error
        if refusal is not None:
            self.failed.emit(say(refusal))
