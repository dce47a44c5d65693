"""The ledger of the long run: each seed is run once in its life, so that a machine that soaks every night sees new ones."""

from __future__ import annotations

import os
import re
from pathlib import Path

FIRST = 1_000
"""Below are the seeds of `make check`."""


class Seeds:
    """The seeds of one printer, and what came of them, a line each; without a folder to keep them in, they begin anew.

    Args:
        printer: its name.
    """

    def __init__(self, printer: str) -> None:
        kept = os.environ.get("KT1DESK_SOAK_DIR", "")
        name = re.sub(r"\W+", "-", printer.lower()).strip("-")
        self._path = Path(kept) / f"printing-killed-{name}.txt" if kept else None
        self._last = FIRST - 1
        if self._path is not None and self._path.exists():
            lines = self._path.read_text(encoding="utf-8").splitlines()
            self._last = max((int(line.split(":")[0]) for line in lines), default=self._last)

    def next(self) -> int:
        """One that was not run."""
        self._last += 1
        return self._last

    def add(self, seed: int, said: str) -> None:
        """It was run to its end, and this is what came of it."""
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{seed}: {said}\n")
