"""What the page of a record asks before it does something for good: a reason by a key, then the same key once more. Never Enter.

The card stands where the keys of the page stood. It must not know what is done afterwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.widgets import Choice, Role, set_role

_CHOOSE = "Chọn lý do bằng phím số trước."


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        title, text: what it is about and what follows from it.
        reasons: of which one is chosen by its key.
        key: pressed once more, it does it; "" where the reason alone does.
        does: what the button says, ``sure`` what is said before the key is pressed once more.
        act: called with the value of the reason.
    """

    title: str
    text: str
    reasons: Sequence[Choice]
    act: Callable[[str], None]
    key: str = ""
    does: str = ""
    sure: str = ""


class Asking(QObject):
    """Shows one question at a time. `began`, `ended`: it was asked; it was answered or taken back."""

    began = Signal()
    ended = Signal()

    def __init__(self, ui: Ui_RecordSide, owner: QObject) -> None:
        super().__init__(owner)
        self._ui = ui
        self._question: Question | None = None
        ui.reason.chosen.connect(self._chosen)
        ui.sure.clicked.connect(self._do)
        ui.sure.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # neither Enter nor Space may ever press it
        ui.question_card.hide()

    def is_open(self) -> bool:
        """Whether something is asked now."""
        return self._question is not None

    def begin(self, question: Question) -> None:
        """Ask; the reasons take the keys."""
        ui, self._question = self._ui, question
        ui.question_title.setText(question.title)
        ui.question_text.setText(question.text)
        ui.question_text.setVisible(bool(question.text))
        ui.reason.set_choices(question.reasons)
        ui.question_sure.hide()
        ui.sure.setVisible(bool(question.key))
        ui.sure.setProperty("key_text", question.key)
        ui.sure.setText(question.does)
        ui.sure.setEnabled(False)
        ui.question_card.show()
        self.began.emit()
        ui.reason.setFocus()

    def press(self, key: str) -> bool:
        """The key was pressed: it answers the question that it belongs to. False where there is no such question."""
        question = self._question
        if question is None or question.key != key:
            return False
        if self._ui.reason.value() is None:
            self._say(_CHOOSE, Role.ERROR_BOX)
        else:
            self._do()
        return True

    def close(self) -> bool:
        """Do nothing after all; False where nothing was asked."""
        if self._question is None:
            return False
        self._question = None
        self._ui.question_card.hide()
        self.ended.emit()
        return True

    def _chosen(self, reason: str) -> None:
        question = self._question
        if question is None:
            return
        if question.key:
            self._ui.sure.setEnabled(True)
            self._say(question.sure, Role.WARN_BOX)
        else:
            self.close()
            question.act(reason)

    def _do(self) -> None:
        question, reason = self._question, self._ui.reason.value()
        if question is not None and reason is not None:
            self.close()
            question.act(reason)

    def _say(self, sentence: str, role: Role) -> None:
        set_role(self._ui.question_sure, role)
        self._ui.question_sure.setText(sentence)
        self._ui.question_sure.show()
