"""A chart of a report on the screen, of the same shapes as on paper: what is reported has the colour of the theme, the rest a pattern.

It must not know what is counted.
"""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtGui import QPen as Ink
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.look.fonts import KEY_PT, font
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import PaintedText, draw_texts
from kt1desk.domain.reporting.chart_shapes import Bar, Drawing, Pattern, Pen, Stroke, drawn, hatching
from kt1desk.domain.reporting.report import Chart
from kt1desk.domain.reporting.written import cell_text

_WIDEST = 900
_PITCH = 5.0
_THIN, _THICK, _HATCH = 1.0, 1.6, 1.0


class ReportChart(QWidget):
    """Paints a chart; `fit` says how wide it may be."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart = chart
        self._font = font(KEY_PT)
        self._drawing = Drawing(0, 0)
        self.setAccessibleName(f"Biểu đồ: {chart.title}")
        self.setAccessibleDescription(_spoken(chart))

    def fit(self, room: int) -> None:
        """Take this width, and the height that the shapes need then."""
        metrics = QFontMetricsF(self._font)
        pen = Pen(metrics.horizontalAdvance, metrics.height())
        self._drawing = drawn(self._chart, min(room, _WIDEST), pen)
        self.setFixedSize(ceil(self._drawing.width) + 2, ceil(self._drawing.height) + 4)

    def painted_texts(self) -> list[PaintedText]:
        """Those that are whole in sight."""
        seen = self.visibleRegion().boundingRect()
        return [each for each in self.texts() if seen.contains(each.rect)]

    def texts(self) -> list[PaintedText]:
        """Names, values and axes, in and out of sight."""
        made = []
        for label in self._drawing.labels:
            area = label.area
            box = QRect(int(area.x), int(area.y), ceil(area.w) + 2, ceil(area.h) + 1)
            made.append(PaintedText(label.text, self._font, box))
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Axes, bars and lines, texts."""
        theme, painter = active_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._strokes(painter, [each for each in self._drawing.strokes if each.thin], (theme.field, _THIN))
        for bar in self._drawing.bars:
            self._bar(
                painter, bar, theme.accent if bar.pattern is Pattern.SOLID else theme.text, theme.surface
            )
        self._strokes(
            painter, [each for each in self._drawing.strokes if not each.thin], (theme.text, _THICK)
        )
        draw_texts(painter, self.texts())
        painter.end()

    def _bar(self, painter: QPainter, bar: Bar, ink: str, ground: str) -> None:
        area = bar.area
        painter.setPen(Ink(QColor(ink), _THIN))
        painter.setBrush(QColor(ink if bar.pattern is Pattern.SOLID else ground))
        painter.drawRect(QRectF(area.x, area.y, area.w, area.h))
        self._strokes(painter, list(hatching(area, bar.pattern, _PITCH)), (ink, _HATCH))

    def _strokes(self, painter: QPainter, strokes: list[Stroke], pen: tuple[str, float]) -> None:
        colour, width = pen
        painter.setPen(Ink(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawLines([QLineF(each.x1, each.y1, each.x2, each.y2) for each in strokes])


def _spoken(chart: Chart) -> str:
    """For whoever hears the screen: every value with its label."""
    return "\n".join(
        f"{label}, {series.name}: {cell_text(value, chart.unit)}"
        for series in chart.series
        for label, value in zip(chart.labels, series.values, strict=False)
    )
