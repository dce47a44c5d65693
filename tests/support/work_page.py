"""A page of several works in the real window, what it needs from memory: `AtWorks` says what a clerk sees and does, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.widgets import FieldEdit, NoteLabel, RowsModel, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import press, type_text
from tests.support.plain_desk import PlainPage

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ENTER, ESC, SPACE, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Down
F8, F9, DELETE = Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Delete


Opener = Callable[[Callable[[Jobs], Page], Place], "AtWorks"]
"""Opens the window at a place with the page that is made for it."""


class AtWorks:
    """A clerk at the page. `heard` are the sentences of scans that went wrong after they were taken, `found` what Ctrl+K finds."""

    def __init__(self, page: Page, place: Place, jobs: Jobs, settle: Callable[[], None]) -> None:
        self.page, self.settle = page, settle
        self.window, self.found = MainWindow(jobs), FakeWindow()
        pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), place: page}
        self.window.furnish(SESSION, "Bưu cục Kỳ Lừa", self.found, pages)
        self.said: list[str] = []
        self.heard: list[str] = []
        page.said.connect(self.said.append)
        self.window.scan_failed.connect(self.heard.append)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Keys, and every answer to each."""
        for key in keys:
            press(key, modifiers)
            self.settle()

    def go(self, place: Place) -> None:
        """By its key."""
        pressed = QKeySequence(place.key)[0]  # type: ignore[index]  # it is, whatever the stubs say
        self.press(pressed.key(), modifiers=pressed.keyboardModifiers())

    def ctrl(self, sign: str) -> None:
        """Ctrl and a letter or digit."""
        self.press(Qt.Key[f"Key_{sign}"], modifiers=CTRL)

    def type(self, text: str) -> None:
        """Signs, and every answer to them."""
        type_text(text)
        self.settle()

    def enter(self, *texts: str) -> None:
        """Texts, each with Enter behind it."""
        for text in texts:
            type_text(text)
            self.press(ENTER)

    def scan(self, *codes: str) -> list[str]:
        """Scans one after the other; the code of each refusal, and "" for each that was taken."""
        said = []
        for code in codes:
            try:
                said.append("" if self.window.take_scan(code) else "refused")
            except DeskError as error:
                said.append(error.code)
            self.settle()
        return said

    def text(self, name: str) -> str:
        """What a label or button in sight says; "" while it is out of sight."""
        labels = [each.text() for each in self.window.findChildren(QLabel, name) if each.isVisible()]
        buttons = [
            each.text() for each in self.window.findChildren(QAbstractButton, name) if each.isVisible()
        ]
        return next(iter((*labels, *buttons)), "")

    def field(self, name: str) -> FieldEdit:
        """The input of that name that is in sight."""
        return next(each for each in self.window.findChildren(FieldEdit, name) if each.isVisible())

    def note(self, name: str) -> str:
        """What stands below an input in sight."""
        notes = self.window.findChildren(NoteLabel, f"{name}_note")
        return next((each.text() for each in notes if each.isVisible()), "")

    def table(self, name: str = "items") -> WholeRowsTable:
        """The table of that name that is in sight."""
        return next(each for each in self.window.findChildren(WholeRowsTable, name) if each.isVisible())

    def rows(self, name: str = "items") -> list[tuple[str, ...]]:
        """What it shows."""
        model = self.table(name).model()
        assert isinstance(model, RowsModel)
        return [model.row(at).cells for at in range(model.rowCount())]

    def sees(self, name: str) -> bool:
        """Whether a part is in sight."""
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))
