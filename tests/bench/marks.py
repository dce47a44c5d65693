"""The moments of an acceptance, taken from outside: at the doors of its transaction and of the head marker."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import Heads


@dataclass
class Marks:
    """The last acceptance: begun, committed, marked, and how long the whole call took; in seconds."""

    begun: float = 0.0
    committed: float = 0.0
    marked: float = 0.0
    whole: float = 0.0

    @property
    def to_commit(self) -> float:
        return self.committed - self.begun

    @property
    def to_paper(self) -> float:
        return self.marked - self.begun


def watch(store: DeskStore) -> Marks:
    """Take the time at the beginning of each transaction, and before and after the head marker."""
    marks = Marks()
    work, marker = store.work, store.marker()
    write = marker.write

    @contextmanager
    def timed_work() -> Iterator[Any]:
        marks.begun = time.perf_counter()
        with work() as one:
            yield one

    def timed_write(heads: Heads) -> None:
        marks.committed = time.perf_counter()
        write(heads)
        marks.marked = time.perf_counter()

    store.work = timed_work  # type: ignore[method-assign]
    marker.write = timed_write  # type: ignore[method-assign]
    return marks
