"""What is done at an arrival: a bag taken over, its seal broken, an incident record opened, the arrival closed.

F9 is the next of these that is due. It must not know how an arrival is shown.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.arrival_bag import BagForm
from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs.arrival import ArrivalNeeds
from kt1desk.domain.errors import DeskError
from kt1desk.services.arrival_view import Difference
from kt1desk.services.arrivals import Received
from kt1desk.services.wording_custody import bag_condition_name, wrong_name

_HAS_ONE = "Sai lệch này đã có biên bản {number}."
_NO_DIFFERENCE = "Ctrl+L xem sai lệch, chọn một dòng rồi Ctrl+B."


class Due(Enum):
    """What F9 does next."""

    RECEIVE = "Nhận túi"
    OPEN = "Mở túi"
    CLOSE = "Kết thúc nhận chuyến"


class ArrivalActs(QObject):
    """`done`: a sentence; what is shown is read again. `told`: why something cannot be done. `closed`: the arrival is closed.

    `lacking`: it cannot be closed while differences have no record.
    """

    done = Signal(str)
    told = Signal(str)
    closed = Signal()
    lacking = Signal()

    def __init__(self, needs: ArrivalNeeds, jobs: Jobs, bag: BagForm, asking: ReasonPanel) -> None:
        super().__init__(bag)
        self._needs, self._bag, self._asking = needs, bag, asking
        self._doing = Doing(jobs, self)
        self.state: ArrivalState | None = None
        self.opened = ""
        bag.finished.connect(self.receive)
        self._doing.refused.connect(self._refuse)

    def due(self) -> Due:
        """What F9 does next."""
        if self.state is None or self._bag.number():
            return Due.RECEIVE
        if self.state.to_open():
            return Due.OPEN
        # A bag that never came is a difference, and no reason to wait once every other item was looked at.
        waits = self.state.to_receive() and not any(bag.opened for bag in self.state.detail.view.bags)
        return Due.RECEIVE if waits else Due.CLOSE

    def go(self) -> None:
        """Do what is due."""
        if self._asking.is_open():
            return
        match self.due():
            case Due.RECEIVE:
                self.receive()
            case Due.OPEN:
                self._open()
            case Due.CLOSE:
                self._close()

    def receive(self) -> None:
        """Take the bag at hand over."""
        draft = self._bag.draft(self.state.dispatch if self.state else "")
        if draft is None:
            return

        def received(news: Received) -> None:
            self._bag.clear()
            found = f" Tình trạng: {bag_condition_name(news.condition)}." if news.condition else ""
            self.done.emit(f"Đã nhận túi {news.receptacle}.{found} F9 để mở túi.")

        self._doing.run(lambda: self._needs.receive_bag(draft), received)

    def open_incident(self, difference: Difference | None) -> None:
        """Ask what the record says, then open it."""
        if self._asking.is_open() or self.state is None:
            return
        if difference is None:
            self.lacking.emit()
            self.told.emit(_NO_DIFFERENCE)
            return
        if difference.incident:
            self.told.emit(_HAS_ONE.format(number=difference.incident))
            return
        dispatch, words = self.state.dispatch, item_number(difference.number)

        def act(code: str) -> None:
            self._doing.run(
                lambda: self._needs.open_incident(dispatch, difference, code),
                lambda number: self.done.emit(f"Đã lập biên bản {number} cho {words}."),
            )

        title = f"Lập biên bản: {wrong_name(difference.wrong.value)}, {words}"
        self._doing.run(
            lambda: self._needs.incident_codes(difference.wrong),
            lambda codes: self._asking.begin(ReasonQuestion(title, "", codes, act)),
        )

    def _open(self) -> None:
        receptacle = self.state.to_open() if self.state else ""

        def opened(_: None) -> None:
            self.opened = receptacle
            self.done.emit(f"Đã mở túi {receptacle}: quét từng bì trong túi.")

        self._doing.run(lambda: self._needs.open_bag(receptacle), opened)

    def _close(self) -> None:
        dispatch = self.state.dispatch if self.state else ""

        def closed(_: None) -> None:
            self.opened = ""
            self.closed.emit()
            self.done.emit(f"Đã nhận xong chuyến {dispatch}.")

        self._doing.run(lambda: self._needs.close_arrival(dispatch), closed)

    def _refuse(self, error: DeskError) -> None:
        self._bag.refuse(error)
        self.told.emit(say(error))
        if error.code == "arrival.incident_needed":
            self.lacking.emit()
