"""Which dispatch is in front, and reading it anew. A dispatch that is asked for by one of its bags is looked for beside the screen.

It must not know how anything is shown.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.arrival_state import ArrivalState
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs.arrival import ArrivalDetail, ArrivalNeeds
from kt1desk.domain.errors import DeskError

_UNKNOWN_BAG = "Bàn chưa có dữ liệu của túi này. Cứ nhận túi; dữ liệu tới sau sẽ khớp vào."


class ArrivalReading(QObject):
    """`coming(ComingView)`: what is expected was read. `read`: the dispatch in front was. `told`: why it could not be."""

    coming = Signal(object)
    read = Signal()
    told = Signal(str)

    def __init__(self, needs: ArrivalNeeds, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._needs = needs
        self._reads, self._looks = Newest(jobs), Newest(jobs)
        self._dispatch = ""
        self.state: ArrivalState | None = None

    def open(self, dispatch: str) -> None:
        """Bring a dispatch to the front."""
        self._dispatch = dispatch
        self.read_again()

    def leave(self) -> None:
        """Back to what is expected."""
        self._dispatch, self.state = "", None
        self.read_again()

    def read_again(self) -> None:
        """Read what is in front as it is now."""
        dispatch = self._dispatch
        if dispatch:
            self._reads.run(lambda: self._needs.arrival(dispatch), self._take, self._miss)
        else:
            self._reads.run(self._needs.coming, self.coming.emit, self._miss)

    def look_for(self, receptacle: str) -> None:
        """Bring the dispatch of a bag to the front, where one is known."""
        if self.state is None or self.state.bag(receptacle) is None:
            self._looks.run(lambda: self._needs.dispatch_of(receptacle), self._found, self._miss)
        else:
            self.read.emit()

    def take_news(self, dispatches: Sequence[str]) -> None:
        """Data came in: a single dispatch is brought to the front, unless another is being received."""
        if self.state is None and len(dispatches) == 1:
            self.open(dispatches[0])
        else:
            self.read_again()

    def _found(self, dispatch: str) -> None:
        if dispatch:
            self.open(dispatch)
        elif self.state is None:
            self.told.emit(_UNKNOWN_BAG)

    def _take(self, detail: ArrivalDetail) -> None:
        self.state = ArrivalState(detail)
        self.read.emit()

    def _miss(self, error: DeskError) -> None:
        self.told.emit(say(error))
