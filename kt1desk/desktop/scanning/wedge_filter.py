"""Stands between the keyboard and the windows and takes out what a wedge scanner types.

One event filter on the application sees every key before any widget. It holds, replays or swallows as the recogniser
says; the recogniser knows what a scan is, this module only knows Qt. Use it only where a wedge scanner is set up: holding
keys costs some milliseconds of typing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol, cast

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QTextCursor, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from kt1desk.desktop.scanning.us_keyboard import Keyboard, keyboard_of
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import FAST, Key, KeyKind, Profile
from kt1desk.devices.wedge import Recogniser, Verdict

_TIMER_MARGIN_MS = 2
_LATE_MS = 8
"""A timer this late means that the program was busy: keys may be waiting behind it."""
_CATCH_UP_MS = 15
_SILENT_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
    }
)
_END_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_KEY_EVENTS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_TYPING_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


@dataclass(frozen=True, slots=True)
class _HeldEvent:
    """A key event kept back, and the window it was meant for."""

    window: QWindow
    event: QKeyEvent


class KeyWatcher(Protocol):
    """Whoever looks over the filter's shoulder."""

    def see(self, seen: SeenKey, verdict: Verdict) -> None:
        """A key, and what the recogniser said to it."""

    def timed_out(self, verdict: Verdict) -> None:
        """No further key came in time."""


class WedgeFilter(QObject):
    """Takes scans out of the stream of keys.

    Signals: ``scanned`` with a code; ``hooked`` with nothing, when a Vietnamese input method garbled a code beyond proof
    and nothing was accepted.

    Args:
        app: the application whose keys are watched, from :meth:`start` on.
        profile: how fast the scanner types.
        keyboard: how keys are numbered; found by itself.
    """

    scanned = Signal(str)
    hooked = Signal()

    def __init__(
        self, app: QGuiApplication, profile: Profile = FAST, keyboard: Keyboard | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._keyboard = keyboard or keyboard_of(QGuiApplication.platformName())
        self._recogniser = Recogniser(profile)
        self._held: dict[int, _HeldEvent] = {}
        self._tag = 0
        self._replayed: QKeyEvent | None = None
        self._watcher: KeyWatcher | None = None
        self._widest_gap_ms = 0.0
        self._proves = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._due_ms = 0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_time_out)

    def start(self) -> None:
        """Watch the keyboard from now on."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching; what is held goes to its window."""
        self._app.removeEventFilter(self)
        self._timer.stop()
        self._expire(0.0)

    def tell(self, watcher: KeyWatcher) -> None:
        """Tell of every key from now on."""
        self._watcher = watcher

    @property
    def widest_gap_ms(self) -> float:
        """The longest pause between two characters of the last scan, for measuring the scanner when it is set up."""
        return self._widest_gap_ms

    @property
    def proves(self) -> bool:
        """Whether the last scan came faster than any hand can type; set when ``scanned`` is emitted."""
        return self._proves

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Judge a key on its way to a window; widgets get theirs from the window afterwards."""
        if event.type() not in _KEY_EVENTS:
            return False
        if not (isinstance(watched, QWindow) and isinstance(event, QKeyEvent)) or event is self._replayed:
            return False
        if event.key() in _SILENT_KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            self._go_before(event)
            return False
        return self._judge(watched, event)

    def _go_before(self, event: QKeyEvent) -> None:
        """Qt asks for shortcuts before it presses a key: what was typed before goes out first, or the shortcut would act without it."""
        key = self._key(event)
        if self._held and key.kind is KeyKind.OTHER:
            self._timer.stop()
            self._expire(key.at_ms)

    def _judge(self, window: QWindow, event: QKeyEvent) -> bool:
        self._tag += 1
        key = replace(self._key(event), tag=self._tag)
        self._held[key.tag] = _HeldEvent(window, _copy(event))
        verdict = self._recogniser.feed(key)
        if not verdict.keep:
            del self._held[key.tag]
        if self._watcher is not None:
            self._watcher.see(SeenKey(key, _made(event, key)), verdict)
        self._arm(key.at_ms)
        self._obey(verdict)
        return verdict.keep

    def _key(self, event: QKeyEvent) -> Key:
        at_ms = float(event.timestamp() or self._clock.elapsed())
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

    def _character(self, event: QKeyEvent, at_ms: float) -> Key:
        scan_code, text = event.nativeScanCode(), event.text()
        injected = self._keyboard.is_injected(scan_code, event.nativeVirtualKey(), text)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        char = self._keyboard.character(0 if injected else scan_code, text, shift=shift)
        if not char:
            return Key(at_ms, KeyKind.OTHER)
        return Key(at_ms, KeyKind.CHARACTER, char, injected=injected, repeated=event.isAutoRepeat())

    def _obey(self, verdict: Verdict) -> None:
        released = [held for key in verdict.release if (held := self._held.pop(key.tag, None))]
        if self._recogniser.deadline_ms is None:
            self._held.clear()  # what a scan swallowed
        for held in released:
            self._replay(held)
        if verdict.retract:
            _take_back(verdict.retract)
        if verdict.code:
            self._widest_gap_ms, self._proves = verdict.widest_gap_ms, verdict.proves
            self.scanned.emit(verdict.code)
        elif verdict.hooked:
            self.hooked.emit()

    def _replay(self, held: _HeldEvent) -> None:
        """Send a key on. It may open a dialog with an event loop of its own, so only this very event passes unjudged."""
        focused = cast(
            QWindow | None, QGuiApplication.focusWindow()
        )  # None without a window; Qt's stubs forget it
        target = focused or held.window
        if not isValid(target):
            return
        before, self._replayed = self._replayed, held.event
        try:
            QCoreApplication.sendEvent(target, held.event)
        finally:
            self._replayed = before

    def _arm(self, at_ms: float) -> None:
        deadline_ms = self._recogniser.deadline_ms
        if deadline_ms is None:
            self._timer.stop()
        else:
            self._wait(max(0, round(deadline_ms - at_ms)) + _TIMER_MARGIN_MS)

    def _wait(self, milliseconds: int) -> None:
        self._due_ms = self._clock.elapsed() + milliseconds
        self._timer.start(milliseconds)

    def _on_time_out(self) -> None:
        if self._clock.elapsed() - self._due_ms > _LATE_MS:
            self._wait(_CATCH_UP_MS)
            return
        deadline_ms = self._recogniser.deadline_ms
        if deadline_ms is not None:
            self._expire(deadline_ms)

    def _expire(self, at_ms: float) -> None:
        verdict = self._recogniser.expire(at_ms)
        if self._watcher is not None:
            self._watcher.timed_out(verdict)
        self._obey(verdict)


def _made(event: QKeyEvent, key: Key) -> str:
    """What the layout made of a key; a control key by its character, any other without one by its name."""
    if key.kind is KeyKind.END:
        return {int(Qt.Key.Key_Tab): "\t"}.get(event.key(), "\n" if event.text() == "\n" else "\r")
    if key.kind is KeyKind.ERASE:
        return "\b"
    if key.kind is KeyKind.OTHER and not event.text():
        return f"<{QKeySequence(event.key()).toString()}>"
    return event.text()


def _copy(event: QKeyEvent) -> QKeyEvent:
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


def _take_back(characters: str) -> None:
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
