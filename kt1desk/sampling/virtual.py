"""Time and chance of a generated desk: both follow from the order, so that the same order gives the same bytes."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime

from kt1desk.domain.events import Moment

OFFSET_MIN = 7 * 60
_MS_PER_MIN = 60_000


class VirtualClock:
    """Implements `kt1desk.services.ports.Clock`: it shows what it was set to, in Vietnamese time. Each day is a boot of its own."""

    def __init__(self, at_ms: int) -> None:
        self._now = Moment(at_ms, OFFSET_MIN)
        self._boot = ""
        self._begun_ms = at_ms
        self.begin(at_ms)

    def begin(self, at_ms: int) -> None:
        """The machine is switched on."""
        self._begun_ms = at_ms
        self._boot = f"v{at_ms // _MS_PER_MIN}"
        self.set(at_ms)

    def set(self, at_ms: int) -> None:
        """It is now so late (UTC milliseconds)."""
        self._now = Moment(at_ms, OFFSET_MIN)

    def now(self) -> Moment:
        """See `Clock.now`."""
        return self._now

    def monotonic_ms(self) -> int:
        """See `Clock.monotonic_ms`: since the machine was switched on."""
        return self._now.utc_ms - self._begun_ms

    def boot_id(self) -> str:
        """See `Clock.boot_id`."""
        return self._boot


def chance_of(*what: object) -> random.Random:
    """A source of chance that belongs to these words and numbers alone."""
    return random.Random("|".join(str(part) for part in what))  # noqa: S311 - invented data, no secret


def midnight_ms(day: date) -> int:
    """Where a day begins on the wall clock, in UTC milliseconds."""
    begun = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int(begun.timestamp()) * 1000 - OFFSET_MIN * _MS_PER_MIN
