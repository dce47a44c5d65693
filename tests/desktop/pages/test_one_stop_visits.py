"""Visits by keyboard alone: planned, printed for whoever goes, and how each ended."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from kt1desk.desktop.navigation import Going, Place, laid_aside
from kt1desk.desktop.pages.one_stop import OneStopPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.visits import DoneDraft, VisitDraft, VisitEnd
from tests.support.care_fakes import dossier
from tests.support.keys import focus_name
from tests.support.one_stop_fakes import FakeOneStop
from tests.support.work_page import DOWN, ENTER, ESC, F8, F9, SPACE, AtWorks, Opener

_1, _2, _3, _4 = Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4
FIRST, SECOND = "HN240000-261122-7-1", "HN240000-261122-7-2"
EIGHT, HALF_PAST_NINE = 1_795_482_000_000, 1_795_487_400_000
"""24/11/2026 at the counter (UTC+7)."""


@pytest.fixture
def needs() -> FakeOneStop:
    return FakeOneStop.busy()


@pytest.fixture
def went() -> list[object]:
    """Where the page wanted to go."""
    return []


@pytest.fixture
def clerk(needs: FakeOneStop, at_works: Opener, went: list[object]) -> AtWorks:
    """A clerk at «Hẹn nhận»."""
    made = at_works(lambda jobs: OneStopPage(needs, jobs), Place.ONE_STOP)
    made.page.going.connect(went.append)
    made.ctrl("7")
    return made


def test_a_visit_is_planned_by_typing_and_enter_alone(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    clerk.enter("Loc Thi Ha", "0912345678", "So 12 duong Bac Son", "dong kinh")

    clerk.enter("24/11/2026", "8:00-9:30")

    assert needs.did == [
        (
            "plan_visit",
            VisitDraft("Loc Thi Ha", "0912345678", "So 12 duong Bac Son", "05977", EIGHT, HALF_PAST_NINE),
        )
    ]
    assert focus_name() == "items"


def test_hours_that_are_none_are_said_at_their_input(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    clerk.enter("Loc Thi Ha", "0912345678", "So 12 duong Bac Son", "dong kinh")

    clerk.enter("24/11/2026", "sang")

    assert needs.did == []
    assert clerk.note("hours") == "Gõ từ giờ đến giờ, như 8:00-9:30."


def test_a_commune_that_was_not_chosen_is_asked_for(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    clerk.enter("Loc Thi Ha", "0912345678", "So 12 duong Bac Son")

    clerk.press(F9)

    assert needs.did == []
    assert focus_name() == "commune"


def test_a_time_that_is_over_is_said_at_the_hours(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(F8)
    needs.duty_refusal = DeskError("visit.past", "until")

    clerk.enter("Loc Thi Ha", "0912345678", "So 12 duong Bac Son", "dong kinh", "20/11/2026", "8-9")

    assert focus_name() == "hours"
    assert clerk.field("address").text() == "So 12 duong Bac Son"


def test_what_is_ticked_is_printed_for_whoever_goes(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(SPACE, DOWN, SPACE, F9)

    clerk.enter("Nong Van Binh")

    assert needs.did == [("print_visits", (FIRST, SECOND), "Nong Van Binh")]


def test_an_accepted_visit_goes_on_where_dossiers_are_accepted(
    clerk: AtWorks, needs: FakeOneStop, went: list[object]
) -> None:
    clerk.press(ENTER, _1)

    assert needs.did == [("begin_dossier", FIRST)]
    assert went == [Going(Place.DOSSIER, laid_aside("12"))]


def test_a_dossier_that_was_fetched_is_named_by_its_number(clerk: AtWorks, needs: FakeOneStop) -> None:
    clerk.press(ENTER, _2)

    clerk.enter(dossier(1), "")

    assert needs.did == [("end_visit", DoneDraft(FIRST, VisitEnd.ACCEPTED, dossier(1)))]


@pytest.mark.parametrize(("key", "end"), [(_3, VisitEnd.IN_VAIN), (_4, VisitEnd.CANCELLED)])
def test_a_visit_in_vain_or_cancelled_has_its_coded_reason(
    clerk: AtWorks, needs: FakeOneStop, key: Qt.Key, end: VisitEnd
) -> None:
    clerk.press(ENTER, key, _3, ENTER)

    assert needs.did == [("end_visit", DoneDraft(FIRST, end, "", "applicant_cancelled"))]


def test_esc_keeps_a_plan_that_was_begun(clerk: AtWorks) -> None:
    clerk.press(F8)
    clerk.enter("Loc Thi Ha")

    clerk.press(ESC, F8)

    assert clerk.field("name").text() == "Loc Thi Ha"
    assert focus_name() == "phone"
