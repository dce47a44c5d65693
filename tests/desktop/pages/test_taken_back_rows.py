"""What was taken back stands in every list as such, costs nothing there, and lies in no drawer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.pages.record import RecordPage
from kt1desk.desktop.pages.shift import ShiftPage
from kt1desk.desktop.widgets import Role, RowsModel, WholeRowsTable
from kt1desk.services.reversal import ReversalReason
from tests.support.desk_fakes import SESSION, FakeWindow, item_row, open_shift
from tests.support.keys import part, press
from tests.support.recording import at_records
from tests.support.shift_fakes import FakeShift


def _shift_page(needs: FakeShift, jobs: Jobs, show: Callable[[QWidget], None], qtbot: QtBot) -> ShiftPage:
    window, page = MainWindow(jobs), ShiftPage(needs, jobs)
    window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.SHIFT: page})
    show(window)
    window.go(Place.SHIFT)
    qtbot.waitUntil(lambda: jobs.running == 0)
    return page


def test_the_shift_dims_what_was_taken_back_and_shows_no_price_for_it(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    items = (item_row(0), item_row(1, state="reversed"))
    page = _shift_page(FakeShift(open_shift(), items=items), jobs, activate, qtbot)

    model = part(page, WholeRowsTable, "items").model()
    assert isinstance(model, RowsModel)
    here, gone = model.row(0), model.row(1)

    assert (gone.cells[2:], set(gone.roles.values())) == (("Đã rút", "—"), {Role.MUTED})
    assert here.cells[2] == "Thường"
    assert not here.roles


def test_what_was_paid_back_is_shown_and_is_no_longer_expected_in_the_drawer(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    shift = replace(open_shift(114_600), paid_dong=16_500)
    page = _shift_page(FakeShift(shift), jobs, activate, qtbot)

    side = page.side()
    assert side is not None
    assert part(side, QLabel, "paid_value").text() == "-16.500 đ"
    assert part(side, QLabel, "paid_value").isVisible()
    assert part(side, QLabel, "expected_value").text() == "1.298.100 đ"


def test_enter_on_an_item_of_the_shift_leads_to_it(
    jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    page = _shift_page(FakeShift(open_shift(), items=(item_row(0), item_row(1))), jobs, activate, qtbot)
    part(page, WholeRowsTable, "items").setFocus()

    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.going) as going:
        press(Qt.Key.Key_Return)

    assert going.args == [Going(Place.RECORD, item_row(1).item)]


def test_beside_the_draft_an_item_that_was_taken_back_says_so_and_enter_shows_it(
    worn: QApplication, tmp_path: Path
) -> None:
    with at_records(tmp_path) as clerk:
        number = clerk.desk.accept().item
        clerk.desk.reversals.withdraw_item(clerk.desk.session(), number, ReversalReason.MISTAKE)
        clerk.key(Qt.Key.Key_F3)
        clerk.key(Qt.Key.Key_F2)
        page = clerk.window.page()
        assert page is not None
        table = part(page, WholeRowsTable, "recent")
        model = table.model()
        assert isinstance(model, RowsModel)
        row = model.row(0)
        table.setFocus()

        clerk.key(Qt.Key.Key_Down)
        clerk.key(Qt.Key.Key_Return)

        assert row.cells[-1] == "Đã rút"
        assert isinstance(clerk.window.page(), RecordPage)
        assert clerk.label("record_number").replace(" ", "") == number


def test_a_case_that_was_taken_back_says_so_beside_the_draft_and_enter_shows_it(
    worn: QApplication, tmp_path: Path
) -> None:
    with at_records(tmp_path) as clerk:
        case = clerk.desk.accept_dossier().dossier
        clerk.desk.reversals.withdraw_dossier(clerk.desk.session(), case, ReversalReason.WITHDRAWN)
        clerk.key(Qt.Key.Key_F3)
        page = clerk.window.page()
        assert page is not None
        table = part(page, WholeRowsTable, "recent")
        model = table.model()
        assert isinstance(model, RowsModel)
        row = model.row(0)
        table.setFocus()

        clerk.key(Qt.Key.Key_Down)
        clerk.key(Qt.Key.Key_Return)

        assert (row.cells[-1], set(row.roles.values())) == ("Đã rút", {Role.MUTED})
        assert clerk.label("record_number") == case
