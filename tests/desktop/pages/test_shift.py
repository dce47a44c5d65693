"""A shift is opened by keyboard alone, with what was counted note by note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kt1desk.desktop.cash_count import CashCount
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, FieldState, Role, RowsModel, WholeRowsTable
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import NOTES, NOW_MS, item_row, open_shift
from tests.support.keys import focus_name, part, press, type_text
from tests.support.shift_fakes import CHECKS, FakeShift

ENTER = Qt.Key.Key_Return
F9 = Qt.Key.Key_F9

Opener = Callable[[FakeShift], MainWindow]


def _count(*pieces: str) -> None:
    for typed in pieces:
        type_text(typed)
        press(ENTER)


def _wait(jobs: Jobs, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs.running == 0)


def test_a_shift_opens_with_what_was_counted_note_by_note(at_shift: Opener, jobs: Jobs, qtbot: QtBot) -> None:
    needs = FakeShift()
    window = at_shift(needs)

    _count("1", "3", "2")
    press(F9)
    _wait(jobs, qtbot)

    assert needs.open is not None
    assert needs.open.float_dong == 500_000 + 3 * 200_000 + 2 * 100_000
    assert part(window, QLabel, "shift_figure").text() == "Ca 1"
    assert "1.300.000 đ" in part(window, FieldEdit, "search").note_text()


def test_enter_counts_an_empty_line_as_none_and_goes_down(at_shift: Opener) -> None:
    window = at_shift(FakeShift())

    press(ENTER)
    press(ENTER)

    assert part(window, FieldEdit, "pieces_500000").text() == "0"
    assert focus_name() == "pieces_100000"


def test_enter_on_the_last_note_never_opens(at_shift: Opener, jobs: Jobs, qtbot: QtBot) -> None:
    needs = FakeShift()
    at_shift(needs)

    _count(*["0"] * 9)
    press(ENTER)
    press(ENTER)
    _wait(jobs, qtbot)

    assert needs.open is None
    assert focus_name() == "go"


def test_an_empty_drawer_opens_at_once(at_shift: Opener, jobs: Jobs, qtbot: QtBot) -> None:
    needs = FakeShift()
    at_shift(needs)

    press(F9)
    _wait(jobs, qtbot)

    assert needs.open is not None
    assert needs.open.float_dong == 0


def test_a_business_date_far_away_is_told_at_its_field_and_the_count_stays(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeShift()
    window = at_shift(needs)
    _count("2")
    press(Qt.Key.Key_F8)
    type_text("22/10/2026")
    press(F9)
    _wait(jobs, qtbot)

    told = say(DeskError("shift.date_far", date="22/10/2026", today="22/11/2026"))
    assert part(window, QLabel, "business_date_problem").text() == told
    assert part(window, FieldEdit, "business_date").state() is FieldState.ERROR
    assert part(window, FieldEdit, "pieces_500000").text() == "2"
    assert needs.open is None


@pytest.mark.parametrize("typed", ["30/02/2026", "hom nay", ""])
def test_what_is_no_date_is_told_before_anybody_is_asked(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot, typed: str
) -> None:
    needs = FakeShift()
    window = at_shift(needs)

    press(Qt.Key.Key_F8)
    press(Qt.Key.Key_Delete)
    type_text(typed)
    press(F9)
    _wait(jobs, qtbot)

    assert part(window, FieldEdit, "business_date").state() is FieldState.ERROR
    assert focus_name() == "business_date"
    assert needs.open is None


def test_what_was_counted_survives_a_look_at_the_list_again(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeShift(items=(item_row(0),))
    window = at_shift(needs)
    _count("1")

    press(Qt.Key.Key_F6)
    _wait(jobs, qtbot)

    assert part(window, FieldEdit, "pieces_500000").text() == "1"


def test_what_is_looked_at_first_stands_beside_the_count(at_shift: Opener) -> None:
    window = at_shift(FakeShift())

    model = part(window, WholeRowsTable, "lines").model()
    assert isinstance(model, RowsModel)
    rows = [model.row(at) for at in range(model.rowCount())]

    assert [row.cells[0] for row in rows] == [check.what for check in CHECKS]
    assert rows[1].roles == {1: Role.WARN}


@pytest.mark.parametrize("typed", ["5,5", "5.5", "1.000", "-3", "muoi"])
def test_what_is_no_number_of_notes_is_told_in_its_line_and_nothing_goes_on(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot, typed: str
) -> None:
    needs = FakeShift()
    window = at_shift(needs)

    _count(typed)
    press(F9)
    _wait(jobs, qtbot)

    field = part(window, FieldEdit, "pieces_500000")
    assert (field.text(), field.state()) == (typed, FieldState.ERROR)
    assert field.accessibleDescription() == "Chỉ gõ chữ số"
    assert focus_name() == "pieces_500000"
    assert needs.open is None
    type_text("5")
    press(ENTER)
    assert field.state() is FieldState.IDLE
    assert part(window, QLabel, "total_value").text() == "2.500.000 đ"


def test_more_notes_than_a_drawer_holds_are_refused_in_their_line(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeShift()
    window = at_shift(needs)

    _count("10000")
    press(F9)
    _wait(jobs, qtbot)

    assert part(window, FieldEdit, "pieces_500000").accessibleDescription() == "Tối đa 9.999 tờ"
    assert needs.open is None


def test_the_largest_count_and_the_longest_refusal_are_whole_on_the_smallest_screen(
    at_shift: Opener, qtbot: QtBot
) -> None:
    window = at_shift(FakeShift())
    window.resize(1366, 768)

    _count(*["9999"] * 8, "10000")

    total = part(window, QLabel, "total_value")
    labels = [total, *part(window, CashCount, "count").findChildren(QLabel)]
    assert total.text() == "8.869.113.000 đ"
    qtbot.waitUntil(
        lambda: [label.text() for label in labels if label.width() < label.sizeHint().width()] == []
    )


def test_enter_goes_to_the_next_line_also_where_it_was_counted_before(at_shift: Opener) -> None:
    window = at_shift(FakeShift())
    _count("1", "2", "3")
    part(window, FieldEdit, "pieces_500000").setFocus()
    part(window, FieldEdit, "pieces_500000").selectAll()

    _count("4", "5")

    assert [part(window, FieldEdit, f"pieces_{value}").text() for value in NOTES[:4]] == ["4", "5", "3", ""]
    assert focus_name() == "pieces_100000"


def _after_a_shift_with_money() -> FakeShift:
    return FakeShift(last=replace(open_shift(), closed_ms=NOW_MS, counted_dong=1_314_600))


def test_an_empty_drawer_after_a_shift_with_money_is_asked_about_and_opened_only_by_a_second_f9(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = _after_a_shift_with_money()
    window = at_shift(needs)

    press(F9)
    _wait(jobs, qtbot)
    asked, open_after_first = part(window, QLabel, "answer").text(), needs.open
    press(ENTER)
    _wait(jobs, qtbot)
    open_after_enter = needs.open
    press(F9)
    _wait(jobs, qtbot)

    assert asked.startswith("Ca trước đếm được 1.314.600 đ, nay 0 đ. F9 lần nữa để mở ca")
    assert open_after_first is None
    assert open_after_enter is None
    assert needs.open is not None


def test_another_sum_than_the_shift_before_left_is_asked_about(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = _after_a_shift_with_money()
    window = at_shift(needs)

    _count("2")
    press(F9)
    _wait(jobs, qtbot)
    asked, open_after_first = part(window, QLabel, "answer").text(), needs.open
    press(F9)
    _wait(jobs, qtbot)

    assert asked.startswith("Ca trước đếm được 1.314.600 đ, nay 1.000.000 đ.")
    assert open_after_first is None
    assert needs.open is not None


def test_esc_leads_from_the_question_of_an_empty_drawer_back_to_counting(
    at_shift: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = _after_a_shift_with_money()
    window = at_shift(needs)
    press(F9)

    press(Qt.Key.Key_Escape)
    _count("2")
    asked = part(window, QLabel, "answer").isVisible()
    press(F9)
    press(F9)
    _wait(jobs, qtbot)

    assert not asked
    assert needs.open is not None
    assert needs.open.float_dong == 1_000_000
