"""The filter between keyboard and windows: other layouts, hooking input methods, dialogs that open."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.us_keyboard import WINDOWS, X11, keyboard_of
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import Key, KeyKind
from kt1desk.devices.wedge import Verdict
from tests.devices.keyboard import TELEX, VNI, burst, char, item_number, through_hook
from tests.support.wedge_counter import VK_PACKET, WedgeCounter


@pytest.fixture
def counter(qtbot: QtBot, qapp: QApplication) -> Iterator[WedgeCounter]:
    counter = WedgeCounter(qtbot, qapp)
    yield counter
    counter.filter.stop()
    counter.filter.deleteLater()


@pytest.mark.parametrize("marks", [TELEX, VNI], ids=["telex", "vni"])
def test_a_code_garbled_by_a_hooking_input_method_is_recovered(
    counter: WedgeCounter, marks: dict[str, str]
) -> None:
    rng = random.Random(7)
    codes = [
        item_number(rng, prefix)
        for prefix in ("ME", "MA", "MU", "MW", "AA", "DD", "MD", "OO")
        for _ in range(8)
    ]

    for n, code in enumerate(codes, start=1):
        counter.press(*through_hook(code, marks, gap_ms=4, start_ms=n * 1000.0))

    assert counter.codes == codes
    assert (counter.line.text(), counter.hooked) == ("", 0)


def test_a_garbled_code_without_proof_is_told_and_leaves_nothing_in_the_field(counter: WedgeCounter) -> None:
    counter.press(*through_hook("TUI25000017", VNI, gap_ms=4, start_ms=1000))

    assert (counter.codes, counter.hooked, counter.line.text()) == ([], 1, "")


def test_vietnamese_typed_through_a_hook_arrives(counter: WedgeCounter, qtbot: QtBot) -> None:
    at_ms, keys = 1000.0, []
    for step in ["t", "i", "e", "⌫ê", "n", "g", "⌫⌫⌫ếng", " ", "V", "i", "e", "⌫ê", "⌫ệ", "t"]:
        at_ms += 95
        keys += [
            Key(at_ms + place, KeyKind.ERASE)
            if sign == "⌫"
            else char(sign, at_ms + place, injected="⌫" in step)
            for place, sign in enumerate(step)
        ]

    counter.press(*keys)

    qtbot.waitUntil(lambda: counter.line.text() == "tiếng Việt", timeout=3000)
    assert (counter.codes, counter.hooked) == ([], 0)


def test_the_vietnamese_layout_of_windows_does_not_change_a_scan(counter: WedgeCounter) -> None:
    layout = dict(
        zip(
            "1234567890",
            ["ă", "â", "ê", "ô", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323", "đ"],
            strict=True,
        )
    )

    counter.press(*burst("ME473124829VN", keys_per_s=100, start_ms=1000), layout=layout)

    assert (counter.codes, counter.line.text()) == (["ME473124829VN"], "")


def test_capslock_does_not_change_a_scan(counter: WedgeCounter) -> None:
    inverted = {sign: sign.lower() for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}

    counter.press(*burst("ME473124829VN", keys_per_s=100, start_ms=1000), layout=inverted)

    assert (counter.codes, counter.line.text()) == (["ME473124829VN"], "")


def test_characters_without_a_key_count_by_their_text(qtbot: QtBot, qapp: QApplication) -> None:
    # Remote desktops and test tools send text with scan code 0.
    assert WINDOWS.character(0, "m", shift=False) == "M"
    assert not WINDOWS.is_injected(0, 0, "m")
    assert WINDOWS.is_injected(0, VK_PACKET, "m")
    assert WINDOWS.is_injected(0, 0, "Ẽ")


@pytest.mark.parametrize(
    ("scan_code", "text", "shift", "expected"),
    [
        (58, "m", False, "M"),
        (51, "\\", False, "\\"),
        (51, "|", True, "|"),
        (20, "-", False, "-"),
        (60, ".", False, "."),
        (87, "1", False, "1"),  # keypad with NumLock
        (87, "", False, ""),  # without it the same key is End
        (67, "", False, ""),  # F1
    ],
)
def test_x11_key_codes_are_read_by_place(scan_code: int, text: str, shift: bool, expected: str) -> None:
    assert X11.character(scan_code, text, shift=shift) == expected


def test_each_platform_has_its_numbering() -> None:
    assert [keyboard_of(name) for name in ("xcb", "wayland", "windows", "offscreen")] == [
        X11,
        X11,
        WINDOWS,
        WINDOWS,
    ]


def test_keys_that_waited_behind_a_busy_program_come_in_before_the_timer_counts(
    counter: WedgeCounter, qtbot: QtBot
) -> None:
    keys = burst("ME473124829VN", keys_per_s=100, start_ms=1000)
    counter.press(*keys[:5])

    busy_until = time.monotonic() + 0.2  # the timer of the first half is long due when the loop runs again
    while time.monotonic() < busy_until:
        pass
    QTimer.singleShot(5, lambda: counter.press(*keys[5:]))
    qtbot.waitUntil(lambda: bool(counter.codes), timeout=3000)

    assert (counter.codes, counter.line.text()) == (["ME473124829VN"], "")


def test_a_scan_works_in_a_dialog_that_a_held_key_opened(counter: WedgeCounter, qtbot: QtBot) -> None:
    dialog = QDialog(counter.window)
    qtbot.addWidget(dialog)

    def scan_and_leave() -> None:
        counter.press(*burst("ME473124829VN", keys_per_s=100, start_ms=5000))
        dialog.reject()

    counter.line.textEdited.connect(lambda: (QTimer.singleShot(0, scan_and_leave), dialog.exec()))

    counter.press(char("M", 1000))
    qtbot.waitUntil(lambda: bool(counter.codes), timeout=3000)

    assert counter.codes == ["ME473124829VN"]
    assert counter.line.text() == "M"


def test_characters_let_out_by_a_hiccup_are_taken_out_of_the_field_again(
    counter: WedgeCounter, qtbot: QtBot
) -> None:
    counter.line.setText("gấp ")
    counter.press(char("M", 1000), char("E", 1010))
    qtbot.waitUntil(lambda: counter.line.text() == "gấp ME", timeout=3000)

    counter.press(*burst("473124829VN", keys_per_s=200, start_ms=1100))

    assert (counter.codes, counter.line.text()) == (["ME473124829VN"], "gấp ")


def test_they_are_taken_out_of_a_text_of_many_lines_too(counter: WedgeCounter, qtbot: QtBot) -> None:
    text = QPlainTextEdit("gấp ")
    layout = counter.window.layout()
    assert layout is not None
    layout.addWidget(text)
    text.moveCursor(text.textCursor().MoveOperation.End)
    text.setFocus()
    counter.press(char("M", 1000), char("E", 1010))
    qtbot.waitUntil(lambda: text.toPlainText() == "gấp ME", timeout=3000)

    counter.press(*burst("473124829VN", keys_per_s=200, start_ms=1100))

    assert (counter.codes, text.toPlainText()) == (["ME473124829VN"], "gấp ")


def test_what_is_held_reaches_its_window_when_the_filter_stops(counter: WedgeCounter) -> None:
    counter.press(char("M", 1000), char("E", 1005))

    counter.filter.stop()

    assert counter.line.text() == "ME"


def test_a_window_that_closed_takes_no_key_with_it(counter: WedgeCounter, qtbot: QtBot) -> None:
    counter.press(char("M", 1000))

    counter.window.close()
    counter.filter.stop()

    assert counter.codes == []


class Watcher:
    """What is told of the keys."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.codes: list[str] = []

    def see(self, seen: SeenKey, verdict: Verdict) -> None:
        if seen.key.kind is not KeyKind.RELEASE:
            self.made.append(seen.text)
        self.timed_out(verdict)

    def timed_out(self, verdict: Verdict) -> None:
        self.codes += [verdict.code] if verdict.code else []


