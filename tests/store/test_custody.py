"""Custody in the store: one journey between two desks, known the same on both sides whatever order the mail came in."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    ItemAttempted,
    ItemBroughtBack,
    ItemDelivered,
    ItemHanded,
    ItemRejected,
    ItemReturned,
    ItemStored,
    RoundStarted,
)
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody import (
    CLERK,
    HERE,
    THERE,
    approve,
    arrive,
    close,
    close_arrival,
    desk_at,
    head_of,
    n_of,
    open_bag,
    receive,
    send,
    set_up,
    take,
    write,
)
from tests.support.journals import RECEIVER, SENDER, SHIFT, accept, make

BAG, TRIP = "TUI00000001", f"CT{HERE}-261123-7-1"


@pytest.fixture
def here() -> DeskStore:
    return desk_at(HERE, 7)


@pytest.fixture
def there() -> DeskStore:
    return desk_at(THERE, 9, first=50_000_000, last=50_000_999)


def items(store: DeskStore, count: int) -> list[str]:
    """So many accepted items, every third with a letter."""
    return [str(accept(store, secret=at % 3 == 0).body()["item"]) for at in range(count)]


def sent(store: DeskStore, numbers: list[str]) -> Event:
    """All of them on their way in one receptacle."""
    return send(store, TRIP, [close(store, BAG, numbers)])


def test_an_item_accepted_and_nothing_else_costs_no_row_of_custody(here: DeskStore) -> None:
    (number,) = items(here, 1)

    with here.transaction() as connection:
        kept = [
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()
            for table in ("touch", "standing", "custody_event")
        ]
    with here.read() as reader:
        standing = reader.standing(number)
        holders = reader.holders()
        held = reader.held()

    assert kept == [(0,), (0,), (0,)]
    assert standing is not None
    assert (standing.state, standing.holder, standing.n) == (State.ACCEPTED, f"person:{HERE}/{CLERK}", 1)
    assert holders == [(f"person:{HERE}/{CLERK}", 1)]
    assert [(item.item, item.holder, item.origin) for item in held] == [(number, standing.holder, HERE)]


def test_what_leaves_is_kept_by_its_trip_until_the_taker_says_he_has_it(
    here: DeskStore, there: DeskStore
) -> None:
    numbers = items(here, 3)
    for number in numbers:
        approve(here, number)

    event = sent(here, numbers)

    with here.read() as reader:
        on_way = reader.held(f"trip:{TRIP}")
        assert reader.holders() == [(f"trip:{TRIP}", 3)]
        assert reader.waiting(9) == []
        dispatch = reader.dispatch(TRIP)
        assert [row.item for row in reader.items_in(BAG)] == numbers
    assert {(row.state, row.holder, row.inside) for row in on_way} == {
        (State.DISPATCHED, f"receptacle:{BAG}", BAG)
    }
    assert dispatch is not None
    assert (dispatch.event, dispatch.proof, dispatch.incoming) == (event.id, event.proof, False)
    assert (dispatch.items, dispatch.seen, dispatch.state) == (3, 0, State.SENT)

    take(there, event)
    received = receive(there, BAG, TRIP)
    take(here, received)

    with here.read() as reader:
        assert reader.holders() == []
        bag = reader.receptacle(BAG)
        assert bag is not None
        assert (bag.state, bag.holder, bag.dispatch) == (State.RECEIVED, f"person:{THERE}/{CLERK}", TRIP)
    with there.read() as reader:
        assert reader.holders() == [(f"receptacle:{BAG}", 3)]
    assert verify(here).ok
    assert verify(there).ok


def test_the_taker_knows_each_item_as_its_dispatch_tells_it(here: DeskStore, there: DeskStore) -> None:
    secret, plain = items(here, 2)
    event = sent(here, [secret, plain])

    take(there, event)

    with there.read() as reader:
        rows = [reader.item(number) for number in (secret, plain)]
        assert not reader.number_is_used(plain)
        assert [hit.subtitle for hit in reader.search(plain, ("item",), 5)] == [
            f"{SENDER.name} → {RECEIVER.name}"
        ]
        assert [hit.subtitle for hit in reader.search(secret, ("item",), 5)] == [""]
        assert reader.held() == []
        assert [row.dispatch for row in reader.dispatches(incoming=True, states=[State.SENT])] == [TRIP]
    for row in rows:
        assert row is not None
        assert (row.sender, row.receiver) == (SENDER, RECEIVER)
        assert (row.event, row.proof, row.shift, row.charge) == (event.id, event.proof, "", None)


def journey(here: DeskStore, there: DeskStore, numbers: list[str]) -> list[Event]:
    """From the dispatch to the closed arrival; every event that one side must tell the other."""
    event = sent(here, numbers)
    take(there, event)
    back = [receive(there, BAG, TRIP)]
    open_bag(there, BAG)
    back += [arrive(there, number, BAG, TRIP) for number in numbers]
    return [*back, close_arrival(there, TRIP, len(numbers))]


def told(store: DeskStore, numbers: list[str]) -> list[object]:
    """Where everything stands, and who is said to have it."""
    with store.read() as reader:
        rows = [reader.standing(number) for number in (*numbers, BAG, TRIP)]
        dispatch = reader.dispatch(TRIP)
        return [
            [(row.state, row.holder, row.head, row.n, row.losers) for row in rows if row is not None],
            reader.holders(),
            (dispatch.state, dispatch.seen, dispatch.arrived_ms) if dispatch is not None else None,
        ]


def test_the_senders_books_are_the_same_whatever_order_the_mail_came_in(there: DeskStore) -> None:
    first, found = desk_at(HERE, 7), []
    numbers = items(first, 3)
    mail = journey(first, there, numbers)

    for order in itertools.islice(itertools.permutations(mail), 0, 120, 11):
        again = desk_at(HERE, 7)
        assert items(again, 3) == numbers
        sent(again, numbers)
        take(again, *order)
        found.append(told(again, numbers))
        assert verify(again).ok

    assert found == [found[0]] * len(found)
    (states, holders, dispatch) = found[0]
    assert isinstance(states, list)
    assert [row[0] for row in states] == [*[State.ARRIVED] * 3, State.RECEIVED, State.ARRIVED]
    assert holders == []
    assert isinstance(dispatch, tuple)
    assert dispatch[:2] == (State.ARRIVED, 3)


def test_a_taker_who_had_the_items_before_their_data_ends_with_the_same_books(here: DeskStore) -> None:
    numbers = items(here, 4)
    event = sent(here, numbers)
    early, late = (desk_at(THERE, 9, first=50_000_000, last=50_000_999) for _ in range(2))

    take(late, event)
    with late.work() as work:
        work.commit()
    for number in numbers:
        arrive(early, number)
    with early.read() as reader:
        before = [reader.held_item(number) for number in numbers]
        unheard = [reader.standing(number) for number in numbers]
        assert reader.item(numbers[0]) is not None
    take(early, event)
    for number in numbers:
        arrive(late, number, BAG)

    assert all(row is not None and not row.known and row.state is State.ARRIVED for row in before)
    assert all(row is not None and row.unheard for row in unheard)
    for store in (early, late):
        with store.read() as reader:
            held = reader.held()
            dispatch = reader.dispatch(TRIP)
            standing = [reader.standing(number) for number in numbers]
        assert sorted(item.item for item in held) == sorted(numbers)
        assert {(item.state, item.holder, item.known, item.origin) for item in held} == {
            (State.ARRIVED, f"person:{THERE}/{CLERK}", True, HERE)
        }
        assert dispatch is not None
        assert dispatch.seen == 4
        assert not any(row.unheard for row in standing if row is not None)
        assert verify(store).ok


def test_the_same_event_again_changes_nothing_and_another_under_its_identity_is_a_fork(
    here: DeskStore, there: DeskStore
) -> None:
    numbers = items(here, 2)
    event = sent(here, numbers)
    other = desk_at(HERE, 7)
    fork = sent(other, items(other, 3)[:2])
    while fork.id.seq < event.id.seq:
        fork = approve(other, items(other, 1)[0])

    assert take(there, event, event) == (True, False)
    count = there.heads()
    with there.work() as work, pytest.raises(DeskError, match=r"inbox\.fork"):
        work.take_mail(_under(fork, event), "paper", CLERK)

    assert there.heads() == count
    with there.read() as reader:
        assert reader.received(event.id) == event
        assert reader.any_event(event.id) == event
        own = reader.mail_event(event.id)
        taken = reader.event(own) if own is not None else None
    assert taken is not None
    assert taken.body() == {"event": event.id.text, "hash": event.hash.hex(), "way": "bundle"}


def _under(fork: Event, event: Event) -> Event:
    """Other bytes under the identity of an event."""
    return replace(event, hash=fork.hash)


def test_what_no_point_may_send_is_refused_before_anything_is_written(
    here: DeskStore, there: DeskStore
) -> None:
    accepted = accept(here)
    before = there.heads()

    with there.work() as work:
        with pytest.raises(DeskError, match=r"event\.unknown_type"):
            work.take_mail(accepted, "paper", CLERK)
        work.commit()

    assert there.heads() == before


def test_an_event_under_our_own_number_is_refused(here: DeskStore) -> None:
    twin = desk_at(THERE, 7)
    event = send(twin, TRIP, [close(twin, BAG, items(twin, 1))])

    with here.work() as work, pytest.raises(DeskError, match=r"store\.refused"):
        work.take_mail(event, "paper", CLERK)


@pytest.mark.parametrize(("ahead_min", "followed"), [(9, True), (11, False)])
def test_the_hybrid_time_follows_another_desk_only_where_its_clock_is_not_far_ahead(
    there: DeskStore, ahead_min: int, followed: bool
) -> None:
    ahead = desk_at(HERE, 7, HandClock(NOON_MS + ahead_min * 60_000))
    event = sent(ahead, items(ahead, 1))

    take(there, event)

    with there.read() as reader:
        own = reader.mail_event(event.id)
        taken = reader.event(own) if own is not None else None
    assert taken is not None
    assert (taken.envelope.hlc > event.envelope.hlc) is followed
    assert verify(there).ok


def test_a_scan_there_beats_a_word_here_and_the_loser_stays_known(here: DeskStore, there: DeskStore) -> None:
    numbers = items(here, 1)
    event = sent(here, numbers)
    take(there, event)
    arrived = arrive(there, numbers[0], BAG, TRIP)
    said = write(
        here,
        ItemHanded(numbers[0], n_of(here, numbers[0]) + 1, HERE, SHIFT, "son"),
        [head_of(here, numbers[0])],
    )

    take(here, arrived)

    with here.read() as reader:
        standing = reader.standing(numbers[0])
        stations = reader.stations(numbers[0])
    assert standing is not None
    assert (standing.state, standing.head, standing.losers) == (State.ARRIVED, arrived.id, 1)
    assert [row.event for row in stations if row.lost] == [said.id]
    assert verify(here).ok


def test_stations_tell_the_whole_way_with_seal_receptacle_and_who_had_it(
    here: DeskStore, there: DeskStore
) -> None:
    numbers = items(here, 2)
    mail = journey(here, there, numbers)
    take(here, *mail)

    with here.read() as reader:
        rows = reader.stations(numbers[1])
        untouched = reader.stations(str(accept(here).body()["item"]))

    assert [row.step for row in rows] == ["accept", "pack", "send", "receive", "arrive", "arrive"]
    assert [row.type for row in rows[-3:]] == ["receptacle.received", "item.arrived", "dispatch.arrived"]
    assert [row.point for row in rows] == [HERE] * 3 + [THERE] * 3
    assert {row.seal for row in rows[1:4]} == {"NP0000000"}
    assert [bool(row.received_ms) for row in rows] == [False] * 3 + [True] * 3
    assert ("escort", "Vi Văn Bảo") in rows[2].beside
    assert [row.step for row in untouched] == ["accept"]


def test_a_number_known_from_elsewhere_is_not_given_out_and_takes_nothing_from_the_block(
    there: DeskStore,
) -> None:
    stray = "ME500000016VN"
    with there.read() as reader:
        before = reader.blocks()
    with there.work() as work:
        first = work.take_number()
    arrive(there, first)
    arrive(there, stray)

    with there.read() as reader:
        assert not reader.number_is_used(first)
        assert reader.blocks() == before
    with there.work() as work:
        following = work.take_number()
    with pytest.raises(DeskError, match=r"number\.used"):
        accept(there, first)
    accept(there)

    assert following not in {first, stray}
    assert verify(there).ok


def test_a_round_is_open_until_every_item_was_delivered_or_given_back(there: DeskStore) -> None:
    numbers = items(there, 3)
    round_number = f"PH{THERE}-261123-9-1"
    counted = tuple((number, n_of(there, number) + 1) for number in numbers)
    fact = RoundStarted(round_number, "son", counted, THERE, SHIFT)
    write(there, fact, [head_of(there, number) for number in numbers])

    def step(number: str, n: int) -> int:
        with there.read() as reader:
            row = reader.round(round_number)
            assert row is not None
            assert row.items == tuple(numbers)
            return row.open

    opened = [step(numbers[0], 0)]
    one, two, three = numbers
    write(there, ItemAttempted(one, 3, THERE, SHIFT, round_number, "absent", 1), [head_of(there, one)])
    opened.append(step(one, 3))
    write(there, ItemBroughtBack(one, 4, THERE, SHIFT, round_number), [head_of(there, one)])
    opened.append(step(one, 4))
    for number in (two, three):
        fact_done = ItemDelivered(number, 3, THERE, SHIFT, "receiver", f"{round_number}/1", round_number)
        write(there, fact_done, [head_of(there, number)], {"taker": {"name": "Lô Thị Sen"}})
        opened.append(step(number, 3))

    assert opened == [3, 3, 2, 1, 0]
    with there.read() as reader:
        assert reader.rounds(only_open=True) == []
        assert [row.round for row in reader.rounds(only_open=False)] == [round_number]
        assert reader.count_on("round", "2026-11-23") == 1
        assert reader.count_on("round", "2026-11-24") == 0
        tried, done = reader.first_attempt(one), reader.first_attempt(two)
        assert (reader.attempts(one), reader.attempts(two)) == (1, 0)
        assert reader.holders() == [(f"person:{THERE}/{CLERK}", 1)]
    assert tried is not None
    assert (tried.delivered, tried.reason) == (False, "absent")
    assert done is not None
    assert done.delivered
    assert verify(there).ok


def test_what_goes_back_is_marked_and_what_was_rejected_is_not_kept(here: DeskStore) -> None:
    back, rejected = items(here, 2)
    approve(here, back)
    write(here, ItemStored(back, 3, HERE, SHIFT, "KET1", scan=True), [head_of(here, back)])
    write(here, ItemReturned(back, 4, HERE, SHIFT, "refused"), [head_of(here, back)])
    write(here, ItemRejected(rejected, 2, HERE, SHIFT, "label"), [head_of(here, rejected)])

    with here.read() as reader:
        row = reader.held_item(back)
        assert reader.kept_of_shift(SHIFT) == (1, 0)
        assert reader.holders() == [(f"person:{HERE}/{CLERK}", 1), (f"place:{HERE}/KET1", 1)]
        assert [each.item for each in reader.waiting(9)] == [back]
        assert [each.item for each in reader.held(states=[State.REJECTED])] == [rejected]
        assert [each.item for each in reader.held(f"place:{HERE}/KET1")] == [back]
    assert row is not None
    assert (row.state, row.returning) == (State.RETURNING, True)


def test_held_items_come_newest_first_from_all_holders_within_the_limit(here: DeskStore) -> None:
    numbers = items(here, 12)
    chance = random.Random(5)
    moved = chance.sample(numbers, 6)
    for at, number in enumerate(moved):
        write(here, ItemHanded(number, 2, HERE, SHIFT, f"user{at % 3}"), [head_of(here, number)])

    with here.read() as reader:
        held = [row.item for row in reader.held(limit=7)]
        of_one = [row.item for row in reader.held(f"person:{HERE}/user1", limit=7)]

    assert held == numbers[::-1][:7]
    assert of_one == sorted((moved[1], moved[4]), reverse=True)


def test_a_replay_looks_back_at_acceptances_and_dispatches_it_has_long_forgotten(
    here: DeskStore, there: DeskStore
) -> None:
    numbers = items(here, 70)
    take(there, sent(here, numbers[:50]))
    items(there, 40)
    for number in (numbers[60], numbers[51]):
        approve(here, number)
    arrive(there, numbers[3], BAG)

    for store in (here, there):
        report = verify(store)
        assert (report.faults, report.differences) == ((), ())


def test_a_desk_on_a_disk_proves_events_of_others_and_its_own_alike(tmp_path: Path, here: DeskStore) -> None:
    store = make(tmp_path)
    set_up(store, THERE, 50_000_000, 50_000_999)
    event = sent(here, items(here, 40))
    take(store, event)
    for row in store_items(store):
        arrive(store, row, BAG, TRIP)

    report = verify(store)

    assert (report.faults, report.differences) == ((), ())
    store.close()


def store_items(store: DeskStore) -> list[str]:
    with store.read() as reader:
        return [row.item for row in reader.items_in(BAG)]
