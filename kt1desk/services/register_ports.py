"""Ports of the registers that are views: what this desk wrote in a stretch of time, what was entered later, who sent KT1 items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from kt1desk.domain.events import Event
from kt1desk.services.ports import Reader


class RegisterViewReader(Reader, Protocol):
    """Reading of all that registers are views of."""

    def written_between(self, types: frozenset[str], first_ms: int, end_ms: int) -> Iterator[Event]:
        """Events of some types from a moment on and before another, by the time at which they were written.

        This desk's own ones, then those of other desks as far as they came here; with what stands beside them, chain after chain.
        """

    def senders_between(self, first: str, last: str) -> Mapping[str, int]:
        """How many items without a letter each agency sent from a business day (ISO) to another one; none that sent nothing."""


class RegisterJournal(Protocol):
    """The open store of one desk, as registers use it."""

    def read(self) -> AbstractContextManager[RegisterViewReader]:
        """See `kt1desk.services.ports.Journal`."""
