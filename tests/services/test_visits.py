"""Visits at an applicant's address: planned, listed for the way, ended as it really happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import read_dossier_accepted
from kt1desk.domain.kt1 import Place
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.visits import DoneDraft, VisitDraft, VisitEnd
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter
from tests.support.dossiers import CENTRE, POSTABLE, ordinary_dossier
from tests.support.results import ResultDesk

HOUR_MS = 3_600_000
NAME, ADDRESS = "Nông Thị Xa", "Thôn Thử Nghiệm"


@pytest.fixture
def results(desk: Counter) -> ResultDesk:
    return ResultDesk(desk)


def refused(act: Callable[[], object]) -> DeskError:
    with pytest.raises(DeskError) as caught:
        act()
    return caught.value


def plan(results: ResultDesk, **changes: object) -> str:
    start = NOON_MS + 20 * HOUR_MS
    draft = VisitDraft(NAME, "0912 345 678", ADDRESS, CENTRE, start, start + 2 * HOUR_MS, POSTABLE.code)
    made: VisitDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return results.visits.plan(results.at.session(), made).visit


def done(results: ResultDesk, visit: str, outcome: VisitEnd, **changes: object) -> Event:
    draft: DoneDraft = replace(DoneDraft(visit, outcome), **changes)  # type: ignore[arg-type]
    return results.visits.done(results.at.session(), draft)


def test_a_planned_visit_is_listed_with_whom_to_go_to(results: ResultDesk) -> None:
    number = plan(results)

    (row,) = results.visits.listed(results.at.session())

    assert number.startswith("HN")
    assert (row.visit, row.name, row.phone, row.address) == (number, NAME, "0912345678", ADDRESS)
    assert (row.commune, row.procedure) == (CENTRE, POSTABLE.code)


def test_who_asked_stands_beside_the_event(results: ResultDesk) -> None:
    plan(results)
    (row,) = results.visits.listed(results.at.session())

    with results.at.store.read() as reader:
        event = reader.event(row.event)

    assert event is not None
    assert NAME.encode() not in event.body_bytes
    assert event.particular("applicant")["name"] == NAME


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"until_ms": NOON_MS + 20 * HOUR_MS}, "visit.times"),
        ({"from_ms": 0}, "visit.times"),
        ({"from_ms": NOON_MS - 3 * HOUR_MS, "until_ms": NOON_MS}, "visit.past"),
        ({"commune": "99999"}, "reference.commune_unknown"),
        ({"procedure": "1.999999"}, "visit.procedure_unknown"),
        ({"procedure": "đăng ký"}, "dossier.procedure_code"),
        ({"phone": ""}, "identity.phone_missing"),
        ({"phone": "abc"}, "identity.phone"),
        ({"name": "0912345678"}, "text.name_number"),
        ({"address": " "}, "text.empty"),
    ],
)
def test_a_visit_that_nobody_could_make_is_not_planned(
    results: ResultDesk, changes: dict[str, object], code: str
) -> None:
    assert refused(lambda: plan(results, **changes)).code == code
    assert results.visits.listed(results.at.session()) == ()


def test_the_list_for_the_way_stands_in_the_order_of_time(results: ResultDesk) -> None:
    late = plan(results, from_ms=NOON_MS + 25 * HOUR_MS, until_ms=NOON_MS + 26 * HOUR_MS)
    early = plan(results)

    results.visits.print_list(results.at.session(), [late, early], "Bế Văn Đi")
    results.visits.print_list(results.at.session(), [late, early])

    papers = [paper for paper in results.at.papers_of() if paper.template == "visit_list"]
    assert sorted(paper.copy for paper in papers) == [1, 2]
    values = next(paper.values for paper in papers if paper.copy == 1)
    assert (values["visit_1_number"], values["visit_2_number"]) == (early, late)
    assert (values["visitor_name"], values["visit_1_phone"]) == ("Bế Văn Đi", "0912345678")
    assert values["visit_1_procedure"] == f"{POSTABLE.code} {POSTABLE.name}"


def test_a_visit_that_became_a_case_names_it_and_keeps_when_it_was(results: ResultDesk) -> None:
    visit = plan(results)
    case = results.at.accept_dossier().dossier
    results.at.clock.pass_ms(30 * HOUR_MS)

    event = done(results, visit, VisitEnd.ACCEPTED, dossier=case, happened_ms=NOON_MS + 21 * HOUR_MS)

    assert event.body()["dossier"] == case
    assert event.envelope.happened.utc_ms == NOON_MS + 21 * HOUR_MS
    assert event.envelope.entered is not None
    assert event.envelope.entered.utc_ms == NOON_MS + 30 * HOUR_MS
    assert results.visits.listed(results.at.session()) == ()


@pytest.mark.parametrize("shift_ms", [-HOUR_MS, 31 * HOUR_MS])
def test_a_visit_ended_after_it_was_planned_and_not_in_the_future(results: ResultDesk, shift_ms: int) -> None:
    visit = plan(results)
    results.at.clock.pass_ms(30 * HOUR_MS)

    found = refused(
        lambda: done(results, visit, VisitEnd.IN_VAIN, reason="nobody_there", happened_ms=NOON_MS + shift_ms)
    )

    assert found.code == "visit.when"


def test_a_visit_in_vain_says_why_and_ends_once(results: ResultDesk) -> None:
    visit = plan(results)

    nameless = refused(lambda: done(results, visit, VisitEnd.CANCELLED, reason="rain"))
    caseless = refused(lambda: done(results, visit, VisitEnd.ACCEPTED, dossier="x"))
    done(results, visit, VisitEnd.IN_VAIN, reason="nobody_there")
    again = refused(lambda: done(results, visit, VisitEnd.IN_VAIN, reason="nobody_there"))
    unknown = refused(lambda: done(results, "HN240000-261123-0-9", VisitEnd.IN_VAIN, reason="nobody_there"))

    assert [each.code for each in (nameless, caseless, again, unknown)] == [
        "code.unknown",
        "visit.case_unknown",
        "visit.done",
        "visit.unknown",
    ]
    (row,) = results.visits.listed(results.at.session(), only_open=False)
    assert row.outcome == "in_vain"


def test_no_list_is_printed_of_nothing_or_of_what_is_over(results: ResultDesk) -> None:
    visit = plan(results)
    done(results, visit, VisitEnd.CANCELLED, reason="applicant_cancelled")

    over = refused(lambda: results.visits.print_list(results.at.session(), [visit]))
    nothing = refused(lambda: results.visits.print_list(results.at.session(), []))

    assert (over.code, nothing.code) == ("visit.done", "visit.nothing")


def fetched_at(visit: str, **changes: object) -> DossierDraft:
    """A dossier received at the applicant's address."""
    draft = replace(ordinary_dossier(), place=Place.ADDRESS, visit=visit)
    made: DossierDraft = replace(draft, **changes)  # type: ignore[arg-type]
    return made


