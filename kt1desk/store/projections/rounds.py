"""Delivery lists: their items, and how many of them the postman still has."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.custody import RoundStarted
from kt1desk.domain.service import service_of
from kt1desk.store.custody_tables import round_, round_line
from kt1desk.store.projections import last_words
from kt1desk.store.statements import Connection, Prepared

OFF_ROUND = "off_round"
_following = select(func.coalesce(func.max(round_.c.id), literal_column("0")) + literal_column("1"))
_ROUND = Prepared(
    insert(round_).values(
        {column.name: bindparam(column.name) for column in round_.c if column.name != "id"}
        | {"id": _following.scalar_subquery()}
    )
)
_LINE = Prepared(insert(round_line))
_BACK = Prepared(
    update(round_line)
    .where(
        round_line.c.round == bindparam("of_round"),
        round_line.c.item == bindparam("of_item"),
        round_line.c.back == bindparam("none"),
    )
    .values(back=bindparam("one"))
)
_KNOWN = Prepared(select(round_.c.id).where(round_.c.round == bindparam("of_round")))
_LESS = Prepared(
    update(round_)
    .where(round_.c.round == bindparam("of_round"))
    .values(open=round_.c.open - bindparam("one"))
)


def round_started(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A new list, all of it out."""
    fact = RoundStarted.of(body)
    _ROUND.run(
        connection,
        {
            "round": fact.round,
            "postman": fact.postman,
            "point": fact.point,
            "started_ms": event.envelope.happened.utc_ms,
            "open": len(fact.items),
            "service": service_of(event.envelope.type),
        },
    )
    for place, (number, _) in enumerate(fact.items, start=1):
        _LINE.run(connection, {"round": fact.round, "place": place, "item": number, "back": 0})
        if last_words.of(connection, OFF_ROUND, f"{fact.round}/{number}") is not None:
            _off(connection, fact.round, number)


def item_off_round(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Delivered, or given back by the postman: an item offered in vain is still his.

    Of a list that another desk of the point made it may be heard before the list itself.
    """
    name, item = str(body.get("round", "")), str(body["item"])
    if name and not _off(connection, name, item):
        last_words.is_last(connection, event, OFF_ROUND, f"{name}/{item}")


def _off(connection: Connection, name: str, item: str) -> bool:
    """Take an item off its list; whether the list is known."""
    if _BACK.run(connection, {"of_round": name, "of_item": item, "none": 0, "one": 1}).rowcount:
        _LESS.run(connection, {"of_round": name, "one": 1})
        return True
    return _KNOWN.one(connection, {"of_round": name}) is not None
