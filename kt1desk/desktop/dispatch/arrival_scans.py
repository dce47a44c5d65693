"""The line of scans at an arrival: each is written once, in the order in which it came, beside the screen.

Five scans a second never wait for each other: a scan is judged and heard at once, written in its turn, and heard again if it could not be
written. An item whose scan is still under way is not sent a second time. It must not know how the arrival is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.arrival import ArrivalNeeds, ItemScanned
from kt1desk.domain.errors import DeskError
from kt1desk.services.arrivals import ArrivalScan


class ArrivalScans(QObject):
    """`settled(ArrivalScan)`: one was written. `failed(str, DeskError)`: one was not. `emptied`: none is under way any more."""

    settled = Signal(object)
    failed = Signal(str, object)
    emptied = Signal()

    def __init__(self, needs: ArrivalNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        self._under_way: set[str] = set()

    @property
    def under_way(self) -> int:
        """How many wait for their answer."""
        return len(self._under_way)

    def take(self, scanned: ItemScanned) -> bool:
        """Write a scan in its turn; False where the same item is under way already."""
        if scanned.item in self._under_way:
            return False
        self._under_way.add(scanned.item)

        def done(news: ArrivalScan) -> None:
            self._under_way.discard(scanned.item)
            self.settled.emit(news)
            self._end()

        def failed(error: DeskError) -> None:
            self._under_way.discard(scanned.item)
            self.failed.emit(scanned.item, error)
            self._end()

        self._jobs.run(lambda: self._needs.scan(scanned), done, failed)
        return True

    def _end(self) -> None:
        if not self._under_way:
            self.emptied.emit()
