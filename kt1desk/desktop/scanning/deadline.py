"""The moment until which the next key of a scan is waited for. It must not know what a scan is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_MARGIN_MS = 2
_LATE_MS = 8
"""A timer this late means that the program was busy: keys may be waiting behind it."""
_CATCH_UP_MS = 15


class Deadline(QObject):
    """`passed`: it is over, and no key can be waiting any more.

    Args:
        now_ms: a clock that never goes back.
        parent: whose it is.
    """

    passed = Signal()

    def __init__(self, now_ms: Callable[[], int], parent: QObject) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._due_ms = 0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    def wait(self, until_ms: float | None, at_ms: float) -> None:
        """Wait until then, by the clock of the keys, where it is `at_ms` now; None waits for nothing."""
        if until_ms is None:
            self.stop()
        else:
            self._begin(max(0, round(until_ms - at_ms)) + _MARGIN_MS)

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _begin(self, milliseconds: int) -> None:
        self._due_ms = self._now_ms() + milliseconds
        self._timer.start(milliseconds)

    def _ring(self) -> None:
        if self._now_ms() - self._due_ms > _LATE_MS:
            self._begin(_CATCH_UP_MS)
        else:
            self.passed.emit()
