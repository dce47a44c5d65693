"""At the approver's desk: somebody calls, reads eight digits and says what for; eight digits are read back.

It must not know how the digits are made.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.second_panel import grouped
from kt1desk.desktop.forms.approval_answer import Ui_AnswerPanel
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step, Visited
from kt1desk.desktop.widgets import Choice, FieldEdit
from kt1desk.domain.approval import DIGITS
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

_WHAT = (
    Choice(Act.APPROVE_ITEM.value, "Nhận", "1"),
    Choice(Act.APPROVE_DISPATCH.value, "Đi", "2"),
    Choice(Act.FORWARD_ITEM.value, "Tiếp", "3"),
    Choice(Act.RETURN_ITEM.value, "Hoàn", "4"),
)
_MEANS = {
    Act.APPROVE_ITEM: "Duyệt bưu gửi chấp nhận ở điểm gọi tới.",
    Act.APPROVE_DISPATCH: "Duyệt chuyến thư gửi đi: đếm số túi.",
    Act.FORWARD_ITEM: "Chuyển tiếp tới nơi nhận khác.",
    Act.RETURN_ITEM: "Chuyển hoàn người gửi, hoặc để riêng.",
}
"""What each act means, for whoever answers: a segment has room for one word."""
_FIELDS = {"device": "asker", "question": "asked_digits", "things": "things"}


@dataclass(frozen=True, slots=True)
class Call:
    """What was said on the telephone."""

    device: int
    digits: str
    act: Act
    things: int


class AnswerPanel(QWidget):
    """`called(Call)`: everything was typed, the answer is wanted."""

    called = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_AnswerPanel()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.asked.set_choices(_WHAT)
        ui.asked.set_value(Act.APPROVE_ITEM.value)
        for name in _FIELDS.values():
            self._field(name).attach_note(getattr(ui, f"{name}_note"))
            self._field(name).textEdited.connect(self._edited)
        ui.asked.chosen.connect(lambda _: self._edited())
        ui.asked.chosen.connect(lambda _: self._explain())
        self._explain()
        self._visited = Visited()
        self._way = EnterWay(
            self,
            (
                Step(ui.asker, lambda: not _number(ui.asker)),
                Step(ui.asked_digits, lambda: len(_digits(ui.asked_digits)) != DIGITS),
                self._visited.step(ui.asked),
                Step(ui.things, lambda: not _number(ui.things)),
            ),
        )
        self._way.finished.connect(self._call)
        self.hide()

    def begin(self) -> None:
        """A new call."""
        self._visited.forget()
        for name in _FIELDS.values():
            self._field(name).clear()
        self._edited()
        self.show()
        self._ui.asker.setFocus()

    def show_answer(self, digits: str) -> None:
        """The digits to be read back."""
        self._ui.answer_digits.setText(grouped(digits))
        self._ui.answer_digits.setAccessibleName(f"8 số trả lời: {' '.join(digits)}")
        for part in (self._ui.answer_title_2, self._ui.answer_digits):
            part.show()

    def refuse(self, error: DeskError) -> None:
        """Show a refusal at its input, or below."""
        if error.field in _FIELDS:
            field = self._field(_FIELDS[error.field])
            field.show_error(say(error))
            field.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._ui.answer_problem.setText(say(error))
            self._ui.answer_problem.show()

    def finish(self) -> None:
        """Everything is typed as far as the clerk is concerned: the same as Enter at the last input."""
        missing = self._way.missing()
        if missing:
            missing[0].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._call()

    def _call(self) -> None:
        ui = self._ui
        self.called.emit(Call(_number(ui.asker), _digits(ui.asked_digits), self._act(), _number(ui.things)))

    def _act(self) -> Act:
        return Act(self._ui.asked.value() or Act.APPROVE_ITEM.value)

    def _explain(self) -> None:
        self._ui.asked_note.show_note(_MEANS[self._act()])

    def _edited(self) -> None:
        """Another question: an answer to the one before must not stand beside it."""
        for part in (self._ui.answer_title_2, self._ui.answer_digits, self._ui.answer_problem):
            part.hide()
        self._ui.answer_digits.setText("")
        for name in _FIELDS.values():
            self._field(name).show_idle()

    def _field(self, name: str) -> FieldEdit:
        found: FieldEdit = getattr(self._ui, name)
        return found


def _digits(field: FieldEdit) -> str:
    return "".join(sign for sign in field.text() if sign.isascii() and sign.isdigit())


def _number(field: FieldEdit) -> int:
    text = field.text().strip()
    return int(text) if text.isascii() and text.isdigit() else 0
