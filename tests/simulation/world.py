"""Virtual time: one heap of what is to happen when, the sources of chance, and the trace that proves two runs to be the same.

What people do, what goes wrong and what each desk takes as random bytes are drawn from three sources, all of one seed: so a change of one
moves the others as little as can be.
"""

from __future__ import annotations

import hashlib
import heapq
import random
from collections import deque
from collections.abc import Callable

from kt1desk.domain.events import Moment
from tests.support.clocks import NOON_MS

SECOND = 1_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
BEGIN_MS = NOON_MS - 5 * HOUR
"""Seven in the morning of 23/11/2026 in Lạng Sơn."""
KEPT_LINES = 4_000


class World:
    """Time, chance and the trace of one run."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.mischief = random.Random(f"mischief {seed}")
        self.now_ms = BEGIN_MS
        self.steps = 0
        self.lines: deque[str] = deque(maxlen=KEPT_LINES)
        self._heap: list[tuple[int, int, Callable[[], None]]] = []
        self._count = 0
        self._hash = hashlib.sha256(str(seed).encode())

    def after(self, ms: int, do: Callable[[], None]) -> None:
        """Let something happen so much later."""
        self._count += 1
        heapq.heappush(self._heap, (self.now_ms + ms, self._count, do))

    def entropy(self, device: int) -> Callable[[int], bytes]:
        """Random bytes of one desk: how many it takes moves nothing else."""
        return random.Random(f"entropy {self.seed} {device}").randbytes

    def between(self, least_ms: int, most_ms: int) -> int:
        """A span drawn at random."""
        return self.chance.randint(least_ms, most_ms)

    def run_until(self, end_ms: int) -> None:
        """Everything that happens until then."""
        while self._heap and self._heap[0][0] <= end_ms:
            self.now_ms, _, do = heapq.heappop(self._heap)
            self.steps += 1
            do()
        self.now_ms = max(self.now_ms, end_ms)

    def note(self, who: str, what: str) -> None:
        """One line of the trace."""
        line = f"{(self.now_ms - BEGIN_MS) / MINUTE:9.3f} {who} {what}"
        self._hash.update(line.encode())
        self.lines.append(line)

    @property
    def trace(self) -> str:
        """Hash of all lines so far, 16 hex digits."""
        return self._hash.hexdigest()[:16]


class DeskClock:
    """The clock of one desk's machine: its wall clock may be wrong, its other one begins anew with each boot."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._boots = 1
        self._booted_ms = world.now_ms
        self.wrong_ms = 0

    def now(self) -> Moment:
        """See `kt1desk.services.ports.Clock.now`."""
        return Moment(self._world.now_ms + self.wrong_ms)

    def monotonic_ms(self) -> int:
        """See `Clock.monotonic_ms`."""
        return self._world.now_ms - self._booted_ms

    def boot_id(self) -> str:
        """See `Clock.boot_id`."""
        return f"boot-{self._boots}"

    def reboot(self) -> None:
        """The machine starts again."""
        self._boots += 1
        self._booted_ms = self._world.now_ms
