"""How long nobody has touched the desk: for what may take the machine while nobody waits for it. It covers nothing and ends nothing."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kt1desk.desktop.inputs import InputWatch
from kt1desk.services.ports import Clock


class QuietWatch(QObject):
    """Watches keyboard, mouse and whatever types like one, until it is ended."""

    def __init__(self, app: QApplication, clock: Clock) -> None:
        super().__init__(app)
        self._clock = clock
        self._touched_ms = clock.monotonic_ms()
        self._inputs = InputWatch(app, self.touched, self)

    def quiet_ms(self) -> int:
        """Milliseconds since something was touched; any thread may ask."""
        return self._clock.monotonic_ms() - self._touched_ms

    def touched(self) -> None:
        """Something came in by another way: a scanner on its own cable."""
        self._touched_ms = self._clock.monotonic_ms()

    def end(self) -> None:
        """Watch no more."""
        self._inputs.end()
