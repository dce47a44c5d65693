"""In which role a dossier is accepted, whom it is told to, and until when it can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.custody import State
from kt1desk.domain.dossier import Form, Mode
from kt1desk.domain.facts import DossierListed, DossierReversed, read_dossier_accepted
from kt1desk.domain.kt1 import Place
from kt1desk.domain.service import Service
from kt1desk.services.refilling import draft_of_dossier
from kt1desk.services.reversal import ReversalReason
from kt1desk.services.wording_tthc import flag_text
from tests.support.case_desks import BUREAU, OFFICIAL, CaseDesk, commune_and_bureau, one_stop, refused, tell
from tests.support.dossiers import ordinary_dossier
from tests.support.reversals import cash

WITHDRAWN = ReversalReason.WITHDRAWN


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def test_one_stop_staff_copy_number_and_day_of_the_official_paper(at_desk: CaseDesk) -> None:
    draft = replace(ordinary_dossier(), mode=Mode.ONE_STOP, official=OFFICIAL, official_day="2026-11-30")

    taken = at_desk.desk.accept_dossier(draft)

    fact = read_dossier_accepted(taken.event)
    assert (fact.mode, fact.official, fact.official_day) == ("one_stop", OFFICIAL, "2026-11-30")
    assert at_desk.case(taken.dossier).mode == "one_stop"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"official_day": "2026-11-30"}, "dossier.one_stop_official"),
        ({"official": OFFICIAL}, "dossier.one_stop_day"),
    ],
)
def test_one_stop_staff_accept_nothing_without_the_official_paper(
    at_desk: CaseDesk, said: dict[str, str], code: str
) -> None:
    draft = replace(ordinary_dossier(), mode=Mode.ONE_STOP, **said)  # type: ignore[arg-type]

    assert refused(lambda: at_desk.desk.accept_dossier(draft)).code == code


def test_the_role_is_said_as_a_reservation_and_an_unusual_code_is_only_doubted(at_desk: CaseDesk) -> None:
    draft = replace(ordinary_dossier(), mode=Mode.ONE_STOP, official="BTP/2026/77", official_day="2026-11-30")

    quote = at_desk.desk.dossiers.quote(at_desk.desk.session(), draft)

    assert {"one_stop", "official_doubt"} <= set(quote.flags)
    assert quote.problems == ()
    assert "một cửa" in flag_text("one_stop")


def test_the_posts_courier_needs_no_official_paper_and_nothing_of_a_role_stands_in_the_event(
    at_desk: CaseDesk,
) -> None:
    taken = at_desk.desk.accept_dossier()

    assert "mode" not in taken.event.body()
    assert "visit" not in taken.event.body()


def test_a_correction_keeps_role_and_visit(at_desk: CaseDesk) -> None:
    draft = replace(
        ordinary_dossier(),
        mode=Mode.ONE_STOP,
        official=OFFICIAL,
        official_day="2026-11-30",
        place=Place.ADDRESS,
        visit="HN240000-261123-0-1",
    )
    taken = at_desk.desk.accept_dossier(draft)

    again = draft_of_dossier(at_desk.desk.store, at_desk.desk.session(), taken.dossier, at_desk.desk.clock)

    assert (again.mode, again.visit) == (Mode.ONE_STOP, "HN240000-261123-0-1")


def test_a_case_is_told_to_the_point_of_its_authority_with_its_list(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()

        told = tell(commune, bureau)

        assert read_dossier_accepted(taken.event).to == BUREAU
        assert told == 2
        with bureau.desk.store.read() as reader:
            assert len(reader.case_papers(taken.dossier)) == 3


def test_where_the_own_point_serves_the_authority_nobody_else_is_told(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier()

    (part,) = at_desk.events(DossierListed.TYPE)
    assert "to" not in taken.event.body()
    assert "to" not in part.body()


def test_taking_a_case_back_names_the_cover_that_the_applicant_has_again(tmp_path: Path) -> None:
    with commune_and_bureau(tmp_path) as (commune, bureau):
        taken = commune.desk.accept_dossier()
        tell(commune, bureau)

        event = commune.desk.reversals.withdraw_dossier(commune.desk.session(), taken.dossier, WITHDRAWN)
        tell(commune, bureau)

        assert (event.body()["item"], event.body()["to"]) == (taken.legs[0].item, BUREAU)
        assert {commune.state(taken.dossier), bureau.state(taken.dossier)} == {CaseState.REVERSED}
        with commune.desk.store.read() as reader:
            standing = reader.standing(taken.legs[0].item, service=Service.TTHC)
        assert standing is not None
        assert standing.state is State.REVERSED


def test_a_case_of_which_only_the_result_is_fetched_has_no_cover_to_give_back(at_desk: CaseDesk) -> None:
    fetched = replace(ordinary_dossier(), form=Form.RETURN, official=OFFICIAL)
    taken = at_desk.desk.accept_dossier(fetched)

    event = at_desk.desk.reversals.withdraw_dossier(at_desk.desk.session(), taken.dossier, WITHDRAWN)

    assert event.envelope.type == DossierReversed.TYPE
    assert "item" not in event.body()


def test_a_result_that_the_authority_promised_cannot_be_taken_back_although_no_cover_left(
    at_desk: CaseDesk,
) -> None:
    fetched = replace(ordinary_dossier(), form=Form.RETURN, official=OFFICIAL)
    dossier = at_desk.desk.accept_dossier(fetched).dossier
    at_desk.register(dossier, slip=True)

    error = refused(
        lambda: at_desk.desk.reversals.withdraw_dossier(at_desk.desk.session(), dossier, WITHDRAWN)
    )

    assert error.code == "reversal.cover_gone"


@pytest.mark.parametrize("further", [None, Outcome.SUPPLEMENT, Outcome.REFUSED])
def test_what_the_authority_has_cannot_be_taken_back(at_desk: CaseDesk, further: Outcome | None) -> None:
    dossier = at_desk.handed().dossier
    if further is not None:
        at_desk.decide(dossier, further)
    before = cash(at_desk.desk)

    error = refused(
        lambda: at_desk.desk.reversals.withdraw_dossier(at_desk.desk.session(), dossier, WITHDRAWN)
    )

    assert error.code == "reversal.cover_gone"
    assert cash(at_desk.desk) == before


def test_a_correction_of_what_the_authority_has_is_refused_with_nothing_written(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    draft = replace(ordinary_dossier(), replaces=dossier)

    quoted = at_desk.desk.dossiers.quote(at_desk.desk.session(), draft)
    error = refused(lambda: at_desk.desk.accept_dossier(draft))

    assert "reversal.cover_gone" in [problem.code for problem in quoted.problems]
    assert error.code == "reversal.cover_gone"
    assert at_desk.state(dossier) is CaseState.HANDED


def test_fees_that_were_passed_on_are_not_given_back_from_the_drawer(at_desk: CaseDesk) -> None:
    taken = at_desk.desk.accept_dossier(replace(ordinary_dossier(), collected_dong=8_000))
    other = at_desk.desk.accept_dossier()
    going = replace(at_desk.draft(other.legs[0].item), fees=(taken.dossier,))
    at_desk.handovers.hand_over(at_desk.desk.session(), going)

    error = refused(
        lambda: at_desk.desk.reversals.withdraw_dossier(at_desk.desk.session(), taken.dossier, WITHDRAWN)
    )

    assert (at_desk.state(taken.dossier), error.code) == (CaseState.ACCEPTED, "reversal.cover_gone")
