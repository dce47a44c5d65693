"""The page of a record in the real window, its records from memory: `Looker` says what a clerk sees and does, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Going
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.widgets import ActionButton, Card
from tests.support.keys import part, press, type_text
from tests.support.record_fakes import FakeRecords

ENTER, ESC, SPACE, F8 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_F8
CTRL = Qt.KeyboardModifier.ControlModifier


class Looker:
    """A clerk at the page of records."""

    def __init__(self, window: MainWindow, page: RecordPage, needs: FakeRecords, settle: Callable[[], None]):
        self.window, self.page, self.needs = window, page, needs
        self._settle = settle
        self.said: list[str] = []
        self.going: list[Going] = []
        page.said.connect(self.said.append)
        page.going.connect(self.going.append)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and every answer to it."""
        press(key, modifiers)
        self._settle()

    def ctrl(self, letter: str) -> None:
        """Ctrl and a letter."""
        self.press(Qt.Key[f"Key_{letter}"], CTRL)

    def look_up(self, number: str) -> None:
        """A number typed at the field."""
        self.ctrl("T")
        type_text(number)
        self.press(ENTER)

    def scan(self, code: str) -> bool:
        """A scan; whether anybody took it."""
        taken = self.window.take_scan(code)
        self._settle()
        return taken

    def text(self, name: str) -> str:
        """What a label says; "" while it is out of sight."""
        label = part(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def visible_texts(self) -> str:
        """Everything that labels say."""
        return "\n".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())

    def offers(self, name: str) -> bool:
        """Whether this button stands there."""
        return part(self.window, ActionButton, name).isVisible()

    def asks(self) -> str:
        """What is asked; "" for nothing."""
        card = part(self.window, Card, "question_card")
        return part(card, QLabel, "question_title").text() if card.isVisible() else ""
