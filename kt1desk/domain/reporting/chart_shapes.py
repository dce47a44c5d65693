"""Charts as shapes, the same ones on paper and on the screen: whoever draws them hands in how texts measure and adds nothing.

Values stand at their bars, names at their lines; axes have round numbers; series differ by pattern, so that a copy in black and white says
the same. This module must not know paper or screens.
"""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.reporting.chart_axis import Reach, names, reach_of
from kt1desk.domain.reporting.chart_lying import lying_bars, parted_bars, row_heights
from kt1desk.domain.reporting.chart_parts import (
    DASHES,
    PATTERNS,
    Area,
    Bar,
    Drawing,
    Label,
    Pattern,
    Pen,
    Stroke,
    dashed,
    hatching,
)
from kt1desk.domain.reporting.chart_upright import lines, standing_bars, stands
from kt1desk.domain.reporting.report import Chart, ChartKind, Series

USUAL_LINES = 14.0
"""Height of what stands upright, in heights of a line of text."""
NO_VALUES = "Không có số liệu để vẽ."


def drawn(chart: Chart, width: float, pen: Pen, height: float = 0.0, reach: Reach | None = None) -> Drawing:
    """A chart as shapes, without its title.

    Args:
        chart: what is shown; each series has a value for each label.
        width: in the unit of ``pen``; below forty heights of a line there is no room for names and values.
        pen: how texts measure.
        height: of what stands upright; 0 for the usual one. What lies is as high as its rows are.
        reach: of the whole, where this is a part of a chart.
    """
    if has_nothing(chart) and reach is None:
        return Drawing(width, pen.line, labels=(pen.label(pen.cut(NO_VALUES, width), 0.0, 0.0),))
    scale = reach or reach_of(chart)
    if chart.kind is ChartKind.LINE:
        above = names(chart, width, pen) if len(chart.series) == 1 else Drawing(width, 0.0)
        return above.beneath(lines(chart, width, _tall(chart, height - above.height, pen), pen, scale))
    above = names(chart, width, pen)
    if chart.kind is ChartKind.SHARES:
        return above.beneath(parted_bars(chart, width, pen))
    # A part of what lies is drawn lying, even where its few labels could stand.
    if reach is None and stands(chart, width, pen, scale):
        return above.beneath(
            standing_bars(chart, width, _tall(chart, height - above.height, pen), pen, scale)
        )
    return above.beneath(lying_bars(chart, width, pen, scale))


def has_nothing(chart: Chart) -> bool:
    """Whether there is nothing to draw: no row, or nothing but zeros and what nobody knows; its table says which."""
    return not any(value for each in chart.series for value in each.values)


def _tall(chart: Chart, left_over: float, pen: Pen) -> float:
    """Height of what stands upright: at least a line for each name at the end, and some for the scale."""
    if left_over <= 0:
        return USUAL_LINES * pen.line
    return max(left_over, (4 + len(chart.series)) * pen.line)


def parts(chart: Chart, width: float, pen: Pen, most: float) -> tuple[Chart, ...]:
    """A chart in parts none of which is higher than ``most``, if a row is not; what stands upright is one."""
    if has_nothing(chart):
        return (chart,)
    upright = chart.kind is ChartKind.LINE or (
        chart.kind is ChartKind.BARS and stands(chart, width, pen, reach_of(chart))
    )
    if upright:
        return (chart,)
    # 1.4 lines of round numbers below, 1.3 of names above and a little: what a part has beside its rows.
    room = most - names(chart, width, pen).height - 1.5 * pen.line
    heights = row_heights(chart, width, pen, parted=chart.kind is ChartKind.SHARES)
    begins, filled = [0], 0.0
    for at, height in enumerate(heights):
        if filled + height > room and at > begins[-1]:
            begins.append(at)
            filled = 0.0
        filled += height
    return tuple(
        _part(chart, begin, end) for begin, end in zip(begins, [*begins[1:], len(heights)], strict=True)
    )


def _part(chart: Chart, begin: int, end: int) -> Chart:
    series = tuple(Series(each.name, each.values[begin:end]) for each in chart.series)
    return replace(chart, labels=chart.labels[begin:end], series=series)


__all__ = [
    "DASHES",
    "PATTERNS",
    "Area",
    "Bar",
    "Drawing",
    "Label",
    "Pattern",
    "Pen",
    "Reach",
    "Stroke",
    "dashed",
    "drawn",
    "has_nothing",
    "hatching",
    "parts",
    "reach_of",
]
