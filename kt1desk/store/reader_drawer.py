"""Questions about the drawer: what moved in it by kind, its lines, how a shift was settled, which numbers it gave."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, bindparam, func, literal_column, select, text

from kt1desk.domain.events import EventId, Stream
from kt1desk.services.drawer_rows import DrawerLine, SettledRow
from kt1desk.services.rows import CashSum, ShiftRow
from kt1desk.store.case_tables import cover, dossier
from kt1desk.store.outlived import OutlivedRows
from kt1desk.store.report_tables import IDENTITY, drawer_line, settled, shift_cash
from kt1desk.store.statements import Prepared, Row
from kt1desk.store.tables import ACCEPTED_HERE, item, shift

_SHIFT_NAMES = (
    "shift", "business_date", "drawer", "user", "float_dong", "cash_dong", "items", "opened_ms", "closed_ms",
    "counted_dong", "paid_dong", "dossiers",
)  # fmt: skip
_shifts = select(*(shift.c[name] for name in _SHIFT_NAMES))
_SHIFT = Prepared(_shifts.where(shift.c.shift == bindparam("of_shift")))
_CLOSED = Prepared(
    _shifts.where(shift.c.closed_ms > literal_column("0"))
    .order_by(shift.c.incarnation.desc(), shift.c.seq.desc())
    .limit(bindparam("most"))
)
_KINDS = Prepared(
    select(shift_cash.c.kind, shift_cash.c.received_dong, shift_cash.c.paid_dong)
    .where(shift_cash.c.shift == bindparam("of_shift"))
    .order_by(shift_cash.c.kind)
)
_LINE_NAMES = (
    "line", "shift", "kind", "what", "customers", "received_dong", "paid_dong", "reference", "undoes", "undone_by", "reason",
    "user", "at_ms",
)  # fmt: skip
_lines = select(*(drawer_line.c[name] for name in (*_LINE_NAMES, *IDENTITY)))
_LINES = Prepared(_lines.where(drawer_line.c.shift == bindparam("of_shift")).order_by(drawer_line.c.id))
_LINE = Prepared(_lines.where(drawer_line.c.line == bindparam("of_line")))
_COUNT = Prepared(
    select(func.count())
    .select_from(drawer_line)
    .where(drawer_line.c.line > bindparam("low"), drawer_line.c.line < bindparam("high"))
)
_SETTLED_NAMES = ("shift", "reason", "handed_to", "manner")
_SETTLED = Prepared(
    select(
        *(settled.c[name] for name in _SETTLED_NAMES),
        *(settled.c[name] for name in IDENTITY),
    ).where(settled.c.shift == bindparam("of_shift"))
)
_here = shift.c.shift == bindparam("of_shift")
_ITEMS = Prepared(
    select(item.c.item)
    .select_from(shift.join(item, and_(item.c.id >= shift.c.first_item, item.c.id <= shift.c.last_item)))
    .where(_here, item.c.shift == shift.c.shift, text(f"item.{ACCEPTED_HERE}"))
)
_COVERS = Prepared(
    select(cover.c.item)
    .select_from(
        shift.join(
            dossier, and_(dossier.c.id >= shift.c.first_dossier, dossier.c.id <= shift.c.last_dossier)
        ).join(cover, cover.c.dossier == dossier.c.dossier)
    )
    .where(_here, dossier.c.shift == shift.c.shift, cover.c.given == literal_column("1"))
)


class DrawerRows(OutlivedRows):
    """Implements `kt1desk.services.drawer_ports.DrawerReader`."""

    def shift(self, shift: str) -> ShiftRow | None:
        """See `DrawerReader.shift`."""
        row = _SHIFT.one(self._connection, {"of_shift": shift})
        return ShiftRow(*row) if row is not None else None

    def closed_shifts(self, limit: int) -> Sequence[ShiftRow]:
        """See `DrawerReader.closed_shifts`."""
        return [ShiftRow(*row) for row in _CLOSED.all(self._connection, {"most": limit})]

    def cash_by_kind(self, shift: str) -> Sequence[CashSum]:
        """See `DrawerReader.cash_by_kind`."""
        return [CashSum(*row) for row in _KINDS.all(self._connection, {"of_shift": shift})]

    def drawer_lines(self, shift: str) -> Sequence[DrawerLine]:
        """See `DrawerReader.drawer_lines`."""
        return [_line(row) for row in _LINES.all(self._connection, {"of_shift": shift})]

    def drawer_line(self, line: str) -> DrawerLine | None:
        """See `DrawerReader.drawer_line`."""
        row = _LINE.one(self._connection, {"of_line": line})
        return _line(row) if row is not None else None

    def drawer_lines_from(self, start: str) -> int:
        """See `DrawerReader.drawer_lines_from`; "." is the character after the stroke that ``start`` ends with."""
        row = _COUNT.one(self._connection, {"low": start, "high": f"{start[:-1]}."})
        return int(row[0]) if row is not None else 0

    def settled(self, shift: str) -> SettledRow | None:
        """See `DrawerReader.settled`."""
        row = _SETTLED.one(self._connection, {"of_shift": shift})
        return (
            SettledRow(**dict(zip(_SETTLED_NAMES, row, strict=False)), event=_event(row[4:]))
            if row is not None
            else None
        )

    def item_numbers_of(self, shift: str) -> Sequence[str]:
        """See `DrawerReader.item_numbers_of`."""
        return [number for (number,) in _ITEMS.all(self._connection, {"of_shift": shift})]

    def cover_numbers_of(self, shift: str) -> Sequence[str]:
        """See `DrawerReader.cover_numbers_of`."""
        return [number for (number,) in _COVERS.all(self._connection, {"of_shift": shift})]


def _line(row: Row) -> DrawerLine:
    return DrawerLine(**dict(zip(_LINE_NAMES, row, strict=False)), event=_event(row[13:]))


def _event(row: Row) -> EventId:
    device, stream, incarnation, seq = row
    return EventId(device, Stream(stream), incarnation, seq)
