"""Reports at a desk: made from its figures, issued and frozen, read again, held against what came late; KT1 for who is cleared alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kt1desk.app.desk import PaperFit
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import Kt1ReportIssued, ReportIssued
from kt1desk.domain.reporting.figures import Measure
from kt1desk.domain.reporting.frozen import frozen
from kt1desk.domain.reporting.periods import Preset, preset
from kt1desk.domain.reporting.report import Prose
from kt1desk.printing.templates.queued_report import queued_values
from kt1desk.services.papers import Papers
from kt1desk.services.report_papers import ReportPapers
from kt1desk.services.report_periods import offered_periods, proposed_period
from kt1desk.services.report_values import Asked, shown
from kt1desk.services.reports import Reports
from tests.domain.reporting.rows import days
from tests.support.desks import Counter, counter
from tests.support.reporting import CASES, KT1, PROVINCE, FakeSource, counted, reports, templates
from tests.support.reversals import refusal

Q1, Q2, Q3 = (preset(Preset.QUARTER, 2026, number) for number in (1, 2, 3))
ITEMS = (
    counted(Measure.ITEMS, 5, "2026-02-03"),
    counted(Measure.ITEMS, 7, "2026-05-03"),
    counted(Measure.ITEMS, 9, "2026-08-03"),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Counter]:
    """A desk at which reports of other periods do not disturb each other. No shift is open: a report needs none."""
    with counter(tmp_path_factory.mktemp("reports")) as made:
        yield made


@pytest.fixture
def source() -> FakeSource:
    return FakeSource(ITEMS)


@pytest.fixture
def service(desk: Counter, source: FakeSource) -> Reports:
    return reports(desk, source)


def test_a_report_is_made_of_the_days_that_were_asked_for(
    desk: Counter, service: Reports, source: FakeSource
) -> None:
    source.notes = ("Số liệu của một bàn.",)

    made = service.make(desk.session(), Asked(KT1, days("2026-01-01", "2026-05-03")))

    said = next(section for section in made.report.sections if isinstance(section, Prose))
    assert said.sentences == ("Nhận 12 bưu gửi KT1.",)
    assert made.report.notes[0] == "Số liệu của một bàn."
    assert made.asked.scope == "240000"
    assert made.before is None


def test_an_issued_report_is_read_again_as_it_was_seen(desk: Counter, service: Reports) -> None:
    made = service.make(desk.session("chief"), Asked(KT1, Q1))

    issued = service.issue(desk.session("chief"), made)

    again = service.read(desk.session(), issued.number)
    assert (issued.version, issued.issued_on, issued.by) == (1, "2026-11-23", "Lý Ngọc Sơn")
    assert again.report == made.report
    assert again.entry.issued == issued
    assert again.entry.asked == made.asked
    assert service.difference(desk.session(), issued.number) == ()


def test_a_restored_desk_gives_no_number_again_that_stood_in_records_it_lost(
    desk: Counter, service: Reports
) -> None:
    chief = desk.session("chief")
    second_life = replace(chief, desk=replace(chief.desk, incarnation=2))

    issued = service.issue(second_life, service.make(chief, Asked(KT1, preset(Preset.QUARTER, 2025, 4))))

    assert int(issued.number.rpartition("-")[2]) > 1_000


def test_late_figures_show_cell_by_cell_and_the_next_version_has_them(
    desk: Counter, service: Reports, source: FakeSource
) -> None:
    chief = desk.session("chief")
    first = service.issue(chief, service.make(chief, Asked(KT1, Q2)))
    source.figures = (*ITEMS, counted(Measure.ITEMS, 2, "2026-06-30"))

    changed = service.difference(desk.session(), first.number)

    june = next(each for each in changed if each.section == "Theo tháng" and "06/2026" in each.row)
    assert (june.old, june.new) == (0, 2)
    whole = service.make(chief, Asked(KT1, Q2))
    assert whole.before == first
    second = service.issue(chief, whole)
    assert (second.number, second.version) == (first.number, 2)
    assert service.difference(chief, first.number) == ()
    assert service.difference(chief, first.number, 1) == changed
    assert service.read(chief, first.number, 1).report != service.read(chief, first.number, 2).report


def test_a_report_of_kt1_stands_in_its_own_stream_and_one_of_cases_does_not(
    desk: Counter, service: Reports
) -> None:
    chief = desk.session("chief")
    service.issue(chief, service.make(chief, Asked(CASES, Q3)))
    made = service.make(chief, Asked(KT1, Q3))
    service.issue(chief, made)

    with desk.store.read() as reader:
        kt1 = next(reader.newest(Stream.KT1, frozenset({Kt1ReportIssued.TYPE})))
        cases = next(reader.newest(Stream.COUNTER, frozenset({ReportIssued.TYPE})))

    assert ReportIssued.of(kt1.body()).data.encode() == frozen(made.report)
    assert cases.body()["template"] == CASES


def test_whoever_is_not_cleared_hears_of_cases_alone(desk: Counter, service: Reports) -> None:
    chief, uncleared = desk.session("chief"), desk.session("uncleared")
    year = preset(Preset.YEAR, 2025)
    secret = service.issue(chief, service.make(chief, Asked(KT1, year)))
    plain = service.issue(chief, service.make(chief, Asked(CASES, year)))

    assert [each.code for each in service.choices(uncleared).templates] == [CASES]
    assert refusal(lambda: service.make(uncleared, Asked(KT1, year))).code == "user.clearance_missing"
    assert refusal(lambda: service.read(uncleared, secret.number)).code == "user.clearance_missing"
    assert refusal(lambda: service.difference(uncleared, secret.number)).code == "user.clearance_missing"
    listed = {each.issued.number for each in service.issued(uncleared)}
    assert plain.number in listed
    assert secret.number not in listed
    assert secret.number in {each.issued.number for each in service.issued(desk.session())}


def test_a_clerk_sees_reports_and_issues_none(desk: Counter, service: Reports) -> None:
    clerk = desk.session()

    for code in (KT1, CASES):
        made = service.make(clerk, Asked(code, Q1))
        assert refusal(partial(service.issue, clerk, made)).code == "user.not_allowed"
    assert service.quarters_over(clerk) == ()


def test_what_one_event_cannot_hold_is_refused_before_anything_is_written(
    desk: Counter, source: FakeSource
) -> None:
    notes = tuple(f"Ghi chú thứ {at} của một báo cáo rất dài." for at in range(4_000))
    many = replace(templates()[1], code="long", notes=notes)
    service, chief = reports(desk, source, many), desk.session("chief")
    made = service.make(chief, Asked("long", Q1))

    refused = refusal(lambda: service.issue(chief, made))

    assert refused.code == "reporting.too_large"
    assert int(refused.details["percent"]) > 100
    assert all(each.asked.template != "long" for each in service.issued(chief))


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        (Asked("nobody", Q1), "reporting.template_unknown"),
        (Asked(CASES, Q1, "province"), "reporting.scope"),
    ],
)
def test_what_is_not_here_cannot_be_asked_for(
    desk: Counter, service: Reports, asked: Asked, code: str
) -> None:
    assert refusal(lambda: service.make(desk.session(), asked)).code == code


def test_a_number_that_nobody_issued_is_said_to_be_unknown(desk: Counter, service: Reports) -> None:
    assert refusal(lambda: service.read(desk.session(), "BC-260101-7-01")).code == "reporting.unknown"


def test_of_the_whole_province_a_report_is_made_where_its_figures_are(
    desk: Counter, service: Reports, source: FakeSource
) -> None:
    source.kept = (PROVINCE, *source.kept)
    chief = desk.session("chief")

    made = service.make(chief, Asked(CASES, preset(Preset.YEAR, 2024)))

    assert made.asked.scope == "province"
    number = service.issue(chief, made).number
    assert service.read(chief, number).entry.asked == made.asked
    assert service.difference(chief, number) == ()


# --- periods -----------------------------------------------------------------------------------------------------------


def test_the_newest_period_that_is_over_is_proposed_and_the_one_that_runs_is_offered_first() -> None:
    on = date(2026, 11, 22)

    offered = offered_periods((Preset.QUARTER_SHIFTED, Preset.MONTH), on)

    assert proposed_period((Preset.QUARTER_SHIFTED,), on).period == days("2026-06-15", "2026-09-14")
    assert (offered[0].words, offered[0].ended) == ("Quý IV/2026 (từ 15/09/2026 đến 14/12/2026)", False)
    assert (offered[5].words, offered[-1].words) == ("Tháng 11/2026", "Tháng 11/2025")
    assert proposed_period((Preset.NINE_MONTHS,), on).words == "9 tháng năm 2026"
    assert proposed_period((Preset.YEAR,), on).words == "Năm 2025"


def test_in_the_last_days_of_a_year_the_shifted_quarter_of_the_next_one_has_begun() -> None:
    first = offered_periods((Preset.QUARTER_SHIFTED,), date(2026, 12, 20))[0]

    assert (first.words[:11], first.period) == ("Quý I/2027 ", days("2026-12-15", "2027-03-14"))


def test_a_quarter_that_is_over_is_named_until_its_report_is_issued(tmp_path: Path) -> None:
    with counter(tmp_path) as desk:
        service, chief = reports(desk, FakeSource(ITEMS)), desk.session("chief")
        before = service.quarters_over(chief)  # the desk began in this quarter
        desk.clock.wall_ms += 45 * 86_400_000
        over = service.quarters_over(chief)
        service.issue(chief, service.make(chief, Asked(KT1, preset(Preset.QUARTER, 2026, 4))))
        left = service.quarters_over(chief)

    assert before == ()
    assert [(each.template, each.offered.words, each.by) for each in over] == [
        (KT1, "Quý IV/2026", date(2027, 1, 10)),
        (CASES, "Quý IV/2026", date(2027, 1, 10)),
    ]
    assert [each.template for each in left] == [CASES]


def test_whoever_is_not_cleared_answers_for_his_report_of_cases_and_sees_no_paper_of_kt1(
    desk: Counter, service: Reports
) -> None:
    uncleared, chief = desk.session("uncleared"), desk.session("chief")
    papers = ReportPapers(desk.store, desk.clock, PaperFit(), queued_values)
    own = papers.print(uncleared, shown(service.make(uncleared, Asked(CASES, Q1))))
    other = papers.print(chief, shown(service.make(chief, Asked(KT1, Q1))))

    seen = [row.job for row in Papers(desk.store, desk.clock).newest(uncleared)]

    assert own in seen
    assert other not in seen
