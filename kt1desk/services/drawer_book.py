"""The drawer's own book: lines of other counter services, cash from and to the post's till, what a closed shift had wrong.

A line is never changed: one that undoes it moves the same cash the other way, in the same shift. Nothing goes out of a drawer that it does
not hold. This module must not know acceptances, nor what a customer of another service is called.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.coded import CodedWord, CodeList, check_code, words_of
from kt1desk.domain.drawer import CashKind, MoveWay
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import CashAdjusted, CashMoved, CounterServed, Fact
from kt1desk.domain.identifiers import count_in_life
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.settling import check_amount_range, check_line_amounts
from kt1desk.domain.shift import Drawer
from kt1desk.domain.text import required
from kt1desk.services.drawer_limits import SHIFTS_BACK, check_left, check_taken_once
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.ports import Appending, Clock, Journal, Reader, Work
from kt1desk.services.rights import permits_now, require_now
from kt1desk.services.rows import CashSum, ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import needed_shift, without_items

MAX_REFERENCE = 40
_ADJUSTABLE = frozenset(
    {CashKind.KT1, CashKind.POSTAGE, CashKind.COLLECTED, CashKind.PASS_ON, CashKind.SERVED}
)


@dataclass(frozen=True, slots=True)
class Served:
    """A line of another counter service: cash in or out, in đồng, never both."""

    service: str
    customers: int
    received_dong: int = 0
    paid_dong: int = 0


@dataclass(frozen=True, slots=True)
class Moved:
    """Cash from the post's till or to it; ``reference`` is the number of the till's paper."""

    way: MoveWay
    amount_dong: int
    reference: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """What a closed shift had wrong: in which kind of cash, why; ``more_dong`` comes into the drawer or ``back_dong`` goes out."""

    about: str
    kind: CashKind
    reason: str
    more_dong: int = 0
    back_dong: int = 0


@dataclass(frozen=True, slots=True)
class DrawerView:
    """The drawer of the open shift, or of the last one where none is open.

    Attributes:
        shift: whose drawer; None before the first.
        holds_dong: what must lie in it by the books.
        services, reasons, causes: words of the lists of services, of undoing and of putting right.
        brings_in, pays_out: codes of services that move cash one way only; of the others it is asked.
        closed: closed shifts that may be put right, the last one first; empty for whoever may not. Who is not cleared is told of no item.
    """

    shift: ShiftRow | None
    holds_dong: int
    lines: tuple[DrawerLine, ...]
    services: tuple[CodedWord, ...]
    reasons: tuple[CodedWord, ...]
    causes: tuple[CodedWord, ...]
    closed: tuple[ShiftRow, ...]
    brings_in: frozenset[str] = frozenset()
    pays_out: frozenset[str] = frozenset()


class DrawerBook:
    """The use cases of the drawer's own lines."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def view(self, session: Session) -> DrawerView:
        """The drawer and its lines.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            shift = reader.open_shift() or reader.last_shift()
            on = require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            lines = tuple(reader.drawer_lines(shift.shift)) if shift is not None else ()
            puts_right = permits_now(session, Act.ADJUST_CASH, reader.open_shift(), self._clock)
            closed = tuple(reader.closed_shifts(SHIFTS_BACK)) if puts_right else ()
            sees_items = permits_now(session, Act.SEE_ITEMS, reader.open_shift(), self._clock)
        if not sees_items:
            shift = without_items(shift) if shift is not None else None
            closed = tuple(without_items(row) for row in closed)
        day = date.fromisoformat(shift.business_date) if shift is not None else on
        words = (CodeList.SERVED, CodeList.DRAWER_UNDO, CodeList.CASH_ADJUST)
        services, reasons, causes = (words_of(self._reference.coded, each, day) for each in words)
        holds = holds_dong(shift) if shift is not None and not shift.closed_ms else 0
        ways = (
            frozenset(word.code for word in words_of(self._reference.coded, each, day))
            for each in (CodeList.SERVED_IN, CodeList.SERVED_OUT)
        )
        return DrawerView(shift, holds, lines, services, reasons, causes, closed, *ways)

    def serve(self, session: Session, draft: Served) -> DrawerLine:
        """Write a line of another service down.

        Raises:
            DeskError: ``code.unknown``, ``drawer.*``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._at(work, session, Act.SERVE_COUNTER)
            check_line_amounts(draft.customers, draft.received_dong, draft.paid_dong)
            check_code(self._reference.coded, CodeList.SERVED, draft.service, at.day)
            at.check_holds(draft.paid_dong)
            fact = CounterServed(
                at.next_line(work),
                draft.service,
                draft.customers,
                at.shift.shift,
                session.desk.point,
                draft.received_dong,
                draft.paid_dong,
            )
            return at.write(work, fact, fact.line)

    def move(self, session: Session, draft: Moved) -> DrawerLine:
        """Bring cash from the post's till, or take some there; the till's paper has a number.

        Raises:
            DeskError: ``drawer.reference_twice`` where a shift of this business date has the paper already; ``drawer.*``, ``text.*``,
                ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._at(work, session, Act.SERVE_COUNTER)
            check_amount_range(draft.amount_dong)
            reference = required(draft.reference, "reference", MAX_REFERENCE).upper()
            at.check_holds(draft.amount_dong if draft.way is MoveWay.DEPOSIT else 0)
            check_taken_once(work, at.shift, draft.way, reference)
            name = at.next_line(work)
            fact = CashMoved(
                name, draft.way.value, draft.amount_dong, at.shift.shift, session.desk.point, reference
            )
            return at.write(work, fact, name)

    def undo(self, session: Session, line: str, reason: str) -> DrawerLine:
        """Take a line of the open shift back by one that moves the same cash the other way; returns that one.

        Raises:
            DeskError: ``drawer.line_unknown``, ``drawer.line_closed`` where its shift is over, ``drawer.line_undone``,
                ``drawer.line_undoes`` for one that undoes another, ``code.unknown``, ``drawer.short``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = self._at(work, session, Act.SERVE_COUNTER)
            row = _line_to_undo(work, line, at.shift)
            check_code(self._reference.coded, CodeList.DRAWER_UNDO, reason, at.day)
            at.check_holds(row.received_dong)
            name, point = at.next_line(work), session.desk.point
            if row.kind == CashKind.SERVED:
                sums = (row.paid_dong, row.received_dong)
                fact: CounterServed | CashMoved = CounterServed(
                    name, row.what, row.customers, at.shift.shift, point, *sums, row.line, reason
                )
            else:
                amount = row.received_dong or row.paid_dong
                fact = CashMoved(
                    name, row.kind, amount, at.shift.shift, point, row.reference, row.line, reason
                )
            return at.write(work, fact, name)

    def adjust(self, session: Session, draft: Adjusted) -> DrawerLine:
        """Put right what a closed shift had wrong; the cash moves in the shift that is open now.

        Raises:
            DeskError: ``drawer.adjust_open`` where the shift is not over, ``drawer.adjust_kind``, ``drawer.both_ways``,
                ``drawer.made_good``, ``drawer.handed_in`` with ``left_dong`` (`check_left`), ``drawer.*``, ``code.unknown``,
                ``shift.not_open``, rights: a controller or the head.
        """
        with self._journal.work() as work:
            at = self._at(work, session, Act.ADJUST_CASH)
            about = _shift_to_adjust(work, draft)
            check_code(self._reference.coded, CodeList.CASH_ADJUST, draft.reason, at.day)
            check_left(work, about, draft.reason, draft.more_dong, draft.back_dong)
            at.check_holds(draft.back_dong)
            name = at.next_line(work)
            sums = (draft.more_dong, draft.back_dong)
            fact = CashAdjusted(
                name, about.shift, draft.kind, draft.reason, at.shift.shift, session.desk.point, *sums
            )
            return at.write(work, fact, name)

    def _at(self, work: Work, session: Session, act: Act) -> _Occasion:
        shift = needed_shift(work)
        require_now(session, act, shift, self._clock)
        return _Occasion(session, shift, date.fromisoformat(shift.business_date))


