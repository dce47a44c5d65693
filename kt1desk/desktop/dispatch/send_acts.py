"""What is done to dispatches: sent with a second person's yes, or taken back with a reason and another yes.

It must not know how bags and dispatches are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.dispatch.second_panel import SecondPanel
from kt1desk.desktop.dispatch.trip_form import TripForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.dispatch import SendNeeds
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act

RECALL_KEY = "Ctrl+U"
_NO_BAGS = "Chưa chọn túi nào: quét nhãn cổ túi hoặc bấm Dấu cách."
_NO_DISPATCH = "Ctrl+L xem chuyến đã gửi, chọn một chuyến rồi Ctrl+U."


@dataclass(frozen=True, slots=True)
class SendPanels:
    """What stands in the right column."""

    trip: TripForm
    second: SecondPanel
    asking: ReasonPanel


class SendActs(QObject):
    """`done`: a sentence about what was done. `told`: one about what cannot be done. `moved`: something else is asked.

    Attributes:
        bags: hands out the numbers of the bags that were chosen; ``dispatch`` the dispatch that is chosen, and what is in it.
        reasons: why a dispatch may be taken back.
        needs_second: whether somebody must approve a dispatch; ``recalls_alone`` whether one is taken back without anybody's yes.
    """

    done = Signal(str)
    told = Signal(str)
    moved = Signal()

    def __init__(self, needs: SendNeeds, jobs: Jobs, panels: SendPanels) -> None:
        super().__init__(panels.second)
        self._needs, self._panels = needs, panels
        self._doing = Doing(jobs, self)
        self.bags: Callable[[], tuple[str, ...]] = tuple
        self.dispatch: Callable[[], tuple[str, tuple[str, ...]]] = lambda: ("", ())
        self.reasons: Sequence[Choice] = ()
        self.needs_second = True
        self.recalls_alone = False
        self._recalling = ("", "")
        panels.trip.finished.connect(self._to_second)
        panels.second.given.connect(self._give)
        panels.second.asking.connect(self._ask_by_phone)
        panels.asking.began.connect(self.moved)
        panels.asking.ended.connect(self.moved)
        self._doing.refused.connect(self._refuse)

    @property
    def recalls(self) -> str:
        """The dispatch that is being taken back, once its reason is chosen; "" for none."""
        return self._recalling[0]

    def send(self) -> None:
        """Send what is chosen."""
        if self._panels.asking.is_open():
            return
        if self.recalls:
            self.recall()
            return
        bags = self.bags()
        if not bags:
            self.told.emit(_NO_BAGS)
            return
        draft = self._panels.trip.draft(bags)
        yes = self._panels.second.yes(bags) if draft is not None and self.needs_second else None
        if draft is None or (yes is None and self.needs_second):
            return
        self._doing.run(
            lambda: self._needs.send(draft, yes),
            lambda number: self._sent(f"Đã gửi chuyến {number}. Bản kê đang in, ký giao nhận cả hai bên."),
        )

    def recall(self) -> None:
        """Take a dispatch back: first the reason, then the second person where one is asked for, then it is done."""
        dispatch, bags = self.dispatch()
        if self._panels.asking.is_open():
            self._panels.asking.press(RECALL_KEY)
        elif not dispatch:
            self.told.emit(_NO_DISPATCH)
        elif self.recalls != dispatch:
            title = f"Vì sao rút chuyến {dispatch}?"
            text = "Chỉ rút được khi chưa điểm nào nhận. Các túi trở lại danh sách túi đã đóng."
            self._panels.asking.begin(
                ReasonQuestion(title, text, self.reasons, lambda reason: self._recall_for(dispatch, reason))
            )
        else:
            self._recall(dispatch, bags)

    def step_back(self) -> bool:
        """The question, the reason; False where neither is there."""
        if self._panels.asking.close_question():
            return True
        was_recalling = bool(self.recalls)
        self._recalling = ("", "")
        self.moved.emit()
        return was_recalling

    def _recall(self, dispatch: str, bags: tuple[str, ...]) -> None:
        yes, reason = None if self.recalls_alone else self._panels.second.yes(bags), self._recalling[1]
        if yes is not None or self.recalls_alone:
            said = f"Đã rút chuyến {dispatch}. Lấy lại bản kê đã ký."
            self._doing.run(lambda: self._needs.recall(dispatch, reason, yes), lambda _: self._sent(said))

    def _recall_for(self, dispatch: str, reason: str) -> None:
        self._recalling = (dispatch, reason)
        self.moved.emit()
        if self.recalls_alone:
            self._recall(dispatch, ())
        else:
            self._panels.second.start()

    def _to_second(self) -> None:
        if self.needs_second:
            self._panels.second.start()
        else:
            self.send()

    def _give(self) -> None:
        if self.recalls:
            self.recall()
        else:
            self.send()

    def _ask_by_phone(self, device: int) -> None:
        things = self.dispatch()[1] if self.recalls else self.bags()
        if not things:
            self.told.emit(_NO_BAGS)
            return
        self._doing.run(
            lambda: self._needs.ask_by_phone(Act.APPROVE_DISPATCH, things, device),
            self._panels.second.show_question,
        )

    def _sent(self, sentence: str) -> None:
        self._recalling = ("", "")
        self._panels.second.forget()
        self.done.emit(sentence)
        self._panels.trip.clear()  # after the bags are let go: where they went is not where the next one goes
        self.moved.emit()

    def _refuse(self, error: DeskError) -> None:
        self._panels.second.refuse(error)
        self._panels.trip.refuse(error)
        self.told.emit(say(error))
