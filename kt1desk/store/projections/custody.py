"""Custody: what an event did to its things is kept, and each thing is folded again by `kt1desk.domain.merging`.

The same for our own events and for those of other desks, in whatever order they come. Receptacles go before items, for an item is where its
receptacle is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import bindparam, insert, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.custody import Step, ThingKind
from kt1desk.domain.events import Event
from kt1desk.domain.merging import Standing, Touch, fold
from kt1desk.domain.touching import touches
from kt1desk.store.custody_tables import standing as table
from kt1desk.store.projections import cases, known_touches, label_rows, seats, things
from kt1desk.store.projections.known_touches import Noted
from kt1desk.store.received import identity
from kt1desk.store.statements import Connection, Prepared

_STAND = Prepared(insert(table))
_of_thing = (table.c.number == bindparam("of_number"), table.c.kind == bindparam("of_kind"))
_STAND_AGAIN = Prepared(
    update(table)
    .where(*_of_thing)
    .values(
        {column.name: bindparam(column.name) for column in table.c if column.name not in {"number", "kind"}}
    )
)
_ENDS = frozenset({Step.DELIVER, Step.HAND_BACK})
"""What was said to end a cover ends its case while custody goes by it (`case_fold`)."""
_ORDER = (ThingKind.RECEPTACLE, ThingKind.DISPATCH, ThingKind.ITEM)


def touched(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Everything an event did, to every thing it touches."""
    made = {(each.kind, each.number): each for each in touches(body, event.envelope)}
    if not made:
        return  # a case of which no cover was handed over
    known_touches.note(connection, event)
    for each in sorted(made.values(), key=lambda each: _ORDER.index(each.kind)):
        label_rows.known(connection, event, each)
        known_touches.keep(connection, event.id, each)
        _fold_again(connection, each)


def _fold_again(connection: Connection, each: Touch) -> None:
    known = known_touches.noted(connection, each.kind, each.number)
    stands = fold((one.known for one in known), seats.own_point(connection))
    _stand(connection, each, stands, known)
    if each.kind is ThingKind.RECEPTACLE:
        things.receptacle_stands(connection, each.number, stands, known)
        seats.moved_along(connection, each.number)
    elif each.kind is ThingKind.DISPATCH:
        things.dispatch_stands(connection, each.number, stands)
    else:
        things.item_arrived(connection, each)
        seat = seats.place_of(connection, stands.state, stands.holder, stands.point)
        seats.sit(connection, each.number, seat)
        if any(one.known.touch.step in _ENDS for one in known):
            cases.cover_stands(connection, each.number)


def _stand(connection: Connection, each: Touch, stands: Standing, known: Iterable[Noted]) -> None:
    since_ms = next(one.happened_ms for one in known if one.known.id == stands.head)
    row = identity(stands.head) | {
        "of_number": each.number,
        "of_kind": each.kind,
        "state": stands.state,
        "holder": stands.holder,
        "point": stands.point,
        "n": stands.n,
        "since_ms": since_ms,
        "unheard": int(stands.unheard),
        "losers": len(stands.losers),
    }
    if _STAND_AGAIN.run(connection, row).rowcount == 0:
        _STAND.run(connection, row | {"number": each.number, "kind": each.kind})
