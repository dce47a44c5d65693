"""What something cost: seconds on the wall, and seconds of a processor, this process's and the database server's together.

On a machine that does other things besides, the second is the figure to compare.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from tests.support.postgres import Cluster

_PARENT, _USER, _SYSTEM, _ENDED = 1, 11, 12, slice(13, 15)
"""Places in ``/proc/PID/stat`` behind the name (proc(5)); the last: of children that have ended."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds."""

    wall_s: float
    processor_s: float


class Watch:
    """Runs from when it is made."""

    def __init__(self, server: Cluster) -> None:
        self._server = server
        self._begun = self._now()

    def spent(self) -> Spent:
        """Until now."""
        now = self._now()
        return Spent(now.wall_s - self._begun.wall_s, now.processor_s - self._begun.processor_s)

    def _now(self) -> Spent:
        return Spent(time.perf_counter(), time.process_time() + server_seconds(self._server))


def server_seconds(server: Cluster) -> float:
    """Processor time of the server's first process and of all that live or lived under it."""
    postmaster = str(server.pid)
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if postmaster in {words[_PARENT], stat.parent.name}:
            total += int(words[_USER]) + int(words[_SYSTEM])
        if stat.parent.name == postmaster:
            total += sum(map(int, words[_ENDED]))
    return total / _TICKS
