"""Where a case stands follows from the set of its events, in whatever order another point's mail brought them."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    DossierDecided,
    DossierHanded,
    DossierRegistered,
    DossierReversed,
    DossierSupplemented,
    FeeCorrected,
    ResultTaken,
)
from kt1desk.domain.facts.dossier_custody import DossierDelivered
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.cases import APPLICANT, case_fact
from tests.support.custody import HERE, THERE, desk_at, take, write
from tests.support.journals import SHIFT

THIRD = "LS03"
CASE, SEND, BACK, MORE = "LS01-261123-7-001", "RX100000003VN", "RX100000017VN", "RX100000025VN"
AUTHORITY = "XA-TTHCC"


def case_here(here: DeskStore) -> Event:
    """A case accepted here, told to the point that serves its authority."""
    fact = replace(case_fact(CASE, (SEND, BACK)), to=THERE)
    return write(here, fact, beside={"applicant": APPLICANT})


def at_the_authority(there: DeskStore, dossier: str) -> list[Event]:
    """What the point of the authority writes, with the case's number or with the labels alone."""
    return [
        write(there, DossierHanded(dossier, SEND, 5, "GN1", AUTHORITY, 2, THERE, SHIFT, origin=HERE)),
        write(
            there,
            DossierRegistered(CASE, "H37.12-1", "2026-11-24", THERE, SHIFT, "2026-12-01", True, HERE),
        ),
        write(
            there,
            DossierDecided(
                CASE, "extended", "12/TB", "2026-11-30", "late", THERE, SHIFT, day="2026-12-09", origin=HERE
            ),
        ),
        write(
            there,
            ResultTaken(dossier, BACK, "KQ1", AUTHORITY, (("result", 1),), THERE, SHIFT, origin=HERE),
        ),
    ]


def seen(store: DeskStore) -> tuple[CaseRow | None, object, object, object]:
    """All that a desk answers about the case."""
    with store.read() as reader:
        return (
            reader.case(BACK),
            [event.id for event in reader.case_events(CASE)],
            [(cover.item, cover.way, cover.dossier) for cover in reader.covers_of(CASE)],
            reader.case_counts(),
        )


@pytest.mark.parametrize("dossier", [CASE, ""], ids=["named", "by-label"])
def test_a_third_point_reads_the_same_from_five_events_in_every_order(dossier: str) -> None:
    here, there = desk_at(HERE, 7), desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    events = [case_here(here), *at_the_authority(there, dossier)]
    answers = []

    for order in permutations(events):
        other = desk_at(THIRD, 11, first=60_000_000, last=60_000_999)
        take(other, *order)
        answers.append(seen(other))
        if order[0] is events[-1]:
            assert verify(other).ok
        other.close()

    row = answers[0][0]
    assert row is not None
    assert all(answer == answers[0] for answer in answers)
    assert (row.state, row.source, row.origin, row.unfit) == ("result", 2, HERE, 0)
    assert (row.official, row.received_day, row.official_day) == ("H37.12-1", "2026-11-24", "2026-12-09")
    assert (row.decided, row.results, row.slip) == ("extended", 1, True)
    assert (row.applicant, row.phone) == (APPLICANT["name"], APPLICANT["phone"])
    assert answers[0][2] == [(SEND, "send", CASE), (BACK, "return", CASE)]
    assert answers[0][3] == [(AUTHORITY, "result", 1)]


def test_the_point_that_accepted_hears_of_its_case_in_every_order() -> None:
    there = desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    here = desk_at(HERE, 7)
    told = case_here(here)
    take(there, told)
    handed, registered, asked, taken = at_the_authority(there, "")
    events = [handed, registered, asked, taken]
    events.append(write(there, DossierDelivered(BACK, 3, THERE, SHIFT, "receiver", "PTKQ 1", origin=HERE)))
    answers = set()

    for order in permutations(events):
        desk = desk_at(HERE, 7)
        with desk.work() as work:
            work.append(
                replace(case_fact(CASE, (SEND, BACK)), to=THERE),
                Appending("lan", particulars={"applicant": APPLICANT}),
            )
            work.commit()
        take(desk, *order)
        row = seen(desk)[0]
        assert row is not None
        answers.add(
            (row.state, row.head, row.since_ms, row.official_day, row.results, row.delivered, row.unfit)
        )
        desk.close()

    assert len(answers) == 1
    (answer,) = answers
    assert answer[0] == "delivered"
    assert answer[3:] == ("2026-12-09", 1, 1, 0)


