"""A field behind the filter between keyboard and windows, and hands that send it the events of the Windows plugin of Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.us_keyboard import WINDOWS, Keyboard
from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.devices.keys import FAST, Key, KeyKind

_PLACES = {
    sign: first + step
    for first, row in {2: "1234567890-", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM,.", 57: " "}.items()
    for step, sign in enumerate(row)
}
VK_PACKET = 0xE7
_ENTER, _BACKSPACE = 28, 14


class WedgeCounter:
    """A window with a field behind a filter that believes to be on Windows, and hands to press its keys."""

    def __init__(self, qtbot: QtBot, app: QApplication, keyboard: Keyboard = WINDOWS) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = QLineEdit()
        QVBoxLayout(self.window).addWidget(self.line)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.line.setFocus()
        self.codes: list[str] = []
        self.hooked = 0
        self.filter = WedgeFilter(app, FAST, keyboard)
        self.filter.scanned.connect(self.codes.append)
        self.filter.hooked.connect(self._count_hooked)
        self.filter.start()

    def _count_hooked(self) -> None:
        self.hooked += 1

    @property
    def handle(self) -> QWindow:
        return self.window.windowHandle()

    def press(self, *keys: Key, layout: dict[str, str] | None = None) -> None:
        """Send each key as the Windows plugin of Qt would, pressed and released, with its own time."""
        for key in keys:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = _event(kind, key, layout or {})
                event.setTimestamp(round(key.at_ms))
                QCoreApplication.sendEvent(self.handle, event)


def _event(kind: QEvent.Type, key: Key, layout: dict[str, str]) -> QKeyEvent:
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    if key.kind is KeyKind.END:
        return QKeyEvent(kind, Qt.Key.Key_Return, none, _ENTER, 13, 0, "\r")
    if key.kind is KeyKind.ERASE:
        return QKeyEvent(kind, Qt.Key.Key_Backspace, none, _BACKSPACE, 8, 0, "\b")
    if key.injected:
        return QKeyEvent(kind, Qt.Key.Key_unknown, none, 0, VK_PACKET, 0, key.char)
    text = layout.get(key.char, key.char)
    modifiers = shift if key.char.isupper() else none
    return QKeyEvent(kind, Qt.Key(ord(key.char.upper())), modifiers, _PLACES[key.char.upper()], 0, 0, text)
