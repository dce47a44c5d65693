"""Templates, names and figures for the tests of reports: small invented ones whose sums can be added up in the head."""

from __future__ import annotations

from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.report import Report, Table
from kt1desk.domain.reporting.sources import Denominator, Names, PointName, ProcedureName, Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate
from kt1desk.domain.reporting.template_kinds import Subject
from kt1desk.domain.reporting.template_parts import (
    Compare,
    Compared,
    Counted,
    Outside,
    Quantity,
    Rows,
    SectionOf,
    Shared,
    TableSection,
    Take,
)

NINE_MONTHS = preset(Preset.NINE_MONTHS, 2021)
PROVINCE = Scope("Toàn tỉnh", ("Tổng công ty", "Bưu điện tỉnh"))
NAMES = Names(
    points={
        "240000": PointName("Bưu cục trung tâm", "Cụm 1"),
        "241000": PointName("Bưu điện Chi Lăng", "Cụm 2"),
        "242000": PointName("Bưu điện Hữu Lũng", "Cụm 2"),
    },
    procedures={
        "1.001612": ProcedureName("Thành lập hộ kinh doanh", "Hộ kinh doanh", "xã"),
        "1.000656": ProcedureName("Đăng ký khai tử", "Hộ tịch", "xã"),
    },
    of={
        Dimension.PRODUCT: {"KT1001": "KT1", "KT1002": "KT1 Hỏa tốc"},
        Dimension.AUTHORITY: {"STP": "Sở Tư pháp", "SYT": "Sở Y tế"},
    },
)


def days(first: str, last: str) -> Period:
    """A period by its days."""
    return Period(date.fromisoformat(first), date.fromisoformat(last))


def template(quantities: tuple[Quantity, ...], *sections: SectionOf, **parts: object) -> ReportTemplate:
    """A confirmed template about everything."""
    made: dict[str, object] = {
        "valid_from": date(2020, 1, 1),
        "valid_to": None,
        "source": "test",
        "status": Status.CONFIRMED,
        "code": "test",
        "title": "Báo cáo thử",
        "subjects": frozenset(Subject),
        "presets": (Preset.QUARTER,),
        "signers": ("Người lập", "Thủ trưởng đơn vị"),
        **parts,
    }
    return ReportTemplate(quantities=quantities, sections=sections, **made)  # type: ignore[arg-type]


def table(by: Dimension, *columns: str, **parts: object) -> TableSection:
    """A table of all quantities named, by a dimension."""
    rows = parts.pop("rows", Rows(by))
    made: dict[str, object] = {"code": f"by_{by}", "title": "Bảng", "rows": rows, "columns": columns, **parts}
    return TableSection(**made)  # type: ignore[arg-type]


def figure(measure: Measure, count: int, day: str = "2021-03-01", **parts: object) -> Figure:
    """So many of a measure, at the first point."""
    made: dict[str, object] = {"point": "240000", **parts}
    return Figure(day=day, measure=measure, count=count, **made)  # type: ignore[arg-type]


ITEMS = Counted(code="items", title="Bưu gửi", measure=Measure.ITEMS)
REVENUE = Counted(code="revenue", title="Doanh thu", measure=Measure.ITEMS, take=Take.DONG)
RECEIVED = Counted(code="received", title="Hồ sơ tiếp nhận", measure=Measure.DOSSIERS)
ALL = Outside(code="all", title="Tổng số hồ sơ của tỉnh", what="dossiers_all")
SHARE = Shared(code="share", title="Tỷ lệ", part="received", base="all")
ROUND_SHARE = Shared(code="round_share", title="Tỷ lệ", part="received", base="all", places=0)
BEFORE, MORE, MORE_SHARE = (
    Compared(code=f"received_{how}", title=how, how=how, of="received") for how in Compare
)
DOSSIERS = (RECEIVED, ALL, SHARE, ROUND_SHARE, BEFORE, MORE, MORE_SHARE)
THIS_YEAR = (
    figure(Measure.DOSSIERS, 1_000, "2021-01-01", what="send", about="1.001612", whose="STP"),
    figure(Measure.DOSSIERS, 798, "2021-09-30", point="241000", what="both", about="1.000656", whose="SYT"),
)
LAST_YEAR = (figure(Measure.DOSSIERS, 1_078, "2020-09-30", what="send", about="1.001612", whose="STP"),)
ENTERED = Denominator("dossiers_all", NINE_MONTHS, "", 103_000, "báo cáo một cửa của tỉnh", date(2021, 10, 5))


def made(of: ReportTemplate, sources: Sources, scope: Scope = PROVINCE) -> Report:
    """The report of nine months of 2021."""
    return make_report(of, NINE_MONTHS, scope, sources)


def the_table(report: Report) -> Table:
    """The only table of a report."""
    (section,) = (section for section in report.sections if isinstance(section, Table))
    return section
