"""What the page of reports needs: what can be made, the report itself, those that were issued, paper and files.

Fields of refusals: ``template``, ``period``, ``first``, ``last``, ``scope``, ``file``, ``report``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.domain.reporting.differing import Difference
    from kt1desk.domain.reporting.issued import Issued
    from kt1desk.services.report_periods import QuarterOver
    from kt1desk.services.report_values import Asked, Choices, IssuedReport, Made, ReadReport, Shown


@dataclass(frozen=True, slots=True)
class ReportOffer:
    """What can be asked for, and the quarters that are over and whose reports nobody issued."""

    choices: Choices
    over: tuple[QuarterOver, ...]


class ReportOutNeeds(Protocol):
    """What it takes to let a report out of the screen."""

    def proposed_file(self, shown: Shown) -> str:
        """Where its file may go."""

    def save_report(self, shown: Shown, path: str) -> str:
        """Write it as PDF, XLSX or CSV, by the ending of the name; returns where it is.

        Raises:
            DeskError: ``reporting.file_ending``, ``reporting.file_exists``, ``province.folder``; ``paper.*``; ``disk.*``; rights.
        """

    def print_report(self, shown: Shown) -> None:
        """Queue it for the printer of A4 papers.

        Raises:
            DeskError: ``paper.*``; ``disk.*``; rights.
        """


class MakeReportNeeds(ReportOutNeeds, Protocol):
    """What the work «Lập báo cáo» needs."""

    def report_offer(self) -> ReportOffer:
        """What can be asked for.

        Raises:
            DeskError: rights.
        """

    def make_report(self, asked: Asked) -> Made:
        """Make a report from all that is known now.

        Raises:
            DeskError: ``reporting.*``, ``record.doubted``, rights.
        """

    def issue_report(self, made: Made) -> Issued:
        """Freeze it under a number and a version.

        Raises:
            DeskError: ``reporting.too_large``, ``record.doubted``, ``disk.*``, rights.
        """


class IssuedReportNeeds(ReportOutNeeds, Protocol):
    """What the work «Đã phát hành» needs."""

    def issued_reports(self) -> Sequence[IssuedReport]:
        """Those that were issued, the newest first.

        Raises:
            DeskError: rights.
        """

    def read_report(self, number: str, version: int) -> ReadReport:
        """One of them, as it was frozen.

        Raises:
            DeskError: ``reporting.unknown``, ``reporting.frozen``, rights.
        """

    def report_difference(self, number: str, version: int) -> Sequence[Difference]:
        """What late data changed since.

        Raises:
            DeskError: ``reporting.*``, ``record.doubted``, rights.
        """


class ReportNeeds(MakeReportNeeds, IssuedReportNeeds, Protocol):
    """What the page needs."""
