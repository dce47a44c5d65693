"""Indicators, sentences and charts of a report."""

from __future__ import annotations

from datetime import date
from typing import cast

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Chart, Kind, Prose
from kt1desk.domain.reporting.sources import Denominator, Sources
from kt1desk.domain.reporting.template_parts import (
    ChartSection,
    Choice,
    Entered,
    IndicatorSection,
    Line,
    ProseSection,
    Sentence,
)
from tests.domain.reporting.rows import (
    DOSSIERS,
    ENTERED,
    ITEMS,
    LAST_YEAR,
    NAMES,
    PROVINCE,
    REVENUE,
    THIS_YEAR,
    days,
    figure,
    made,
    table,
    template,
    the_table,
)


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
    sentence = Sentence("Hồ sơ {received_change:words}")
    of = template(DOSSIERS, ProseSection(code="prose", title="Kết quả", sentences=(sentence,)))

    (told,) = made(of, Sources(THIS_YEAR, (figure(Measure.DOSSIERS, before, "2020-05-01"),))).sections

    assert cast(Prose, told).sentences == (f"Hồ sơ {said}",)


def _said(*texts: str, each: Dimension = Dimension.WHOLE) -> ProseSection:
    return ProseSection(code="prose", title="Kết quả", sentences=tuple(map(Sentence, texts)), each=each)


@pytest.mark.parametrize(("before", "said"), [(1_078, "tăng 720 hồ sơ"), (1_798, "không thay đổi")])
def test_a_change_has_its_unit_where_there_is_a_change(before: int, said: str) -> None:
    of = template(DOSSIERS, _said("{received_change:words hồ sơ} so với cùng kỳ"))

    (told,) = made(of, Sources(THIS_YEAR, (figure(Measure.DOSSIERS, before, "2020-05-01"),))).sections

    assert cast(Prose, told).sentences == (f"{said.capitalize()} so với cùng kỳ",)


@pytest.mark.parametrize(
    ("figures", "said"), [((), "không có bưu gửi"), ((figure(Measure.ITEMS, 1_200),), "có 1.200 bưu gửi")]
)
def test_none_is_said_as_none(figures: tuple[Figure, ...], said: str) -> None:
    (told,) = made(template((ITEMS,), _said("Điểm {items:some bưu gửi}.")), Sources(figures)).sections

    assert cast(Prose, told).sentences == (f"Điểm {said}.",)


def test_a_sentence_begins_with_a_capital_letter_whatever_its_period_is_called() -> None:
    of = template((ITEMS,), _said("{period}: {items:some bưu gửi}.", "{items:some bưu gửi}."))

    (told,) = make_report(of, days("2025-12-15", "2026-03-14"), PROVINCE, Sources()).sections

    assert cast(Prose, told).sentences == (
        "Từ 15/12/2025 đến 14/03/2026: không có bưu gửi.",
        "Không có bưu gửi.",
    )


def test_a_sentence_may_be_said_for_each_year_with_the_numbers_of_that_year() -> None:
    figures = (
        figure(Measure.DOSSIERS, 15, "2017-05-01"),
        figure(Measure.DOSSIERS, 25, "2018-12-31"),
        figure(Measure.DOSSIERS, 27, "2019-01-01"),
    )
    of_years = tuple(
        Denominator("dossiers_all", preset(Preset.YEAR, year), "", 44, "Sở", date(2020, 1, 1))
        for year in (2017, 2018)
    )
    of = template(DOSSIERS, _said("Năm {row}: {received}/{all} hồ sơ ({share}).", each=Dimension.YEAR))

    (told,) = make_report(
        of, days("2017-01-01", "2019-12-31"), PROVINCE, Sources(figures, denominators=of_years)
    ).sections

    assert cast(Prose, told).sentences == (
        "Năm 2017: 15/44 hồ sơ (34,09 %).",
        "Năm 2018: 25/44 hồ sơ (56,82 %).",
    )


@pytest.mark.parametrize(
    "section",
    [
        _said("Năm {row}"),
        _said("{row:words}", each=Dimension.YEAR),
        _said("{received}", each=Dimension.POINT),
        _said("{received:words}"),
        _said("{received:some}"),
        _said("{share:some phần}"),
        _said("{received:many hồ sơ}"),
        _said("{nothing}"),
        _said("mở { mà không đóng"),
    ],
)
def test_a_sentence_that_could_not_be_said_refuses_its_template(section: ProseSection) -> None:
    with pytest.raises(DeskError) as refused:
        template(DOSSIERS, section)

    assert refused.value.code == "reporting.template"


def test_entries_as_they_stand_today_are_said_of_no_year() -> None:
    now = Entered(code="now", title="Nay", choice=Choice("vehicles"))

    with pytest.raises(DeskError) as refused:
        template((now,), _said("{now}", each=Dimension.YEAR))

    assert refused.value.details["where"] == "test: prose: now"


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
