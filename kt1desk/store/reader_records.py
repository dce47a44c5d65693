"""Questions about delivery lists, attempts, incidents, registers and reviews, and about the items of a month."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, func, literal_column, select, text

from kt1desk.domain.custody import State, Step, ThingKind
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import Party, ShiftSettled
from kt1desk.domain.merging import fold
from kt1desk.domain.service import Service, service_of
from kt1desk.services.custody_rows import (
    AttemptRow,
    ExceptionRow,
    ForwardedTo,
    IncidentRow,
    RegisterRow,
    RoundRow,
)
from kt1desk.store import received
from kt1desk.store.custody_tables import (
    IDENTITY,
    NOT_CLOSED,
    STILL_OPEN,
    exception,
    incident,
    incident_told,
    register_entry,
    round_,
    round_line,
)
from kt1desk.store.failures import stored
from kt1desk.store.mail_tables import received as received_events
from kt1desk.store.mail_tables import received_beside
from kt1desk.store.projections import known_touches
from kt1desk.store.projections.known_touches import Noted
from kt1desk.store.projections.seats import own_point
from kt1desk.store.reader_custody import CustodyRows
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import ACCEPTED_HERE, event, item, particulars, place_in

_HERE = timezone(timedelta(hours=7))
_ENTRY = "entry"
"""The slot beside an entry in a register for what names natural persons."""


def _beside_entry(table: Table) -> ColumnElement[bool]:
    """What stands beside an entry of a register."""
    same = (table.c[name] == register_entry.c[name] for name in IDENTITY)
    return and_(*same, table.c.slot == literal_column(f"'{_ENTRY}'"))


_rounds: Select[Any] = select(
    round_.c.round,
    round_.c.postman,
    round_.c.point,
    round_.c.started_ms,
    round_.c.open,
    round_.c.service,
).where(round_.c.service == bindparam("of_service"))
_ROUND = Prepared(_rounds.where(round_.c.round == bindparam("of_round")))
_ROUNDS = Prepared(_rounds.order_by(round_.c.id.desc()).limit(bindparam("most")))
_by_number: ColumnElement[int] = literal_column("+round.id")
"""The sign keeps SQLite from walking through all lists, which lie in that order, for the few that are open."""
_OPEN_ROUNDS = Prepared(_rounds.where(text(STILL_OPEN)).order_by(_by_number.desc()).limit(bindparam("most")))
_LINES = Prepared(
    select(round_line.c.item).where(round_line.c.round == bindparam("of_round")).order_by(round_line.c.place)
)
_incidents: Select[Any] = select(
    incident.c.incident,
    *(incident.c[name] for name in IDENTITY),
    incident.c.code,
    incident.c.severity,
    incident.c.thing,
    incident.c.number,
    incident.c.secrecy,
    incident.c.point,
    incident.c.other_point,
    incident.c.dispatch,
    incident.c.user,
    incident.c.found_ms,
    incident.c.opened_ms,
    incident.c.remedy,
    incident.c.outcome,
    incident.c.closed_ms,
    incident.c.service,
).where(incident.c.code != "", incident.c.service == bindparam("of_service"))
_newest_incident: ColumnElement[int] = literal_column("+incident.id").desc()
_INCIDENT = Prepared(_incidents.where(incident.c.incident == bindparam("of_incident")))
_INCIDENTS = Prepared(_incidents.order_by(incident.c.id.desc()).limit(bindparam("most")))
_OPEN_INCIDENTS = Prepared(
    _incidents.where(text(NOT_CLOSED)).order_by(_newest_incident).limit(bindparam("most"))
)
_INCIDENTS_OF = Prepared(
    _incidents.where(incident.c.number == bindparam("of_number"))
    .order_by(_newest_incident)
    .limit(bindparam("most"))
)
_OPEN_INCIDENTS_OF = Prepared(
    _incidents.where(
        incident.c.number == bindparam("of_number"), incident.c.closed_ms == literal_column("+0")
    )
    .order_by(_newest_incident)
    .limit(bindparam("most"))
)
_TOLD = Prepared(
    select(incident_told.c.who, incident_told.c.way, incident_told.c.told_ms)
    .where(incident_told.c.incident == bindparam("of_incident"))
    .order_by(incident_told.c.place)
)
_ENTRIES = Prepared(
    select(
        register_entry.c.register,
        register_entry.c.entry,
        *(register_entry.c[name] for name in IDENTITY),
        func.coalesce(event.c.envelope, received_events.c.envelope),
        func.coalesce(event.c.body, received_events.c.body),
        func.coalesce(particulars.c.row, received_beside.c.row),
    )
    .select_from(
        register_entry.outerjoin(
            event,
            and_(
                event.c.id == literal_column(place_in("register_entry")),
                event.c.device == register_entry.c.device,
            ),
        )
        .outerjoin(
            received_events,
            and_(*(received_events.c[name] == register_entry.c[name] for name in IDENTITY)),
        )
        .outerjoin(particulars, _beside_entry(particulars))
        .outerjoin(received_beside, _beside_entry(received_beside))
    )
    .where(register_entry.c.register == bindparam("of_register"))
    .order_by(register_entry.c.entry)
)
_EXCEPTIONS = Prepared(
    select(
        *(exception.c[name] for name in IDENTITY),
        exception.c.what,
        exception.c.number,
        exception.c.reason,
        exception.c.user,
        exception.c.done_ms,
    ).order_by(*(exception.c[name] for name in IDENTITY))
)
_OF_MONTH = Prepared(
    select(item.c.item)
    .where(
        text(ACCEPTED_HERE),
        item.c.service == literal_column(f"'{Service.KT1.value}'"),
        item.c.accepted_ms >= bindparam("since"),
        item.c.accepted_ms < bindparam("until"),
        item.c.state != State.REVERSED,
    )
    .order_by(item.c.accepted_ms, literal_column("+item.id"))
)


class RecordRows(CustodyRows):
    """The second part of `kt1desk.services.custody_ports.CustodyReader`."""

    def round(self, round_number: str, *, service: Service = Service.KT1) -> RoundRow | None:
        """See `CustodyReader.round`. An item offered in vain is out until the postman gives it back."""
        row = _ROUND.one(self._connection, {"of_round": round_number, "of_service": service})
        return None if row is None else self._round(row)

    def rounds(
        self, *, only_open: bool, limit: int = 100, service: Service = Service.KT1
    ) -> Sequence[RoundRow]:
        """See `CustodyReader.rounds`."""
        way = _OPEN_ROUNDS if only_open else _ROUNDS
        rows = way.all(self._connection, {"of_service": service, "most": limit})
        return [self._round(row) for row in rows]

    def first_attempt(self, item: str, *, service: Service = Service.KT1) -> AttemptRow | None:
        """See `CustodyReader.first_attempt`; by when it happened, whenever it was heard of."""
        noted = self._noted(item, service)
        tried = [each for each in noted if each.known.touch.step in {Step.ATTEMPT, Step.DELIVER}]
        if not tried:
            return None
        first = min(tried, key=lambda each: (each.happened_ms, each.known.hlc, each.known.id))
        told = received.read_any(self._connection, first.known.id)
        reason = str(told.body().get("reason", "")) if told is not None else ""
        return AttemptRow(item, first.happened_ms, first.known.touch.step is Step.DELIVER, reason)

    def forwarded_to(self, item: str, *, service: Service = Service.KT1) -> ForwardedTo | None:
        """See `CustodyReader.forwarded_to`: the latest forwarding that no other event beat."""
        known = [each.known for each in self._noted(item, service)]
        turned = [each for each in known if each.touch.step is Step.FORWARD]
        if not turned:
            return None
        lost = fold(known, own_point(self._connection)).losers
        kept = [each for each in turned if each.id not in lost]
        if not kept:
            return None
        last = max(kept, key=lambda each: (each.hlc, each.id))
        told = received.read_any(self._connection, last.id)
        named = told.particular("receiver") if told is not None else None
        return ForwardedTo(item, Party.of(named) if named else None, last.hlc)

    def attempts(self, item: str, *, service: Service = Service.KT1) -> int:
        """See `CustodyReader.attempts`."""
        noted = self._noted(item, service)
        return sum(each.known.touch.step is Step.ATTEMPT for each in noted)

    def incidents(
        self, *, only_open: bool, number: str = "", limit: int = 200, service: Service = Service.KT1
    ) -> Sequence[IncidentRow]:
        """See `CustodyReader.incidents`."""
        asked = {"of_service": service, "most": limit}
        if number:
            way = _OPEN_INCIDENTS_OF if only_open else _INCIDENTS_OF
            rows = way.all(self._connection, asked | {"of_number": number})
        else:
            rows = (_OPEN_INCIDENTS if only_open else _INCIDENTS).all(self._connection, asked)
        return [_incident(self._connection, row) for row in rows]

    def incident(self, incident: str, *, service: Service = Service.KT1) -> IncidentRow | None:
        """See `CustodyReader.incident`."""
        row = _INCIDENT.one(self._connection, {"of_incident": incident, "of_service": service})
        return None if row is None else _incident(self._connection, row)

    def register_rows(self, register: str) -> Sequence[RegisterRow]:
        """See `CustodyReader.register_rows`."""
        return [_entry(row) for row in _ENTRIES.all(self._connection, {"of_register": register})]

    def exceptions(self, *, service: Service = Service.KT1) -> Sequence[ExceptionRow]:
        """See `CustodyReader.exceptions`."""
        rows = [ExceptionRow(_identity(row[:4]), *row[4:]) for row in _EXCEPTIONS.all(self._connection)]
        return [row for row in rows if _whose(row.what) is service]

    def items_of_month(self, month: str) -> Sequence[str]:
        """See `CustodyReader.items_of_month`."""
        first = datetime.strptime(f"{month}-01", "%Y-%m-%d").replace(tzinfo=_HERE)
        following = (first + timedelta(days=31)).replace(day=1)
        span = {"since": _utc_ms(first), "until": _utc_ms(following)}
        return [number for (number,) in _OF_MONTH.all(self._connection, span)]

    def _noted(self, number: str, service: Service) -> Sequence[Noted]:
        """What is known of the custody of an item of this service."""
        if self.held_item(number, service=service) is None:
            return ()
        return known_touches.noted(self._connection, ThingKind.ITEM, number)

    def _round(self, row: Row) -> RoundRow:
        lines = _LINES.all(self._connection, {"of_round": row[0]})
        said = (*row[:4], tuple(number for (number,) in lines), row[4], Service(row[5]))
        return RoundRow(*said)


def _whose(what: str) -> Service:
    """Who looks at what was done alone: a shift's end names no KT1 item, so nobody needs a clearance for it."""
    return Service.TTHC if what == ShiftSettled.TYPE else service_of(what)


def _incident(connection: Connection, row: Row) -> IncidentRow:
    event_id = _identity(row[1:5])
    found = received.read_any(connection, event_id)
    told = _TOLD.all(connection, {"of_incident": row[0]})
    proof = found.proof if found is not None else ""
    heard = tuple((who, way, at_ms) for who, way, at_ms in told)
    said = (row[0], event_id, proof, *row[5:16], heard, *row[16:19], Service(row[19]))
    return IncidentRow(*said)


def _entry(row: Row) -> RegisterRow:
    register, key = row[:2]
    envelope, body, beside = row[6:]
    said = json.loads(stored(envelope))
    values = dict(json.loads(stored(body))["values"]) | (json.loads(beside) if beside else {})
    return RegisterRow(register, key, _identity(row[2:6]), said["at"][0], said["by"], values)


def _utc_ms(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp()) * 1000


def _identity(columns: Sequence[Any]) -> EventId:
    device, stream, incarnation, seq = columns
    return EventId(device, Stream(stream), incarnation, seq)
