"""What one desk knows for a report: what it wrote itself.

That other desks of its point are not in it, and of which days nothing is known, is said on the report; where that is all of them, the
point is missing. This module must not know how codes
are said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.reporting.sources import Scope
from kt1desk.services.report_gathering import Basis, ReportReader, Wanted, scope_of_point
from kt1desk.services.report_ports import FigureReader
from kt1desk.services.report_sources import gathered_here, sources_of
from kt1desk.services.rows import DeskRow


def own_notes(reader: FigureReader, desk: DeskRow, wanted: Wanted) -> tuple[str, ...]:
    """What whoever reads figures of one desk must know."""
    period, began = wanted.period, reader.first_day()
    notes = [f"Số liệu do bàn {desk.device} ghi; bàn khác và điểm khác không có trong báo cáo này."]
    if began and began > period.first.isoformat():
        notes.append(
            f"Bàn này ghi sổ từ ngày {date.fromisoformat(began):%d/%m/%Y}: những ngày trước đó chưa có số liệu, không phải bằng 0."
        )
    if period.last >= wanted.on:
        notes.append(f"Kỳ báo cáo chưa hết: số liệu tính đến ngày {wanted.on:%d/%m/%Y}.")
    return tuple(notes)


class DeskSource:
    """Implements `ReportSource` with what one desk wrote.

    Args:
        reference: in force.
    """

    def __init__(self, reference: ReferenceData) -> None:
        self._reference = reference

    def scopes(self, _reader: ReportReader, desk: DeskRow, on: date) -> tuple[Scope, ...]:
        """See `ReportSource`: its own point."""
        return (scope_of_point(self._reference, desk.point, on),)

    def gather(self, reader: ReportReader, desk: DeskRow, wanted: Wanted) -> Basis:
        """See `ReportSource`."""
        here = gathered_here(
            reader, wanted.template, wanted.period, desk.point, trial=desk.trial, on=wanted.on
        )
        if reader.first_day() > wanted.period.last.isoformat():
            here = replace(here, missing=(Missing(desk.point, wanted.scope.unit[-1]),))
        sources = sources_of(here, self._reference, reader.procedure, wanted.period)
        return Basis(sources, own_notes(reader, desk, wanted))
