"""What dispatches tell of an item and of a receptacle, and what of it counts."""

from __future__ import annotations

import itertools
from dataclasses import replace

from kt1desk.domain.facts import (
    ItemArrived,
    ReceptacleClosed,
)
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.chains import HOUR_MS, Writer, dispatch, send
from tests.support.clocks import NOON_MS, HandClock
from tests.support.custody import (
    BAG,
    HERE,
    THERE,
    TRIP,
    arrive,
    desk_at,
    head_of,
    items,
    n_of,
    open_bag,
    receive,
    sent,
    take,
    write,
)
from tests.support.exchange_keys import own_keys
from tests.support.journals import SHIFT


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


def test_of_two_dispatches_that_tell_of_an_item_the_one_written_later_counts_whichever_came_first() -> None:
    first = replace(dispatch(1, secret=1), point="LS03", dispatch="CT240300-261123-8-1", to=HERE)
    bag = first.receptacles[0]
    again = replace(bag, receptacle="TUI00009999", items=(replace(bag.items[0], weight_g=999, n=9),))
    writer = Writer(own_keys(8, "LS03"))
    told = [
        send(writer, first),
        send(writer, replace(first, dispatch="CT240300-261123-8-2", receptacles=(again,))),
    ]
    item, found = bag.items[0].item, []

    for order in itertools.permutations(told):
        store = desk_at(HERE, 7)
        take(store, *order)
        with store.read() as reader:
            found.append((reader.item(item), reader.standing(item)))
        assert verify(store).ok

    (row, stands), other = found[0], found[1]
    assert (row, stands) == other
    assert row is not None
    assert row.weight_g == 999


def test_news_of_an_earlier_journey_to_the_same_point_confirms_nothing_in_the_receptacle_of_the_next() -> (
    None
):
    first, there = desk_at(HERE, 7), desk_at(THERE, 9, first=50_000_000, last=50_000_999)
    (number,) = items(first, 1)
    take(there, sent(first, [number]))
    receive(there, BAG, TRIP)
    open_bag(there, BAG)
    came = arrive(there, number, BAG)
    back = ItemArrived(number, "intact", HERE, SHIFT, n_of(first, number) + 5, scan=True)
    again = ReceptacleClosed("TUI00000099", "NP0000099", 500, THERE, ((number, back.n + 1),), HERE, SHIFT)
    found = []

    for late in (False, True):
        store = desk_at(HERE, 7)
        assert items(store, 1) == [number]
        sent(store, [number])
        if not late:
            take(store, came)
        write(store, back)
        write(store, again, parents=(head_of(store, number),))
        if late:
            take(store, came)
        with store.held() as held:
            found.append(
                held.connection.execute("SELECT receptacle, seen FROM receptacle ORDER BY 1").fetchall()
            )
        assert verify(store).ok

    assert found == [[(BAG, 1), ("TUI00000099", 0)]] * 2


def test_what_another_point_told_of_an_item_is_better_than_what_we_passed_on_whichever_came_first() -> None:
    fact = replace(dispatch(1), point="LS03", dispatch="CT240300-261123-8-1", to=HERE)
    told = send(Writer(own_keys(8, "LS03")), fact)
    bag = replace(fact.receptacles[0], receptacle="TUI00009999")
    passed_on = replace(fact, point=HERE, to=THERE, dispatch="CT240000-261123-7-1", receptacles=(bag,))
    found = []

    for before in (True, False):
        store = desk_at(HERE, 7, HandClock(NOON_MS + HOUR_MS))
        if before:
            take(store, told)
        write(store, passed_on)
        if not before:
            take(store, told)
        with store.held() as held:
            found.append(
                held.connection.execute("SELECT device, stream, incarnation, seq FROM item").fetchall()
            )

    assert found == [[tuple(told.id.as_json())]] * 2


def test_a_receptacle_that_was_called_back_and_sent_again_was_closed_before_both_whichever_is_heard_first() -> (
    None
):
    first = replace(dispatch(1), point="LS03", dispatch="CT240300-261123-8-1", to=HERE)
    writer = Writer(own_keys(8, "LS03"))
    one = send(writer, first)
    two = send(writer, replace(first, dispatch="CT240300-261123-8-2"))
    found = []

    for order in itertools.permutations((one, two)):
        store = desk_at(HERE, 7)
        take(store, *order)
        with store.read() as reader:
            row = reader.receptacle(first.receptacles[0].receptacle)
            found.append(row.closed_ms if row is not None else 0)
        assert verify(store).ok

    assert found == [one.envelope.happened.utc_ms] * 2
