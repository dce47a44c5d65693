"""The registers' newest wordings, and what was done without a second person until somebody has looked at it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, insert, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import ThingKind
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts.custody import ExceptionReviewed
from kt1desk.domain.facts.drawer import ShiftSettled
from kt1desk.domain.facts.registers import RegisterEntered
from kt1desk.domain.settling import ALONE
from kt1desk.store.custody_tables import IDENTITY, exception, register_entry
from kt1desk.store.projections import last_words, reporting
from kt1desk.store.received import asked, identity
from kt1desk.store.statements import Connection, Prepared

REGISTER = "register"
WITHOUT_SECOND = "exception"
"""The manner of what was done by one person alone (`kt1desk.domain.facts.ItemApproved`)."""

_ENTER = Prepared(insert(register_entry))
_ENTER_AGAIN = Prepared(
    update(register_entry)
    .where(
        register_entry.c.register == bindparam("of_register"), register_entry.c.entry == bindparam("of_entry")
    )
    .values({name: bindparam(name) for name in IDENTITY})
)
_ALONE = Prepared(insert(exception))
_REVIEWED = Prepared(
    delete(exception).where(*(exception.c[name] == bindparam(f"of_{name}") for name in IDENTITY))
)


def register_entered(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """The last wording of an entry counts, at whichever desk of the point it was entered."""
    fact = RegisterEntered.of(body)
    if not last_words.is_last(connection, event, REGISTER, f"{fact.register}/{fact.entry}"):
        return
    reporting.register_words(connection, fact.register, fact.entry, dict(fact.values))
    row = identity(event.id)
    key = {"of_register": fact.register, "of_entry": fact.entry}
    if _ENTER_AGAIN.run(connection, row | key).rowcount == 0:
        _ENTER.run(connection, row | {"register": fact.register, "entry": fact.entry})


def done_alone(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Where nobody confirmed, it waits for a review."""
    if body.get("manner") != WITHOUT_SECOND:
        return
    number = body.get(ThingKind.ITEM) or body[ThingKind.DISPATCH]
    _waits(connection, event, number, body.get("excuse") or body.get("reason", ""))


def closed_alone(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A shift that nobody else signed for waits for a review; its reason is that of the difference in its cash, "" where there was none."""
    fact = ShiftSettled.of(body)
    if fact.manner == ALONE:
        _waits(connection, event, fact.shift, fact.reason)


def exception_reviewed(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Somebody looked at it."""
    _REVIEWED.run(connection, asked(EventId.parse(ExceptionReviewed.of(body).event)))


def _waits(connection: Connection, event: Event, number: Json, reason: Json) -> None:
    said = {"what": event.envelope.type, "number": number, "reason": reason}
    who = {"user": event.envelope.actor, "done_ms": event.envelope.happened.utc_ms}
    _ALONE.run(connection, identity(event.id) | said | who)