def test_whoever_watches_sees_what_the_layout_made_of_each_key(counter: WedgeCounter) -> None:
    watcher = Watcher()
    counter.filter.tell(watcher)

    counter.press(*burst("NP0041772", keys_per_s=100, start_ms=1000), layout={"N": "n"})
    for key, text in ((Qt.Key.Key_B, "\x02"), (Qt.Key.Key_F12, "")):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ControlModifier, 88, 0, 0, text)
        QCoreApplication.sendEvent(counter.handle, event)

    assert watcher.made == [*"nP0041772", "\r", "\x02", "<F12>"]
    assert watcher.codes == counter.codes == ["NP0041772"]


def test_whoever_watches_sees_a_scan_without_suffix(counter: WedgeCounter, qtbot: QtBot) -> None:
    watcher = Watcher()
    counter.filter.tell(watcher)

    counter.press(*burst("NP0041772", keys_per_s=100, start_ms=1000, suffix=0))

    qtbot.waitUntil(lambda: watcher.codes == ["NP0041772"], timeout=3000)


def test_the_filter_tells_the_widest_gap_of_a_scan(counter: WedgeCounter) -> None:
    counter.press(*burst("NP0041772", keys_per_s=100, start_ms=1000))

    assert counter.filter.widest_gap_ms == 10
