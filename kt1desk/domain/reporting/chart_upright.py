"""Charts over a row of short labels: standing bars, and lines over days or months; values stand at bars and points.

This module must not know paper or screens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kt1desk.domain.reporting.chart_axis import Reach, apart, written
from kt1desk.domain.reporting.chart_parts import (
    DASHES,
    PATTERNS,
    TOUCH,
    Area,
    Bar,
    Drawing,
    Label,
    Pen,
    Stroke,
    dashed,
)
from kt1desk.domain.reporting.report import Chart

_AIR, _TICK = 0.4, 0.25
"""In heights of a line: between texts; the length of a tick."""
_BESIDE = 0.7
"""Of the room of a value: how thick its bar is."""
_THICKEST = 3.0
_PLACES = ((0, -1.1), (0, 0.1), (-1, -1.1), (1, -1.1), (-1, -0.5), (1, -0.5), (-1, 0.1), (1, 0.1))
"""Where a value may stand by its point, the best place first: to the left or right of it, and heights of a line below it."""
_FEW = 31
"""Points of a line that is alone: more are not all written."""
_NAMES = 0.25
"""Of the width: what the names at the ends of lines may take."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where values stand: the area of the plot, and the scale."""

    area: Area
    reach: Reach
    count: int

    def y(self, value: int) -> float:
        """Height of a value."""
        return self.area.bottom - (value - self.reach.low) / self.reach.span * self.area.h

    @property
    def slot(self) -> float:
        """Width of what belongs to one label."""
        return self.area.w / max(1, self.count)

    def x(self, at: int) -> float:
        """The middle of a label's room."""
        return self.area.x + (at + 0.5) * self.slot


def _scale_width(chart: Chart, pen: Pen, reach: Reach) -> float:
    return max(pen.room(written(tick, chart.unit)) for tick in reach.ticks()) + (_AIR + _TICK) * pen.line


def _widest(chart: Chart, pen: Pen) -> float:
    texts = (written(value, chart.unit) for series in chart.series for value in series.values)
    return max(map(pen.room, texts), default=0.0)


def stands(chart: Chart, width: float, pen: Pen, reach: Reach) -> bool:
    """Whether standing bars have room for every label and every value beside each other."""
    if not chart.labels:
        return False
    slot = (width - _scale_width(chart, pen, reach.rounded())) / len(chart.labels)
    wanted = (_widest(chart, pen) + _AIR * pen.line) * len(chart.series)
    return all(pen.room(label) + _AIR * pen.line <= slot for label in chart.labels) and wanted <= slot


def _plot(chart: Chart, left: float, right: float, height: float, pen: Pen, reach: Reach) -> _Plot:
    """Room above for a value, below for the labels, and for a value where some are less than nothing."""
    under = 1.0 if reach.low < 0 else 0.0
    bottom = height - (1 + _AIR + under) * pen.line
    return _Plot(Area(left, pen.line, right - left, max(TOUCH, bottom - pen.line)), reach, len(chart.labels))


def _scale(chart: Chart, plot: _Plot, pen: Pen) -> tuple[list[Stroke], list[Label]]:
    """The axis on the left with its round numbers, and the line of 0."""
    left, area = plot.area.x, plot.area
    strokes = [Stroke(left, area.y, left, area.bottom, thin=True)]
    strokes.append(Stroke(left, plot.y(0), area.right, plot.y(0), thin=True))
    labels: list[Label] = []
    for tick in plot.reach.ticks():
        text, y = written(tick, chart.unit), plot.y(tick)
        label = pen.label(text, left - (_AIR / 2 + _TICK) * pen.line - pen.room(text), y - pen.line / 2)
        if any(label.area.meets(other.area) for other in labels):
            continue
        strokes.append(Stroke(left - _TICK * pen.line, y, left, y, thin=True))
        labels.append(label)
    return strokes, labels


def _labels_below(chart: Chart, plot: _Plot, top: float, pen: Pen) -> list[Label]:
    """The labels in the middle of their room, every second, fifth, tenth of them where not all have any; the first is among them."""
    edge, made = plot.area.right, []
    for every in (1, 2, 5, 7, 10, 14, 15, 20, 30, 60, 90, 120, 180, 365, len(chart.labels)):
        made = [
            _centred(chart.labels[at], plot.x(at), top, plot.area.x, edge, pen)
            for at in range(0, len(chart.labels), every)
        ]
        if all(after.area.x - before.area.right >= _AIR * pen.line / 2 for before, after in pairwise(made)):
            break
    return [label for label in made if label.text]


def _centred(text: str, x: float, y: float, low: float, high: float, pen: Pen) -> Label:
    text = pen.cut(text, high - low) if text else ""
    room = pen.room(text)
    return pen.label(text, min(max(low, x - room / 2), high - room), y)


