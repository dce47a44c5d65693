"""What must be done next at a point: items and cases in one list, by deadline, the most urgent on top.

The day of a case counts to its end. This module must not know how a line is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from kt1desk.domain.due import Level, Warnings
from kt1desk.domain.events import Moment
from kt1desk.domain.kt1 import Secrecy
from kt1desk.services.case_tasks import Task
from kt1desk.services.case_terms import Term
from kt1desk.services.day_items import due_of
from kt1desk.services.day_rows import DayItem
from kt1desk.services.rows import ItemRow

_LAST = 2**63
_LEVELS = {Term.OVERDUE: Level.LATE, Term.TODAY: Level.SOON}


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do: an item or a task about cases, one of the two.

    Attributes:
        due_ms: until when, UTC milliseconds; 0 for no time. Of a task the end of its day.
        level: how near that is.
        row: the item as it waits; ``item`` the same whole, None where it is not shown.
        task: what is to be done about cases.
    """

    due_ms: int
    level: Level
    row: DayItem | None = None
    item: ItemRow | None = None
    task: Task | None = None

    @property
    def ref(self) -> str:
        """What this line is found again by when it is read anew."""
        if self.row is not None:
            return self.row.item
        return f"{self.task.kind}:{self.task.dossier}:{self.task.number}" if self.task is not None else ""


def todo_of(
    rows: Iterable[DayItem], tasks: Iterable[Task], now: Moment, warnings: Warnings
) -> Sequence[Todo]:
    """Everything, in its order: by time, what has none last; of the same time marked items first."""
    found = [_of_item(row, now.utc_ms, warnings) for row in rows]
    found += [Todo(_end_of(task.due_day, now), _LEVELS.get(task.term, Level.OK), task=task) for task in tasks]
    return sorted(found, key=_order)


def _of_item(row: DayItem, now_ms: int, warnings: Warnings) -> Todo:
    """Once the first attempt was made nothing runs any more, though something is still to be done."""
    if row.tried:
        return Todo(0, Level.OK, row)
    time_ = due_of(row, now_ms, warnings)
    return Todo(time_.due_ms, time_.level if time_.due_ms else Level.OK, row)


def _end_of(iso: str, now: Moment) -> int:
    if not iso:
        return 0
    zone = timezone(timedelta(minutes=now.offset_min))
    end = datetime.combine(date.fromisoformat(iso) + timedelta(days=1), time(), zone)
    return int(end.timestamp() * 1000) - 1


def _order(todo: Todo) -> tuple[int, bool, str]:
    marked = todo.row is not None and Secrecy(todo.row.secrecy or Secrecy.NONE).is_marked
    return todo.due_ms or _LAST, not marked, todo.ref
