"""Clerks at a page: of a real desk where items and dossiers are accepted, before made-up lists and records elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.pages.printers import PrintersPage
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.pages.today import TodayPage
from tests.support.accepting import AtCounter, at_counter
from tests.support.day_fakes import FakeToday
from tests.support.desk_fakes import SESSION, FakeWindow
from tests.support.dispatch_fakes import FakeDispatches
from tests.support.dispatch_page import F4, AtDispatches
from tests.support.dispatch_page import Opener as DispatchOpener
from tests.support.dossier_page import AtDossiers, at_dossiers
from tests.support.keys import press
from tests.support.list_fakes import FakeLists
from tests.support.list_page import CTRL, AtLists, Opener
from tests.support.plain_desk import PlainPage
from tests.support.printer_fakes import FakePrinters
from tests.support.printer_setup_page import AtPrinterSetup
from tests.support.printer_setup_page import Opener as PrinterOpener
from tests.support.record_fakes import FakeRecords
from tests.support.record_page import Looker
from tests.support.setup_fakes import FakePapers
from tests.support.shift_fakes import FakeShift
from tests.support.today_page import Opener as TodayOpener
from tests.support.work_page import AtWorks
from tests.support.work_page import Opener as WorksOpener


@pytest.fixture
def clerk(worn: QApplication, tmp_path: Path) -> Iterator[AtCounter]:
    """A clerk with an open shift."""
    with at_counter(tmp_path) as made:
        yield made


@pytest.fixture
def dossiers(worn: QApplication, tmp_path: Path) -> Iterator[AtDossiers]:
    """A clerk at the dossier page, with an open shift."""
    with at_dossiers(tmp_path) as made:
        yield made


@pytest.fixture
def dossiers_without_shift(worn: QApplication, tmp_path: Path) -> Iterator[AtDossiers]:
    """A clerk at the dossier page who has not opened a shift."""
    with at_dossiers(tmp_path, shift=False) as made:
        yield made


@pytest.fixture
def at_lists(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Opener:
    """Opens the window at the page of lists."""

    def make(needs: FakeLists) -> AtLists:
        made = AtLists(needs, jobs, qtbot)
        activate(made.window)
        press(Qt.Key.Key_D, CTRL)
        made.settle()
        return made

    return make


@pytest.fixture
def looker(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Looker:
    """A clerk at the page of records."""
    window, needs = MainWindow(jobs), FakeRecords.full()
    page = RecordPage(needs, jobs)
    pages = {Place.TODAY: PlainPage("TODAY"), Place.RECORD: page}
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), pages)
    activate(window)

    def settle() -> None:
        qtbot.waitUntil(lambda: jobs.running == 0)

    settle()
    return Looker(window, page, needs, settle)


@pytest.fixture
def at_dispatches(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> DispatchOpener:
    """Opens the window at the page of dispatches."""

    def make(needs: FakeDispatches) -> AtDispatches[FakeDispatches]:
        made = AtDispatches(needs, jobs, lambda: qtbot.waitUntil(lambda: jobs.running == 0))
        activate(made.window)
        made.press(F4)
        return made

    return make


@pytest.fixture
def at_works(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> WorksOpener:
    """Opens the window at a page of several works, by the key of its place."""

    def make(page: Callable[[Jobs], Page], place: Place) -> AtWorks:
        made = AtWorks(page(jobs), place, jobs, lambda: qtbot.waitUntil(lambda: jobs.running == 0))
        activate(made.window)
        made.go(place)
        return made

    return make


@pytest.fixture
def at_shift(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> Callable[[FakeShift], MainWindow]:
    """Open the window at the shift's page."""

    def make(needs: FakeShift) -> MainWindow:
        window = MainWindow(jobs)
        window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.SHIFT: ShiftPage(needs, jobs)})
        activate(window)
        window.go(Place.SHIFT)
        qtbot.waitUntil(lambda: jobs.running == 0)
        return window

    return make


@pytest.fixture
def at_printer_setup(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> PrinterOpener:
    """Opens the window at the page of printers, one of them being set up."""

    def make(printers: FakePrinters, key: Qt.Key = Qt.Key.Key_1) -> AtPrinterSetup:
        window = MainWindow(jobs)
        page = PrintersPage(FakePapers(), printers, jobs)
        window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.PRINTERS: page})
        activate(window)
        window.go(Place.PRINTERS)
        made = AtPrinterSetup(window, jobs, qtbot)
        made.press(key, modifiers=CTRL)
        return made

    return make


@pytest.fixture
def at_today(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> TodayOpener:
    """Opens the board of the day."""

    def make(needs: FakeToday) -> TodayPage:
        window = MainWindow(jobs)
        page = TodayPage(needs, jobs)
        window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.TODAY: page})
        activate(window)
        window.go(Place.TODAY)
        qtbot.waitUntil(lambda: jobs.running == 0)
        return page

    return make
