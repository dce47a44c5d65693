"""The right column of an open shift, or of one to be opened: which, its money, the day, the question before it is written.

It must not know what opens or closes a shift.
"""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.shift_side import Ui_ShiftSide
from kt1desk.desktop.models.texts import clock, count, day, dong, shift_name
from kt1desk.desktop.needs.shift import ShiftView
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.shift import Drawer
from kt1desk.services import wording_shift
from kt1desk.services.rows import ShiftRow

_DAY_SHAPE = "Gõ ngày làm việc dạng ngày/tháng/năm."
_DAY_EXAMPLE = "Gõ ngày làm việc dạng ngày/tháng/năm, ví dụ 22/11/2026."


class ShiftSide(QWidget):
    """`act_wanted`: the button was pressed. `day_entered`: the day is typed, counting goes on."""

    act_wanted = Signal()
    day_entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_ShiftSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.business_date.textEdited.connect(self.forget_problem)
        self._ui.business_date.returnPressed.connect(self.day_entered)
        self._ui.go.clicked.connect(self.act_wanted)
        _show_paid(self._ui, 0)
        self.forget_problem()

    def show_view(self, view: ShiftView) -> None:
        """The shift and its money, or what the one before left."""
        ui = self._ui
        if view.open is None:
            _show_no_shift(ui, view)
        else:
            _show_open_shift(ui, view.open, view)
        _show_kinds(ui, view)
        _show_paid(ui, view.open.paid_dong if view.open is not None else 0)

    def show_stage(self, *, opening: bool, dated: bool, ready: bool, asking: bool) -> None:
        """What the button does, and whether now.

        Args:
            opening: a shift is to be opened, not closed.
            dated: its day may be typed.
            ready: the button acts.
            asking: the question stands there; Esc goes back to counting.
        """
        ui = self._ui
        ui.date_card.setVisible(dated)
        ui.go.setText("Mở ca" if opening else "Kết ca")
        ui.go.setEnabled(ready)
        for widget in (ui.answer, ui.key_back, ui.back_says):
            widget.setVisible(asking)
        for widget in (ui.taken_says, ui.taken_value, ui.expected_says, ui.expected_value):
            widget.setVisible(not opening)
        for counted in (ui.cash_line, ui.total_says, ui.total_value):
            counted.setVisible(opening)

    def ask(self, view: ShiftView, counted_dong: int) -> None:
        """Ask once more before a shift is opened otherwise than the last one was left; the button takes the keys."""
        set_role(self._ui.answer, Role.WARN_BOX)
        self._ui.answer.setText(
            f"Ca trước đếm được {dong(view.proposed_float_dong)} đ, nay {dong(counted_dong)} đ. "
            "F9 lần nữa để mở ca; Esc để đếm lại."
        )
        self.focus_button()

    def show_half_done(self, *, half_done: bool) -> None:
        """Whether the closing of the open shift was begun."""
        self._ui.go.setText("Kết ca tiếp" if half_done else "Kết ca")

    def focus_button(self) -> None:
        """The keys go to the button."""
        self._ui.go.setFocus()

    def show_total(self, counted_dong: int) -> None:
        """What was counted until now."""
        self._ui.total_value.setText(f"{dong(counted_dong)} đ")

    def set_day(self, business_date: date) -> None:
        """The day that is proposed for a new shift."""
        self._ui.business_date.setText(day(business_date))

    def read_day(self) -> date | None:
        """The day that was typed; None, and said at the input, where it is none."""
        try:
            # A calendar day, no instant.
            return datetime.strptime(self._ui.business_date.text().strip(), "%d/%m/%Y").date()  # noqa: DTZ007
        except ValueError:
            self.refuse_day(_DAY_SHAPE, _DAY_EXAMPLE)
            return None

    def edit_day(self) -> None:
        """The day takes the keys where it may be typed."""
        if self._ui.business_date.isVisibleTo(self):
            self._ui.business_date.setFocus()
            self._ui.business_date.selectAll()

    def refuse_day(self, sentence: str, whole: str = "") -> None:
        """Say at the day, and below it at full length, why it is refused; it takes the keys."""
        self._ui.business_date.show_error(sentence)
        self._ui.business_date_problem.setText(whole or sentence)
        self._ui.business_date_problem.show()
        self.edit_day()

    def refuse(self, sentence: str) -> None:
        """Say why the shift is neither opened nor closed."""
        self._ui.problem.setText(sentence)
        self._ui.problem.show()

    def forget_problem(self) -> None:
        """Nothing is refused any more."""
        self._ui.problem.hide()
        self._ui.business_date_problem.hide()
        self._ui.business_date.show_idle()


def difference_figure(difference_dong: int) -> str:
    """How what was counted stands to the books, as a figure: ``Thiếu 14.600 đ``."""
    return wording_shift.difference_words(difference_dong) if difference_dong else "Khớp sổ"


def difference_words(difference_dong: int) -> str:
    """The same in a sentence."""
    figure = difference_figure(difference_dong)
    return f"{figure} so với sổ." if difference_dong else f"{figure}."


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
    """What went out of the drawer, where anything did: to customers, and to authorities whose fees were passed on."""
    side.paid_value.setText(f"-{dong(paid_dong)} đ")
    for widget in (side.paid_says, side.paid_value):
        widget.setVisible(paid_dong > 0)


def _show_kinds(side: Ui_ShiftSide, view: ShiftView) -> None:
    """Where the cash of the open shift came from, kind by kind: money of an authority is not the post's."""
    kinds = [each for each in view.cash if each.received_dong] if view.open is not None else []
    side.kinds_says.setText("\n".join(f"· {wording_shift.CASH_KINDS[each.kind]}" for each in kinds))
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
