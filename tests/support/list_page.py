"""The page of lists in the real window, its lists from memory: `AtLists` says what a clerk sees and does, by keys alone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.lists import ListsPage
from kt1desk.desktop.widgets import FieldEdit, WholeRowsTable
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.keys import part, press, type_text
from tests.support.list_fakes import FakeLists, example
from tests.support.plain_desk import PlainPage

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER, ESC, F8, F9 = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_F8, Qt.Key.Key_F9
LIST, CATALOGUE = "/usb/so-noi-vu-27.xlsx", "/usb/thu-tuc-2026.xlsx"
STATE = 5


class AtLists:
    """A clerk at the page."""

    def __init__(self, needs: FakeLists, jobs: Jobs, qtbot: QtBot) -> None:
        self.needs, self._jobs, self._qtbot = needs, jobs, qtbot
        self.page = ListsPage(needs, jobs)
        self.window = MainWindow(jobs)
        pages: dict[Place, Page] = {Place.TODAY: PlainPage("TODAY"), Place.LISTS: self.page}
        self.window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
        self.window.closing.connect(self.page.stop)

    def settle(self) -> None:
        """Wait until every answer has come."""
        self._qtbot.waitUntil(lambda: self._jobs.running == 0)

    def look(self, path: str = LIST) -> None:
        """A file typed at its field and looked at."""
        type_text(path)
        press(ENTER)
        self.settle()

    def wait_for(self, label: str, text: str) -> None:
        """Wait until a label says this."""
        self._qtbot.waitUntil(lambda: self.text(label) == text)

    def text(self, name: str) -> str:
        """What a label says."""
        return part(self.window, QLabel, name).text()

    def seen(self, name: str) -> str:
        """What a label says; "" while it is out of sight."""
        label = part(self.window, QLabel, name)
        return label.text() if label.isVisible() else ""

    def note(self, name: str) -> str:
        """What stands below an input."""
        return part(self.window, FieldEdit, name).note_text()

    def states(self) -> list[str]:
        """The state of each line, in words."""
        model = part(self.window, WholeRowsTable, "lines").model()
        return [
            str(model.index(row, STATE).data(Qt.ItemDataRole.AccessibleTextRole))
            for row in range(model.rowCount())
        ]


Opener = Callable[[FakeLists], AtLists]


def one_list() -> FakeLists:
    """Twenty lines."""
    return FakeLists({LIST: example(20)})
