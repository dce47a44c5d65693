"""Who holds what, by keyboard and scanner alone: counts by holder and place, putting away, handing over, counting against the books."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.holding import HoldingPage
from kt1desk.desktop.widgets import FieldState, RowsModel
from kt1desk.domain.errors import DeskError
from tests.support.desk_fakes import PASSWORD
from tests.support.holding_fakes import TAKER, FakeHolding, number
from tests.support.keys import focus_name
from tests.support.work_page import CTRL, DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

MINE, IN_SAFE, IN_CABINET, IN_BAG = number(0), number(40), number(60), number(80)
SAFE_ROW = 3


@pytest.fixture
def needs() -> FakeHolding:
    return FakeHolding.full()


@pytest.fixture
def clerk(needs: FakeHolding, at_works: Opener) -> AtWorks:
    """A clerk at the page, which Ctrl+I brings to the front."""
    return at_works(lambda jobs: HoldingPage(needs, jobs), Place.HOLDING)


def to_holder(clerk: AtWorks, row: int) -> None:
    """Choose a holder by keys, then back to his items."""
    clerk.ctrl("L")
    clerk.press(Qt.Key.Key_Home, modifiers=CTRL)
    clerk.press(*[DOWN] * row, ENTER)


def ticked(clerk: AtWorks) -> list[str]:
    model = clerk.table().model()
    assert isinstance(model, RowsModel)
    rows = [model.row(at) for at in range(model.rowCount())]
    return [row.ref for row in rows if row.icons[0].icon is Icon.SQUARE_CHECK]


def test_every_holder_is_listed_with_how_much_he_answers_for(clerk: AtWorks) -> None:
    assert clerk.rows("holders") == [
        ("Tất cả", "29"),
        ("Tôi", "6"),
        ("Nông Văn Minh", "4"),
        ("Két sắt K1", "12"),
        ("Tủ có khóa T2", "2"),
        ("TUI00000007", "3"),
        ("Đang đi BC Hữu Lũng", "2"),
    ]
    assert len(clerk.rows()) == 29


def test_a_holder_chosen_by_keys_shows_what_he_holds(clerk: AtWorks) -> None:
    to_holder(clerk, SAFE_ROW)

    assert clerk.text("list_title") == "Két sắt K1"
    assert (clerk.text("list_count"), focus_name()) == ("12 bưu gửi", "items")
    assert {row[3] for row in clerk.rows()} == {"Két sắt K1"}


def test_an_item_then_a_place_scanned_are_put_away_at_once(clerk: AtWorks, needs: FakeHolding) -> None:
    taken = clerk.scan(MINE, number(1), "K1")

    assert taken == ["", "", ""]
    assert needs.asked == [("put", (MINE, number(1)), "K1", True)]
    assert clerk.said == ["Đã cất 2 bưu gửi vào Két sắt K1."]
    assert clerk.rows("holders")[SAFE_ROW] == ("Két sắt K1", "14")
    assert clerk.text("figure") == "0 bưu gửi"


def test_the_place_may_be_typed(clerk: AtWorks, needs: FakeHolding) -> None:
    clerk.press(SPACE, ENTER)

    clerk.enter("tu")

    assert needs.asked == [("put", (MINE,), "T2", False)]


def test_an_unknown_place_is_told_at_its_field(clerk: AtWorks, needs: FakeHolding) -> None:
    clerk.scan(MINE)
    clerk.press(ENTER)

    clerk.enter("K9")
    clerk.press(F9)

    assert needs.asked == []
    assert clerk.field("place").state() is FieldState.ERROR
    assert clerk.note("place").startswith("Sổ két")
    assert clerk.text("figure") == "1 bưu gửi"


def test_an_item_of_another_holder_than_the_one_shown_is_found_and_no_tick_is_lost(clerk: AtWorks) -> None:
    to_holder(clerk, 1)
    clerk.scan(MINE)

    clerk.scan(IN_SAFE)

    assert clerk.text("list_title") == "Tất cả"
    assert set(ticked(clerk)) == {MINE, IN_SAFE}


def test_what_lies_in_a_closed_bag_or_elsewhere_is_not_ticked(clerk: AtWorks) -> None:
    assert clerk.scan(IN_BAG, number(99), MINE, MINE) == [
        "holding.away",
        "holding.not_here",
        "",
        "round.chosen",
    ]
    assert ticked(clerk) == [MINE]


def test_items_are_handed_to_another_user_who_types_his_password(clerk: AtWorks, needs: FakeHolding) -> None:
    clerk.ctrl("2")
    clerk.scan(MINE, IN_SAFE)
    clerk.press(ENTER)

    clerk.enter(TAKER, PASSWORD)

    assert needs.asked == [("hand", (MINE, IN_SAFE), TAKER, True)]
    assert "phiếu đang in" in clerk.said[-1]
    assert clerk.rows("holders")[2] == ("Nông Văn Minh", "6")


def test_a_wrong_password_of_the_taker_is_told_at_its_field(clerk: AtWorks, needs: FakeHolding) -> None:
    clerk.ctrl("2")
    clerk.scan(MINE)
    clerk.press(ENTER)

    clerk.enter(TAKER, "sai")

    assert needs.asked == []
    assert (focus_name(), clerk.field("password").state()) == ("password", FieldState.ERROR)
    assert ticked(clerk) == [MINE]


def test_what_was_ticked_goes_over_from_putting_to_handing_and_survives_a_count(clerk: AtWorks) -> None:
    clerk.scan(MINE)
    clerk.ctrl("2")
    at_handing = ticked(clerk)
    clerk.ctrl("3")
    at_counting = ticked(clerk)

    clerk.ctrl("1")

    assert (at_handing, at_counting, ticked(clerk)) == ([MINE], [], [MINE])


def test_a_count_says_what_is_missing_and_what_is_too_many(clerk: AtWorks) -> None:
    clerk.ctrl("3")
    to_holder(clerk, SAFE_ROW)

    clerk.scan(*(number(40 + at) for at in range(10)), IN_CABINET, number(99))

    assert clerk.text("figure") == "10 / 12"
    assert clerk.text("figure_note") == "Thiếu 2 · thừa 2"
    assert [row[1] for row in clerk.rows("surplus")] == ["Tủ có khóa T2", "ngoài sổ"]


def test_f9_shows_only_what_is_missing_and_a_scan_takes_it_off_that_list(clerk: AtWorks) -> None:
    clerk.ctrl("3")
    to_holder(clerk, SAFE_ROW)
    clerk.scan(*(number(40 + at) for at in range(10)))

    clerk.press(F9)
    missing = [row[1].replace(" ", "") for row in clerk.rows()]
    clerk.scan(number(50))
    after = [row[1].replace(" ", "") for row in clerk.rows()]
    clerk.press(SPACE)

    assert missing == [number(50), number(51)]
    assert after == [number(51)]
    assert (clerk.rows(), clerk.text("figure_note")) == ([], "Khớp với sổ.")


def test_each_holder_has_a_count_of_its_own_that_esc_and_other_works_do_not_lose(clerk: AtWorks) -> None:
    clerk.ctrl("3")
    to_holder(clerk, SAFE_ROW)
    clerk.scan(IN_SAFE)
    to_holder(clerk, SAFE_ROW + 1)
    other = clerk.text("figure")
    clerk.press(ESC)
    clerk.go(Place.HOLDING)
    clerk.ctrl("1")
    clerk.ctrl("3")

    to_holder(clerk, SAFE_ROW)

    assert other == "0 / 2"
    assert (clerk.text("figure"), ticked(clerk)) == ("1 / 12", [IN_SAFE])


def test_counting_by_hand_and_anew(clerk: AtWorks) -> None:
    clerk.ctrl("3")
    to_holder(clerk, SAFE_ROW)
    clerk.press(SPACE, SPACE)
    by_hand = clerk.text("figure")

    clerk.press(F8)

    assert (by_hand, clerk.text("figure"), ticked(clerk)) == ("2 / 12", "0 / 12", [])


def test_an_item_counted_twice_is_refused(clerk: AtWorks) -> None:
    clerk.ctrl("3")

    assert clerk.scan(MINE, MINE) == ["", "holding.counted"]


def test_a_refusal_stands_where_it_belongs(clerk: AtWorks, needs: FakeHolding) -> None:
    needs.refusal = DeskError("custody.held_by_other", "item", number=number(20), user="minh")
    clerk.scan(number(20), "K1")

    assert "do minh đang giữ" in clerk.text("problem")
    assert ticked(clerk) == [number(20)]


def test_fourteen_rows_of_both_lists_are_in_sight(clerk: AtWorks) -> None:
    clerk.window.resize(1366, 768)
    clerk.settle()

    assert clerk.table().whole_rows() >= 14
    assert clerk.table("holders").whole_rows() >= 14


def test_whoever_is_no_longer_cleared_sees_nothing_of_it(clerk: AtWorks) -> None:
    clerk.page.forget()

    assert clerk.rows() == []
    assert clerk.rows("holders") == []
