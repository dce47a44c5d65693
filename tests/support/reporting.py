"""Reports at a desk: invented templates and figures, and a source in the test's hand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.periods import Preset
from kt1desk.domain.reporting.report import ChartKind
from kt1desk.domain.reporting.sources import PointName, Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.domain.reporting.template_parts import ChartSection, Counted, ProseSection, Sentence
from kt1desk.services.report_gathering import Basis, ReportReader, Wanted
from kt1desk.services.reports import Reports
from kt1desk.services.rows import DeskRow
from tests.domain.reporting.rows import NAMES, table, template
from tests.support.desks import Counter

HERE = Scope("Điểm thử", ("Bưu điện tỉnh", "Bưu cục thử"), "240000", frozenset({"240000"}))
PROVINCE = Scope("Toàn tỉnh", ("Tổng công ty", "Bưu điện tỉnh"))
KT1, CASES = "kt1_items", "cases"
_QUARTERLY = (Preset.QUARTER, Preset.MONTH)


def templates() -> tuple[ReportTemplate, ...]:
    """One report about KT1 items, with prose and a chart, and one about cases."""
    items = Counted(code="items", title="Bưu gửi", measure=Measure.ITEMS)
    cases = Counted(code="cases", title="Hồ sơ nhận", measure=Measure.DOSSIERS)
    by_month = table(Dimension.MONTH, "items", title="Theo tháng")
    return (
        template(
            (items,),
            ProseSection(code="said", title="Kết quả", sentences=(Sentence("Nhận {items} bưu gửi KT1."),)),
            by_month,
            ChartSection(
                code="drawn", title="Theo tháng", table=by_month.code, columns=("items",), kind=ChartKind.BARS
            ),
            code=KT1,
            title="Báo cáo bưu gửi KT1",
            subjects=frozenset({Subject.KT1}),
            presets=_QUARTERLY,
        ),
        template(
            (cases,),
            table(Dimension.POINT, "cases", title="Theo điểm"),
            code=CASES,
            title="Báo cáo hồ sơ TTHC",
            subjects=frozenset({Subject.TTHC}),
            presets=_QUARTERLY,
        ),
    )


def counted(measure: Measure, count: int, day: str, point: str = "240000") -> Figure:
    """So many on a day."""
    return Figure(point, day, measure, count=count)


@dataclass
class FakeSource:
    """Implements `kt1desk.services.report_gathering.ReportSource` with what it is given; `asked` is what was wanted of it."""

    figures: tuple[Figure, ...] = ()
    notes: tuple[str, ...] = ()
    kept: tuple[Scope, ...] = (HERE,)
    asked: list[Wanted] = field(default_factory=list)

    def scopes(self, _reader: ReportReader, _desk: DeskRow, _on: date) -> tuple[Scope, ...]:
        return self.kept

    def gather(self, _reader: ReportReader, _desk: DeskRow, wanted: Wanted) -> Basis:
        self.asked.append(wanted)
        points = {"240000": PointName("Bưu cục thử"), **NAMES.points}
        return Basis(Sources(self.figures, names=replace(NAMES, points=points)), self.notes)


def with_templates(reference: ReferenceData, *more: ReportTemplate) -> ReferenceData:
    """Reference data with the invented templates and some more."""
    return replace(reference, report_templates=(*templates(), *more))


def reports(desk: Counter, source: FakeSource, *more: ReportTemplate) -> Reports:
    """The service at a desk."""
    return Reports(desk.store, with_templates(desk.reference, *more), desk.clock, source)
