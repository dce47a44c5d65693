"""What screens show of a shift and its items, for the one who asks: rights and masks are applied here and not by a page.

Parties of A, B and C items are shown to people with a valid clearance only; people without business at the counter see no items at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act, permits, require
from kt1desk.domain.print_job import PrinterRole
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.numbers import Supply, next_number, prefixes_for, supply
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rows import CashSum, DossierRow, ItemRow, PaperRow, ShiftRow, WaitingItem
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

_LOW_AT = "number.low_at"
_PAPERS_OF_AN_ITEM = 4
"""Label and receipt, and room for a reprint of each, when the newest papers are looked through for labels."""


_PAPERS_OF_A_DOSSIER = 6
"""Slip, two labels, a slip of reversal, and room for reprints."""


@dataclass(frozen=True, slots=True)
class CounterRows:
    """The newest items of the open shift with the newest label of each, and the supply of numbers."""

    shift: ShiftRow | None
    items: tuple[ItemRow, ...]
    labels: Mapping[str, PaperRow]
    numbers: Supply
    next_number: str


@dataclass(frozen=True, slots=True)
class ShiftRows:
    """The open shift, the last one, and of the open (else the last) one the items, newest first, and the cash by kind."""

    current: ShiftRow | None
    last: ShiftRow | None
    items: tuple[ItemRow, ...]
    cash: tuple[CashSum, ...]


@dataclass(frozen=True, slots=True)
class DayRows:
    """The open shift, and what is still here in the order in which it must leave: one shift's leftovers are the next one's work.

    ``waiting`` is all of it, ``items`` the first of them whole; ``kept`` counts items and cases of the open shift that were not taken back.
    """

    shift: ShiftRow | None
    waiting: tuple[WaitingItem, ...]
    items: tuple[ItemRow, ...]
    questions: int
    numbers: Supply
    kept: tuple[int, int]


@dataclass(frozen=True, slots=True)
class DossierRows:
    """The cases of the open shift (else of the last one), newest first, with the newest label of each leg, and the supply of numbers."""

    shift: ShiftRow | None
    dossiers: tuple[DossierRow, ...]
    labels: Mapping[str, PaperRow]
    numbers: Supply


class Board:
    """Reads for screens."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def counter(self, session: Session, limit: int) -> CounterRows:
        """What stands beside the acceptance.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        on = self._today(session)
        with self._journal.read() as reader:
            shift = reader.open_shift()
            items = self._items(reader, session, shift, limit)
            papers = reader.papers(limit=_PAPERS_OF_AN_ITEM * limit)
            ours = prefixes_for(reader, self._reference.number_rule(on))
            left = supply(reader, self._reference.setting_int(_LOW_AT, on), ours)
            upcoming = next_number(reader, ours) if left.left else ""
        return CounterRows(shift, items, _labels(papers), left, upcoming)

    def shift(self, session: Session, limit: int) -> ShiftRows:
        """What the page of the shift shows.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        self._today(session)
        with self._journal.read() as reader:
            current, last = reader.open_shift(), reader.last_shift()
            shown = current or last
            cash = reader.cash_of_shift(shown.shift) if shown is not None else ()
            return ShiftRows(current, last, self._items(reader, session, shown, limit), tuple(cash))

    def day(self, session: Session, limit: int, shown: int = 60) -> DayRows:
        """What must leave: by deadline, marked items before others of the same time.

        Args:
            session: who asks.
            limit: how many of the newest are looked at.
            shown: how many are read whole; every log-in waits for them.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        on = self._today(session)
        with self._journal.read() as reader:
            shift = reader.open_shift()
            waiting = sorted(reader.waiting(limit), key=_leaves)
            found = (reader.item(row.item) for row in waiting[:shown])
            items = tuple(masked(session, row, on) for row in found if row is not None)
            questions = len(reader.open_questions())
            ours = prefixes_for(reader, self._reference.number_rule(on))
            left = supply(reader, self._reference.setting_int(_LOW_AT, on), ours)
            kept = reader.kept_of_shift(shift.shift) if shift is not None else (0, 0)
        return DayRows(shift, tuple(waiting), items, questions, left, kept)

    def dossiers(self, session: Session, limit: int) -> DossierRows:
        """What stands beside the acceptance of dossiers. Whoever applies is named; no row knows his personal number.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        on = local_date(self._clock.now())
        require(session.actor, Act.SEE_DOSSIERS, on)
        with self._journal.read() as reader:
            shift = reader.open_shift() or reader.last_shift()
            rows = reader.dossiers_of_shift(shift.shift, limit) if shift is not None else ()
            papers = reader.papers(limit=_PAPERS_OF_A_DOSSIER * limit)
            ours = prefixes_for(reader, self._reference.number_rule(on, TTHC_SERVICE))
            left = supply(reader, self._reference.setting_int(_LOW_AT, on), ours)
        return DossierRows(shift, tuple(rows), _labels(papers), left)

    def dossiers_here(self, session: Session, limit: int) -> tuple[DossierRow, ...]:
        """Cases that this point answers for, of whichever shift, newest first.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        require(session.actor, Act.SEE_DOSSIERS, local_date(self._clock.now()))
        with self._journal.read() as reader:
            return tuple(reader.dossiers_here(limit))

    def _today(self, session: Session) -> date:
        on = local_date(self._clock.now())
        require(session.actor, Act.SEE_ITEMS, on)
        return on

    def _items(
        self, reader: Reader, session: Session, shift: ShiftRow | None, limit: int
    ) -> tuple[ItemRow, ...]:
        on = local_date(self._clock.now())
        rows = reader.items_of_shift(shift.shift, limit) if shift is not None else ()
        return tuple(masked(session, row, on) for row in rows)


def masked(session: Session, row: ItemRow, on: date) -> ItemRow:
    """The row as this session may see it."""
    if not Secrecy(row.secrecy).is_marked or permits(session.actor, Act.SEE_SECRET_PARTIES, on):
        return row
    return replace(row, sender=None, receiver=None)


def _leaves(row: WaitingItem) -> tuple[bool, int, bool, str]:
    return row.deadline_ms == 0, row.deadline_ms, not Secrecy(row.secrecy).is_marked, row.item


def _labels(papers: Sequence[PaperRow]) -> dict[str, PaperRow]:
    """The newest label of each item; papers come newest first."""
    labels = [paper for paper in papers if paper.role == PrinterRole.LABEL.value]
    return {paper.item: shown_paper(paper) for paper in reversed(labels)}


def shown_paper(paper: PaperRow) -> PaperRow:
    """A paper as screens show it: its state, and nothing of what stands on it."""
    return replace(paper, values={})
