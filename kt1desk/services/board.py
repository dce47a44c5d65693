"""What screens show of a shift and its items, for the one who asks: rights and masks are applied here and not by a page.

Without a valid clearance nothing of a KT1 item is shown, not even how many there are. Parties of A, B and C items are masked beyond that
for whoever may not see them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.print_job import PrinterRole, without_texts
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.blank_register_paper import BLANK_REGISTER
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.numbers import Supply, next_number, prefixes_for, supply
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.record_check import require_sound
from kt1desk.services.report_papers import REPORT_OF_CASES
from kt1desk.services.rights import require_now
from kt1desk.services.rows import CashSum, DossierRow, ItemRow, PaperRow, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shift_paper import CASH_RECORD

_LOW_AT = "number.low_at"
_OF_NO_ITEM = frozenset({BLANK_REGISTER, CASH_RECORD, REPORT_OF_CASES})
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
    """The open shift, the last one, and of the open (else the last) one the items, newest first, and the cash by kind.

    Where not ``sees_items``, no item is listed and none is counted.
    """

    current: ShiftRow | None
    last: ShiftRow | None
    items: tuple[ItemRow, ...]
    cash: tuple[CashSum, ...]
    sees_items: bool = True


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
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = require_now(session, Act.SEE_ITEMS, shift, self._clock)
            items = _items(reader, session, shift, limit, on)
            papers = reader.papers(limit=_PAPERS_OF_AN_ITEM * limit)
            ours = prefixes_for(reader, self._reference.number_rule(on))
            left = supply(reader, self._reference.setting_int(_LOW_AT, on), ours)
            upcoming = next_number(reader, ours) if left.left else ""
        return CounterRows(shift, items, _labels(papers), left, upcoming)

    def shift(self, session: Session, limit: int) -> ShiftRows:
        """What the page of the shift shows; no items to whoever may not see them: his drawer is counted all the same.

        Raises:
            DeskError: ``user.not_allowed``, ``record.doubted``.
        """
        with self._journal.read() as reader:
            current, last = reader.open_shift(), reader.last_shift()
            on = require_now(session, Act.SEE_DOSSIERS, current, self._clock)
            require_sound(reader)
            shown = current or last
            cash = reader.cash_by_kind(shown.shift) if shown is not None else ()
            seen = permits(session.actor, Act.SEE_ITEMS, on)
            if not seen:
                return ShiftRows(without_items(current), without_items(last), (), tuple(cash), seen)
            return ShiftRows(current, last, _items(reader, session, shown, limit, on), tuple(cash))

    def dossiers(self, session: Session, limit: int) -> DossierRows:
        """What stands beside the acceptance of dossiers. Whoever applies is named; no row knows his personal number.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            current = reader.open_shift()
            on = require_now(session, Act.SEE_DOSSIERS, current, self._clock)
            shift = current or reader.last_shift()
            rows = reader.dossiers_of_shift(shift.shift, limit) if shift is not None else ()
            papers = reader.papers(limit=_PAPERS_OF_A_DOSSIER * limit)
            ours = prefixes_for(reader, self._reference.number_rule(on, TTHC_SERVICE))
            left = supply(reader, self._reference.setting_int(_LOW_AT, on), ours)
            labels = {
                number: paper for number, paper in _labels(papers).items() if not is_of_item(reader, paper)
            }
        return DossierRows(shift, tuple(rows), labels, left)

    def dossiers_here(self, session: Session, limit: int) -> tuple[DossierRow, ...]:
        """Cases that this point answers for, of whichever shift, newest first.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            return tuple(reader.dossiers_here(limit))


def is_of_item(reader: Reader, paper: PaperRow) -> bool:
    """Whether a paper speaks of KT1: all that do not belong to a case do, but those that name no item."""
    return paper.template not in _OF_NO_ITEM and reader.dossier(paper.item) is None


def masked(session: Session, row: ItemRow, on: date) -> ItemRow:
    """The row as this session may see it; where the letter is not known yet, as if there were one."""
    if row.secrecy == Secrecy.NONE or permits(session.actor, Act.SEE_SECRET_PARTIES, on):
        return row
    return replace(row, sender=None, receiver=None)


def _items(
    reader: Reader, session: Session, shift: ShiftRow | None, limit: int, on: date
) -> tuple[ItemRow, ...]:
    rows = reader.items_of_shift(shift.shift, limit) if shift is not None else ()
    return tuple(masked(session, row, on) for row in rows)


def without_items(shift: ShiftRow | None) -> ShiftRow | None:
    """A shift as whoever is not cleared for KT1 may see it: not even how many items there are."""
    return replace(shift, items=0) if shift is not None else None


def _labels(papers: Sequence[PaperRow]) -> dict[str, PaperRow]:
    """The newest label of each item; papers come newest first."""
    labels = [paper for paper in papers if paper.role == PrinterRole.LABEL.value]
    return {paper.item: shown_paper(paper) for paper in reversed(labels)}


def shown_paper(paper: PaperRow) -> PaperRow:
    """A paper as screens show it: its state, which copy it is, and nothing of what stands on it."""
    return replace(paper, values=dict(without_texts(paper.values)))
