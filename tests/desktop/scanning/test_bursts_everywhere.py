"""Bursts of a wedge scanner through a real X server, into whatever has the keys on the desk's own pages: all heard, nothing leaks."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QMessageBox,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.theme import LIGHT
from kt1desk.desktop.look.wear import wear
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.scanning.dispatcher import Answering, ScanAnswer, ScanDispatcher
from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.desktop.widgets import SegmentedChoice
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import TOLERANT, KeyKind
from kt1desk.devices.scan_shapes import Scan
from kt1desk.devices.wedge import Verdict
from kt1desk.domain.errors import DeskError
from tests.support.page_scenes import SCENES
from tests.support.scanner_keys import XScanner, stuttered

CODES = ("ME473124829VN", "MA000000014VN", "TUI25000017", "NP0041772", "H37.12-251120-0012", "MW000000014VN")
SPEEDS = (30, 60, 100, 250, 500, 1000)
PLACES = {
    "accept-ready": ("FieldEdit", "SegmentedChoice", "ChecklistRow", "ActionButton"),
    "shift-close-things": ("FieldEdit",),
    "curtain": ("FieldEdit:password",),
    "search": ("FieldEdit",),
    "keys": (),
}
"""Scenes of the check, and the kinds of widgets that are tried there; empty: what has the keys by itself."""
MORE = (
    *("today", "accept-list", "dossier-papers", "dossier-who", "record-item", "registers-new", "users-roles"),
    *(
        "lists-looked-at",
        "first-run-administrator",
        "first-run-group",
        "printers-settings",
        "devices-arrivals",
        "reports-made",
    ),
    *(
        "dispatch-packing",
        "delivery-result",
        "one-stop-fees-remit",
        "audit",
        "backups",
        "line-share",
        "login",
    ),
)
TRIES = 10


class Heard:
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
class Keys:
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


class Counter:
    """Filter, dispatcher and scanner, for whatever window stands there."""

    def __init__(self, app: QApplication, qtbot: QtBot, scanner: XScanner) -> None:
        self.heard = Heard()
        self.clicks: list[str] = []
        self._qtbot = qtbot
        self._scanner = scanner
        self._keys = Keys()
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


@pytest.fixture(scope="module")
def scanner(display: str) -> Iterator[XScanner]:
    made = XScanner(os.environ["DISPLAY"])
    yield made
    made.close()


Scene = Callable[[Counter, MainWindow], None]
Play = Callable[[str, Scene], None]


@pytest.fixture
def play(qapp: QApplication, qtbot: QtBot, scanner: XScanner) -> Play:
    """A scene of the desk with a scanner before it, again where the server itself stuttered."""
    wear(qapp, LIGHT)

    def once(name: str, scene: Scene) -> None:
        jobs = Jobs()
        window = SCENES[name](jobs)
        counter = Counter(qapp, qtbot, scanner)
        counter.watch_buttons(window)
        try:
            scene(counter, window)
        finally:
            counter.filter.stop()
            counter.filter.deleteLater()
            window.close()
            jobs.close()
            window.deleteLater()
            QApplication.processEvents()

    def played(name: str, scene: Scene) -> None:
        for _ in range(TRIES):
            try:
                return once(name, scene)
            except StallError:
                continue
        raise AssertionError("the machine is too busy to play a scanner")

    return played


def _scans(kind: str, speeds: Sequence[int], codes: Sequence[str]) -> Scene:
    def scene(counter: Counter, window: MainWindow) -> None:
        if kind:
            kinds(window)[kind].setFocus()
        QApplication.processEvents()
        before = state(window)
        for speed in speeds:
            for code in codes:
                counter.scan(code, speed)
                assert state(window) == before, (
                    f"{code} at {speed}/s leaked into {kind or 'what had the keys'}"
                )
        assert counter.heard.codes == [*codes] * len(speeds)
        assert counter.clicks == []

    return scene


@pytest.mark.parametrize(
    ("name", "kind"), [(name, kind) for name, wanted in PLACES.items() for kind in wanted or ("",)]
)
def test_a_burst_is_heard_and_leaves_the_widget_alone(name: str, kind: str, play: Play) -> None:
    play(name, _scans(kind, (1000, 100), CODES[:1]))


@pytest.mark.soak
@pytest.mark.parametrize("speed", SPEEDS)
@pytest.mark.parametrize("name", [*PLACES, *MORE])
def test_every_kind_of_widget_at_every_speed(name: str, speed: int, play: Play) -> None:
    play(name, _every_kind(name, speed))


def _every_kind(name: str, speed: int) -> Scene:
    """All kinds of a scene in one window; where the server stuttered the kind is tried again."""

    def scene(counter: Counter, window: MainWindow) -> None:
        found = ["", *kinds(window)]
        for kind in found:
            for _ in range(TRIES):
                counter.heard.codes.clear()
                with suppress(StallError):
                    _scans(kind, (speed,), CODES)(counter, window)
                    break
            else:
                raise StallError
        print(f"{name} {speed}/s: {len(found) * len(CODES)} scans into {', '.join(found[1:])}")

    return scene


def _before_a_question(speeds: Sequence[int], codes: Sequence[str]) -> Scene:
    def scene(counter: Counter, window: MainWindow) -> None:
        question = QMessageBox(QMessageBox.Icon.Question, "Nhãn", "Nhãn đã in chưa?", parent=window)
        question.addButton(QMessageBox.StandardButton.Yes)
        question.setDefaultButton(QMessageBox.StandardButton.Yes)
        counter.watch_buttons(question)
        stays: list[bool] = []

        def scan_all() -> None:
            with suppress(StallError):
                for speed in speeds:
                    for code in codes:
                        counter.scan(code, speed)
                        stays.append(
                            question.isVisible() and counter.last == say(DeskError("scan.dialog_open"))
                        )
            question.reject()

        QTimer.singleShot(100, scan_all)
        question.exec()
        if len(stays) < len(speeds) * len(codes):
            raise StallError
        assert all(stays)
        assert counter.heard.codes == []
        assert counter.heard.sounds == ["bad"] * len(stays)
        assert counter.clicks == []

    return scene


def test_a_burst_before_a_question_is_refused_and_answers_nothing(play: Play) -> None:
    play("accept-ready", _before_a_question((1000, 100), CODES[:1]))


@pytest.mark.soak
@pytest.mark.parametrize("speed", SPEEDS)
def test_every_burst_before_a_question_is_refused(speed: int, play: Play) -> None:
    play("accept-ready", _before_a_question((speed,), CODES))
