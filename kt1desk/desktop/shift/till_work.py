"""«Mở / kết ca»: open the shift with what lies in the drawer, see what it took, close it step by step.

What was counted stands in the journal for ever: closing is never one key. The work must not know what the books say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import SHIFT_COLUMNS, shift_rows
from kt1desk.desktop.models.texts import count, dong, shift_name
from kt1desk.desktop.navigation import Going, Page, PageKey, Place
from kt1desk.desktop.needs.shift import ClosedShift, ShiftPageNeeds, ShiftView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.shift.close_side import CloseSide
from kt1desk.desktop.shift.closing import ShiftClosing
from kt1desk.desktop.shift.opening import ShiftOpening
from kt1desk.desktop.shift.parts import TillParts
from kt1desk.desktop.shift.result import ShiftResult
from kt1desk.desktop.shift_side import ShiftSide, difference_words
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import ShiftRow

_ACT = "F9"


class TillWork(Page):
    """Opens and closes shifts of this desk: ``opening`` and ``closing``, of which one at most is in front."""

    def __init__(self, needs: ShiftPageNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._reads = needs, Newest(jobs)
        self._view: ShiftView | None = None
        self._may_act: Callable[[], bool] = lambda: _ACT not in self.bars.of_keys()
        self._parts = TillParts(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._parts)
        self._right = QStackedWidget(self)
        self._right.hide()
        self._side, self._close_side = ShiftSide(self._right), CloseSide(self._right)
        for side in (self._side, self._close_side):
            self._right.addWidget(side)
        self._rows = self._parts.items.show_rows(SHIFT_COLUMNS)
        self._parts.items.set_empty_text("Chưa có bưu gửi nào.")
        self.opening = ShiftOpening(needs, jobs, self._parts, self._side, self._may_act)
        self._result = ShiftResult(self._parts, self._close_side)
        self.closing = ShiftClosing(needs, jobs, self._parts, self._close_side)
        self.state = lambda: "closing" if self.closing.is_open() else ""
        RowOpening(self._parts.items).opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        self._side.act_wanted.connect(self._act)
        self._close_side.other_wanted.connect(self._other)
        self._close_side.go_wanted.connect(self._leave_result)
        self.opening.opened.connect(self._opened)
        self.closing.begun.connect(lambda: self._right.setCurrentWidget(self._close_side))
        self.closing.left.connect(self.entered)
        self.closing.closed.connect(self._closed)
        self.closing.refused.connect(self._refuse)
        self._side.show_stage(opening=True, dated=False, ready=False, asking=False)

    def side(self) -> QWidget:
        """Facts, money, the step at hand and the one action."""
        return self._right

    def entered(self, _ref: str = "") -> None:
        """Read the shift again; what was counted, seen and answered stays. Whoever neither opens nor closes one counts no drawer."""
        if self._result.closed is not None:
            self._result.show()
        elif self.closing.is_open():
            self.closing.begin()
        else:
            self._reads.run(self._needs.shift_view, self._show, lambda error: self._side.refuse(say(error)))

    def forget(self) -> None:
        """See `Page.forget`."""
        self._rows.set_rows(())
        self.closing.forget()
        if self.isVisible():
            self.entered()

    def step_back(self) -> bool:
        """One step back in the closing, or from the question whether to open back to counting."""
        return self._leave_result() or self.closing.step_back() or self.opening.step_back()

    def keys(self) -> Sequence[PageKey]:
        """F9 opens, closes, and goes on from step to step."""
        return (
            PageKey(_ACT, "mở ca; kết ca: sang bước sau", self._act),
            PageKey("F8", "sửa ngày của ca sắp mở; kết ca một mình", self._other),
            PageKey("Enter", "dòng mệnh giá kế tiếp; trong danh sách: mở bưu gửi"),
            PageKey("Space", "khi kết ca: đã thấy, chưa thấy"),
            PageKey("Ctrl+B", "khi kết ca: thấy cả túi của dòng đang chọn", self.closing.steps.see_bag),
        )

    def take_scan(self, code: str) -> bool:
        """While a shift is closed a label names what is in hand."""
        return self.closing.is_open() and self.closing.take_scan(code)

    def works_with_scans(self) -> bool:
        """While a shift is closed each scan is a step of it."""
        return self.closing.is_open()

    # --- what came back --------------------------------------------------------------------------------------------

    def _show(self, view: ShiftView) -> None:
        self._view = view
        self._rows.set_rows(shift_rows(view.items, view.offset_min))
        self._right.setCurrentWidget(self._side)
        self._side.show_view(view)
        if view.open is None:
            self.closing.drop()
            self.opening.show(view, "Bưu gửi ca trước", _accepted(view))
        else:
            self.opening.end()
            self._parts.show_items("Bưu gửi trong ca", _accepted(view))
            self._side.show_stage(opening=False, dated=False, ready=True, asking=False)
            self._side.show_half_done(half_done=self.closing.is_half_done(view.open.shift))
        if not self.isVisible():
            return
        if not self._may_act():
            self._parts.items.setFocus()
        elif view.open is not None:
            self._side.focus_button()
        else:
            self._parts.cash.start()

    def _opened(self, row: ShiftRow) -> None:
        self.said.emit(f"Đã mở {shift_name(row.shift)}, quỹ đầu ca {dong(row.float_dong)} đ.")
        self.changed.emit()
        self.entered()

    def _closed(self, closed: ClosedShift) -> None:
        self._result.begin(closed)
        difference = difference_words(closed.counted_dong - closed.expected_dong)
        self.said.emit(f"Đã kết {shift_name(closed.shift)}. {difference}")
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        """The closing is not in front; what the desk has now is read again where it was."""
        if self._right.currentWidget() is self._close_side:
            self.said.emit(say(error))
            self.entered()
        else:
            self._side.refuse(say(error))

    # --- what the clerk does ---------------------------------------------------------------------------------------

    def _act(self) -> None:
        if self._leave_result():
            return
        if self.closing.is_open():
            self.closing.go_on()
        elif self._view is not None and self._view.open is not None:
            self._side.forget_problem()
            self.closing.begin()
        else:
            self.opening.act()

    def _other(self) -> None:
        if self.closing.is_open():
            self.closing.steps.close_alone()
        else:
            self._side.edit_day()

    def _leave_result(self) -> bool:
        was = self._result.end()
        if was:
            self.entered()
        return was


def _accepted(view: ShiftView) -> str:
    """What the shift took; its cases are listed on their own page and counted here."""
    shift = view.open or view.last
    if not view.sees_items:
        return f"{count(shift.dossiers)} hồ sơ" if shift is not None else ""
    items = f"{count(len(view.items))} bưu gửi"
    return f"{items} · {count(shift.dossiers)} hồ sơ" if shift is not None and shift.dossiers else items
