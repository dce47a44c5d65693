"""Delivery lists: their items, and how many of them the postman still has."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.domain.facts.custody import RoundStarted
from kt1desk.domain.service import service_of
from kt1desk.store.custody_tables import round_, round_line
from kt1desk.store.statements import Connection, Prepared

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


def item_off_round(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Delivered, or given back by the postman: an item offered in vain is still his."""
    line = {"of_round": body.get("round", ""), "of_item": body["item"], "none": 0, "one": 1}
    if _BACK.run(connection, line).rowcount:
        _LESS.run(connection, {"of_round": line["of_round"], "one": 1})
