"""How items stand in tables. Sender and receiver of an item that the reader may not see are a dash: whether he may was decided before."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import clock, dong, item_number, marks
from kt1desk.desktop.widgets import Column, Role, TableRow
from kt1desk.domain.custody import State
from kt1desk.services.rows import ItemRow

_HIDDEN = "—"
TAKEN_BACK = "Đã rút"
"""What is said of an acceptance that was taken back, in every list."""

SHIFT_COLUMNS = (
    Column("Giờ", 66, hide_below=430),
    Column("Số hiệu", 170),
    Column("Loại"),
    Column("Cước", 86, right=True, hide_below=450),
)
"""The items of a shift, newest first."""


def shift_rows(items: Sequence[ItemRow], offset_min: int) -> Sequence[TableRow]:
    """Rows for `SHIFT_COLUMNS`; what was taken back is dimmed, says so and costs nothing."""
    return [
        TableRow(
            row.item,
            (
                clock(row.accepted_ms, offset_min),
                item_number(row.item),
                marks(row.urgency, row.secrecy) if row.state != State.REVERSED else TAKEN_BACK,
                _charge(row),
            ),
            {} if row.state != State.REVERSED else dimmed(SHIFT_COLUMNS),
        )
        for row in items
    ]


def dimmed(columns: Sequence[Column]) -> dict[int, Role]:
    """Roles of a row whose acceptance was taken back."""
    return dict.fromkeys(range(len(columns)), Role.MUTED)


def _charge(row: ItemRow) -> str:
    if row.state == State.REVERSED:
        return _HIDDEN
    return dong(row.charge.total_dong) if row.charge else "chưa có giá"