def test_a_visit_ends_with_the_acceptance_that_came_from_it_or_not_at_all(results: ResultDesk) -> None:
    visit = plan(results)
    too_heavy = fetched_at(visit, weight_g=10**6)

    refused(lambda: results.at.accept_dossier(too_heavy))
    still = results.visits.listed(results.at.session())
    taken = results.at.accept_dossier(fetched_at(visit))

    (row,) = results.visits.listed(results.at.session(), only_open=False)
    assert [each.visit for each in still] == [visit]
    assert (row.outcome, row.dossier) == ("accepted", taken.dossier)
    assert results.visits.listed(results.at.session()) == ()


def test_a_visit_becomes_one_dossier_and_its_correction_none_more(results: ResultDesk) -> None:
    visit = plan(results)
    taken = results.at.accept_dossier(fetched_at(visit))

    again = refused(lambda: results.at.accept_dossier(fetched_at(visit)))
    corrected = results.at.accept_dossier(fetched_at(visit, weight_g=450, replaces=taken.dossier))

    (row,) = results.visits.listed(results.at.session(), only_open=False)
    assert (again.code, again.field) == ("visit.done", "visit")
    assert row.dossier == taken.dossier
    assert read_dossier_accepted(corrected.event).visit == visit


def test_what_was_received_at_an_address_and_entered_later_says_both_times_and_lies_in_todays_shift(
    results: ResultDesk,
) -> None:
    visit = plan(results)
    results.at.clock.pass_ms(5 * HOUR_MS)
    came_ms = NOON_MS + 2 * HOUR_MS

    taken = results.at.accept_dossier(fetched_at(visit, received_ms=came_ms))

    fact = read_dossier_accepted(taken.event)
    slip = next(each for each in results.at.papers_of(taken.legs[0].item) if each.template == "dossier_slip")
    with results.at.store.read() as reader:
        shift = reader.open_shift()
    assert shift is not None
    assert taken.event.envelope.happened.utc_ms == came_ms
    assert fact.shift == shift.shift
    assert (slip.values["accepted_at"], slip.values["entered_at"]) == ("14:00 23/11/2026", "17:00 23/11/2026")


def test_what_is_entered_at_once_has_one_time_on_its_slip(results: ResultDesk) -> None:
    taken = results.at.accept_dossier(fetched_at(plan(results)))

    slip = next(each for each in results.at.papers_of(taken.legs[0].item) if each.template == "dossier_slip")

    assert "entered_at" not in slip.values


@pytest.mark.parametrize(
    ("later_ms", "visited", "received_ms"),
    [
        (HOUR_MS, True, NOON_MS - 1),
        (HOUR_MS, True, NOON_MS + HOUR_MS + 60_000),
        (4 * 24 * HOUR_MS, True, NOON_MS + 1),
        (HOUR_MS, False, NOON_MS + 2 * HOUR_MS),
        (HOUR_MS, False, NOON_MS - 4 * 24 * HOUR_MS),
    ],
    ids=["before it was asked for", "to come", "days ago", "to come without a visit", "days ago without one"],
)
def test_nothing_is_received_before_its_visit_in_the_future_or_long_ago(
    results: ResultDesk, later_ms: int, visited: bool, received_ms: int
) -> None:
    visit = plan(results) if visited else ""
    results.at.clock.pass_ms(later_ms)
    draft = fetched_at(visit, received_ms=received_ms)

    shown = results.at.dossiers.quote(results.at.session(), draft).problems
    found = refused(lambda: results.at.accept_dossier(draft))

    assert (found.code, found.field) == ("visit.received_when", "happened")
    assert "visit.received_when" in [each.code for each in shown]
    assert len(results.visits.listed(results.at.session())) == int(visited)


def test_a_dossier_handed_in_at_the_counter_ends_no_visit(results: ResultDesk) -> None:
    visit = plan(results)

    taken = results.at.accept_dossier(fetched_at(visit, place=Place.COUNTER, received_ms=1))

    assert read_dossier_accepted(taken.event).visit == ""
    assert taken.event.envelope.happened.utc_ms == NOON_MS
    assert [row.visit for row in results.visits.listed(results.at.session())] == [visit]
