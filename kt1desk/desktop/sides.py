"""One place, two services: KT1 and dossiers behind one switch beside the title, each side a page of its own with its own needs.

The sides never see each other's things: a scan is led to the side that its number belongs to, and a side that its user may not work at
stands there inert with the reason. The page must not know what a side does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.barred_side import BarredSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.side_words import WORDS
from kt1desk.desktop.navigation import OtherSide, Page, PageKey, about_in, on_side
from kt1desk.desktop.needs.sides import SideNeeds
from kt1desk.desktop.side_switch import SideSwitch
from kt1desk.domain.errors import DeskError
from kt1desk.domain.service import Service


class SidesPage(Page):
    """The sides that this desk has, the first of them in front until another is chosen. With one alone there is no switch."""

    def __init__(self, sides: Mapping[Service, Page], needs: SideNeeds, jobs: Jobs) -> None:
        super().__init__()
        self._needs, self._jobs = needs, jobs
        self._sides = dict(sides)
        self._barred: Mapping[Service, str] = {}
        self._front = next(iter(sides))
        self._asked = ""
        self._waiting: deque[str] = deque()
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
        self._switch.chosen.connect(self._choose)
        for side, page in self._sides.items():
            self._add(side, page)
        self._show()

    # --- Page ----------------------------------------------------------------------------------------------------

    def entered(self, ref: str = "") -> None:
        """Bring a side to the front, or the one that was; what it is about may say which."""
        side, rest = on_side(ref)
        if side is None and len(self._sides) > 1 and (number := about_in(ref)[1]):
            self._find(number, lambda found: self._enter(found or self._front, ref))
        else:
            self._enter(side or self._front, rest)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._asked = ""
        self._waiting.clear()
        for page in self._sides.values():
            page.forget()

    def bar_sides(self, barred: Mapping[Service, str]) -> None:
        """See `Page.bar_sides`. What such a side showed is dropped; another comes to the front in its place."""
        lost = barred.keys() - self._barred.keys()
        changed, self._barred = dict(barred) != self._barred, dict(barred)
        for side in lost & self._sides.keys():
            self._sides[side].forget()
        open_sides = [side for side in self._sides if side not in self._barred]
        if self._front in lost and open_sides:
            self._front = open_sides[0]
        if changed:
            self._show()
            if self.isVisible():
                self._enter(self._front, "")

    def head(self) -> QWidget | None:
        """The switch."""
        return self._switch if len(self._sides) > 1 else None

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the side in front."""
        return self._is_open() and self._page().step_back()

    def keys(self) -> Sequence[PageKey]:
        """The sides, and what acts in the one in front."""
        switch = [
            PageKey(f"Alt+{at}", WORDS[side].title, partial(self._choose, side))
            for at, side in enumerate(self._sides, 1)
        ]
        return (*(switch if len(switch) > 1 else ()), *(self._page().keys() if self._is_open() else ()))

    def take_scan(self, code: str) -> bool:
        """The side takes it that its number belongs to; while one is led there or asked for, scans behind it wait."""
        if self._asked:
            self._waiting.append(code)
            return True
        side = self._needs.side_of(code) if len(self._sides) > 1 else None
        if side is not None and side is not self._front and side in self._sides:
            self._require(side)
            self._asked = code
            self._lead(OtherSide(side))
        elif len(self._sides) > 1 and self._needs.is_shared(code):
            self._asked = code
            self._find(code, self._found)
        else:
            return self._take_here(code)
        return True

    def works_with_scans(self) -> bool:
        """Each scan is a step of the work."""
        return self._page().works_with_scans()

    def takes(self, kind: str) -> bool:
        """What one of the sides takes."""
        return any(page.takes(kind) for page in self._sides.values())

    def take_part(self, data: bytes) -> bool:
        """Of a 2D code that is in parts the last one says which side it is for."""
        return self._is_open() and self._page().take_part(data)

    # --- inside --------------------------------------------------------------------------------------------------

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
        page.other_side.connect(self._lead)
        page.keys_changed.connect(lambda: self.keys_changed.emit() if side is self._front else None)

    def _choose(self, side: Service) -> None:
        self._enter(side, "")

    def _enter(self, side: Service, ref: str) -> None:
        self._front = side if side in self._sides else self._front
        self._show()
        self.keys_changed.emit()
        if self._is_open():
            self._page().entered(ref)
        else:
            self._inert.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        """The side in front, or why it is not to be worked at."""
        self._switch.show_front(self._front)
        column = self._page().side() if self._is_open() else None
        self._right.setCurrentWidget(column or self._no_column)
        self._inert.tell(self._barred.get(self._front, ""))
        self._stack.setCurrentWidget(self._page() if self._is_open() else self._inert)

    def _is_open(self) -> bool:
        return self._front not in self._barred

    def _page(self) -> Page:
        return self._sides[self._front]

    def _require(self, side: Service) -> None:
        """Refuse to lead to a side that may not be worked at: it is as if nobody knew the number."""
        if side in self._barred:
            raise DeskError("scan.not_here")

    def _lead(self, other: OtherSide) -> None:
        """What was read at one side is for another, which comes to the front; a scan is taken there behind what it reads."""
        if other.side in self._sides and other.side not in self._barred:
            self._enter(other.side, other.ref)
        if self._asked:
            self._jobs.run(lambda: None, lambda _: self._take_late(), lambda _: None)

    def _find(self, number: str, then: Callable[[Service | None], None]) -> None:
        def failed(error: DeskError) -> None:
            self._asked = ""
            self._waiting.clear()
            self.scan_failed.emit(say(error))

        self._jobs.run(lambda: self._needs.whose(number), then, failed)

    def _found(self, side: Service | None) -> None:
        """The books know whose it is, or nobody does: then the side in front judges it."""
        if side is not None and side is not self._front:
            self._lead(OtherSide(side))
        else:
            self._take_late()

    def _take_late(self) -> None:
        """The scan that was asked for, then those behind it, until one of them must be asked for again."""
        code, self._asked = self._asked, ""
        if code:
            self._judge(code, self._take_here)
        while self._waiting and not self._asked:
            self._judge(self._waiting.popleft(), self.take_scan)

    def _take_here(self, code: str) -> bool:
        return self._is_open() and self._page().take_scan(code)

    def _judge(self, code: str, take: Callable[[str], bool]) -> None:
        """Whoever scanned it has gone on: what is wrong with it is said late."""
        try:
            refusal = None if take(code) else DeskError("scan.not_here")
        except DeskError as error:
            refusal = error
        if refusal is not None:
            self.scan_failed.emit(say(refusal))
