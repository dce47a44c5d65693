"""Reports from templates and figures: what stands in a cell, what is unknown, what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from kt1desk.domain.dated import Status
from kt1desk.domain.registers import REGISTERS
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Chart, Kind, Missing, Table
from kt1desk.domain.reporting.sources import Denominator, Scope, Sources, scope_sign
from kt1desk.domain.reporting.template import template_of
from kt1desk.domain.reporting.template_parts import ChartSection, Counted, Rows, Shared, Summed
from tests.domain.reporting.rows import (
    DOSSIERS,
    ENTERED,
    ITEMS,
    LAST_YEAR,
    NAMES,
    NINE_MONTHS,
    RECEIVED,
    REVENUE,
    THIS_YEAR,
    days,
    figure,
    made,
    table,
    template,
    the_table,
)


def test_a_table_by_points_has_a_row_for_each_with_figures_and_a_total() -> None:
    of = template((ITEMS, REVENUE), table(Dimension.POINT, "items", "revenue"))
    figures = (
        figure(Measure.ITEMS, 2, what="KT1001", about="intra", dong=25_000),
        figure(Measure.ITEMS, 3, "2021-04-01", what="KT1002", about="inter", dong=90_000),
        figure(Measure.ITEMS, 1, point="242000", what="KT1001", about="intra", dong=12_500),
        figure(Measure.ITEMS, 7, "2020-12-31", what="KT1001"),
        figure(Measure.DOSSIERS, 9, what="send"),
    )

    report = made(of, Sources(figures, names=NAMES))

    told = the_table(report)
    assert told.rows == (("Bưu cục trung tâm", 5, 115_000), ("Bưu điện Hữu Lũng", 1, 12_500))
    assert told.total == ("Cộng", 6, 127_500)
    assert [column.kind for column in told.columns] == [Kind.TEXT, Kind.COUNT, Kind.DONG]
    assert (report.period, report.first, report.last) == ("9 tháng năm 2021", "2021-01-01", "2021-09-30")
    assert (report.scope, report.unit) == ("Toàn tỉnh", ("Tổng công ty", "Bưu điện tỉnh"))
    assert [signer.title for signer in report.signers] == ["Người lập", "Thủ trưởng đơn vị"]
    assert report.notes == ()


def test_less_than_nothing_is_no_share_of_anything() -> None:
    """More items were harmed in the period than accepted in it."""
    harmed = Counted(code="harmed", title="Mất an toàn", measure=Measure.INCIDENTS)
    safe = Summed(code="safe", title="An toàn", plus=("items",), less=("harmed",))
    rate = Shared(code="rate", title="Tỷ lệ an toàn", part="safe", base="items")
    of = template((ITEMS, harmed, safe, rate), table(Dimension.WHOLE, "safe", "rate"))

    told = the_table(made(of, Sources((figure(Measure.ITEMS, 1), figure(Measure.INCIDENTS, 3)), names=NAMES)))

    assert [row[1:] for row in told.rows] == [(-2, None)]


@pytest.mark.parametrize(
    ("by", "rows"),
    [
        (Dimension.WHOLE, [("Toàn tỉnh", 1_798)]),
        (Dimension.CLUSTER, [("Cụm 1", 1_000), ("Cụm 2", 798)]),
        (Dimension.YEAR, [("2021", 1_798)]),
        (Dimension.FORM, [("Gửi hồ sơ", 1_000), ("Gửi hồ sơ và nhận kết quả", 798)]),
        (Dimension.AUTHORITY, [("Sở Tư pháp", 1_000), ("Sở Y tế", 798)]),
        (Dimension.FIELD, [("Hộ kinh doanh", 1_000), ("Hộ tịch", 798)]),
        (Dimension.LEVEL, [("xã", 1_798)]),
    ],
)
def test_the_same_dossiers_by_what_they_say(by: Dimension, rows: list[tuple[str, int]]) -> None:
    report = made(template((RECEIVED,), table(by, "received")), Sources(THIS_YEAR, names=NAMES))

    assert list(the_table(report).rows) == rows


def test_every_month_of_the_period_has_its_row_and_its_month_last_year() -> None:
    of = template(DOSSIERS, table(Dimension.MONTH, "received", "received_last_year"))

    told = the_table(made(of, Sources(THIS_YEAR, LAST_YEAR, names=NAMES)))

    assert told.rows[0] == ("01/2021", 1_000, 0)
    assert told.rows[-1] == ("09/2021", 798, 1_078)
    assert len(told.rows) == 9
    assert told.total == ("Cộng", 1_798, 1_078)


def test_a_point_without_figures_has_a_row_where_all_are_asked_for() -> None:
    of = template((ITEMS,), table(Dimension.POINT, "items", rows=Rows(Dimension.POINT, every=True)))
    chi_lang = Scope("Cụm 2", key="C2", points=frozenset({"241000", "242000"}))

    assert the_table(made(of, Sources(names=NAMES), chi_lang)).rows == (
        ("Bưu điện Chi Lăng", 0),
        ("Bưu điện Hữu Lũng", 0),
    )


def test_of_one_point_there_is_no_table_by_points_nor_its_chart() -> None:
    chart = ChartSection(code="chart", title="Bưu gửi", table="by_point", columns=("items",))
    of = template(
        (ITEMS,),
        table(Dimension.POINT, "items"),
        chart,
        table(Dimension.CLUSTER, "items"),
        table(Dimension.PRODUCT, "items"),
    )
    alone = Scope("Điểm Chi Lăng", key="241000", points=frozenset({"241000"}))
    both = Scope("Hai điểm", points=frozenset({"240000", "241000"}))

    assert [type(each) for each in made(of, Sources(names=NAMES), both).sections] == [
        Table,
        Chart,
        Table,
        Table,
    ]
    assert the_table(made(of, Sources(names=NAMES), alone)).columns[0].title == "Sản phẩm"


def test_what_no_list_names_stands_behind_under_its_code_and_what_nobody_said_is_said_to_be_so() -> None:
    figures = (
        figure(Measure.DOSSIERS, 1, about="9.999999"),
        figure(Measure.DOSSIERS, 2, about="1.000656"),
        figure(Measure.DOSSIERS, 4),
    )
    of = template(
        (RECEIVED,), table(Dimension.PROCEDURE, "received"), table(Dimension.FIELD, "received", code="fields")
    )

    procedures, fields = made(of, Sources(figures, names=NAMES)).sections

    assert cast(Table, procedures).rows == (("Đăng ký khai tử", 2), ("Không rõ", 4), ("9.999999", 1))
    assert cast(Table, fields).rows == (("Không rõ", 5), ("Hộ tịch", 2))


def test_without_the_number_from_outside_the_share_is_unknown_and_a_note_says_which_one() -> None:
    report = made(
        template(DOSSIERS, table(Dimension.WHOLE, "received", "share")), Sources(THIS_YEAR, names=NAMES)
    )

    assert the_table(report).rows == (("Toàn tỉnh", 1_798, None),)
    (note,) = report.notes
    assert "«Tổng số hồ sơ của tỉnh» (9 tháng năm 2021)" in note
    assert "ngoài bưu điện" in note


def test_with_it_its_source_stands_below() -> None:
    sources = Sources(THIS_YEAR, names=NAMES, denominators=(ENTERED,))

    report = made(template(DOSSIERS, table(Dimension.WHOLE, "share", "round_share")), sources)

    assert the_table(report).rows == (("Toàn tỉnh", 175, 200),)
    assert report.notes == (
        "Tổng số hồ sơ của tỉnh (9 tháng năm 2021): 103.000, theo báo cáo một cửa của tỉnh, ngày 05/10/2021.",
    )


@pytest.mark.parametrize(
    "other",
    [
        Denominator("dossiers_all", days("2021-01-01", "2021-09-29"), "", 5, "x", date(2022, 1, 1)),
        Denominator("results_all", NINE_MONTHS, "", 5, "x", date(2022, 1, 1)),
        Denominator("dossiers_all", NINE_MONTHS, "240000", 5, "x", date(2022, 1, 1)),
        Denominator("dossiers_all", NINE_MONTHS, "", 5, "x", date(2021, 10, 4)),
    ],
)
def test_only_the_newest_number_for_the_same_days_and_scope_counts(other: Denominator) -> None:
    of = template(DOSSIERS, table(Dimension.WHOLE, "share"))

    for entered in ((ENTERED, other), (other, ENTERED)):
        report = made(of, Sources(THIS_YEAR, names=NAMES, denominators=entered))
        assert the_table(report).rows == (("Toàn tỉnh", 175),)


def test_a_cluster_has_its_number_from_outside_under_a_sign_that_the_register_takes() -> None:
    of = template(DOSSIERS, table(Dimension.WHOLE, "share"))
    scope = Scope("Cụm Lạng Sơn", key="Cụm Lạng Sơn")
    column = next(each for each in REGISTERS["outside_figures"].columns if each.code == "scope")
    sign = scope_sign(scope.key)

    without = make_report(of, NINE_MONTHS, scope, Sources(THIS_YEAR, names=NAMES))
    entered = replace(ENTERED, scope=sign)
    report = make_report(of, NINE_MONTHS, scope, Sources(THIS_YEAR, names=NAMES, denominators=(entered,)))

    assert sign == "CUM-LANG-SON"
    assert len(sign) <= column.max_length
    assert f"cột «{column.title}» ghi {sign}" in without.notes[0]
    assert the_table(report).rows == (("Cụm Lạng Sơn", 175),)


def test_a_row_of_authorities_has_its_own_number_from_outside() -> None:
    entered = Denominator("dossiers_all", NINE_MONTHS, "STP", 4_000, "Sở Tư pháp", date(2021, 10, 5))
    of = template(DOSSIERS, table(Dimension.AUTHORITY, "received", "share"))

    report = made(of, Sources(THIS_YEAR, names=NAMES, denominators=(entered, ENTERED)))

    told = the_table(report)
    assert told.rows == (("Sở Tư pháp", 1_000, 2_500), ("Sở Y tế", 798, None))
    assert told.total == ("Cộng", 1_798, 175)
    assert any("1 dòng của bảng" in note for note in report.notes)


def test_last_year_that_nobody_has_is_unknown_and_last_year_without_figures_is_nothing() -> None:
    of = template(
        DOSSIERS, table(Dimension.WHOLE, "received_last_year", "received_change", "received_change_share")
    )

    unknown = made(of, Sources(THIS_YEAR, names=NAMES))
    nothing = made(of, Sources(THIS_YEAR, (), names=NAMES))

    assert the_table(unknown).rows == (("Toàn tỉnh", None, None, None),)
    assert "cùng kỳ năm trước" in unknown.notes[0]
    assert the_table(nothing).rows == (("Toàn tỉnh", 0, 1_798, None),)
    assert nothing.notes == ()


def test_sums_of_quantities_are_unknown_where_one_is() -> None:
    rest = Summed(code="rest", title="Còn lại", plus=("all",), less=("received",))
    of = template((*DOSSIERS, rest), table(Dimension.WHOLE, "rest"))

    assert the_table(made(of, Sources(THIS_YEAR))).rows == (("Toàn tỉnh", None),)
    assert the_table(made(of, Sources(THIS_YEAR, denominators=(ENTERED,)))).rows == (("Toàn tỉnh", 101_202),)


def test_samples_and_missing_points_are_said() -> None:
    missing = (Missing("242000", "Bưu điện Hữu Lũng"), Missing("241000", "Bưu điện Chi Lăng", "2021-05-01"))
    of = template(
        (ITEMS,), table(Dimension.POINT, "items"), status=Status.SAMPLE, notes=("Nhận là chấp nhận.",)
    )

    report = made(of, Sources(missing=missing, sample=True))

    assert [each.point for each in report.missing] == ["241000", "242000"]
    assert [note.split()[1] for note in report.notes] == ["liệu", "báo", "là"]


def test_the_template_of_a_day_is_the_version_in_force() -> None:
    old = template((ITEMS,), table(Dimension.POINT, "items"), valid_to=date(2025, 12, 31))
    new = template((ITEMS,), table(Dimension.POINT, "items"), valid_from=date(2026, 1, 1), title="Mới")

    assert template_of((old, new), "test", date(2025, 12, 31)) is old
    assert template_of((old, new), "test", date(2026, 1, 1)) is new
    assert new.presets == (Preset.QUARTER,)
    assert preset(Preset.NINE_MONTHS, 2021) == NINE_MONTHS
