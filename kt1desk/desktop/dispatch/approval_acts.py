"""What is done to items that wait for a second person: approved, rejected with a reason, asked about over the telephone.

One thing at a time: while a reason is asked, or the telephone is answered, nothing else is done. It must not know how items are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.answer_panel import AnswerPanel, Call
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.approval import ApprovalNeeds
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

REJECT_KEY = "F8"
_NONE_CHOSEN = "Chưa chọn bưu gửi nào: quét nhãn hoặc bấm Dấu cách ở dòng cần duyệt."
_ONE_ONLY = "Từ chối từng bưu gửi một: chỉ chọn một dòng."


class Mode(Enum):
    """What the right column is there for."""

    APPROVE = "approve"
    REASON = "reason"
    REJECT = "reject"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True)
class Panels:
    """What stands in the right column."""

    second: SecondPanel
    asking: ReasonPanel
    answering: AnswerPanel


class ApprovalActs(QObject):
    """`done`: a sentence about what was done. `told`: one about what cannot be done. `moved`: another mode."""

    done = Signal(str)
    told = Signal(str)
    moved = Signal()

    def __init__(
        self, needs: ApprovalNeeds, jobs: Jobs, panels: Panels, chosen: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__(panels.second)
        self._needs, self._panels, self._chosen = needs, panels, chosen
        self._doing = Doing(jobs, self)
        self._mode = Mode.APPROVE
        self._reason = ""
        self.reasons: Sequence[Choice] = ()
        panels.second.given.connect(self._give)
        panels.second.asking.connect(self._ask_by_phone)
        panels.answering.called.connect(self._called)
        self._doing.refused.connect(self._refuse)

    @property
    def mode(self) -> Mode:
        """What the right column is there for now."""
        return self._mode

    def approve(self) -> None:
        """Let go what is chosen; where somebody calls, answer him."""
        if self._mode is Mode.ANSWER:
            self._panels.answering.finish()
        chosen = self._chosen()
        if self._mode is not Mode.APPROVE:
            return
        if not chosen:
            self.told.emit(_NONE_CHOSEN)
            return
        yes = self._panels.second.yes(chosen)
        if yes is not None:
            self._doing.run(
                lambda: self._needs.approve(chosen, yes), lambda n: self._done(f"Đã duyệt {KT1.counted(n)}.")
            )

    def reject(self) -> None:
        """Hold one back: first the reason, then the second person, then it is done."""
        chosen = self._chosen()
        if self._mode is Mode.REASON:
            self._panels.asking.press(REJECT_KEY)
        elif self._mode is not Mode.ANSWER and len(chosen) != 1:
            self.told.emit(_ONE_ONLY if chosen else _NONE_CHOSEN)
        elif self._mode is Mode.APPROVE:
            title = f"Vì sao từ chối {item_number(chosen[0])}?"
            self._move(Mode.REASON)
            self._panels.asking.begin(ReasonQuestion(title, "", self.reasons, self._reject_for))
        elif self._mode is Mode.REJECT:
            self._reject(chosen[0])

    def answer(self) -> None:
        """Somebody calls."""
        if self._mode in {Mode.APPROVE, Mode.ANSWER}:
            self._move(Mode.ANSWER)
            self._panels.answering.begin()

    def step_back(self) -> bool:
        """The telephone, the question, the reason; False where none of them is there."""
        if self._mode is Mode.APPROVE:
            return False
        self._panels.answering.hide()
        self._move(Mode.APPROVE)
        self._panels.asking.close_question()
        return True

    def _reject(self, item: str) -> None:
        yes, reason = self._panels.second.yes((item,)), self._reason
        if yes is not None:
            said = f"Đã từ chối {item_number(item)}. Trả lại người nhận ở quầy để sửa hoặc rút."
            self._doing.run(lambda: self._needs.reject(item, reason, yes), lambda _: self._done(said))

    def _reject_for(self, reason: str) -> None:
        self._reason = reason
        self._move(Mode.REJECT)
        self._panels.second.start()

    def _give(self) -> None:
        """Enter at the last input of the second person."""
        if self._mode is Mode.REJECT:
            self.reject()
        else:
            self.approve()

    def _ask_by_phone(self, device: int) -> None:
        chosen = self._chosen()
        if not chosen:
            self.told.emit(_NONE_CHOSEN)
            return
        show = self._panels.second.show_question
        self._doing.run(lambda: self._needs.ask_by_phone(Act.APPROVE_ITEM, chosen, device), show)

    def _called(self, call: Call) -> None:
        self._doing.run(
            lambda: self._needs.answer_phone(call.device, call.digits, call.act, call.things),
            self._panels.answering.show_answer,
        )

    def _done(self, sentence: str) -> None:
        self._move(Mode.APPROVE)
        self._panels.second.forget()
        self.done.emit(sentence)

    def _refuse(self, error: DeskError) -> None:
        if self._mode is Mode.ANSWER:
            self._panels.answering.refuse(error)
        else:
            self._panels.second.refuse(error)
            self.told.emit(say(error))

    def _move(self, mode: Mode) -> None:
        self._mode = mode
        self.moved.emit()
