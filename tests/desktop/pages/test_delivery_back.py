"""What a postman brings back, by scanner and keyboard alone: counted piece by piece, confirmed by himself."""

from __future__ import annotations

import pytest

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from tests.support.delivery_fakes import OTHER, POSTMAN, FakeDelivery, number
from tests.support.desk_fakes import PASSWORD
from tests.support.keys import focus_name
from tests.support.work_page import ENTER, F9, SPACE, AtWorks, Opener

MINE = tuple(number(30 + at) for at in range(8))


@pytest.fixture
def needs() -> FakeDelivery:
    return FakeDelivery.busy()


@pytest.fixture
def clerk(needs: FakeDelivery, at_works: Opener) -> AtWorks:
    """A clerk at «Nộp lại»."""
    made = at_works(lambda jobs: DeliveryPage(needs, jobs), Place.DELIVERY)
    made.ctrl("3")
    return made


def test_what_is_scanned_comes_back_with_the_postmans_password(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(MINE[0], MINE[4])
    note = clerk.text("figure_note")
    clerk.press(ENTER)
    proposed, at = clerk.field("user").text(), focus_name()

    clerk.enter(PASSWORD)

    assert (note, proposed, at) == ("bưu tá còn giữ 6", POSTMAN, "password")
    assert needs.asked == [("back", (MINE[0], MINE[4]), POSTMAN, True)]
    assert clerk.said == ["Đã nhận lại 2 bưu gửi của Hứa Văn Tuấn."]
    assert clerk.text("list_count") == "13 bưu gửi"


def test_all_of_it_is_told_to_be_all(clerk: AtWorks) -> None:
    clerk.scan(*MINE)

    assert clerk.text("figure_note") == "đủ những gì bưu tá còn giữ"


def test_what_was_ticked_by_hand_is_not_said_to_be_scanned(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(MINE[1])
    clerk.press(SPACE, SPACE, ENTER)

    clerk.enter(PASSWORD)

    assert needs.asked == [("back", (MINE[2],), POSTMAN, False)]


def test_items_of_two_postmen_are_not_taken_back_at_once(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(MINE[0], number(50))

    clerk.press(F9)

    assert needs.asked == []
    assert "hai bưu tá" in clerk.text("problem")


def test_another_postman_is_proposed_when_his_item_is_scanned_instead(clerk: AtWorks) -> None:
    clerk.scan(MINE[0])
    clerk.press(SPACE)

    clerk.scan(number(50))

    assert clerk.field("user").text() == OTHER


def test_an_item_that_no_postman_has_is_refused(clerk: AtWorks) -> None:
    assert clerk.scan(number(99), MINE[0], MINE[0]) == ["round.not_out", "", "round.chosen"]


def test_fourteen_rows_are_in_sight(clerk: AtWorks) -> None:
    clerk.window.resize(1366, 768)
    clerk.settle()

    assert clerk.table().whole_rows() >= 14
