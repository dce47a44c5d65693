"""The board of the day: figures that lead on, what must be done next, and a page that reads again by itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.models.day_tiles import tiles_of, way_of
from kt1desk.desktop.models.todo_rows import todo_rows
from kt1desk.desktop.navigation import Going, Place
from kt1desk.desktop.pages.today import TodayPage
from kt1desk.desktop.side_refs import at_side
from kt1desk.desktop.widgets import BarList, Role, TileBar, WayTile, WholeRowsTable
from kt1desk.domain.service import Service
from kt1desk.services.day_cases import CasesToday
from kt1desk.services.day_items import ItemsToday
from kt1desk.services.day_rows import Coming
from kt1desk.services.numbers import Supply
from tests.support.day_fakes import FakeToday
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN
from tests.support.keys import part, press
from tests.support.today_page import CTRL, Opener, tile_at

QUIET = ItemsToday(0, 0, Coming(), 0, 0, 0, 0)


def _cells(page: TodayPage, column: int) -> list[str]:
    model = part(page, WholeRowsTable, "items").model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def _bars(page: TodayPage, name: str) -> dict[str, int]:
    return {bar.key: bar.number for bar in part(page, BarList, name).bars()}


def test_every_figure_is_of_both_services_and_says_how_many_of_each(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert tile_at(page, "accepted") == ("42", "38 KT1 · 4 hồ sơ")
    assert tile_at(page, "waiting") == ("19", "12 KT1 · 7 hồ sơ")
    assert tile_at(page, "under_way") == ("21", "từ đây 13 · về đây 8")
    assert tile_at(page, "deliver") == ("14", "ở đây 10 · bưu tá 4")
    assert tile_at(page, "late") == ("3", "1 KT1 · 2 hồ sơ")
    assert tile_at(page, "appointed") == ("3", "2 KT1 · 1 hẹn nhận")


def test_dossiers_are_drawn_by_where_they_are_and_both_services_by_their_deadlines(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert _bars(page, "places") == {
        "to_hand": 3,
        "at_authority": 31,
        "to_fetch": 6,
        "to_give": 5,
        "untold": 2,
    }
    assert _bars(page, "due") == {
        "overdue": 3,
        "today": 11,
        "tomorrow": 9,
        "week": 13,
        "later": 14,
        "undated": 3,
    }
    late = part(page, BarList, "due").bars()[0]
    assert (late.shown, late.second, late.spoken()) == ("1 · 2", 2, "Đã trễ: 1 KT1 · 2 hồ sơ")


def test_what_is_late_is_told_by_a_sign_and_a_word_as_well_as_a_colour(at_today: Opener) -> None:
    page = at_today(FakeToday())
    late, bar = part(page, WayTile, "tile_late").tile(), part(page, BarList, "due").bars()[0]

    assert (late.role, late.icon is not None) == (Role.ERROR, True)
    assert (bar.role, bar.icon is not None) == (Role.ERROR, True)
    at = next(row for row, left in enumerate(_cells(page, 1)) if left.startswith("trễ"))
    index = part(page, WholeRowsTable, "items").model().index(at, 0)
    assert index.data(Qt.ItemDataRole.DecorationRole) is not None or "trễ" in _cells(page, 1)[at]


def test_where_nothing_is_late_nothing_warns(at_today: Opener) -> None:
    needs = FakeToday()
    needs.change(items=QUIET, cases=CasesToday(), todo=(), hours=())
    page = at_today(needs)

    late = part(page, WayTile, "tile_late").tile()

    assert (late.number, late.caption, late.role) == ("0", "không có gì trễ", Role.BODY)
    assert all(bar.icon is None for name in ("places", "due") for bar in part(page, BarList, name).bars())


def test_where_more_wait_than_were_looked_at_the_number_of_late_ones_says_at_least() -> None:
    board = FakeToday().board
    assert board.items is not None

    tiles = tiles_of(replace(board, items=replace(board.items, least=True)), OFFSET_MIN, NOW_MS)

    assert tiles["late"].number == "≥ 3"


def test_whoever_may_not_see_kt1_sees_figures_of_dossiers_alone(at_today: Opener) -> None:
    needs = FakeToday()
    whole = needs.board
    needs.change(items=None, todo=tuple(each for each in whole.todo if each.task))
    page = at_today(needs)

    texts = [tile.tile() for tile in page.findChildren(WayTile) if tile.isVisible()]

    assert tile_at(page, "waiting") == ("7", "hồ sơ")
    assert not [tile for tile in texts if "KT1" in tile.caption or "KT1" in tile.title]
    assert not [cell for cell in _cells(page, 3) if cell.startswith("ME")]


def test_a_desk_that_does_not_serve_dossiers_has_no_chart_of_them(at_today: Opener) -> None:
    needs = FakeToday()
    needs.change(cases=None)
    page = at_today(needs)

    assert not part(page, BarList, "places").isVisible()
    assert [bar.shown for bar in part(page, BarList, "due").bars()] == ["1", "7", "6", "4", "0", "2"]
    assert tile_at(page, "waiting") == ("12", "bưu gửi KT1")


def test_what_must_be_done_next_stands_on_top_items_and_cases_together(at_today: Opener) -> None:
    page = at_today(FakeToday())

    whens, lefts, abouts = (_cells(page, column) for column in (0, 1, 3))

    assert lefts[0].startswith("trễ")
    assert any(text.startswith("ME") for text in abouts)
    assert any(text.startswith("2400") for text in abouts)
    assert whens.index("14:40") < whens.index("15:30")


def test_a_line_without_room_for_all_says_what_is_to_do_and_the_whole_stands_below(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert _cells(page, 2)[0] == "Hỏi cơ quan kết quả"
    assert (
        part(page, QLabel, "whole").text()
        == "Hỏi cơ quan kết quả: quá hẹn 3 ngày làm việc (ngày hẹn của cơ quan)"
    )
    press(Qt.Key.Key_Down)
    assert _cells(page, 2)[1] == "Báo: yêu cầu bổ sung"
    assert part(page, QLabel, "whole").text().startswith("Yêu cầu bổ sung: báo và đưa thông báo")


def test_parties_that_were_withheld_are_a_dash() -> None:
    rows = todo_rows(FakeToday().board.todo, NOW_MS, OFFSET_MIN)

    hidden = {row.cells[2].split(" · ", 1)[1] for row in rows if row.cells[4] == "—"}

    assert hidden == {"Hỏa tốc · C", "Thường · B"}


def test_what_was_not_read_whole_is_counted(at_today: Opener) -> None:
    needs = FakeToday()
    needs.change(more=27)
    page = at_today(needs)

    assert part(page, QLabel, "items_count").text() == "22 việc đầu, còn 27 việc nữa"


def test_without_a_shift_the_page_says_which_key_opens_one(at_today: Opener) -> None:
    needs = FakeToday()
    needs.change(shift=None)
    page = at_today(needs)

    assert "F6" in part(page, QLabel, "notice").text()
    assert part(page, QLabel, "notice").isVisible()


def test_questions_of_the_printer_and_few_numbers_are_said_with_their_count(at_today: Opener) -> None:
    needs = FakeToday()
    needs.change(questions=3, numbers=Supply(12, low=True))
    page = at_today(needs)

    notice = part(page, QLabel, "notice").text()
    assert "3 giấy in" in notice
    assert "12 số" in notice


def test_enter_leads_to_the_item_or_to_the_task_of_the_case(at_today: Opener) -> None:
    needs = FakeToday()
    page = at_today(needs)
    table = part(page, WholeRowsTable, "items")
    item = next(at for at, each in enumerate(needs.board.todo) if each.row)
    case = next(at for at, each in enumerate(needs.board.todo) if each.task and each.task.dossier)
    went: list[Going] = []

    page.going.connect(went.append)
    for at in (item, case):
        table.selectRow(at)
        press(Qt.Key.Key_Return)

    first, second = needs.board.todo[item].row, needs.board.todo[case].task
    assert first is not None
    assert second is not None
    assert went == [Going(Place.RECORD, first.item), Going(Place.ONE_STOP, f"tasks:{second.dossier}")]


def test_tiles_and_charts_are_reached_and_opened_by_keys_alone(at_today: Opener) -> None:
    page = at_today(FakeToday())
    went: list[Going] = []
    page.going.connect(went.append)

    press(Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_B, CTRL)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)

    assert went == [
        Going(Place.DISPATCH, at_side(Service.KT1, "pack")),
        Going(Place.ONE_STOP, "hand:second"),
        Going(Place.HOLDING, at_side(Service.KT1)),
    ]
    assert part(page, WholeRowsTable, "items").hasFocus()


def test_what_is_late_is_the_list_below_and_a_click_leads_there(at_today: Opener) -> None:
    page = at_today(FakeToday())
    table, tile = part(page, WholeRowsTable, "items"), part(page, WayTile, "tile_late")
    table.selectRow(5)
    press(Qt.Key.Key_B, CTRL)

    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)

    assert table.hasFocus()
    assert table.currentIndex().row() == 0


def test_a_tile_leads_to_the_side_that_has_what_it_counts() -> None:
    board = FakeToday().board
    assert board.cases is not None
    nothing = replace(board, items=QUIET)

    assert way_of(nothing, "waiting") == Going(Place.DISPATCH, at_side(Service.TTHC, "pack"))
    assert way_of(nothing, "deliver") == Going(Place.ONE_STOP, "pickup")
    assert way_of(replace(board, items=replace(QUIET, out=1), cases=None), "deliver") == Going(
        Place.DELIVERY, at_side(Service.KT1, "result")
    )
    left = replace(board, items=replace(QUIET, under_way=2), cases=None)
    assert way_of(left, "under_way") == Going(Place.DISPATCH, at_side(Service.KT1, "send"))


def test_a_page_that_was_told_to_forget_shows_nothing_of_before(at_today: Opener) -> None:
    page = at_today(FakeToday())
    page.hide()

    page.forget()

    assert _cells(page, 0) == []
    assert not [tile for tile in page.findChildren(WayTile) if tile.isVisibleTo(part(page, TileBar, "tiles"))]


def test_the_page_lets_the_whole_window_stand_on_1280_px(at_today: Opener) -> None:
    page = at_today(FakeToday())

    assert page.minimumSizeHint().width() <= 1280 - 184 - 344 - 32, "of pages with a right column"
    assert QWidget.minimumSizeHint(page).width() <= 1280 - 184 - 32, "of its own"


def test_at_least_eleven_things_to_do_are_seen_at_once(at_today: Opener) -> None:
    page = at_today(FakeToday())
    page.window().resize(1366, 768)

    assert part(page, WholeRowsTable, "items").whole_rows() >= 11
