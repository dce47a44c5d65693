"""When to exchange next: soon after something was written, now and then when nothing was, and always once more after a failure.

A failed round is tried again with nothing written in between; that is how a queue empties after the line has healed. The waits grow and
differ from desk to desk, for a whole province comes back at the same minute when its line does.

This module must not know what is exchanged. It reads no clock and waits for nothing: somebody else asks it when.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

Chance = Callable[[], float]
"""At least 0 and below 1, any number as likely as the next."""


@dataclass(frozen=True, slots=True)
class Pace:
    """Waits in milliseconds.

    Attributes:
        first, most: the wait after the first failure and the longest one; between them it doubles.
        quiet: between two rounds while nothing is written; keeps the connection alive and brings mail.
        collecting: after an event, so that what a clerk writes at once goes in one frame.
    """

    first: int = 2_000
    most: int = 300_000
    quiet: int = 60_000
    collecting: int = 500


@dataclass(frozen=True, slots=True)
class Pacing:
    """When the next round is due, by a clock that never goes back.

    Attributes:
        due_ms: then.
        failures: how many rounds failed one after the other.
    """

    due_ms: int
    failures: int = 0
    pace: Pace = Pace()

    def wait_ms(self, now_ms: int) -> int:
        """How long to wait from now; 0 where the round is due."""
        return max(0, self.due_ms - now_ms)

    def went_well(self, now_ms: int, chance: Chance) -> Pacing:
        """A round was answered."""
        return replace(self, due_ms=now_ms + _spread(self.pace.quiet, chance), failures=0)

    def failed(self, now_ms: int, chance: Chance) -> Pacing:
        """A round was not answered, or the gate does not take this desk's word: perhaps it will, later."""
        pace, failures = self.pace, self.failures + 1
        longest = pace.most if failures > 16 else min(pace.most, pace.first * 2**failures)
        wait = max(pace.first, longest // 2) + int(chance() * (longest - max(pace.first, longest // 2)))
        return replace(self, due_ms=now_ms + wait, failures=failures)

    def written(self, now_ms: int) -> Pacing:
        """Something was written that is to be sent. While the line fails, that makes it no better: the wait stands."""
        if self.failures:
            return self
        return replace(self, due_ms=min(self.due_ms, now_ms + self.pace.collecting))

    def hurried(self, now_ms: int) -> Pacing:
        """Somebody asks for it now, or the machine says that its network is back."""
        return replace(self, due_ms=min(self.due_ms, now_ms))


def _spread(wait: int, chance: Chance) -> int:
    """Four fifths to six fifths of it."""
    return wait * 4 // 5 + int(chance() * (wait * 2 // 5))
