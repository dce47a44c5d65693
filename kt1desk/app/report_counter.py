"""What the page of reports needs, on the services. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.desk import OpenDesk
from kt1desk.app.report_output import proposed_name, save_report
from kt1desk.app.report_services import report_papers_of, reports_of
from kt1desk.desktop.needs.reports import ReportOffer
from kt1desk.domain.reporting.differing import Difference
from kt1desk.domain.reporting.issued import Issued
from kt1desk.services.report_values import Asked, IssuedReport, Made, ReadReport, Shown


class ReportCounter:
    """Implements `kt1desk.desktop.needs.reports.ReportNeeds`; ``wake`` tells the printers that a paper waits."""

    def __init__(self, desk: OpenDesk, wake: Callable[[], None]) -> None:
        self._desk = desk
        self._wake = wake
        self._reports = reports_of(desk)
        self._papers = report_papers_of(desk)

    def report_offer(self) -> ReportOffer:
        """See the port."""
        session = self._desk.session
        return ReportOffer(self._reports.choices(session), self._reports.quarters_over(session))

    def make_report(self, asked: Asked) -> Made:
        """See the port."""
        return self._reports.make(self._desk.session, asked)

    def issue_report(self, made: Made) -> Issued:
        """See the port."""
        return self._reports.issue(self._desk.session, made)

    def issued_reports(self) -> Sequence[IssuedReport]:
        """See the port."""
        return self._reports.issued(self._desk.session)

    def read_report(self, number: str, version: int) -> ReadReport:
        """See the port."""
        return self._reports.read(self._desk.session, number, version)

    def report_difference(self, number: str, version: int) -> Sequence[Difference]:
        """See the port."""
        return self._reports.difference(self._desk.session, number, version)

    def proposed_file(self, shown: Shown) -> str:
        """See the port."""
        return proposed_name(shown)

    def save_report(self, shown: Shown, path: str) -> str:
        """See the port."""
        return str(save_report(self._desk, shown, path))

    def print_report(self, shown: Shown) -> None:
        """See the port."""
        self._papers.print(self._desk.session, shown)
        self._wake()
