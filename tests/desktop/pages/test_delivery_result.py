"""Results of delivery by keyboard and scanner alone: into whose hands, or in vain and why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.widgets import FieldState
from kt1desk.domain.errors import DeskError
from kt1desk.services.delivery_rules import DeliveryDraft
from tests.support.delivery_fakes import FIRST, SECOND, FakeDelivery, number
from tests.support.keys import focus_name
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

PLAIN, NAMED, OTHER_LIST, AT_COUNTER = number(30), number(31), number(51), number(40)
SAME_AGENCY = number(33)


@pytest.fixture
def needs() -> FakeDelivery:
    return FakeDelivery.busy()


@pytest.fixture
def clerk(needs: FakeDelivery, at_works: Opener) -> AtWorks:
    """A clerk at «Kết quả phát»."""
    made = at_works(lambda jobs: DeliveryPage(needs, jobs), Place.DELIVERY)
    made.ctrl("2")
    return made


def test_an_item_is_delivered_with_its_scan_two_texts_and_three_enters(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    taken = clerk.scan(PLAIN)
    at = focus_name()

    clerk.enter("Mai", "Van thu")

    assert (taken, at) == ([""], "taker_name")
    assert needs.asked == [
        (
            "deliver",
            DeliveryDraft(PLAIN, "Mai", "Van thu", f"{FIRST}/1", FIRST, named=False, party="", scan=True),
        )
    ]
    assert "Đã phát" in clerk.said[-1]
    assert not clerk.sees("taker_card")


def test_what_is_still_out_is_counted_and_stands_before_what_is_done(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    before = clerk.text("list_count")

    clerk.scan(PLAIN)
    clerk.enter("Mai", "Van thu")

    assert (before, clerk.text("list_count")) == (
        "2 chuyến · còn ngoài 15 / 15",
        "2 chuyến · còn ngoài 14 / 15",
    )
    assert [row[4] for row in clerk.rows()][-1] == "Đã phát"


def test_an_item_for_a_named_person_is_not_saved_before_space_says_it_was_that_person(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(NAMED)
    clerk.enter("Mai", "Van thu")
    refused, at = list(needs.asked), focus_name()
    clerk.press(F9)
    still_refused = list(needs.asked)

    clerk.press(SPACE, ENTER)

    assert (refused, still_refused, at) == ([], [], "named")
    delivered = needs.asked[0][1]
    assert isinstance(delivered, DeliveryDraft)
    assert delivered.named


def test_an_attempt_in_vain_is_a_scan_a_key_and_a_digit(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(PLAIN)

    clerk.press(F8, Qt.Key.Key_6)

    assert needs.asked == [("attempt", PLAIN, "closed", FIRST, True)]
    assert clerk.text("list_count") == "2 chuyến · còn ngoài 15 / 15"
    assert any(row[4] == "Phát chưa được" for row in clerk.rows())


def test_a_scan_of_another_list_shows_that_list(clerk: AtWorks) -> None:
    clerk.ctrl("L")
    first = clerk.text("list_title")

    clerk.scan(OTHER_LIST)

    assert first.startswith(FIRST)
    assert clerk.text("list_title").startswith(SECOND)
    assert clerk.field("reference").text() == f"{SECOND}/2"


def test_an_item_in_no_list_is_fetched_at_the_counter_and_needs_a_paper_with_the_signature(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    clerk.scan(AT_COUNTER)
    where = clerk.text("item_where")
    clerk.enter("Mai", "Van thu")
    at = focus_name()

    clerk.enter("PG-2026-7")

    assert (where, at) == ("Nhận tại quầy", "reference")
    delivered = needs.asked[0][1]
    assert isinstance(delivered, DeliveryDraft)
    assert (delivered.round, delivered.reference) == ("", "PG-2026-7")


def test_an_item_that_is_not_here_is_told_with_the_bad_sound(clerk: AtWorks) -> None:
    clerk.scan(number(99))

    assert clerk.heard != []
    assert clerk.text("problem") == clerk.heard[-1]


def test_another_scan_or_esc_in_between_loses_nothing_that_was_typed(clerk: AtWorks) -> None:
    clerk.scan(PLAIN)
    clerk.type("Mai")
    clerk.scan(OTHER_LIST)
    begun = [row[4] for row in clerk.rows()]
    clerk.press(ESC)

    clerk.scan(PLAIN)

    assert "Đang ghi dở" in begun
    assert clerk.field("taker_name").text() == "Mai"
    assert focus_name() == "taker_position"


def test_a_refusal_marks_its_input_and_is_said_whole_where_there_is_room(
    clerk: AtWorks, needs: FakeDelivery
) -> None:
    needs.refusal = DeskError("delivery.not_registered", "taker_name")
    clerk.scan(PLAIN)

    clerk.enter("Mai", "Van thu")

    assert clerk.field("taker_name").state() is FieldState.ERROR
    assert clerk.note("taker_name") == "Xem bên dưới."
    assert "chưa đăng ký" in clerk.text("problem")
    assert (focus_name(), clerk.field("taker_position").text()) == ("taker_name", "Van thu")


def test_the_taker_before_is_repeated_only_for_the_same_receiver(clerk: AtWorks) -> None:
    clerk.scan(PLAIN)
    clerk.enter("Mai", "Van thu")
    clerk.scan(number(32))
    clerk.ctrl("B")
    other = clerk.field("taker_name").text()

    clerk.scan(SAME_AGENCY)
    clerk.ctrl("B")

    assert other == ""
    assert (clerk.field("taker_name").text(), clerk.field("taker_position").text()) == ("Mai", "Van thu")


def test_without_a_scanner_the_row_is_chosen_by_keys(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.press(DOWN, DOWN, ENTER)
    clerk.enter("Mai", "Van thu")

    delivered = needs.asked[0][1]
    assert isinstance(delivered, DeliveryDraft)
    assert (delivered.item, delivered.scan) == (number(32), False)


def test_a_scan_does_not_answer_the_question_for_the_reason(clerk: AtWorks, needs: FakeDelivery) -> None:
    clerk.scan(PLAIN)
    clerk.press(F8)

    taken = clerk.scan(OTHER_LIST)

    assert taken == ["refused"]
    assert needs.asked == []
    assert clerk.sees("reason_card")


def test_whoever_is_no_longer_cleared_sees_nothing_of_it(clerk: AtWorks) -> None:
    clerk.scan(PLAIN)

    clerk.page.forget()

    assert clerk.rows() == []
    assert not clerk.sees("taker_card")
    assert clerk.text("item_number") == "Quét bưu gửi"
