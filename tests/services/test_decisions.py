"""What the authority says of a dossier: copied from its papers, never overwritten, told to the applicant by the point he knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import Form
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts.authority import ApplicantTold, DossierDecided, DossierRegistered
from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import own_copy
from kt1desk.services.case_steps import case_occasion
from kt1desk.services.decision_checks import DecisionChecks
from kt1desk.services.decision_drafts import DecisionDraft, RegisterDraft
from kt1desk.services.reversal import ReversalReason
from tests.support.case_desks import OFFICIAL, CaseDesk, one_stop, refused
from tests.support.dossiers import ordinary_dossier

TODAY = date(2026, 11, 23)


@pytest.fixture
def at_desk(tmp_path: Path) -> Iterator[CaseDesk]:
    """A desk that accepts and stands at the authority."""
    with one_stop(tmp_path) as made:
        yield made


def notices(at_desk: CaseDesk, dossier: str) -> list[dict[str, str]]:
    """What notices of a case say, newest first."""
    item = at_desk.case(dossier).send_item
    return [paper.values for paper in at_desk.desk.papers_of(item) if paper.template == "applicant_notice"]


def test_the_official_slip_is_copied_and_the_case_is_found_by_its_code(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier

    at_desk.register(dossier, "h37.10-261123-0005", slip=True)

    row = at_desk.case(OFFICIAL)
    assert (row.dossier, row.state, row.official_day) == (dossier, CaseState.REGISTERED, "2026-11-30")
    assert row.slip


def test_a_newer_entry_counts_and_the_older_one_stays_written(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    at_desk.register(dossier, "H37.10-261123-0500")

    at_desk.register(dossier)

    assert at_desk.case(dossier).official == OFFICIAL
    written = [
        DossierRegistered.of(event.body()).official for event in at_desk.events(DossierRegistered.TYPE)
    ]
    assert written == ["H37.10-261123-0500", OFFICIAL]


def test_the_same_entry_twice_is_a_slip_of_the_hand(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    at_desk.register(dossier)

    assert refused(lambda: at_desk.register(dossier)).code == "decision.nothing_new"


def test_the_code_of_another_case_is_refused_and_says_which(at_desk: CaseDesk) -> None:
    first, second = at_desk.handed().dossier, at_desk.handed().dossier
    at_desk.register(first)

    error = refused(lambda: at_desk.register(second))

    assert (error.code, error.details["number"]) == ("decision.official_twice", first)


def test_the_code_of_a_case_that_was_taken_back_serves_the_one_that_replaced_it(at_desk: CaseDesk) -> None:
    draft = replace(ordinary_dossier(), form=Form.RETURN, papers=(), weight_g=0, official=OFFICIAL)
    first = at_desk.desk.accept_dossier(draft).dossier
    at_desk.desk.reversals.withdraw_dossier(at_desk.desk.session(), first, ReversalReason.MISTAKE)
    second = at_desk.handed().dossier

    at_desk.register(second)

    assert at_desk.case(OFFICIAL).dossier == second


def test_a_code_of_an_unusual_form_is_doubted_and_taken(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    draft = RegisterDraft(dossier, "BTP/2026/77", "2026-11-23")

    doubted = at_desk.decisions.doubts(draft)
    at_desk.decisions.register(at_desk.desk.session(), draft)

    assert doubted == ("official_doubt",)
    assert at_desk.case(dossier).official == "BTP/2026/77"
    assert at_desk.decisions.doubts(replace(draft, official="H37.10-261120-0005")) == ("received_differs",)


@pytest.mark.parametrize(
    ("received", "day", "code", "field"),
    [
        ("2026-11-24", "", "decision.day_to_come", "received_day"),
        ("2026-11-22", "", "decision.day_before", "received_day"),
        ("23/11/2026", "", "decision.day_shape", "received_day"),
        ("2026-11-23", "2026-11-22", "decision.day_before", "official_day"),
        ("2026-11-23", "2036-11-30", "decision.day_far", "official_day"),
    ],
)
def test_days_that_cannot_be_are_refused_at_their_input(
    at_desk: CaseDesk, received: str, day: str, code: str, field: str
) -> None:
    draft = RegisterDraft(at_desk.handed().dossier, OFFICIAL, received, day)

    error = refused(lambda: at_desk.decisions.register(at_desk.desk.session(), draft))

    assert (error.code, error.field) == (code, field)


def test_what_the_applicant_handed_in_himself_was_received_before_the_post_heard_of_it(
    at_desk: CaseDesk,
) -> None:
    fetched = replace(ordinary_dossier(), form=Form.RETURN, official=OFFICIAL)
    dossier = at_desk.desk.accept_dossier(fetched).dossier

    draft = RegisterDraft(dossier, OFFICIAL, "2026-11-02", "2026-11-30")
    at_desk.decisions.register(at_desk.desk.session(), draft)

    assert at_desk.case(dossier).received_day == "2026-11-02"


def test_nothing_is_copied_for_a_dossier_that_its_authority_does_not_have(at_desk: CaseDesk) -> None:
    dossier = at_desk.desk.accept_dossier().dossier

    codes = {
        refused(lambda: at_desk.register(dossier)).code,
        refused(lambda: at_desk.decide(dossier, Outcome.SUPPLEMENT)).code,
        refused(lambda: at_desk.register("240000-261123-0-999")).code,
    }

    assert codes == {"case.step", "case.unknown"}


@pytest.mark.parametrize(
    ("outcome", "day", "state"),
    [
        (Outcome.SUPPLEMENT, "2026-12-04", CaseState.SUPPLEMENT),
        (Outcome.REFUSED, "", CaseState.REFUSED),
        (Outcome.STOPPED, "", CaseState.STOPPED),
        (Outcome.EXTENDED, "2026-12-10", CaseState.REGISTERED),
    ],
)
def test_each_outcome_moves_the_case_and_queues_a_notice_that_names_the_authoritys_paper(
    at_desk: CaseDesk, outcome: Outcome, day: str, state: CaseState
) -> None:
    dossier = at_desk.handed().dossier

    decided = at_desk.decide(dossier, outcome, day)

    row = at_desk.case(dossier)
    assert (row.state, row.decided) == (state, outcome.value)
    (notice,) = notices(at_desk, dossier)
    assert notice["event_ref"] == decided.event.id.text
    assert (notice["paper"], notice["applicant_name"]) == ("02/PBS", "Lương Thị Mẫu")
    assert len(decided.jobs) == 1


def test_what_is_asked_for_stands_on_the_notice_by_its_published_name(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier

    at_desk.decide(dossier, Outcome.SUPPLEMENT, "2026-12-04")

    (notice,) = notices(at_desk, dossier)
    assert (notice["asked_1_name"], notice["day"]) == ("Văn bản ủy quyền", "04/12/2026")
    assert at_desk.case(dossier).asked_until == "2026-12-04"


def test_an_extension_replaces_the_official_day(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    at_desk.register(dossier)

    at_desk.decide(dossier, Outcome.EXTENDED, "2026-12-10")

    assert at_desk.case(dossier).official_day == "2026-12-10"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"outcome": None}, "decision.outcome_missing"),
        ({"reason": "not_competent"}, "code.unknown"),
        ({"paper": " "}, "text.empty"),
        ({"paper_day": "2026-11-24"}, "decision.day_to_come"),
        ({"asked": ()}, "decision.asked_missing"),
        ({"asked": ("7",)}, "decision.paper_unknown"),
        ({"day": "2026-11-22"}, "decision.day_before"),
        ({"outcome": Outcome.EXTENDED, "reason": "verification"}, "decision.day_missing"),
        ({"outcome": Outcome.EXTENDED, "reason": "verification", "day": "2026-11-30"}, "decision.day_before"),
    ],
)
def test_what_the_papers_of_an_authority_always_say_must_be_copied(
    at_desk: CaseDesk, said: dict[str, object], code: str
) -> None:
    dossier = at_desk.handed().dossier
    at_desk.register(dossier)
    whole = DecisionDraft(dossier, Outcome.SUPPLEMENT, "02/PBS", "2026-11-23", "paper_missing", ("3",))

    draft = replace(whole, **said)  # type: ignore[arg-type]

    assert refused(lambda: at_desk.decisions.decide(at_desk.desk.session(), draft)).code == code
    assert at_desk.events(DossierDecided.TYPE) == []


def test_two_decisions_are_two_notices(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier

    jobs = {
        *at_desk.decide(dossier, Outcome.EXTENDED, "2026-12-10").jobs,
        *at_desk.decide(dossier, Outcome.EXTENDED, "2026-12-20").jobs,
    }

    rows = at_desk.desk.papers_of(at_desk.case(dossier).send_item)
    printed = [paper for paper in rows if paper.template == "applicant_notice"]
    assert {paper.job for paper in printed} == jobs
    assert [own_copy(paper.copy, paper.values) for paper in printed] == [1, 1], "originals, no reprints"


def test_the_applicant_is_told_of_the_newest_decision_and_then_there_is_nothing_to_tell(
    at_desk: CaseDesk,
) -> None:
    dossier = at_desk.handed().dossier
    decided = at_desk.decide(dossier, Outcome.SUPPLEMENT)
    at_desk.desk.clock.pass_ms(3_600_000)

    told = at_desk.decisions.tell(at_desk.desk.session(), dossier, "telephone")

    fact = ApplicantTold.of(told.body())
    assert (fact.event, fact.told_ms) == (decided.event.id.text, at_desk.desk.clock.wall_ms)
    assert at_desk.case(dossier).told_ms == fact.told_ms
    again = refused(lambda: at_desk.decisions.tell(at_desk.desk.session(), dossier, "telephone"))
    assert again.code == "decision.nothing_to_tell"


def test_the_applicant_is_told_of_a_slip_that_is_here_for_him(at_desk: CaseDesk) -> None:
    dossier = at_desk.handed().dossier
    registered = at_desk.register(dossier, slip=True)

    told = at_desk.decisions.tell(at_desk.desk.session(), dossier, "message")

    assert ApplicantTold.of(told.body()).event == registered.id.text
    assert at_desk.case(dossier).slip_told_ms > 0


@pytest.mark.parametrize("hours", [-1, 1])
def test_nobody_was_told_before_the_decision_or_after_now(at_desk: CaseDesk, hours: int) -> None:
    dossier = at_desk.handed().dossier
    at_desk.decide(dossier, Outcome.SUPPLEMENT)
    told_ms = at_desk.desk.clock.wall_ms + hours * 3_600_000

    error = refused(lambda: at_desk.decisions.tell(at_desk.desk.session(), dossier, "telephone", told_ms))

    assert error.code == "decision.told_time"


@settings(max_examples=60, deadline=None)
@given(received=st.integers(-900, 900), term=st.integers(-900, 900))
def test_days_are_taken_exactly_where_the_authority_can_have_meant_them(
    handed_case: tuple[CaseDesk, str], received: int, term: int
) -> None:
    at_desk, dossier = handed_case
    day, result = TODAY + timedelta(days=received), TODAY + timedelta(days=received + term)
    draft = RegisterDraft(dossier, OFFICIAL, day.isoformat(), result.isoformat())
    sensible = received == 0 and 0 <= term <= 2 * 365

    with at_desk.desk.store.read() as reader:
        at = case_occasion(
            reader, at_desk.desk.session(), Act.RECORD_DECISION, at_desk.desk.clock, at_desk.desk.reference
        )
        checks = DecisionChecks(at_desk.desk.reference, at, at_desk.case(dossier))
        try:
            made = checks.registered(reader, draft)
        except DeskError:
            assert not sensible
        else:
            assert sensible
            assert (made.received_day, made.official_day) == (day.isoformat(), result.isoformat())


@pytest.fixture(scope="module")
def handed_case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CaseDesk, str]]:
    """A case that is with its authority, for many questions that write nothing."""
    with one_stop(tmp_path_factory.mktemp("handed")) as made:
        yield made, made.handed().dossier
