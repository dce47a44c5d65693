"""The shipped templates say what the two inspection reports say, in whole sentences."""

from __future__ import annotations

from datetime import date

import pytest

from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.report import Cell, Prose, Report, Table
from kt1desk.domain.reporting.sources import Sources
from kt1desk.domain.reporting.template import template_of
from tests.domain.reporting.inspections import LANG_SON, PHU_YEN, lang_son, phu_yen
from tests.domain.reporting.rows import PROVINCE
from tests.support.reference import trial_reference

CASES = (
    "Tiếp nhận 1.798 hồ sơ qua dịch vụ bưu chính công ích (đạt 2 %), tăng 720 hồ sơ so với cùng kỳ.",
    "Trả 11.371 kết quả (đạt 11 %), tăng 5.460 kết quả so với cùng kỳ.",
)
POINTS = (
    "Mở mới, khôi phục 48/48 điểm phục vụ (đạt 100 %); trong đó mở mới 16 điểm (16 điểm bưu điện - văn hóa xã), khôi phục 32 điểm.",
)


def _report(code: str, period: Period, sources: Sources) -> Report:
    template = template_of(trial_reference().report_templates, code, date(2026, 11, 23))
    return make_report(template, period, PROVINCE, sources)


def _sentences(report: Report) -> list[str]:
    told = (section for section in report.sections if isinstance(section, Prose))
    return [sentence for section in told for sentence in section.sentences]


def _rows(report: Report, title: str) -> tuple[tuple[Cell, ...], ...]:
    (found,) = (each for each in report.sections if isinstance(each, Table) and each.title == title)
    return found.rows


@pytest.fixture(scope="module")
def nine_months() -> Report:
    """Lạng Sơn."""
    return _report("inspection_results", LANG_SON, lang_son())


@pytest.fixture(scope="module")
def adoption() -> Report:
    """Phú Yên."""
    return _report("kt1_adoption", PHU_YEN, phu_yen())


@pytest.mark.parametrize(
    "sentence", [*CASES, *POINTS, "Có 49/49 điểm có người trực (đạt 100 %), phục vụ 49 xã, phường."]
)
def test_the_nine_months_of_lang_son_are_told_in_the_words_of_the_inspection(
    sentence: str, nine_months: Report
) -> None:
    assert sentence in _sentences(nine_months)


def test_where_nobody_complained_and_nothing_was_harmed_the_report_says_so(nine_months: Report) -> None:
    assert "Bưu gửi an toàn 100 %; không có khiếu nại." in _sentences(nine_months)
    assert (
        "Chấp nhận 900 bưu gửi KT1, không thay đổi so với cùng kỳ; tổng doanh thu 40.000.000 đồng."
        in _sentences(nine_months)
    )


def test_the_table_has_last_year_the_change_in_number_and_in_percent_and_the_share(
    nine_months: Report,
) -> None:
    assert _rows(nine_months, "Hồ sơ thủ tục hành chính")[:2] == (
        ("Hồ sơ tiếp nhận", 1_798, 1_078, 720, 6_679, 200),
        ("Kết quả trả", 11_371, 5_911, 5_460, 9_237, 1_100),
    )


def test_every_number_from_outside_is_named_below_with_its_source(nine_months: Report) -> None:
    outside = [note for note in nine_months.notes if "văn bản 12/BC" in note]

    assert len(outside) == 4
    assert (
        "Tổng hồ sơ TTHC đã tiếp nhận (9 tháng năm 2021): 103.000, theo Trung tâm Phục vụ hành chính công, văn bản 12/BC, ngày 05/10/2021."
        in outside
    )


def test_what_nobody_entered_is_not_said(nine_months: Report) -> None:
    assert not any("Tập huấn" in sentence or "camera" in sentence for sentence in _sentences(nine_months))
    assert any("sổ «Người được làm KT1»" in note for note in nine_months.notes)


def test_the_years_of_phu_yen_stand_one_after_the_other(adoption: Report) -> None:
    assert _sentences(adoption)[:3] == [
        "Năm 2017: 15/44 cơ quan sử dụng dịch vụ KT1 (đạt 34,1 %); 3.912 bưu gửi, tổng doanh thu 176.040.000 đồng; không có khiếu nại.",
        "Năm 2018: 25/44 cơ quan sử dụng dịch vụ KT1 (đạt 56,8 %); 6.105 bưu gửi, tổng doanh thu 277.777.500 đồng; không có khiếu nại.",
        "Năm 2019: 25/44 cơ quan sử dụng dịch vụ KT1 (đạt 56,8 %); 6.587 bưu gửi, tổng doanh thu 300.367.200 đồng; không có khiếu nại.",
    ]
    assert [row[:6] for row in _rows(adoption, "Theo năm")] == [
        ("2017", 15, 44, 3_410, 3_912, 176_040_000),
        ("2018", 25, 44, 5_680, 6_105, 277_777_500),
        ("2019", 25, 44, 5_680, 6_587, 300_367_200),
    ]


def test_a_quarter_of_dossiers_says_the_same_as_the_nine_months_of_the_inspection() -> None:
    report = _report("bcci_results", LANG_SON, lang_son())

    assert _sentences(report)[0] == CASES[0].replace("2 %", "1,75 %")
    assert _sentences(report)[1] == CASES[1].replace("11 %", "10,99 %")
    assert sum(row[1] for row in _rows(report, "Theo điểm") if isinstance(row[1], int)) == 1_798


def test_the_points_alone_are_told_by_the_report_of_points() -> None:
    report = _report("point_coverage", LANG_SON, lang_son())

    said = _sentences(report)
    assert POINTS[0][:-1] + "; không có điểm ngừng hoạt động." in said
    assert "Trong 48 điểm thuộc chỉ tiêu, 48 điểm có người trực (đạt 100 %)." in said
    quarter = _report("point_coverage", preset(Preset.QUARTER, 2021, 1), lang_son())
    assert _sentences(quarter)[0].startswith("Mở mới, khôi phục 18 điểm phục vụ;")
