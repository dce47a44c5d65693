"""Rows of the drawer's own book: its lines, and the closed shifts that may be put right. Pure functions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.models.texts import clock, count, day, dong, shift_name
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow
from kt1desk.domain.drawer import CashKind
from kt1desk.services.drawer_book import DrawerView
from kt1desk.services.drawer_rows import DrawerLine
from kt1desk.services.rows import ShiftRow
from kt1desk.services.wording_shift import CASH_KINDS

LINE_COLUMNS = (
    Column("Giờ", 68),
    Column("Khoản", cut=True),
    Column("Khách", 68, right=True),
    Column("Thu, đ", 116, right=True),
    Column("Chi, đ", 116, right=True),
    Column("Số phiếu", 104, cut=True, hide_below=720),
)
SHIFT_COLUMNS = (
    Column("Ca", 72),
    Column("Ngày làm việc", 132),
    Column("Kết lúc", 92),
    Column("Sổ ghi, đ", 150, right=True),
    Column("Đếm được, đ", 150, right=True),
    Column("Chênh, đ", right=True),
)
_UNDONE = Sign(Icon.BAN, "muted", "đã hủy")


def line_words(line: DrawerLine, view: DrawerView) -> str:
    """``Bán hàng Postmart``, ``Nhận từ quỹ``, ``Điều chỉnh Ca 2 ngày 22/11/2026``; of one that undoes another ``Hủy: …``."""
    if line.kind == CashKind.ADJUSTED:
        return f"Điều chỉnh {shift_words(line.what)}"
    names: Mapping[str, str] = {each.code: each.name for each in view.services}
    name = names.get(line.what, line.what) if line.kind == CashKind.SERVED else CASH_KINDS[line.kind]
    return f"Hủy: {name}" if line.undoes else name


def line_paper(line: DrawerLine) -> str:
    """The till's paper, or of which cash a closed shift was put right."""
    if line.kind == CashKind.ADJUSTED:
        return CASH_KINDS.get(line.reference, line.reference)
    return line.reference


def shift_words(shift: str) -> str:
    """``Ca 2 ngày 22/11/2026``."""
    return f"{shift_name(shift)} ngày {day(date.fromisoformat(shift.partition('/')[0]))}"


def line_row(line: DrawerLine, view: DrawerView, offset_min: int) -> TableRow:
    """A row for `LINE_COLUMNS`; a line that was taken back, and the one that took it back, stand dimmed."""
    cells = (
        clock(line.at_ms, offset_min),
        line_words(line, view),
        count(line.customers) if line.customers > 0 else "",
        dong(line.received_dong) if line.received_dong else "",
        dong(line.paid_dong) if line.paid_dong else "",
        line_paper(line),
    )
    if line.undoes or line.undone_by:
        return TableRow(line.line, cells, dict.fromkeys(range(len(cells)), Role.MUTED), {1: _UNDONE})
    return TableRow(line.line, cells)


def shift_row(shift: ShiftRow, expected_dong: int, offset_min: int) -> TableRow:
    """A row for `SHIFT_COLUMNS`."""
    difference = shift.counted_dong - expected_dong
    cells = (
        shift_name(shift.shift),
        day(date.fromisoformat(shift.business_date)),
        clock(shift.closed_ms, offset_min),
        dong(expected_dong),
        dong(shift.counted_dong),
        f"{'+' if difference > 0 else '-' if difference else ''}{dong(abs(difference))}",
    )
    return TableRow(shift.shift, cells, {5: Role.WARN} if difference else {5: Role.MUTED})
