"""«Báo cáo»: reports are made and issued, and those that were issued are read again, in two works on one page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.needs.reports import ReportNeeds
from kt1desk.desktop.reports.issued_work import IssuedReportsWork
from kt1desk.desktop.reports.make_work import MakeReportWork
from kt1desk.desktop.works import WorksPage

MAKE, ISSUED = "make", "issued"
"""Works, as `entered(ref)` names them."""


class ReportsPage(WorksPage):
    """Two works, one in front."""

    def __init__(self, needs: ReportNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(
            {
                MAKE: ("Lập báo cáo", MakeReportWork(needs, jobs)),
                ISSUED: ("Đã phát hành", IssuedReportsWork(needs, jobs)),
            },
            parent,
        )

    def works_with_scans(self) -> bool:
        """Nothing is scanned here: a scan is looked up as anywhere."""
        return False
