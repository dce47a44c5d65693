"""A clerk in front of the first run: keys, what is typed, and what the page shows then."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.pages.first_run import FirstRunPage
from kt1desk.desktop.widgets import FieldEdit
from tests.support.keys import part, press, type_text
from tests.support.setup_fakes import RECOVERY_CODE

ENTER = Qt.Key.Key_Return
GOOD_PASSWORD = "chim-se-nau-15"


def at_first_run(
    page: FirstRunPage, jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> AtFirstRun:
    """The page as the gate of a window that has the keyboard."""
    window = MainWindow(jobs)
    window.show_gate(page)
    activate(window)
    made = AtFirstRun(page, jobs, qtbot)
    made.wait()
    return made


class AtFirstRun:
    """Whoever sits in front of the first run: types, presses, waits, looks."""

    def __init__(self, page: FirstRunPage, jobs: Jobs, qtbot: QtBot) -> None:
        self.page, self._jobs, self._qtbot = page, jobs, qtbot

    def enter(self, text: str = "") -> None:
        type_text(text)
        press(ENTER)
        self.wait()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        press(key, modifiers)
        self.wait()

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def step(self) -> int:
        return part(self.page, QStackedWidget, "stack").currentIndex()

    def field(self, name: str) -> FieldEdit:
        return part(self.page, FieldEdit, name)

    def text(self, name: str) -> str:
        return part(self.page, QLabel, name).text()

    def problems(self) -> list[str]:
        return [each.text() for each in self.page.findChildren(QLabel, "problem") if each.isVisible()]

    def choose_trial(self) -> None:
        self.press(Qt.Key.Key_2)
        self.enter()

    def name_administrator(self, password: str = GOOD_PASSWORD, again: str = GOOD_PASSWORD) -> None:
        for typed in ("lan", "Hoang Thi Lan", password, again):
            self.enter(typed)

    def prove_recovery_code(self) -> None:
        self.enter()
        asked = int(self.text("group_label")[-1])
        self.enter(RECOVERY_CODE.split("-")[asked - 1].lower())
