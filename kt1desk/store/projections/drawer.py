"""The drawer: cash by its kind, lines of other services, cash moved and put right, and how a shift was settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from sqlalchemy import bindparam, func, insert, literal_column, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.events import Event
from kt1desk.domain.facts import (
    CashAdjusted,
    CashMoved,
    CounterServed,
    CoversCounted,
    HeldCounted,
    ShiftChecked,
    ShiftSettled,
)
from kt1desk.store.projections import shifts
from kt1desk.store.received import identity
from kt1desk.store.report_tables import drawer_line, settled, shift_cash
from kt1desk.store.statements import Connection, Prepared

_CASH = Prepared(insert(shift_cash))
_CASH_AGAIN = Prepared(
    update(shift_cash)
    .where(shift_cash.c.shift == bindparam("of_shift"), shift_cash.c.kind == bindparam("of_kind"))
    .values(
        received_dong=shift_cash.c.received_dong + bindparam("received_dong"),
        paid_dong=shift_cash.c.paid_dong + bindparam("paid_dong"),
        moves=shift_cash.c.moves + bindparam("one"),
    )
)
_next = select(func.coalesce(func.max(drawer_line.c.id), literal_column("0")) + literal_column("1"))
_LINE = Prepared(
    insert(drawer_line).values(
        {column.name: bindparam(column.name) for column in drawer_line.c if column.name != "id"}
        | {"id": _next.scalar_subquery()}
    )
)
_UNDONE = Prepared(
    update(drawer_line)
    .where(drawer_line.c.line == bindparam("of_line"))
    .values(undone_by=bindparam("undone_by"))
)
_SETTLED = Prepared(insert(settled))


def cash_received(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Money into the drawer, by its kind."""
    _moved(connection, str(body["shift"]), str(body["kind"]), cast(int, body["amount"]), 0)


def cash_paid(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Money out of the drawer, by its kind."""
    _moved(connection, str(body["shift"]), str(body["kind"]), 0, cast(int, body["amount"]))


def counter_served(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A line of another counter service."""
    fact = CounterServed.of(body)
    customers = -fact.customers if fact.undoes else fact.customers
    said = {"line": fact.line, "what": fact.service, "undoes": fact.undoes, "reason": fact.reason}
    sums = (fact.received_dong, fact.paid_dong)
    _drawn(connection, event, CashKind.SERVED, sums, said | {"shift": fact.shift, "customers": customers})


def cash_moved(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Cash from or to the post's own till."""
    fact = CashMoved.of(body)
    comes_in = (fact.way == MoveWay.ADVANCE) is not bool(fact.undoes)
    sums = (fact.amount_dong, 0) if comes_in else (0, fact.amount_dong)
    said = {"line": fact.line, "reference": fact.reference, "undoes": fact.undoes, "reason": fact.reason}
    _drawn(connection, event, CashKind(fact.way), sums, said | {"shift": fact.shift})


def cash_adjusted(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What a closed shift had wrong, put right in the open one."""
    fact = CashAdjusted.of(body)
    said = {"line": fact.line, "what": fact.about, "reason": fact.reason, "reference": fact.kind}
    sums = (fact.more_dong, fact.back_dong)
    _drawn(connection, event, CashKind.ADJUSTED, sums, said | {"shift": fact.shift})


def shift_settled(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """How the shift was settled."""
    fact = ShiftSettled.of(body)
    said = {"reason": fact.reason, "handed_to": fact.handed_to, "manner": fact.manner}
    _SETTLED.run(connection, identity(event.id) | said | {"shift": fact.shift})


def _drawn(
    connection: Connection, event: Event, kind: CashKind, sums: tuple[int, int], said: Mapping[str, object]
) -> None:
    """A line, with what it moves in the drawer of its shift and in its kind."""
    received_dong, paid_dong = sums
    which = str(said["shift"])
    empty = {"what": "", "customers": 0, "reference": "", "undoes": "", "undone_by": "", "reason": ""}
    moved = {"kind": kind, "received_dong": received_dong, "paid_dong": paid_dong}
    when = {"user": event.envelope.actor, "at_ms": event.envelope.happened.utc_ms}
    _LINE.run(connection, {**identity(event.id), **empty, **moved, **when, **said})
    if said.get("undoes"):
        _UNDONE.run(connection, {"of_line": said["undoes"], "undone_by": said["line"]})
    shifts.drawn(connection, which, received_dong, paid_dong)
    _moved(connection, which, kind, received_dong, paid_dong)


def _moved(connection: Connection, shift: str, kind: str, received_dong: int, paid_dong: int) -> None:
    sums = {"received_dong": received_dong, "paid_dong": paid_dong}
    again = _CASH_AGAIN.run(connection, sums | {"of_shift": shift, "of_kind": kind, "one": 1})
    if again.rowcount == 0:
        _CASH.run(connection, sums | {"shift": shift, "kind": kind, "moves": 1})


BY_TYPE: Mapping[str, tuple[Callable[[Connection, Event, Mapping[str, Json]], None], ...]] = {
    CounterServed.TYPE: (counter_served,),
    CashMoved.TYPE: (cash_moved,),
    CashAdjusted.TYPE: (cash_adjusted,),
    ShiftChecked.TYPE: (),  # the event is the record
    ShiftSettled.TYPE: (shift_settled,),
    HeldCounted.TYPE: (),
    CoversCounted.TYPE: (),
}
"""What follows each type of the drawer; cash of acceptances is followed with their shifts."""
