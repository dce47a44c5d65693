"""Stands between the keyboard and the windows and takes out what a wedge scanner types.

One event filter on the application sees every key before any widget. It holds, replays or swallows as the recogniser
says; the recogniser knows what a scan is, this module only knows Qt. Use it only where a wedge scanner is set up: holding
keys costs some milliseconds of typing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from kt1desk.desktop.scanning.deadline import Deadline
from kt1desk.desktop.scanning.held_events import HeldEvent, committed, held, made, take_back
from kt1desk.desktop.scanning.key_reader import KeyReader
from kt1desk.desktop.scanning.us_keyboard import Keyboard, keyboard_of
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import FAST, Key, KeyKind, Profile
from kt1desk.devices.wedge import Recogniser, Verdict

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
_KEY_EVENTS = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.InputMethod}
)


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
        self._reader = KeyReader(keyboard or keyboard_of(QGuiApplication.platformName()))
        self._recogniser = Recogniser(profile)
        self._held: dict[int, HeldEvent] = {}
        self._tag = 0
        self._typed: HeldEvent | None = None
        self._replayed: QKeyEvent | QInputMethodEvent | None = None
        self._watcher: KeyWatcher | None = None
        self._widest_gap_ms = 0.0
        self._proves = False
        self._deadline = Deadline(self._reader.now_ms, self)
        self._deadline.passed.connect(self._on_time_out)

    def start(self) -> None:
        """Watch the keyboard from now on."""
        self._app.installEventFilter(self)

    def stop(self) -> None:
        """Stop watching; what is held goes to its window."""
        self._app.removeEventFilter(self)
        self._deadline.stop()
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
        """Judge a key on its way to a window; widgets get theirs from the window afterwards. Composed text comes to its field at once."""
        if event.type() not in _KEY_EVENTS:
            return False
        if isinstance(event, QInputMethodEvent):
            return event is not self._replayed and self._judge_composed(watched, event)
        if not (isinstance(watched, QWindow) and isinstance(event, QKeyEvent)) or event is self._replayed:
            return False
        if event.key() in _SILENT_KEYS:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            self._go_before(event)
            return False
        if not self._held:
            self._typed = None
        return self._judge(self._reader.key(event), held(watched, event))

    def _go_before(self, event: QKeyEvent) -> None:
        """Qt asks for shortcuts before it presses a key: what was typed before goes out first, or the shortcut would act without it."""
        key = self._reader.key(event)
        if self._held and key.kind is KeyKind.OTHER:
            self._deadline.stop()
            self._expire(key.at_ms)

    def _judge_composed(self, field: QObject, event: QInputMethodEvent) -> bool:
        """An input method ate keys: what it changed tells which. The event goes with the first of them."""
        if self._reader.comes_back(event):
            return True
        if not self._held:
            before = self._reader.shown(field)
            self._typed = committed(field, before) if before else None
        keys = self._reader.composed(field, event)
        kept = [self._judge(key, None if at else held(field, event)) for at, key in enumerate(keys)]
        return kept[0]

    def _judge(self, key: Key, event: HeldEvent | None) -> bool:
        self._tag += 1
        key = replace(key, tag=self._tag)
        if event is not None:
            self._held[key.tag] = event
        verdict = self._recogniser.feed(key)
        if not verdict.keep:
            self._held.pop(key.tag, None)
        if self._watcher is not None:
            self._watcher.see(SeenKey(key, made(event, key)), verdict)
        self._deadline.wait(self._recogniser.deadline_ms, key.at_ms)
        self._obey(verdict)
        return verdict.keep

    def _obey(self, verdict: Verdict) -> None:
        released = [kept for key in verdict.release if (kept := self._held.pop(key.tag, None))]
        if self._recogniser.deadline_ms is None:
            self._held.clear()  # what a scan swallowed
        for each in released:
            self._replay(each)
        if verdict.retract:
            take_back(verdict.retract)
        if verdict.code or verdict.hooked:
            self._end_composing()
        if verdict.code:
            self._widest_gap_ms, self._proves = verdict.widest_gap_ms, verdict.proves
            self.scanned.emit(verdict.code)
        elif verdict.hooked:
            self.hooked.emit()

    def _end_composing(self) -> None:
        """A scan was taken out of what an input method composes; the word typed before it in one breath stays in its field."""
        if self._reader.drop():
            QGuiApplication.inputMethod().reset()
        if self._typed is not None:
            self._replay(self._typed)
            self._typed = None

    def _replay(self, kept: HeldEvent) -> None:
        """Send a key on. It may open a dialog with an event loop of its own, so only this very event passes unjudged."""
        before, self._replayed = self._replayed, kept.event
        try:
            kept.send()
        finally:
            self._replayed = before

    def _on_time_out(self) -> None:
        deadline_ms = self._recogniser.deadline_ms
        if deadline_ms is not None:
            self._expire(deadline_ms)

    def _expire(self, at_ms: float) -> None:
        verdict = self._recogniser.expire(at_ms)
        if self._watcher is not None:
            self._watcher.timed_out(verdict)
        self._obey(verdict)
