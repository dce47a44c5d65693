"""Keys, mouse and touch as they come to the program's windows, for whoever only wants to know that somebody is there.

A filter on the application is asked about every event of every widget, tens of thousands of them when a page is built or the look changes;
half of that time went there. Input comes to a window first, and only that is watched. This module must not know what follows from it.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}


class InputWatch(QObject):
    """Calls ``touched`` with each input to a window that has, or had, the keyboard, until it is ended."""

    def __init__(self, app: QGuiApplication, touched: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._touched = touched
        self._ended = False
        for window in app.topLevelWindows():
            window.installEventFilter(self)
        app.focusWindowChanged.connect(self._watch)

    def end(self) -> None:
        """Watch no more. Twice is the same as once."""
        if self._ended:
            return
        self._ended = True
        self._app.focusWindowChanged.disconnect(self._watch)
        for window in self._app.topLevelWindows():
            window.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell of input; keep nothing back."""
        if event.type() in _INPUT:
            self._touched()
        return False

    def _watch(self, window: QWindow | None) -> None:
        """The keyboard goes to another window, perhaps to a new one. To watch one twice is to watch it once."""
        if window is not None:
            window.installEventFilter(self)
