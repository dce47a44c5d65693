"""Items of delivery as rows and words. Pure functions, nothing of Qt's widgets.

A deadline in danger is a word, a shape and a colour. The words behind the letters A, B and C never stand here, and the parties of such an
item only where the service gave them.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.due_signs import due_cell
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count, deadline, item_number
from kt1desk.desktop.needs.delivery import GoingItem, OutLine, TurnItem
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.domain.custody import State
from kt1desk.services.wording_custody import state_name

GOING_COLUMNS = (
    Column("Phát trước", 140, hide_below=940),
    Column("Thời gian", 194),
    Column("Số hiệu", 176),
    Column("Loại", 124),
    Column("Người nhận", cut=True),
)
"""Items that could go out, in the order in which they must."""

OUT_COLUMNS = (
    Column("Dòng", 68, right=True, hide_below=760),
    Column("Số hiệu", 174),
    Column("Loại", 148),
    Column("Người nhận", cut=True),
    Column("Kết quả", 184),
)
"""Lines of delivery lists."""

BACK_COLUMNS = (
    Column("Số hiệu", 174),
    Column("Loại", 148, hide_below=640),
    Column("Người nhận", cut=True),
    Column("Bưu tá", 150),
    Column("Kết quả", 164, hide_below=860),
)
"""What postmen still have."""

TURN_COLUMNS = (
    Column("Số hiệu", 174),
    Column("Loại", 148),
    Column("Người nhận", cut=True),
    Column("Đang", 150),
    Column("Lần phát", 92, right=True, hide_below=740),
    Column("Vì sao", 260, hide_below=940),
)
"""What could not be delivered as written."""

HIDDEN = "—"
_ELSEWHERE = Sign(Icon.MAP_PIN, "warn", "điểm khác phát")
_DONE = Sign(Icon.CHECK, "ok")
_NOT_YET = Sign(Icon.SEND, "muted")
_IN_VAIN = Sign(Icon.ARROW_BACK_UP, "warn")
_BEGUN = Sign(Icon.HOURGLASS, "warn")


def going_rows(
    items: Sequence[GoingItem], now_ms: int, offset_min: int, side: SideWords = KT1
) -> Sequence[TableRow]:
    """Rows for `GOING_COLUMNS`."""
    made = []
    for each in items:
        cell = due_cell(each.due, now_ms)
        cells = (
            deadline(each.due.due_ms, now_ms, offset_min) or "không hạn",
            cell.words,
            item_number(each.item.item),
            side.kind(each.item),
            each.receiver or HIDDEN,
        )
        icons = {1: cell.sign, **({4: _ELSEWHERE} if each.warning else {})}
        made.append(TableRow(each.item.item, cells, {1: cell.role}, icons))
    return made


def out_rows(lines: Sequence[OutLine], begun: frozenset[str], side: SideWords = KT1) -> Sequence[TableRow]:
    """Rows for `OUT_COLUMNS`; what is done is dimmed, ``begun`` are items of which something was typed and not saved."""
    made = []
    for each in lines:
        item = each.line.item
        words, sign, role = _result(each, begun=item.item in begun)
        cells = (
            str(each.line.line),
            item_number(item.item),
            side.kind(item),
            each.receiver or HIDDEN,
            words,
        )
        dim = {} if each.line.is_out else dict.fromkeys(range(len(OUT_COLUMNS)), Role.MUTED)
        made.append(TableRow(item.item, cells, {**dim, 4: role}, {4: sign}))
    return made


def back_rows(lines: Sequence[OutLine], side: SideWords = KT1) -> Sequence[TableRow]:
    """Rows for `BACK_COLUMNS`."""
    made = []
    for each in lines:
        item = each.line.item
        words, sign, role = _result(each, begun=False)
        cells = (
            item_number(item.item),
            side.kind(item),
            each.receiver or HIDDEN,
            each.postman_name,
            words,
        )
        made.append(TableRow(item.item, cells, {4: role}, {4: sign}))
    return made


def turn_rows(items: Sequence[TurnItem], side: SideWords = KT1) -> Sequence[TableRow]:
    """Rows for `TURN_COLUMNS`."""
    return [
        TableRow(
            each.line.line.item.item,
            (
                item_number(each.line.line.item.item),
                side.kind(each.line.line.item),
                each.line.receiver or HIDDEN,
                state_name(each.line.line.item.state),
                count(each.tried),
                each.why,
            ),
        )
        for each in items
    ]


def receiver_words(each: OutLine) -> tuple[str, str]:
    """Name and address of whoever it goes to, in full."""
    party = each.line.whither.party
    if party is not None:
        return party.name, party.address
    return (
        "Chỉ người được giao A, B, C xem." if each.line.whither.hidden else "Chưa có dữ liệu nơi nhận."
    ), ""


def _result(each: OutLine, *, begun: bool) -> tuple[str, Sign, Role]:
    """What became of a line."""
    state = each.line.item.state
    if not each.line.is_out:
        return state_name(state), _DONE, Role.MUTED
    if begun:
        return "Đang ghi dở", _BEGUN, Role.WARN
    if state is State.ATTEMPTED:
        return state_name(state), _IN_VAIN, Role.WARN
    return state_name(state), _NOT_YET, Role.BODY
