"""The frame: the outermost window, on the screen with the log-in page before what fills it later is loaded.

A window that was once shown is never exchanged for another one: that would flicker, and the window manager would decide anew who has the
keyboard. So the main window moves into the frame, and the page that stands in front goes over into the main window. The frame must not
know what the page asks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QScreen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

_WIDTH, _HEIGHT = 1366, 768
TITLE = "Bàn KT1"
_FILLS = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized
_TITLE_BAR = 80
"""Pixels that a window manager may keep of a screen's width that a window fills."""
_SETTLED_MS = 250
"""System and window manager say several things about one monitor that comes or goes, and move the window themselves first."""


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
        self._early: QKeySequence | None = None
        self.stays_open: Callable[[], bool] = lambda: False
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self.come_back)

    def hold(self, widget: QWidget) -> None:
        """Fill the frame with this; its title is the frame's from now on. What was held before belongs to the caller again."""
        if self._held is not None:
            self._body.removeWidget(self._held)
            self._held.windowTitleChanged.disconnect(self.setWindowTitle)
        self._held = widget
        self._body.addWidget(widget)
        widget.windowTitleChanged.connect(self.setWindowTitle)

    def fill_screen(self) -> None:
        """Show it as large as the screen allows."""
        self.setWindowState(_filling(self.screen()))
        self.show()

    def early_key(self) -> QKeySequence | None:
        """The last function key that nobody heard since this was asked: one pressed at a page that stands alone, before its keys act."""
        early, self._early = self._early, None
        return early

    def come_back(self) -> None:
        """Monitors were plugged in or out, or have another size or scale: lie whole on one of those that are there.

        Where the monitor under it is gone, Qt gives the window another one and may leave it where it was.
        """
        self._hear_screens()
        screens = QGuiApplication.screens()
        if not screens or not self.isVisible() or self.isMinimized():
            return
        screen, lies = self.screen(), self.geometry()
        if not any(each.geometry().contains(lies.center()) for each in screens):
            screen = QGuiApplication.primaryScreen()
        fills, wanted = bool(self.windowState() & _FILLS), _filling(screen)
        room = screen.geometry() if wanted is Qt.WindowState.WindowFullScreen else screen.availableGeometry()
        if room.contains(lies) and (
            not fills or (self.windowState() & wanted and lies.width() > room.width() - _TITLE_BAR)
        ):
            return
        self.showNormal()
        self.setGeometry(_inside(lies, screen.availableGeometry()))
        if fills:
            self.fill_screen()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on monitors matter."""
        super().showEvent(event)
        self._hear_screens()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What held the keyboard did not know the key."""
        super().keyPressEvent(event)
        if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12:
            self._early = QKeySequence(event.keyCombination())

    def event(self, event: QEvent) -> bool:
        """A window manager may hand over the keyboard while a page moves in; Qt then gives it to no widget."""
        if event.type() == QEvent.Type.WindowActivate:
            QTimer.singleShot(0, self._give_keyboard)
        return super().event(event)

    def _hear_screens(self) -> None:
        """Each monitor tells of its size and scale, the application of those that come and go, the window of the one it lies on."""
        application, handle = cast(QGuiApplication, QGuiApplication.instance()), self.windowHandle()
        told = [application.screenAdded, application.screenRemoved, application.primaryScreenChanged]
        for screen in QGuiApplication.screens():
            told += [
                screen.geometryChanged,
                screen.availableGeometryChanged,
                screen.logicalDotsPerInchChanged,
            ]
        if handle is not None:
            told.append(handle.screenChanged)
        for signal in told:
            signal.connect(self._settled_later, Qt.ConnectionType.UniqueConnection)

    @Slot()
    def _settled_later(self) -> None:
        self._settled.start()

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


def _filling(screen: QScreen) -> Qt.WindowState:
    """As large as the screen allows; on the smallest one without title and task bar: they would push the status line off it."""
    whole = screen.geometry()
    is_small = whole.width() <= _WIDTH or whole.height() <= _HEIGHT
    return Qt.WindowState.WindowFullScreen if is_small else Qt.WindowState.WindowMaximized


def _inside(window: QRect, room: QRect) -> QRect:
    """The window as large as it was, or as the room is, moved so far that it lies in there."""
    size = window.size().boundedTo(room.size())
    left = min(max(window.left(), room.left()), room.right() - size.width() + 1)
    top = min(max(window.top(), room.top()), room.bottom() - size.height() + 1)
    return QRect(QPoint(left, top), size)
