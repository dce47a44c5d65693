"""The shift: open it with what lies in the drawer, see what it took, close it with what was counted.

Closing says the difference and asks once more, by the same key and never by Enter: what was counted stands in the journal for ever. So does
opening with an empty drawer after a shift that left money in it. The page must not know what the books say before somebody has counted; it
asks and shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.shift import Ui_ShiftPage
from kt1desk.desktop.forms.shift_side import Ui_ShiftSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.item_rows import SHIFT_COLUMNS, shift_rows
from kt1desk.desktop.models.texts import clock, count, day, dong, shift_name
from kt1desk.desktop.navigation import Going, Page, PageKey, Place
from kt1desk.desktop.needs import ShiftNeeds, ShiftView
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.shift import Drawer
from kt1desk.services.rows import ShiftRow
from kt1desk.services.shifts import Closing
from kt1desk.services.wording_tthc import refund_name


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
        self._right = QWidget(self)
        self._side = Ui_ShiftSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._rows = self._ui.items.show_rows(SHIFT_COLUMNS)
        self._ui.items.set_empty_text("Chưa có bưu gửi nào.")
        RowOpening(self._ui.items).opened.connect(lambda item: self.going.emit(Going(Place.RECORD, item)))
        self._ui.count.changed.connect(self._show_total)
        self._ui.count.finished.connect(self._side.go.setFocus)
        self._side.business_date.textEdited.connect(self._forget_problem)
        self._side.business_date.returnPressed.connect(self._ui.count.start)
        self._side.go.clicked.connect(self._act)
        _show_paid(self._side, 0)
        self._show_phase(_Phase.READING)

    def side(self) -> QWidget:
        """Facts, money and the one action."""
        return self._right

    def entered(self, _ref: str = "") -> None:
        """Read the shift again; what was counted stays."""
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
            PageKey("F9", "mở ca; kết ca, bấm hai lần", self._act),
            PageKey("F8", "sửa ngày làm việc của ca sắp mở", self._edit_date),
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
            self._side.business_date.setText(day(view.proposed_date))
            self._show_phase(_Phase.OPENING if view.open is None else _Phase.COUNTING)
        if view.open is None:
            _show_no_shift(self._side, view)
        else:
            _show_open_shift(self._side, view.open, view)
        _show_kinds(self._side, view)
        _show_paid(self._side, view.open.paid_dong if view.open is not None else 0)
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
        self.said.emit(f"Đã kết {shift_name(closing.shift)}. {_difference(closing.difference_dong)}")
        self.changed.emit()
        self.entered()

    def _refuse(self, error: DeskError) -> None:
        if self._phase is _Phase.WRITING:
            self._show_phase(_counting(self._view))
        if error.field == "business_date":
            self._side.business_date.show_error(say(error))
            self._side.business_date_problem.setText(say(error))
            self._side.business_date_problem.show()
            self._edit_date()
        else:
            self._side.problem.setText(say(error))
            self._side.problem.show()
            self._ui.count.start()

    # --- what the clerk does ---------------------------------------------------------------------------------------

    def _act(self) -> None:
        self._forget_problem()
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
        business_date = _read_day(self._side.business_date.text())
        if business_date is None:
            self._side.business_date.show_error("Gõ ngày làm việc dạng ngày/tháng/năm.")
            self._side.business_date_problem.setText(
                "Gõ ngày làm việc dạng ngày/tháng/năm, ví dụ 22/11/2026."
            )
            self._side.business_date_problem.show()
            self._edit_date()
            return
        float_dong = self._ui.count.total_dong()
        left_dong = self._view.proposed_float_dong if self._view is not None else 0
        if self._phase is _Phase.OPENING and float_dong == 0 and left_dong > 0:
            self._show_phase(_Phase.CONFIRMING)
            return
        self._show_phase(_Phase.WRITING)
        self._jobs.run(lambda: self._needs.start_shift(business_date, float_dong), self._opened, self._refuse)

    def _edit_date(self) -> None:
        if self._side.business_date.isVisibleTo(self._right):
            self._side.business_date.setFocus()
            self._side.business_date.selectAll()

    def _forget_problem(self) -> None:
        self._side.problem.hide()
        self._side.business_date_problem.hide()
        self._side.business_date.show_idle()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def _show_phase(self, phase: _Phase) -> None:
        self._phase = phase
        opening = self._view is None or self._view.open is None
        side = self._side
        side.date_card.setVisible(phase is _Phase.OPENING)
        side.go.setText("Mở ca" if opening else "Kết ca")
        side.go.setEnabled(phase not in {_Phase.READING, _Phase.WRITING})
        side.answer.setVisible(phase is _Phase.CONFIRMING)
        for widget in (side.key_back, side.back_says):
            widget.setVisible(phase is _Phase.CONFIRMING)
        for widget in (side.taken_says, side.taken_value, side.expected_says, side.expected_value):
            widget.setVisible(not opening)
        self._ui.count.setEnabled(phase in {_Phase.OPENING, _Phase.COUNTING})
        if phase in {_Phase.OPENING, _Phase.COUNTING}:
            self._forget_problem()
        if phase is _Phase.CONFIRMING:
            if self._view is not None:
                _ask(side, self._view, self._ui.count.total_dong())
            side.go.setFocus()

    def _show_total(self) -> None:
        self._side.total_value.setText(f"{dong(self._ui.count.total_dong())} đ")


def _counting(view: ShiftView | None) -> _Phase:
    return _Phase.COUNTING if view is not None and view.open is not None else _Phase.OPENING


def _ask(side: Ui_ShiftSide, view: ShiftView, counted_dong: int) -> None:
    if view.open is not None:
        _ask_to_close(side, view.open, counted_dong)
        return
    set_role(side.answer, Role.WARN_BOX)
    side.answer.setText(
        f"Ca trước đếm được {dong(view.proposed_float_dong)} đ, nay {dong(counted_dong)} đ. "
        "F9 lần nữa để mở ca; Esc để đếm lại."
    )


def _ask_to_close(side: Ui_ShiftSide, shift: ShiftRow, counted_dong: int) -> None:
    difference = _drawer(shift).difference_dong(counted_dong)
    set_role(side.answer, Role.OK_BOX if difference == 0 else Role.WARN_BOX)
    side.answer.setText(
        f"{_difference(difference)} Bấm F9 lần nữa để kết ca; sau đó không sửa được. Esc để đếm lại."
    )


def _show_no_shift(side: Ui_ShiftSide, view: ShiftView) -> None:
    side.shift_figure.setText("Chưa mở ca")
    side.shift_detail.setText(_last_words(view))
    side.float_says.setText("Ca trước đếm được")
    side.float_value.setText(f"{dong(view.proposed_float_dong)} đ")


def _show_open_shift(side: Ui_ShiftSide, shift: ShiftRow, view: ShiftView) -> None:
    business, opened = day(date.fromisoformat(shift.business_date)), clock(shift.opened_ms, view.offset_min)
    taken = [f"{count(shift.items)}\u00a0bưu\u00a0gửi"] if view.sees_items else []
    if shift.dossiers or not view.sees_items:
        taken.append(f"{count(shift.dossiers)}\u00a0hồ\u00a0sơ")
    side.shift_figure.setText(shift_name(shift.shift))
    side.shift_detail.setText(f"Ngày làm việc {business} · mở lúc {opened} · {', '.join(taken)}")
    side.float_says.setText("Quỹ đầu ca")
    side.float_value.setText(f"{dong(shift.float_dong)} đ")
    side.taken_value.setText(f"{dong(shift.cash_dong)} đ")
    side.expected_value.setText(f"{dong(_drawer(shift).expected_dong)} đ")


def _show_paid(side: Ui_ShiftSide, paid_dong: int) -> None:
    """What went back to customers, where anything did."""
    side.paid_value.setText(f"-{dong(paid_dong)} đ")
    for widget in (side.paid_says, side.paid_value):
        widget.setVisible(paid_dong > 0)


def _accepted(view: ShiftView) -> str:
    """What the shift took; its cases are listed on their own page and counted here."""
    shift = view.open or view.last
    if not view.sees_items:
        return f"{count(shift.dossiers)} hồ sơ" if shift is not None else ""
    items = f"{count(len(view.items))} bưu gửi"
    return f"{items} · {count(shift.dossiers)} hồ sơ" if shift is not None and shift.dossiers else items


def _show_kinds(side: Ui_ShiftSide, view: ShiftView) -> None:
    """Where the cash of the open shift came from, kind by kind: money of an authority is not the post's."""
    kinds = [each for each in view.cash if each.received_dong] if view.open is not None else []
    side.kinds_says.setText("\n".join(f"· {refund_name(each.kind)}" for each in kinds))
    side.kinds_value.setText("\n".join(f"{dong(each.received_dong)} đ" for each in kinds))
    for widget in (side.kinds_says, side.kinds_value):
        widget.setVisible(bool(kinds))


def _drawer(shift: ShiftRow) -> Drawer:
    return Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong)


def _last_words(view: ShiftView) -> str:
    if view.last is None:
        return "Đếm tiền trong ngăn rồi bấm F9. Ngăn trống thì bấm F9 ngay."
    closed = clock(view.last.closed_ms, view.offset_min)
    return f"{shift_name(view.last.shift)} ngày {day(date.fromisoformat(view.last.business_date))} kết lúc {closed}."


def _difference(difference_dong: int) -> str:
    if difference_dong == 0:
        return "Khớp sổ."
    word = "Thừa" if difference_dong > 0 else "Thiếu"
    return f"{word} {dong(abs(difference_dong))} đ so với sổ."


def _read_day(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007  a calendar day, no instant
    except ValueError:
        return None