def standing_bars(chart: Chart, width: float, height: float, pen: Pen, reach: Reach) -> Drawing:
    """Bars beside each other for each label, each with its value at its end."""
    reach = reach.rounded()
    plot = _plot(chart, _scale_width(chart, pen, reach), width, height, pen, reach)
    strokes, labels = _scale(chart, plot, pen)
    bars: list[Bar] = []
    count = max(1, len(chart.series))
    pitch = min(plot.slot / count, max(_THICKEST * pen.line, _widest(chart, pen) + _AIR * pen.line))
    thick = min(pitch * _BESIDE, _THICKEST * pen.line)
    for at in range(len(chart.labels)):
        for which, series in enumerate(chart.series):
            value = series.values[at]
            middle = plot.x(at) + (which - (count - 1) / 2) * pitch
            top, bottom = sorted((plot.y(value or 0), plot.y(0)))
            if bottom - top > TOUCH:
                area = Area(middle - thick / 2, top, thick, bottom - top)
                bars.append(Bar(area, PATTERNS[which % len(PATTERNS)]))
            text = written(value, chart.unit)
            y = bottom if value is not None and value < 0 else top - pen.line
            labels.append(pen.label(text, middle - pen.room(text) / 2, y))
    labels += _labels_below(chart, plot, height - pen.line, pen)
    return Drawing(width, height, tuple(bars), tuple(strokes), tuple(labels))


def lines(chart: Chart, width: float, height: float, pen: Pen, reach: Reach) -> Drawing:
    """A line for each series, broken where nothing is known, its name at its end; values where they have room."""
    reach = reach.rounded()
    # One line has its name above; several have it where they end.
    named = [pen.cut(each.name, _NAMES * width) for each in chart.series if len(chart.series) > 1]
    names = max(map(pen.room, named), default=0.0)
    right = width - names - (_AIR * 2 * pen.line if named else 0.0)
    plot = _plot(chart, _scale_width(chart, pen, reach), right, height, pen, reach)
    axes, labels = _scale(chart, plot, pen)
    inked: list[Stroke] = []
    for at, series in enumerate(chart.series):
        dash = [part * pen.line for part in DASHES[at % len(DASHES)]]
        for run in _runs(series.values, plot):
            inked += dashed(run, dash) if len(run) > 1 else _alone(run[0], pen)
    labels += _end_names(chart, named, plot, pen)
    labels += _labels_below(chart, plot, height - pen.line, pen)
    labels += _values(chart, plot, pen, inked, labels)
    return Drawing(width, height, (), (*axes, *inked), tuple(labels))


def _runs(values: Sequence[int | None], plot: _Plot) -> Iterable[list[tuple[float, float]]]:
    """The points of a line between what is not known."""
    run: list[tuple[float, float]] = []
    for at, value in enumerate(values):
        if value is not None:
            run.append((plot.x(at), plot.y(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _alone(point: tuple[float, float], pen: Pen) -> list[Stroke]:
    """A point without neighbours is a short stroke: a line of one point would not be seen."""
    half = _TICK / 2 * pen.line
    return [Stroke(point[0] - half, point[1], point[0] + half, point[1])]


def _end_names(chart: Chart, named: Sequence[str], plot: _Plot, pen: Pen) -> list[Label]:
    """Each name as high as its line ends, pushed apart where lines end together."""
    if not named:
        return []
    lasts = [next((value for value in reversed(s.values) if value is not None), 0) for s in chart.series]
    tops = apart([plot.y(value) - pen.line / 2 for value in lasts], pen.line, 0.0, plot.area.bottom)
    left = plot.area.right + _AIR * pen.line
    return [pen.label(name, left, top) for name, top in zip(named, tops, strict=True) if name]


def _values(
    chart: Chart, plot: _Plot, pen: Pen, inked: Sequence[Stroke], taken: Sequence[Label]
) -> list[Label]:
    """Values at their points, above, below or beside, where neither a line nor another text stands."""
    made: list[Label] = []
    for series in chart.series:
        known = [(at, value) for at, value in enumerate(series.values) if value is not None]
        for at, value in _told(chart, known):
            text = written(value, chart.unit)
            for aside, down in _PLACES:
                x = plot.x(at) + aside * (pen.room(text) / 2 + _AIR * pen.line)
                y = plot.y(value) + down * pen.line
                label = _centred(text, x, y, plot.area.x + _AIR / 4 * pen.line, plot.area.right, pen)
                if _free(label, plot, pen, inked, (*taken, *made)):
                    made.append(label)
                    break
    return made


def _told(chart: Chart, known: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last and the first value of a line, its highest and lowest; all others too where it is alone and short.

    Of several lines nobody could tell which a value in between belongs to.
    """
    if not known:
        return []
    ends = (known[-1], known[0], max(known, key=_value), min(known, key=_value))
    rest = known if len(chart.series) == 1 and len(known) <= _FEW else []
    return list(dict.fromkeys((*ends, *rest)))


def _value(placed: tuple[int, int]) -> int:
    return placed[1]


def _free(label: Label, plot: _Plot, pen: Pen, inked: Sequence[Stroke], taken: Sequence[Label]) -> bool:
    zero = Stroke(plot.area.x, plot.y(0), plot.area.right, plot.y(0))
    around = Area(label.area.x, label.area.y, label.area.w, label.area.h)
    low = plot.area.bottom + (pen.line if plot.reach.low < 0 else 0.0)
    return (
        around.y >= 0
        and around.bottom <= low
        and not zero.crosses(around)
        and not any(stroke.crosses(around) for stroke in inked)
        and not any(around.meets(other.area) for other in taken)
    )
