"""A page of several works, one of them in front: the keys, the right column and the scans are those of the work in front.

It must not know what a work does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.bars import NOTHING, Bars
from kt1desk.desktop.forms.delivery_works import Ui_WorksPage
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.only_to_read import OnlyToRead
from kt1desk.desktop.page_keys import Way
from kt1desk.desktop.works_bar import WorksBar
from kt1desk.services.rows import SearchHit


class WorksPage(Page):
    """Works by the name that `entered(ref)` gives them, each with its title; Ctrl and its number brings it to the front.

    ``first`` is the number of the first of them.
    """

    def __init__(
        self, works: Mapping[str, tuple[str, Page]], parent: QWidget | None = None, *, first: int = 1
    ) -> None:
        super().__init__(parent)
        self._ui = Ui_WorksPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._right.hide()
        self.parts = self._works = {name: work for name, (_, work) in works.items()}
        self._titles = {name: title for name, (title, _) in works.items()}
        self._front, self._first = next(iter(works)), first
        self._to_read = OnlyToRead(self._right)
        self._right.addWidget(self._to_read)
        self._bar = WorksBar(self._ui, self)
        self._bar.chosen.connect(self.entered)
        self._show_titles()
        for work in self._works.values():
            self._add(work)

    def entered(self, ref: str = "") -> None:
        """Bring a work to the front, or the one that was; it reads what it shows."""
        name, _, rest = ref.partition(":")
        if why := self.bars.why(name):
            self.said.emit(why)
            rest = ""
        elif name in self._works:
            self._front = name
        work = self._works[self._front]
        self._bar.show_front(self._front)
        self._ui.stack.setCurrentWidget(work)
        self._to_read.tell(self.bars.at(self._front).why(NOTHING))
        side = work.side()
        self._right.setCurrentWidget(self._to_read if side is None or self._is_to_read() else side)
        self.keys_changed.emit()
        work.entered(rest)

    def is_in_front(self, name: str) -> bool:
        """Whether that work is the one in front."""
        return self._front == name

    def forget(self) -> None:
        """See `Page.forget`."""
        for work in self._works.values():
            work.forget()

    def bar(self, bars: Bars) -> None:
        """See `Page.bar`. A work that may not be gone to has no title; one where nothing can be done has a note in its right column."""
        if bars == self.bars:
            return
        super().bar(bars)
        self._show_titles()
        if bars.why(self._front):
            self._front = next((name for name in self._works if not bars.why(name)), self._front)
        self._bar.show_front(self._front)
        if self.isVisible():
            self.entered(self._front)
        self.keys_changed.emit()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the work in front."""
        return self._works[self._front].step_back()

    def keys(self) -> Sequence[PageKey]:
        """The works, and what acts in the one in front."""
        works = [
            PageKey(f"Ctrl+{at}", title, partial(self.entered, name), self.bars.why(name))
            for at, (name, title) in enumerate(self._titles.items(), self._first)
        ]
        return (*works, *self._works[self._front].offered())

    def ways(self) -> Sequence[Way]:
        """The works that may be gone to, and what acts in each."""
        found: list[Way] = []
        for at, (name, title) in enumerate(self._titles.items(), self._first):
            if not self.bars.why(name):
                found.append(Way(PageKey(f"Ctrl+{at}", title), name, leads=True))
                inside = () if self.bars.at(name).why(NOTHING) else self._works[name].ways()
                found += [each.inside(name, title, f"{name}:{each.ref}") for each in inside]
        return found

    def take_scan(self, code: str) -> bool:
        """The work in front takes it, where anything can be done."""
        return not self._is_to_read() and self._works[self._front].take_scan(code)

    def take_found(self, hit: SearchHit) -> bool:
        """The work in front takes it."""
        return self._works[self._front].take_found(hit)

    def works_with_scans(self) -> bool:
        """Each scan is a step of the work, where anything can be done."""
        return not self._is_to_read()

    def _is_to_read(self) -> bool:
        return bool(self.bars.at(self._front).why(NOTHING))

    def _show_titles(self) -> None:
        numbered = enumerate(self._titles.items(), self._first)
        self._bar.show_works((at, name, title) for at, (name, title) in numbered if not self.bars.why(name))
        self._bar.show_front(self._front)

    def _add(self, work: Page) -> None:
        self._ui.stack.addWidget(work)
        side = work.side()
        if side is not None:
            self._right.addWidget(side)
        for its, mine in (
            (work.changed, self.changed),
            (work.said, self.said),
            (work.going, self.going),
            (work.scan_failed, self.scan_failed),
            (work.other_side, self.other_side),
        ):
            its.connect(mine)
        work.keys_changed.connect(
            lambda: self.keys_changed.emit() if work is self._works[self._front] else None
        )
