"""The line of scans at an authority's desk: each is written once, in the order in which it came, beside the screen.

Five scans a second never wait for each other. What is still under way, or stands in the book, is heard at once as wrong and not sent a
second time. It must not know how the book is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.one_stop_results import TakeNeeds, TakenScan
from kt1desk.domain.errors import DeskError
from kt1desk.services.result_scans import ScanOutcome


class TakeScans(QObject):
    """`settled(str, TakenScan)`: the scan of a text was answered. `failed(str, DeskError)`: it could not be written."""

    settled = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, needs: TakeNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        self._under_way: set[str] = set()
        self._taken: dict[str, str] = {}

    @property
    def under_way(self) -> int:
        """How many wait for their answer."""
        return len(self._under_way)

    def use(self, known: Mapping[str, str]) -> None:
        """Another book, or the same as it is now: texts that stand in it, and each one's dossier ("" where it is not told here)."""
        self._taken = {text: dossier for text, dossier in known.items() if text}

    def dossier_of(self, text: str) -> str:
        """Of which dossier a text stands in the book, "" where it does not, or nobody here knows."""
        return self._taken.get(text, "")

    def take(self, takeover: str, text: str, kind: str, further: str = "") -> None:
        """Write a scan in its turn; ``further`` as `TakeNeeds.take_result` has it.

        Raises:
            DeskError: ``result.already``: it stands in the book, or is under way.
        """
        if text in self._under_way or text in self._taken:
            raise DeskError("result.already", "item", number=text)
        self._under_way.add(text)

        def done(taken: TakenScan) -> None:
            self._under_way.discard(text)
            if taken.scan.outcome is ScanOutcome.TAKEN:
                names = (text, taken.scan.item, taken.scan.official, taken.scan.dossier)
                self._taken.update(dict.fromkeys(filter(None, names), taken.scan.dossier))
            self.settled.emit(text, taken)

        def failed(error: DeskError) -> None:
            self._under_way.discard(text)
            self.failed.emit(text, error)

        self._jobs.run(lambda: self._needs.take_result(takeover, text, kind, further), done, failed)

    def forget(self, names: Iterable[str]) -> None:
        """They stand in the book no more."""
        for name in names:
            self._taken.pop(name, None)
