"""A report from a template and its sources: the same figures in whatever order give the same report, byte for byte.

This module must not know where sources come from, nor screens and papers.
"""

from __future__ import annotations

from kt1desk.domain.dated import Status
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.periods import Period, words
from kt1desk.domain.reporting.reckoning import Reckoning
from kt1desk.domain.reporting.report import Report, Section, Signer, Table
from kt1desk.domain.reporting.sources import Scope, Sources
from kt1desk.domain.reporting.tables import Tables
from kt1desk.domain.reporting.telling import chart_of, prose_of
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_parts import ChartSection, ProseSection, SectionOf, TableSection


def make_report(template: ReportTemplate, period: Period, scope: Scope, sources: Sources) -> Report:
    """Reckon a report.

    Args:
        template: what it tells; in force on the day that whoever asks says.
        period: the days.
        scope: of whom.
        sources: all there is.

    Returns:
        A value that says everything; equal for figures that are equal when merged, in whatever order they come.
    """
    reckoning = Reckoning(template.known, period, scope, sources)
    return Report(
        template=template.code,
        revision=template.valid_from.isoformat(),
        title=template.title,
        unit=scope.unit,
        period=words(period),
        first=period.first.isoformat(),
        last=period.last.isoformat(),
        scope=scope.words,
        sections=_sections(template, scope, sources, reckoning),
        missing=tuple(sorted(sources.missing, key=lambda each: (each.point, each.since))),
        notes=_notes(template, sources, reckoning),
        signers=tuple(map(Signer, template.signers)),
    )


def _sections(
    template: ReportTemplate, scope: Scope, sources: Sources, reckoning: Reckoning
) -> tuple[Section, ...]:
    """What a template shows; of one point no table by points or clusters, which would say the whole once more, nor its chart."""
    tables = Tables(template.known, reckoning, scope, sources)
    made: list[Section] = []
    by_code: dict[str, Table] = {}
    for section in template.sections:
        if isinstance(section, ProseSection):
            made.append(prose_of(section, template.known, reckoning, scope))
        elif isinstance(section, ChartSection):
            if section.table in by_code:
                made.append(chart_of(section, by_code[section.table]))
        elif not _says_the_whole_again(section, scope):
            by_code[section.code] = tables.table(section)
            made.append(by_code[section.code])
    return tuple(made)


def _says_the_whole_again(section: SectionOf, scope: Scope) -> bool:
    places = {Dimension.POINT, Dimension.CLUSTER}
    return len(scope.points) == 1 and isinstance(section, TableSection) and section.rows.by in places


def _notes(template: ReportTemplate, sources: Sources, reckoning: Reckoning) -> tuple[str, ...]:
    samples = []
    if sources.sample:
        samples.append("Số liệu mẫu để dùng thử, không phải số liệu thật.")
    if template.status is Status.SAMPLE:
        samples.append("Mẫu báo cáo này chưa được xác nhận; người phụ trách phải duyệt trước khi gửi đi.")
    return (*samples, *template.notes, *reckoning.lacking.notes())
