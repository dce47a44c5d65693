"""What comes in, as rows: dispatches, bags, items, differences. Pure functions, nothing of Qt's widgets.

Whether something was seen is a word, a shape and a colour. The words behind the letters A, B and C never stand here.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count, deadline, item_number
from kt1desk.desktop.needs.arrival import ComingView
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.services.arrival_view import INTACT, ArrivingBag, Difference
from kt1desk.services.paper_values import weight_words
from kt1desk.services.wording_custody import bag_condition_name, item_condition_name, wrong_name

COMING_COLUMNS = (
    Column("Chuyến", 210),
    Column("Từ", cut=True),
    Column("Gửi lúc", 132),
    Column("Túi", 52, right=True),
    Column("{heading}", 80, right=True),
    Column("Đã quét", 88, right=True),
)
ITEM_COLUMNS = (
    Column("Tình trạng", 150),
    Column("Số hiệu", 178),
    Column("Loại"),
    Column("Túi", 132),
    Column("Nặng", 84, right=True, hide_below=760),
)
BAG_COLUMNS = (
    Column("Tình trạng", 150),
    Column("Túi", 132),
    Column("Niêm phong"),
    Column("{heading}", 80, right=True),
    Column("Nặng", 92, right=True),
)
WRONG_COLUMNS = (Column("Sai lệch", 240), Column("Số", 178), Column("Biên bản"))
_SEEN, _NOT_SEEN = Sign(Icon.CIRCLE_CHECK, "ok"), Sign(Icon.CIRCLE, "muted")
_WRONG = Sign(Icon.ALERT_TRIANGLE, "danger")


def coming_rows(view: ComingView) -> Sequence[TableRow]:
    """Rows for `COMING_COLUMNS`."""
    return [
        TableRow(
            each.row.dispatch,
            (
                each.row.dispatch,
                each.from_name,
                deadline(each.row.sent_ms, view.now_ms, view.offset_min),
                count(each.row.receptacles),
                count(each.row.items),
                count(each.row.seen),
            ),
        )
        for each in view.dispatches
    ]


def item_row(state: ArrivalState, at: int, side: SideWords = KT1) -> TableRow:
    """One row for `ITEM_COLUMNS`."""
    each = state.items[at]
    number = each.item.item
    words, role, sign = "Chưa quét", Role.MUTED, _NOT_SEEN
    if each.surplus:
        words, role, sign = "Thừa", Role.ERROR, _WRONG
    elif state.is_seen(number) and state.condition(number) != INTACT:
        words, role, sign = item_condition_name(state.condition(number)), Role.ERROR, _WRONG
    elif state.is_seen(number):
        words, role, sign = "Đã nhận", Role.OK, _SEEN
    cells = (
        words,
        item_number(number),
        side.kind(each.item) if each.item.known else "chưa có dữ liệu",
        each.receptacle,
        weight_words(each.item.weight_g) if each.item.known else "",
    )
    return TableRow(number, cells, {0: role}, {0: sign})


def item_rows(state: ArrivalState, side: SideWords = KT1) -> Sequence[TableRow]:
    """Rows for `ITEM_COLUMNS`."""
    return [item_row(state, at, side) for at in range(len(state.items))]


def bag_rows(bags: Sequence[ArrivingBag]) -> Sequence[TableRow]:
    """Rows for `BAG_COLUMNS`."""
    return [_bag_row(bag) for bag in bags]


def _bag_row(bag: ArrivingBag) -> TableRow:
    words, role, sign = "Chưa tới", Role.MUTED, _NOT_SEEN
    if bag.received is not None:
        words, role, sign = ("Đã mở" if bag.opened else "Đã nhận"), Role.OK, _SEEN
        if bag.received.condition != INTACT:
            words, role, sign = bag_condition_name(bag.received.condition), Role.ERROR, _WRONG
    row = bag.row
    cells = (words, row.receptacle, row.seal, count(row.items), weight_words(row.weight_g))
    return TableRow(row.receptacle, cells, {0: role}, {0: sign})


def wrong_rows(differences: Sequence[Difference]) -> Sequence[TableRow]:
    """Rows for `WRONG_COLUMNS`."""
    return [
        TableRow(
            f"{each.wrong.value}:{each.number}",
            (wrong_name(each.wrong.value), item_number(each.number), each.incident or "Chưa lập, Ctrl+B"),
            {2: Role.OK if each.incident else Role.ERROR},
            {2: _SEEN if each.incident else _WRONG},
        )
        for each in differences
    ]
