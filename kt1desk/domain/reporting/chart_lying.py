"""Bars that lie, a row for each label: names of any length stand on the left, values at the ends.

This module must not know paper or screens.
"""

from __future__ import annotations

from itertools import pairwise

from kt1desk.domain.reporting.chart_axis import Reach, written
from kt1desk.domain.reporting.chart_parts import PATTERNS, TOUCH, Area, Bar, Drawing, Label, Pen, Stroke
from kt1desk.domain.reporting.report import Chart

_NAMES = 0.38
"""Of the width: what the names on the left may take."""
_AIR, _BAR, _GAP = 0.5, 0.62, 0.3
"""In heights of a line: beside an axis and before a value; how thick a bar is; between rows."""
_LINES = 2


def name_width(chart: Chart, width: float, pen: Pen) -> float:
    """How wide the names of the rows stand: the widest, or a share of the width on which longer ones are broken and cut."""
    return min(_NAMES * width, max((pen.room(label) for label in chart.labels), default=0.0))


def _row_height(names: float, pen: Pen, label: str, beneath: int) -> float:
    lines = len(pen.wrapped(label, names, _LINES)) if label else 0
    return max(lines, beneath, 1) * pen.line + _GAP * pen.line


def row_heights(chart: Chart, width: float, pen: Pen, *, parted: bool) -> tuple[float, ...]:
    """Height of each row, the air under it included: as many lines as it has values, or two where they stand under one bar."""
    names, beneath = name_width(chart, width, pen), 2 if parted else len(chart.series)
    return tuple(_row_height(names, pen, label, beneath) for label in chart.labels)


def _named(label: str, names: float, row: Area, pen: Pen) -> list[Label]:
    """The name of a row in the middle of its height, flush with the bars."""
    lines = pen.wrapped(label, names, _LINES)
    top = row.y + (row.h - len(lines) * pen.line) / 2
    return [
        pen.label(text, names - pen.room(text), top + at * pen.line) for at, text in enumerate(lines) if text
    ]


def lying_bars(chart: Chart, width: float, pen: Pen, reach: Reach) -> Drawing:
    """Bars beside each other for each label, on the scale of ``reach``; its round numbers stand below."""
    names = name_width(chart, width, pen)
    texts = [
        (value, pen.room(written(value, chart.unit))) for series in chart.series for value in series.values
    ]
    before = max((w for value, w in texts if value is not None and value < 0), default=-_AIR * pen.line)
    behind = max((w for value, w in texts if value is None or value >= 0), default=0.0)
    left = names + _AIR * pen.line + before + _AIR * pen.line
    right = max(left, width - behind - _AIR * pen.line)
    scale = (right - left) / reach.span
    zero = left - reach.low * scale
    bars: list[Bar] = []
    labels: list[Label] = []
    y = 0.0
    for at, (label, height) in enumerate(
        zip(chart.labels, row_heights(chart, width, pen, parted=False), strict=True)
    ):
        row = Area(0, y, width, height - _GAP * pen.line)
        labels += _named(label, names, row, pen)
        top = row.y + (row.h - len(chart.series) * pen.line) / 2
        for place, series in enumerate(chart.series):
            value, above = series.values[at], top + place * pen.line
            text = written(value, chart.unit)
            end = zero + (value or 0) * scale
            if abs(end - zero) > TOUCH:
                area = Area(
                    min(zero, end), above + (1 - _BAR) / 2 * pen.line, abs(end - zero), _BAR * pen.line
                )
                bars.append(Bar(area, PATTERNS[place % len(PATTERNS)]))
            x = (
                end - _AIR / 2 * pen.line - pen.room(text)
                if value is not None and value < 0
                else end + _AIR / 2 * pen.line
            )
            labels.append(pen.label(text, x, above))
        y += height
    axis = Stroke(zero, 0.0, zero, y, thin=True)
    return Drawing(width, y, tuple(bars), (axis,), tuple(labels)).beneath(
        _scale(chart, width, pen, reach, left, scale)
    )


def _scale(chart: Chart, width: float, pen: Pen, reach: Reach, left: float, scale: float) -> Drawing:
    """The round numbers below, as many as have room beside each other."""
    zero = left - reach.low * scale
    strokes = [
        Stroke(zero + reach.low * scale, 0.0, max(zero + reach.high * scale, left + TOUCH), 0.0, thin=True)
    ]
    labels: list[Label] = []
    for tick in sorted(reach.ticks(), key=lambda number: (number != 0, abs(number))):
        x = zero + tick * scale
        text = written(tick, chart.unit)
        at = min(max(0.0, x - pen.room(text) / 2), width - pen.room(text))
        label = pen.label(text, at, 0.3 * pen.line)
        around = Area(
            label.area.x - _AIR * pen.line, label.area.y, label.area.w + _AIR * pen.line * 2, pen.line
        )
        if any(around.meets(other.area) for other in labels) or at < 0:
            continue
        strokes.append(Stroke(x, 0.0, x, 0.25 * pen.line, thin=True))
        labels.append(label)
    return Drawing(width, 1.4 * pen.line, (), tuple(strokes), tuple(labels))


def parted_bars(chart: Chart, width: float, pen: Pen) -> Drawing:
    """One bar for each label, as long as the others, parted by the values of the series; each value stands under its part."""
    names = name_width(chart, width, pen)
    left = names + _AIR * pen.line
    bars: list[Bar] = []
    labels: list[Label] = []
    y = 0.0
    for at, (label, height) in enumerate(
        zip(chart.labels, row_heights(chart, width, pen, parted=True), strict=True)
    ):
        row = Area(left, y, width - left, height - _GAP * pen.line)
        labels += _named(label, names, row, pen)
        values = [series.values[at] for series in chart.series]
        # What is less than nothing has no part of a whole; its value is written all the same.
        sizes = [max(0, value or 0) for value in values]
        edges = [left]
        for size in sizes:
            edges.append(edges[-1] + size / (sum(sizes) or 1) * row.w)
        for place, (begin, end) in enumerate(pairwise(edges)):
            if end - begin > TOUCH:
                area = Area(begin, row.y + 0.15 * pen.line, end - begin, 0.8 * pen.line)
                bars.append(Bar(area, PATTERNS[place % len(PATTERNS)]))
        labels += _beneath(chart, values, edges, row, pen)
        y += height
    return Drawing(width, y, tuple(bars), (), tuple(labels))


def _beneath(chart: Chart, values: list[int | None], edges: list[float], row: Area, pen: Pen) -> list[Label]:
    """The values in one line under their parts, pushed aside where a part is narrower than its value."""
    texts = [written(value, chart.unit) for value in values]
    x, places = row.x, []
    for text, begin in zip(texts, edges[:-1], strict=True):
        x = max(x, begin)
        places.append(x)
        x += pen.room(text) + _AIR * pen.line
    edge = row.right
    for back in range(len(texts) - 1, -1, -1):
        places[back] = min(places[back], edge - pen.room(texts[back]))
        edge = places[back] - _AIR * pen.line
    return [
        pen.label(text, place, row.y + pen.line)
        for text, place in zip(texts, places, strict=True)
        if place >= row.x - TOUCH
    ]
