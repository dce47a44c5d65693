"""Incident records: opened, told, remedied, closed. Those of another point that concern us come by its mail, in whatever order."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.incidents import IncidentClosed, IncidentOpened, IncidentRemedied, IncidentTold
from kt1desk.domain.service import service_of
from kt1desk.store.custody_tables import incident, incident_told
from kt1desk.store.projections import last_words
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

REMEDIED, CLOSED = "incident_remedied", "incident_closed"
_COLUMNS = tuple(column.name for column in incident.c if column.name != "id")
_following = select(func.coalesce(func.max(incident.c.id), literal_column("0")) + literal_column("1"))
_ADD = Prepared(
    insert(incident).values(
        {name: bindparam(name) for name in _COLUMNS} | {"id": _following.scalar_subquery()}
    )
)
_this = incident.c.incident == bindparam("of_incident")
_OPENED = Prepared(
    update(incident)
    .where(_this)
    .values(
        {
            name: bindparam(name)
            for name in _COLUMNS
            if name not in {"incident", "remedy", "outcome", "closed_ms"}
        }
    )
)
_REMEDIED = Prepared(update(incident).where(_this).values(remedy=bindparam("remedy")))
_CLOSED = Prepared(
    update(incident).where(_this).values(outcome=bindparam("outcome"), closed_ms=bindparam("closed_ms"))
)
_TOLD = Prepared(insert(incident_told))
_TIMES_TOLD = Prepared(
    select(func.count())
    .select_from(incident_told)
    .where(incident_told.c.incident == bindparam("of_incident"))
)
_EMPTY: Mapping[str, object] = {
    column.name: 0 if column.type.python_type is int else "" for column in incident.c if column.name != "id"
}


def incident_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A record; one whose closing came first is completed."""
    fact = IncidentOpened.of(body)
    row = identity(event.id) | {
        "of_incident": fact.incident,
        "code": fact.code,
        "severity": fact.severity,
        "thing": fact.thing,
        "number": fact.number,
        "secrecy": fact.secrecy,
        "point": fact.point,
        "other_point": fact.other_point,
        "dispatch": fact.dispatch,
        "user": event.envelope.actor,
        "found_ms": fact.found_ms,
        "opened_ms": event.envelope.happened.utc_ms,
        "service": service_of(event.envelope.type),
    }
    if _OPENED.run(connection, row).rowcount == 0:
        named = {name: value for name, value in row.items() if name != "of_incident"}
        _ADD.run(connection, {**_EMPTY, **named, "incident": fact.incident})


def incident_told_(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """One more who was told."""
    fact = IncidentTold.of(body)
    before = _TIMES_TOLD.one(connection, {"of_incident": fact.incident})
    _TOLD.run(
        connection,
        {
            "incident": fact.incident,
            "place": 1 + (int(before[0]) if before is not None else 0),
            "who": fact.who,
            "way": fact.way,
            "told_ms": fact.told_ms,
        },
    )


def incident_remedied(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What was done about it; the last word counts. Of a record that is not known yet this much is kept."""
    fact = IncidentRemedied.of(body)
    if not last_words.is_last(connection, event, REMEDIED, fact.incident):
        return
    if _REMEDIED.run(connection, {"of_incident": fact.incident, "remedy": fact.remedy}).rowcount == 0:
        _ADD.run(connection, {**_EMPTY, **_hardly_known(event, body), "remedy": fact.remedy})


def incident_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Closed; of a record that is not known yet this much is kept, and where two desks closed it the last word counts."""
    fact = IncidentClosed.of(body)
    if not last_words.is_last(connection, event, CLOSED, fact.incident):
        return
    row = {"outcome": fact.outcome, "closed_ms": event.envelope.happened.utc_ms}
    if _CLOSED.run(connection, row | {"of_incident": fact.incident}).rowcount == 0:
        _ADD.run(connection, {**_EMPTY, **_hardly_known(event, body), **row})


def _hardly_known(event: Event, body: Mapping[str, Json]) -> dict[str, object]:
    """A record of which only the number is known."""
    named = {"incident": body["incident"], "point": body["point"], "service": service_of(event.envelope.type)}
    return identity(event.id) | named
