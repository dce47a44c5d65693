"""What is asked at the end of a shift, and what it is asked from: one reading of the books beside what was counted.

Whoever is not cleared is asked of no KT1 item, bag, list or paper. This module must not know how anything is answered.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.custody import State
from kt1desk.domain.drawer import CashKind
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.settling import Asked, Question, RoundingBound, SerialsUsed, asked_of, rounding_bound
from kt1desk.domain.shift import count_drawer
from kt1desk.services.board import is_of_item
from kt1desk.services.drawer_book import lines_that_count, sums_undone
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.ports import Clock, Reader
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.settling_rows import Around, Counted, Findings
from kt1desk.services.shift_events import ShiftEvents, read_shift
from kt1desk.services.shift_numbers import serials_of
from kt1desk.services.shift_things import Thing, may_count, missing_of, things_here
from kt1desk.services.shifts import check_counted, closing_of, needed_shift

_TAKEN_IN = frozenset({State.RECEIVED, State.OPENED})
_MISSING = {Service.KT1: Question.ITEM_MISSING, Service.TTHC: Question.COVER_MISSING}


@dataclass(frozen=True, slots=True)
class Looking:
    """Reads everything once, under whatever reader it is handed."""

    reference: ReferenceData
    clock: Clock

    def services(self, reader: Reader, session: Session) -> tuple[Service, ...]:
        """Services whose things and numbers the user may know of."""
        return tuple(each for each in Service if may_count(session, reader, self.clock, each))

    def all_of(self, reader: Reader, session: Session, counted: Counted, around: Around) -> Findings:
        """What there is to ask about.

        Raises:
            DeskError: ``shift.not_open``, ``shift.denomination_unknown``, ``shift.count_negative``, ``shift.count_range``.
        """
        shift = needed_shift(reader)
        services = self.services(reader, session)
        things = things_here(reader, session, self.clock)
        events = read_shift(reader, shift, services)
        every = reader.drawer_lines(shift.shift)
        lines = lines_that_count(every)
        return Findings(
            shift=shift,
            closing=closing_of(shift, self._counted(shift, counted)),
            bound=self._bound(shift, events, lines),
            services=services,
            things=things,
            missing=missing_of(things, counted.seen),
            cash=tuple(reader.cash_by_kind(shift.shift)),
            lines=lines,
            flows=tuple((each, events.flow(each)) for each in services),
            serials=serials_of(reader, self.reference, shift, services, events),
            seals=tuple(reversed(events.seals)),
            papers=tuple(_papers(reader, services)),
            arrivals=tuple(_arrivals(reader, services)),
            rounds=tuple(
                row.round for each in services for row in reader.rounds(only_open=True, service=each)
            ),
            around=around,
            undone=sums_undone(every),
        )

    def _counted(self, shift: ShiftRow, counted: Counted) -> int:
        pieces: dict[int, int] = defaultdict(int)
        for value_dong, count in counted.notes:
            pieces[value_dong] += count
        on = date.fromisoformat(shift.business_date)
        counted_dong = count_drawer(pieces, self.reference.denominations, on)
        check_counted(counted_dong)
        return counted_dong

    def _bound(self, shift: ShiftRow, events: ShiftEvents, lines: Iterable[DrawerLine]) -> RoundingBound:
        received, paid = list(events.received.values()), list(events.paid.values())
        for line in lines:
            # What comes from the till or goes there is changed there.
            if line.kind in {CashKind.SERVED, CashKind.ADJUSTED}:
                received.append(line.received_dong)
                paid.append(line.paid_dong)
        on = date.fromisoformat(shift.business_date)
        return rounding_bound(received, paid, self.reference.denominations, on)


def questions_of(found: Findings) -> tuple[Asked, ...]:
    """Every question once, in the order of `Question`."""
    return tuple(_asked(found))


def _asked(found: Findings) -> Iterator[Asked]:
    for service, question in _MISSING.items():
        yield from _missing(question, [each for each in found.missing if each.service is service])
    difference_dong = found.closing.difference_dong
    if difference_dong:
        yield Asked(Question.DIFFERENCE, amount_dong=difference_dong, bound=found.bound)
    yield from _numbers(found.serials)
    yield from asked_of(Question.PAPER, [str(job) for job in found.papers])
    yield from asked_of(Question.ARRIVAL, found.arrivals)
    yield from asked_of(Question.ROUND, found.rounds)
    if found.around.aside:
        yield Asked(Question.ASIDE, count=found.around.aside)
    if found.around.unsent:
        yield Asked(Question.UNSENT, count=found.around.unsent)


def _missing(question: Question, gone: Sequence[Thing]) -> Iterator[Asked]:
    """His own things apart from the point's: those may all be counted at another desk."""
    mine = [each.number for each in gone if each.mine]
    yield from asked_of(question, mine, mine=True)
    yield from asked_of(question, [each.number for each in gone if not each.mine], len(mine) + 1)


def _numbers(serials: Iterable[SerialsUsed]) -> Iterator[Asked]:
    """One question for each prefix, whatever blocks it was given in."""
    sums: dict[str, int] = defaultdict(int)
    for each in serials:
        sums[each.prefix] += len(each.unknown)
    at = 1
    for prefix, count in sums.items():
        if count:
            yield Asked(Question.NUMBERS, prefix, at, count)
            at += count


def _papers(reader: Reader, services: Sequence[Service]) -> Iterator[int]:
    for paper in reader.open_questions():
        if Service.KT1 in services or not is_of_item(reader, paper):
            yield paper.job


def _arrivals(reader: Reader, services: Iterable[Service]) -> Iterator[str]:
    """Dispatches of which something was taken in, and which are not closed."""
    for service in services:
        for row in reader.dispatches(incoming=True, states=(State.SENT,), service=service):
            bags = reader.dispatch_receptacles(row.dispatch, service=service)
            if row.seen or any(bag.state in _TAKEN_IN for bag in bags):
                yield row.dispatch
