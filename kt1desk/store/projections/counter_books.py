"""Books of the one-stop desk: hand-over records, books of results, remittances, complaints, visits.

Those of this desk and of the others at its point, in whatever order these were heard of: an answer may be known before its complaint.
"""

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
from kt1desk.store.projections import last_words
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

CLOSED, GIVEN_BACK = "book_closed", "result_given_back"
ANSWERED, DONE = "complaint_answered", "visit_done"


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
_IN_HAND = Prepared(
    select(func.count())
    .select_from(taken_result)
    .where(taken_result.c.takeover == bindparam("of_takeover"), taken_result.c.back == bindparam("none"))
)
_BACK_BY_ITEM = Prepared(
    update(taken_result)
    .where(
        taken_result.c.takeover == bindparam("of_takeover"),
        taken_result.c.item == bindparam("of_item"),
        taken_result.c.back == bindparam("none"),
    )
    .values(back=bindparam("one"))
)
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


def may_wait(kind: str, body: Mapping[str, Json]) -> tuple[tuple[str, str], ...]:
    """The words that may have been said about what an event of this type makes known, before it did."""
    if kind == TakeoverOpened.TYPE:
        return ((CLOSED, str(body["takeover"])),)
    if kind == ComplaintOpened.TYPE:
        return ((ANSWERED, str(body["complaint"])),)
    return ((DONE, str(body["visit"])),) if kind == VisitPlanned.TYPE else ()


def handover_made(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A record both sides signed."""
    fact = HandoverMade.of(body)
    _HANDOVER.run(connection, identity(event.id) | {"handover": fact.handover})


def takeover_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A clerk stands at an authority's desk."""
    fact = TakeoverOpened.of(body)
    closed = last_words.waiting(connection, CLOSED, fact.takeover)
    _TAKEOVER.run(
        connection,
        identity(event.id)
        | {
            "takeover": fact.takeover,
            "authority": fact.authority,
            "expected": fact.expected,
            "taken": _in_hand(connection, fact.takeover),
            "opened_ms": event.envelope.happened.utc_ms,
            "closed_ms": closed.envelope.happened.utc_ms if closed is not None else 0,
            "user": event.envelope.actor,
        },
    )


def takeover_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Both signed the book."""
    fact = TakeoverClosed.of(body)
    last_words.is_last(connection, event, CLOSED, fact.takeover)
    closed_ms = event.envelope.happened.utc_ms
    _CLOSED.run(connection, {"of_takeover": fact.takeover, "closed_ms": closed_ms})


def result_taken(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """One line more; one that was given back under this book before it was heard of is none."""
    fact = ResultTaken.of(body)
    given_back = last_words.of(connection, GIVEN_BACK, f"{fact.takeover}/{fact.item}") is not None
    before = _LAST_LINE.one(connection, {"of_takeover": fact.takeover})
    _LINE.run(
        connection,
        identity(event.id)
        | {
            "takeover": fact.takeover,
            "place": 1 + (int(before[0]) if before is not None else 0),
            "item": fact.item,
            "taken_ms": event.envelope.happened.utc_ms,
            "back": int(given_back),
        },
    )
    if not given_back:
        _COUNTED.run(connection, {"of_takeover": fact.takeover, "one": 1})


def given_back_near(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The same at another desk of the point: by the book that its event names, whether that is heard of as open, closed or not yet."""
    fact = ItemDelivered.of(body)
    if fact.party != SENDER:
        return
    last_words.is_last(connection, event, GIVEN_BACK, f"{fact.reference}/{fact.item}")
    line = {"of_takeover": fact.reference, "of_item": fact.item, "none": 0, "one": 1}
    if _BACK_BY_ITEM.run(connection, line).rowcount:
        _COUNTED.run(connection, {"of_takeover": fact.reference, "one": -1})


def _in_hand(connection: Connection, takeover: str) -> int:
    row = _IN_HAND.one(connection, {"of_takeover": takeover, "none": 0})
    return int(row[0]) if row is not None else 0


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
    """A complaint, still to be answered, or one whose answer was heard of before."""
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
    answered = last_words.waiting(connection, ANSWERED, fact.complaint)
    if answered is not None:
        _answer(connection, answered, answered.body())


def complaint_answered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The last answer counts."""
    if last_words.is_last(connection, event, ANSWERED, str(body["complaint"])):
        _answer(connection, event, body)


def _answer(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
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
    done = last_words.waiting(connection, DONE, fact.visit)
    if done is not None:
        _end(connection, done.body())


def visit_done(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """How it ended; the last word counts."""
    if last_words.is_last(connection, event, DONE, str(body["visit"])):
        _end(connection, body)


def _end(connection: Connection, body: Mapping[str, Json]) -> None:
    fact = VisitDone.of(body)
    _DONE.run(connection, {"of_visit": fact.visit, "outcome": fact.outcome, "dossier": fact.dossier})
