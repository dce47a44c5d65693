"""Items by who keeps them: the newest of one keeper or of all, without looking at those that are over.

How many items each keeper has in which state is counted along (`kt1desk.store.projections.seats`), so a question goes only to where there
are any, and takes no more from each place than it may answer.
"""

from __future__ import annotations

import heapq
import json
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, literal_column, or_, select, text

from kt1desk.domain.custody import HolderKind, State
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import Way
from kt1desk.services.custody_rows import HeldItem
from kt1desk.store.custody_tables import OURS, holding, packed
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import item

WAITING = frozenset(
    {
        State.ACCEPTED,
        State.APPROVED,
        State.STORED,
        State.PACKED,
        State.ARRIVED,
        State.ATTEMPTED,
        State.FORWARDED,
        State.RETURNING,
    }
)
"""States in which this point must still do something with an item: neither on its way, nor set aside, nor over."""

_STATES = {state.value: state for state in State}
_IN_BAG = f"{HolderKind.RECEPTACLE}:"

_PLACES = Prepared(
    select(holding.c.keeper, holding.c.state).where(holding.c.service == bindparam("of_service"))
)
_newest = (
    select(item.c.id)
    .where(
        text(OURS),
        item.c.service == bindparam("of_service"),
        item.c.state == bindparam("of_state"),
        item.c.keeper == bindparam("of_keeper"),
    )
    .order_by(item.c.id.desc())
    .limit(bindparam("most"))
)
_NEWEST = Prepared(_newest)
_TO_APPLICANTS: Sequence[ColumnElement[str]] = [
    literal_column(f"'{way.value}'") for way in Way if not way.to_authority
]
_NEWEST_FOR_AUTHORITY = Prepared(
    _newest.where(
        or_(
            item.c.product.not_in(_TO_APPLICANTS),
            item.c.goes_back == literal_column("1"),
            item.c.state == literal_column(f"'{State.RETURNING.value}'"),
        )
    )
)
"""With the results that go back to their authority: few of those that wait."""
HELD: Select[Any] = select(
    item.c.item,
    item.c.state,
    item.c.keeper,
    item.c.inside,
    item.c.product,
    item.c.urgency,
    item.c.secrecy,
    item.c.weight_g,
    item.c.accepted_ms,
    item.c.deadline_ms,
    item.c.agreed_ms,
    item.c.origin,
    item.c.named_person,
    item.c.goes_back,
    item.c.source,
    item.c.service,
)
_of_service = item.c.service == bindparam("of_service")
_HELD_ONE = Prepared(HELD.where(item.c.item == bindparam("of_item"), _of_service))
_HELD_IN = Prepared(
    HELD.join(packed, packed.c.item == item.c.item)
    .where(packed.c.receptacle == bindparam("of_bag"), _of_service)
    .order_by(packed.c.place)
)


def among_ids(query: Select[Any]) -> Prepared:
    """The rows with the numbers of a list, newest first."""
    wanted = func.json_each(bindparam("ids")).table_valued("value")
    ids: Select[Any] = select(literal_column("value")).select_from(wanted)
    return Prepared(query.where(item.c.id.in_(ids)).order_by(item.c.id.desc()))


_HELD_AMONG = among_ids(HELD)


def newest(
    connection: Connection, service: Service, holder: str, states: Collection[State], limit: int
) -> str:
    """Numbers of the newest rows of items that this point answers for, as a list in JSON."""
    places = [
        (keeper, state)
        for keeper, state in _PLACES.all(connection, {"of_service": service})
        if (not holder or keeper == holder) and (not states or state in states)
    ]
    return _newest_in(connection, _NEWEST, service, places, limit)


def newest_for_authority(connection: Connection, limit: int) -> str:
    """The same for covers of cases, without what is for applicants: however many results wait, none of those hides a dossier."""
    places = _PLACES.all(connection, {"of_service": Service.TTHC})
    return _newest_in(
        connection, _NEWEST_FOR_AUTHORITY, Service.TTHC, [(keeper, state) for keeper, state in places], limit
    )


def _newest_in(
    connection: Connection, way: Prepared, service: Service, places: Sequence[tuple[str, str]], limit: int
) -> str:
    """Of each keeper and state the newest, together no more than may be answered."""
    found = (
        way.all(connection, {"of_service": service, "of_keeper": keeper, "of_state": state, "most": limit})
        for keeper, state in places
    )
    merged = heapq.merge(*([row[0] for row in rows] for rows in found), reverse=True)
    return json.dumps(list(islice(merged, limit)))


def held(connection: Connection, ids: str) -> list[HeldItem]:
    """See `CustodyReader.held`; the rows are those of `newest`."""
    return [held_item(row) for row in _HELD_AMONG.all(connection, {"ids": ids})]


def one(connection: Connection, number: str, service: Service) -> HeldItem | None:
    """See `CustodyReader.held_item`."""
    row = _HELD_ONE.one(connection, {"of_item": number, "of_service": service})
    return None if row is None else held_item(row)


def inside(connection: Connection, bag: str, service: Service) -> list[HeldItem]:
    """See `CustodyReader.items_in`."""
    rows = _HELD_IN.all(connection, {"of_bag": bag, "of_service": service})
    return [held_item(row) for row in rows]


def held_item(row: Row) -> HeldItem:
    """A row of `HELD` as a value."""
    number, state, keeper, bag, product, urgency, secrecy, weight, accepted, due, agreed, origin = row[:12]
    named_person, goes_back, source, service = row[12:]
    return HeldItem(
        number,
        _STATES[state],
        f"{_IN_BAG}{bag}" if bag else keeper,
        bag,
        product,
        urgency,
        secrecy,
        weight,
        accepted,
        due,
        agreed,
        origin,
        named_person == 1,
        goes_back == 1 or state == State.RETURNING,
        source != 0,
        Service(service),
    )
