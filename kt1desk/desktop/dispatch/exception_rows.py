"""What was done without a second person, as rows. Pure functions, nothing of Qt's widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import item_number, local
from kt1desk.desktop.needs.reviewing import ExceptionView, OpenException
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.services.wording_custody import step_name

EXCEPTION_COLUMNS = (
    Column("Lúc", 122, hide_below=720),
    Column("Đã làm", 158),
    Column("Số hiệu", 218),
    Column("Lý do", cut=True),
    Column("Người làm", 170, hide_below=960, cut=True),
)
WHAT: Mapping[str, str] = MappingProxyType(
    {
        "item.approved": "approve",
        "item.forwarded": "forward",
        "item.returned": "return",
        "item.unclaimed": "set_aside",
        "dispatch.sent": "send",
    }
)
"""The step that was done without a second person, by the type of its event; that of a dossier has ``tthc.`` before it."""
CLOSED = "shift.settled"
"""A shift that nobody else signed for: no step of anything's custody."""
_OWN = Sign(Icon.BAN, "muted", "chính mình làm")


def what_words(each: OpenException) -> str:
    """What was done."""
    if each.row.what == CLOSED:
        return "Kết một mình"
    return step_name(WHAT[each.row.what.removeprefix("tthc.")])


def number_words(each: OpenException) -> str:
    """The number of an item in groups; that of a dispatch as it is; which shift of which day."""
    number = each.row.number
    if each.row.what == CLOSED:
        day, _, which = number.partition("/")
        return f"ca {which} ngày {date.fromisoformat(day):%d/%m/%Y}"
    return number if each.row.what.endswith("dispatch.sent") else item_number(number)


def exception_rows(view: ExceptionView) -> Sequence[TableRow]:
    """Rows for `EXCEPTION_COLUMNS`, in the order in which they come; what one did himself bears a sign."""
    return [_row(each, view) for each in view.waiting]


def _row(each: OpenException, view: ExceptionView) -> TableRow:
    cells = (
        f"{local(each.row.done_ms, view.offset_min):%H:%M %d/%m}",
        what_words(each),
        number_words(each),
        each.reason,
        each.who,
    )
    if each.own:
        return TableRow(each.row.event.text, cells, {1: Role.MUTED}, {1: _OWN})
    return TableRow(each.row.event.text, cells)
