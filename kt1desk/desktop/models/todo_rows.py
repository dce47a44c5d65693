"""What must be done next, as rows of a table: until when, what, about which item or case. Parties that were withheld are a dash.

A time in danger is a sign and a word as well as a colour, and items and cases are told apart by a sign of their own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.case_texts import task_in_short
from kt1desk.desktop.models.due_signs import LATE, SOON
from kt1desk.desktop.models.texts import deadline_in_list, item_number, local, marks, time_left
from kt1desk.desktop.navigation import Going, Place, tasks_about
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.domain.custody import State
from kt1desk.domain.due import Level
from kt1desk.services.case_tasks import Task
from kt1desk.services.day_rows import DayItem
from kt1desk.services.day_todo import Todo

_HIDDEN = "—"
TODO_COLUMNS = (
    Column("Hạn", 136),
    Column("Thời gian", 164, hide_below=740),
    Column("Việc phải làm", cut=True),
    Column("Số hiệu, hồ sơ", 210),
    Column("Người nhận", 230, hide_below=900, cut=True),
)
"""Things to do, in the order in which they must be done."""

_DOING: Mapping[State, str] = {
    State.ACCEPTED: "Đóng túi gửi đi",
    State.APPROVED: "Đóng túi gửi đi",
    State.PACKED: "Gửi chuyến",
    State.ARRIVED: "Giao bưu tá",
    State.ATTEMPTED: "Phát lại, chuyển hoặc hoàn",
    State.OUT: "Bưu tá đang phát",
    State.FORWARDED: "Gửi đến địa chỉ mới",
    State.RETURNING: "Chuyển hoàn",
}
_ROLES = {Level.LATE: Role.ERROR, Level.SOON: Role.WARN}
_SIGNS = {Level.LATE: LATE, Level.SOON: SOON}
_ITEM, _CASE = Sign(Icon.MAIL, words=""), Sign(Icon.FILE_TEXT, words="")


def todo_rows(todo: Sequence[Todo], now_ms: int, offset_min: int) -> Sequence[TableRow]:
    """Rows for `TODO_COLUMNS`."""
    return [_row(each, now_ms, offset_min) for each in todo]


def way_of_todo(todo: Todo) -> Going:
    """Where a line leads: to its item, or to where its case is worked at."""
    if todo.row is not None:
        return Going(Place.RECORD, todo.row.item)
    return Going(Place.ONE_STOP, tasks_about(todo.task.dossier if todo.task is not None else ""))


def todo_words(todo: Todo | None) -> str:
    """The whole of what a line has no room for: what is to be done, and for an item who receives it."""
    if todo is None:
        return ""
    if todo.row is None:
        return todo.task.words if todo.task is not None else ""
    receiver = _receiver(todo)
    return _what(todo.row) if receiver == _HIDDEN else f"{_what(todo.row)} · {receiver}"


def _row(todo: Todo, now_ms: int, offset_min: int) -> TableRow:
    row, task = todo.row, todo.task
    cells: tuple[str, ...]
    if row is not None:
        left = time_left(todo.due_ms, now_ms) or ("đã phát một lần" if row.tried else "")
        until = deadline_in_list(todo.due_ms, now_ms, offset_min) or "không hạn"
        cells = (until, left, _what(row), item_number(row.item), _receiver(todo))
    elif task is not None:
        until = _day(todo.due_ms, now_ms, offset_min)
        cells = (until, _days_left(todo.due_ms, now_ms, offset_min), task.words, _about(task), "")
    else:
        cells = ("",) * len(TODO_COLUMNS)
    short = {2: task_in_short(task)} if task is not None else {}
    role = _ROLES.get(todo.level)
    roles = {0: role, 1: role} if role is not None else {}
    icons = {2: _ITEM if row is not None else _CASE}
    if todo.level in _SIGNS:
        icons[0] = _SIGNS[todo.level]
    return TableRow(todo.ref, cells, roles, icons, short)


def _what(row: DayItem) -> str:
    doing = _DOING.get(row.state, "Đóng túi gửi đi" if row.from_here else "Giao bưu tá")
    kind = marks(row.urgency, row.secrecy)
    return f"{doing} · {kind}" if kind else doing


def _receiver(todo: Todo) -> str:
    return todo.item.receiver.name if todo.item is not None and todo.item.receiver is not None else _HIDDEN


def _about(task: Task) -> str:
    """What the line is found by: the post's own number of the case, else what the task names."""
    return task.dossier or item_number(task.number)


def _days(due_ms: int, now_ms: int, offset_min: int) -> int:
    return (local(due_ms, offset_min).date() - local(now_ms, offset_min).date()).days


def _day(due_ms: int, now_ms: int, offset_min: int) -> str:
    """``hôm nay``, ``ngày mai``, ``24/11``: a case has a day and no hour."""
    if not due_ms:
        return "sớm nhất"
    word = {0: "hôm nay", 1: "ngày mai", -1: "hôm qua"}.get(_days(due_ms, now_ms, offset_min), "")
    return word or f"{local(due_ms, offset_min):%d/%m}"


def _days_left(due_ms: int, now_ms: int, offset_min: int) -> str:
    if not due_ms:
        return ""
    days = _days(due_ms, now_ms, offset_min)
    return f"trễ {-days} ngày" if days < 0 else f"còn {days} ngày" if days else "trong hôm nay"
