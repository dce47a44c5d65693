"""What is known of a thing's custody, event by event: kept as it comes, read back as `kt1desk.domain.merging` folds it.

An item that was accepted and nothing else has no row here: the first other event of it brings its acceptance along.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import and_, bindparam, insert, select

from kt1desk.domain.custody import Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId, HybridTime, Stream
from kt1desk.domain.merging import Known, Touch
from kt1desk.domain.service import Service
from kt1desk.domain.touching import touches
from kt1desk.store import entries
from kt1desk.store.custody_tables import IDENTITY, custody_event, touch
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import OWN, item

_TIMES = Prepared(insert(custody_event))
_TOUCH = Prepared(insert(touch))
_of_thing = (touch.c.number == bindparam("of_number"), touch.c.kind == bindparam("of_kind"))
_ANY = Prepared(select(touch.c.seq).where(*_of_thing))
_ACCEPTANCE = Prepared(
    select(*(item.c[name] for name in IDENTITY)).where(
        item.c.item == bindparam("of_item"),
        item.c.source == bindparam("own"),
        item.c.service == bindparam("kt1"),
    )
)
_KNOWN = Prepared(
    select(
        *(touch.c[name] for name in IDENTITY),
        touch.c.step,
        touch.c.holder,
        touch.c.point,
        touch.c.n,
        touch.c.scan,
        touch.c.link,
        touch.c.to_point,
        custody_event.c.hlc_ms,
        custody_event.c.hlc_count,
        custody_event.c.happened_ms,
        custody_event.c.parents,
    )
    .select_from(
        touch.join(custody_event, and_(*(touch.c[name] == custody_event.c[name] for name in IDENTITY)))
    )
    .where(*_of_thing)
)


@dataclass(frozen=True, slots=True)
class Noted:
    """A known event of a thing, and when it happened (UTC milliseconds)."""

    known: Known
    happened_ms: int


def note(connection: Connection, event: Event) -> None:
    """Keep what orders an event; once for all things it touches."""
    hlc = event.envelope.hlc
    _TIMES.run(
        connection,
        identity(event.id)
        | {
            "hlc_ms": hlc.ms,
            "hlc_count": hlc.count,
            "happened_ms": event.envelope.happened.utc_ms,
            "parents": " ".join(parent.text for parent in event.envelope.parents),
        },
    )


def keep(connection: Connection, event_id: EventId, each: Touch) -> None:
    """Keep what an event did to a thing; an item's acceptance is brought along by the first one."""
    acceptance = waiting_acceptance(connection, each)
    if acceptance is not None:
        _bring_along(connection, acceptance, each.number)
    _write(connection, event_id, each)


def waiting_acceptance(connection: Connection, each: Touch) -> EventId | None:
    """The acceptance of an item of ours that nothing else is known of yet."""
    thing = {"of_number": each.number, "of_kind": each.kind}
    if each.kind is not ThingKind.ITEM or _ANY.one(connection, thing) is not None:
        return None
    row = _ACCEPTANCE.one(connection, {"of_item": each.number, "own": OWN, "kt1": Service.KT1})
    return None if row is None else _identity(row)


def noted(connection: Connection, kind: ThingKind, number: str) -> Sequence[Noted]:
    """All that is known of a thing. Of an event's parents only those are told that are known of the same thing: no other counts."""
    rows = _KNOWN.all(connection, {"of_number": number, "of_kind": kind})
    ids = [_identity(row) for row in rows]
    by_text = {each.text: each for each in ids}
    made = []
    for each, row in zip(ids, rows, strict=True):
        step, holder, point, n, scan, link, to_point, hlc_ms, hlc_count, happened_ms, parents = row[4:]
        seen = tuple(by_text[text] for text in parents.split() if text in by_text)
        done = Touch(kind, number, Step(step), holder, point, n, bool(scan), link, to_point)
        made.append(Noted(Known(each, HybridTime(hlc_ms, hlc_count), seen, done), happened_ms))
    return made


def _bring_along(connection: Connection, acceptance: EventId, number: str) -> None:
    event = entries.read(connection, acceptance)
    if event is None:
        raise DeskError("store.damaged")
    note(connection, event)
    for each in _of(touches(event.body(), event.envelope), number):
        _write(connection, acceptance, each)


def _of(made: Iterable[Touch], number: str) -> Iterable[Touch]:
    return (each for each in made if each.number == number)


def _write(connection: Connection, event_id: EventId, each: Touch) -> None:
    _TOUCH.run(
        connection,
        identity(event_id)
        | {
            "number": each.number,
            "kind": each.kind,
            "step": each.step,
            "holder": each.holder,
            "point": each.point,
            "n": each.n,
            "scan": int(each.scan),
            "link": each.link,
            "to_point": each.to,
        },
    )


def _identity(row: Row) -> EventId:
    device, stream, incarnation, seq = row[:4]
    return EventId(device, Stream(stream), incarnation, seq)
