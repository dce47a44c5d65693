"""One act at a time: while one is under way another key does nothing, so that nothing is done twice by an impatient hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.domain.errors import DeskError

T = TypeVar("T")
SEE_BELOW = "Xem lý do ở dưới."
"""Stands under an input in the right column that was refused: the sentence itself has several lines and stands below."""


class Doing(QObject):
    """`refused` carries the `DeskError` of an act that was not done."""

    refused = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._busy = False

    @property
    def is_busy(self) -> bool:
        """Whether an act is under way."""
        return self._busy

    def run(
        self, work: Callable[[], T], then: Callable[[T], None], lane: Lane = Lane.DATABASE, *, long: str = ""
    ) -> bool:
        """Do `work` beside the screen, then `then`; False where another act is still under way.

        ``long`` is the title of what may take longer than a breath: it is seen how far it is, and Esc ends it (`Jobs.run_long`).
        """
        if self._busy:
            return False
        self._busy = True

        def done(outcome: T) -> None:
            self._busy = False
            then(outcome)

        def failed(error: DeskError) -> None:
            self._busy = False
            self.refused.emit(error)

        if long:
            self._jobs.run_long(long, work, (done, failed), lane)
        else:
            self._jobs.run(work, done, failed, lane)
        return True
