"""Doors of the services and of the page of reports."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import Door, Free, Kt1, Through

_BY_TEMPLATE = "a report of KT1 for who is cleared alone, by the subjects of its template (tests/services/test_reports.py)"
REPORTS: Mapping[str, Door] = {
    "report_papers.ReportPapers.print": Free(
        "what was made or read, and so refused before; asked for once more"
    ),
    "reports.Reports.choices": Free("names of templates and of the point; those of KT1 for who is cleared"),
    "reports.Reports.difference": Free(_BY_TEMPLATE),
    "reports.Reports.issue": Free(_BY_TEMPLATE),
    "reports.Reports.issued": Free(_BY_TEMPLATE),
    "reports.Reports.make": Kt1(Act.SEE_KT1_REPORTS),
    "reports.Reports.quarters_over": Free("names of templates that one may issue, and a quarter"),
    "reports.Reports.read": Free(_BY_TEMPLATE),
}

REPORT_NEEDS: Mapping[str, Door] = {
    "IssuedReportNeeds.issued_reports": Through(("reports.Reports.issued",)),
    "IssuedReportNeeds.read_report": Through(("reports.Reports.read",)),
    "IssuedReportNeeds.report_difference": Through(("reports.Reports.difference",)),
    "MakeReportNeeds.issue_report": Through(("reports.Reports.issue",)),
    "MakeReportNeeds.make_report": Through(("reports.Reports.make",)),
    "MakeReportNeeds.report_offer": Through(("reports.Reports.choices", "reports.Reports.quarters_over")),
    "ReportOutNeeds.print_report": Through(("report_papers.ReportPapers.print",)),
    "ReportOutNeeds.proposed_file": Free("a folder and a name of a file"),
    "ReportOutNeeds.save_report": Free(
        "what was made or read, and so refused before; the right is asked for once more"
    ),
}
