"""The board of the day, for the one who asks: KT1 items and dossiers together, each only to whoever may see it.

Without a valid clearance nothing of a KT1 item is counted or shown; a desk that does not serve one of the two counts nothing of it. Parties
of A, B and C items are masked for whoever may not see them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.board import is_of_item, masked, without_items
from kt1desk.services.case_tasks import Standpoint, tasks_found
from kt1desk.services.day_cases import CasesToday, cases_today
from kt1desk.services.day_items import LOOKED_AT, ItemsToday, items_today
from kt1desk.services.day_rows import DayItem, HourCount
from kt1desk.services.day_todo import Todo, todo_of
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.due import DueClock
from kt1desk.services.numbers import Supply, prefixes_for, supply
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date

_LOW_AT = "number.low_at"


@dataclass(frozen=True, slots=True)
class DayView:
    """The board.

    Attributes:
        shift: the open shift, None where none is; ``day`` the business date that is counted.
        hours: what this desk accepted on that day and was not taken back, by hour.
        items: figures of KT1, None for whoever may not see them; ``cases`` those of dossiers, None where they are not served.
        todo: the first things to do, ``more`` how many there are beyond them.
        questions: papers that ask whether they were printed.
        numbers: how many numbers are left.
    """

    shift: ShiftRow | None
    day: date
    hours: tuple[HourCount, ...]
    items: ItemsToday | None
    cases: CasesToday | None
    todo: tuple[Todo, ...]
    more: int
    questions: int
    numbers: Supply


@dataclass(frozen=True, slots=True)
class _Look:
    """Who looks, at which moment, and at what."""

    session: Session
    on: date
    items: bool
    cases: bool


class DayBoard:
    """Reads for the page of the day."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def look(self, session: Session, shown: int = 60) -> DayView:
        """The board of this moment; of the things to do the first ``shown``.

        Raises:
            DeskError: ``user.not_allowed``, ``reference.setting_missing``.
        """
        now, here = self._clock.now(), session.desk.point
        services = session.desk.services
        with self._journal.read() as reader:
            shift = reader.open_shift()
            on = require_now(session, Act.SEE_DOSSIERS, shift, self._clock)
            sees = Service.KT1 in services and permits(session.actor, Act.SEE_ITEMS, on)
            at = _Look(session, on, sees, Service.TTHC in services)
            day = date.fromisoformat(shift.business_date) if shift is not None else local_date(now)
            rows = reader.day_items(here, LOOKED_AT) if at.items else ()
            items = items_today(reader, rows, here, now) if at.items else None
            cases = cases_today(reader, self._reference, here, local_date(now)) if at.cases else None
            todo, more = self._todo(reader, at, rows, shown)
            hours = _seen(reader.accepted_on(day.isoformat(), now.offset_min), at)
            questions, numbers = self._papers(reader, at), self._numbers(reader, at)
        seen = shift if at.items else without_items(shift)
        return DayView(seen, day, hours, items, cases, todo, more, questions, numbers)

    def _todo(
        self, reader: Reader, at: _Look, rows: Sequence[DayItem], shown: int
    ) -> tuple[tuple[Todo, ...], int]:
        """The first of everything with their items whole, and how many more there are of what was looked at."""
        now = self._clock.now()
        clock = DueClock.at(self._reference, at.on, now.utc_ms)
        where = Standpoint(at.session.desk.point, at.on, now)
        tasks = tasks_found(reader, self._reference, where, shown) if at.cases else ()
        todo = todo_of(rows, tasks, now, clock.warnings)
        first = tuple(_whole(reader, at, each) for each in todo[:shown])
        return first, len(todo) - len(first)

    def _papers(self, reader: Reader, at: _Look) -> int:
        asked = reader.open_questions()
        return len(asked) if at.items else sum(not is_of_item(reader, paper) for paper in asked)

    def _numbers(self, reader: Reader, at: _Look) -> Supply:
        data = self._reference
        rule = data.number_rule(at.on) if at.items else data.number_rule(at.on, TTHC_SERVICE)
        return supply(reader, data.setting_int(_LOW_AT, at.on), prefixes_for(reader, rule))


def _whole(reader: Reader, at: _Look, todo: Todo) -> Todo:
    """With the item as this session may see it."""
    row = reader.item(todo.row.item) if todo.row is not None else None
    return todo if row is None else replace(todo, item=masked(at.session, row, at.on))


def _seen(hours: Sequence[HourCount], at: _Look) -> tuple[HourCount, ...]:
    return tuple(
        HourCount(each.hour, each.items * at.items, each.dossiers * at.cases)
        for each in hours
        if each.items * at.items or each.dossiers * at.cases
    )
