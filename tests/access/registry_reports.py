"""Doors of the services of reports."""

from __future__ import annotations

from collections.abc import Mapping

from kt1desk.domain.permissions import Act
from tests.access.kinds import Door, Free, Kt1

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
