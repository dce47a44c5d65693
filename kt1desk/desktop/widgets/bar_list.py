"""Bars below each other, each with its word and its number: read without colours, told apart by patterns, and each a way in.

The chosen bar is marked while the list has the keys; up and down choose, Enter or a click goes there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, font
from kt1desk.desktop.look.icons import STATUS_SIZE, Icon, themed_pixmap
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import RIGHT, PaintedText, draw_focus, draw_texts
from kt1desk.desktop.widgets.roles import TONE_INK, Role

ROW = 32
_LABEL, _NUMBER, _GAP, _SIGN = 142, 64, 8, STATUS_SIZE + 6
_THICK, _THINNEST = 14, 3
_LEAST_BAR = 40
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}
PATTERNS = {
    Role.ERROR: Qt.BrushStyle.BDiagPattern,
    Role.WARN: Qt.BrushStyle.DiagCrossPattern,
    Role.OK: Qt.BrushStyle.Dense5Pattern,
    Role.BODY: Qt.BrushStyle.SolidPattern,
    Role.MUTED: Qt.BrushStyle.HorPattern,
}
"""How a bar is filled: what asks for haste is told apart on a screen and on paper without colours."""


@dataclass(frozen=True)
class Bar:
    """One bar: its key, its word, its number; ``icon`` gives a number that is a warning a shape.

    ``second`` is the part of the number that is of another kind: it is drawn hatched behind the rest, which is solid then. ``said`` is the
    number in words, where ``shown`` does not say it.
    """

    key: str
    label: str
    number: int
    shown: str
    role: Role = Role.BODY
    icon: Icon | None = None
    second: int | None = None
    said: str = ""

    def spoken(self) -> str:
        """The bar in words."""
        return f"{self.label}: {self.said or self.shown}"


class BarList(QWidget):
    """Bars of one scale. `opened(str)` carries the key of the one that was chosen."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: tuple[Bar, ...] = ()
        self._at = 0
        self._title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LABEL + _LEAST_BAR + _NUMBER + 2 * _GAP)

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Show these; nothing is drawn anew where they are shown already. The title is for whoever hears the screen."""
        if (title, tuple(bars)) == (self._title, self._bars):
            return
        self._title, self._bars = title, tuple(bars)
        self._at = min(self._at, max(0, len(self._bars) - 1))
        self.setFixedHeight(ROW * len(self._bars))
        self._say()
        self.update()

    def bars(self) -> Sequence[Bar]:
        """What it shows."""
        return self._bars

    def sizeHint(self) -> QSize:
        """One row for each bar."""
        return QSize(312, ROW * len(self._bars))

    def painted_texts(self) -> list[PaintedText]:
        """Words and numbers, where they are drawn."""
        texts = []
        for at, bar in enumerate(self._bars):
            row, ink = self._row(at), TONE_INK[bar.role]
            left = _GAP + (_SIGN if bar.icon else 0)
            label = QRect(left, row.top(), _LABEL - left, ROW)
            number = QRect(row.right() - _NUMBER - _GAP + 1, row.top(), _NUMBER, ROW)
            strong = font(BODY_PT, QFont.Weight.DemiBold)
            texts.append(PaintedText(bar.label, font(BODY_PT), label, ink if bar.icon else "text"))
            texts.append(PaintedText(bar.shown, strong, number, ink, RIGHT))
        return texts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Bars, words, numbers, and which one is chosen."""
        painter = QPainter(self)
        for at, bar in enumerate(self._bars):
            ink = TONE_INK[bar.role]
            if bar.icon:
                drawn = themed_pixmap(bar.icon, ink, STATUS_SIZE, self.devicePixelRatioF())
                painter.drawPixmap(_GAP, self._row(at).top() + (ROW - STATUS_SIZE) // 2, drawn)
            self._draw_bar(painter, at, bar)
        draw_texts(painter, self.painted_texts())
        if self.hasFocus() and self._bars:
            draw_focus(painter, self._row(self._at))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._bars:
            self._choose((self._at + _STEPS[key]) % len(self._bars))
        elif key in _ENTER:
            if self._bars and not event.isAutoRepeat():
                self.opened.emit(self._bars[self._at].key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there as Enter does."""
        at = int(event.position().y()) // ROW
        if event.button() == Qt.MouseButton.LeftButton and 0 <= at < len(self._bars):
            self._choose(at)
            self.opened.emit(self._bars[at].key)

    def _choose(self, at: int) -> None:
        self._at = at
        self._say()
        self.update()

    def _say(self) -> None:
        """The chart as a sentence, and the chosen bar."""
        self.setAccessibleName(f"{self._title}. {'; '.join(bar.spoken() for bar in self._bars)}")
        self.setAccessibleDescription(self._bars[self._at].spoken() if self._bars else "")

    def _row(self, at: int) -> QRect:
        return QRect(0, at * ROW, self.width(), ROW)

    def _draw_bar(self, painter: QPainter, at: int, bar: Bar) -> None:
        """From the end of the words to before the number; a number that is not nothing has at least a stroke."""
        theme, highest = active_theme(), max((each.number for each in self._bars), default=0)
        room = self.width() - _LABEL - _NUMBER - 3 * _GAP
        colour = QColor(theme.colour(TONE_INK[bar.role] if bar.role is not Role.BODY else "accent"))
        painter.setPen(QPen(colour, 1))
        left, top = _LABEL + _GAP, self._row(at).top() + (ROW - _THICK) // 2
        for number, pattern in _parts(bar):
            width = max(_THINNEST, round(room * number / highest)) if highest and number else 0
            if width:
                painter.setBrush(QBrush(colour, pattern))
                painter.drawRect(left, top, width - 1, _THICK - 1)
                left += width


def _parts(bar: Bar) -> Sequence[tuple[int, Qt.BrushStyle]]:
    """Of two kinds the one is solid and the other hatched; of one kind the pattern says how much haste it asks for."""
    if bar.second is None:
        return ((bar.number, PATTERNS[bar.role]),)
    return ((bar.number - bar.second, Qt.BrushStyle.SolidPattern), (bar.second, Qt.BrushStyle.BDiagPattern))
