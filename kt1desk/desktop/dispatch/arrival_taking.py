"""Scans of items at an arrival: judged and counted at once, written in their turn, set right where they could not be written.

It must not know how the list is drawn.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.arrival_count import ArrivalCount
from kt1desk.desktop.dispatch.arrival_scans import ArrivalScans
from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import item_number
from kt1desk.desktop.needs.arrival import ArrivalNeeds, ItemScanned
from kt1desk.domain.errors import DeskError
from kt1desk.services.arrival_matching import ScanOutcome
from kt1desk.services.arrival_view import INTACT
from kt1desk.services.arrivals import ArrivalScan
from kt1desk.services.wording_custody import item_condition_name

_NEWS = {
    ScanOutcome.ALREADY: "{number}: đã nhận từ trước, không ghi thêm.",
    ScanOutcome.BEFORE_DATA: "{number}: nhận theo nhãn, dữ liệu tới sau sẽ khớp vào.",
    ScanOutcome.ELSEWHERE: "{number}: bản kê ghi ở túi khác, đã nhận ở đây.",
    ScanOutcome.SURPLUS: "{number}: thừa, không có trong bản kê. Đã ghi, cần lập biên bản.",
}


class ArrivalTaking(QObject):
    """`changed(item)`: one item stands otherwise. `outdated`: what is shown must be read again. `failed(sentence)`: for the ear.

    Scans that come while a dispatch is being read are written like all others: the state is only for the eye.
    """

    changed = Signal(str)
    outdated = Signal()
    failed = Signal(str)

    def __init__(self, needs: ArrivalNeeds, jobs: Jobs, counted: ArrivalCount, parent: QObject) -> None:
        super().__init__(parent)
        self._count = counted
        self._scans = ArrivalScans(needs, jobs, self)
        self._scans.settled.connect(self._settle)
        self._scans.failed.connect(self._fail)
        self._scans.emptied.connect(self._end)
        self.state: ArrivalState | None = None
        self._receptacle = ""
        self._since: dict[str, str] = {}
        self._is_old = False

    def use(self, state: ArrivalState | None, receptacle: str) -> None:
        """Another dispatch, or the same as it is now; ``receptacle`` is the bag that lies open."""
        self.state, self._receptacle = state, receptacle
        if state is None:
            return
        for item, condition in self._since.items():  # what was scanned while this was being read
            state.take(item, condition)
        self._count.show(state)

    def rest(self) -> None:
        """The arrival is closed: its last scan says nothing of the next one."""
        self._count.say("", good=True)

    def take(self, item: str) -> None:
        """A label was scanned.

        Raises:
            DeskError: ``arrival.already``: nothing is written twice; ``arrival.surplus``: it is written, and heard.
        """
        state = self.state
        judged = state.judge(item) if state is not None else ScanOutcome.EXPECTED
        if judged is ScanOutcome.ALREADY or item in self._since:
            self._count.say(f"{item_number(item)}: đã quét rồi.", good=False)
            raise DeskError("arrival.already", "item", number=item)
        condition = self._count.condition()
        self._since[item] = condition
        self._scans.take(ItemScanned(item, self._receptacle, condition))
        if state is not None:
            state.take(item, condition)
            self._count.show(state)
            self.changed.emit(item)
        self._count.say(_words(item, condition), good=condition == INTACT)
        if judged is ScanOutcome.SURPLUS:
            self._count.say(_NEWS[judged].format(number=item_number(item)), good=False)
            raise DeskError("arrival.surplus", "item", number=item)

    def _settle(self, news: ArrivalScan) -> None:
        """It is written; where it came to something else than was thought, that is said."""
        self._since.pop(news.item, None)
        if news.outcome is ScanOutcome.EXPECTED:
            return
        self._is_old = True
        sentence = _NEWS[news.outcome].format(number=item_number(news.item))
        self._count.say(sentence, good=news.outcome is not ScanOutcome.SURPLUS)
        was_heard = self.state is not None and self.state.place_of(news.item) < 0
        if news.outcome is ScanOutcome.SURPLUS and not was_heard:
            self.failed.emit(sentence)

    def _fail(self, item: str, error: DeskError) -> None:
        """It is not written: it counts as not scanned, and everybody hears it."""
        self._since.pop(item, None)
        self._is_old = True
        if self.state is not None:
            self.state.give_back(item)
            self._count.show(self.state)
            self.changed.emit(item)
        sentence = f"{item_number(item)} CHƯA được ghi: {say(error)}"
        self._count.say(sentence, good=False)
        self.failed.emit(sentence)

    def _end(self) -> None:
        """Nothing is under way: what is shown can be read again without losing sight of a scan."""
        if self._is_old:
            self._is_old = False
            self.outdated.emit()


def _words(item: str, condition: str) -> str:
    return f"{item_number(item)}: {'đã nhận' if condition == INTACT else item_condition_name(condition).lower()}."
