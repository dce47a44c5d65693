"""While somebody is logged in: after each exchange the newest staff list is taken up, and whoever it puts out does not stay.

This module must not know how lists come, nor how a session is ended.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.jobs import Jobs
from kt1desk.services.centre_staff import Standing


class StaffWatch(QObject):
    """Looks after exchanges. `gone` carries the `Standing` of a session that must end.

    Args:
        parent: what it lives as long as.
        jobs: the threads.
        standing: takes the newest list up and says what is left of the session then; in the lane of the store.
        exchanged: a value that differs after each exchange with the centre.
    """

    gone = Signal(object)

    def __init__(
        self, parent: QObject, jobs: Jobs, standing: Callable[[], Standing], exchanged: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._standing = standing
        self._exchanged = exchanged
        self._seen = exchanged()
        self._ended = False

    def look(self) -> None:
        """Something about the line changed; nothing is done unless an exchange has ended meanwhile."""
        now = self._exchanged()
        if now == self._seen or not self._jobs.is_open:
            return
        self._seen = now
        # What the disk refuses is tried again after the next exchange and at the next log-in.
        self._jobs.run(self._standing, self._judge, lambda _: None)

    def end(self) -> None:
        """The session ends by itself: nobody is sent away any more."""
        self._ended = True

    def _judge(self, standing: Standing) -> None:
        if not self._ended and standing is not Standing.STAYS:
            self.gone.emit(standing)
