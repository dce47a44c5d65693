"""Visits at an applicant's address: planned, listed for the way, ended as it really happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.services.visits import DoneDraft, VisitDraft, VisitEnd
from tests.support.clocks import NOON_MS
from tests.support.desks import Counter
from tests.support.dossiers import CENTRE, POSTABLE
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
