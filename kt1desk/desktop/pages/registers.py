"""«Sổ nghiệp vụ»: the registers of the KT1 service, the monthly statement of an agency, and registers of what was done, on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.registers import RegisterNeeds
from kt1desk.desktop.register_view_work import RegisterViewWork
from kt1desk.desktop.registers.book_work import BookWork
from kt1desk.desktop.registers.statement_work import StatementWork
from kt1desk.desktop.works import WorksPage
from kt1desk.services.people_found import REGISTERED

BOOK, STATEMENT, VIEW = "book", "statement", "view"
"""Works, as `entered(ref)` names them; ``book:people`` brings a register to the front."""


class RegistersPage(WorksPage):
    """Three works, one in front. Somebody who stands in a register is shown there."""

    takes = frozenset({REGISTERED})

    def __init__(self, needs: RegisterNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            {
                BOOK: ("Sổ", BookWork(needs, jobs)),
                STATEMENT: ("Bảng kê tháng", StatementWork(needs, jobs)),
                VIEW: ("Sổ theo ngày", RegisterViewWork(needs, jobs)),
            },
            parent,
        )

    def works_with_scans(self) -> bool:
        """Nothing is scanned here: a scan is looked up as anywhere."""
        return False
