"""Charts as shapes: nothing outside, no label over another or over ink, every value of a bar written, round numbers on axes."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.reporting.chart_shapes import (
    NO_VALUES,
    Area,
    Bar,
    Drawing,
    Pattern,
    Pen,
    Reach,
    Stroke,
    dashed,
    drawn,
    hatching,
    parts,
    reach_of,
)
from kt1desk.domain.reporting.report import Chart, ChartKind, Kind, Series
from kt1desk.domain.reporting.written import cell_text

WIDE = {"W": 0.95, "M": 0.9, "i": 0.25, "l": 0.25, " ": 0.3, ".": 0.25}


def _width_of(text: str) -> float:
    """As a real face measures: letters of very different width."""
    return sum(WIDE.get(letter, 0.5) for letter in text)


PEN = Pen(_width_of, 1.0)
POINTS = tuple(f"Bưu cục khai thác và phát số {at} phường Đông Kinh tỉnh Lạng Sơn" for at in range(1, 54))
_VALUE = st.one_of(
    st.none(), st.integers(-50, 2_000), st.integers(-(10**7), 10**7), st.sampled_from([0, 1, -1, 300_000_000])
)
_NAME = st.text(st.sampled_from("WMilabđươngẵ  "), max_size=70)


@st.composite
def _charts(draw: st.DrawFn) -> Chart:
    count, many = draw(st.integers(0, 60)), draw(st.integers(0, 4))
    labels = tuple(draw(st.lists(_NAME, min_size=count, max_size=count)))
    if draw(st.booleans()):
        labels = tuple(f"T{at}" for at in range(1, count + 1))
    values = st.lists(_VALUE, min_size=count, max_size=count).map(tuple)
    series = tuple(Series(draw(_NAME), draw(values)) for _ in range(many))
    kind, unit = draw(st.sampled_from(ChartKind)), draw(st.sampled_from([Kind.COUNT, Kind.DONG, Kind.SHARE]))
    return Chart("Biểu đồ", kind, labels, series, unit)


def _flaws(drawing: Drawing) -> list[str]:
    sheet = Area(0.0, 0.0, drawing.width, drawing.height)
    labels, bars = drawing.labels, drawing.bars
    outside = [
        *(f"label {label.text!r} outside" for label in labels if not sheet.holds(label.area)),
        *(f"bar {bar} outside" for bar in bars if not sheet.holds(bar.area)),
        *(f"{stroke} outside" for stroke in drawing.strokes if not sheet.holds(stroke.bounds())),
    ]
    over = [f"{a.text!r} over {b.text!r}" for a, b in combinations(labels, 2) if a.area.meets(b.area)]
    over += [f"{label.text!r} over {bar}" for label in labels for bar in bars if bar.area.meets(label.area)]
    over += [f"{a} over {b}" for a, b in combinations(bars, 2) if a.area.meets(b.area)]
    crossed = [
        f"{stroke} through {a.text!r}" for a in labels for stroke in drawing.strokes if stroke.crosses(a.area)
    ]
    cut = [f"{a.text!r} is wider than its area" for a in labels if _width_of(a.text) > a.area.w]
    return [*outside, *over, *crossed, *cut]


@given(chart=_charts(), width=st.floats(40, 160), height=st.sampled_from([0.0, 9.0, 30.0]))
@settings(max_examples=60, deadline=None)
@example(chart=Chart("", ChartKind.LINE, ("",), (Series("", (None,)),)), width=40.0, height=0.0)
def test_nothing_stands_outside_and_no_label_meets_anything(
    chart: Chart, width: float, height: float
) -> None:
    assert _flaws(drawn(chart, width, PEN, height)) == []


def _bars(kind: ChartKind = ChartKind.BARS, labels: tuple[str, ...] = POINTS) -> Chart:
    one = tuple(1_798 - 50 * at if at % 7 else None for at in range(len(labels)))
    other = tuple(17 * at for at in range(len(labels)))
    return Chart("Hồ sơ theo điểm", kind, labels, (Series("Tiếp nhận", one), Series("Trả kết quả", other)))


@pytest.mark.parametrize("labels", [POINTS, ("Quý 1", "Quý 2", "Quý 3")])
@pytest.mark.parametrize("kind", [ChartKind.BARS, ChartKind.SHARES])
def test_every_value_of_bars_is_written_unknown_ones_too(kind: ChartKind, labels: tuple[str, ...]) -> None:
    chart = _bars(kind, labels)

    texts = [label.text for label in drawn(chart, 80, PEN).labels]

    for series in chart.series:
        for value in series.values:
            assert cell_text(value, Kind.COUNT) in texts
            if cell_text(value, Kind.COUNT) in texts:
                texts.remove(cell_text(value, Kind.COUNT))


@pytest.mark.parametrize("kind", list(ChartKind))
def test_of_zeros_and_unknowns_nothing_is_drawn_and_it_is_said(kind: ChartKind) -> None:
    chart = Chart("", kind, ("07/2026", "08/2026"), (Series("Sự vụ", (0, None)), Series("Khiếu nại", (0, 0))))

    drawing = drawn(chart, 80, PEN)

    assert [label.text for label in drawing.labels] == [NO_VALUES]
    assert drawing.height == PEN.line
    assert parts(chart, 80, PEN, 1) == (chart,)


def test_series_differ_without_any_colour() -> None:
    chart = _bars(labels=("Quý 1", "Quý 2"))

    patterns = {bar.pattern for bar in drawn(chart, 80, PEN).bars}

    assert patterns == {Pattern.SOLID, Pattern.EMPTY}
    four = replace(chart, series=chart.series * 2)
    assert {bar.pattern for bar in drawn(four, 80, PEN).bars} == set(Pattern)


def test_bars_are_as_long_as_their_values_say() -> None:
    chart = Chart("", ChartKind.BARS, ("A", "B", "C"), (Series("", (10, -5, 0)),))

    bars = drawn(chart, 80, PEN).bars

    assert [round(bar.area.h / bars[0].area.h, 6) for bar in bars] == [1.0, 0.5]
    assert bars[0].area.bottom == pytest.approx(bars[1].area.y)


def test_the_parts_of_a_whole_fill_it() -> None:
    chart = Chart("", ChartKind.SHARES, ("Trực tiếp",), tuple(Series("", (n,)) for n in (30, 60, 10)))

    bars = drawn(chart, 80, PEN).bars

    widths = [bar.area.w for bar in bars]
    assert [round(width / sum(widths), 6) for width in widths] == [0.3, 0.6, 0.1]


def test_a_long_name_is_broken_and_then_cut_by_its_width() -> None:
    name = "Bưu cục khai thác và phát số một " * 4

    labels = drawn(Chart("", ChartKind.BARS, (name, "B"), (Series("", (1, 2)),)), 60, PEN).labels

    assert labels[0].text.startswith("Bưu cục khai")
    assert labels[1].text.endswith("…")
    assert all(_width_of(label.text) <= 0.38 * 60 for label in labels)


@given(low=st.integers(-(10**9), 0), high=st.integers(0, 10**9))
def test_axes_have_few_round_numbers_and_hold_every_value(low: int, high: int) -> None:
    reach = Reach(low, high).rounded()

    ticks = reach.ticks()

    assert (ticks[0], ticks[-1]) == (reach.low, reach.high)
    assert reach.low <= low <= high <= reach.high
    assert len(ticks) <= 8
    assert str(reach.step()).rstrip("0") in {"1", "2", "5"}
    assert low == high or 0 in ticks


def test_what_is_too_high_for_a_page_is_parted_on_one_scale() -> None:
    chart = _bars()
    reach = reach_of(chart)

    pieces = parts(chart, 80, PEN, 60)

    assert tuple(label for piece in pieces for label in piece.labels) == POINTS
    drawings = [drawn(piece, 80, PEN, reach=reach) for piece in pieces]
    assert len(pieces) > 1
    assert all(drawing.height <= 60 for drawing in drawings)
    assert [flaw for drawing in drawings for flaw in _flaws(drawing)] == []


def test_a_line_is_broken_where_nothing_is_known() -> None:
    chart = Chart("", ChartKind.LINE, ("1", "2", "3", "4"), (Series("", (5, 5, None, 5)),))

    inked = [stroke for stroke in drawn(chart, 60, PEN).strokes if not stroke.thin]

    # from the first to the second point, and the fourth by itself; one sample beside no name
    assert len(inked) == 2


@given(w=st.floats(0.1, 30), h=st.floats(0.1, 30), pitch=st.floats(0.3, 3))
def test_hatching_stays_in_its_area(w: float, h: float, pitch: float) -> None:
    area = Area(3.0, 4.0, w, h)

    for pattern in (Pattern.RISING, Pattern.CROSSED):
        assert all(area.holds(stroke.bounds()) for stroke in hatching(area, pattern, pitch))
    assert not list(hatching(area, Pattern.SOLID, pitch))


def test_dashes_go_on_around_corners() -> None:
    pieces = list(dashed([(0.0, 0.0), (3.0, 0.0), (3.0, 4.0)], (2.0, 2.0)))

    assert pieces == [Stroke(0, 0, 2, 0), Stroke(3, 1, 3, 3)]
    assert list(dashed([(0.0, 0.0), (3.0, 0.0)], ())) == [Stroke(0, 0, 3, 0)]


def test_a_chart_of_nothing_says_so() -> None:
    drawing = drawn(Chart("", ChartKind.BARS, (), ()), 60, PEN)

    assert [label.text for label in drawing.labels] == ["Không có số liệu để vẽ."]
    assert drawing.bars == tuple[Bar, ...]()
