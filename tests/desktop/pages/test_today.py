"""The day's page: figures, what leaves next, and what must be done first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.main_window import MainWindow
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.pages.today import TodayPage
from kt1desk.desktop.widgets import TileCard, WholeRowsTable
from tests.support.desk_fakes import SESSION, FakeToday, FakeWindow
from tests.support.keys import part, press

Opener = Callable[[FakeToday], TodayPage]


@pytest.fixture
def at_today(jobs: Jobs, activate: Callable[[QWidget], None], qtbot: QtBot) -> Opener:
    def make(needs: FakeToday) -> TodayPage:
        window = MainWindow(jobs)
        page = TodayPage(needs, jobs)
        window.furnish(SESSION, "Bưu cục Kỳ Lừa", FakeWindow(), {Place.TODAY: page})
        activate(window)
        window.go(Place.TODAY)
        qtbot.waitUntil(lambda: jobs.running == 0)
        return page

    return make


def _cells(page: TodayPage, column: int) -> list[str]:
    model = part(page, WholeRowsTable, "items").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_what_must_leave_next_stands_on_top_and_what_is_late_says_so_in_a_word(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert _cells(page, 0)[:2] == ["14:40 hôm nay", "15:30 hôm nay"]
    assert _cells(page, 1)[:2] == ["trễ 12 phút", "còn 38 phút"]
    assert part(page, TileCard, "tile_waiting").tile().caption == "1 đã trễ"


def test_cases_are_counted_beside_the_items_of_the_shift(at_today: Opener) -> None:
    needs = FakeToday()
    needs.shown = replace(needs.shown, accepted=38, dossiers=4)
    page = at_today(needs)

    tile = part(page, TileCard, "tile_accepted").tile()
    assert (tile.number, tile.caption) == ("42", "38 bưu gửi · 4 hồ sơ")


def test_dossiers_are_counted_by_where_they_are_and_people_to_be_told_stand_out(at_today: Opener) -> None:
    page = at_today(FakeToday())

    figures = [part(page, QLabel, f"case_{name}") for name in ("waiting", "under_way", "at_authority")]
    told = part(page, QLabel, "case_notices")

    assert [figure.text() for figure in figures] == ["7", "4", "31"]
    assert (part(page, QLabel, "case_results").text(), told.text()) == ("5", "2")
    assert part(page, QLabel, "case_notices_says").property("role") == "warn"


def test_a_desk_that_does_not_serve_dossiers_counts_none(at_today: Opener) -> None:
    needs = FakeToday()
    needs.shown = replace(needs.shown, cases=None)

    page = at_today(needs)

    assert not part(page, QLabel, "case_waiting").isVisible()


def test_the_page_lets_the_whole_window_stand_on_1280_px(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert page.minimumSizeHint().width() <= 1280 - 184 - 344 - 32


def test_at_least_fourteen_items_are_seen_at_once(at_today: Opener) -> None:
    page = at_today(FakeToday())
    page.window().resize(1366, 768)

    assert part(page, WholeRowsTable, "items").whole_rows() >= 14


def test_parties_that_were_withheld_are_a_dash(at_today: Opener) -> None:
    page = at_today(FakeToday())

    kinds, receivers = _cells(page, 3), _cells(page, 4)
    hidden = {kind for kind, receiver in zip(kinds, receivers, strict=True) if receiver == "—"}
    assert hidden == {"Hỏa tốc · C", "Thường · B"}


def test_without_a_shift_the_page_says_which_key_opens_one(at_today: Opener) -> None:
    needs = FakeToday()
    needs.shown = replace(needs.shown, shift_open=False, items=())
    page = at_today(needs)

    assert "F6" in part(page, QLabel, "notice").text()
    assert part(page, QLabel, "notice").isVisible()


def test_few_numbers_left_is_a_warning_with_the_count(at_today: Opener) -> None:
    needs = FakeToday()
    needs.shown = replace(needs.shown, numbers_left=12, numbers_low=True)
    page = at_today(needs)

    assert "12 số" in part(page, QLabel, "notice").text()


def test_enter_leads_to_the_chosen_item(at_today: Opener, qtbot: QtBot) -> None:
    needs = FakeToday()
    page = at_today(needs)

    press(Qt.Key.Key_Down)
    with qtbot.waitSignal(page.going) as going:
        press(Qt.Key.Key_Return)

    assert going.args == [Going(Place.RECORD, needs.shown.items[1].item)]


def test_the_chosen_item_stays_chosen_when_the_list_is_read_again(
    at_today: Opener, jobs: Jobs, qtbot: QtBot
) -> None:
    needs = FakeToday()
    page = at_today(needs)
    press(Qt.Key.Key_Down)
    chosen = needs.shown.items[1]

    needs.shown = replace(needs.shown, items=needs.shown.items[1:])
    press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs.running == 0)

    with qtbot.waitSignal(page.going) as going:
        press(Qt.Key.Key_Return)
    assert going.args[0].ref == chosen.item
