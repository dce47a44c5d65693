"""Real key events of a real X server: scans are taken out, typing arrives, whatever widget has the focus."""

from __future__ import annotations

import math
import random
import subprocess
import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.devices.keys import FAST, TOLERANT, Profile
from tests.support.xtest_keys import XKeys

CODES = ("ME473124829VN", "MA000000014VN", "TUI25000017", "NP0041772", "H37.12-251120-0012", "MW000000014VN")
TYPED = "nguyen van thanh, 0912345678; kinh tam thanh 12.500 dong me47 tui"
TRIES = 8
KEYS = 1_200
SIGMA = math.sqrt(math.log(1 + 0.6**2))
"""Of pauses that spread by 0.6 of their mean."""


class KeyTimes(QObject):
    """The X server's own times of the keys of each burst.

    On a busy machine the program that plays the scanner may be halted between two keys. No scanner does that, so such a
    try says nothing and is made again.
    """

    def __init__(self) -> None:
        super().__init__()
        self._bursts: list[list[int]] = []
        self._recording = False

    def begin(self) -> None:
        self._bursts.append([])
        self._recording = True

    def end(self) -> None:
        self._recording = False

    @property
    def count(self) -> int:
        return len(self._bursts[-1])

    @property
    def widest_gap_ms(self) -> int:
        return max((b - a for burst in self._bursts for a, b in pairwise(burst)), default=0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(event, QKeyEvent) or event.key() == Qt.Key.Key_Shift:
            return False
        is_press = event.type() == QEvent.Type.KeyPress and isinstance(watched, QWindow)
        if self._recording and is_press and event.spontaneous():
            self._bursts[-1].append(event.timestamp())
        return False


class Counter(QWidget):
    """A window with one widget, and everything that came out of the keyboard."""

    def __init__(self, widget: QWidget, qtbot: QtBot, app: QApplication, profile: Profile) -> None:
        super().__init__()
        self.widget = widget
        self._qtbot = qtbot
        self._app = app
        QVBoxLayout(self).addWidget(widget)
        self.scanned: list[str] = []
        self.times = KeyTimes()
        self._wedge = WedgeFilter(app, profile)
        self._wedge.scanned.connect(self.scanned.append)
        self._wedge.start()
        app.installEventFilter(self.times)  # installed last, asked first
        qtbot.addWidget(self, before_close_func=lambda _: self.leave())
        self.show()
        self.activateWindow()
        qtbot.waitUntil(self.isActiveWindow)
        widget.setFocus()

    def leave(self) -> None:
        self._app.removeEventFilter(self.times)
        self._wedge.stop()

    @property
    def line(self) -> QLineEdit:
        assert isinstance(self.widget, QLineEdit)
        return self.widget

    def type(self, text: str, *, delay_ms: float) -> None:
        """A person's hands."""
        self.press("type", "--delay", str(delay_ms), text)

    def scan(self, code: str, *suffix: str, delay_ms: float) -> None:
        """A scanner: the code, then Enter or what else is its suffix."""
        self.times.begin()
        self.press("type", "--delay", str(delay_ms), "--args", "1", code, "key", "--delay", "0", *suffix)
        self._qtbot.waitUntil(lambda: self.times.count == len(code) + len(suffix), timeout=5000)
        self.times.end()

    def press(self, *steps: str) -> None:
        """Press keys through the X server, while the window's event loop runs."""
        keyboard = subprocess.Popen(["xdotool", *steps])
        self._qtbot.waitUntil(lambda: keyboard.poll() is not None, timeout=60_000)
        assert keyboard.returncode == 0


Play = Callable[[Callable[[], QWidget], Profile, Callable[[Counter], None]], Counter]


@pytest.fixture
def play(qtbot: QtBot, qapp: QApplication) -> Play:
    """Play a scene in a fresh window, again until its bursts were as steady as a scanner's."""

    def played(make: Callable[[], QWidget], profile: Profile, scene: Callable[[Counter], None]) -> Counter:
        for _ in range(TRIES):
            counter = Counter(make(), qtbot, qapp, profile)
            scene(counter)
            if counter.times.widest_gap_ms < profile.gap_ms:
                return counter
            counter.leave()
            counter.close()
        raise AssertionError("the machine is too busy to play a scanner")

    return played


def _combo() -> QComboBox:
    combo = QComboBox(editable=True)
    combo.addItems(["", "MA", "ME"])
    return combo


def _list() -> QListWidget:
    rows = QListWidget()
    rows.addItems(["Hữu Lũng", "MA", "ME", "TUI"])
    rows.setCurrentRow(0)
    return rows


def _button() -> QPushButton:
    button = QPushButton("Chấp nhận", autoDefault=True)
    button.clicked.connect(lambda: button.setProperty("presses", (button.property("presses") or 0) + 1))
    return button


WIDGETS: dict[str, tuple[Callable[[], QWidget], Callable[[QWidget], object]]] = {
    "line": (QLineEdit, lambda w: w.text() if isinstance(w, QLineEdit) else None),
    "plain": (QPlainTextEdit, lambda w: w.toPlainText() if isinstance(w, QPlainTextEdit) else None),
    "text": (QTextEdit, lambda w: w.toPlainText() if isinstance(w, QTextEdit) else None),
    "spin": (QSpinBox, lambda w: w.value() if isinstance(w, QSpinBox) else None),
    "combo": (_combo, lambda w: w.currentText() if isinstance(w, QComboBox) else None),
    "list": (_list, lambda w: w.currentRow() if isinstance(w, QListWidget) else None),
    "button": (_button, lambda w: w.property("presses")),
}


# xdotool is quicker: 28 makes some 60 characters a second. Both ends and the middle are tried each time, what lies between at length.
@pytest.mark.parametrize(
    "delay_ms", [28, pytest.param(16, marks=pytest.mark.soak), 10, pytest.param(4, marks=pytest.mark.soak), 1]
)
@pytest.mark.parametrize("kind", WIDGETS)
def test_scans_reach_the_signal_and_leave_the_widget_alone(kind: str, delay_ms: int, play: Play) -> None:
    make, state = WIDGETS[kind]
    untouched = state(make())

    def scene(counter: Counter) -> None:
        for code in CODES:
            counter.scan(code, "Return", delay_ms=delay_ms)

    counter = play(make, TOLERANT, scene)

    assert counter.scanned == list(CODES)
    assert state(counter.widget) == untouched


@pytest.mark.parametrize("profile", [FAST, TOLERANT], ids=["fast", "tolerant"])
@pytest.mark.parametrize("delay_ms", [62, 125])  # some 28 and 14 keys a second: faster than hands
def test_what_is_typed_by_hand_arrives_whole(
    profile: Profile, delay_ms: int, play: Play, qtbot: QtBot
) -> None:
    counter = play(QLineEdit, profile, lambda counter: counter.type(TYPED, delay_ms=delay_ms))

    qtbot.waitUntil(lambda: counter.line.text() == TYPED, timeout=3000)
    assert counter.scanned == []


@pytest.mark.soak
@pytest.mark.parametrize("profile", [FAST, TOLERANT], ids=["fast", "tolerant"])
def test_a_page_typed_by_a_quick_hand_arrives_whole(
    profile: Profile, qtbot: QtBot, qapp: QApplication, display: str
) -> None:
    """1,200 keys at twelve a second, log-normal pauses, whole item numbers among the words: the X server's own time between them."""
    rng = random.Random(12)
    words = [*TYPED.split(), "ME473124829VN", "TUI25000017", "H37.12-251120-0012"]
    text = ""
    while len(text) < KEYS:
        text += f"{rng.choice(words)} "
    gaps = [round(rng.lognormvariate(math.log(83.3) - 0.5 * SIGMA**2, SIGMA)) for _ in text]
    counter = Counter(QPlainTextEdit(), qtbot, qapp, profile)
    shown = counter.widget.toPlainText if isinstance(counter.widget, QPlainTextEdit) else str
    hand = XKeys(display)

    hand.typed(text, gaps)
    qtbot.waitUntil(lambda: len(shown()) >= len(text), timeout=300_000)
    hand.close()

    assert shown() == text
    assert counter.scanned == []


def test_a_scan_in_the_middle_of_a_word_takes_nothing_of_it(play: Play, qtbot: QtBot) -> None:
    def scene(counter: Counter) -> None:
        counter.type("lang s", delay_ms=90)
        counter.scan("ME473124829VN", "Return", delay_ms=8)
        counter.type("on", delay_ms=90)

    counter = play(QLineEdit, TOLERANT, scene)

    qtbot.waitUntil(lambda: counter.line.text() == "lang son", timeout=3000)
    assert counter.scanned == ["ME473124829VN"]


@pytest.mark.parametrize("key", ["F9", "ctrl+b"])
def test_a_shortcut_finds_all_that_was_typed_before_it(key: str, play: Play, qtbot: QtBot) -> None:
    """An amount and F9 after it, as fast as two hands: the last digits must not be held while the shortcut acts."""
    found: list[str] = []

    def scene(counter: Counter) -> None:
        shortcut = QShortcut(QKeySequence(key), counter)
        shortcut.activated.connect(lambda: found.append(counter.line.text()))
        for _ in range(4):
            counter.line.clear()
            with qtbot.waitSignal(shortcut.activated, timeout=3000):
                counter.press("type", "--delay", "8", "--args", "1", "25000", "key", "--delay", "0", key)

    counter = play(QLineEdit, FAST, scene)

    assert set(found) == {"25000"}
    assert counter.scanned == []


@pytest.mark.parametrize("suffix", [("Return", "Return"), ("Return", "Linefeed"), ("KP_Enter", "Tab")])
def test_both_ends_of_a_double_suffix_are_swallowed_and_a_later_enter_is_not(
    suffix: tuple[str, str], play: Play, qtbot: QtBot
) -> None:
    counter = play(QLineEdit, TOLERANT, lambda counter: counter.scan("ME473124829VN", *suffix, delay_ms=8))
    enters: list[bool] = []
    counter.line.returnPressed.connect(lambda: enters.append(True))

    focused_after_scan = counter.line.hasFocus()
    counter.type("x", delay_ms=200)
    with qtbot.waitSignal(counter.line.returnPressed, timeout=3000):
        subprocess.run(["xdotool", "key", "Return"], check=True)

    assert counter.scanned == ["ME473124829VN"]
    assert focused_after_scan
    assert enters == [True]
    assert counter.line.text() == "x"


def test_a_busy_program_neither_splits_a_scan_nor_lets_it_out(play: Play) -> None:
    def scene(counter: Counter) -> None:
        work = QTimer(counter, interval=0)
        work.timeout.connect(lambda: _be_busy(0.15))  # longer than any gap the recogniser allows
        work.start()
        for _ in range(10):
            counter.scan("ME473124829VN", "Return", delay_ms=12)
        work.stop()

    counter = play(QLineEdit, TOLERANT, scene)

    assert counter.scanned == ["ME473124829VN"] * 10
    assert counter.line.text() == ""


def _be_busy(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
