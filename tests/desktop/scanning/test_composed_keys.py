"""Keys that an input method of the system eats: scans are told from what it composes, typed words stay as it composed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.scanning.us_keyboard import X11
from kt1desk.desktop.scanning.wedge_filter import WedgeFilter
from kt1desk.devices.keys import TOLERANT

_ENTER = 36


class Line(QLineEdit):
    """A field that keeps in mind what is being composed in it."""

    preedit = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        self.preedit = event.preeditString()
        super().inputMethodEvent(event)


class Composer:
    """A field, and an input method that composes in it as ibus-unikey was seen to do."""

    def __init__(self, app: QApplication, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.line = Line()
        QVBoxLayout(self.window).addWidget(self.line)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.line.setFocus()
        self.codes: list[str] = []
        self.refused: list[bool] = []
        self.enters: list[bool] = []
        self.line.returnPressed.connect(lambda: self.enters.append(True))
        self.filter = WedgeFilter(app, TOLERANT, X11)
        self.filter.scanned.connect(self.codes.append)
        self.filter.hooked.connect(lambda: self.refused.append(True))
        self.filter.start()

    def composes(self, texts: Sequence[str]) -> None:
        """What is shown while the keys come, one text for each key."""
        for text in texts:
            self._send(preedit=text)

    def commits(self, text: str) -> None:
        """The word is finished; nothing is composed any more, which is said once more."""
        self._send(commit=text)
        self._send()

    def presses_enter(self) -> None:
        """The key itself, which the input method sent on: with the time it was pressed, before the word was finished."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, _ENTER, 0, 0, "\r")
            QCoreApplication.sendEvent(self.window.windowHandle(), event)

    def _send(self, preedit: str = "", commit: str = "") -> None:
        event = QInputMethodEvent(preedit, [])
        event.setCommitString(commit)
        QCoreApplication.sendEvent(self.line, event)


@pytest.fixture
def composer(qapp: QApplication, qtbot: QtBot) -> Iterator[Composer]:
    made = Composer(qapp, qtbot)
    yield made
    made.filter.stop()
    made.filter.deleteLater()


def beginnings(shown: str, before: str = "") -> list[str]:
    """The text growing letter by letter."""
    return [before + shown[:length] for length in range(1, len(shown) + 1)]


def scan(composer: Composer, texts: Sequence[str]) -> None:
    composer.composes(texts)
    composer.commits(texts[-1])
    composer.presses_enter()


def test_a_scan_that_was_composed_is_a_scan(composer: Composer) -> None:
    scan(composer, beginnings("ME473124829VN"))

    assert (composer.codes, composer.refused) == (["ME473124829VN"], [])
    assert (composer.line.text(), composer.enters) == ("", [])


@pytest.mark.parametrize(
    ("code", "texts"),
    [
        ("AA123456785VN", ["A", *beginnings("Â123456785VN")]),
        ("MW000000014VN", ["M", *beginnings("Ư000000014VN", "M")]),
        ("DD123456785VN", ["D", *beginnings("Đ123456785VN")]),
    ],
)
def test_a_code_that_was_rewritten_is_proved_by_its_check_digit(
    composer: Composer, code: str, texts: list[str]
) -> None:
    scan(composer, texts)

    assert composer.codes in ([code], [])
    assert len(composer.codes) + len(composer.refused) == 1
    assert (composer.line.text(), composer.enters) == ("", [])


def test_a_code_without_proof_is_refused_and_leaves_nothing(composer: Composer) -> None:
    scan(composer, [*beginnings("TUI"), "TUÌ", *beginnings("5000017", "TUÌ")])

    assert (composer.codes, composer.refused) == ([], [True])
    assert (composer.line.text(), composer.enters) == ("", [])


def test_a_word_in_the_making_stays_and_the_scan_behind_it_goes(composer: Composer, qtbot: QtBot) -> None:
    composer.composes(["h", "ho", "hoa", "hoà"])
    until_let_out(composer, qtbot, "hoà")

    scan(composer, beginnings("ME473124829VN", "hoà"))

    assert (composer.codes, composer.line.text()) == (["ME473124829VN"], "hoà")


def test_a_word_finished_long_before_does_not_come_back(composer: Composer, qtbot: QtBot) -> None:
    composer.composes(["h", "ho", "hoà"])
    composer.commits("hoà ")
    until_let_out(composer, qtbot, "")

    composer.line.clear()
    scan(composer, beginnings("NP0041772"))

    assert (composer.codes, composer.line.text()) == (["NP0041772"], "")


def test_a_scan_without_suffix_does_not_come_back_when_the_composing_is_ended(
    composer: Composer, qtbot: QtBot
) -> None:
    composer.composes(beginnings("ME473124829VN"))
    qtbot.waitUntil(lambda: bool(composer.codes), timeout=3000)

    composer.commits("ME473124829VN")

    assert (composer.codes, composer.line.text()) == (["ME473124829VN"], "")


def test_words_arrive_as_they_were_composed(composer: Composer, qtbot: QtBot) -> None:
    for word, steps in {"một": ["m", "mo", "mô", "môt", "một"], "Mùa": ["M", "Mu", "Mua", "Mùa"]}.items():
        for step in steps:
            composer.composes([step])
            until_let_out(composer, qtbot, step)
        composer.commits(f"{word} ")

    qtbot.waitUntil(lambda: composer.line.text() == "một Mùa ", timeout=3000)
    assert (composer.codes, composer.refused) == ([], [])


def until_let_out(composer: Composer, qtbot: QtBot, text: str) -> None:
    """Slow hands: what was held goes to the field before the next key."""
    qtbot.waitUntil(lambda: composer.line.preedit == text, timeout=3000)
    qtbot.waitUntil(QDeadlineTimer(round(1.5 * TOLERANT.gap_ms)).hasExpired)
