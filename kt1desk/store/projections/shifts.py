"""The shift: its drawer, what came in and went back, how many items and cases, and how it was closed."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, case, func, insert, select, update

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.store.case_tables import dossier
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import item, shift

_OPEN = Prepared(insert(shift))
_CASH = Prepared(
    update(shift)
    .where(shift.c.shift == bindparam("which"))
    .values(cash_dong=shift.c.cash_dong + bindparam("amount"))
)
_last_item = select(func.max(item.c.id)).scalar_subquery()
_ITEM = Prepared(
    update(shift)
    .where(shift.c.shift == bindparam("which"))
    .values(
        items=shift.c["items"] + bindparam("one"),
        first_item=case((shift.c.first_item == bindparam("none"), _last_item), else_=shift.c.first_item),
        last_item=_last_item,
    )
)
_PAID = Prepared(
    update(shift)
    .where(shift.c.shift == bindparam("which"))
    .values(paid_dong=shift.c.paid_dong + bindparam("amount"))
)
_last_dossier = select(func.max(dossier.c.id)).scalar_subquery()
_DOSSIER = Prepared(
    update(shift)
    .where(shift.c.shift == bindparam("which"))
    .values(
        dossiers=shift.c.dossiers + bindparam("one"),
        first_dossier=case(
            (shift.c.first_dossier == bindparam("none"), _last_dossier), else_=shift.c.first_dossier
        ),
        last_dossier=_last_dossier,
    )
)
_CLOSE = Prepared(
    update(shift)
    .where(shift.c.shift == bindparam("which"))
    .values(
        closed_ms=bindparam("closed_ms"),
        counted_dong=bindparam("counted_dong"),
        expected_dong=bindparam("expected_dong"),
    )
)


def shift_opened(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """A new shift; times are those of the event."""
    _OPEN.run(
        connection,
        {
            "shift": body["shift"],
            "incarnation": event.id.incarnation,
            "seq": event.id.seq,
            "business_date": body["date"],
            "drawer": body["drawer"],
            "user": event.envelope.actor,
            "float_dong": body["float"],
            "cash_dong": 0,
            "items": 0,
            "first_item": 0,
            "last_item": 0,
            "opened_ms": event.envelope.happened.utc_ms,
            "closed_ms": 0,
            "counted_dong": 0,
            "expected_dong": 0,
            "paid_dong": 0,
            "dossiers": 0,
            "first_dossier": 0,
            "last_dossier": 0,
        },
    )


def shift_closed(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """What was counted against what the journal says."""
    _CLOSE.run(
        connection,
        {
            "which": body["shift"],
            "closed_ms": event.envelope.happened.utc_ms,
            "counted_dong": body["counted"],
            "expected_dong": body["expected"],
        },
    )


def drawn(connection: Connection, which: str, received_dong: int, paid_dong: int) -> None:
    """Cash that came into or left the drawer of a shift by anything but an acceptance."""
    _CASH.run(connection, {"which": which, "amount": received_dong})
    _PAID.run(connection, {"which": which, "amount": paid_dong})


def cash_received(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Money into the drawer."""
    _CASH.run(connection, {"which": body["shift"], "amount": body["amount"]})


def cash_paid(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """Money out of the drawer, given back."""
    _PAID.run(connection, {"which": body["shift"], "amount": body["amount"]})


def dossier_accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """One more case in its shift; runs when the case has its row."""
    _DOSSIER.run(connection, {"which": body["shift"], "one": 1, "none": 0})


def item_accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """One more item in its shift; runs when the item has its row."""
    _ITEM.run(connection, {"which": body["shift"], "one": 1, "none": 0})
