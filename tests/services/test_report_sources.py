"""What a report is made from: names of the lists, entries with their point, numbers from outside with who says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reporting.dimensions import Dimension
from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.sources import Denominator, PointName, ProcedureName
from kt1desk.domain.reporting.template import template_of
from kt1desk.services.report_ports import Entry, JournalHead
from kt1desk.services.report_sources import Gathered, compared_with, gathered_here, registers_of, sources_of
from tests.domain.reporting.rows import NINE_MONTHS, days, figure
from tests.support.reference import trial_reference

DATA = trial_reference()
TEMPLATE = template_of(DATA.report_templates, "kt1_results", date(2026, 11, 23))
PERIOD = preset(Preset.QUARTER, 2026, 3)
OUTSIDE: Entry = {
    "what": "agencies_eligible",
    "first": "2026-07-01",
    "last": "2026-09-30",
    "number": "44",
    "issuer": "home_affairs",
    "source": "12/SNV",
    "source_day": "2026-10-05",
}


class Kept:
    """A desk that has counted one item a year, and has one number from outside."""

    def __init__(self, begun: str = "2020-01-01") -> None:
        self._begun = begun

    def figures(self, first: date, last: date) -> tuple[Figure, ...]:
        """The item of the first of the days."""
        assert first <= last
        return (figure(Measure.ITEMS, 1, first.isoformat()),)

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The same for whichever registers."""
        return {code: (OUTSIDE,) if code == "outside_figures" else () for code in registers}

    def journal_heads(self) -> tuple[JournalHead, ...]:
        """None."""
        return ()

    def first_day(self) -> str:
        """As said."""
        return self._begun

    def procedure(self, code: str, on: date) -> Procedure | None:
        """Whichever."""
        return no_procedure(code, on)


def no_procedure(code: str, on: date) -> Procedure | None:
    """An empty catalogue."""
    assert code
    assert isinstance(on, date)
    return None


def test_a_desk_gathers_its_figures_of_both_years_and_the_registers_that_the_template_tells_of() -> None:
    gathered = gathered_here(Kept(), TEMPLATE, PERIOD, "240000", trial=True)

    assert registers_of(TEMPLATE) == {"outside_figures"}
    assert [each.day for each in gathered.figures] == ["2026-07-01"]
    assert [each.day for each in gathered.last_year or ()] == ["2025-07-01"]
    assert gathered.registers == {"outside_figures": ({**OUTSIDE, "point": "240000"},)}
    assert gathered.sample


def test_days_before_the_desk_began_are_unknown_and_not_empty() -> None:
    assert gathered_here(Kept("2025-07-02"), TEMPLATE, PERIOD, "240000", trial=False).last_year is None
    assert gathered_here(Kept(""), TEMPLATE, PERIOD, "240000", trial=False).last_year is None
    assert gathered_here(Kept("2025-07-01"), TEMPLATE, PERIOD, "240000", trial=False).last_year is not None


def test_a_period_that_is_not_over_is_held_against_the_same_days_of_last_year() -> None:
    assert compared_with(PERIOD, date(2026, 8, 15)) == Period(date(2025, 7, 1), date(2025, 8, 15))
    assert compared_with(PERIOD, date(2026, 12, 1)) == Period(date(2025, 7, 1), date(2025, 9, 30))
    assert compared_with(PERIOD, date(2026, 6, 30)) is None
    before = date(2026, 6, 30)
    assert gathered_here(Kept(), TEMPLATE, PERIOD, "240000", trial=False, on=before).last_year is None


def test_a_number_from_outside_is_said_with_who_says_so() -> None:
    gathered = gathered_here(Kept(), TEMPLATE, PERIOD, "240000", trial=True)

    sources = sources_of(gathered, DATA, no_procedure, PERIOD)

    assert sources.denominators == (
        Denominator("agencies_eligible", PERIOD, "", 44, "Sở Nội vụ, văn bản 12/SNV", date(2026, 10, 5)),
    )
    assert sources.registers == {}
    assert sources.sample


def test_codes_are_said_in_the_words_of_the_lists() -> None:
    sources = sources_of(
        Gathered(registers={"service_points": (), "adoption": ()}), DATA, no_procedure, PERIOD
    )

    names = sources.names
    assert names.points["240000"] == PointName("Bưu điện trung tâm tỉnh Lạng Sơn", "Cụm Lạng Sơn")
    assert len({point.cluster for point in names.points.values()}) == 11
    assert names.of[Dimension.PRODUCT]["KT1002"] == "KT1 Hỏa tốc"
    assert names.of[Dimension.AUTHORITY]["LS-TU"] == "Tỉnh ủy Lạng Sơn"
    assert names.of[Dimension.COUNTER_SERVICE]["postmart"] == "Bán hàng Postmart"
    assert names.of[Dimension.COMPLAINT]["late"] == "Chậm"
    assert names.of[Dimension.COMPLAINT]["not_told"] == "Không được báo tin"
    assert names.entered["service_points", "kind"]["culture_point"] == "Điểm bưu điện - văn hóa xã"
    assert names.entered["service_points", "commune"]["05977"] == "Phường Đông Kinh"
    assert names.entered["adoption", "agency"]
    assert ("service_points", "name") not in names.entered


def _renamed(period: Period) -> dict[str, PointName]:
    point = DATA.point("241000", date(2026, 7, 1))
    rows = (
        replace(point, name="Tên cũ", valid_from=date(2020, 1, 1), valid_to=date(2025, 12, 31)),
        replace(point, name="Tên mới", valid_from=date(2026, 1, 1)),
        replace(point, code="249999", name="Điểm đã đóng", valid_to=date(2026, 3, 31)),
    )
    return dict(sources_of(Gathered(), ReferenceData(points=rows), no_procedure, period).names.points.items())


def test_a_point_is_called_as_on_the_last_day_and_one_that_was_closed_before_is_not_there() -> None:
    assert [point.name for point in _renamed(PERIOD).values()] == ["Tên mới"]
    assert [point.name for point in _renamed(days("2025-10-01", "2025-12-31")).values()] == [
        "Tên cũ",
        "Điểm đã đóng",
    ]


def test_procedures_are_asked_for_as_of_the_last_of_their_figures() -> None:
    asked: list[tuple[str, date]] = []

    deaths = Procedure(
        valid_from=date(2020, 1, 1),
        valid_to=None,
        source="test",
        status=Status.CONFIRMED,
        code="1",
        name="Khai tử",
        field="Hộ tịch",
        level="xã",
    )

    def procedure_of(code: str, on: date) -> Procedure | None:
        asked.append((code, on))
        return deaths if code == "1" else None

    figures = (
        figure(Measure.DOSSIERS, 1, "2021-02-01", about="1"),
        figure(Measure.RESULTS, 1, "2021-05-01", about="1"),
        figure(Measure.DOSSIERS, 1, "2021-03-01", about="2"),
        figure(Measure.ITEMS, 1, "2021-09-01", about="intra"),
    )

    names = sources_of(Gathered(figures), DATA, procedure_of, NINE_MONTHS).names

    assert sorted(asked) == [("1", date(2021, 5, 1)), ("2", date(2021, 3, 1))]
    assert names.procedures == {"1": ProcedureName("Khai tử", "Hộ tịch", "xã")}
