"""What was seen, as a table: a line a way, a column a thing to do; and below where ours stands in each."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Task:
    """A thing to do: so many events, over a connection that is there or one to be opened."""

    events: int
    cold: bool

    def __str__(self) -> str:
        what = f"{self.events:,} events" if self.events > 1 else ("1 event" if self.events else "nothing")
        return f"{what}, {'cold' if self.cold else 'connected'}"


@dataclass(frozen=True)
class Seen:
    """One exchange: seconds, bytes up and down, turns."""

    seconds: float
    up: int
    down: int
    turns: int


@dataclass(frozen=True)
class Middle:
    """The middle one of several exchanges, in each figure by itself; bytes for each event, or in all where there is none."""

    seconds: float
    up: float
    down: float
    turns: float

    def __str__(self) -> str:
        return f"{self.seconds:7.2f} s {self.up:7,.0f} {self.down:6,.0f} {self.turns:3.0f}"


def middle(task: Task, seen: Sequence[Seen]) -> Middle:
    """See `Middle`."""
    each = max(1, task.events)
    return Middle(
        statistics.median(one.seconds for one in seen),
        statistics.median(one.up for one in seen) / each,
        statistics.median(one.down for one in seen) / each,
        statistics.median(one.turns for one in seen),
    )


def table(found: Mapping[str, Mapping[Task, Middle]]) -> Iterable[str]:
    """A block a task: seconds, bytes up and down for each event, turns, best first; in the block's title where ours stands."""
    for task in sorted(next(iter(found.values()))):
        ways = {name: figures[task] for name, figures in found.items()}
        yield f"{task}: {', '.join(_standing(ways))}"
        yield f"  {'':18} {'seconds':>9} {'B up':>7} {'down':>6} turns"
        for name, figure in sorted(ways.items(), key=lambda pair: pair[1].seconds):
            yield f"  {name:18} {figure}"


def _standing(ways: Mapping[str, Middle]) -> Iterable[str]:
    for title in ("seconds", "up", "down", "turns"):
        figures = {name: float(getattr(figure, title)) for name, figure in ways.items()}
        ours = figures.pop("ours")
        if figures:
            rank = 1 + sum(other < ours for other in figures.values())
            best = min(figures, key=lambda name: figures[name])
            yield f"{title} {rank} of {len(ways)} ({ours / figures[best]:.2f} × {best})"
