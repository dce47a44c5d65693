"""The bureau compares like with like: the same days of last year, and only where no point is missing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

import pytest

from kt1desk.domain.reporting.figures import Figure, Measure
from kt1desk.domain.reporting.periods import Period, Preset, preset
from kt1desk.domain.reporting.report import Missing, Report
from kt1desk.services.report_bureau import Bureau
from kt1desk.services.report_ports import Entry
from tests.support.reference import trial_reference

POINT, OTHER = "240000", "241000"
ON = date(2026, 11, 15)
QUARTER = preset(Preset.QUARTER, 2026, 4)
LAST_YEAR = Period(date(2025, 10, 1), date(2025, 11, 15))


class Told:
    """Two hundred items this year and four hundred last year; what is asked of it is kept."""

    def __init__(self, missing: Sequence[Missing] = (), *, tells: bool = True) -> None:
        self._missing, self._tells = missing, tells
        self.asked: list[Period] = []
        self.missing_asked: list[Period] = []

    def counted(
        self,
        first: date,
        last: date,
        measures: frozenset[Measure],
        *,
        by_day: bool,
    ) -> Sequence[Figure]:
        """See `ManyPoints`."""
        assert measures
        self.asked.append(Period(first, last))
        count = 200 if first.year == 2026 else 400
        return (Figure(POINT, first.isoformat(), Measure.ITEMS, "KT1001", "intra", count=count, dong=1),)

    def register_entries(self, registers: Collection[str]) -> Mapping[str, tuple[Entry, ...]]:
        """None."""
        return dict.fromkeys(registers, ())

    def missing(self, first: date, last: date, names: Mapping[str, str], *, kt1: bool) -> Sequence[Missing]:
        """As said, of this year."""
        self.missing_asked.append(Period(first, last))
        return self._missing if first.year == 2026 else ()

    def begun(self) -> Mapping[str, str]:
        """Long ago."""
        return {POINT: "2020-01-01"}

    def tells(self, first: date, last: date) -> bool:
        """As said."""
        assert first <= last
        return self._tells

    def may_read(self, points: frozenset[str], *, kt1: bool) -> bool:
        """Whatever."""
        return True


def report(told: Told, scope: str = "province", template: str = "kt1_results") -> Report:
    bureau = Bureau(told, trial_reference(), lambda _code, _on: None, "")
    return bureau.report(template, QUARTER, scope, ON)


def test_a_quarter_that_is_not_over_is_held_against_the_same_days_and_its_last_day_is_not_wanted_whole() -> (
    None
):
    told = Told()
    report(told)

    assert told.asked == [QUARTER, LAST_YEAR]
    assert told.missing_asked == [Period(QUARTER.first, date(2026, 11, 14)), LAST_YEAR]


@pytest.mark.parametrize(
    ("missing", "tells", "scope", "compares"),
    [
        ((), True, "province", True),
        ((Missing(OTHER, "Cửa Đông", "2026-10-05"),), True, "province", False),
        ((Missing(OTHER, "Cửa Đông", "2026-10-05"),), True, POINT, True),
        ((), False, "province", False),
    ],
)
def test_nothing_is_compared_where_a_point_is_missing_or_the_days_cannot_be_cut_so(
    missing: tuple[Missing, ...], tells: bool, scope: str, compares: bool
) -> None:
    told = Told(missing, tells=tells)
    made = report(told, scope)

    assert (LAST_YEAR in told.asked) == compares
    said = any(note.startswith("Không so sánh với cùng kỳ năm trước") for note in made.notes)
    assert said == (bool(missing) and scope == "province")


def test_a_cluster_is_called_by_its_name_once() -> None:
    made = report(Told(), "cluster:Cụm Lạng Sơn", "counter_summary")

    assert made.scope == "Cụm Lạng Sơn"
    assert made.unit[-1] == "Cụm Lạng Sơn"
