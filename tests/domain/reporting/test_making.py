"""Reports from templates and figures: what stands in a cell, what is unknown, what is said about it."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from kt1desk.domain.dated import Status
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Chart, Kind, Missing, Prose, Report, Table
from kt1desk.domain.reporting.sources import Denominator, Scope, Sources
from kt1desk.domain.reporting.template import ReportTemplate, template_of
from kt1desk.domain.reporting.template_parts import (
    ChartSection,
    Choice,
    Compare,
    Compared,
    Counted,
    Entered,
    IndicatorSection,
    Line,
    ListSection,
    Outside,
    ProseSection,
    Rows,
    Sentence,
    Shared,
    Summed,
    Take,
)
from tests.domain.reporting.rows import NAMES, NINE_MONTHS, PROVINCE, days, figure, table, template

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
    return make_report(of, NINE_MONTHS, scope, sources)


def the_table(report: Report) -> Table:
    (section,) = (section for section in report.sections if isinstance(section, Table))
    return section


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


AGENCIES = Counted(
    code="agencies", title="Cơ quan gửi", measure=Measure.AGENCY_ITEMS, take=Take.DISTINCT, of="whose"
)


def test_an_agency_that_sends_at_two_points_is_one_agency() -> None:
    figures = (
        figure(Measure.AGENCY_ITEMS, 2, whose="SNV"),
        figure(Measure.AGENCY_ITEMS, 1, point="241000", whose="SNV"),
        figure(Measure.AGENCY_ITEMS, 1, point="241000", whose="SYT"),
    )

    told = the_table(
        made(template((AGENCIES,), table(Dimension.POINT, "agencies")), Sources(figures, names=NAMES))
    )

    assert told.rows == (("Bưu cục trung tâm", 1), ("Bưu điện Chi Lăng", 2))
    assert told.total == ("Cộng", 2)


MAIL = tuple(
    {"on": on, "agency": agency, "count": count, "point": point}
    for on, agency, count, point in (
        ("2021-02-01", "SNV", "3", "240000"),
        ("2021-03-01", "SNV", "4", "241000"),
        ("2020-03-01", "SNV", "5", "241000"),
        ("2021-03-01", "SNV", "4", "241000"),
    )
)
FOUND = Entered(
    code="found",
    title="Thư lẫn",
    choice=Choice("found_mail", during="on"),
    take=Take.SUM,
    of="count",
)


def test_entries_are_summed_by_their_days_points_and_columns() -> None:
    last = Compared(code="last", title="Cùng kỳ", how=Compare.LAST_YEAR, of="found")
    of = template(
        (FOUND, last),
        table(Dimension.POINT, "found", "last"),
        table(
            Dimension.REGISTER,
            "found",
            rows=Rows(Dimension.REGISTER, "found_mail", "agency"),
            code="agencies",
        ),
    )

    points, agencies = made(of, Sources(registers={"found_mail": MAIL}, names=NAMES)).sections

    assert cast(Table, points).rows == (("Bưu cục trung tâm", 3, 0), ("Bưu điện Chi Lăng", 8, 5))
    assert cast(Table, points).total == ("Cộng", 11, 5)
    assert cast(Table, agencies).rows == (("SNV", 11),)


def test_a_register_that_was_not_handed_in_is_unknown_and_an_empty_one_is_nothing() -> None:
    of = template((FOUND,), table(Dimension.WHOLE, "found"))

    unknown = made(of, Sources())

    assert the_table(unknown).rows == (("Toàn tỉnh", None),)
    assert "«Thư KT1 lẫn trong bưu gửi thường»" in unknown.notes[0]
    assert the_table(made(of, Sources(registers={"found_mail": ()}))).rows == (("Toàn tỉnh", 0),)


def test_entries_that_hold_are_those_between_their_days_at_the_end_of_the_period() -> None:
    cameras = tuple(
        {"camera": name, "since": since, "until": until}
        for name, since, until in (
            ("C1", "2020-01-01", ""),
            ("C2", "2021-09-30", "2021-09-30"),
            ("C3", "2021-10-01", ""),
            ("C4", "2020-01-01", "2021-09-29"),
        )
    )
    choice = Choice("cameras", since="since", until="until")
    holding = Entered(code="holding", title="Camera", choice=choice)
    of = template(
        (holding,),
        table(Dimension.WHOLE, "holding"),
        ListSection(code="cameras", title="Camera", choice=choice, columns=("camera", "since")),
    )

    told, listed = made(of, Sources(registers={"cameras": cameras})).sections

    assert cast(Table, told).rows == (("Toàn tỉnh", 2),)
    assert cast(Table, listed).rows == (("C1", "2020-01-01"), ("C2", "2021-09-30"))
    assert [column.kind for column in cast(Table, listed).columns] == [Kind.TEXT, Kind.DATE]


def test_a_list_keeps_lines_that_are_alike_and_says_codes_in_words() -> None:
    of = template(
        (FOUND,),
        ListSection(
            code="mail", title="Thư", choice=Choice("found_mail", during="on"), columns=("agency", "count")
        ),
    )
    named = NAMES.__class__(entered={("found_mail", "agency"): {"SNV": "Sở Nội vụ"}})

    told = the_table(made(of, Sources(registers={"found_mail": MAIL}, names=named)))

    assert told.rows == (("Sở Nội vụ", 3), ("Sở Nội vụ", 4), ("Sở Nội vụ", 4))


def test_indicators_stand_one_below_the_other_with_last_year_and_share() -> None:
    of = template(
        DOSSIERS,
        IndicatorSection(code="told", title="Chỉ tiêu", lines=(Line("received", "share"),)),
    )

    told = the_table(made(of, Sources(THIS_YEAR, LAST_YEAR, denominators=(ENTERED,))))

    assert told.rows == (("Hồ sơ tiếp nhận", 1_798, 1_078, 720, 6_679, 175),)
    assert [column.kind for column in told.columns] == [
        Kind.TEXT,
        Kind.COUNT,
        Kind.COUNT,
        Kind.CHANGE,
        Kind.CHANGE_SHARE,
        Kind.SHARE,
    ]


SENTENCES = (
    Sentence(
        "{period}, {scope}: {received} hồ sơ, bằng {share} tổng số, {received_change:words} ({received_change}).",
        "{period}: {received} hồ sơ, chưa có tổng số.",
    ),
    Sentence("Cùng kỳ {received_last_year}, {received_change_share:words} so với {last_period}."),
)


def test_sentences_carry_their_numbers_in_words() -> None:
    of = template(DOSSIERS, ProseSection(code="prose", title="Kết quả", sentences=SENTENCES))

    (told,) = made(of, Sources(THIS_YEAR, LAST_YEAR, denominators=(ENTERED,))).sections

    assert cast(Prose, told).sentences == (
        "9 tháng năm 2021, Toàn tỉnh: 1.798 hồ sơ, bằng 1,75 % tổng số, tăng 720 (+720).",
        "Cùng kỳ 1.078, tăng 66,79 % so với 9 tháng năm 2020.",
    )


def test_a_sentence_whose_number_is_unknown_is_said_otherwise_or_not_at_all() -> None:
    of = template(DOSSIERS, ProseSection(code="prose", title="Kết quả", sentences=SENTENCES))

    (told,) = made(of, Sources(THIS_YEAR)).sections

    assert cast(Prose, told).sentences == ("9 tháng năm 2021: 1.798 hồ sơ, chưa có tổng số.",)


@pytest.mark.parametrize(
    ("before", "said"), [(2_000, "giảm 202"), (1_798, "không thay đổi"), (1_000, "tăng 798")]
)
def test_less_the_same_and_more_are_said_in_words(before: int, said: str) -> None:
    sentence = Sentence("{received_change:words}")
    of = template(DOSSIERS, ProseSection(code="prose", title="Kết quả", sentences=(sentence,)))

    (told,) = made(of, Sources(THIS_YEAR, (figure(Measure.DOSSIERS, before, "2020-05-01"),))).sections

    assert cast(Prose, told).sentences == (said,)


def test_a_chart_shows_columns_of_its_table_and_of_too_many_rows_the_largest() -> None:
    figures = tuple(
        figure(Measure.ITEMS, number, point=point, what="KT1001", dong=10)
        for number, point in ((2, "240000"), (1, "241000"), (3, "242000"))
    )
    chart = ChartSection(code="chart", title="Bưu gửi", table="by_point", columns=("items",))
    few = ChartSection(code="few", title="Bưu gửi", table="by_point", columns=("items",), most=2)
    of = template((ITEMS, REVENUE), table(Dimension.POINT, "revenue", "items"), chart, few)

    _, all_rows, largest = made(of, Sources(figures, names=NAMES)).sections

    assert isinstance(all_rows, Chart)
    assert isinstance(largest, Chart)
    assert all_rows.labels == ("Bưu cục trung tâm", "Bưu điện Chi Lăng", "Bưu điện Hữu Lũng")
    assert [(series.name, series.values) for series in all_rows.series] == [("Bưu gửi", (2, 1, 3))]
    assert largest.labels == ("Bưu cục trung tâm", "Bưu điện Hữu Lũng")
    assert largest.title == "Bưu gửi (2 dòng lớn nhất)"


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
