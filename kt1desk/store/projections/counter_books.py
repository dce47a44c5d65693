"""Books of the one-stop desk: hand-over records, books of results, remittances, complaints, visits. All of them are this desk's own."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Table, bindparam, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import SENDER
from kt1desk.domain.events import Event
from kt1desk.domain.facts.authority import HandoverMade
from kt1desk.domain.facts.custody import ItemDelivered
from kt1desk.domain.facts.dossier_care import ComplaintAnswered, ComplaintOpened, VisitDone, VisitPlanned
from kt1desk.domain.facts.dossier_money import FeesRemitted
from kt1desk.domain.facts.results import ResultTaken, TakeoverClosed, TakeoverOpened
from kt1desk.store.case_tables import complaint, handover, remittance, taken_result, takeover, visit
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared


def _adding(table: Table) -> Prepared:
    """A row more, under the next number."""
    following = select(func.coalesce(func.max(table.c.id), literal_column("0")) + literal_column("1"))
    named: dict[str, object] = {
        column.name: bindparam(column.name) for column in table.c if column.name != "id"
    }
    return Prepared(insert(table).values({**named, "id": following.scalar_subquery()}))


_HANDOVER = _adding(handover)
_TAKEOVER = _adding(takeover)
_COMPLAINT = _adding(complaint)
_VISIT = _adding(visit)
_REMITTANCE = Prepared(insert(remittance))
_book = takeover.c.takeover == bindparam("of_takeover")
_CLOSED = Prepared(update(takeover).where(_book).values(closed_ms=bindparam("closed_ms")))
_COUNTED = Prepared(update(takeover).where(_book).values(taken=takeover.c.taken + bindparam("one")))
_LAST_LINE = Prepared(
    select(func.count()).select_from(taken_result).where(taken_result.c.takeover == bindparam("of_takeover"))
)
_LINE = Prepared(insert(taken_result))
_IN_OPEN_BOOK = Prepared(
    select(taken_result.c.takeover, taken_result.c.place)
    .select_from(taken_result.join(takeover, takeover.c.takeover == taken_result.c.takeover))
    .where(
        taken_result.c.item == bindparam("of_item"),
        taken_result.c.back == bindparam("none"),
        takeover.c.closed_ms == bindparam("none"),
    )
)
_BACK = Prepared(
    update(taken_result)
    .where(taken_result.c.takeover == bindparam("of_takeover"), taken_result.c.place == bindparam("of_place"))
    .values(back=bindparam("one"))
)
_ANSWERED = Prepared(
    update(complaint)
    .where(complaint.c.complaint == bindparam("of_complaint"))
    .values({name: bindparam(name) for name in ("outcome", "answered_ms", "compensation_dong")})
)
_DONE = Prepared(
    update(visit)
    .where(visit.c.visit == bindparam("of_visit"))
    .values(outcome=bindparam("outcome"), dossier=bindparam("dossier"))
)


def handover_made(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A record both sides signed."""
    fact = HandoverMade.of(body)
    _HANDOVER.run(connection, identity(event.id) | {"handover": fact.handover})


def takeover_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A clerk stands at an authority's desk."""
    fact = TakeoverOpened.of(body)
    _TAKEOVER.run(
        connection,
        identity(event.id)
        | {
            "takeover": fact.takeover,
            "authority": fact.authority,
            "expected": fact.expected,
            "taken": 0,
            "opened_ms": event.envelope.happened.utc_ms,
            "closed_ms": 0,
            "user": event.envelope.actor,
        },
    )


def takeover_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Both signed the book."""
    fact = TakeoverClosed.of(body)
    closed_ms = event.envelope.happened.utc_ms
    _CLOSED.run(connection, {"of_takeover": fact.takeover, "closed_ms": closed_ms})


def result_taken(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """One line more."""
    fact = ResultTaken.of(body)
    before = _LAST_LINE.one(connection, {"of_takeover": fact.takeover})
    _LINE.run(
        connection,
        identity(event.id)
        | {
            "takeover": fact.takeover,
            "place": 1 + (int(before[0]) if before is not None else 0),
            "item": fact.item,
            "taken_ms": event.envelope.happened.utc_ms,
            "back": 0,
        },
    )
    _COUNTED.run(connection, {"of_takeover": fact.takeover, "one": 1})


def given_back(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """What is given back to the authority while its book is open was not taken."""
    fact = ItemDelivered.of(body)
    if fact.party != SENDER:
        return
    for number, place in _IN_OPEN_BOOK.all(connection, {"of_item": fact.item, "none": 0}):
        _BACK.run(connection, {"of_takeover": number, "of_place": place, "one": 1})
        _COUNTED.run(connection, {"of_takeover": number, "one": -1})


def fees_remitted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Its number is used."""
    _REMITTANCE.run(connection, {"remittance": FeesRemitted.of(body).remittance})


def complaint_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A complaint, still to be answered."""
    fact = ComplaintOpened.of(body)
    _COMPLAINT.run(
        connection,
        identity(event.id)
        | {
            "complaint": fact.complaint,
            "dossier": fact.dossier,
            "item": fact.item,
            "code": fact.code,
            "who": fact.who,
            "received_day": fact.received_day,
            "due_day": fact.due_day,
            "outcome": "",
            "answered_ms": 0,
            "compensation_dong": 0,
        },
    )


def complaint_answered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The last answer counts."""
    fact = ComplaintAnswered.of(body)
    _ANSWERED.run(
        connection,
        {
            "of_complaint": fact.complaint,
            "outcome": fact.outcome,
            "answered_ms": fact.answered_ms or event.envelope.happened.utc_ms,
            "compensation_dong": fact.compensation_dong,
        },
    )


def visit_planned(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Somebody waits at his address."""
    fact = VisitPlanned.of(body)
    _VISIT.run(
        connection,
        identity(event.id)
        | {
            "visit": fact.visit,
            "commune": fact.commune,
            "from_ms": fact.from_ms,
            "until_ms": fact.until_ms,
            "procedure": fact.procedure,
            "outcome": "",
            "dossier": "",
        },
    )


def visit_done(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """How it ended."""
    fact = VisitDone.of(body)
    _DONE.run(connection, {"of_visit": fact.visit, "outcome": fact.outcome, "dossier": fact.dossier})
