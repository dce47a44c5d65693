"""What stands beside the draft: the items accepted in this shift, newest first, and how many numbers are left."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.accept_needs import AcceptNeeds, CounterView, RecentItem
from kt1desk.desktop.forms.accept_item import Ui_AcceptItemPage
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import TAKEN_BACK, dimmed
from kt1desk.desktop.models.texts import clock, count, item_number, marks
from kt1desk.desktop.needs import Tone
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Column, Role, TableRow, WholeRowsTable
from kt1desk.domain.custody import State
from kt1desk.domain.errors import DeskError

_COLUMNS = (
    Column("Giờ", 66, hide_below=720),
    Column("Số hiệu", 170),
    Column("Người nhận"),
    Column("Loại", 164),
    Column("Nhãn", 142),
)
"""No charge: beside a draft it is the label that is asked for, and kind and receiver must be whole."""
_LABEL_COLUMN = 4
_ROLES = {Tone.CALM: Role.BODY, Tone.GOOD: Role.OK, Tone.WARN: Role.WARN, Tone.BAD: Role.ERROR}
_NO_SHIFT = "Chưa mở ca: nhấn F6 để mở ca và kiểm ngăn tiền"
_NO_ITEM = "Chưa có bưu gửi nào trong ca"


class ShiftSoFar(QObject):
    """Reads supply and list anew.

    `read` says that both are shown; `opened(str)`: an item of the list is to be shown; `printer_told` with what is wrong with the printer
    for labels, a `PrinterState` or None, and the size of the labels in it.
    """

    read = Signal()
    opened = Signal(str)
    printer_told = Signal(object, str)

    def __init__(
        self, ui: Ui_AcceptItemPage, jobs: Jobs, needs: AcceptNeeds, failed: Callable[[DeskError], None]
    ) -> None:
        super().__init__(ui.recent)
        self._ui = ui
        self._needs = needs
        self._failed = failed
        self._newest = Newest(jobs)
        self._view: CounterView | None = None
        ui.recent.set_empty_text(_NO_ITEM)
        RowOpening(ui.recent).opened.connect(self.opened)
        _show(ui.recent, (), 0)

    def refresh(self) -> None:
        """Ask again."""
        self._newest.run(self._needs.counter, self._take, self._failed)

    def forget(self) -> None:
        """Show nothing of the shift."""
        self._newest.forget()
        self._view = None
        self._ui.recent_note.show_note("")
        _show(self._ui.recent, (), 0)

    def items(self) -> Sequence[RecentItem]:
        """What the list shows, newest first."""
        return self._view.items if self._view is not None else ()

    def show_supply(self) -> None:
        """Below the empty number: which comes next and how many are left, or what to do when there are few."""
        view, number = self._view, self._ui.number
        if view is None or number.text():
            return
        if view.numbers_left == 0:
            number.show_error(say(DeskError("number.block_empty", "number")))
        elif view.numbers_low:
            number.show_warning(f"Chỉ còn {count(view.numbers_left)} số: báo Bưu điện tỉnh cấp thêm.")
        else:
            number.show_idle(
                f"Số kế tiếp {item_number(view.next_number)} · còn {count(view.numbers_left)} số"
            )

    def _take(self, view: CounterView) -> None:
        self._view = view
        self._ui.recent.set_empty_text(_NO_ITEM if view.shift_open else _NO_SHIFT)
        _show(self._ui.recent, view.items, view.offset_min)
        self._ui.recent_note.show_note(f"{count(view.accepted)} bưu gửi" if view.accepted else "")
        self.printer_told.emit(view.label_printer, view.label_size)
        self.read.emit()


def _show(table: WholeRowsTable, items: Sequence[RecentItem], offset_min: int) -> None:
    table.show_rows(_COLUMNS, [_row(item, offset_min) for item in items])


def _row(item: RecentItem, offset_min: int) -> TableRow:
    row, gone = item.row, item.row.state == State.REVERSED
    cells = (
        clock(row.accepted_ms, offset_min),
        item_number(row.item),
        item.receiver or "—",
        marks(row.urgency, row.secrecy),
        TAKEN_BACK if gone else item.label,
    )
    return TableRow(row.item, cells, dimmed(_COLUMNS) if gone else {_LABEL_COLUMN: _ROLES[item.label_tone]})
