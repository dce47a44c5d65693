"""The page of the shift: opening and closing it, and the drawer's own book; each work with its key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page
from kt1desk.desktop.needs.shift import ShiftPageNeeds
from kt1desk.desktop.shift.book_work import BookWork
from kt1desk.desktop.shift.till_work import TillWork
from kt1desk.desktop.works import WorksPage
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit

TILL, BOOK = "till", "book"
"""Works, as `entered(ref)` names them."""
_ITEM = "item"


class ShiftPage(WorksPage):
    """Its works, one in front."""

    def __init__(self, needs: ShiftPageNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        self._till = TillWork(needs, jobs)
        works: dict[str, tuple[str, Page]] = {
            TILL: ("Mở / kết ca", self._till),
            BOOK: ("Sổ quỹ trong ca", BookWork(needs, jobs)),
        }
        super().__init__(works, parent)

    def entered(self, ref: str = "") -> None:
        """See `WorksPage.entered`. Who may do nothing here still reads the shift and its money at the right, without a key."""
        super().entered(ref)
        side = self.parts[self._front].side()
        if side is not None:
            self._right.setCurrentWidget(side)

    def take_found(self, hit: SearchHit) -> bool:
        """While a shift is closed a number that was typed and found is taken as its scan would be."""
        if hit.kind != _ITEM or not self.is_in_front(TILL) or not self._till.closing.is_open():
            return False
        try:
            return self.take_scan(hit.ref)
        except DeskError as error:
            self.scan_failed.emit(say(error))
            return True

    def machines_changed(self) -> None:
        """A scan came: what is looked at before a shift says so."""
        if self.isVisible() and self.is_in_front(TILL) and self._till.opening.is_open():
            self._till.entered()

    def works_with_scans(self) -> bool:
        """Only while a shift is closed: else a scan is looked up."""
        return any(self.is_in_front(name) and work.works_with_scans() for name, work in self.parts.items())
