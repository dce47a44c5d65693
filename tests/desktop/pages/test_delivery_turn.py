"""Another way for an item, by keyboard and scanner alone: forwarded, returned or set aside, with a reason and a second person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.needs.approval import AtDesk, ByPhone
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.widgets import FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.services.drafts import OtherParty
from tests.support.delivery_fakes import QUESTION, FakeDelivery, number
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import focus_name
from tests.support.work_page import CTRL, DELETE, DOWN, ENTER, ESC, F9, AtWorks, Opener

ITEM, UNCLAIMED = number(60), number(80)
ONE, TWO, THREE = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3
YES = AtDesk("minh", PASSWORD)


@pytest.fixture
def needs() -> FakeDelivery:
    return FakeDelivery.busy()


@pytest.fixture
def clerk(needs: FakeDelivery, at_works: Opener) -> AtWorks:
    """A clerk at «Chuyển, hoàn»."""
    made = at_works(lambda jobs: DeliveryPage(needs, jobs), Place.DELIVERY)
    made.ctrl("4")
    return made


def test_an_item_goes_back_to_its_sender_with_two_digits_and_a_second_person(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(ITEM)
    clerk.press(TWO, ONE)
    at = focus_name()

    clerk.enter("minh", PASSWORD)

    assert at == "user"
    assert needs.asked == [("return", ITEM, "undeliverable", YES)]
    assert "Chuyển hoàn" in clerk.said[-1]
    assert (focus_name(), clerk.text("list_count")) == ("items", "15 bưu gửi")


def test_an_item_goes_on_to_an_agency_of_the_list(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(ITEM)
    clerk.press(ONE, ONE)
    at = focus_name()
    clerk.enter("UBVL")

    clerk.enter("minh", PASSWORD)

    assert at == "receiver"
    what, item, receiver, reason, yes = needs.asked[0]
    assert (what, item, reason, yes) == ("forward", ITEM, "moved", YES)
    assert needs.agencies("UBVL")[0].agency_id == receiver


def test_an_item_goes_on_to_a_receiver_as_written_on_the_cover(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(ITEM)
    clerk.press(ONE, THREE)
    clerk.ctrl("N")
    at = focus_name()
    clerk.enter("Truong Chinh tri", "cao", "So 2")

    clerk.enter("minh", PASSWORD)

    assert at == "other_name"
    assert needs.asked == [
        ("forward", ITEM, OtherParty("Truong Chinh tri", "So 2", "04"), "wrong_address", YES)
    ]


def test_only_the_ways_that_its_state_allows_are_offered(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(UNCLAIMED)
    clerk.press(ONE, THREE)
    before = focus_name()

    clerk.press(TWO, TWO)
    clerk.enter("minh", PASSWORD)

    assert before == "turning"
    assert needs.asked == [("return", UNCLAIMED, "refused", YES)]


def test_the_second_person_may_answer_over_the_telephone(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(ITEM)
    clerk.press(THREE, ONE)
    clerk.ctrl("M")
    clerk.press(TWO)
    clerk.enter("12")
    digits = clerk.text("digits").replace(" ", "")

    clerk.enter("minh", "73019264")

    assert digits == QUESTION
    assert needs.asked[0] == ("phone", Act.RETURN_ITEM, (ITEM,), 12)
    yes = needs.asked[1][-1]
    assert isinstance(yes, ByPhone)
    assert (yes.approver, yes.told) == ("minh", "73019264")


def test_nothing_is_done_without_a_reason_or_without_a_second_person(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(ITEM)
    clerk.press(F9)
    no_way = clerk.note("turning")
    clerk.press(TWO, F9)
    no_reason = clerk.note("reason")
    clerk.press(ONE, F9)

    assert (no_way, no_reason) == ("Chọn việc bằng phím số trước.", "Chọn lý do bằng phím số.")
    assert clerk.field("user").state() is FieldState.ERROR
    assert needs.asked == []


def test_esc_leads_back_and_what_was_chosen_stays_until_it_is_dropped(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(ITEM)
    clerk.press(TWO, ONE, ESC, ESC)
    at_list = focus_name()
    refused = clerk.scan(number(61))
    clerk.scan(ITEM)
    goes_on = focus_name()

    clerk.press(DELETE, modifiers=CTRL)

    assert (at_list, refused, goes_on) == ("items", ["redirect.unfinished"], "user")
    assert clerk.scan(number(61)) == [""]
    assert needs.asked == []


def test_a_refusal_of_the_receiver_stands_below_it(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(ITEM)
    clerk.press(ONE, ONE)
    clerk.enter("UBVL")
    needs.refusal = DeskError("redirect.same_receiver", "receiver")

    clerk.enter("minh", PASSWORD)

    assert clerk.field("receiver").state() is FieldState.ERROR
    assert "giống nơi nhận cũ" in clerk.note("receiver")
    assert focus_name() == "receiver"


def test_an_item_that_is_not_in_hand_is_refused(clerk: AtWorks) -> None:
    assert clerk.scan(number(99)) == ["redirect.not_here"]


def test_without_a_scanner_the_row_is_chosen_by_keys(clerk: AtWorks) -> None:
    clerk.press(DOWN, ENTER)

    assert focus_name() == "turning"
    assert clerk.text("item_number").replace(" ", "") == number(61)


def test_fourteen_rows_are_in_sight(clerk: AtWorks) -> None:
    clerk.window.resize(1366, 768)
    clerk.settle()

    assert clerk.table().whole_rows() >= 14
