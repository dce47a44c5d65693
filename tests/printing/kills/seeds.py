"""Seeds of the long run: each is run once in the life of its ledger, so that a machine that soaks every night sees new ones."""

from __future__ import annotations

import os
import re
from pathlib import Path

FIRST = 1_000
"""Below are those of `make check`."""


class Seeds:
    """The seeds of one printer; without a folder to keep them in, they begin anew.

    Args:
        printer: its name.
    """

    def __init__(self, printer: str) -> None:
        kept = os.environ.get("KT1DESK_SOAK_DIR", "")
        name = re.sub(r"\W+", "-", printer.lower())
        self._path = Path(kept) / f"printing-killed-{name}" if kept else None
        self._next = FIRST
        if self._path is not None and self._path.exists():
            self._next = int(self._path.read_text(encoding="utf-8"))

    def next(self) -> int:
        """One that was not run; it counts as run from now on."""
        seed, self._next = self._next, self._next + 1
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(str(self._next), encoding="utf-8")
        return seed
