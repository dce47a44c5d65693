"""The services of reports on an open desk. This module must not know any screen."""

from __future__ import annotations

from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.printing.templates.queued_report import queued_values
from kt1desk.services.report_here import DeskSource
from kt1desk.services.report_papers import ReportPapers
from kt1desk.services.reports import Reports


def reports_of(desk: OpenDesk) -> Reports:
    """Reports from what this desk wrote."""
    return Reports(desk.store, desk.reference, desk.clock, DeskSource(desk.reference))


def report_papers_of(desk: OpenDesk) -> ReportPapers:
    """Reports to the desk's printer."""
    return ReportPapers(desk.store, desk.clock, PaperFit(), queued_values)
