"""Nobody is at the desk: nothing was touched for a while, or the machine slept.

A page must not stay readable before an empty chair (TCVN 14423:2026, 5.5.2.2). The time is measured against a clock that is handed in,
once a second, so that a machine which wakes up is covered with the first beat: the wall clock has gone on while the beat stood still. This
module must not know who works here, nor what covers the screen.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.inputs import InputWatch
from kt1desk.services.ports import Clock

BEAT_MS = 1_000
SLEPT_MS = 60_000
"""A beat that comes so much too late, by the wall clock, is one after a sleep; no work in the GUI thread lasts as long."""


class AbsenceWatch(QObject):
    """`away`: the screen is to be covered now. `woke`: the machine slept, and is awake again.

    Args:
        app: whose input is watched.
        clock: the monotonic one for what was touched last, the wall clock for a sleep.
        after_ms: how long nothing may be touched.
    """

    away = Signal()
    woke = Signal()

    def __init__(self, app: QApplication, clock: Clock, after_ms: int) -> None:
        super().__init__(app)
        self._clock = clock
        self._after_ms = after_ms
        self._touched_ms = clock.monotonic_ms()
        self._wall_ms = clock.now().utc_ms
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self.look)
        self._inputs = InputWatch(app, self.touched, self)
        self._beat.start()

    def touched(self) -> None:
        """Somebody is there: a key, the mouse, or a scanner on its own cable."""
        self._touched_ms = self._clock.monotonic_ms()

    def look(self) -> None:
        """Compare both clocks with the beat before."""
        before_ms, self._wall_ms = self._wall_ms, self._clock.now().utc_ms
        slept = self._wall_ms - before_ms > SLEPT_MS
        if slept or self._clock.monotonic_ms() - self._touched_ms >= self._after_ms:
            self.touched()
            self.away.emit()
        if slept:
            self.woke.emit()

    def end(self) -> None:
        """Watch no more."""
        self._beat.stop()
        self._inputs.end()
