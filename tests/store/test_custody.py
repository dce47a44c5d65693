"""Custody in the store: one journey between two desks, known the same on both sides whatever order the mail came in."""

from __future__ import annotations

import itertools
from pathlib import Path

from kt1desk.domain.custody import State
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    ItemHanded,
)
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.custody import (
    BAG,
    CLERK,
    HERE,
    THERE,
    TRIP,
    approve,
    arrive,
    close_arrival,
    desk_at,
    head_of,
    items,
    n_of,
    open_bag,
    receive,
    sent,
    set_up,
    take,
    write,
)
from tests.support.journals import RECEIVER, SENDER, SHIFT, accept, make


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
        assert reader.items_here(9) == []
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
