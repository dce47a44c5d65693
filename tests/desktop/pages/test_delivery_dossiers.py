"""Results given to applicants on the page of delivery: what a result asks for, by keys alone."""

from __future__ import annotations

import pytest

from kt1desk.desktop.models.side_words import DOSSIERS
from kt1desk.desktop.navigation import Place
from kt1desk.desktop.pages.delivery import DeliveryPage
from kt1desk.desktop.widgets import FieldState
from kt1desk.services.result_delivery import ResultDraft
from tests.support.delivery_fakes import FIRST
from tests.support.side_fakes import FakeDossierDelivery, cover, dossier_delivery
from tests.support.work_page import ENTER, F9, SPACE, AtWorks, Opener

IDENTITY = "020190000123"


@pytest.fixture
def needs() -> FakeDossierDelivery:
    return dossier_delivery()


@pytest.fixture
def clerk(needs: FakeDossierDelivery, at_works: Opener) -> AtWorks:
    """At the work of results, one of them scanned."""
    made = at_works(lambda jobs: DeliveryPage(needs, jobs, DOSSIERS), Place.DELIVERY)
    made.ctrl("2")
    made.scan(cover(30).item)
    return made


def given(needs: FakeDossierDelivery) -> list[ResultDraft]:
    return [what[1] for what in needs.asked if what[0] == "deliver"]  # type: ignore[misc]


def test_the_applicant_himself_is_given_his_result_against_the_number_of_his_paper(
    clerk: AtWorks, needs: FakeDossierDelivery
) -> None:
    clerk.enter(IDENTITY, "", "2")
    clerk.press(SPACE, F9)

    (draft,) = given(needs)
    assert (draft.item, draft.round, draft.scan) == (cover(30).item, FIRST, True)
    assert (draft.identity_paper, draft.identity, draft.proxy) == ("cccd", IDENTITY, "")
    assert (draft.withdrawn, draft.slip_back) == (2, True)


def test_somebody_else_says_as_what_he_takes_it_his_name_and_the_paper_that_allows_it(
    clerk: AtWorks, needs: FakeDossierDelivery
) -> None:
    clerk.enter(IDENTITY, "giam ho", "Nong Thi Hoa", "12/GUQ 20/11/2026")
    clerk.press(F9)

    (draft,) = given(needs)
    assert (draft.proxy, draft.taker_name, draft.authorisation) == (
        "guardian",
        "Nong Thi Hoa",
        "12/GUQ 20/11/2026",
    )


def test_without_a_number_nothing_is_given_and_its_input_says_so(
    clerk: AtWorks, needs: FakeDossierDelivery
) -> None:
    clerk.press(F9)

    assert given(needs) == []
    assert clerk.field("identity").state() is FieldState.ERROR
    assert clerk.field("identity").hasFocus()


def test_a_proxy_without_a_paper_that_allows_it_is_given_nothing(
    clerk: AtWorks, needs: FakeDossierDelivery
) -> None:
    clerk.enter(IDENTITY, "giam ho", "Nong Thi Hoa")
    clerk.press(F9)

    assert given(needs) == []
    assert clerk.field("authorisation").state() is FieldState.ERROR


def test_the_number_of_a_person_is_gone_when_another_result_is_opened(clerk: AtWorks) -> None:
    clerk.enter(IDENTITY)

    clerk.scan(cover(31).item)

    assert clerk.field("identity").text() == ""


def test_nothing_of_kt1_is_asked_for_a_result(clerk: AtWorks) -> None:
    clerk.press(ENTER)

    acts = clerk.page.keys()

    assert not clerk.sees("taker_position")
    assert not clerk.sees("reference")
    assert "Ctrl+B" not in {act.key for act in acts}


def test_a_result_goes_back_confirmed_here_or_alone_and_never_over_the_telephone(
    clerk: AtWorks, needs: FakeDossierDelivery
) -> None:
    clerk.ctrl("4")
    clerk.press(ENTER)
    clerk.type("2")
    clerk.type("1")
    clerk.ctrl("M")

    clerk.type("2")
    by_phone = clerk.sees("by_phone")
    clerk.type("3")

    assert not by_phone
    assert clerk.sees("alone_reason")
