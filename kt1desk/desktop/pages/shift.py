"""The page of the shift: opening and closing it, and the drawer's own book; each work with its key."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.shift import ShiftPageNeeds
from kt1desk.desktop.shift.book_work import BookWork
from kt1desk.desktop.shift.till_work import TillWork
from kt1desk.desktop.works import WorksPage

TILL, BOOK = "till", "book"
"""Works, as `entered(ref)` names them."""


class ShiftPage(WorksPage):
    """Its works, one in front."""

    def __init__(self, needs: ShiftPageNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        works = {
            TILL: ("Mở / kết ca", TillWork(needs, jobs)),
            BOOK: ("Sổ quỹ trong ca", BookWork(needs, jobs)),
        }
        super().__init__(works, parent)

    def entered(self, ref: str = "") -> None:
        """See `WorksPage.entered`. Who may do nothing here still reads the shift and its money at the right, without a key."""
        super().entered(ref)
        side = self.parts[self._front].side()
        if side is not None:
            self._right.setCurrentWidget(side)

    def works_with_scans(self) -> bool:
        """Only while a shift is closed: else a scan is looked up."""
        return any(self.is_in_front(name) and work.works_with_scans() for name, work in self.parts.items())
