"""Figures of one run: two ways measured turn by turn, so that whatever else the machine does hits both alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Times of one way, in milliseconds."""

    times_ms: tuple[float, ...]

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Figure:
        return cls(tuple(value * 1000 for value in seconds))

    @property
    def median(self) -> float:
        return statistics.median(self.times_ms)

    @property
    def p95(self) -> float:
        return sorted(self.times_ms)[int(len(self.times_ms) * 0.95)]

    @property
    def worst(self) -> float:
        return max(self.times_ms)

    def __str__(self) -> str:
        return f"{self.median:8.2f} ms (p95 {self.p95:8.2f})"


def clocked(action: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def in_turns(
    ours: Callable[[], float], floor: Callable[[], float], rounds: int, warm_up: int = 10
) -> tuple[Figure, Figure]:
    """Ours, floor, ours, floor…; each call returns its own seconds. The first rounds are thrown away."""
    times: list[tuple[float, float]] = [(ours(), floor()) for _ in range(warm_up + rounds)][warm_up:]
    return Figure.of([pair[0] for pair in times]), Figure.of([pair[1] for pair in times])


def line(what: str, ours: Figure, floor: Figure, goal: str = "") -> str:
    """One line of the report, with the ratio of the medians."""
    aim = f"  goal {goal}" if goal else ""
    return f"{what:<46} {ours}   floor {floor}   ratio {ours.median / floor.median:5.2f}{aim}"
