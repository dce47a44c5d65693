"""Questions about custody: where a thing stands, who holds what, receptacles and dispatches."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, case, func, select, text

from kt1desk.domain.custody import State, ThingKind, person
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import (
    DispatchRow,
    FoundRow,
    HeldItem,
    ReceptacleRow,
    StandingRow,
    StationRow,
)
from kt1desk.store import arrived_rows, held_rows, received, stations
from kt1desk.store.custody_tables import (
    IDENTITY,
    OURS,
    dispatch,
    holding,
    receptacle,
    trip_bag,
)
from kt1desk.store.custody_tables import standing as standings
from kt1desk.store.projections.label_rows import FROM_HERE, TO_HERE
from kt1desk.store.reader_counts import CountedNumbers
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import OWN, item


def _service_of_thing() -> ColumnElement[Any]:
    """The service that a thing with a standing belongs to; a number stands in one of the three tables."""
    tables = {ThingKind.ITEM: item, ThingKind.RECEPTACLE: receptacle, ThingKind.DISPATCH: dispatch}
    found = {
        kind.value: select(table.c.service)
        .where(table.c[kind.value] == standings.c.number)
        .correlate(standings)
        .scalar_subquery()
        for kind, table in tables.items()
    }
    return case(*((standings.c.kind == kind, service) for kind, service in found.items()))


_thing_of_service = _service_of_thing() == bindparam("of_service")
_STANDING = Prepared(
    select(
        standings.c.kind,
        standings.c.number,
        standings.c.state,
        standings.c.holder,
        standings.c.point,
        *(standings.c[name] for name in IDENTITY),
        standings.c.n,
        standings.c.since_ms,
        standings.c.unheard,
        standings.c.losers,
    ).where(standings.c.number == bindparam("of_number"), _thing_of_service)
)
_ACCEPTED = Prepared(
    select(item.c.origin, item.c.user, item.c.accepted_ms, *(item.c[name] for name in IDENTITY)).where(
        item.c.item == bindparam("of_number"),
        item.c.source == bindparam("own"),
        item.c.service == bindparam("of_service"),
    )
)
_HOLDERS = Prepared(
    select(holding.c.keeper, func.sum(holding.c["items"]))
    .where(holding.c.service == bindparam("of_service"))
    .group_by(holding.c.keeper)
    .order_by(holding.c.keeper)
)


def _stands(table: Table, kind: ThingKind) -> Any:
    return and_(standings.c.number == table.c[kind.value], standings.c.kind == kind.value)


_bags: Select[Any] = select(
    receptacle.c.receptacle,
    receptacle.c.seal,
    receptacle.c.weight_g,
    receptacle.c.to_point,
    receptacle.c.state,
    standings.c.holder,
    receptacle.c.dispatch,
    receptacle.c["items"],
    receptacle.c.closed_ms,
    *(standings.c[name] for name in IDENTITY),
    standings.c.n,
    receptacle.c.service,
    receptacle.c.id,
).select_from(receptacle.join(standings, _stands(receptacle, ThingKind.RECEPTACLE)))
_bag_service = receptacle.c.service == bindparam("of_service")
_BAG = Prepared(_bags.where(receptacle.c.receptacle == bindparam("of_bag"), _bag_service))
_BAGS = Prepared(
    _bags.where(text(f"receptacle.{OURS}"), _bag_service, receptacle.c.state == bindparam("of_state"))
    .order_by(receptacle.c.id.desc())
    .limit(bindparam("most"))
)
_BAGS_OF = Prepared(
    _bags.join(trip_bag, trip_bag.c.receptacle == receptacle.c.receptacle)
    .where(trip_bag.c.dispatch == bindparam("of_dispatch"), _bag_service)
    .order_by(trip_bag.c.place)
)
_seen = (
    select(func.coalesce(func.sum(receptacle.c.seen), 0))
    .select_from(trip_bag.join(receptacle, receptacle.c.receptacle == trip_bag.c.receptacle))
    .where(trip_bag.c.dispatch == dispatch.c.dispatch)
    .correlate(dispatch)
    .scalar_subquery()
)
_trips: Select[Any] = select(
    dispatch.c.dispatch,
    *(dispatch.c[name] for name in IDENTITY),
    dispatch.c.point,
    dispatch.c.to_point,
    dispatch.c.route,
    dispatch.c.vehicle,
    dispatch.c.dedicated,
    dispatch.c.state,
    dispatch.c.sent_ms,
    dispatch.c.arrived_ms,
    dispatch.c.receptacles,
    dispatch.c["items"],
    _seen,
    dispatch.c.direction,
    *(standings.c[name] for name in IDENTITY),
    standings.c.n,
    dispatch.c.service,
    dispatch.c.id,
).select_from(dispatch.join(standings, _stands(dispatch, ThingKind.DISPATCH)))
_trip_service = dispatch.c.service == bindparam("of_service")
_TRIP = Prepared(_trips.where(dispatch.c.dispatch == bindparam("of_dispatch"), _trip_service))
_TRIPS = Prepared(
    _trips.where(
        _trip_service, dispatch.c.direction == bindparam("way"), dispatch.c.state == bindparam("of_state")
    )
    .order_by(dispatch.c.id.desc())
    .limit(bindparam("most"))
)


class CustodyRows(CountedNumbers):
    """The first part of `kt1desk.services.custody_ports.CustodyReader`."""

    def standing(self, number: str, *, service: Service = Service.KT1) -> StandingRow | None:
        """See `CustodyReader.standing`. What an item does that was accepted and nothing else follows from its own row."""
        asked = {"of_number": number, "of_service": service}
        row = _STANDING.one(self._connection, asked)
        if row is not None:
            kind, _, state, holder, point = row[:5]
            n, since_ms, unheard, losers = row[9:]
            head = _identity(row[5:9])
            where = (ThingKind(kind), number, State(state), holder, point, head, n, since_ms)
            return StandingRow(*where, bool(unheard), losers, service)
        accepted = _ACCEPTED.one(self._connection, asked | {"own": OWN})
        if accepted is None:
            return None
        point, user, accepted_ms = accepted[:3]
        holder = person(point, user)
        head = _identity(accepted[3:])
        return StandingRow(ThingKind.ITEM, number, State.ACCEPTED, holder, point, head, 1, accepted_ms)

    def held(
        self,
        holder: str = "",
        states: Sequence[State] = (),
        limit: int = 1000,
        *,
        service: Service = Service.KT1,
    ) -> Sequence[HeldItem]:
        """See `CustodyReader.held`. What lies in a receptacle on its way is kept by the trip, as `holders` says it."""
        ids = held_rows.newest(self._connection, service, holder, frozenset(states), limit)
        return held_rows.held(self._connection, ids)

    def held_for_authority(self, limit: int = 1000) -> Sequence[HeldItem]:
        """See `CustodyReader.held_for_authority`."""
        return held_rows.held(self._connection, held_rows.newest_for_authority(self._connection, limit))

    def held_item(self, item: str, *, service: Service = Service.KT1) -> HeldItem | None:
        """See `CustodyReader.held_item`."""
        return held_rows.one(self._connection, item, service)

    def holders(self, *, service: Service = Service.KT1) -> Sequence[tuple[str, int]]:
        """See `CustodyReader.holders`."""
        rows = _HOLDERS.all(self._connection, {"of_service": service})
        return [(keeper, int(items)) for keeper, items in rows]

    def stations(self, number: str, *, service: Service = Service.KT1) -> Sequence[StationRow]:
        """See `CustodyReader.stations`."""
        return stations.of(self._connection, number) if self.standing(number, service=service) else []

    def receptacle(self, receptacle: str, *, service: Service = Service.KT1) -> ReceptacleRow | None:
        """See `CustodyReader.receptacle`."""
        row = _BAG.one(self._connection, {"of_bag": receptacle, "of_service": service})
        return None if row is None else _bag(row)

    def receptacles(
        self, states: Sequence[State], limit: int = 200, *, service: Service = Service.KT1
    ) -> Sequence[ReceptacleRow]:
        """See `CustodyReader.receptacles`."""
        asked = {"of_service": service}
        return [_bag(row) for row in _newest(self._connection, _BAGS, asked, (states, limit))]

    def items_in(self, receptacle: str, *, service: Service = Service.KT1) -> Sequence[HeldItem]:
        """See `CustodyReader.items_in`."""
        return held_rows.inside(self._connection, receptacle, service)

    def sealed_with(self, seal: str, *, service: Service = Service.KT1) -> str:
        """See `CustodyReader.sealed_with`."""
        return arrived_rows.sealed_with(self._connection, seal, service)

    def found_in(self, receptacle: str, *, service: Service = Service.KT1) -> Sequence[FoundRow]:
        """See `CustodyReader.found_in`."""
        return arrived_rows.found_in(self._connection, receptacle, service)

    def dispatch(self, dispatch: str, *, service: Service = Service.KT1) -> DispatchRow | None:
        """See `CustodyReader.dispatch`."""
        row = _TRIP.one(self._connection, {"of_dispatch": dispatch, "of_service": service})
        return None if row is None else _trip(self._connection, row)

    def dispatches(
        self,
        *,
        incoming: bool,
        states: Sequence[State],
        limit: int = 200,
        service: Service = Service.KT1,
    ) -> Sequence[DispatchRow]:
        """See `CustodyReader.dispatches`."""
        way = {"way": TO_HERE if incoming else FROM_HERE, "of_service": service}
        return [
            _trip(self._connection, row) for row in _newest(self._connection, _TRIPS, way, (states, limit))
        ]

    def dispatch_receptacles(
        self, dispatch: str, *, service: Service = Service.KT1
    ) -> Sequence[ReceptacleRow]:
        """See `CustodyReader.dispatch_receptacles`."""
        asked = {"of_dispatch": dispatch, "of_service": service}
        return [_bag(row) for row in _BAGS_OF.all(self._connection, asked)]


def _newest(
    connection: Connection, way: Prepared, more: Mapping[str, object], wanted: tuple[Sequence[State], int]
) -> list[Row]:
    """The newest rows in any of some states; each state is asked alone, for only so are its rows in their order."""
    states, limit = wanted
    found = [
        way.all(connection, {**more, "of_state": state, "most": limit}) for state in dict.fromkeys(states)
    ]
    merged = heapq.merge(*found, key=lambda row: row[-1], reverse=True)
    return list(islice(merged, limit))


def _bag(row: Row) -> ReceptacleRow:
    number, seal, weight_g, to, state, holder, dispatch_number, items, closed_ms = row[:9]
    stands = (State(state), holder, dispatch_number, items, closed_ms)
    return ReceptacleRow(number, seal, weight_g, to, *stands, _identity(row[9:13]), row[13], Service(row[14]))


def _trip(connection: Connection, row: Row) -> DispatchRow:
    event_id = _identity(row[1:5])
    told = received.read_any(connection, event_id)
    proof = told.proof if told is not None else ""
    said = (row[0], event_id, proof, *row[5:9], bool(row[9]), State(row[10]), *row[11:16])
    stands = (row[16] == TO_HERE, _identity(row[17:21]), row[21], Service(row[22]))
    return DispatchRow(*(*said, *stands))


def _identity(columns: Sequence[Any]) -> EventId:
    device, stream, incarnation, seq = columns
    return EventId(device, Stream(stream), incarnation, seq)
