"""A dispatch received by five scans a second, at a full desk and at an empty one in turn: none missed, none doubled, how long each takes.

`make bench` measures on 1,000,000 items (``KT1DESK_BENCH_ITEMS`` or ``KT1DESK_BENCH_DESK``); run alone, these take a small desk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bench.dispatched import BAG, SEAL, Dispatched
from tests.bench.figures import line
from tests.bench.samples import Pair, pair_of_desks
from tests.bench.scanning import EVERY_S, MOMENTS, Receiving, figures, receiving, scan_in_turn
from tests.support.points import DISTRICT, point_desk

ITEMS = 200
GIVER = 6_000
"""Device number of the desk that sends: its items have numbers of their own."""
HERE = "240000"

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    return pair_of_desks(tmp_path_factory.mktemp("bench"))


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Dispatched:
    """A dispatch of ordinary items on its way from another point, all in one bag."""
    with point_desk(tmp_path_factory.mktemp("giver"), DISTRICT, GIVER) as giver:
        items = tuple(giver.new_item() for _ in range(ITEMS))
        giver.pack(*items, to=HERE, receptacle=BAG, seal=SEAL)
        return Dispatched.of(giver.send(BAG, to=HERE).event)


@pytest.fixture
def both(desks: Pair, sent: Dispatched, tmp_path: Path) -> Iterator[tuple[Receiving, Receiving]]:
    """The full desk and the empty one, the bag open before each."""
    written = sent.write(tmp_path / "dispatch")
    with ExitStack() as things:
        made = [
            receiving("receive_scans", (desk, written), tmp_path / desk.name, things)
            for desk in (desks.full, desks.empty)
        ]
        yield made[0], made[1]


def test_measure_scans_of_a_dispatch_five_a_second_and_none_is_missed_or_doubled(
    both: tuple[Receiving, Receiving], sent: Dispatched, capsys: pytest.CaptureFixture[str]
) -> None:
    scan_in_turn(both, [(item, item) for item in sent.items])

    full, empty = (desk.end() for desk in both)

    with capsys.disabled():
        print(
            f"\n{ITEMS} scans, {1 / EVERY_S:.0f} a second, load {os.getloadavg()[0]:.1f}; floor: the same desk without items"
        )
        for what, ours, floor in zip(MOMENTS, figures(full), figures(empty), strict=True):
            print(line(f"  scan to {what}", ours, floor, "p95 50 ms"))
        print(
            f"  processor time of the process, each scan: {full['processor']:.1f} ms, floor {empty['processor']:.1f} ms"
        )
    for told in (full, empty):
        assert told["accepted"] == [True] * ITEMS
        assert told["outcomes"] == ["expected"] * ITEMS
        assert told["confirmed"] == dict.fromkeys(sent.items, 1)
        assert told["count"] == f"{ITEMS} / {ITEMS}"
        assert all(moment > 0 for times in told["after"] for moment in times)
