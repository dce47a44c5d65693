"""Whether somebody turns the wall clock while the desk is open: it is held against a clock that nobody can set, once a second.

That clock goes on while the machine sleeps (`kt1desk.app.clock.SystemClock.elapsed_ms`): a sleep moves both, and is no jump. This module
must not know what a jump is written into, nor any screen.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from kt1desk.desktop.jobs import Jobs
from kt1desk.domain.errors import DeskError
from kt1desk.services.clock_jumps import JUMP_MS
from kt1desk.services.ports import Clock

BEAT_MS = 1_000
STALL_MS = 1_000
"""Two readings side by side take microseconds. Where the program was stopped in between, by a full memory or by a sleep, they are of
different moments and say nothing; the next beat asks again."""


class SleeplessClock(Clock, Protocol):
    """A clock with a count that no sleep stops and nobody sets."""

    def elapsed_ms(self) -> int:
        """Milliseconds since the machine was started, its sleeps among them."""


class ClockWatch(QObject):
    """Measures from where it began, or from the last jump: many small turns are seen as well as one.

    Args:
        parent: with whom it ends.
        clock: wall clock and what it is held against.
        jobs: the lane of the store, in which a jump is written.
        note: writes a jump of so many milliseconds, back below 0.
    """

    def __init__(
        self, parent: QObject, clock: SleeplessClock, jobs: Jobs, note: Callable[[int], None]
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._jobs = jobs
        self._note = note
        self._ahead_ms = self._read()
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.look)
        self._beat.start()

    def look(self) -> None:
        """Compare both clocks."""
        ahead_ms = self._read()
        if ahead_ms is None or not self._jobs.is_open:
            return
        by_ms = 0 if self._ahead_ms is None else ahead_ms - self._ahead_ms
        if self._ahead_ms is None or abs(by_ms) > JUMP_MS:
            self._ahead_ms = ahead_ms
        if abs(by_ms) > JUMP_MS:
            self._jobs.run(lambda: self._note(by_ms), lambda _: None, _not_written)

    def end(self) -> None:
        """Watch no more."""
        self._beat.stop()

    def _read(self) -> int | None:
        """By how much the wall clock is ahead of the other; None where the two could not be read in one moment."""
        before_ms = self._clock.elapsed_ms()
        wall_ms = self._clock.now().utc_ms
        elapsed_ms = self._clock.elapsed_ms()
        return wall_ms - elapsed_ms if elapsed_ms - before_ms < STALL_MS else None


def _not_written(error: DeskError) -> None:
    """Whoever works there can do nothing about it; a disk that refuses tells him at his next item."""
    logging.getLogger(__name__).warning("a jump of the clock could not be written: %s", error.code)
