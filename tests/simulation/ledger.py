"""The ledger of seeds: which were run to their end and what came of them, so that the next long run goes on where this one stopped."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Entry:
    """One finished seed."""

    seed: int
    desks: int
    hours: float
    on_disk: bool
    trace: str
    events: int
    cpu_s: float
    violations: tuple[str, ...] = ()


class Ledger:
    """A file of one line for each seed of one lane; lanes are run side by side and share no seed.

    Args:
        folder: where it lies; made where it is not there.
        lane, lanes: this lane takes every ``lanes``-th seed, beginning with ``lane``.
    """

    def __init__(self, folder: Path, lane: int, lanes: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"simulation-{lane}-of-{lanes}.jsonl"
        self._lane, self._lanes = lane, lanes

    def entries(self) -> Sequence[Entry]:
        """Everything that was finished; a line that was cut off by the end of a run is none."""
        if not self._path.exists():
            return ()
        found = []
        for line in self._path.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
                found.append(Entry(**{**row, "violations": tuple(row["violations"])}))
            except (ValueError, TypeError, KeyError):
                continue
        return found

    def next_seed(self) -> int:
        """The first seed of this lane that is not in it."""
        return max((entry.seed + self._lanes for entry in self.entries()), default=self._lane)

    def add(self, entry: Entry) -> None:
        """Write a line; when this returns, it is on the disk."""
        cut_off = self._path.exists() and not self._path.read_bytes().endswith(b"\n")
        with self._path.open("a", encoding="utf-8") as file:
            file.write("\n" * cut_off + json.dumps(asdict(entry), ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())
