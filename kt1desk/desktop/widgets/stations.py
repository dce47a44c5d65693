"""Line of stations: where a thing was, step by step, drawn as a line that goes on in the next row; one station is chosen by the arrows.

A station that counts for nothing, or is in doubt, says so in words and is drawn as another shape. It must not know what a station is of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, NOTE_PT, font
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import PaintedText, draw_focus, draw_texts
from kt1desk.desktop.widgets.station_plan import (
    DOT_Y,
    MARK_WIDTH,
    MOST_ROWS,
    ROW_HEIGHT,
    SLOT_WIDTH,
    StationPlan,
)

_DOT, _GAP = 7, 4
_TITLE_TOP, _PLACE_TOP, _TIME_TOP, _NOTE_TOP = 25, 44, 80, 95
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_TOP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StationKind(StrEnum):
    """How a station is drawn."""

    PASSED = "passed"
    NOW = "now"
    DOUBT = "doubt"
    """It counts, and something about it is not known yet: a diamond."""
    VOID = "void"
    """It counts for nothing: a cross, and the line goes past it broken."""


_INKS = {StationKind.DOUBT: "warn", StationKind.VOID: "danger"}


@dataclass(frozen=True)
class LineStation:
    """One station: what happened, with whom it was then, when. ``note`` says in words what its shape says."""

    title: str
    place: str
    time: str
    note: str = ""
    kind: StationKind = StationKind.PASSED

    def spoken(self) -> str:
        """The station as a sentence."""
        return ", ".join(part for part in (self.title, self.place, self.time, self.note) if part)


class StationLine(QWidget):
    """The line. `chosen(at)`: another station is the current one. The arrows go along it and between its rows, Home and End to its ends."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: tuple[LineStation, ...] = ()
        self._current = -1
        self._first = 0
        self._most_rows = MOST_ROWS
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(ROW_HEIGHT)
        self.setAccessibleName("Hành trình")
        self._fit()

    def show_stations(self, stations: Sequence[LineStation]) -> None:
        """Show these; the last of them is the current one, unless they are the same as before."""
        if tuple(stations) == self._stations:
            return
        self._stations = tuple(stations)
        self._current = -1
        self._fit()
        self.choose(len(self._stations) - 1)

    def set_most_rows(self, rows: int) -> None:
        """Take the room of that many rows at most; what is not in sight is counted at the left."""
        self._most_rows = rows
        self._fit()

    def current(self) -> int:
        """Which station is the current one, -1 for none."""
        return self._current

    def choose(self, at: int) -> None:
        """Make a station the current one."""
        if not self._stations or not 0 <= at < len(self._stations) or at == self._current:
            return
        self._current = at
        self._bring_into_sight()
        self.setAccessibleDescription(
            f"Bước {at + 1} trong {len(self._stations)}: {self._stations[at].spoken()}"
        )
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()
        self.chosen.emit(at)

    # --- Qt ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End; all else goes on to the page."""
        columns = self._grid().columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_Home: -len(self._stations),
            Qt.Key.Key_End: len(self._stations),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        self.choose(max(0, min(len(self._stations) - 1, self._current + step)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The station below the mouse."""
        grid = self._grid()
        for at in grid.shown:
            if grid.slot(at).contains(event.position().toPoint()):
                self.choose(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or fewer stations in a row."""
        super().resizeEvent(event)
        self._fit()
        self._bring_into_sight()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(4 * SLOT_WIDTH, self.maximumHeight())

    def painted_texts(self) -> list[PaintedText]:
        """The texts of the stations in sight, where they are drawn, and how many came before them."""
        grid = self._grid()
        texts = [
            text
            for at in grid.shown
            for text in _texts(self._stations[at], grid.slot(at), chosen=at == self._current)
        ]
        if grid.first:
            room = QRect(0, DOT_Y - 8, MARK_WIDTH, 16)
            weight = QFont.Weight.DemiBold
            texts.append(
                PaintedText(f"‹ còn {grid.first} chặng", font(NOTE_PT, weight), room, "accent", _LEFT)
            )
        return texts

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Line, shapes, texts, and the ring around the current station."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        grid = self._grid()
        for at in grid.shown:
            if at + 1 < grid.count:
                pair = {self._stations[at].kind, self._stations[at + 1].kind}
                _draw_line(painter, grid, at, broken=StationKind.VOID in pair)
        for at in grid.shown:
            _draw_shape(painter, self._stations[at].kind, grid.dot(at))
        draw_texts(painter, self.painted_texts())
        if self.hasFocus() and self._current in grid.shown:
            draw_focus(painter, grid.slot(self._current).adjusted(2, 0, -2, 0))
        painter.end()

    # --- inside --------------------------------------------------------------------------------------------------

    def _grid(self) -> StationPlan:
        return StationPlan(self.width(), self.height(), len(self._stations), self._first)

    def _fit(self) -> None:
        self.setMaximumHeight(min(self._grid().wanted_height(), self._most_rows * ROW_HEIGHT))
        self.updateGeometry()

    def _bring_into_sight(self) -> None:
        self._first = self._grid().first_for(self._current)
        self.update()


def _texts(station: LineStation, whole: QRect, *, chosen: bool) -> list[PaintedText]:
    slot = whole.adjusted(_GAP, 0, -_GAP, 0)

    def place(top: int, height: int) -> QRect:
        return QRect(slot.left(), slot.top() + top, slot.width(), height)

    weight = QFont.Weight.DemiBold if chosen else QFont.Weight.Medium
    made = [
        PaintedText(station.title, font(BODY_PT, weight), place(_TITLE_TOP, 20), align=_MIDDLE),
        PaintedText(station.place, font(NOTE_PT), place(_PLACE_TOP, 36), align=_TOP, wrap=True),
        PaintedText(station.time, font(NOTE_PT), place(_TIME_TOP, 16), "muted", _MIDDLE),
    ]
    if station.note:
        ink = _INKS.get(station.kind, "muted")
        made.append(PaintedText(station.note, font(NOTE_PT), place(_NOTE_TOP, 16), ink, _MIDDLE))
    return made


def _draw_line(painter: QPainter, grid: StationPlan, at: int, *, broken: bool) -> None:
    """From a station to the next; broken beside one that counts for nothing."""
    theme = active_theme()
    pen = QPen(QColor(theme.muted if broken else theme.accent), 3)
    if broken:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    start, end = grid.dot(at), grid.dot(at + 1)
    if not grid.ends_row(at):
        painter.drawLine(start, end)
        return
    painter.drawLine(start, QPoint(grid.slot(at).right(), start.y()))
    if at + 1 in grid.shown:
        painter.drawLine(QPoint(grid.slot(at + 1).left(), end.y()), end)


def _draw_shape(painter: QPainter, kind: StationKind, dot: QPoint) -> None:
    theme = active_theme()
    ink, ground = QColor(theme.colour(_INKS.get(kind, "accent"))), QColor(theme.surface)
    painter.setPen(QPen(ink, 3))
    painter.setBrush(ink if kind is StationKind.PASSED else ground)
    if kind is StationKind.VOID:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(dot, _DOT + 3, _DOT + 3)
        painter.setPen(QPen(ink, 3))
        painter.drawLine(dot + QPoint(-5, -5), dot + QPoint(5, 5))
        painter.drawLine(dot + QPoint(-5, 5), dot + QPoint(5, -5))
    elif kind is StationKind.DOUBT:
        side = _DOT + 1
        corners = (QPoint(0, -side), QPoint(side, 0), QPoint(0, side), QPoint(-side, 0))
        painter.drawPolygon([dot + corner for corner in corners])
    else:
        painter.drawEllipse(dot, _DOT, _DOT)
        if kind is StationKind.NOW:
            painter.setBrush(ink)
            painter.drawEllipse(dot, 2, 2)
