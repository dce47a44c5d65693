"""What is done behind the first picture of a window: nothing before it is on the screen, then step by step between two events.

This module must not know what the steps are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class BehindFirstPicture(QObject):
    """Calls `begin` once the window has been painted; takes the steps it is given whenever the screen has nothing to do."""

    def __init__(self, window: QWidget, begin: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._steps: Iterator[None] = iter(())
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.timeout.connect(begin)
        self._next = QTimer(self)
        self._next.timeout.connect(self._step)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The picture reaches the screen when the event that paints it is over: a timer waits for that."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            self._begin.start(0)
        return False

    def go_on(self, steps: Iterator[None]) -> None:
        """Take these steps."""
        self._steps = steps
        self._next.start(0)

    def stop(self) -> None:
        """Take no more of them, and begin nothing."""
        self._window.removeEventFilter(self)
        self._begin.stop()
        self._steps = iter(())

    def _step(self) -> None:
        try:
            next(self._steps)
        except StopIteration:
            self._next.stop()
