"""Mail numbered per point, incidents, registers, reviews and months: what the journal says, asked by whoever needs it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from kt1desk.domain.custody import State
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import (
    BundleWritten,
    ExceptionReviewed,
    IncidentClosed,
    IncidentOpened,
    IncidentRemedied,
    IncidentTold,
    ItemForwarded,
    RegisterEntered,
)
from kt1desk.store import (
    due_cases,
    held_rows,
    reader_books,
    reader_case_rows,
    reader_cases,
    reader_custody,
    reader_records,
)
from kt1desk.store.journal import DeskStore
from kt1desk.store.statements import Prepared
from kt1desk.store.verify import verify
from tests.support.cases import reverse_item
from tests.support.clocks import HandClock
from tests.support.custody import (
    CLERK,
    HERE,
    THERE,
    approve,
    arrive,
    close,
    desk_at,
    head_of,
    n_of,
    receive,
    send,
    take,
    write,
)
from tests.support.journals import SHIFT, accept

BAG, TRIP, RECORD = "TUI00000001", f"CT{HERE}-261123-7-1", f"BB{THERE}-261123-9-1"


def item(store: DeskStore) -> str:
    return str(accept(store).body()["item"])


def opened(number: str, found_ms: int = 1) -> IncidentOpened:
    return IncidentOpened(
        RECORD, "damaged", "major", "item", number, THERE, SHIFT, found_ms, other_point=HERE, dispatch=TRIP
    )


def test_mail_is_numbered_for_each_point_without_a_gap(here: DeskStore) -> None:
    numbers = [item(here) for _ in range(4)]
    events = [
        send(here, f"{TRIP}{at}", [close(here, f"TUI0000000{at}", [number], to=to)], to=to)
        for at, (number, to) in enumerate(zip(numbers, (THERE, "LS03", THERE, THERE), strict=True))
    ]

    with here.read() as reader:
        mine = [(row.number, row.event) for row in reader.mail(THERE, 0)]
        later = [row.number for row in reader.mail(THERE, 1, limit=1)]
        points = reader.mail_points()

    assert mine == [(1, events[0].id), (2, events[2].id), (3, events[3].id)]
    assert later == [2]
    assert points == [(THERE, 3), ("LS03", 1)]


def test_the_last_bundle_for_a_point_is_known_and_no_other_points(here: DeskStore) -> None:
    send(here, TRIP, [close(here, BAG, [item(here)])])
    write(here, BundleWritten(THERE, 1, 1, "00"))
    write(here, BundleWritten(THERE, 2, 1, "11"))

    with here.read() as reader:
        assert reader.bundles_to(THERE) == (2, 1)
        assert reader.bundles_to("LS03") == (0, 0)
    assert verify(here).ok


def test_our_own_events_are_walked_on_from_any_place_with_what_stands_beside_them(here: DeskStore) -> None:
    accept(here, secret=True)
    accept(here)

    with here.read() as reader:
        first = reader.events_after(Stream.KT1, 0, limit=2)
        rest = reader.events_after(Stream.KT1, first[-1].id.seq)

    assert [event.id.seq for event in (*first, *rest)] == [1, 2, 3, 4]
    assert {beside.slot for beside in rest[0].particulars} == {"handed_by", "receiver", "sender"}


@pytest.mark.parametrize("closing_first", [False, True])
def test_an_incident_of_another_point_is_whole_in_whatever_order_its_mail_came(
    here: DeskStore, there: DeskStore, closing_first: bool
) -> None:
    number = item(here)
    begun = write(there, opened(number))
    ended = write(there, IncidentClosed(RECORD, "settled", THERE, HERE))

    take(here, *((ended, begun) if closing_first else (begun,)))
    with here.read() as reader:
        still_open = [row.incident for row in reader.incidents(only_open=True)]
    take(here, ended)

    assert still_open == ([] if closing_first else [RECORD])
    with here.read() as reader:
        row = reader.incident(RECORD)
        assert [each.incident for each in reader.incidents(only_open=False, number=number)] == [RECORD]
        assert reader.incidents(only_open=True, number=number) == []
    assert row is not None
    assert (row.event, row.proof, row.code, row.outcome) == (begun.id, begun.proof, "damaged", "settled")
    assert row.closed_ms > 0
    assert verify(here).ok


def test_a_closing_without_its_opening_is_kept_and_not_shown(here: DeskStore, there: DeskStore) -> None:
    write(there, opened("ME473124008VN"))
    ended = write(there, IncidentClosed(RECORD, "settled", THERE, HERE))

    take(here, ended)

    with here.read() as reader:
        assert reader.incident(RECORD) is None
        assert reader.incidents(only_open=False) == []
    assert verify(here).ok


def test_who_was_told_stands_in_its_order_and_the_last_remedy_counts(there: DeskStore) -> None:
    number = item(there)
    write(there, opened(number))
    for at, who in enumerate(("head", "security", "sender")):
        write(there, IncidentTold(RECORD, who, "telephone", 100 - at, THERE))
    for remedy in ("repacked", "handed_over"):
        write(there, IncidentRemedied(RECORD, remedy, THERE))

    with there.read() as reader:
        row = reader.incident(RECORD)
        assert reader.count_on("incident", "2026-11-23") == 1

    assert row is not None
    assert [who for who, _, _ in row.told] == ["head", "security", "sender"]
    assert (row.remedy, row.closed_ms, row.user) == ("handed_over", 0, CLERK)


def test_a_register_shows_the_newest_wording_of_each_entry_with_names_from_beside(there: DeskStore) -> None:
    entered = [
        write(
            there,
            RegisterEntered("places", place, (("kind", "safe"),), THERE),
            beside={"entry": {"keeper": name}},
        )
        for place, name in (("KET2", "Nông Văn Tài"), ("KET1", "Hà Thị Then"), ("KET2", "Vi Thị Lả"))
    ]

    with there.read() as reader:
        rows = reader.register_rows("places")
        assert reader.register_rows("seals") == []

    assert [(row.entry, row.values["keeper"]) for row in rows] == [
        ("KET1", "Hà Thị Then"),
        ("KET2", "Vi Thị Lả"),
    ]
    assert rows[1].values["kind"] == "safe"
    assert (rows[1].event, rows[1].user) == (entered[-1].id, CLERK)
    assert verify(there).ok


def test_what_one_person_did_alone_waits_until_somebody_has_looked_at_it(here: DeskStore) -> None:
    one, two = item(here), item(here)
    alone = approve(here, one, manner="exception", reason="one_person")
    approve(here, two)
    trip = send(here, TRIP, [close(here, BAG, [one, two])], manner="exception")
    arrive(here, two, BAG, at=HERE)
    fact = ItemForwarded(two, n_of(here, two) + 1, HERE, SHIFT, "moved", manner="exception")
    forwarded = write(here, fact, [head_of(here, two)])

    with here.read() as reader:
        waiting = [(row.event, row.what, row.number, row.reason) for row in reader.exceptions()]
    write(here, ExceptionReviewed(alone.id.text, "right", HERE), [alone.id])

    assert waiting == [
        (alone.id, "item.approved", one, "one_person"),
        (trip.id, "dispatch.sent", TRIP, ""),
        (forwarded.id, "item.forwarded", two, "moved"),
    ]
    with here.read() as reader:
        assert [row.event for row in reader.exceptions()] == [trip.id, forwarded.id]
    assert verify(here).ok


def test_what_another_point_did_alone_is_not_ours_to_review(here: DeskStore, there: DeskStore) -> None:
    event = send(here, TRIP, [close(here, BAG, [item(here)])], manner="exception")

    take(there, event)

    with there.read() as reader:
        assert reader.exceptions() == []


def test_a_month_begins_and_ends_at_midnight_in_lang_son_and_leaves_out_what_was_taken_back() -> None:
    clock = HandClock(_ms(2026, 10, 31, 16, 59))
    store = desk_at(HERE, 7, clock)
    last = item(store)
    clock.wall_ms = _ms(2026, 10, 31, 17, 0)
    first, back = item(store), accept(store)
    reverse_item(store, str(back.body()["item"]), back.id)
    clock.wall_ms = _ms(2026, 11, 30, 16, 59)
    newest = item(store)

    with store.read() as reader:
        months = [reader.items_of_month(month) for month in ("2026-10", "2026-11", "2026-12")]

    assert months == [[last], [first, newest], []]


def _ms(*moment: int) -> int:
    year, month, day, hour, minute = moment
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()) * 1000


def test_items_of_other_points_belong_to_no_month_here(here: DeskStore, there: DeskStore) -> None:
    take(there, send(here, TRIP, [close(here, BAG, [item(here)])]))
    receive(there, BAG, TRIP)

    with there.read() as reader:
        assert reader.items_of_month("2026-11") == []
        assert [row.state for row in reader.items_in(BAG)] == [State.DISPATCHED]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (lambda: held_rows._NEWEST, "item_ours"),
        (lambda: reader_records._OF_MONTH, "item_accepted"),
        (lambda: reader_records._OPEN_ROUNDS, "round_open"),
        (lambda: reader_records._OPEN_INCIDENTS, "incident_open"),
        (lambda: reader_custody._BAGS, "receptacle_ours"),
        (lambda: reader_custody._TRIPS, "dispatch_way"),
        (lambda: reader_cases._HERE, "dossier_here"),
        (lambda: reader_case_rows._NEWEST, "dossier_stage"),
        (lambda: reader_case_rows._NOTICES, "dossier_notice"),
        (lambda: due_cases.DATED, "dossier_due"),
        (lambda: due_cases.UNDATED, "dossier_due"),
        (lambda: due_cases.COUNT, "dossier_due"),
        (lambda: due_cases.SLIPS, "dossier_slip"),
        (lambda: reader_books._FEES, "dossier_money"),
        (lambda: reader_books._OPEN_TAKEOVERS, "takeover_open"),
        (lambda: reader_books._OPEN_COMPLAINTS, "complaint_open"),
        (lambda: reader_books._OPEN_VISITS, "visit_open"),
    ],
)
def test_no_question_of_every_minute_walks_through_a_whole_table(
    here: DeskStore, question: Callable[[], Prepared], index: str
) -> None:
    names = dict.fromkeys(
        (
            "of_state",
            "of_keeper",
            "of_service",
            "of_stage",
            "of_authority",
            "most",
            "since",
            "until",
            "way",
            "of_bag",
            "of_dispatch",
            "state",
            "all_forms",
        ),
        0,
    )

    with here.transaction() as connection:
        asked = {**question()._fixed, **names}
        plan = connection.execute(f"EXPLAIN QUERY PLAN {question().sql}", asked).fetchall()

    assert any(f"INDEX {index}" in step for *_, step in plan), plan
