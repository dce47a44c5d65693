"""Painting of texts by widgets that draw themselves: one list says what stands where, in which font and colour.

The same list is drawn and examined: a test asks the widget for it and finds text that does not fit its place.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from kt1desk.desktop.look.theme import active_theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

FOCUS_PX = 2
"""Width of the focus ring."""


@dataclass(frozen=True)
class PaintedText:
    """One text of a widget: `rect` in the widget's coordinates (logical px), `ink` a colour of the theme."""

    text: str
    font: QFont
    rect: QRect
    ink: str = "text"
    align: Qt.AlignmentFlag = LEFT
    wrap: bool = False


def draw_texts(painter: QPainter, texts: list[PaintedText]) -> None:
    """Draw them; a text that is too long ends in an ellipsis."""
    for each in texts:
        painter.setFont(each.font)
        painter.setPen(QColor(active_theme().colour(each.ink)))
        if each.wrap:
            painter.drawText(each.rect, each.align | Qt.TextFlag.TextWordWrap, each.text)
            continue
        metrics = QFontMetrics(each.font)
        shown = metrics.elidedText(each.text, Qt.TextElideMode.ElideRight, each.rect.width())
        painter.drawText(each.rect, each.align, shown)


def draw_focus(painter: QPainter, rect: QRect, ink: str = "accent", radius: int = 4) -> None:
    """A ring of FOCUS_PX inside `rect`."""
    inset = FOCUS_PX / 2
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(active_theme().colour(ink)), FOCUS_PX))
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
