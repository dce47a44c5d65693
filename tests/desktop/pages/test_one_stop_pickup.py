"""Results given out by keyboard and scanner alone: found in one field, given against a paper, to the applicant or for him."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.giving import GiveDraft
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.one_stop_people import CARD, number, official
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

_1, _2 = Qt.Key.Key_1, Qt.Key.Key_2
IDENTITY = "020085000456"


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener) -> AtWorks:
    """A clerk at «Trả kết quả»."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.ctrl("3")
    return made


def label(at: int) -> str:
    return number(at, "BR")


def test_a_label_and_a_card_are_all_that_an_applicant_needs(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1), CARD)

    clerk.press(F9)

    assert needs.asked == [("give", GiveDraft(label(1), "", "cccd", IDENTITY, scan=True))]
    assert "phiếu đang in" in clerk.said[-1]
    assert not clerk.sees("taker_card")
    assert focus_name() == "text"


def test_one_field_finds_by_name_phone_and_code_and_enter_opens_the_only_answer(
    clerk: AtWorks, needs: FakeOneStop
) -> None:
    clerk.type("0912345607")
    found = len(clerk.rows())

    clerk.press(ENTER)

    assert found == 1
    assert clerk.text("result_number") == official(7)
    assert focus_name() == "identity"


def test_of_several_answers_one_is_chosen_in_the_list(clerk: AtWorks) -> None:
    clerk.type(official(1)[:-1])
    clerk.press(ENTER)
    at = focus_name()

    clerk.press(DOWN, ENTER)

    assert at == "items"
    assert clerk.text("result_number") == official(1)


def test_a_list_shows_no_more_of_a_phone_than_its_end(clerk: AtWorks) -> None:
    assert clerk.rows()[7][1] == "… 607"


def test_a_proxy_is_named_with_the_paper_that_allows_it(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1))
    clerk.press(F8, _2, _2)  # authorised, an id card
    at = focus_name()

    clerk.enter("Vi Van Toan", IDENTITY, "GUQ 12 ngay 20/11/2026", "2")
    clerk.press(SPACE, ENTER)

    assert at == "taker_name"
    assert needs.asked == [
        (
            "give",
            GiveDraft(
                item=label(1),
                taker_name="Vi Van Toan",
                identity_paper="id_card",
                identity=IDENTITY,
                proxy="authorised",
                authorisation="GUQ 12 ngay 20/11/2026",
                withdrawn=2,
                slip_back=True,
                scan=True,
            ),
        )
    ]
    assert "Giấy tờ thu hồi: bì" in clerk.said[-1]


def test_a_result_for_an_organisation_asks_at_once_who_takes_it(clerk: AtWorks, needs: FakeOneStop) -> None:
    needs.organisation = True

    clerk.scan(label(1))

    assert focus_name() == "reasons"
    assert clerk.text("reason_title") == "Ai nhận?"


def test_nothing_is_given_without_the_number_of_a_paper(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.scan(label(1))

    clerk.press(F9)

    assert needs.asked == []
    assert focus_name() == "identity"
    assert clerk.note("identity") == "Quét thẻ, hoặc gõ số giấy tờ."


def test_a_refusal_stands_at_its_input_and_the_result_stays_open(clerk: AtWorks, needs: FakeOneStop) -> None:
    needs.refusal = DeskError("pickup.other_identity", "identity")
    clerk.scan(label(1), CARD)

    clerk.press(F9)

    assert focus_name() == "identity"
    assert clerk.sees("taker_card")


def test_a_label_that_does_not_wait_here_is_heard(clerk: AtWorks) -> None:
    clerk.scan(label(99))

    assert clerk.heard
    assert not clerk.sees("taker_card")


def test_esc_goes_back_to_the_field_with_what_was_typed_and_then_empties_it(clerk: AtWorks) -> None:
    clerk.enter("0912345607")

    clerk.press(ESC)
    kept = (clerk.field("text").text(), focus_name())
    clerk.press(ESC)

    assert kept == ("0912345607", "text")
    assert clerk.field("text").text() == ""
    assert len(clerk.rows()) == 24
