"""The frame: the outermost window, on the screen with the log-in page before what fills it later is loaded.

A window that was once shown is never exchanged for another one: that would flicker, and the window manager would decide anew who has the
keyboard. So the main window moves into the frame, and the page that stands in front goes over into the main window. The frame must not
know what the page asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_WIDTH, _HEIGHT = 1366, 768
TITLE = "Bàn KT1"


class Frame(QWidget):
    """Holds one widget from edge to edge. `closing`: the window goes; it does not while `stays_open` says so."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("frame")
        self.setProperty("kind", "page")
        self.setWindowTitle(TITLE)
        self.resize(_WIDTH, _HEIGHT)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._held: QWidget | None = None
        self.stays_open: Callable[[], bool] = lambda: False

    def hold(self, widget: QWidget) -> None:
        """Fill the frame with this; its title is the frame's from now on. What was held before belongs to the caller again."""
        if self._held is not None:
            self._body.removeWidget(self._held)
            self._held.windowTitleChanged.disconnect(self.setWindowTitle)
        self._held = widget
        self._body.addWidget(widget)
        widget.windowTitleChanged.connect(self.setWindowTitle)

    def fill_screen(self) -> None:
        """Show it as large as the screen allows; on the smallest one without title and task bar: they would push the status line off it."""
        whole = self.screen().geometry()
        if whole.width() <= _WIDTH or whole.height() <= _HEIGHT:
            self.showFullScreen()
        else:
            self.showMaximized()

    def event(self, event: QEvent) -> bool:
        """A window manager may hand over the keyboard while a page moves in; Qt then gives it to no widget."""
        if event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self._give_keyboard)
        return super().event(event)

    def _give_keyboard(self) -> None:
        wanted = cast(QWidget | None, self.focusWidget())  # Qt's stubs forget the None
        if wanted is not None and self.isActiveWindow() and not wanted.hasFocus():
            wanted.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so, before anything of it is gone."""
        if self.stays_open():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
