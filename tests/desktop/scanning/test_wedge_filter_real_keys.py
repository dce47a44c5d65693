"""Real key events of a real X server: scans are taken out, typing arrives, whatever widget has the focus."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
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

CODES = ("ME473124829VN", "MA000000014VN", "TUI25000017", "NP0041772", "H37.12-251120-0012", "MW000000014VN")
TYPED = "nguyen van thanh, 0912345678; kinh tam thanh 12.500 dong me47 tui"


class Counter(QWidget):
    """A window with one widget, and everything that came out of the keyboard."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.widget = widget
        QVBoxLayout(self).addWidget(widget)
        self.scanned: list[str] = []


Open = Callable[[QWidget, Profile], Counter]


@pytest.fixture
def open_counter(qtbot: QtBot, qapp: QApplication) -> Iterator[Open]:
    filters: list[WedgeFilter] = []

    def open_it(widget: QWidget, profile: Profile) -> Counter:
        counter = Counter(widget)
        qtbot.addWidget(counter)
        counter.show()
        counter.activateWindow()
        qtbot.waitUntil(counter.isActiveWindow)
        widget.setFocus()
        wedge = WedgeFilter(qapp, profile)
        wedge.scanned.connect(counter.scanned.append)
        wedge.start()
        filters.append(wedge)
        return counter

    yield open_it
    for wedge in filters:
        wedge.stop()
        wedge.deleteLater()


def _press(qtbot: QtBot, *steps: str) -> None:
    """Press keys through the X server, while the window's event loop runs."""
    keyboard = subprocess.Popen(["xdotool", *steps])
    qtbot.waitUntil(lambda: keyboard.poll() is not None, timeout=60_000)
    assert keyboard.returncode == 0


def _type(qtbot: QtBot, text: str, *, delay_ms: float) -> None:
    _press(qtbot, "type", "--delay", str(delay_ms), text)


def _scan(qtbot: QtBot, code: str, *suffix: str, delay_ms: float) -> None:
    """A scanner: the code, then Enter or what else is its suffix."""
    _press(qtbot, "type", "--delay", str(delay_ms), "--args", "1", code, *("key", "--delay", "0", *suffix))


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


@pytest.mark.parametrize("keys_per_s", [60, 100, 250, 500, 1000])
@pytest.mark.parametrize("kind", WIDGETS)
def test_scans_reach_the_signal_and_leave_the_widget_alone(
    kind: str, keys_per_s: int, open_counter: Open, qtbot: QtBot
) -> None:
    make, state = WIDGETS[kind]
    counter = open_counter(make(), TOLERANT)
    before = state(counter.widget)

    for code in CODES:
        _scan(qtbot, code, "Return", delay_ms=1000 / keys_per_s)
        qtbot.waitUntil(lambda: bool(counter.scanned) and counter.scanned[-1] == code, timeout=3000)  # noqa: B023

    assert counter.scanned == list(CODES)
    assert state(counter.widget) == before


@pytest.mark.parametrize("profile", [FAST, TOLERANT], ids=["fast", "tolerant"])
@pytest.mark.parametrize("keys_per_s", [8, 16])
def test_what_is_typed_by_hand_arrives_whole(
    profile: Profile, keys_per_s: int, open_counter: Open, qtbot: QtBot
) -> None:
    counter = open_counter(QLineEdit(), profile)
    line = counter.widget
    assert isinstance(line, QLineEdit)

    _type(qtbot, TYPED, delay_ms=1000 / keys_per_s)

    qtbot.waitUntil(lambda: line.text() == TYPED, timeout=3000)
    assert counter.scanned == []


def test_a_scan_in_the_middle_of_a_word_takes_nothing_of_it(open_counter: Open, qtbot: QtBot) -> None:
    counter = open_counter(QLineEdit(), FAST)
    line = counter.widget
    assert isinstance(line, QLineEdit)

    _type(qtbot, "lang s", delay_ms=90)
    _scan(qtbot, "ME473124829VN", "Return", delay_ms=8)
    _type(qtbot, "on", delay_ms=90)

    qtbot.waitUntil(lambda: line.text() == "lang son", timeout=3000)
    assert counter.scanned == ["ME473124829VN"]


@pytest.mark.parametrize("suffix", [("Return", "Return"), ("Return", "Linefeed"), ("KP_Enter", "Tab")])
def test_both_ends_of_a_double_suffix_are_swallowed_and_a_later_enter_is_not(
    suffix: tuple[str, str], open_counter: Open, qtbot: QtBot
) -> None:
    counter = open_counter(QLineEdit(), FAST)
    line = counter.widget
    assert isinstance(line, QLineEdit)
    enters: list[bool] = []
    line.returnPressed.connect(lambda: enters.append(True))

    _scan(qtbot, "ME473124829VN", *suffix, delay_ms=8)
    swallowed = not enters
    with qtbot.waitSignal(line.returnPressed, timeout=3000):
        _press(qtbot, "type", "--delay", "200", "--args", "1", "x", "key", "Return")

    assert counter.scanned == ["ME473124829VN"]
    assert swallowed
    assert line.text() == "x"


def test_a_busy_program_neither_splits_a_scan_nor_lets_it_out(open_counter: Open, qtbot: QtBot) -> None:
    counter = open_counter(QLineEdit(), FAST)
    line = counter.widget
    assert isinstance(line, QLineEdit)
    work = QTimer(counter, interval=0)
    work.timeout.connect(lambda: _be_busy(0.15))  # longer than any gap the recogniser allows
    work.start()

    for n in range(10):
        _scan(qtbot, "ME473124829VN", "Return", delay_ms=12)
        qtbot.waitUntil(lambda: len(counter.scanned) == n + 1, timeout=3000)  # noqa: B023

    work.stop()
    assert counter.scanned == ["ME473124829VN"] * 10
    assert line.text() == ""


def _be_busy(seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass
