"""The second person: here with a password, at a telephone with eight digits, or nobody and why.

A password stands here no longer than it is needed. The panel must not know what is approved.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import SEE_BELOW
from kt1desk.desktop.dispatch.reasons import ReasonList
from kt1desk.desktop.forms.approval_second import Ui_SecondPanel
from kt1desk.desktop.name_and_password import name_and_password
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import Alone, AtDesk, ByPhone, Yes
from kt1desk.desktop.widgets import Choice as Segment
from kt1desk.desktop.widgets import FieldEdit, Role
from kt1desk.domain.approval import DIGITS
from kt1desk.domain.errors import DeskError
from kt1desk.services.remote_approval import Question

_CALL = "Số máy rồi Enter: 8 số hiện ra để đọc."
_ANSWER = f"Gõ đủ {DIGITS} số nghe được."
_CHOOSE = "Chọn lý do bằng phím số."
_OTHER_THINGS = "Đã chọn khác lúc gọi. Enter ở số máy để lấy 8 số mới."
_EMPTY = {"user": "Gõ tên đăng nhập của người duyệt.", "password": "Người duyệt gõ mật khẩu của mình."}


class SecondWay(StrEnum):
    """How the second person takes part."""

    AT_DESK = "at_desk"
    PHONE = "phone"
    ALONE = "alone"


_SEGMENTS = (
    Segment(SecondWay.AT_DESK.value, "Ở đây", "1"),
    Segment(SecondWay.PHONE.value, "Gọi máy", "2"),
    Segment(SecondWay.ALONE.value, "Ngoại lệ", "3"),
)


class SecondPanel(QWidget):
    """Who confirms. `given`: Enter was pressed at the last input. `asking(device)`: a question for that desk is wanted."""

    given = Signal()
    asking = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_SecondPanel()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._question: Question | None = None
        self._reasons = ReasonList(self._ui.alone_reason)
        self._reasons.chosen.connect(lambda _: self.given.emit())
        for name in ("user", "password", "device", "approver", "told"):
            field = self._field(name)
            field.attach_note(getattr(self._ui, f"{name}_note"))
            field.textEdited.connect(lambda _, field=field: field.show_idle())
        self._ui.manner.set_choices(_SEGMENTS)
        self._ui.manner.chosen.connect(lambda way: self._show_way(SecondWay(way)))
        self._ui.manner.chosen.connect(lambda _: self.start())
        self._way = EnterWay(self, self._steps())
        self._way.finished.connect(self.given)
        self.set_alone(())
        self._show_way(SecondWay.AT_DESK)

    # --- what a work calls ---------------------------------------------------------------------------------------

    def set_alone(self, reasons: Sequence[Choice], *, by_phone: bool = True) -> None:
        """The reasons of an exception; without any there is none here. ``by_phone``: somebody at another desk may confirm."""
        barred = {
            way for way, open_ in ((SecondWay.ALONE, reasons), (SecondWay.PHONE, by_phone)) if not open_
        }
        ways = [way.value for way in SecondWay if way not in barred]
        self._ui.manner.set_usable(ways)
        self._reasons.show(reasons)
        if self._ui.manner.value() not in ways:
            self._show_way(SecondWay.AT_DESK)

    def start(self) -> None:
        """The first input that still needs something takes the keys."""
        if self._ui.manner.value() == SecondWay.ALONE.value:
            self._reasons.set_focus()
        else:
            self._way.start()

    def change_way(self) -> None:
        """The ways take the keys."""
        self._ui.manner.setFocus(Qt.FocusReason.TabFocusReason)

    def yes(self, numbers: Sequence[str]) -> Yes | None:
        """What was confirmed; None where something lacks: it is said there, and it takes the keys.

        Args:
            numbers: what it is about now; an answer over the telephone holds for what was asked.
        """
        ui, lack = self._ui, self._lacking(set(numbers))
        if lack is not None:
            self._lack(*lack)
            return None
        match self._chosen_way():
            case SecondWay.PHONE if self._question is not None:
                return ByPhone(self._question, ui.approver.text().strip().lower(), _digits(ui.told.text()))
            case SecondWay.ALONE:
                return Alone(self._reasons.value())
            case _:
                return AtDesk(ui.user.text().strip().lower(), ui.password.text())

    def show_question(self, question: Question) -> None:
        """The digits to be read out; who answers is typed next."""
        self._question = question
        self._ui.digits.setText(grouped(question.digits))
        self._ui.digits.setAccessibleName(f"8 số để đọc: {' '.join(question.digits)}")
        self._ui.digits.show()
        self._ui.device.show_done("Đọc 8 số dưới đây cho người duyệt.")
        self._ui.approver.setFocus()

    def refuse(self, error: DeskError) -> bool:
        """Mark the input of a refusal, which takes the keys; False where it belongs to none of these. Why is for the work to say.

        Whatever was refused, the password goes: it is typed anew for what is tried next.
        """
        self._ui.password.clear()
        name = {"second": "user", "answer": "told"}.get(error.field, error.field)
        if name == "user" and self._chosen_way() is SecondWay.PHONE:
            name = "approver"
        if name not in {"user", "password", "device", "approver", "told"}:
            return False
        if not self._field(name).isVisible():
            return False
        self._lack(name, SEE_BELOW)
        return True

    def forget(self) -> None:
        """Nothing is confirmed any more; who it was may stay, his password and answer go."""
        self._question = None
        self._ui.digits.hide()
        for name in ("password", "told", "device"):
            self._field(name).clear()
            self._field(name).show_idle(_CALL if name == "device" else "")
        self._ui.alone_note.show_note("")

    # --- inside --------------------------------------------------------------------------------------------------

    def _steps(self) -> Sequence[Step]:
        ui = self._ui
        return (
            *name_and_password(ui.user, ui.password),
            Step(ui.device, lambda: self._question is None, self._ask),
            Step(ui.approver, lambda: not ui.approver.text().strip()),
            Step(ui.told, lambda: len(_digits(ui.told.text())) != DIGITS),
        )

    def _ask(self) -> bool:
        """Enter at the desk's number: a new question each time."""
        device = self._ui.device.text().strip()
        if not device.isascii() or not device.isdigit():
            self._ui.device.show_error("Gõ số máy của người duyệt, ví dụ 12.")
        else:
            self.asking.emit(int(device))
        return False

    def _lacking(self, numbers: set[str]) -> tuple[str, str] | None:
        """The first input that lacks something, and what is said of it."""
        ui, question, way = self._ui, self._question, self._chosen_way()
        if way is SecondWay.ALONE:
            return None if self._reasons.value() else ("", _CHOOSE)
        if way is SecondWay.AT_DESK:
            empty = (name for name in _EMPTY if not self._field(name).text().strip())
            return next(((name, _EMPTY[name]) for name in empty), None)
        if question is None:
            return "device", _CALL
        if set(question.things) != numbers:
            self._question = None
            ui.digits.hide()
            return "device", _OTHER_THINGS
        if not ui.approver.text().strip():
            return "approver", _EMPTY["user"]
        return None if len(_digits(ui.told.text())) == DIGITS else ("told", _ANSWER)

    def _chosen_way(self) -> SecondWay:
        return SecondWay(self._ui.manner.value() or SecondWay.AT_DESK)

    def _lack(self, name: str, sentence: str) -> None:
        if not name:
            self._ui.alone_note.show_note(sentence, Role.ERROR)
            self._reasons.set_focus()
            return
        field = self._field(name)
        field.show_error(sentence)
        field.selectAll()
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _field(self, name: str) -> FieldEdit:
        found: FieldEdit = getattr(self._ui, name)
        return found

    def _show_way(self, way: SecondWay) -> None:
        self._ui.manner.set_value(way.value)
        self._ui.at_desk.setVisible(way is SecondWay.AT_DESK)
        self._ui.by_phone.setVisible(way is SecondWay.PHONE)
        self._ui.alone.setVisible(way is SecondWay.ALONE)
        self.forget()


def grouped(digits: str) -> str:
    """Eight digits as people read them out: ``1234 5678``."""
    return f"{digits[:4]} {digits[4:]}"


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isascii() and sign.isdigit())
