"""What reports are made of beside items and cases: who sent how much on a day, what registers say, what was issued, what is elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from sqlalchemy import bindparam, delete, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    EnteredLater,
    Exported,
    Kt1EnteredLater,
    Kt1Exported,
    Kt1ReportIssued,
    Kt1TakenOver,
    ReportIssued,
    TakenOver,
)
from kt1desk.store.received import identity
from kt1desk.store.report_tables import agency_day, elsewhere, issued_report, later_entry, register_value
from kt1desk.store.statements import Connection, Prepared

_of_day = (agency_day.c.day == bindparam("of_day"), agency_day.c.agency == bindparam("of_agency"))
_SENT = Prepared(insert(agency_day))
_SENT_AGAIN = Prepared(
    update(agency_day)
    .where(*_of_day)
    .values(
        items=agency_day.c["items"] + bindparam("more"),
        total_dong=agency_day.c.total_dong + bindparam("dong"),
    )
)
_SENT_NONE = Prepared(delete(agency_day).where(*_of_day, agency_day.c["items"] == bindparam("none")))
_FORGET_WORDS = Prepared(
    delete(register_value).where(
        register_value.c.register == bindparam("of_register"), register_value.c.entry == bindparam("of_entry")
    )
)
_WORD = Prepared(insert(register_value))
_ISSUED = Prepared(insert(issued_report))
_thing = (elsewhere.c.system == bindparam("of_system"), elsewhere.c.number == bindparam("of_number"))
_OUT = Prepared(insert(elsewhere))
_OUT_AGAIN = Prepared(
    update(elsewhere).where(*_thing).values(batch=bindparam("batch"), exported_ms=bindparam("exported_ms"))
)
_BACK = Prepared(
    update(elsewhere).where(*_thing).values(code=bindparam("code"), taken_ms=bindparam("taken_ms"))
)
_next = select(func.coalesce(func.max(later_entry.c.id), literal_column("0")) + literal_column("1"))
_LATER = Prepared(
    insert(later_entry).values(
        {column.name: bindparam(column.name) for column in later_entry.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)


def item_sent(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """One item more of this agency on this business day."""
    _sent(connection, body, 1)


def item_unsent(connection: Connection, acceptance: Mapping[str, Json]) -> None:
    """The item with this body was taken back: one less, from the day it was accepted on."""
    _sent(connection, acceptance, -1)


def _sent(connection: Connection, body: Mapping[str, Json], more: int) -> None:
    agency = cast(Mapping[str, Json], body.get("from", {})).get("agency", "")
    if not agency:
        return
    dong = more * cast(int, cast(Mapping[str, Json], body.get("charge", {})).get("total", 0))
    day = str(body["shift"]).partition("/")[0]
    of = {"of_day": day, "of_agency": agency}
    if _SENT_AGAIN.run(connection, of | {"more": more, "dong": dong}).rowcount == 0:
        _SENT.run(connection, {"day": day, "agency": agency, "items": more, "total_dong": dong})
    elif more < 0:
        _SENT_NONE.run(connection, of | {"none": 0})


def register_words(connection: Connection, register: str, entry: str, values: Mapping[str, str]) -> None:
    """The newest wording of an entry, in the place of the one before."""
    _FORGET_WORDS.run(connection, {"of_register": register, "of_entry": entry})
    for name, value in values.items():
        _WORD.run(connection, {"register": register, "entry": entry, "name": name, "value": value})


def report_issued(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A version of a report."""
    fact = ReportIssued.of(body)
    said = {name: getattr(fact, name) for name in ("report", "version", "template", "revision", "scope")}
    when = {"first": fact.first, "last": fact.last, "issued_ms": event.envelope.happened.utc_ms}
    _ISSUED.run(connection, identity(event.id) | said | when | {"user": event.envelope.actor})


def exported(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Written into a file for another system; once more is possible, and what that system said stays."""
    fact = Exported.of(body)
    when = {"batch": fact.batch, "exported_ms": event.envelope.happened.utc_ms}
    for thing in fact.numbers:
        if _OUT_AGAIN.run(connection, when | {"of_system": fact.system, "of_number": thing}).rowcount == 0:
            row = {"system": fact.system, "number": thing, "code": "", "taken_ms": 0}
            _OUT.run(connection, when | row)


def taken_over(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What another system said of things; one that was never written into a file was typed there by hand."""
    fact = TakenOver.of(body)
    taken_ms = event.envelope.happened.utc_ms
    for thing, code in fact.taken:
        said = {"code": code, "taken_ms": taken_ms}
        if _BACK.run(connection, said | {"of_system": fact.system, "of_number": thing}).rowcount == 0:
            row = {"system": fact.system, "number": thing, "batch": "", "exported_ms": 0}
            _OUT.run(connection, said | row)


def entered_later(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """It was on paper first."""
    fact = EnteredLater.of(body)
    said = {"number": fact.number, "reason": fact.reason, "sheet": fact.sheet}
    when = {"entered_ms": event.envelope.happened.utc_ms, "user": event.envelope.actor}
    _LATER.run(connection, identity(event.id) | said | when)


BY_TYPE: Mapping[str, tuple[Callable[[Connection, Event, Mapping[str, Json]], None], ...]] = {
    ReportIssued.TYPE: (report_issued,),
    Kt1ReportIssued.TYPE: (report_issued,),
    Exported.TYPE: (exported,),
    Kt1Exported.TYPE: (exported,),
    TakenOver.TYPE: (taken_over,),
    Kt1TakenOver.TYPE: (taken_over,),
    EnteredLater.TYPE: (entered_later,),
    Kt1EnteredLater.TYPE: (entered_later,),
}
"""What follows each type of reports and of other systems."""
