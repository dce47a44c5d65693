"""Closed bags and dispatches as rows. Pure functions, nothing of Qt's widgets."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.models.texts import count, deadline
from kt1desk.desktop.needs.dispatch import ClosedBag, SentDispatch
from kt1desk.desktop.widgets import Column, TableRow
from kt1desk.services.paper_values import weight_words

BAG_COLUMNS = (
    Column("Túi", 132),
    Column("Đi"),
    Column("Niêm phong", 116),
    Column("{heading}", 80, right=True),
    Column("Nặng", 92, right=True),
    Column("Đóng lúc", 132, hide_below=760),
)
SENT_COLUMNS = (
    Column("Chuyến", 210),
    Column("Đi"),
    Column("Gửi lúc", 132),
    Column("Xe", 124, hide_below=760),
    Column("Túi", 52, right=True),
    Column("{heading}", 80, right=True),
)


def bag_rows(bags: Sequence[ClosedBag], now_ms: int, offset_min: int) -> Sequence[TableRow]:
    """Rows for `BAG_COLUMNS`."""
    return [
        TableRow(
            bag.row.receptacle,
            (
                bag.row.receptacle,
                bag.to_name,
                bag.row.seal,
                count(bag.row.items),
                weight_words(bag.row.weight_g),
                deadline(bag.row.closed_ms, now_ms, offset_min),
            ),
        )
        for bag in bags
    ]


def sent_rows(dispatches: Sequence[SentDispatch], now_ms: int, offset_min: int) -> Sequence[TableRow]:
    """Rows for `SENT_COLUMNS`."""
    return [
        TableRow(
            each.row.dispatch,
            (
                each.row.dispatch,
                each.to_name,
                deadline(each.row.sent_ms, now_ms, offset_min),
                each.row.vehicle or "không xe",
                count(each.row.receptacles),
                count(each.row.items),
            ),
        )
        for each in dispatches
    ]


def sent_words(each: SentDispatch, now_ms: int, offset_min: int) -> str:
    """A dispatch that left, in full: where it goes, when it left, with which vehicle."""
    vehicle = f"xe {each.row.vehicle}" if each.row.vehicle else "không xe"
    return f"Đi {each.to_name}\nGửi {deadline(each.row.sent_ms, now_ms, offset_min)} · {vehicle}"


def bags_words(bags: Sequence[ClosedBag], words: SideWords = KT1) -> str:
    """``3 túi · 40 bưu gửi · 12.300 g``."""
    if not bags:
        return "Chưa chọn túi nào."
    items = sum(bag.row.items for bag in bags)
    weight_g = sum(bag.row.weight_g for bag in bags)
    return f"{count(len(bags))} túi · {words.counted(items)} · {weight_words(weight_g)}"
