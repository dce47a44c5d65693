"""«Đang giữ»: what am I holding, and where is the rest; putting away, handing over, counting.

The lists stand in the middle for all three works; what a scan means depends on the work in front alone. The page must not know what is
written down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.bars import Bars
from kt1desk.desktop.forms.delivery_works import Ui_WorksPage
from kt1desk.desktop.holding.acting import HoldingWork
from kt1desk.desktop.holding.count_work import CountWork
from kt1desk.desktop.holding.hand_work import HandWork
from kt1desk.desktop.holding.lists import HoldingLists
from kt1desk.desktop.holding.put_work import PutWork
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import KT1, SideWords
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.holding import NOTHING_HELD, HoldingBoard, HoldingNeeds
from kt1desk.desktop.page_keys import Way, ways_of
from kt1desk.desktop.works_bar import WorksBar
from kt1desk.domain.custody import HolderKind
from kt1desk.domain.errors import DeskError
from kt1desk.services.people_found import PERSON

PUT, HAND, COUNT = "put", "hand", "count"
"""Works, as `entered(ref)` names them."""
_TITLES: Mapping[str, str] = {PUT: "Cất giữ", HAND: "Bàn giao", COUNT: "Kiểm đếm"}
_PERSON = f"{HolderKind.PERSON.value}:"
_HOLDS_NOTHING = "Người này không giữ {} nào. Đang xem tất cả."


class HoldingPage(Page):
    """Holders and three works. Somebody is shown with what he holds."""

    takes = frozenset({PERSON})

    def __init__(
        self, needs: HoldingNeeds, jobs: Jobs, words: SideWords = KT1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._needs = needs
        self._reads = Newest(jobs)
        self._ui = Ui_WorksPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._lists = HoldingLists(words, self)
        self._ui.stack.addWidget(self._lists)
        self._right = QStackedWidget(self)
        self._right.hide()
        put, hand = PutWork(needs, jobs, self._lists), HandWork(needs, jobs, self._lists, self._right)
        self._count = CountWork(self._lists)
        self._works: dict[str, HoldingWork] = {PUT: put, HAND: hand, COUNT: self._count}
        self._sides: dict[str, QWidget] = {PUT: put, HAND: hand.side, COUNT: self._count}
        for side in self._sides.values():
            self._right.addWidget(side)
        for made in (put.done, hand.done):
            made.connect(self._done)
        self._bar = WorksBar(self._ui, self)
        self._bar.chosen.connect(self.entered)
        self._front = PUT
        self._chosen: Sequence[str] = ()
        self._again = reading(self.entered)
        self._show_titles()
        self._lists.changed.connect(lambda: self._works[self._front].settle())  # noqa: PLW0108  of the front then
        self._lists.entered.connect(lambda: self._works[self._front].go_on())  # noqa: PLW0108  of the front then
        self._lists.turned.connect(lambda: self._works[self._front].begin())  # noqa: PLW0108  of the front then
        self._lists.refused.connect(lambda item: self._tell(DeskError("holding.away", "items", number=item)))
        self._bring(PUT)

    def entered(self, ref: str = "") -> None:
        """Bring a work to the front, or the one that was; read who holds what. A holder's id brings what he holds."""
        self._lists.key = ref if ref.startswith(_PERSON) else self._lists.key
        if why := self.bars.why(ref):
            self.said.emit(why)
        self._bring(ref if ref in self._works and not why else self._front)
        self._works[self._front].tell("")
        self._reads.run(self._needs.holding, lambda board: self._show(board, ref), self._tell)
        self._lists.take_keys()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._lists.show_board(NOTHING_HELD)
        for work in self._works.values():
            work.forget()

    def bar(self, bars: Bars) -> None:
        """See `Page.bar`. A work that may not be gone to has no title; counting is for everybody who sees what is held."""
        if bars != self.bars:
            super().bar(bars)
            front = self._front if not bars.why(self._front) else COUNT
            self._front = front
            self._show_titles()
            self._bring(front)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the work, then to the items."""
        return self._works[self._front].step_back() or self._lists.take_keys()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        works = [
            PageKey(f"Ctrl+{at}", title, partial(self.entered, name), self.bars.why(name))
            for at, (name, title) in enumerate(_TITLES.items(), 1)
        ]
        return (*works, *self._works[self._front].keys(), *self._lists.keys(), self._again)

    def ways(self) -> Sequence[Way]:
        """See `Page.ways`: the works that may be gone to, what acts in each, and what acts in all of them."""
        found: list[Way] = []
        for at, (name, title) in enumerate(_TITLES.items(), 1):
            if not self.bars.why(name):
                acting = self._works[name].keys()
                inside = [each.inside(name, title, name) for each in ways_of(acting)]
                found += [Way(PageKey(f"Ctrl+{at}", title), name, leads=True), *inside]
        return (*found, *ways_of((*self._lists.keys(), self._again)))

    def take_scan(self, code: str) -> bool:
        """The work in front takes it."""
        return self._works[self._front].take_scan(code)

    def works_with_scans(self) -> bool:
        """Each scan is a step of the work."""
        return True

    def _show_titles(self) -> None:
        numbered = enumerate(_TITLES.items(), 1)
        self._bar.show_works((at, name, title) for at, (name, title) in numbered if not self.bars.why(name))
        self._bar.show_front(self._front)

    def _bring(self, name: str) -> None:
        """Ticks go over from putting away to handing over; a count has its own, and gives them back."""
        before, self._front = self._front, name
        work = self._works[name]
        if name == COUNT and before != COUNT:
            self._chosen = [each.item.item for each in self._lists.marked()]
        elif name != COUNT and before == COUNT:
            self._lists.show_only(None)
            self._lists.remark(self._chosen)
        self._bar.show_front(name)
        self._right.setCurrentWidget(self._sides[name])
        self._lists.show_hints(work.hints)
        work.begin()
        self.keys_changed.emit()

    def _show(self, board: HoldingBoard, wanted: str) -> None:
        self._lists.show_board(board)
        if wanted.startswith(_PERSON) and self._lists.key != wanted:
            self.said.emit(_HOLDS_NOTHING.format(self._lists.words.noun))
        self._works[self._front].begin()

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _tell(self, error: DeskError) -> None:
        self._works[self._front].tell(say(error))
