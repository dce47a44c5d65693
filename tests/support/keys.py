"""A keyboard: keys go to the window, as from the outside, so that filters, shortcuts and focus all take part."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier
_PATIENCE_MS = 5000


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press and release one key in the active window."""
    QTest.keyClick(_window_with_the_keyboard().windowHandle(), key, modifiers)


def type_text(text: str) -> None:
    """Type letters, digits and signs (ASCII) one by one."""
    window = _window_with_the_keyboard()
    for character in text:
        QTest.keyClick(window.windowHandle(), character)  # type: ignore[call-overload]  # a character does, the stubs say otherwise


def _window_with_the_keyboard() -> QWidget:
    """The active window; a window manager on a busy machine takes a moment to make one so."""
    deadline = QDeadlineTimer(_PATIENCE_MS)
    while (window := QApplication.activeWindow()) is None:
        assert not deadline.hasExpired(), "no window has the keyboard"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 10)
    return window


W = TypeVar("W", bound=QWidget)


def part(window: QWidget, kind: type[W], name: str) -> W:
    """A widget of a form by the name that it has there."""
    found = window.findChild(kind, name)
    assert isinstance(found, kind), f"no {kind.__name__} named {name}"
    return found


def focus_name() -> str:
    """Name of the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    return widget.objectName() if widget else ""
