"""The items accepted in this shift, newest first, as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.accept_needs import RecentItem
from kt1desk.desktop.models.texts import clock, dong, item_number, marks
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.widgets import Column, Role, TableRow, WholeRowsTable

_COLUMNS = (
    Column("Giờ", 68),
    Column("Số hiệu", 172),
    Column("Người nhận"),
    Column("Loại", 120, hide_below=700),
    Column("Cước", 96, right=True),
    Column("Nhãn", 148),
)
_LABEL_COLUMN = 5
_ROLES = {Tone.CALM: Role.BODY, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}


def show_recent(table: WholeRowsTable, items: Sequence[RecentItem], offset_min: int) -> None:
    """Show these items. Parties that the reader may not see are a dash."""
    table.show_rows(_COLUMNS, [_row(item, offset_min) for item in items])


def _row(item: RecentItem, offset_min: int) -> TableRow:
    row = item.row
    cells = (
        clock(row.accepted_ms, offset_min),
        item_number(row.item),
        row.receiver.name if row.receiver else "—",
        marks(row.urgency, row.secrecy),
        dong(row.charge.total_dong) if row.charge else "chưa có giá",
        item.label,
    )
    return TableRow(row.item, cells, {_LABEL_COLUMN: _ROLES[item.label_tone]})
