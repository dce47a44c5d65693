"""Ports of reports: where figures come from, as a Protocol.

A desk counts what it wrote itself. What other desks counted comes from the centre, or in files of figures; both give the same values, and
because each event is counted at the desk that wrote it, and there alone, they may be put together without asking what overlaps.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from kt1desk.domain.reporting.figures import Figure

Entry = Mapping[str, str]
"""Values of an entry of a register by column, its newest wording; a natural person is not named in it."""


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry of a register with what tells it from others.

    Attributes:
        key: of the entry; it may be an account.
        hlc_ms, hlc_count: hybrid time of its newest wording.
        values: as of an `Entry`.
    """

    key: str
    hlc_ms: int
    hlc_count: int
    values: Entry = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class JournalHead:
    """How far a chain of this desk's journal reaches.

    Attributes:
        stream: `kt1desk.domain.events.Stream`.
        incarnation: of the desk.
        seq: of the newest event, from 1.
        digest: of that event, as hexadecimal digits.
    """

    stream: int
    incarnation: int
    seq: int
    digest: str


class FigureReader(Protocol):
    """Figures and registers of what this desk wrote."""

    def figures(self, first: date, last: date) -> Sequence[Figure]:
        """All measures of the days from ``first`` to ``last``, one figure for each thing said, in order, for the point of this desk.

        A desk that knows no point yet has none.
        """

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The entries of registers in the order of their keys; each that was asked for is there, empty where nobody wrote in it."""

    def journal_heads(self) -> tuple[JournalHead, ...]:
        """How far the journal reaches that the figures are counted from, in order."""

    def first_day(self) -> str:
        """The local date (ISO, UTC+7) of this desk's first event, "" before it: of earlier days nothing is known, which is not nothing."""
