"""Reads Qt's keyboard events into plain keys: what was pressed, and when, on one clock.

An input method of the system (ibus, fcitx) takes keys before Qt makes key events of them, and sends the text it composes instead. What it
changed tells the keys, as with a keyboard hook; its events carry no time, so the moment they came counts.
"""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from kt1desk.desktop.scanning.us_keyboard import Keyboard
from kt1desk.devices.keys import Key, KeyKind

_END_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_TYPING_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_OVERTAKEN_MS = 1000
"""A key that waited for the input method carries its own, earlier time; further back than this the clock itself went back."""


class KeyReader:
    """Keys of one keyboard.

    Args:
        keyboard: how keys are numbered.
    """

    def __init__(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard
        self._clock = QElapsedTimer()
        self._clock.start()
        # The window system's clock mostly counts from the same moment as this one's reference, until a key tells better.
        self._ahead_ms = float(self._clock.msecsSinceReference())
        self._composed_ms = 0.0
        self._composing: QObject | None = None
        self._shown = ""
        self._dropped = ""

    def now_ms(self) -> int:
        """The reader's own clock, which never goes back."""
        return self._clock.elapsed()

    def key(self, event: QKeyEvent) -> Key:
        """A key as it was pressed or let go."""
        at_ms = self._time_of(event)
        if event.type() == QEvent.Type.KeyRelease:
            return Key(at_ms, KeyKind.RELEASE)
        modifiers = event.modifiers()
        repeated = event.isAutoRepeat()
        if modifiers & ~_TYPING_MODIFIERS:
            return Key(at_ms, KeyKind.OTHER)
        is_end = event.key() in _END_KEYS or event.text() == "\n"  # a line feed has a key of its own on X11
        if is_end and not modifiers & Qt.KeyboardModifier.ShiftModifier:
            return Key(at_ms, KeyKind.END, repeated=repeated)
        if event.key() == Qt.Key.Key_Backspace:
            return Key(at_ms, KeyKind.ERASE, repeated=repeated)
        return self._character(event, at_ms)

    def composed(self, field: QObject, event: QInputMethodEvent) -> list[Key]:
        """The keys behind a text that an input method composes in a field; where it changed nothing, one that means nothing."""
        before = self.shown(field)
        self._composing, self._shown = field, event.preeditString()
        self._composed_ms = self._not_before(self._clock.elapsed() + self._ahead_ms)
        keys = strokes(before, event.commitString() + event.preeditString(), self._composed_ms)
        return keys or [Key(self._composed_ms, KeyKind.RELEASE)]

    def shown(self, field: QObject) -> str:
        """What is being composed in a field."""
        return self._shown if field is self._composing else ""

    def drop(self) -> bool:
        """A scan was taken out of what is being composed: it must not come back when the input method is told to forget it.

        Returns:
            Whether anything is being composed.
        """
        self._dropped, self._shown = self._shown, ""
        return bool(self._dropped)

    def comes_back(self, event: QInputMethodEvent) -> bool:
        """Whether this is the text of a scan that was dropped."""
        dropped, self._dropped = self._dropped, ""
        return bool(dropped) and event.commitString() == dropped and not event.preeditString()

    def _time_of(self, event: QKeyEvent) -> float:
        now_ms = self._clock.elapsed()
        stamp_ms = event.timestamp()
        if stamp_ms:
            self._ahead_ms = float(stamp_ms - now_ms)
        return self._not_before(now_ms + self._ahead_ms)

    def _not_before(self, at_ms: float) -> float:
        return self._composed_ms if 0 < self._composed_ms - at_ms < _OVERTAKEN_MS else at_ms

    def _character(self, event: QKeyEvent, at_ms: float) -> Key:
        scan_code, text = event.nativeScanCode(), event.text()
        injected = self._keyboard.is_injected(scan_code, event.nativeVirtualKey(), text)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        char = self._keyboard.character(0 if injected else scan_code, text, shift=shift)
        if not char:
            return Key(at_ms, KeyKind.OTHER)
        return Key(at_ms, KeyKind.CHARACTER, char, injected=injected, repeated=event.isAutoRepeat())


def strokes(before: str, after: str, at_ms: float) -> list[Key]:
    """The keys that changed what an input method shows from one text to the other.

    A letter that was added is the key itself; whatever else changed was erased and sent again, as keyboard hooks do it.
    """
    old, new = before.upper(), after.upper()
    pairs = enumerate(zip(old, new, strict=False))
    same = next((at for at, (was, now) in pairs if was != now), min(len(old), len(new)))
    erased = [Key(at_ms, KeyKind.ERASE, injected=True)] * (len(old) - same)
    sent = new[same:]
    is_plain = not erased and len(sent) == 1 and sent.isascii()
    return [*erased, *(Key(at_ms, KeyKind.CHARACTER, sign, injected=not is_plain) for sign in sent)]
