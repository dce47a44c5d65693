"""The page of dispatches in the real window, its dispatches from memory: `AtDispatches` says what a clerk sees and does, by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.needs.dispatch import DispatchNeeds
from kt1desk.desktop.pages.dispatch import DispatchPage
from kt1desk.desktop.widgets import FieldEdit, RowsModel, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.dispatch_fakes import FakeDispatches
from tests.support.keys import press, type_text
from tests.support.plain_desk import PlainPage

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space
F4, F8, F9, DOWN = Qt.Key.Key_F4, Qt.Key.Key_F8, Qt.Key.Key_F9, Qt.Key.Key_Down


N = TypeVar("N", bound=DispatchNeeds)


class AtDispatches(Generic[N]):
    """A clerk at the page. `heard` are the sentences of scans that went wrong after they were taken."""

    def __init__(self, needs: N, jobs: Jobs, settle: Callable[[], None]) -> None:
        self.needs, self.settle = needs, settle
        self.page = DispatchPage(needs, jobs)
        self.window = MainWindow(jobs)
        pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.DISPATCH: self.page}
        self.window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
        self.said: list[str] = []
        self.heard: list[str] = []
        self.page.said.connect(self.said.append)
        self.window.scan_failed.connect(self.heard.append)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and every answer to it."""
        press(key, modifiers)
        self.settle()

    def ctrl(self, sign: str) -> None:
        """Ctrl and a letter or digit."""
        self.press(Qt.Key[f"Key_{sign}"], CTRL)

    def enter(self, *texts: str) -> None:
        """Texts, each with Enter behind it."""
        for text in texts:
            type_text(text)
            self.press(ENTER)

    def scan(self, *codes: str) -> list[str]:
        """Scans one after the other; what was said of each that was refused, and "" of each that was taken."""
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

    def rows(self) -> list[tuple[str, ...]]:
        """What the table in sight shows."""
        table = next(each for each in self.page.findChildren(WholeRowsTable) if each.isVisible())
        model = table.model()
        assert isinstance(model, RowsModel)
        return [model.row(at).cells for at in range(model.rowCount())]

    def table(self) -> WholeRowsTable:
        """The table in sight."""
        return next(each for each in self.page.findChildren(WholeRowsTable) if each.isVisible())

    def sees(self, name: str) -> bool:
        """Whether a part is in sight."""
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))


Clerk = AtDispatches[FakeDispatches]
Opener = Callable[[FakeDispatches], Clerk]
