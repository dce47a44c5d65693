"""Reports in memory: the engine's own, from invented figures, issued into a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kt1desk.desktop.needs.reports import ReportOffer
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.differing import Difference, differences
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.issued import Issued
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.report import Missing
from kt1desk.domain.reporting.sources import Names, PointName, Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.services.report_gathering import written
from kt1desk.services.report_periods import quarters_over
from kt1desk.services.report_values import Asked, Choices, IssuedReport, Made, ReadReport, Shown
from tests.support.desks import sample_reference

TODAY = date(2026, 11, 23)
KY_LUA = Scope(
    "Điểm Bưu cục Kỳ Lừa", ("Bưu điện tỉnh Lạng Sơn", "Bưu cục Kỳ Lừa"), "240100", frozenset({"240100"})
)
PROVINCE = Scope("Toàn tỉnh", ("Tổng công ty Bưu điện Việt Nam", "Bưu điện tỉnh Lạng Sơn"))
AGENCIES = {
    f"LS-{at:03d}": name
    for at, name in enumerate(
        (
            "Văn phòng Tỉnh ủy Lạng Sơn",
            "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh Lạng Sơn",
            "Sở Nội vụ tỉnh Lạng Sơn",
            "Sở Tài chính tỉnh Lạng Sơn",
            "Ủy ban nhân dân xã Hội Hoan",
        )
    )
}
_PRODUCTS = {"KT1001": "KT1", "KT1002": "KT1 Hỏa tốc", "KT1003": "KT1 Hẹn giờ"}
_POINTS = {
    "240100": PointName("Bưu cục Kỳ Lừa", "Lạng Sơn"),
    "241000": PointName("Bưu điện Chi Lăng", "Chi Lăng"),
}


def figures(year: int, more: int = 0) -> tuple[Figure, ...]:
    """A year of two points, ``more`` in each figure."""
    made = []
    day = date(year, 1, 2)
    while day.year == year and day <= TODAY:
        at = day.timetuple().tm_yday
        for point in _POINTS:
            for product, many in zip(_PRODUCTS, (9, 3, 1), strict=True):
                count = many + at % 4 + more
                made.append(
                    Figure(
                        point,
                        day.isoformat(),
                        Measure.ITEMS,
                        product,
                        "intra",
                        count=count,
                        dong=count * 24_500,
                    )
                )
            agency = list(AGENCIES)[at % len(AGENCIES)]
            made.append(
                Figure(
                    point, day.isoformat(), Measure.AGENCY_ITEMS, whose=agency, count=5 + more, dong=122_500
                )
            )
            for timely, many in (("in_time", 11 + more), ("late", at % 2)):
                if many:
                    made.append(
                        Figure(point, day.isoformat(), Measure.FIRST_OFFERS, "KT1001", timely, count=many)
                    )
            made.append(Figure(point, day.isoformat(), Measure.SHIFTS, about="even", count=1))
        day += timedelta(days=5)
    return tuple(made)


def shipped(may_see_kt1: bool = True) -> tuple[ReportTemplate, ...]:
    """The templates of the program."""
    rows = sample_reference().report_templates
    return tuple(row for row in rows if may_see_kt1 or Subject.KT1 not in row.subjects)


@dataclass
class FakeReports:
    """Keeps what was made and issued; `saved` and `printed` are what was let out."""

    late: int = 0
    may_see_kt1: bool = True
    scopes: tuple[Scope, ...] = (KY_LUA,)
    refuse: DeskError | None = None
    made: list[Made] = field(default_factory=list)
    kept: list[ReadReport] = field(default_factory=list)
    saved: list[tuple[Shown, str]] = field(default_factory=list)
    printed: list[Shown] = field(default_factory=list)

    def report_offer(self) -> ReportOffer:
        templates = shipped(self.may_see_kt1)
        issued = {(each.report.template, each.report.first, each.report.last) for each in self.kept}
        return ReportOffer(Choices(templates, self.scopes, TODAY), quarters_over(templates, issued, TODAY))

    def make_report(self, asked: Asked) -> Made:
        if self.refuse is not None:
            raise self.refuse
        template = next(row for row in shipped() if row.code == asked.template)
        scope = next(each for each in self.scopes if asked.scope in {"", written(each)})
        missing = () if scope.key else (Missing("241000", "Bưu điện Chi Lăng", "2026-09-20"),)
        sources = Sources(
            figures(2026, self.late),
            figures(2025),
            {},
            (),
            Names(_POINTS, of={Dimension.PRODUCT: _PRODUCTS, Dimension.AGENCY: AGENCIES}),
            missing,
            sample=True,
        )
        report = make_report(template, asked.period, scope, sources)
        report = replace(
            report,
            notes=("Số liệu do bàn 7 ghi; bàn khác và điểm khác không có trong báo cáo này.", *report.notes),
        )
        before = next((each.entry.issued for each in self.kept if each.entry.asked == asked), None)
        self.made.append(Made(asked, report, before, kt1=Subject.KT1 in template.subjects))
        return self.made[-1]

    def issue_report(self, made: Made) -> Issued:
        if made.before is not None:
            issued = replace(made.before, version=made.before.version + 1)
        else:
            issued = Issued(f"BC-261123-7-{len(self.kept) + 1:02d}", 1, TODAY.isoformat(), "Lý Ngọc Sơn")
        entry = IssuedReport(issued, made.report.title, made.asked, made.report.revision, made.kt1)
        self.kept.insert(0, ReadReport(entry, made.report))
        return issued

    def issued_reports(self) -> Sequence[IssuedReport]:
        return [each.entry for each in self.kept]

    def read_report(self, number: str, version: int) -> ReadReport:
        return next(
            each
            for each in self.kept
            if (each.entry.issued.number, each.entry.issued.version) == (number, version)
        )

    def report_difference(self, number: str, version: int) -> Sequence[Difference]:
        old = self.read_report(number, version)
        return differences(old.report, self.make_report(old.entry.asked).report)

    def proposed_file(self, shown: Shown) -> str:
        return f"/mnt/usb/{shown.issued.number if shown.issued else shown.report.template}.pdf"

    def save_report(self, shown: Shown, path: str) -> str:
        if not path.endswith((".pdf", ".xlsx", ".csv")):
            raise DeskError("reporting.file_ending", "file")
        self.saved.append((shown, path))
        return path

    def print_report(self, shown: Shown) -> None:
        self.printed.append(shown)


def some_issued() -> FakeReports:
    """Two reports were issued, one of them twice; since then figures came late."""
    needs = FakeReports()
    for code, period in (
        ("kt1_results", preset(Preset.QUARTER, 2026, 2)),
        ("kt1_results", preset(Preset.QUARTER, 2026, 3)),
        ("kt1_results", preset(Preset.QUARTER, 2026, 3)),
        (shipped()[-1].code, Period(date(2026, 1, 1), date(2026, 9, 30))),
    ):
        needs.issue_report(needs.make_report(Asked(code, period, "240100")))
    needs.late = 1
    return needs
