"""Two works at one place, turned by a key: what is about to happen to things, and what is said of those to which it happened.

It must not know what either does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.page_keys import Way
from kt1desk.services.rows import SearchHit

FIRST, SECOND = "first", "second"
"""What the two are called in a path of `kt1desk.desktop.bars`."""


class TurningWork(Page):
    """Two pages, one in front; keys, right column and scans are those of the one in front."""

    def __init__(
        self, key: str, pages: tuple[Page, Page], titles: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key, self._pages, self._titles = key, pages, titles
        self.parts = dict(zip((FIRST, SECOND), pages, strict=True))
        self._stack, self._right = QStackedWidget(self), QStackedWidget(self)
        self._right.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        self._at = 0
        for page in pages:
            self._stack.addWidget(page)
            side = page.side()
            if side is not None:
                self._right.addWidget(side)
            for its, mine in (
                (page.changed, self.changed),
                (page.said, self.said),
                (page.going, self.going),
                (page.scan_failed, self.scan_failed),
                (page.keys_changed, self.keys_changed),
            ):
                its.connect(mine)

    def entered(self, ref: str = "") -> None:
        """The first: the keys of the work and of its place lead out of the second, where what was begun stays. `SECOND` asks for that."""
        self._at = int(ref == SECOND)
        self._bring("" if ref == SECOND else ref)

    def turn(self) -> None:
        """Bring the other to the front; what was begun in this one stays there."""
        self._at = 1 - self._at
        self._bring()

    def _bring(self, ref: str = "") -> None:
        page = self._pages[self._at]
        self._stack.setCurrentIndex(self._at)
        self._right.setCurrentIndex(self._at)
        self.keys_changed.emit()
        page.entered(ref)

    def forget(self) -> None:
        """See `Page.forget`."""
        for page in self._pages:
            page.forget()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """One step inside the one in front; from the second back to the first."""
        if self._pages[self._at].step_back():
            return True
        if self._at:
            self.turn()
            return True
        return False

    def keys(self) -> Sequence[PageKey]:
        """Those of the one in front, and the one that turns."""
        return (PageKey(self._key, self._titles[1 - self._at], self.turn), *self._pages[self._at].offered())

    def ways(self) -> Sequence[Way]:
        """What acts in either, and the key that leads to the second."""
        first, second = (
            [each.inside(name, title, ref) for each in page.ways()]
            for name, title, ref, page in zip(
                (FIRST, SECOND), ("", self._titles[1]), ("", SECOND), self._pages, strict=True
            )
        )
        return (Way(PageKey(self._key, self._titles[1]), SECOND, leads=True), *first, *second)

    def take_found(self, hit: SearchHit) -> bool:
        """The one in front takes it."""
        return self._pages[self._at].take_found(hit)

    def take_scan(self, code: str) -> bool:
        """The one in front takes it."""
        return self._pages[self._at].take_scan(code)
