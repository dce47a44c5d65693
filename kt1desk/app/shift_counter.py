"""What the page of the shift needs, by the services of an open desk: opening, closing, the drawer's own book.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kt1desk.app.custody_services import CheckPassword, DeskPasswords
from kt1desk.app.desk import OpenDesk
from kt1desk.app.print_station import PrinterCondition
from kt1desk.app.shift_words import (
    asked_line,
    check_lines,
    machines_of,
    records_promised,
    thing_line,
    written_lines,
)
from kt1desk.desktop.needs.approval import AtDesk
from kt1desk.desktop.needs.shift import (
    AskedLine,
    CheckLine,
    ClosedShift,
    ClosingDraft,
    ClosingView,
    ComparedView,
    DrawerBookView,
    MoneyLine,
    ShiftView,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.settling import Asked, Question
from kt1desk.domain.shift import Drawer
from kt1desk.services.confirming import Confirmed, SecondPerson
from kt1desk.services.drawer_book import Adjusted, Moved, Served
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.opening import Found
from kt1desk.services.rows import ShiftRow
from kt1desk.services.settling_rows import Counted, SettleDraft
from kt1desk.services.shifts import Shifts
from kt1desk.services.wording_shift import CASH_KINDS
from kt1desk.store.shift_mark import ShiftMark

_ALL_OF_A_SHIFT = 2_000
_PAPERS = ("Báo cáo kết ca", "Biên bản kiểm quỹ")
"""In the order in which settling queues them."""


def _no_printers() -> tuple[PrinterCondition, ...]:
    return ()


class Scanners(Protocol):
    """What is known of the scanners of a desk."""

    @property
    def has_scanner(self) -> bool:
        """Whether one is set up."""

    @property
    def has_scanned(self) -> bool:
        """Whether anything was read since the program began."""


@dataclass(frozen=True, slots=True)
class KnownScanners:
    """Implements `Scanners` by what it is told."""

    has_scanner: bool = False
    has_scanned: bool = False


@dataclass(frozen=True, slots=True)
class ShiftMachines:
    """What lies outside of the journal: whose password it is, printers and scanner, that papers were queued, the mark of an open shift."""

    unlock: CheckPassword
    wake: Callable[[], None] = lambda: None
    printers: Callable[[], tuple[PrinterCondition, ...]] = _no_printers
    scanners: Scanners = KnownScanners()
    mark: ShiftMark | None = None

    def marked(self, shifts: Shifts) -> AbstractContextManager[None]:
        """While a shift is opened or closed: whoever looks from outside never finds an open one without its mark."""
        return self.mark.changing(lambda: shifts.current() is not None) if self.mark else nullcontext()


class ShiftCounter:
    """Implements `kt1desk.desktop.needs.shift.ShiftPageNeeds`."""

    def __init__(self, desk: OpenDesk, outside: ShiftMachines) -> None:
        self._desk = desk
        self._outside = outside
        self._second = SecondPerson(desk.store, desk.reference, desk.clock, DeskPasswords(outside.unlock))

    def shift_view(self) -> ShiftView:
        """See the port."""
        desk = self._desk
        rows = desk.board.shift(desk.session, _ALL_OF_A_SHIFT)
        last, today = rows.last, desk.shifts.proposed_date()
        proposed = last.counted_dong if last is not None and last.closed_ms else 0
        looked = () if rows.current is not None else desk.openings.checks(desk.session)
        return ShiftView(
            rows.current,
            last,
            today,
            proposed,
            self._notes(today),
            rows.items,
            desk.clock.now().offset_min,
            rows.cash,
            rows.sees_items,
            self._looked_at(looked) if looked else (),
        )

    def start_shift(self, business_date: date, float_dong: int) -> ShiftRow:
        """See the port."""
        machines = machines_of(self._outside.printers(), scanner=self._outside.scanners.has_scanner)
        with self._outside.marked(self._desk.shifts):
            return self._desk.openings.open(self._desk.session, business_date, float_dong, machines)

    def closing(self) -> ClosingView:
        """See the port."""
        view = self._desk.settling.view(self._desk.session)
        things = tuple(thing_line(each) for each in view.things)
        return ClosingView(view.shift, things, view.denominations, view.one_person)

    def compare(self, draft: ClosingDraft) -> ComparedView:
        """See the port."""
        desk = self._desk
        asked = desk.settling.questions(desk.session, _counted(draft))
        rows = desk.board.shift(desk.session, 0)
        if rows.current is None:
            raise DeskError("shift.not_open")
        shift = rows.current
        kinds = tuple(MoneyLine(CASH_KINDS[row.kind], row.received_dong - row.paid_dong) for row in rows.cash)
        expected = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong
        return ComparedView(self._lines(asked), kinds, expected)

    def settle(self, draft: ClosingDraft) -> ClosedShift:
        """See the port."""
        desk = self._desk
        session, counted = desk.session, _counted(draft)
        reasons = desk.settling.view(session).reasons
        lines = self._lines(desk.settling.questions(session, counted))
        reason = next((draft.answers.get(line.key, "") for line in lines if line.is_reason), "")
        taker = self._confirmed(draft.taker)
        settled = SettleDraft(counted, draft.answers, reason, taker, alone=draft.taker is None)
        with self._outside.marked(self._desk.shifts):
            made = desk.settling.close(session, settled)
        self._outside.wake()
        by_key = {line.key: line for line in lines}
        said = [(by_key[each.key], answer) for each, answer in made.asked if each.key in by_key]
        taken = ("Người nhận ca", made.taker or "không có, sẽ có người xem lại")
        return ClosedShift(
            made.closing.shift,
            made.closing.counted_dong,
            made.closing.expected_dong,
            (*written_lines(said, made.reason, reasons), taken),
            _PAPERS[: len(made.jobs)],
            records_promised(made.asked),
        )

    def drawer(self) -> DrawerBookView:
        """See the port."""
        return DrawerBookView(self._desk.drawer.view(self._desk.session), self._desk.clock.now().offset_min)

    def serve(self, draft: Served) -> DrawerLine:
        """See the port."""
        return self._desk.drawer.serve(self._desk.session, draft)

    def move_cash(self, draft: Moved) -> DrawerLine:
        """See the port."""
        return self._desk.drawer.move(self._desk.session, draft)

    def undo_line(self, line: str, reason: str) -> DrawerLine:
        """See the port."""
        return self._desk.drawer.undo(self._desk.session, line, reason)

    def adjust(self, draft: Adjusted) -> DrawerLine:
        """See the port."""
        return self._desk.drawer.adjust(self._desk.session, draft)

    def _looked_at(self, found: Sequence[Found]) -> tuple[CheckLine, ...]:
        outside = self._outside
        scanner, scanned = outside.scanners.has_scanner, outside.scanners.has_scanned
        return check_lines(found, outside.printers(), scanner=scanner, scanned=scanned)

    def _confirmed(self, taker: AtDesk | None) -> Confirmed | None:
        if taker is None:
            return None
        return self._second.confirm(self._desk.session, Act.TAKE_OVER_SHIFT, taker.user, taker.password)

    def _lines(self, asked: tuple[Asked, ...]) -> tuple[AskedLine, ...]:
        desk, questions = self._desk, {each.question for each in asked}
        reasons = desk.settling.view(desk.session).reasons if Question.DIFFERENCE in questions else ()
        papers = desk.papers.questions(desk.session) if Question.PAPER in questions else ()
        by_job = {str(paper.job): paper for paper in papers}
        return tuple(asked_line(each, reasons, by_job) for each in asked)

    def _notes(self, on: date) -> tuple[int, ...]:
        values = {row.value_dong for row in self._desk.reference.denominations if row.holds(on)}
        return tuple(sorted(values, reverse=True))


def _counted(draft: ClosingDraft) -> Counted:
    return Counted(tuple(draft.notes.items()), draft.seen)
