"""A dispatch received by five scans a second, at a full desk and at an empty one in turn: none missed, none doubled, how long each takes.

`make bench` measures on 1,000,000 items (``KT1DESK_BENCH_ITEMS`` or ``KT1DESK_BENCH_DESK``); run alone, these take a small desk.
"""

from __future__ import annotations

import json
import os
import sched
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.bench.children.receive_scans import READY
from tests.bench.dispatched import BAG, SEAL, Dispatched
from tests.bench.figures import Figure, line
from tests.bench.samples import Pair, pair_of_desks
from tests.support.display import private_display
from tests.support.points import DISTRICT, point_desk
from tests.support.tree import ROOT

ITEMS = 200
EVERY_S = 0.2
GIVER = 6_000
"""Device number of the desk that sends: its items have numbers of their own."""
HERE = "240000"
MOMENTS = ("heard", "on the screen", "written, and the screen knows")

pytestmark = pytest.mark.bench


@dataclass(frozen=True)
class Receiving:
    """A desk at work in a process of its own, on a screen of its own."""

    process: subprocess.Popen[str]

    def scan(self, item: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{item}\n")
        self.process.stdin.flush()

    def end(self) -> dict[str, Any]:
        """What it saw."""
        told, _ = self.process.communicate()
        assert self.process.returncode == 0
        found: dict[str, Any] = json.loads(told.splitlines()[-1])
        return found


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
        made = [_receiving(desk, written, tmp_path / desk.name, things) for desk in (desks.full, desks.empty)]
        yield made[0], made[1]


def _receiving(desk: Path, sent: Path, scratch: Path, things: ExitStack) -> Receiving:
    scratch.mkdir()
    screen = things.enter_context(private_display(scratch))
    process = things.enter_context(
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.children.receive_scans", desk, sent],
            cwd=ROOT,
            env={**os.environ, "DISPLAY": screen},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    )
    things.callback(process.kill)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == READY
    return Receiving(process)


def _scan_in_turn(both: tuple[Receiving, Receiving], items: tuple[str, ...]) -> None:
    """Five a second at each desk, the one between two of the other, whatever each of them takes."""
    hand = sched.scheduler(time.perf_counter)
    begun = time.perf_counter()
    for at, item in enumerate(items):
        for half, desk in enumerate(both):
            hand.enterabs(begun + (at + half / 2) * EVERY_S, 0, desk.scan, (item,))
    hand.run()


def _figures(told: dict[str, Any]) -> list[Figure]:
    return [Figure(tuple(times[at] for times in told["after"])) for at in range(len(MOMENTS))]


def test_measure_scans_of_a_dispatch_five_a_second_and_none_is_missed_or_doubled(
    both: tuple[Receiving, Receiving], sent: Dispatched, capsys: pytest.CaptureFixture[str]
) -> None:
    _scan_in_turn(both, sent.items)

    full, empty = (desk.end() for desk in both)

    with capsys.disabled():
        print(
            f"\n{ITEMS} scans, {1 / EVERY_S:.0f} a second, load {os.getloadavg()[0]:.1f}; floor: the same desk without items"
        )
        for what, ours, floor in zip(MOMENTS, _figures(full), _figures(empty), strict=True):
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
