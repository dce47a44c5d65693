"""Questions about the books of the one-stop desk: hand-overs, results taken over, the authority's money, complaints and visits."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    Table,
    and_,
    bindparam,
    func,
    literal_column,
    select,
    text,
)

from kt1desk.domain.case import CaseState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts.authority import HandoverMade
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.services.case_rows import (
    ComplaintRow,
    FeeDue,
    HandoverRow,
    TakenResult,
    TakeoverRow,
    VisitRow,
)
from kt1desk.store import received
from kt1desk.store.case_tables import (
    IDENTITY,
    MONEY_HERE,
    NO_ANSWER,
    NOT_DONE,
    STANDS_THERE,
    complaint,
    cover,
    dossier,
    handover,
    taken_result,
    takeover,
    visit,
)
from kt1desk.store.failures import stored
from kt1desk.store.mail_tables import received as received_events
from kt1desk.store.reader_case_rows import CaseRows
from kt1desk.store.statements import Prepared, Row
from kt1desk.store.tables import event, place_in

APPLICANT = "applicant"
"""The slot of who asked for a visit (`kt1desk.domain.facts.VisitPlanned`)."""


def _columns(table: Table, *names: str) -> Select[Any]:
    return select(*(table.c[name] for name in (*IDENTITY, *names)))


def _newest(table: Table) -> ColumnElement[int]:
    """Newest first; the sign keeps SQLite from walking through all rows, which lie in that order, for the few that are open."""
    order: ColumnElement[int] = literal_column(f"+{table.name}.id")
    return order.desc()


_most: BindParameter[int] = bindparam("most")
_handovers = _columns(handover, "handover")
_HANDOVER = Prepared(_handovers.where(handover.c.handover == bindparam("of_handover")))
_HANDOVERS = Prepared(_handovers.order_by(handover.c.id.desc()).limit(_most))
_takeovers = _columns(
    takeover, "takeover", "authority", "expected", "taken", "opened_ms", "closed_ms", "user"
)
_TAKEOVER = Prepared(_takeovers.where(takeover.c.takeover == bindparam("of_takeover")))
_TAKEOVERS = Prepared(_takeovers.order_by(takeover.c.id.desc()).limit(_most))
_OPEN_TAKEOVERS = Prepared(_takeovers.where(text(STANDS_THERE)).order_by(_newest(takeover)).limit(_most))
_TAKEN = Prepared(
    select(
        *(taken_result.c[name] for name in IDENTITY),
        taken_result.c.item,
        taken_result.c.taken_ms,
        cover.c.dossier,
        dossier.c.official,
        func.coalesce(event.c.body, received_events.c.body),
    )
    .select_from(
        taken_result.outerjoin(
            event,
            and_(
                event.c.id == literal_column(place_in("taken_result")),
                event.c.device == taken_result.c.device,
            ),
        )
        .outerjoin(
            received_events,
            and_(*(received_events.c[name] == taken_result.c[name] for name in IDENTITY)),
        )
        .outerjoin(cover, cover.c.item == taken_result.c.item)
        .outerjoin(dossier, dossier.c.dossier == cover.c.dossier)
    )
    .where(taken_result.c.takeover == bindparam("of_takeover"), taken_result.c.back == literal_column("0"))
    .order_by(taken_result.c.place)
)
_fees = select(
    dossier.c.dossier,
    dossier.c.authority,
    dossier.c.collected_dong - dossier.c.remitted_dong,
    dossier.c.accepted_ms,
    dossier.c.official,
    dossier.c.receipt,
    dossier.c.stage,
).where(text(MONEY_HERE))
_FEES = Prepared(_fees.order_by(dossier.c.accepted_ms, literal_column("+dossier.id")))
_FEES_OF = Prepared(
    _fees.where(literal_column("+dossier.authority") == bindparam("of_authority")).order_by(
        dossier.c.accepted_ms, literal_column("+dossier.id")
    )
)
_complaints = _columns(
    complaint,
    "complaint",
    "dossier",
    "item",
    "code",
    "who",
    "received_day",
    "due_day",
    "outcome",
    "answered_ms",
    "compensation_dong",
)
_COMPLAINT = Prepared(_complaints.where(complaint.c.complaint == bindparam("of_complaint")))
_COMPLAINTS = Prepared(_complaints.order_by(complaint.c.id.desc()).limit(_most))
_OPEN_COMPLAINTS = Prepared(
    _complaints.where(text(NO_ANSWER))
    .order_by(complaint.c.due_day, literal_column("+complaint.id"))
    .limit(_most)
)
_visits = _columns(visit, "visit", "commune", "from_ms", "until_ms", "procedure", "outcome", "dossier")
_VISITS = Prepared(_visits.order_by(visit.c.id.desc()).limit(_most))
_OPEN_VISITS = Prepared(
    _visits.where(text(NOT_DONE)).order_by(visit.c.from_ms, literal_column("+visit.id")).limit(_most)
)


class CounterBooks(CaseRows):
    """Implements `kt1desk.services.case_ports.CounterBookReader`."""

    def handover(self, handover: str) -> HandoverRow | None:
        """See `Reader.handover`."""
        row = _HANDOVER.one(self._connection, {"of_handover": handover})
        return None if row is None else self._handover(row)

    def handovers(self, limit: int = 100) -> Sequence[HandoverRow]:
        """See `Reader.handovers`."""
        return [self._handover(row) for row in _HANDOVERS.all(self._connection, {"most": limit})]

    def takeover(self, takeover: str) -> TakeoverRow | None:
        """See `Reader.takeover`."""
        row = _TAKEOVER.one(self._connection, {"of_takeover": takeover})
        return None if row is None else _takeover(row)

    def takeovers(self, *, only_open: bool, limit: int = 100) -> Sequence[TakeoverRow]:
        """See `Reader.takeovers`."""
        way = _OPEN_TAKEOVERS if only_open else _TAKEOVERS
        return [_takeover(row) for row in way.all(self._connection, {"most": limit})]

    def taken_in(self, takeover: str) -> Sequence[TakenResult]:
        """See `Reader.taken_in`; what was given back while the book was open does not stand in it."""
        return [_taken(row) for row in _TAKEN.all(self._connection, {"of_takeover": takeover})]

    def fees_due(self, authority: str = "") -> Sequence[FeeDue]:
        """See `Reader.fees_due`; what another point collected is not here."""
        way = _FEES_OF if authority else _FEES
        rows = way.all(self._connection, {"of_authority": authority} if authority else {})
        return [FeeDue(*(*row[:-1], CaseState(row[-1]))) for row in rows]

    def complaint(self, complaint: str) -> ComplaintRow | None:
        """See `Reader.complaint`."""
        row = _COMPLAINT.one(self._connection, {"of_complaint": complaint})
        return None if row is None else self._complaint(row)

    def complaints(self, *, only_open: bool, limit: int = 200) -> Sequence[ComplaintRow]:
        """See `Reader.complaints`."""
        way = _OPEN_COMPLAINTS if only_open else _COMPLAINTS
        return [self._complaint(row) for row in way.all(self._connection, {"most": limit})]

    def visits(self, *, only_open: bool, limit: int = 200) -> Sequence[VisitRow]:
        """See `Reader.visits`."""
        way = _OPEN_VISITS if only_open else _VISITS
        return [self._visit(row) for row in way.all(self._connection, {"most": limit})]

    def _handover(self, row: Row) -> HandoverRow:
        made = self._written(row)
        fact = HandoverMade.of(made.body())
        return HandoverRow(
            handover=fact.handover,
            event=made.id,
            proof=made.proof,
            authority=fact.authority,
            items=fact.items,
            documents=fact.documents,
            differences=fact.differences,
            fees_dong=fact.fees_dong,
            made_ms=made.envelope.happened.utc_ms,
            user=made.envelope.actor,
        )

    def _complaint(self, row: Row) -> ComplaintRow:
        made = self._written(row)
        return ComplaintRow(row[4], made.id, made.proof, *row[5:])

    def _visit(self, row: Row) -> VisitRow:
        made = self._written(row)
        who = made.particular(APPLICANT)
        asked_by = (who.get(part, "") for part in ("name", "phone", "address"))
        return VisitRow(row[4], made.id, *row[5:], *asked_by)

    def _written(self, row: Row) -> Event:
        """The event that a row stands for, ours or that of another desk here."""
        found = received.read_any(self._connection, _identity(row))
        if found is None:
            raise DeskError("store.damaged")
        return found


def _takeover(row: Row) -> TakeoverRow:
    return TakeoverRow(row[4], _identity(row), *row[5:])


def _taken(row: Row) -> TakenResult:
    number, taken_ms, of_case, official, body = row[4:]
    fact = ResultTaken.of(json.loads(stored(body)))
    said = (number, of_case or fact.dossier, official or fact.official, fact.kinds)
    return TakenResult(*said, _identity(row), taken_ms)


def _identity(row: Row) -> EventId:
    device, stream, incarnation, seq = row[:4]
    return EventId(device, Stream(stream), incarnation, seq)
