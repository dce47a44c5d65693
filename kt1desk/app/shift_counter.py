"""What the page of the shift needs, by the services of an open desk: opening, closing, the drawer's own book.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kt1desk.app.custody_services import CheckPassword, DeskPasswords
from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.needs.shift import (
    AskedLine,
    ClosedShift,
    ClosingDraft,
    ClosingView,
    DrawerBookView,
    MoneyLine,
    ShiftView,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.shift import Drawer
from kt1desk.services.confirming import SecondPerson
from kt1desk.services.drawer_book import Adjusted, DrawerBook, Moved, Served
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import ShiftRow
from kt1desk.services.wording_shift import CASH_KINDS

_ALL_OF_A_SHIFT = 2_000


class ShiftCounter:
    """Implements `kt1desk.desktop.needs.shift.ShiftPageNeeds`."""

    def __init__(self, desk: OpenDesk, unlock: CheckPassword) -> None:
        self._desk = desk
        self._second = SecondPerson(desk.store, desk.reference, desk.clock, DeskPasswords(unlock))
        self._book = DrawerBook(desk.store, desk.reference, desk.clock)

    def shift_view(self) -> ShiftView:
        """See the port."""
        desk = self._desk
        rows = desk.board.shift(desk.session, _ALL_OF_A_SHIFT)
        last = rows.last
        today = desk.shifts.proposed_date()
        proposed = last.counted_dong if last is not None and last.closed_ms else 0
        offset, notes = desk.clock.now().offset_min, self._notes(today)
        return ShiftView(
            rows.current, last, today, proposed, notes, rows.items, offset, rows.cash, rows.sees_items
        )

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """See the port."""
        return self._desk.shifts.open(self._desk.session, business_date, float_dong)

    def closing(self) -> ClosingView:
        """See the port."""
        desk = self._desk
        rows = desk.board.shift(desk.session, 0)
        shift = rows.current
        if shift is None:
            raise DeskError("shift.not_open")
        kinds = tuple(MoneyLine(CASH_KINDS[row.kind], row.received_dong - row.paid_dong) for row in rows.cash)
        expected = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong
        notes = self._notes(date.fromisoformat(shift.business_date))
        return ClosingView(shift, (), kinds, expected, notes, may_close_alone=True)

    def closing_questions(self, draft: ClosingDraft) -> Sequence[AskedLine]:
        """See the port."""
        _ = draft
        return ()

    def settle(self, draft: ClosingDraft) -> ClosedShift:
        """See the port."""
        session, taker = self._desk.session, draft.taker
        if taker is not None:
            self._second.confirm(session, Act.CLOSE_SHIFT, taker.user, taker.password)
        counted = sum(value * pieces for value, pieces in draft.notes.items())
        closing = self._desk.shifts.close(session, counted)
        return ClosedShift(closing.shift, closing.counted_dong, closing.expected_dong)

    def drawer(self) -> DrawerBookView:
        """See the port."""
        return DrawerBookView(self._book.view(self._desk.session), self._desk.clock.now().offset_min)

    def serve(self, draft: Served) -> DrawerLine:
        """See the port."""
        return self._book.serve(self._desk.session, draft)

    def move_cash(self, draft: Moved) -> DrawerLine:
        """See the port."""
        return self._book.move(self._desk.session, draft)

    def undo_line(self, line: str, reason: str) -> DrawerLine:
        """See the port."""
        return self._book.undo(self._desk.session, line, reason)

    def adjust(self, draft: Adjusted) -> DrawerLine:
        """See the port."""
        return self._book.adjust(self._desk.session, draft)

    def _notes(self, on: date) -> tuple[int, ...]:
        values = {row.value_dong for row in self._desk.reference.denominations if row.holds(on)}
        return tuple(sorted(values, reverse=True))
