"""One place, two services: KT1 and dossiers behind one switch beside the title, each side a page of its own with its own needs.

The sides never see each other's things, and a side that its user may not work at stands there inert with the reason. The page must not know
what a side does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.barred_side import BarredSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.models.side_words import WORDS
from kt1desk.desktop.navigation import OtherSide, Page, PageKey, about_in
from kt1desk.desktop.needs.sides import SideNeeds
from kt1desk.desktop.page_keys import Way
from kt1desk.desktop.side_refs import at_side, side_in
from kt1desk.desktop.side_scans import SideScans
from kt1desk.desktop.side_switch import SideSwitch
from kt1desk.domain.service import Service


class _Stack:
    """The sides, the one in front, and why some are barred. Implements `kt1desk.desktop.side_scans.Sides`."""

    def __init__(self, pages: Mapping[Service, Page]) -> None:
        self.pages = dict(pages)
        self.barred: Mapping[Service, str] = {}
        self.front = next(iter(pages))

    def in_front(self) -> Service:
        return self.front

    def opens(self, side: Service) -> bool:
        return side in self.pages and side not in self.barred

    def page(self) -> Page | None:
        """The page in front, None where it is barred."""
        return self.pages[self.front] if self.opens(self.front) else None

    def take_here(self, code: str) -> bool:
        page = self.page()
        return page is not None and page.take_scan(code)


class SidesPage(Page):
    """The sides that this desk has, the first of them in front until another is chosen. With one alone there is no switch."""

    def __init__(self, sides: Mapping[Service, Page], needs: SideNeeds, jobs: Jobs) -> None:
        super().__init__()
        self._sides = _Stack(sides)
        self.parts = {side.value: page for side, page in sides.items()}
        self.takes = frozenset(kind for page in sides.values() for kind in page.takes)
        self._stack, self._right = QStackedWidget(self), QStackedWidget(self)
        self._right.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        self._inert, self._no_column = BarredSide(self), QWidget(self)
        self._stack.addWidget(self._inert)
        self._right.addWidget(self._no_column)
        self._switch = SideSwitch({side: WORDS[side].title for side in sides}, self)
        self._switch.hide()  # whoever asks for the head shows it
        self._switch.chosen.connect(self._enter)
        self._scans = SideScans(self._sides, needs, jobs, self)
        self._scans.wanted.connect(self._enter)
        self._scans.failed.connect(self.scan_failed)
        for side, page in self._sides.pages.items():
            self._add(side, page)
        self._show()

    def entered(self, ref: str = "") -> None:
        """Bring a side to the front, or the one that was; what it is about may say which."""
        wanted, rest = side_in(ref)
        front, number = self._sides.front, about_in(ref)[1]
        if wanted is not None:
            self._enter(wanted, rest)
        elif len(self._sides.pages) > 1 and number:
            self._scans.find(number, lambda found: self._enter(found or front, ref))
        else:
            self._enter(front, ref)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._scans.forget()
        for page in self._sides.pages.values():
            page.forget()

    def bar_sides(self, barred: Mapping[Service, str]) -> None:
        """See `Page.bar_sides`. What such a side showed is dropped; another comes to the front in its place."""
        sides = self._sides
        lost, changed = barred.keys() - sides.barred.keys(), dict(barred) != dict(sides.barred)
        sides.barred = dict(barred)
        for side in lost & sides.pages.keys():
            sides.pages[side].forget()
        open_sides = [side for side in sides.pages if sides.opens(side)]
        if sides.front in lost and open_sides:
            sides.front = open_sides[0]
        if changed:
            self._show()
            if self.isVisible():
                self._enter(sides.front)

    def head(self) -> QWidget | None:
        """The switch."""
        return self._switch if len(self._sides.pages) > 1 else None

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the side in front."""
        page = self._sides.page()
        return page is not None and page.step_back()

    def keys(self) -> Sequence[PageKey]:
        """The sides, and what acts in the one in front."""
        switch = [
            PageKey(f"Alt+{at}", WORDS[side].title, partial(self._enter, side))
            for at, side in enumerate(self._sides.pages, 1)
        ]
        page = self._sides.page()
        return (*(switch if len(switch) > 1 else ()), *(page.offered() if page is not None else ()))

    def ways(self) -> Sequence[Way]:
        """The sides that may be worked at, what acts in both, and what acts in one of them."""
        open_sides = {side: page for side, page in self._sides.pages.items() if self._sides.opens(side)}
        found: dict[tuple[str, ...], Way] = {}
        several = len(self._sides.pages) > 1
        for at, side in enumerate(self._sides.pages, 1):
            if side in open_sides and several:
                key = PageKey(f"Alt+{at}", WORDS[side].title)
                found[key.key,] = Way(key, at_side(side), leads=True)
        for side, page in open_sides.items():
            for way in page.ways():
                there = way.inside("", WORDS[side].title if several else "", at_side(side, way.ref))
                known = (way.key.key, way.key.does, *way.path)
                # What both sides have is done at the one in front.
                found[known] = way if known in found else there
        return tuple(found.values())

    def take_scan(self, code: str) -> bool:
        """The side takes it that its number belongs to."""
        return self._scans.take(code) if len(self._sides.pages) > 1 else self._sides.take_here(code)

    def works_with_scans(self) -> bool:
        """Whether each scan is a step of the work in front; a side that is barred works with none."""
        page = self._sides.page()
        return page is None or page.works_with_scans()

    def take_part(self, data: bytes) -> bool:
        """Of a 2D code that is in parts the side in front collects them."""
        page = self._sides.page()
        return page is not None and page.take_part(data)

    def _add(self, side: Service, page: Page) -> None:
        self._stack.addWidget(page)
        column = page.side()
        if column is not None:
            self._right.addWidget(column)
        for its, mine in (
            (page.changed, self.changed),
            (page.said, self.said),
            (page.going, self.going),
            (page.scan_failed, self.scan_failed),
        ):
            its.connect(mine)

        def lead(other: OtherSide) -> None:
            """What was read at one side is for another."""
            if self._sides.opens(other.side):
                self._enter(other.side, other.ref)

        page.other_side.connect(lead)
        page.keys_changed.connect(lambda: self.keys_changed.emit() if side is self._sides.front else None)

    def _enter(self, side: Service, ref: str = "") -> None:
        self._sides.front = side if side in self._sides.pages else self._sides.front
        self._show()
        self.keys_changed.emit()
        page = self._sides.page()
        if page is not None:
            page.entered(ref)
        else:
            self._inert.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """The side in front, or why it is not to be worked at."""
        page, front = self._sides.page(), self._sides.front
        self._switch.show_front(front)
        column = page.side() if page is not None else None
        self._right.setCurrentWidget(column or self._no_column)
        self._inert.tell(self._sides.barred.get(front, ""))
        self._stack.setCurrentWidget(page or self._inert)
