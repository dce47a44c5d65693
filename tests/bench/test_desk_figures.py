"""What all figures of a quarter and of a year cost at a full desk, beside one aggregate over the same rows that somebody wrote by hand.

`make bench` measures on 1,000,000 items (``KT1DESK_BENCH_ITEMS``); run alone, this takes a small desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from kt1desk.domain.reporting.figures import Measure, total
from kt1desk.store.journal import DeskStore
from tests.bench.figures import clocked, in_turns, line
from tests.bench.samples import open_store, pair_of_desks

pytestmark = pytest.mark.bench

BY_HAND = """SELECT substr(shift, 1, 10), product, count(*), sum(total_dong) FROM item
  WHERE source = 1 AND service = 'kt1' AND state NOT IN ('reversed', 'rejected') GROUP BY 1, 2"""
ROUNDS = 5
LAST = date(2026, 11, 20)
PERIODS = {"a quarter": 92, "a year": 365}


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskStore]:
    store = open_store(pair_of_desks(tmp_path_factory.mktemp("bench")).full)
    yield store
    store.close()


def test_measure_all_figures_of_a_full_desk(full: DeskStore, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    with full.read() as reader:
        for name, days in PERIODS.items():
            first = LAST - timedelta(days=days - 1)
            counted, by_hand = in_turns(
                lambda first=first: clocked(lambda: reader.figures(first, LAST)),  # type: ignore[misc]
                lambda: clocked(lambda: reader._connection.execute(BY_HAND).fetchall()),
                ROUNDS,
                1,
            )
            items = total(each for each in reader.figures(first, LAST) if each.measure is Measure.ITEMS)
            said.append(line(f"  all figures of {name}, {items.count:,} items", counted, by_hand))
    with capsys.disabled():
        print("\nfigures of a desk; floor: one aggregate over all its items, written by hand")
        print("\n".join(said))
    assert len(said) == len(PERIODS)
