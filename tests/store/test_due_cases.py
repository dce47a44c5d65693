"""Cases by the day of their result: the earliest day comes first however new or old the case is, and nothing that is due is cut off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.case import CaseState
from kt1desk.domain.facts import DossierRegistered, Leg, ResultTaken
from kt1desk.domain.identifiers import number_at
from kt1desk.services.case_rows import DueQuery
from kt1desk.store.journal import DeskStore
from tests.support.cases import APPLICANT, case_fact, grant_legs
from tests.support.clocks import HandClock
from tests.support.custody import HERE, desk_at, write
from tests.support.journals import SHIFT

WAITING = (CaseState.AWAITED, CaseState.REGISTERED)
LATEST = 20
"""Cases whose days come the earlier the newer they are, but for the first one: it is the oldest, and longest overdue."""


def case_on(store: DeskStore, at: int, official_day: str, *, form: str = "return", promised: str = "") -> str:
    """A case whose applicant handed it in himself, or sends it; returns its number."""
    number, leg = f"LS01-261123-0-{at:03d}", number_at("RX", 10_000_000 + at).text
    fact = case_fact(number, (leg,))
    way = "return" if form == "return" else "send"
    legs = (Leg(leg, way, "noi_huyen", 100, 26_000),)
    write(
        store,
        replace(fact, form=form, legs=legs, official_day=official_day, promised=promised),
        beside={"applicant": APPLICANT},
    )
    return number


@pytest.fixture
def clock() -> HandClock:
    """Of the desk."""
    return HandClock()


@pytest.fixture
def here(clock: HandClock) -> DeskStore:
    """A desk where many cases wait; the oldest of them is due first."""
    store = desk_at(HERE, 7, clock)
    grant_legs(store)
    case_on(store, 1, "2026-11-02")
    for at in range(2, LATEST + 1):
        case_on(store, at, f"2026-12-{32 - at:02d}")
    return store


def due(store: DeskStore, query: DueQuery) -> list[str]:
    with store.read() as reader:
        whole, days = reader.due_cases(query), reader.due_days(query)
    assert [row.dossier for row in whole] == [row.dossier for row in days]
    assert [row.official_day or row.promised for row in whole] == [row.day for row in days]
    return [row.day for row in days]


def test_the_oldest_case_of_all_is_the_first_where_it_is_due_first(here: DeskStore) -> None:
    few = DueQuery(WAITING, limit=3)

    assert due(here, few) == ["2026-11-02", "2026-12-12", "2026-12-13"]
    assert due(here, replace(few, until="2026-11-30")) == ["2026-11-02"]
    assert due(here, replace(few, authority="LS-STP")) == []


def test_days_of_several_authorities_and_states_stand_in_one_order(here: DeskStore) -> None:
    number = "LS01-261123-0-005"
    write(
        here,
        DossierRegistered(number, "H37.12-1", "2026-11-24", HERE, SHIFT, "2026-11-05", False, HERE),
    )

    found = due(here, DueQuery(WAITING, until="2026-12-12"))

    assert found == ["2026-11-02", "2026-11-05", "2026-12-12"]
    assert due(here, DueQuery((CaseState.AWAITED,), until="2026-12-12")) == ["2026-11-02", "2026-12-12"]


def test_a_case_without_a_day_comes_last_and_only_where_any_day_is_asked_for(here: DeskStore) -> None:
    case_on(here, 30, "")
    case_on(here, 31, "", promised="2026-11-01")

    everything = due(here, DueQuery(WAITING))

    assert everything[:2] == ["2026-11-01", "2026-11-02"]
    assert everything[-1] == ""
    assert due(here, DueQuery(WAITING, until="2026-11-03")) == ["2026-11-01", "2026-11-02"]


def test_results_that_are_waited_for_are_counted_without_those_their_applicants_fetch(
    here: DeskStore,
) -> None:
    sent = case_on(here, 40, "2026-11-03", form="send")
    back = number_at("RX", 10_000_001).text
    write(here, ResultTaken("LS01-261123-0-001", back, "KQ1", "XA-TTHCC", (("result", 1),), HERE, SHIFT))

    with here.read() as reader:
        waiting = reader.returning_counts((*WAITING, CaseState.ACCEPTED))
        without = [row.dossier for row in reader.due_cases(DueQuery((CaseState.ACCEPTED,)))]
    returning = due(here, DueQuery((*WAITING, CaseState.ACCEPTED), only_returning=True, limit=1))

    assert waiting == {"XA-TTHCC": LATEST - 1}
    assert without == [sent]
    assert returning == ["2026-12-12"]


def test_a_slip_is_here_until_the_applicant_was_told_or_the_case_is_over(here: DeskStore) -> None:
    number, back = "LS01-261123-0-005", number_at("RX", 10_000_005).text
    write(
        here,
        DossierRegistered(number, "H37.12-1", "2026-11-24", HERE, SHIFT, "2026-12-01", True, HERE),
    )

    with here.read() as reader:
        before = [row.dossier for row in reader.slips_here(10)]
    write(here, ResultTaken(number, back, "KQ1", "XA-TTHCC", (("result", 1),), HERE, SHIFT))
    with here.read() as reader:
        after = reader.slips_here(10)

    assert (before, after) == ([number], [])


def test_what_lies_here_longest_is_asked_for_by_the_moment_it_came(here: DeskStore, clock: HandClock) -> None:
    for at in (2, 3):
        back = number_at("RX", 10_000_000 + at).text
        dossier = f"LS01-261123-0-{at:03d}"
        write(here, ResultTaken(dossier, back, "KQ1", "XA-TTHCC", (("result", 1),), HERE, SHIFT))
        clock.pass_ms(60_000)

    with here.read() as reader:
        first = reader.waiting_results("")[0]
        found = reader.waiting_since(first.since_ms + 1, 10)
        none = reader.waiting_since(first.since_ms, 10)

    assert [row.item for row in found] == [first.item]
    assert none == []
