"""Events of the keyboard kept back for a moment: copied, sent on later, or told in characters. Knows Qt and no scanner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from kt1desk.devices.keys import Key, KeyKind


@dataclass(frozen=True, slots=True)
class HeldEvent:
    """An event kept back, and whom it was meant for: a key a window, the text of an input method a widget."""

    receiver: QObject
    event: QKeyEvent | QInputMethodEvent

    def send(self) -> None:
        """To the window that has the keys now; composed text to its own field. Nobody there any more: to nobody."""
        target = self.receiver
        if isinstance(self.event, QKeyEvent):
            # None without a window; Qt's stubs forget it
            target = cast(QWindow | None, QGuiApplication.focusWindow()) or self.receiver
        if isValid(target):
            QCoreApplication.sendEvent(target, self.event)


def held(receiver: QObject, event: QKeyEvent | QInputMethodEvent) -> HeldEvent:
    """A copy, since Qt takes an event away when it has been dealt with."""
    return HeldEvent(receiver, _copied(event) if isinstance(event, QKeyEvent) else _composed(event))


def _composed(event: QInputMethodEvent) -> QInputMethodEvent:
    copy = QInputMethodEvent(event.preeditString(), event.attributes())
    copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
    return copy


def committed(field: QObject, text: str) -> HeldEvent:
    """A text that an input method has composed so far, as a word that is finished."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    return HeldEvent(field, event)


def made(event: HeldEvent | None, key: Key) -> str:
    """What the layout or the input method made of a key; a control key by its character, any other without one by its name."""
    pressed = event.event if event is not None else None
    if key.kind is KeyKind.ERASE:
        return "\b"
    if not isinstance(pressed, QKeyEvent):
        return key.char
    if key.kind is KeyKind.END:
        return {int(Qt.Key.Key_Tab): "\t"}.get(pressed.key(), "\n" if pressed.text() == "\n" else "\r")
    if key.kind is KeyKind.OTHER and not pressed.text():
        return f"<{QKeySequence(pressed.key()).toString()}>"
    return pressed.text()


def _copied(event: QKeyEvent) -> QKeyEvent:
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy


def take_back(characters: str) -> None:
    """Delete characters before the cursor of the field that has the focus, if they really are the ones."""
    widget: QWidget | None = QApplication.focusWidget()
    if isinstance(widget, QLineEdit):
        before = widget.text()[: widget.cursorPosition()]
        if before.upper().endswith(characters):
            for _ in characters:
                widget.backspace()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, len(characters)
        )
        if cursor.selectedText().upper() == characters:
            cursor.removeSelectedText()
