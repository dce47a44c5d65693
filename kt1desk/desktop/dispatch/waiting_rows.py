"""Items that wait to leave, as rows and figures. Pure functions, nothing of Qt's widgets.

A deadline in danger is a word, a shape and a colour. The words behind the letters A, B and C never stand here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import DUE_LOOK
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import deadline, item_number, time_left
from kt1desk.desktop.needs.approval import WaitingItem
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.domain.due import DueBasis
from kt1desk.services.paper_values import weight_words

WAITING_COLUMNS = (
    Column("Phát trước", 140),
    Column("Thời gian", 184),
    Column("Số hiệu", 178),
    Column("Loại"),
    Column("Nặng", 84, right=True, hide_below=760),
)
_WAYS = {True: "đúng hướng", False: "điểm khác", None: ""}
_ASTRAY = Sign(Icon.ALERT_TRIANGLE, "warn")
_NO_TIME = {DueBasis.RETURNING: "chuyển hoàn", DueBasis.UNKNOWN: "chưa rõ hạn"}


def waiting_rows(
    items: Sequence[WaitingItem], now_ms: int, offset_min: int, words: SideWords = KT1
) -> Sequence[TableRow]:
    """Rows for `WAITING_COLUMNS`, in the order in which they come."""
    return [_row(each, now_ms, offset_min, words) for each in items]


def _row(each: WaitingItem, now_ms: int, offset_min: int, words: SideWords) -> TableRow:
    item, due = each.item, each.due
    sign, role = DUE_LOOK[due.level]
    cells = (
        deadline(due.due_ms, now_ms, offset_min) or "không hạn",
        time_left(due.due_ms, now_ms) or _NO_TIME.get(due.basis, "không hạn"),
        item_number(item.item),
        " · ".join(filter(None, (words.kind(item), _WAYS[each.belongs]))),
        weight_words(item.weight_g),
    )
    if each.belongs is False:
        return TableRow(item.item, cells, {1: role, 3: Role.WARN}, {1: sign, 3: _ASTRAY})
    return TableRow(item.item, cells, {1: role}, {1: sign})


def total_g(items: Iterable[WaitingItem]) -> int:
    """What they weigh together, in grams."""
    return sum(each.item.weight_g for each in items)
