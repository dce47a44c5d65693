"""A delivery list by keyboard and scanner alone: what must leave next first, the postman's own password, the list that is printed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.widgets import FieldState, RowsModel
from kt1desk.domain.errors import DeskError
from tests.support.delivery_fakes import POSTMAN, FakeDelivery, number
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import focus_name
from tests.support.work_page import DOWN, ENTER, ESC, F9, SPACE, AtWorks, Opener


@pytest.fixture
def needs() -> FakeDelivery:
    return FakeDelivery.busy()


@pytest.fixture
def clerk(needs: FakeDelivery, at_works: Opener) -> AtWorks:
    """A clerk at «Lập chuyến», which F5 brings to the front."""
    return at_works(lambda jobs: DeliveryPage(needs, jobs), Place.DELIVERY)


def test_scanned_items_go_to_the_postman_who_types_his_password(clerk: AtWorks, needs: FakeDelivery) -> None:
    taken = clerk.scan(number(3), number(1))
    chosen = clerk.text("figure")
    clerk.press(ENTER)

    clerk.enter(POSTMAN, PASSWORD)

    assert (taken, chosen) == (["", ""], "2 bưu gửi")
    assert needs.asked == [("start", (number(1), number(3)), POSTMAN)]
    assert clerk.said == ["Đã giao 2 bưu gửi: danh sách PH240000-261122-7-3 đang in."]
    assert focus_name() == "items"


def test_items_are_chosen_by_space_without_a_scanner(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.press(SPACE, DOWN, SPACE, ENTER)

    clerk.enter(POSTMAN, PASSWORD)

    assert needs.asked == [("start", (number(0), number(2)), POSTMAN)]


def test_what_is_late_or_soon_late_is_a_word_a_shape_and_a_colour(clerk: AtWorks) -> None:
    model = clerk.table().model()
    assert isinstance(model, RowsModel)

    late, soon = model.row(0), model.row(3)

    assert late.cells[2].startswith("trễ ")
    assert soon.cells[2].startswith("còn ")
    assert (late.icons[2].icon, soon.icons[2].icon) == (Icon.ALERT_TRIANGLE, Icon.CLOCK_EXCLAMATION)
    assert late.roles[2] != soon.roles[2]


def test_fourteen_rows_are_in_sight(clerk: AtWorks) -> None:
    clerk.window.resize(1366, 768)
    clerk.settle()

    assert clerk.table().whole_rows() >= 14


def test_an_item_for_another_point_may_go_and_is_told(clerk: AtWorks) -> None:
    clerk.scan(number(18))

    note = clerk.text("figure_note")
    clerk.press(ENTER)
    clerk.enter(POSTMAN, PASSWORD)

    assert "điểm khác phát" in note
    assert clerk.said[-1].endswith("1 bưu gửi do điểm khác phát.")


def test_an_item_that_nobody_approved_is_refused_with_what_to_do(clerk: AtWorks) -> None:
    assert clerk.scan(number(19)) == ["approval.item_needed"]
    assert clerk.scan(number(99)) == ["round.not_here"]
    assert clerk.scan(number(0), number(0)) == ["", "round.chosen"]


def test_a_wrong_password_is_told_at_its_field_and_what_was_chosen_stays(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)

    clerk.enter(POSTMAN, "sai")

    assert needs.asked == []
    assert (focus_name(), clerk.field("password").text()) == ("password", "")
    assert clerk.field("password").state() is FieldState.ERROR
    assert clerk.text("figure") == "1 bưu gửi"


def test_without_a_postman_nothing_is_given_and_the_field_says_so(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(number(0))

    clerk.press(F9)

    assert needs.asked == []
    assert clerk.note("user") == "Bưu tá gõ tên đăng nhập của mình."


def test_at_a_point_with_one_person_f9_gives_without_a_second_password(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    needs.alone = True
    clerk.ctrl("R")
    clerk.scan(number(0))

    clerk.press(F9)

    assert not clerk.sees("hand_card")
    assert needs.asked == [("start", (number(0),), "")]


def test_esc_leads_back_to_the_list_and_throws_nothing_away(clerk: AtWorks) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.type(POSTMAN)

    clerk.press(ESC)

    assert (focus_name(), clerk.text("figure"), clerk.field("user").text()) == ("items", "1 bưu gửi", POSTMAN)


def test_a_refusal_that_belongs_to_no_input_stands_below(clerk: AtWorks, needs: FakeDelivery) -> None:
    needs.refusal = DeskError("round.too_many", "items", limit=60)
    clerk.scan(number(0))
    clerk.press(ENTER)

    clerk.enter(POSTMAN, PASSWORD)

    assert "tối đa 60 bưu gửi" in clerk.text("problem")


def test_a_password_does_not_stay_after_the_list_is_given(clerk: AtWorks) -> None:
    clerk.scan(number(0))
    clerk.press(ENTER)
    clerk.enter(POSTMAN, PASSWORD)

    assert (clerk.field("user").text(), clerk.field("password").text()) == ("", "")


def test_each_work_is_a_key_away(clerk: AtWorks) -> None:
    seen = []
    for digit in "1234":
        clerk.press(Qt.Key[f"Key_{digit}"], modifiers=Qt.KeyboardModifier.ControlModifier)
        seen.append(clerk.text("list_title"))

    assert seen == [
        "Phát từ điểm này",
        "Mọi chuyến đang phát",
        "Bưu tá còn giữ",
        "Chưa phát được như ghi trên bì",
    ]
