"""Tiles side by side, each of them a way in: arrows go from one to the next, Enter or a click goes there."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kt1desk.desktop.widgets.painting import draw_focus
from kt1desk.desktop.widgets.tile import Tile, TileCard

_BETWEEN = 12
_NARROW = 100
"""In px, as narrow as a tile may be made: the window shows it wider wherever it can stand at all."""
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class WayTile(TileCard):
    """`opened`: Enter, the space bar or a click. `stepped(int)`: an arrow, to the left (-1) or to the right (1)."""

    opened = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumWidth(_NARROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_tile(self, tile: Tile) -> None:
        """Show this; nothing is drawn anew where it is shown already."""
        if tile != self.tile():
            super().set_tile(tile)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER and not event.isAutoRepeat():
            self.opened.emit()
        elif key not in _ENTER:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes there as Enter does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The tile, and the ring of the focus."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus(painter, self.rect(), radius=6)
            painter.end()


class TileBar(QWidget):
    """Tiles by key, in their order; `opened(str)` carries the key of one."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_BETWEEN)
        self._tiles: dict[str, WayTile] = {}

    def show_tiles(self, tiles: Mapping[str, Tile]) -> None:
        """Show these and no others; a tile that was there stays the same widget, with its focus."""
        for key, tile in tiles.items():
            if key not in self._tiles:
                self._add(key)
            self._tiles[key].set_tile(tile)
        for key, widget in self._tiles.items():
            widget.setVisible(key in tiles)

    def take_keys(self) -> bool:
        """The first of them takes the keys; False where there is none."""
        shown = self._shown()
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(shown)

    def has_keys(self) -> bool:
        """Whether one of them has the keys."""
        return any(tile.hasFocus() for tile in self._tiles.values())

    def _add(self, key: str) -> None:
        tile = WayTile(self)
        tile.setObjectName(f"tile_{key}")
        tile.opened.connect(lambda: self.opened.emit(key))
        tile.stepped.connect(lambda step: self._step(tile, step))
        self._tiles[key] = tile
        self._line.addWidget(tile, 1)

    def _step(self, tile: WayTile, step: int) -> None:
        shown = self._shown()
        following = shown[(shown.index(tile) + step) % len(shown)]
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _shown(self) -> list[WayTile]:
        return [tile for tile in self._tiles.values() if tile.isVisibleTo(self)]
