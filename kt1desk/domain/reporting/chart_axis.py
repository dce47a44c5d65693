"""What the kinds of charts have in common: the scale with its round numbers, and the line that names the series.

This module must not know any kind of chart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.domain.reporting.chart_parts import (
    DASHES,
    PATTERNS,
    Area,
    Bar,
    Drawing,
    Label,
    Pen,
    Stroke,
    dashed,
)
from kt1desk.domain.reporting.report import Chart, ChartKind, Kind
from kt1desk.domain.reporting.written import cell_text

_STEPS = 5
"""At most so many steps on an axis."""
_SWATCH, _GAP, _BETWEEN = 1.3, 0.35, 1.2


@dataclass(frozen=True, slots=True)
class Reach:
    """The values an axis runs between; 0 is always among them."""

    low: int
    high: int

    @property
    def span(self) -> int:
        """How far it runs; never nothing."""
        return max(1, self.high - self.low)

    def step(self) -> int:
        """A round number (1, 2 or 5 and zeros) that is contained at most `_STEPS` times."""
        ten = 1
        while True:
            for times in (1, 2, 5):
                if ten * times * _STEPS >= self.span:
                    return ten * times
            ten *= 10

    def rounded(self) -> Reach:
        """The same out to whole steps."""
        step = self.step()
        out = Reach(self.low // step * step, -(-self.high // step) * step)
        # Farther out, the step itself may grow.
        return self if out == self else out.rounded()

    def ticks(self) -> tuple[int, ...]:
        """The round numbers on it."""
        step = self.step()
        return tuple(range(-(-self.low // step) * step, self.high + 1, step))


def reach_of(chart: Chart) -> Reach:
    """What all known values of a chart lie within; in a part of a chart the reach of the whole is asked for."""
    known = [value for series in chart.series for value in series.values if value is not None]
    return Reach(min([0, *known]), max([0, *known]))


def written(value: int | None, unit: Kind) -> str:
    """A value as it stands in a chart; unknown ones are told from 0."""
    return cell_text(value, unit)


def names(chart: Chart, width: float, pen: Pen) -> Drawing:
    """The names of the series with their patterns, on as many lines as they need; nothing where no series has a name."""
    bars: list[Bar] = []
    strokes: list[Stroke] = []
    labels: list[Label] = []
    x = y = 0.0
    swatch, gap = _SWATCH * pen.line, _GAP * pen.line
    for at, series in enumerate(chart.series):
        if not series.name:
            continue
        text = pen.cut(series.name, width - swatch - gap)
        if x > 0 and x + swatch + gap + pen.room(text) > width:
            x, y = 0.0, y + pen.line
        sample = Area(x, y + 0.2 * pen.line, swatch, 0.6 * pen.line)
        if chart.kind is ChartKind.LINE:
            middle = y + pen.line / 2
            ends = ((x, middle), (x + swatch, middle))
            strokes += dashed(ends, [part * pen.line for part in DASHES[at % len(DASHES)]])
        else:
            bars.append(Bar(sample, PATTERNS[at % len(PATTERNS)]))
        labels.append(pen.label(text, x + swatch + gap, y))
        x = labels[-1].area.right + _BETWEEN * pen.line
    height = y + 1.3 * pen.line if labels else 0.0
    return Drawing(width, height, tuple(bars), tuple(strokes), tuple(labels))


def apart(wanted: Sequence[float], size: float, low: float, high: float) -> list[float]:
    """Places for things of one size, each as near to where it is wanted as the others let it, between two edges.

    They are given in their order; there must be room for all of them.
    """
    placed: list[float] = []
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    for at in order:
        placed.append(max(low, wanted[at], placed[-1] + size if placed else low))
    edge = high
    for back in range(len(placed) - 1, -1, -1):
        placed[back] = min(placed[back], edge - size)
        edge = placed[back]
    found = [0.0] * len(wanted)
    for at, place in zip(order, placed, strict=True):
        found[at] = place
    return found
