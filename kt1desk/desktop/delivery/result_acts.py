"""What is done with the item whose result is typed: given away, offered in vain, or as the one before. One thing at a time.

It must not know how items are listed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.delivery.typed_result import TypedResult
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.delivery import ResultNeeds
from kt1desk.domain.errors import DeskError

_NONE = "Quét nhãn, hoặc chọn dòng rồi Enter trước."
_OTHER_PLACE = "Người nhận trước không nhận cho nơi này. Gõ tên người nhận."


class ResultActs(QObject):
    """`done`: a sentence about what was stored. `told`: one about what cannot be done, "" for nothing. `asks`: a question comes."""

    done = Signal(str)
    told = Signal(str)
    asks = Signal()

    def __init__(self, needs: ResultNeeds, jobs: Jobs, form: TypedResult, asking: ReasonPanel) -> None:
        super().__init__(asking)
        self._needs, self._form, self._asking = needs, form, asking
        self._doing = Doing(jobs, self)
        self._doing.refused.connect(self.refuse)
        self.reasons: Sequence[Choice] = ()

    def deliver(self) -> None:
        """It is in the hands it is for."""
        if self._asking.is_open():
            return
        if self._form.line() is None:
            self.told.emit(_NONE)
            return
        draft = self._form.draft()
        if draft is None:
            return
        said = self._form.said(draft)
        self._doing.run(lambda: self._needs.deliver(draft), lambda _: self._stored(draft.item, said))

    def attempt(self) -> None:
        """It was offered in vain: why is asked, and a digit writes it down."""
        line = self._form.line()
        if self._asking.is_open():
            return
        if line is None or not line.round:
            self.told.emit(_NONE)
            return
        item, number, scan = line.line.item.item, line.round, self._form.is_scanned()

        def act(reason: str) -> None:
            self._doing.run(
                lambda: self._needs.attempt(item, reason, number, scan=scan),
                lambda _: self._stored(item, f"{item_number(item)}: phát chưa được, bưu tá còn giữ."),
            )

        title = f"Vì sao chưa phát được {item_number(item)}?"
        self.asks.emit()  # what it covers goes first: both together are higher than the smallest screen
        self._asking.begin(ReasonQuestion(title, "Bấm phím số là ghi ngay.", self.reasons, act))

    def repeat(self) -> None:
        """As whoever took the item before."""
        if not self._asking.is_open() and not self._form.repeat():
            self.told.emit(_OTHER_PLACE if self._form.line() is not None else _NONE)

    def refuse(self, error: DeskError) -> None:
        """Say why something was not done: at its input, or where there is room."""
        is_said = self._form.refuse(error)
        self.told.emit("" if is_said else say(error))

    def _stored(self, item: str, sentence: str) -> None:
        self._form.stored(item)
        self.done.emit(sentence)
