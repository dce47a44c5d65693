"""From a key to its painted pixel on every place of the real window, on a full desk; floor: an empty line edit of the same window and run.

`make bench` measures on 1,000,000 items (``KT1DESK_BENCH_ITEMS``); run alone, this takes a small desk.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from tests.bench.children.page_keys import FLOOR, Spent
from tests.bench.figures import Figure
from tests.bench.samples import pair_of_desks
from tests.support.tree import ROOT

PATIENCE_S = 900
GOAL_MS = 50

pytestmark = pytest.mark.bench


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pair_of_desks(tmp_path_factory.mktemp("bench")).full


def test_measure_keys_on_every_place(display: str, full: Path, capsys: pytest.CaptureFixture[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.children.page_keys", str(full)],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
    )
    seen = {place: Spent(**spent) for place, spent in json.loads(done.stdout).items()}
    floor, places = seen.pop(FLOOR), {place: spent for place, spent in seen.items() if spent.echo}

    with capsys.disabled():
        print(
            "\nkey to painted pixel: p50 and p95 in ms, as it was, less what the scanner's filter held, and computed by"
        )
        print(
            "the screen's thread alone; ratio of the last medians to the floor. Then the page: first picture, last one."
        )
        _tell("floor: an empty line edit", floor, floor)
        for place, spent in places.items():
            _tell(place, spent, floor)
        _tell("all places", _together(places), floor)
        slow = [place for place, spent in places.items() if _less(spent.echo, spent.held).p95 > GOAL_MS]
        print(f"over {GOAL_MS} ms, p95 less what was held: {len(slow)} of {len(places)}: {', '.join(slow)}")
    assert len(places) > len(seen) // 2


def _together(places: Mapping[str, Spent]) -> Spent:
    every = places.values()
    return Spent(
        echo=_all(each.echo for each in every),
        held=_all(each.held for each in every),
        answer=_all(each.answer for each in every),
        processor=_all(each.processor for each in every),
    )


def _all(parts: Iterable[Sequence[float]]) -> list[float]:
    return [time for part in parts for time in part]


def _less(times: Sequence[float], held: Sequence[float]) -> Figure:
    return Figure(tuple(time - part for time, part in zip(times, held, strict=True)))


def _tell(place: str, spent: Spent, floor: Spent) -> None:
    whole, less = Figure(tuple(spent.echo)), _less(spent.echo, spent.held)
    used, base = Figure(tuple(spent.processor)), Figure(tuple(floor.processor))
    print(
        f"{place[:44]:<44} n{len(spent.echo):4}  {whole.median:6.1f} {whole.p95:6.1f}  less {less.median:6.1f} {less.p95:6.1f}"
        f"  cpu {used.median:5.1f} {used.p95:5.1f}  ratio {used.median / base.median:4.1f}"
        f"  page {spent.came[0]:5.0f} {spent.came[1]:5.0f} cpu {spent.came_processor:4.0f}"
    )
