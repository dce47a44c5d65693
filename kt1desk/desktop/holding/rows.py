"""Holders and what they hold as rows and words. Pure functions, nothing of Qt's widgets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import due_cell
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count, deadline_in_list, item_number
from kt1desk.desktop.needs.holding import HoldingBoard
from kt1desk.desktop.widgets import Column, Sign, TableRow
from kt1desk.domain.custody import HolderKind
from kt1desk.domain.due import Level
from kt1desk.services.due import DueItem
from kt1desk.services.whereabouts import HeldWhere

EVERYWHERE = ""
"""The holder of the row that shows all of them."""
HOLDER_COLUMNS = (Column("Nơi giữ", cut=True), Column("Số", 48, right=True))
HELD_COLUMNS = (
    Column("Số hiệu", 192),
    Column("Loại", 148, hide_below=640),
    Column("Nơi giữ"),
    Column("Phát trước", 140, hide_below=480),
)
SURPLUS_COLUMNS = (Column("Số hiệu", 169), Column("Sổ ghi ở", cut=True))
_SIGNS: Mapping[HolderKind, Sign] = {
    HolderKind.PERSON: Sign(Icon.USER, "muted", "người"),
    HolderKind.PLACE: Sign(Icon.LOCK, "muted", "két, tủ, ngăn"),
    HolderKind.RECEPTACLE: Sign(Icon.PACKAGE, "muted", "túi"),
    HolderKind.TRIP: Sign(Icon.TRUCK, "muted", "chuyến"),
}
_ALL = Sign(Icon.LIST_DETAILS, "muted")
_NOWHERE = "ngoài sổ"


def holder_rows(board: HoldingBoard) -> Sequence[TableRow]:
    """Rows for `HOLDER_COLUMNS`: all together, then one by one."""
    rows = [TableRow(EVERYWHERE, ("Tất cả", count(board.total)), {}, {0: _ALL})]
    for each in board.holders:
        sign = _SIGNS.get(each.holder.kind, _ALL)
        rows.append(TableRow(each.holder.text, (holder_name(each), count(each.count)), {}, {0: sign}))
    return rows


def held_rows(
    held: Sequence[tuple[HeldWhere, DueItem]], now_ms: int, offset_min: int, side: SideWords = KT1
) -> Sequence[TableRow]:
    """Rows for `HELD_COLUMNS`."""
    made = []
    for where, each in held:
        item, cell = each.item, due_cell(each.due, now_ms)
        when = "" if each.due.stopped else deadline_in_list(each.due.due_ms, now_ms, offset_min)
        if when and each.due.level is Level.LATE:
            when = f"trễ · {when}"
        cells = (
            item_number(item.item),
            side.kind(item),
            holder_name(where),
            when or cell.words,
        )
        made.append(TableRow(item.item, cells, {3: cell.role}, {0: cell.sign}))
    return made


def surplus_rows(found: Sequence[tuple[str, HeldWhere | None]]) -> Sequence[TableRow]:
    """Rows for `SURPLUS_COLUMNS`: numbers that were counted where the books do not have them."""
    return [
        TableRow(number, (item_number(number), holder_name(where) if where is not None else _NOWHERE))
        for number, where in found
    ]


def holder_name(where: HeldWhere) -> str:
    """``Tôi``, a name, a place, a bag; of a dispatch where it goes: a point is no holder."""
    if where.holder.kind is HolderKind.TRIP:
        return f"Đang đi {where.name}"
    return "Tôi" if where.mine else where.name


def chosen_words(items: Sequence[DueItem], side: SideWords = KT1) -> str:
    """What is among them that must be watched: kinds with their counts."""
    kinds: dict[str, int] = {}
    for each in items:
        word = side.kind(each.item)
        kinds[word] = kinds.get(word, 0) + 1
    return ", ".join(f"{word} {count(number)}" for word, number in sorted(kinds.items()))
