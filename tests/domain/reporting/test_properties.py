"""For any figures: the sums of rows are the total, order and splitting do not matter, what is frozen comes back, differences tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import cast

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.reporting.dimensions import EVERYWHERE, SAYS, Dimension, parts
from kt1desk.domain.reporting.exact import share
from kt1desk.domain.reporting.figures import Figure, Measure, merged, total
from kt1desk.domain.reporting.frozen import differences, frozen, thawed
from kt1desk.domain.reporting.making import make_report
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Kind, Report, Table
from kt1desk.domain.reporting.sources import Scope, Sources
from kt1desk.domain.reporting.template_parts import (
    ChartSection,
    Compare,
    Compared,
    Counted,
    ProseSection,
    Rows,
    Sentence,
    Shared,
    Summed,
    Take,
)
from tests.domain.reporting.rows import NAMES, PROVINCE, days, table, template

PERIOD = days("2024-02-20", "2024-03-20")
VALUES = ("", "KT1001", "KT1002", "send", "in_time", "kt1", "1.001612", "1.000656", "STP")
TAKES = {Take.COUNT: "count", Take.DONG: "dong"}


@st.composite
def figure(draw: st.DrawFn, first: date = PERIOD.first) -> Figure:
    measure = draw(st.sampled_from(Measure))
    said = [draw(st.sampled_from(VALUES)) if dimension else "" for dimension in SAYS[measure]]
    return Figure(
        point=draw(st.sampled_from((*NAMES.points, "249999"))),
        day=(first + timedelta(days=draw(st.integers(-3, 33)))).isoformat(),
        measure=measure,
        what=said[0],
        about=said[1],
        whose=said[2],
        count=draw(st.integers(0, 50)),
        dong=draw(st.integers(0, 10**9)),
    )


FIGURES = st.lists(figure(), max_size=40)
LAST_YEAR = st.none() | st.lists(figure(date(2023, 2, 20)), max_size=20)

COUNTED = tuple(
    Counted(code=f"{measure}_{take}", title=f"{measure} {take}", measure=measure, take=take)
    for measure in Measure
    for take in TAKES
)
COMPARED = tuple(
    Compared(code=f"items_{how}", title=f"Bưu gửi {how}", how=how, of="items_count") for how in Compare
)
SUMMED = Summed(
    code="both", title="Cả hai", plus=("dossiers_count", "result_orders_count"), less=("results_count",)
)
SHARED = Shared(code="returned", title="Tỷ lệ", part="results_count", base="dossiers_count")
TABLES = tuple(
    table(
        by,
        *(each.code for each in COUNTED if parts(each.measure, by)),
        *(each.code for each in (*COMPARED, SUMMED, SHARED) if by in EVERYWHERE),
        rows=Rows(by, every=by is Dimension.POINT),
    )
    for by in Dimension
    if by not in {Dimension.WHOLE, Dimension.REGISTER}
)
TEMPLATE = template(
    (*COUNTED, *COMPARED, SUMMED, SHARED),
    *TABLES,
    ProseSection(
        code="prose",
        title="Lời văn",
        sentences=(Sentence("{items_count} bưu gửi, {items_change:words}.", "–"),),
    ),
    ChartSection(code="chart", title="Biểu đồ", table="by_month", columns=("items_count",)),
)
ADDITIVE = {Kind.COUNT, Kind.DONG, Kind.CHANGE, Kind.CHANGE_DONG}


def made(figures: Sequence[Figure], before: Sequence[Figure] | None, period: Period = PERIOD) -> Report:
    last_year = None if before is None else tuple(before)
    return make_report(TEMPLATE, period, PROVINCE, Sources(tuple(figures), last_year, names=NAMES))


def split(figures: Sequence[Figure], chance: Random) -> list[Figure]:
    """The same figures, each in two, in another order."""
    made: list[Figure] = []
    for each in figures:
        count, dong = chance.randint(0, each.count), chance.randint(0, each.dong)
        made += [
            replace(each, count=count, dong=dong),
            replace(each, count=each.count - count, dong=each.dong - dong),
        ]
    chance.shuffle(made)
    return made


@settings(max_examples=40)
@example([], [Figure("240000", "2023-02-28", Measure.ITEMS, count=1)])
@given(FIGURES, LAST_YEAR)
def test_the_rows_of_every_table_add_up_to_its_total(
    figures: list[Figure], before: list[Figure] | None
) -> None:
    report = made(figures, before)

    first, last = PERIOD.first.isoformat(), PERIOD.last.isoformat()
    inside = [each for each in figures if first <= each.day <= last]
    for of, told in zip(TABLES, report.sections, strict=False):
        for at, column in enumerate(cast(Table, told).columns[1:], start=1):
            cells = [row[at] for row in cast(Table, told).rows]
            whole = cast(Table, told).total[at]
            if column.kind in ADDITIVE:
                assert whole is None or sum(cast(list[int], cells)) == whole, (of.code, column.code)
            for counted in COUNTED:
                if counted.code == column.code:
                    asked = total(each for each in inside if each.measure is counted.measure)
                    assert whole == getattr(asked, TAKES[counted.take])


@settings(max_examples=40)
@given(FIGURES, LAST_YEAR, st.randoms(use_true_random=False))
def test_order_and_splitting_and_merging_do_not_change_a_byte(
    figures: list[Figure], before: list[Figure] | None, chance: Random
) -> None:
    data = frozen(made(figures, before))

    assert frozen(made(split(figures, chance), before and split(before, chance))) == data
    assert frozen(made(merged(figures), before)) == data


@settings(max_examples=30)
@given(FIGURES, FIGURES)
def test_what_is_frozen_comes_back_and_differences_are_empty_exactly_for_equal_reports(
    one: list[Figure], other: list[Figure]
) -> None:
    first, second = made(one, None), made(other, None)

    assert thawed(frozen(first)) == first
    assert frozen(thawed(frozen(second))) == frozen(second)
    assert (differences(first, second) == ()) == (first == second) == (frozen(first) == frozen(second))
    assert differences(first, first) == ()


@settings(max_examples=40)
@given(FIGURES, st.sets(st.sampled_from(tuple(NAMES.points))), st.integers(0, 28))
def test_the_reports_of_parts_add_up_to_that_of_the_whole(
    figures: list[Figure], points: set[str], cut: int
) -> None:
    here = frozenset(points) or frozenset({"240000"})
    elsewhere = {each.point for each in figures} - here or {"none"}
    day = PERIOD.first + timedelta(days=cut)
    sources = Sources(tuple(figures), names=NAMES)

    whole = totals(make_report(TEMPLATE, PERIOD, PROVINCE, sources))
    by_point = [
        totals(make_report(TEMPLATE, PERIOD, Scope("Phần", points=frozenset(part)), sources))
        for part in (here, elsewhere)
    ]
    by_day = [
        totals(make_report(TEMPLATE, period, PROVINCE, sources))
        for period in (Period(PERIOD.first, day), Period(day + timedelta(days=1), PERIOD.last))
    ]

    assert [sum(pair) for pair in zip(*by_point, strict=True)] == whole
    assert [sum(pair) for pair in zip(*by_day, strict=True)] == whole


def totals(report: Report) -> list[int]:
    """The totals of all that was counted, by points."""
    (told,) = (each for each in report.sections[:1] if isinstance(each, Table))
    return [cast(int, cell) for cell in told.total[1 : len(COUNTED) + 1]]


@settings(max_examples=200)
@given(st.integers(-(10**12), 10**12), st.integers(1, 10**12), st.integers(0, 2))
def test_a_share_is_the_nearest_that_can_be_written_and_never_a_float(
    part: int, base: int, places: int
) -> None:
    told = share(part, base, places)

    step = 10 ** (2 - places)
    exact = Fraction(part * 10_000, base)
    assert type(told) is int
    assert told % step == 0
    assert abs(told - exact) <= Fraction(step, 2)
    assert share(-part, base, places) == -told
