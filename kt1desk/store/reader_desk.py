"""Questions about the desk itself: who it is, who works at it, its shift, its numbers.

Names of users are read from beside the event at the moment of asking: no projection keeps a copy of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Table,
    and_,
    bindparam,
    case,
    func,
    literal_column,
    select,
    text,
)

from kt1desk.domain.events import Stream
from kt1desk.domain.facts import CashPaid, CashReceived
from kt1desk.domain.text import sort_key
from kt1desk.services.ports import Clock
from kt1desk.services.rows import BlockRow, CashSum, DeskRow, ShiftRow, UserRow
from kt1desk.store import log_ins
from kt1desk.store.projections import numbers
from kt1desk.store.statements import Connection, Prepared, Row
from kt1desk.store.tables import OPEN, block, desk, event, key_slot, particulars, shift, user

_COUNTER = int(Stream.COUNTER)


def beside(owner: Table, row: FromClause, slot: str) -> ColumnElement[bool]:
    """What stands beside the event that made the row of ``owner``, in one slot."""
    same = (owner.c[name] == row.c[name] for name in ("device", "stream", "incarnation", "seq"))
    return and_(*same, row.c.slot == literal_column(f"'{slot}'"))


_DESK = Prepared(
    select(desk.c.device, desk.c.incarnation, desk.c.point, desk.c.mode, desk.c.public_key, desk.c.services)
    .order_by(desk.c.incarnation.desc())
    .limit(1)
)
_SLOTS = Prepared(select(key_slot.c.holder, key_slot.c.version))
_person = particulars.alias("person")
_users = select(user.c.user, _person.c.row, user.c.roles, user.c.clearance_until, user.c.active).select_from(
    user.outerjoin(_person, beside(user, _person, "person"))
)
_USERS = Prepared(_users)
_USER = Prepared(_users.where(user.c.user == bindparam("who")))
_shifts = select(
    shift.c.shift,
    shift.c.business_date,
    shift.c.drawer,
    shift.c.user,
    shift.c.float_dong,
    shift.c.cash_dong,
    shift.c["items"],
    shift.c.opened_ms,
    shift.c.closed_ms,
    shift.c.counted_dong,
    shift.c.paid_dong,
    shift.c.dossiers,
)
_OPEN_SHIFT = Prepared(_shifts.where(text(OPEN)))
_LAST_SHIFT = Prepared(_shifts.order_by(shift.c.incarnation.desc(), shift.c.seq.desc()).limit(1))
_SHIFTS_ON = Prepared(
    select(func.count()).where(shift.c.shift > bindparam("low"), shift.c.shift < bindparam("high"))
)
_BLOCKS = Prepared(
    select(block.c.prefix, block.c.first, block.c.last, block.c.next, block.c.left).order_by(
        block.c.left == 0, block.c.incarnation, block.c.seq
    )
)
_opened: Select[Any] = select(
    literal_column(f"({_COUNTER} << 48) | (shift.incarnation << 32) | shift.seq")
).where(shift.c.shift == bindparam("of_shift"))


def _in_body(name: str) -> ColumnElement[Any]:
    """One value of an event's body, which is kept as the bytes that were signed."""
    return literal_column(f"json_extract(CAST(event.body AS TEXT), '$.{name}')")


def _sum_of(type_name: str) -> ColumnElement[Any]:
    amount = case(
        (event.c.type == literal_column(f"'{type_name}'"), _in_body("amount")), else_=literal_column("0")
    )
    return func.sum(amount)


_CASH_OF_SHIFT = Prepared(
    select(_in_body("kind"), _sum_of(CashReceived.TYPE), _sum_of(CashPaid.TYPE))
    .where(
        event.c.id > _opened.scalar_subquery(),
        event.c.type.in_([literal_column(f"'{CashReceived.TYPE}'"), literal_column(f"'{CashPaid.TYPE}'")]),
        _in_body("shift") == bindparam("of_shift"),
    )
    .group_by(_in_body("kind"))
)
"""From the opening event on: the counter's stream comes last in the table, so nothing before the shift is looked at."""


class DeskReader:
    """The desk, its people, its shift and its numbers."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def desk(self) -> DeskRow | None:
        """See `Reader.desk`."""
        row = _DESK.one(self._connection)
        if row is None:
            return None
        device, incarnation, point, mode, public_key, services = row
        return DeskRow(device, incarnation, point, mode, public_key, frozenset(services.split()))

    def slot_versions(self) -> Mapping[str, int]:
        """See `Reader.slot_versions`."""
        return dict(_SLOTS.all(self._connection))

    def users(self) -> Sequence[UserRow]:
        """See `Reader.users`; the order is that of the Vietnamese alphabet."""
        rows = [_user(row) for row in _USERS.all(self._connection)]
        return sorted(rows, key=lambda row: (sort_key(row.name), row.user))

    def user(self, user: str) -> UserRow | None:
        """See `Reader.user`."""
        row = _USER.one(self._connection, {"who": user})
        return None if row is None else _user(row)

    def last_log_ins(self) -> Mapping[str, int]:
        """See `Reader.last_log_ins`."""
        return log_ins.last(self._connection)

    def open_shift(self) -> ShiftRow | None:
        """See `Reader.open_shift`."""
        row = _OPEN_SHIFT.one(self._connection)
        return None if row is None else ShiftRow(*row)

    def last_shift(self) -> ShiftRow | None:
        """See `Reader.last_shift`; by the order of the journal, whatever the clock did."""
        row = _LAST_SHIFT.one(self._connection)
        return None if row is None else ShiftRow(*row)

    def cash_of_shift(self, shift: str) -> Sequence[CashSum]:
        """See `Reader.cash_of_shift`; summed from the events themselves, as the drawer's own figures are."""
        rows = _CASH_OF_SHIFT.all(self._connection, {"of_shift": shift})
        return [CashSum(*row) for row in rows]

    def shifts_on(self, business_date: str) -> int:
        """See `Reader.shifts_on`; their names begin with the date and a stroke, and "0" is the character after the stroke."""
        row = _SHIFTS_ON.one(self._connection, {"low": f"{business_date}/", "high": f"{business_date}0"})
        return int(row[0]) if row is not None else 0

    def blocks(self) -> Sequence[BlockRow]:
        """See `Reader.blocks`; empty blocks come last."""
        return [BlockRow(*row) for row in _BLOCKS.all(self._connection)]

    def number_is_used(self, item: str) -> bool:
        """See `Reader.number_is_used`."""
        return numbers.is_used(self._connection, item)


def _user(row: Row) -> UserRow:
    user_id, person, roles, clearance_until, active = row
    name = json.loads(person).get("name", "") if person else ""
    return UserRow(user_id, name, tuple(roles.split()), clearance_until, bool(active))
