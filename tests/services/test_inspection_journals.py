"""Both inspection reports come out of journals: nothing is typed but what others say there was in all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pytest

from kt1desk.domain.reporting.figures import Figure, Measure, merged, total
from kt1desk.domain.reporting.frozen import frozen
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.report import Prose, Report
from kt1desk.domain.reporting.template import ReportTemplate, template_of
from kt1desk.services.report_sources import Gathered, gathered_here, sources_of
from kt1desk.store import rebuild
from tests.domain.reporting.rows import PROVINCE
from tests.support.figure_scribe import Scribe
from tests.support.inspection_journals import (
    LANG_SON_TENTH,
    LangSon,
    PhuYen,
    lang_son,
    phu_yen,
)
from tests.support.reference import trial_reference

NINE_MONTHS = preset(Preset.NINE_MONTHS, 2021)
THREE_YEARS = Period(date(2017, 1, 1), date(2019, 12, 31))
POINTS = "Mở mới, khôi phục 48/48 điểm phục vụ (đạt 100 %); trong đó mở mới 16 điểm (16 điểm bưu điện - văn hóa xã), khôi phục 32 điểm."
STAFFED = "Có 49/49 điểm có người trực (đạt 100 %), phục vụ 49 xã, phường."


@dataclass(frozen=True)
class Case:
    """What is written into the journals, and what the report must say of it."""

    told: LangSon | PhuYen
    sentences: tuple[str, ...]


LANG_SON = Case(
    LangSon(),
    (
        "Tiếp nhận 1.798 hồ sơ qua dịch vụ bưu chính công ích (đạt 2 %), tăng 720 hồ sơ so với cùng kỳ.",
        "Trả 11.371 kết quả (đạt 11 %), tăng 5.460 kết quả so với cùng kỳ.",
        POINTS,
        STAFFED,
    ),
)
PHU_YEN = Case(
    PhuYen(),
    (
        "Năm 2017: 15/44 cơ quan sử dụng dịch vụ KT1 (đạt 34,1 %); 900 bưu gửi, tổng doanh thu 41.040.000 đồng; không có khiếu nại.",
        "Năm 2018: 25/44 cơ quan sử dụng dịch vụ KT1 (đạt 56,8 %); 1.500 bưu gửi, tổng doanh thu 68.400.000 đồng; không có khiếu nại.",
        "Năm 2019: 25/44 cơ quan sử dụng dịch vụ KT1 (đạt 56,8 %); 6.587 bưu gửi, tổng doanh thu 300.367.200 đồng; không có khiếu nại.",
    ),
)
A_TENTH = Case(
    LANG_SON_TENTH,
    (
        "Tiếp nhận 180 hồ sơ qua dịch vụ bưu chính công ích (đạt 2 %), tăng 72 hồ sơ so với cùng kỳ.",
        "Trả 1.137 kết quả (đạt 11 %), tăng 546 kết quả so với cùng kỳ.",
        POINTS,
        STAFFED,
    ),
)


def gathered(desks: Sequence[Scribe], template: ReportTemplate, period: Period) -> Gathered:
    """What all desks have, put together without asking what overlaps."""
    each = []
    for desk in desks:
        with desk.store.read() as reader:
            each.append(gathered_here(reader, template, period, desk.point, trial=False))
    assert all(one.last_year is not None for one in each)
    return Gathered(
        merged(figure for one in each for figure in one.figures),
        merged(figure for one in each for figure in one.last_year or ()),
        {name: tuple(row for one in each for row in one.registers[name]) for name in each[0].registers},
    )


def report_of(desks: Sequence[Scribe], code: str, period: Period) -> Report:
    """The shipped template over what the desks have."""
    reference = trial_reference()
    template = template_of(reference.report_templates, code, date(2026, 11, 23))
    sources = sources_of(gathered(desks, template, period), reference, lambda _code, _on: None, period)
    return make_report(template, period, PROVINCE, sources)


def sentences(report: Report) -> list[str]:
    told = (section for section in report.sections if isinstance(section, Prose))
    return [sentence for section in told for sentence in section.sentences]


def said_of_lang_son(case: Case) -> Iterator[str]:
    """What is missing of what must be said."""
    assert isinstance(case.told, LangSon)
    with lang_son(case.told) as desks:
        report = report_of(desks, "inspection_results", NINE_MONTHS)
        counted = {
            measure: total(
                figure
                for desk in desks
                for figure in _figures(desk, NINE_MONTHS)
                if figure.measure is measure
            ).count
            for measure in (Measure.DOSSIERS, Measure.RESULTS)
        }
    assert counted == {Measure.DOSSIERS: case.told.received, Measure.RESULTS: case.told.results}
    yield from (sentence for sentence in case.sentences if sentence not in sentences(report))


def said_of_phu_yen(case: Case) -> Iterator[str]:
    """What is missing of what must be said."""
    assert isinstance(case.told, PhuYen)
    with phu_yen(case.told) as desks:
        report = report_of(desks, "kt1_adoption", THREE_YEARS)
    yield from (sentence for sentence in case.sentences if sentence not in sentences(report))
    told = f"Sổ có 44 cơ quan đủ điều kiện, {case.told.agencies[-1]} cơ quan đang dùng, {44 - case.told.agencies[-1]} cơ quan chưa dùng"
    assert any(sentence.startswith(told) for sentence in sentences(report))


def _figures(desk: Scribe, period: Period) -> Sequence[Figure]:
    with desk.store.read() as reader:
        return reader.figures(period.first, period.last)


def test_a_tenth_of_the_nine_months_of_lang_son_comes_out_of_the_journals_of_four_desks() -> None:
    assert list(said_of_lang_son(A_TENTH)) == []


def test_the_three_years_of_phu_yen_come_out_of_the_journals_of_four_desks() -> None:
    assert list(said_of_phu_yen(PHU_YEN)) == []


def test_a_report_of_stores_made_again_is_the_same_byte_for_byte() -> None:
    with lang_son(LangSon(18, 11, 114, 59, 1_030, 1_035)) as desks:
        before = frozen(report_of(desks, "inspection_results", NINE_MONTHS))
        for desk in desks:
            with desk.store.transaction() as connection:
                rebuild.again(connection)
        after = frozen(report_of(desks, "inspection_results", NINE_MONTHS))

    assert after == before


@pytest.mark.soak
def test_the_nine_months_of_lang_son_come_out_of_the_journals_of_four_desks() -> None:
    assert list(said_of_lang_son(LANG_SON)) == []
