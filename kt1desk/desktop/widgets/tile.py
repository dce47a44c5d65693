"""Tile: one number that people look at before they read, with the last days as small bars."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, NOTE_PT, font
from kt1desk.desktop.look.icons import FIELD_SIZE, Icon, themed_pixmap
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import PaintedText, draw_texts
from kt1desk.desktop.widgets.roles import TONE_INK, Role

TILE_SIZE = QSize(220, 96)
LEAST_WIDTH = 168
"""Four of them, and the column beside them, on a screen of 1280 px."""
NUMBER_PT = 24.0
SIDE = 16
BAR_WIDTH, BAR_STEP, BAR_HEIGHT = 9, 12, 36
MOST_BARS = 7


@dataclass(frozen=True)
class Tile:
    """What a tile shows: a number before any chart, and at most seven bars, the last of which is today's.

    `sentence` is the accessible name; made of the other texts if it is empty. `icon` gives a number that is a warning
    a shape besides its colour.
    """

    title: str
    number: str
    caption: str = ""
    series: tuple[int, ...] = ()
    role: Role = Role.BODY
    icon: Icon | None = None
    sentence: str = ""

    def spoken(self) -> str:
        """The tile as a sentence."""
        return self.sentence or f"{self.title}: {self.number}. {self.caption}".strip(" .") + "."


class TileCard(QWidget):
    """A card that shows one `Tile`; drawn by itself in a quarter of a millisecond, so that no chart library is needed."""

    def __init__(self, parent: QWidget | None = None, *, tile: Tile | None = None) -> None:
        super().__init__(parent)
        self._tile = Tile("", "")
        self.setMinimumSize(LEAST_WIDTH, TILE_SIZE.height())
        self.setFixedHeight(TILE_SIZE.height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if tile is not None:
            self.set_tile(tile)

    def set_tile(self, tile: Tile) -> None:
        """Show this."""
        self._tile = tile
        self.setAccessibleName(tile.spoken())
        self.update()

    def tile(self) -> Tile:
        """What it shows."""
        return self._tile

    def sizeHint(self) -> QSize:
        """Four beside each other at 1366 px."""
        return TILE_SIZE

    def painted_texts(self) -> list[PaintedText]:
        """Title, number and caption, where they are drawn."""
        inner = self.width() - 2 * SIDE
        title_left = SIDE + (FIELD_SIZE + 8 if self._tile.icon else 0)
        number_font = font(NUMBER_PT, QFont.Weight.DemiBold)
        number_width = min(QFontMetrics(number_font).horizontalAdvance(self._tile.number) + 2, inner)
        tone = TONE_INK[self._tile.role]
        return [
            PaintedText(
                self._tile.title,
                font(BODY_PT, QFont.Weight.DemiBold),
                QRect(title_left, 8, SIDE + inner - title_left, 22),
            ),
            PaintedText(self._tile.number, number_font, QRect(SIDE, 28, number_width, 42), tone),
            PaintedText(self._tile.caption, font(NOTE_PT), QRect(SIDE, 68, inner, 22), "muted"),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Card, icon, texts, bars."""
        theme = active_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.card_border), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        tone = TONE_INK[self._tile.role]
        if self._tile.icon:
            drawn = themed_pixmap(self._tile.icon, tone, FIELD_SIZE, self.devicePixelRatioF())
            painter.drawPixmap(SIDE, 9, drawn)
        draw_texts(painter, self.painted_texts())
        self._draw_bars(painter, "accent" if self._tile.role is Role.BODY else tone)
        painter.end()

    def _draw_bars(self, painter: QPainter, tone: str) -> None:
        theme, series = active_theme(), self._tile.series[-MOST_BARS:]
        highest = max(series, default=0)
        left = self.width() - SIDE - BAR_STEP * len(series) + (BAR_STEP - BAR_WIDTH)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for at, value in enumerate(series):
            height = max(1, round(BAR_HEIGHT * value / highest)) if highest else 1
            painter.setBrush(QColor(theme.colour(tone if at == len(series) - 1 else "line")))
            painter.drawRect(left + at * BAR_STEP, 64 - height, BAR_WIDTH, height)
