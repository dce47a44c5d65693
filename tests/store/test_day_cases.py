"""Cases of a day by the day of their result, and visits, against plain counting."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.case import CaseState
from kt1desk.domain.facts import Leg, VisitDone, VisitPlanned
from kt1desk.domain.identifiers import number_at
from kt1desk.services.day_rows import DayEdges, DueCounts
from kt1desk.store.journal import DeskStore
from tests.support.cases import APPLICANT, case_fact, grant_legs
from tests.support.clocks import HandClock
from tests.support.custody import HERE, desk_at, write
from tests.support.journals import SHIFT

_EDGES = DayEdges("2026-11-23", "2026-11-24", "2026-11-25", "2026-11-30")


def test_cases_are_parted_by_the_day_of_their_result_like_counting_one_by_one() -> None:
    store = desk_at(HERE, 7, HandClock())
    grant_legs(store)
    days = (
        "2026-11-20",
        "2026-11-23",
        "2026-11-23",
        "2026-11-24",
        "2026-11-29",
        "2026-11-30",
        "2027-01-04",
        "",
    )
    for at, day in enumerate(days):
        leg = number_at("RX", 10_000_000 + at).text
        fact = case_fact(f"LS01-261123-0-{at:03d}", (leg,))
        legs = (Leg(leg, "return", "noi_huyen", 100, 26_000),)
        whole = replace(fact, form="return", legs=legs, official_day=day, promised="")
        write(store, whole, beside={"applicant": APPLICANT})

    with store.read() as reader:
        found = reader.due_counts((CaseState.AWAITED,), _EDGES)
        none = reader.due_counts((CaseState.REGISTERED,), _EDGES)

    assert found == DueCounts(overdue=1, today=2, tomorrow=1, week=1, later=2, undated=1, to_fetch=3)
    assert none == DueCounts()


def test_visits_are_open_until_they_are_done(here: DeskStore) -> None:
    who = {"applicant": {"name": "Hoàng Thị Mùi", "address": "Vũ Lăng", "phone": "0912345678"}}
    for at in (1, 2):
        write(here, VisitPlanned(f"HN{HERE}-261123-7-{at}", "c1", 90, 100, HERE, SHIFT), beside=who)
    with here.read() as reader:
        before = reader.open_visits()
    write(here, VisitDone(f"HN{HERE}-261123-7-1", "taken", HERE, SHIFT))
    with here.read() as reader:
        assert (before, reader.open_visits()) == (2, 1)
