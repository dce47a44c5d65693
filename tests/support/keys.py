"""A keyboard: keys go to the window, as from the outside, so that filters, shortcuts and focus all take part."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

_NONE = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
    """Press and release one key in the active window."""
    window = QApplication.activeWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window.windowHandle(), key, modifiers)


def type_text(text: str) -> None:
    """Type letters, digits and signs (ASCII) one by one."""
    window = QApplication.activeWindow()
    assert window is not None, "no window has the keyboard"
    for character in text:
        QTest.keyClick(window.windowHandle(), character)  # type: ignore[call-overload]  # a character does, the stubs say otherwise


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