@dataclass(frozen=True, slots=True)
class _Occasion:
    """In whose session and in which shift; ``day`` is its business date, by which lists are read."""

    session: Session
    shift: ShiftRow
    day: date

    def check_holds(self, paid_dong: int) -> None:
        """Refuse to pay out more than lies there."""
        missing = paid_dong - holds_dong(self.shift)
        if paid_dong and missing > 0:
            raise DeskError("drawer.short", "amount", missing_dong=missing)

    def next_line(self, reader: Reader) -> str:
        """``NQ240000-261122-7-1``: no two desks of the province give the same, nor one desk in two lives."""
        desk = self.session.desk
        start = f"NQ{desk.point}-{self.day:%y%m%d}-{desk.device}-"
        return f"{start}{count_in_life(desk.incarnation, reader.drawer_lines_from(start) + 1)}"

    def write(self, work: Work, fact: Fact, line: str) -> DrawerLine:
        """Append, commit, and read the line back."""
        work.append(fact, Appending(self.session.actor.user_id))
        row = work.drawer_line(line)
        if row is None:
            raise DeskError("store.damaged")
        work.commit()
        return row


def holds_dong(shift: ShiftRow) -> int:
    """What must lie in the drawer of a shift by the books, in đồng."""
    return Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong


def lines_that_count(lines: Sequence[DrawerLine]) -> tuple[DrawerLine, ...]:
    """Lines that nobody took back, and none that takes back."""
    return tuple(line for line in lines if not line.undoes and not line.undone_by)


def sums_undone(lines: Sequence[DrawerLine]) -> tuple[CashSum, ...]:
    """What all the others moved, by kind: each pair as much in as out."""
    sums: dict[str, tuple[int, int]] = {}
    for line in lines:
        if line.undoes or line.undone_by:
            received_dong, paid_dong = sums.get(line.kind, (0, 0))
            sums[line.kind] = (received_dong + line.received_dong, paid_dong + line.paid_dong)
    return tuple(CashSum(kind, *both) for kind, both in sums.items())


def _shift_to_adjust(reader: Reader, draft: Adjusted) -> ShiftRow:
    if draft.more_dong and draft.back_dong:
        raise DeskError("drawer.both_ways", "amount")
    check_amount_range(draft.more_dong or draft.back_dong)
    about = reader.shift(draft.about)
    if about is None or not about.closed_ms:
        raise DeskError("drawer.adjust_open", "about")
    if draft.kind not in _ADJUSTABLE:
        raise DeskError("drawer.adjust_kind", "kind")
    return about


def _line_to_undo(reader: Reader, line: str, shift: ShiftRow) -> DrawerLine:
    row = reader.drawer_line(line.strip().upper())
    if row is None or row.kind == CashKind.ADJUSTED:
        raise DeskError("drawer.line_unknown", "line")
    if row.shift != shift.shift:
        raise DeskError("drawer.line_closed", "line")
    if row.undoes:
        raise DeskError("drawer.line_undoes", "line")
    if row.undone_by:
        raise DeskError("drawer.line_undone", "line")
    return row
