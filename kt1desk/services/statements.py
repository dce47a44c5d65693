"""The monthly statement of an agency that pays on account: its items with prices by component, VAT, and the quality of each.

An item without a price is listed as such and added to no sum. A, B and C items are there as numbers with their letter. The quality is read
from the journal: the first attempt against the deadline, and whether a record of harm was opened. This module must not know paper's layout.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.domain.kt1 import Payment, Secrecy, Urgency
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import Agency, ReferenceData
from kt1desk.domain.registers import AGENCIES
from kt1desk.domain.tariff import ComponentKind
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion, occasion
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.record_check import require_sound
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ItemRow
from kt1desk.services.sessions import Session
from kt1desk.services.statement_paper import (
    STATEMENT,
    STATEMENT_FORM,
    StatementPaper,
    StatementRow,
    statement_values,
)

_MONTH = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Statement:
    """What an agency has to pay for a month.

    Attributes:
        agency: who pays.
        month: ``2026-11``.
        rows: its items in the order of acceptance, those without a price included.
        net_dong: before VAT, of the priced ones.
        vats: VAT as (hundredths of a percent, đồng), one for each rate that held in the month, the lowest first.
        total_dong: with VAT.
        unpriced: numbers of the items that have no price yet.
        sample: whether a price comes from a table that is not confirmed.
        last: acceptance of the last item: up to there the journal was read; None without items.
    """

    agency: Agency
    month: str
    rows: tuple[StatementRow, ...]
    net_dong: int
    vats: tuple[tuple[int, int], ...]
    total_dong: int
    unpriced: tuple[str, ...]
    sample: bool
    last: EventId | None


class Statements:
    """Statements by month."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def month(self, session: Session, agency: str, month: str) -> Statement:
        """What an agency has to pay for a month.

        Args:
            session: who asks.
            agency: id or call code.
            month: ``2026-11``, by local time.

        Raises:
            DeskError: ``statement.month``, ``reference.agency_unknown``, rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.MAKE_STATEMENT, reader.open_shift(), self._clock)
            return self._made(reader, agency, month, on)

    def print_month(self, session: Session, agency: str, month: str) -> int:
        """Print it; returns the number of the job. Every printing is a copy of its own.

        Raises:
            DeskError: ``statement.empty``, as `month`, ``paper.text_does_not_fit``, ``shift.not_open``.
        """
        with self._journal.work() as work:
            at = occasion(work, session, Act.MAKE_STATEMENT, self._clock)
            made = self._made(work, agency, month, at.on)
            if made.last is None:
                raise DeskError("statement.empty", "month")
            last = work.event(made.last)
            if last is None:
                raise DeskError("store.damaged")
            values = statement_values(self._paper(work, at, made).proved_by(last))
            check_paper(self._documents, STATEMENT, values)
            name = f"BK-{made.agency.agency_id}-{month}"
            copy = 1 + sum(each.template == STATEMENT for each in work.papers(name))
            job = queue_paper(work, STATEMENT, name, values, copy)
            work.commit()
        return job

    def _made(self, reader: Reader, agency: str, month: str, on: date) -> Statement:
        if _MONTH.fullmatch(month) is None:
            raise DeskError("statement.month", "month")
        require_sound(reader)
        payer = self._reference.agency(agency, on)
        items = [row for row in self._items(reader, month) if _pays(row, payer)]
        harms = {row.code for row in self._reference.incident_codes if row.harms}
        charges = [row.charge for row in items if row.charge is not None]
        by_rate: defaultdict[int, int] = defaultdict(int)
        for charge in charges:
            by_rate[charge.vat_basis_points] += charge.vat_dong
        return Statement(
            agency=payer,
            month=month,
            rows=tuple(_row(reader, row, harms) for row in items),
            net_dong=sum(dong for charge in charges for _, dong in charge.parts),
            vats=tuple(sorted(by_rate.items())),
            total_dong=sum(charge.total_dong for charge in charges),
            unpriced=tuple(row.item for row in items if row.charge is None),
            sample=any(charge.status == Status.SAMPLE.value for charge in charges),
            last=items[-1].event if items else None,
        )

    def _items(self, reader: Reader, month: str) -> Iterator[ItemRow]:
        for number in reader.items_of_month(month):
            row = reader.item(number)
            if row is not None:
                yield row

    def _paper(self, reader: Reader, at: Occasion, made: Statement) -> StatementPaper:
        served = next(
            (
                row.values
                for row in reader.register_rows(AGENCIES)
                if row.values.get("agency") == made.agency.agency_id
            ),
            {},
        )
        year, month = map(int, made.month.split("-"))
        return StatementPaper(
            head=paper_head(self._reference, at, STATEMENT_FORM),
            agency=made.agency.name,
            agency_address=served.get("address_1", made.agency.address),
            tax_code=served.get("tax_code", ""),
            contract=served.get("contract", ""),
            year=year,
            month=month,
            rows=made.rows,
            net_dong=made.net_dong,
            vats=made.vats,
            total_dong=made.total_dong,
            zero_tens=self._reference.zero_tens(at.on),
            sample_tariff=made.sample,
        )


def _pays(row: ItemRow, payer: Agency) -> bool:
    """On account, and by this agency. Of an item whose sender was erased nobody can say it any more: its statement is long paid."""
    return (
        row.payment == Payment.ACCOUNT.value
        and row.sender is not None
        and row.sender.agency == payer.agency_id
    )


def _row(reader: Reader, row: ItemRow, harms: set[str]) -> StatementRow:
    parts = {ComponentKind(code): dong for code, dong in row.charge.parts} if row.charge else {}
    return StatementRow(
        number=row.item,
        accepted_ms=row.accepted_ms,
        secrecy=Secrecy(row.secrecy),
        urgency=Urgency(row.urgency),
        weight_g=row.weight_g,
        parts_dong=parts,
        net_dong=sum(parts.values()),
        in_time=_in_time(reader, row),
        safe=_safe(reader, row, harms),
    )


def _in_time(reader: Reader, row: ItemRow) -> bool | None:
    """Whether the first attempt kept its time; None while there was none, or where no time was laid down."""
    due_ms, first = row.agreed_ms or row.deadline_ms, reader.first_attempt(row.item)
    return first.at_ms <= due_ms if first is not None and due_ms else None


def _safe(reader: Reader, row: ItemRow, harms: set[str]) -> bool | None:
    """False where a record of harm was opened; True once it was offered without one."""
    if any(record.code in harms for record in reader.incidents(only_open=False, number=row.item)):
        return False
    return True if reader.first_attempt(row.item) is not None else None
