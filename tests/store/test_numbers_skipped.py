"""Numbers passed over together leave the blocks as numbers that are voided one by one."""

from __future__ import annotations

import random
from typing import Any

import pytest

from kt1desk.domain.facts import BlockGranted, NumbersSkipped, NumberVoided
from kt1desk.domain.identifiers import number_at
from kt1desk.services.ports import Appending
from kt1desk.store.journal import DeskStore
from kt1desk.store.verify import verify
from tests.support.custody import HERE, desk_at
from tests.support.journals import FIRST_SERIAL, accept

FIRST, LAST = FIRST_SERIAL, FIRST_SERIAL + 29
NEXT = (LAST + 1, LAST + 20)


def a_desk(given: list[int]) -> DeskStore:
    """A desk with two blocks that touch, of which some numbers are given out, not in their order."""
    store = desk_at(HERE, 7, None, FIRST, LAST)
    with store.work() as work:
        work.append(BlockGranted("ME", *NEXT), Appending("system"))
        work.commit()
    for serial in given:
        accept(store, number_at("ME", serial).text)
    return store


def books(store: DeskStore) -> list[list[Any]]:
    with store.transaction() as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2, 3").fetchall() for table in ("block",)
        ] + [connection.execute("SELECT item FROM voided_number ORDER BY item").fetchall()]


@pytest.mark.parametrize("seed", range(8))
def test_a_range_passed_over_leaves_what_its_numbers_voided_one_by_one_leave(seed: int) -> None:
    chance = random.Random(seed)
    given = chance.sample(range(FIRST, NEXT[1] + 1), chance.randint(0, 12))
    low = chance.randint(FIRST, NEXT[1])
    high = chance.choice((chance.randint(low, NEXT[1]), NEXT[1], NEXT[1] + 3))
    together, singly = a_desk(given), a_desk(given)

    with together.work() as work:
        work.append(NumbersSkipped("ME", low, high, "restored"), Appending("lan"))
        work.commit()
    with singly.work() as work:
        for serial in range(high, low - 1, -1):
            if serial not in given:
                work.append(NumberVoided(number_at("ME", serial).text, "restored"), Appending("lan"))
        work.commit()

    assert books(together) == books(singly)
    assert verify(together).ok
