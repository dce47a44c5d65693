"""Covers of cases: which case a number belongs to and which way it goes, and its row among the items that custody is kept of.

A cover may be known before its case: then only its label is, until the case comes. What another point told stays the other's number here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone
from typing import cast

from sqlalchemy import bindparam, insert, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import State, ThingKind
from kt1desk.domain.events import Event
from kt1desk.domain.facts.authority import DossierSupplemented, EnclosureMade
from kt1desk.domain.facts.legs import Leg
from kt1desk.domain.facts.results import ResultTaken
from kt1desk.domain.kt1 import Secrecy, Urgency
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.store.case_tables import cover, dossier
from kt1desk.store.projections import label_rows, words
from kt1desk.store.projections.seats import own_point
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import OWN, TOLD, desk, item

_LAST_HOUR = time(23, 59, 59)
_HERE = timezone(timedelta(hours=7))
_OUR_DEVICE = Prepared(select(desk.c.device).where(desk.c.device == bindparam("of_device")))
_ADD = Prepared(insert(cover))
_ONE = Prepared(select(cover).where(cover.c.item == bindparam("of_item")))
_AGAIN = Prepared(
    update(cover)
    .where(cover.c.item == bindparam("of_item"))
    .values({column.name: bindparam(column.name) for column in cover.c if column.name != "item"})
)
_OF_CASE = Prepared(
    select(cover.c.item, cover.c.way, cover.c.weight_g, cover.c.due).where(
        cover.c.dossier == bindparam("of_dossier")
    )
)
_CASE = Prepared(
    select(dossier.c.source, dossier.c.origin).where(dossier.c.dossier == bindparam("of_dossier"))
)
_COLUMNS = ("product", "urgency", "secrecy", "weight_g", "deadline_ms", "origin", "source")
_KNOWN_NOW = Prepared(
    update(item)
    .where(item.c.item == bindparam("of_item"), item.c.source == bindparam("label"))
    .values({name: bindparam(name) for name in _COLUMNS})
)


@dataclass(frozen=True, slots=True)
class Made:
    """A cover as the event that makes it says it. ``dossier`` and ``origin`` are "" where they are not known."""

    item: str
    dossier: str
    way: str
    origin: str
    weight_g: int = 0
    due: str = ""


def is_ours(connection: Connection, event: Event) -> bool:
    """Whether this desk wrote an event."""
    return _OUR_DEVICE.one(connection, {"of_device": event.id.device}) is not None


def case_of(connection: Connection, number: str) -> str:
    """The case a cover belongs to, "" while nothing says so."""
    row = _ONE.one(connection, {"of_item": number})
    return str(row[1]) if row is not None else ""


def of_acceptance(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Both ways of a case are known by their numbers; what is sent is in somebody's hands from now on."""
    number, origin = str(body["dossier"]), str(body["point"])
    for leg in (Leg.of(each) for each in cast(Sequence[Mapping[str, Json]], body["legs"])):
        made = Made(leg.item, number, leg.direction, origin, leg.weight_g, leg.due)
        _note(connection, event, made, is_leg=True)
        if made.way == Way.SEND:
            _held(connection, event, made)
    complete(connection, number)


def result_taken(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A result lies in a cover of the returning leg."""
    fact = ResultTaken.of(body)
    _begins(connection, event, Made(fact.item, fact.dossier, Way.RETURN, fact.origin, fact.weight_g))


def supplemented(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Papers that were asked for go after the first ones."""
    fact = DossierSupplemented.of(body)
    made = Made(fact.item, fact.dossier, Way.SUPPLEMENT, fact.point, fact.weight_g, fact.due)
    _begins(connection, event, made)


def enclosed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A paper that travels beside the case."""
    fact = EnclosureMade.of(body)
    _begins(connection, event, Made(fact.item, fact.dossier, fact.way, fact.origin, fact.weight_g))


def complete(connection: Connection, number: str) -> None:
    """The covers of a case that were known by their labels only are what the case says they are; nothing where it is not here yet."""
    case = _CASE.one(connection, {"of_dossier": number}) if number else None
    if case is None:
        return
    for each, way, weight_g, due in _OF_CASE.all(connection, {"of_dossier": number}):
        told = Made(each, number, way, str(case[1]), weight_g, due)
        source = OWN if case[1] == own_point(connection) else TOLD
        _KNOWN_NOW.run(connection, _row(told, source) | {"of_item": each, "label": 0})


def _begins(connection: Connection, event: Event, made: Made) -> None:
    _note(connection, event, made, is_leg=False)
    _held(connection, event, made)
    complete(connection, case_of(connection, made.item))


def _note(connection: Connection, event: Event, made: Made, *, is_leg: bool) -> None:
    """Keep whose a number is. Of a leg its acceptance knows best what it weighs; a case that was named first stays."""
    hlc = event.envelope.hlc
    given = is_ours(connection, event) and (is_leg or made.way != Way.RETURN)
    said = {
        "dossier": made.dossier,
        "way": made.way,
        "given": int(given),
        "hlc_ms": hlc.ms,
        "hlc_count": hlc.count,
        "weight_g": made.weight_g,
        "due": made.due,
    }
    row = _ONE.one(connection, {"of_item": made.item})
    if row is None:
        _ADD.run(connection, said | {"item": made.item})
        return
    before = dict(zip((column.name for column in cover.c), row, strict=True))
    if before["dossier"] not in {"", made.dossier}:
        return
    if not is_leg:
        said = before | {"dossier": made.dossier or before["dossier"]}
    _AGAIN.run(connection, {**said, "of_item": made.item})


def _held(connection: Connection, event: Event, made: Made) -> None:
    """The row of a cover from when somebody holds it; its custody follows after it.

    Where neither its case nor who accepted it is known it stays a label.
    """
    if label_rows.row_of(connection, ThingKind.ITEM, made.item):
        return
    case = _CASE.one(connection, {"of_dossier": case_of(connection, made.item)})
    origin = made.origin or (str(case[1]) if case is not None else "")
    if not origin and made.dossier and is_ours(connection, event):
        origin = own_point(connection)
    source = 0 if not origin else OWN if origin == own_point(connection) else TOLD
    values: dict[str, object] = identity(event.id) | _row(replace(made, origin=origin), source)
    values |= {
        "accepted_ms": event.envelope.happened.utc_ms,
        "user": event.envelope.actor,
        "service": Service.TTHC,
        "state": State.UNKNOWN,
    }
    words.item_added(connection, label_rows.add(connection, ThingKind.ITEM, made.item, values))


def _row(made: Made, source: int) -> dict[str, object]:
    return {
        "product": made.way,
        "urgency": Urgency.NONE,
        "secrecy": Secrecy.NONE,
        "weight_g": made.weight_g,
        "deadline_ms": _end_of(made.due),
        "origin": made.origin,
        "source": source,
    }


def _end_of(day: str) -> int:
    """The last second of a day here (ISO), in UTC milliseconds; 0 for no day."""
    if not day:
        return 0
    return int(datetime.combine(date.fromisoformat(day), _LAST_HOUR, _HERE).timestamp()) * 1000
