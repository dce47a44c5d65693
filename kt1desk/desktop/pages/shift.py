"""The shift: open it with what lies in the drawer, see what it took, close it with what was counted.

Closing says the difference and asks once more, by the same key and never by Enter: what was counted stands in the journal for ever. So does
opening with an empty drawer after a shift that left money in it. The page must not know what the books say before somebody has counted; it
asks and shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.shift import Ui_ShiftPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import SHIFT_COLUMNS, shift_rows
from kt1desk.desktop.models.texts import count, dong, shift_name
from kt1desk.desktop.navigation import Going, Page, PageKey, Place
from kt1desk.desktop.needs import ShiftNeeds, ShiftView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.shift_side import ShiftSide, difference_words
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import ShiftRow
from kt1desk.services.shifts import Closing

_ACT = "F9"


class _Phase(Enum):
    """What F9 does now."""

    READING = "reading"
    OPENING = "opening"
    COUNTING = "counting"
    CONFIRMING = "confirming"
    WRITING = "writing"


class ShiftPage(Page):
    """Opens and closes shifts of this desk."""

    def __init__(self, needs: ShiftNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._view: ShiftView | None = None
        self._phase = _Phase.READING
        self._ui = Ui_ShiftPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._side = ShiftSide(self)
        self._side.hide()
        self._rows = self._ui.items.show_rows(SHIFT_COLUMNS)
        self._ui.items.set_empty_text("Chưa có bưu gửi nào.")
        RowOpening(self._ui.items).opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        self._ui.count.changed.connect(self._show_total)
        self._ui.count.finished.connect(self._side.focus_button)
        self._side.day_entered.connect(self._ui.count.start)
        self._side.act_wanted.connect(self._act)
        self._show_phase(_Phase.READING)

    def side(self) -> QWidget:
        """Facts, money and the one action."""
        return self._side

    def entered(self, _ref: str = "") -> None:
        """Read the shift again; what was counted stays. Whoever neither opens nor closes one counts no drawer."""
        self._ui.count_card.setHidden(_ACT in self.bars.of_keys())
        self._jobs.run(self._needs.shift_view, self._show, self._refuse)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._rows.set_rows(())
        if self.isVisible():
            self.entered()

    def step_back(self) -> bool:
        """From the question whether to open or close, back to counting."""
        if self._phase is not _Phase.CONFIRMING:
            return False
        self._show_phase(_counting(self._view))
        self._ui.count.start()
        return True

    def keys(self) -> Sequence[PageKey]:
        """F9 opens, closes and confirms."""
        return (
            PageKey(_ACT, "mở ca; kết ca, bấm hai lần", self._act),
            PageKey("F8", "sửa ngày làm việc của ca sắp mở", self._side.edit_day),
            PageKey("Enter", "dòng mệnh giá kế tiếp; trong danh sách: mở bưu gửi"),
        )

    # --- what came back --------------------------------------------------------------------------------------------

    def _show(self, view: ShiftView) -> None:
        first = self._view is None or self._view.open != view.open
        self._view = view
        self._ui.count.set_denominations(view.denominations)
        self._rows.set_rows(shift_rows(view.items, view.offset_min))
        self._ui.items_count.setText(_accepted(view))
        if first or self._phase is _Phase.READING:
            self._ui.count.clear()
            self._side.set_day(view.proposed_date)
            self._show_phase(_Phase.OPENING if view.open is None else _Phase.COUNTING)
        self._side.show_view(view)
        self._ui.count_title.setText("Đếm quỹ để kết ca" if view.open else "Đếm quỹ đầu ca")
        self._ui.items_title.setText("Bưu gửi trong ca" if view.open else "Bưu gửi ca trước")
        self._show_total()
        if self.isVisible():
            self._ui.count.start()

    def _opened(self, row: ShiftRow) -> None:
        self._view = None
        self.said.emit(f"Đã mở {shift_name(row.shift)}, quỹ đầu ca {dong(row.float_dong)} đ.")
        self.changed.emit()
        self.entered()

    def _closed(self, closing: Closing) -> None:
        self._view = None
        self.said.emit(f"Đã kết {shift_name(closing.shift)}. {difference_words(closing.difference_dong)}")
        self.changed.emit()
        self.entered()

    def _refuse(self, error: DeskError) -> None:
        if self._phase is _Phase.WRITING:
            self._show_phase(_counting(self._view))
        if error.field == "business_date":
            self._side.refuse_day(say(error))
        else:
            self._side.refuse(say(error))
            self._ui.count.start()

    # --- what the clerk does ---------------------------------------------------------------------------------------

    def _act(self) -> None:
        self._side.forget_problem()
        if self._phase in {_Phase.OPENING, _Phase.COUNTING} and self._ui.count.stop_at_wrong():
            return
        opening = self._view is not None and self._view.open is None
        if opening and self._phase in {_Phase.OPENING, _Phase.CONFIRMING}:
            self._open()
        elif self._phase is _Phase.COUNTING:
            self._show_phase(_Phase.CONFIRMING)
        elif self._phase is _Phase.CONFIRMING:
            counted = self._ui.count.total_dong()
            self._show_phase(_Phase.WRITING)
            self._jobs.run(lambda: self._needs.close_shift(counted), self._closed, self._refuse)

    def _open(self) -> None:
        business_date = self._side.read_day()
        if business_date is None:
            return
        float_dong = self._ui.count.total_dong()
        left_dong = self._view.proposed_float_dong if self._view is not None else 0
        if self._phase is _Phase.OPENING and float_dong == 0 and left_dong > 0:
            self._show_phase(_Phase.CONFIRMING)
            return
        self._show_phase(_Phase.WRITING)
        self._jobs.run(lambda: self._needs.start_shift(business_date, float_dong), self._opened, self._refuse)

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_phase(self, phase: _Phase) -> None:
        self._phase = phase
        opening = self._view is None or self._view.open is None
        counting = phase in {_Phase.OPENING, _Phase.COUNTING}
        self._side.show_stage(
            opening=opening,
            dated=phase is _Phase.OPENING and _ACT not in self.bars.of_keys(),
            ready=phase not in {_Phase.READING, _Phase.WRITING},
            asking=phase is _Phase.CONFIRMING,
        )
        self._ui.count.setEnabled(counting)
        if counting:
            self._side.forget_problem()
        if phase is _Phase.CONFIRMING and self._view is not None:
            self._side.ask(self._view, self._ui.count.total_dong())

    def _show_total(self) -> None:
        self._side.show_total(self._ui.count.total_dong())


def _counting(view: ShiftView | None) -> _Phase:
    return _Phase.COUNTING if view is not None and view.open is not None else _Phase.OPENING


def _accepted(view: ShiftView) -> str:
    """What the shift took; its cases are listed on their own page and counted here."""
    shift = view.open or view.last
    if not view.sees_items:
        return f"{count(shift.dossiers)} hồ sơ" if shift is not None else ""
    items = f"{count(len(view.items))} bưu gửi"
    return f"{items} · {count(shift.dossiers)} hồ sơ" if shift is not None and shift.dossiers else items