def test_a_case_that_needs_more_goes_round_by_the_table_and_its_money_is_put_right() -> None:
    here = desk_at(HERE, 7)
    write(here, case_fact(CASE, (SEND, BACK)), beside={"applicant": APPLICANT})
    write(here, DossierHanded(CASE, SEND, 2, "GN1", AUTHORITY, 2, HERE, SHIFT))
    write(
        here,
        DossierDecided(CASE, "supplement", "1/YC", "2026-11-24", "more", HERE, SHIFT, ("1",), "2026-12-02"),
    )
    states = [seen(here)[0]]
    write(here, DossierSupplemented(CASE, MORE, 90, 12_000, 1, 1, HERE, SHIFT, due="2026-11-26"))
    states.append(seen(here)[0])
    write(here, DossierHanded(CASE, MORE, 2, "GN2", AUTHORITY, 1, HERE, SHIFT))
    write(here, FeeCorrected(CASE, "collected", "wrong", "cash", HERE, SHIFT, back_dong=40_000))
    write(here, FeeCorrected(CASE, "postage", "wrong", "cash", HERE, SHIFT, back_dong=1_000))
    states.append(seen(here)[0])

    assert [row.state for row in states if row] == ["supplement", "supplemented", "handed"]
    row = states[-1]
    assert row is not None
    assert (row.decided, row.asked_until, row.told_ms) == ("supplement", "2026-12-02", 0)
    assert (row.collected_dong, row.remitted_dong) == (60_000, 0)
    with here.read() as reader:
        held = reader.cover(MORE)
        assert [due.amount_dong for due in reader.fees_due(AUTHORITY)] == [60_000]
        assert [each.dossier for each in reader.notices()] == [CASE]
        assert reader.cover(SEND) is not None
    assert held is not None
    assert (held.way, held.state, held.dossier) == ("supplement", "delivered", CASE)
    assert verify(here).ok


def test_what_does_not_fit_after_the_event_before_is_counted_and_changes_nothing() -> None:
    here = desk_at(HERE, 7)
    accepted = write(here, case_fact(CASE, (SEND, BACK)), beside={"applicant": APPLICANT})
    write(here, DossierReversed(CASE, "withdrawn", SHIFT, HERE, item=SEND), [accepted.id])
    write(here, DossierRegistered(CASE, "H37.12-1", "2026-11-24", HERE, SHIFT))

    row = seen(here)[0]

    assert row is not None
    assert (row.state, row.unfit) == ("reversed", 1)
    with here.read() as reader:
        assert reader.case_counts() == [(AUTHORITY, "reversed", 1)]
        assert reader.fees_due() == []


def test_of_two_devices_the_later_word_counts_whichever_has_the_lower_number() -> None:
    here = desk_at(HERE, 7)
    first, second = desk_at(THERE, 9, first=50_000_000, last=50_000_999), desk_at(THIRD, 5, first=1, last=99)
    told = case_here(here)
    registered = write(
        first, DossierRegistered(CASE, "H37.12-1", "2026-11-24", THERE, SHIFT, "2026-12-01", origin=THIRD)
    )
    take(second, told, registered)
    later = write(
        second,
        DossierDecided(
            CASE, "extended", "1/TB", "2026-11-30", "late", THIRD, SHIFT, day="2026-12-09", origin=HERE
        ),
    )

    take(here, later, registered)

    row = seen(here)[0]
    assert later.envelope.hlc > registered.envelope.hlc
    assert row is not None
    assert (row.state, row.official_day, row.unfit) == ("accepted", "2026-12-09", 2)


@pytest.mark.parametrize(("party", "reference"), [("receiver", "PTKQ 9"), ("sender", "KQ1")])
@pytest.mark.parametrize("heard", ["before", "after"])
def test_a_point_that_never_had_a_cover_ends_no_case_with_it(heard: str, party: str, reference: str) -> None:
    here, there = desk_at(HERE, 7), desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    write(here, case_fact(CASE, (SEND, BACK)), beside={"applicant": APPLICANT})
    handed = write(here, DossierHanded(CASE, SEND, 2, "GN1", AUTHORITY, 2, HERE, SHIFT))
    take(there, handed)
    taken = ResultTaken(CASE, BACK, "KQ1", AUTHORITY, (("result", 1),), HERE, SHIFT)
    told = DossierDelivered(BACK, 9, THERE, SHIFT, party, reference, origin=HERE)

    if heard == "before":
        take(here, write(there, told))
        head = write(here, taken).id
    else:
        head = write(here, taken).id
        take(here, write(there, told))
    with here.read() as reader:
        standing = reader.standing(BACK, service=Service.TTHC)
    waits = seen(here)
    whole = verify(here).ok
    write(here, DossierDelivered(BACK, 2, HERE, SHIFT, "receiver", "PTKQ 1"), [head])

    row, _, _, counts = waits
    assert standing is not None
    assert (standing.state, standing.head, standing.losers) == ("stored", head, 1)
    assert row is not None
    assert (row.state, row.results, row.delivered, counts) == ("result", 1, 0, [(AUTHORITY, "result", 1)])
    assert whole
    ended = seen(here)[0]
    assert ended is not None
    assert (ended.state, ended.delivered) == ("delivered", 1)
    assert verify(here).ok
