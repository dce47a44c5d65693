"""Ports of the registers that are views: what this desk wrote in a stretch of time, what was entered later, who sent KT1 items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from kt1desk.domain.events import Event, EventId
from kt1desk.services.ports import Reader


@dataclass(frozen=True, slots=True)
class LaterRow:
    """That something was entered later: the event that says so, of which number, why, from which sheet, by whom and when."""

    event: EventId
    number: str
    reason: str
    sheet: str
    user: str
    entered_ms: int


class LaterReader(Protocol):
    """Reading of what was entered later."""

    def later_of(self, number: str) -> LaterRow | None:
        """The first thing that was entered later of an item or a case; None where all of it was entered at once."""


class RegisterViewReader(LaterReader, Reader, Protocol):
    """Reading of all that registers are views of."""

    def written_between(self, types: frozenset[str], first_ms: int, end_ms: int) -> Iterator[Event]:
        """This desk's own events of some types from a moment on and before another, by the time at which they were written.

        With what stands beside them; stream after stream, each in its order.
        """

    def senders_between(self, first: str, last: str) -> Mapping[str, int]:
        """How many items without a letter each agency sent from a business day (ISO) to another one; none that sent nothing."""


class RegisterJournal(Protocol):
    """The open store of one desk, as registers use it."""

    def read(self) -> AbstractContextManager[RegisterViewReader]:
        """See `kt1desk.services.ports.Journal`."""
