"""What is done with an action that was found: go to where its key acts, and press it there if that only opens something.

Whether a place may be gone to is asked again, and the key is taken from the page in front: an action found a moment ago does nothing that
its key would not do now.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.desktop.action_words import BEGINS
from kt1desk.desktop.actions import Action, actions_of
from kt1desk.desktop.models.texts import begun
from kt1desk.desktop.navigation import PageKey, Place
from kt1desk.desktop.offered import Offered
from kt1desk.desktop.work_area import WorkArea

_NOW_PRESS = "{}: bấm {}."


class Errands:
    """Actions of the window and its pages.

    Args:
        own: the keys of the window.
        area: the pages, and which is in front.
        offered: the places that may be gone to.
        go: brings a place to the front, entered for something.
        say: tells a sentence below the search field.
    """

    def __init__(
        self,
        own: Sequence[PageKey],
        area: WorkArea,
        offered: Offered,
        go: Callable[[Place, str], None],
        say: Callable[[str], None],
    ) -> None:
        self._own, self._area, self._offered = own, area, offered
        self._go, self._say = go, say

    def here(self) -> Place | None:
        """Where the clerk stands."""
        return self._area.place

    def actions(self) -> Sequence[Action]:
        """Those that may be used now."""
        pages = self._area.pages
        return actions_of(self._own, {place: pages[place] for place in self._offered.of(pages)})

    def run(self, action: Action) -> None:
        """Go there; what only opens something is opened, of anything else the key is told."""
        way, place = action.way, action.place
        if place is None:
            if (page := self._area.page) is not None:
                page.setFocus()
                page.entered()  # the keyboard goes back to work, as by Esc
            if way.key.act is not None:
                way.key.act()
            return
        self._go(place, way.ref)
        if way.leads or self._area.place is not place:
            return
        if action.path in BEGINS and self._press(way.key):
            return
        self._say(_NOW_PRESS.format(begun(way.key.does), way.key.key))

    def _press(self, key: PageKey) -> bool:
        page = self._area.page
        offered = page.offered() if page is not None else ()
        act = next((each.act for each in offered if (each.key, each.does) == (key.key, key.does)), None)
        if act is None:
            return False
        act()
        return True
