"""Who holds what at a point: items in hands and places, on rounds, and numbers that belong to other points."""

from __future__ import annotations

import random

import pytest

from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError
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
from tests.support.custody import (
    CLERK,
    HERE,
    THERE,
    approve,
    arrive,
    head_of,
    items,
    n_of,
    write,
)
from tests.support.journals import SHIFT, accept


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
        assert [each.items for each in reader.accepted_on("2026-11-23", 420)] == [1]
        assert reader.holders() == [(f"person:{HERE}/{CLERK}", 1), (f"place:{HERE}/KET1", 1)]
        assert [each.item for each in reader.items_here(9)] == [back]
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
