"""The work area of the desk: its pages with their right columns, the one in front, and those that were in front before it.

It shows where somebody stands and finds pages by what they take. Whether a place may be gone to is not its to say, nor what a page does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.main_window import Ui_MainWindow
from kt1desk.desktop.navigation import Page, Place
from kt1desk.desktop.offered import Offered

_WAY_BACK = 32
"""So many places are remembered: nobody goes back further, and a day has thousands."""


class WorkArea:
    """Pages of an open desk by their places, in the order of the rail; empty until it is furnished."""

    def __init__(self, ui: Ui_MainWindow) -> None:
        self._ui = ui
        self._sides: dict[Place, QWidget] = {}
        self._heads: dict[Place, QWidget] = {}
        self._before: deque[Place] = deque(maxlen=_WAY_BACK)
        self._pages: Mapping[Place, Page] = {}
        self._place: Place | None = None

    @property
    def pages(self) -> Mapping[Place, Page]:
        """All of them."""
        return self._pages

    @property
    def place(self) -> Place | None:
        """Where the page in front stands; None before the first came there."""
        return self._place

    @property
    def page(self) -> Page | None:
        """The page in front."""
        return self._pages[self._place] if self._place is not None else None

    def furnish(self, pages: Mapping[Place, Page]) -> None:
        """Take the pages in. Once."""
        self._pages = {place: pages[place] for place in Place if place in pages}
        for place, page in self._pages.items():
            self._ui.work.addWidget(page)
            side = page.side()
            if side is not None:
                self._sides[place] = side
                self._ui.sides.addWidget(side)
            head = page.head()
            if head is not None:
                self._heads[place] = head
                self._ui.heads.addWidget(head)

    def title(self) -> str:
        """What the page in front is called."""
        return self._place.title if self._place is not None else "Trang này"

    def bring(self, place: Place) -> Page:
        """Bring the page of a place to the front, with its right column, and remember the one that was."""
        if self._place is not None and self._place is not place:
            self._before.append(self._place)
        self._place = place
        page = self._pages[place]
        self._ui.rail.set_current(place.name)
        self._ui.page_title.setText(place.title)
        self._ui.work.setCurrentWidget(page)
        head, side = self._heads.get(place), self._sides.get(place)
        self._ui.heads.setVisible(head is not None)
        if head is not None:
            self._ui.heads.setCurrentWidget(head)
        self._ui.side_column.setVisible(side is not None)
        if side is not None:
            self._ui.sides.setCurrentWidget(side)
        return page

    def leave(self) -> None:
        """Nothing is in front until a page is brought there; the way back does not lead here."""
        self._place = None

    def before(self) -> Place | None:
        """The place that was in front before, taken off the way back; None at its end."""
        return self._before.pop() if self._before else None

    def keep(self, offered: Offered) -> None:
        """The way back leads to places that are offered."""
        self._before = deque(offered.of(tuple(self._before)), _WAY_BACK)

    def first(self, offered: Offered) -> Place:
        """Where work begins."""
        return offered.first(self._pages.keys())

    def taker(self, kind: str, offered: Offered) -> Place | None:
        """The first place whose page takes what is of this kind: one that is offered, or else one that says why it is not."""
        takers = [place for place, page in self._pages.items() if kind in page.takes]
        return next(iter((*offered.of(takers), *takers)), None)
