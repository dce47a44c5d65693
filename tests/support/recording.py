"""A clerk with the page of records and the one that accepts, in the real window on a real desk; only the clock is the test's."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from kt1desk.app.counter import AcceptCounter
from kt1desk.app.dossier_counter import DossierCounter
from kt1desk.app.gates import LockedScreen
from kt1desk.app.record_counter import RecordCounter
from kt1desk.app.window_counter import WindowCounter
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.accept_dossier import AcceptDossierPage
from kt1desk.desktop.pages.accept_item import AcceptItemPage
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.widgets import FieldEdit, WholeRowsTable
from kt1desk.store.keys import KeyRing
from tests.support.accepting import Scale, is_quiet, open_desk_of, wait_until
from tests.support.desks import Counter, counter
from tests.support.keys import part, press, type_text


@dataclass
class AtRecords:
    """A clerk who looks things up."""

    desk: Counter
    window: MainWindow
    jobs: Jobs
    woken: list[None]
    said: list[str] = field(default_factory=list)

    def settle(self) -> None:
        """Wait until every answer has come and is shown."""
        wait_until(lambda: is_quiet(self.window, self.jobs))

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, and every answer to it."""
        press(key, modifiers)
        self.settle()

    def type(self, text: str) -> None:
        """Letters, and every answer to them."""
        type_text(text)
        self.settle()

    def ctrl(self, letter: str) -> None:
        """Ctrl and a letter."""
        self.key(Qt.Key[f"Key_{letter}"], Qt.KeyboardModifier.ControlModifier)

    def look_up(self, number: str) -> None:
        """To the page, a number, Enter."""
        self.ctrl("T")
        self.type(number)
        self.key(Qt.Key.Key_Return)

    def label(self, name: str) -> str:
        """The text of a label; "" where it is hidden."""
        labels = self.window.findChildren(QLabel, name)
        return next((label.text() for label in labels if label.isVisible()), "")

    def text(self, name: str) -> str:
        """What stands in an input of the page in front."""
        page = self.window.page()
        assert page is not None
        return part(page, FieldEdit, name).text()

    def papers(self) -> list[tuple[str, str]]:
        """The print jobs that are shown: name and state."""
        model = part(self.window, WholeRowsTable, "papers").model()
        return [(model.index(row, 2).data(), model.index(row, 3).data()) for row in range(model.rowCount())]


@contextmanager
def at_records(root: Path, *, shift: bool = True, user: str = "clerk") -> Iterator[AtRecords]:
    """A window of a desk made for it, active."""
    with counter(root) as desk:
        if shift:
            desk.open_shift()
        jobs = Jobs()
        made = clerk_with_records(desk, user, jobs)
        try:
            made.window.resize(1366, 768)
            made.window.show()
            made.window.activateWindow()
            wait_until(made.window.isActiveWindow)
            made.settle()
            yield made
        finally:
            made.window.close()
            jobs.close()
            made.window.deleteLater()
            QApplication.sendPostedEvents()


def clerk_with_records(desk: Counter, user: str, jobs: Jobs) -> AtRecords:
    """The furnished window; not shown yet."""
    opened = open_desk_of(desk, user)
    window, woken, scale = MainWindow(jobs), list[None](), Scale()

    def wake() -> None:
        woken.append(None)

    pages: dict[Place, Page] = {
        Place.ACCEPT: AcceptItemPage(AcceptCounter(opened, wake, scale), jobs),
        Place.DOSSIER: AcceptDossierPage(DossierCounter(opened, wake, scale), jobs),
        Place.RECORD: RecordPage(RecordCounter(opened, wake), jobs),
    }
    lock = LockedScreen(KeyRing(desk.folder, desk.clock))
    window.furnish(opened.session, "240000", WindowCounter(opened, lock, lambda: ()), pages)
    made = AtRecords(desk, window, jobs, woken)
    for page in pages.values():
        page.said.connect(made.said.append)
    return made
