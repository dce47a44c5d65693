"""A scanner before whatever window stands there: its bursts go through the filter and the dispatcher, what is heard and clicked is kept."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.dispatcher import Answering, ScanAnswer, ScanDispatcher
from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.desktop.widgets import SegmentedChoice
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import TOLERANT, KeyKind
from kt1desk.devices.scan_shapes import Scan
from kt1desk.devices.wedge import Verdict
from tests.support.xtest_keys import XKeys, stuttered


class _Heard:
    """A page that takes every scan, and a loudspeaker."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.sounds: list[str] = []

    def on_scan(self, scan: Scan, answer: Answering) -> None:
        self.codes.append(scan.value)
        answer(lambda: ScanAnswer(accepted=True, sentence=""))

    def on_part(self, data: bytes) -> ScanAnswer:
        raise AssertionError("no 2D code comes through the keyboard")

    def good(self) -> None:
        self.sounds.append("good")

    def bad(self) -> None:
        self.sounds.append("bad")


@dataclass
class _Keys:
    """Every key that the filter judged."""

    presses: list[float] = field(default_factory=list)
    came: list[float] = field(default_factory=list)
    events: int = 0

    def see(self, seen: SeenKey, _verdict: Verdict) -> None:
        self.events += 1
        if seen.key.kind is not KeyKind.RELEASE:
            self.presses.append(seen.key.at_ms)
            self.came.append(time.monotonic() * 1000)

    def timed_out(self, _verdict: Verdict) -> None:
        """Nothing to count."""


class StallError(Exception):
    """The server itself halted in the middle of a burst: no scanner does that, the try says nothing."""


class BurstCounter:
    """Filter, dispatcher and scanner, for whatever window stands there."""

    def __init__(self, app: QApplication, qtbot: QtBot, scanner: XKeys) -> None:
        self.heard = _Heard()
        self.clicks: list[str] = []
        self._qtbot = qtbot
        self._scanner = scanner
        self._keys = _Keys()
        self._dispatcher = ScanDispatcher(self.heard)
        self._dispatcher.set_page(self.heard)
        self.filter = WedgeFilter(app, TOLERANT)
        self.filter.tell(self._keys)
        self.filter.scanned.connect(self._dispatcher.take)
        self.filter.start()

    @property
    def last(self) -> str:
        """What was said to the last scan."""
        assert self._dispatcher.last is not None
        return self._dispatcher.last.answer.sentence

    def scan(self, code: str, keys_per_s: float) -> None:
        """One burst, until its last key is up and something was heard."""
        self._keys.presses.clear()
        self._keys.came.clear()
        self._keys.events, before = 0, len(self.heard.sounds)
        pressed = self._scanner.burst(code, keys_per_s)
        self._qtbot.waitUntil(lambda: self._keys.events >= 2 * pressed, timeout=10_000)
        QApplication.processEvents()
        if any(stuttered(times, TOLERANT) for times in (self._keys.presses, self._keys.came)):
            raise StallError
        assert len(self.heard.sounds) == before + 1, f"{code} at {keys_per_s}/s was not heard once"

    def _note_click(self, name: str) -> None:
        self.clicks.append(name)

    def watch_buttons(self, window: QWidget) -> None:
        for button in window.findChildren(QAbstractButton):
            button.clicked.connect(partial(self._note_click, button.objectName()))


def state(window: QWidget) -> list[object]:
    """Everything a stray key could have changed."""
    focus: QWidget | None = QApplication.focusWidget()
    found: list[object] = [focus, QApplication.activePopupWidget()]
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLineEdit):
            found.append((widget.objectName(), widget.text()))
        elif isinstance(widget, QAbstractButton):
            found.append((widget.objectName(), widget.isChecked()))
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found.append((widget.objectName(), widget.currentIndex().row(), widget.model().rowCount()))
        elif isinstance(widget, QStackedWidget):
            found.append((widget.objectName(), widget.currentIndex()))
        elif isinstance(widget, SegmentedChoice):
            found.append((widget.objectName(), widget.value()))
    return found


def kind_of(widget: QWidget) -> str:
    """Its class; a password apart, since it shows nothing."""
    is_password = isinstance(widget, QLineEdit) and widget.echoMode() is not QLineEdit.EchoMode.Normal
    return f"{type(widget).__name__}{':password' if is_password else ''}"


def kinds(window: QWidget) -> dict[str, QWidget]:
    """One widget of each kind that can have the keys."""
    able = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy().value & 1 and widget.isVisible() and widget.isEnabled()
    ]
    return {kind_of(widget): widget for widget in reversed(able)}
