"""Rail: the five to seven places of the program at the left edge, each with its F-key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, KEY_PT, font
from kt1desk.desktop.look.icons import FIELD_SIZE, Icon, themed_pixmap
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import RIGHT, PaintedText, draw_focus, draw_texts

RAIL_WIDTH = 184
ENTRY_HEIGHT = 44
TIGHT_HEIGHT, LEAST_HEIGHT = 35, 31
ROOMY_PLACES, MOST_TIGHT = 11, 15
"""With more places than these the entries are lower, and lower still: all of them stand on a screen of 720 px above the status line."""
MARK_WIDTH = 4
ICON_LEFT = 12
TEXT_LEFT = 40
KEY_RIGHT = 8


@dataclass(frozen=True)
class Place:
    """One entry: `place` is what the window gets, `key` the F-key printed at its right end."""

    place: str
    text: str
    key: str
    icon: Icon


@dataclass(frozen=True)
class Hint:
    """A key that acts everywhere, printed at the foot of the rail: `Che màn hình` – `F12`."""

    text: str
    key: str


def _height(places: int) -> int:
    """Of one entry among so many."""
    if places <= ROOMY_PLACES:
        return ENTRY_HEIGHT
    return TIGHT_HEIGHT if places <= MOST_TIGHT else LEAST_HEIGHT


class RailButton(QAbstractButton):
    """One entry of the rail. Checkable; the rail keeps exactly one checked."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = place
        self.setCheckable(True)
        self.setAutoExclusive(True)  # so a screen reader tells one of several, not a tick by itself
        self.setFixedHeight(ENTRY_HEIGHT)
        self.setMinimumWidth(RAIL_WIDTH)
        # The F-keys are the keyboard's way here; in the Tab chain it would stand between two fields.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setText(place.text)
        self.setAccessibleName(f"{place.text}, phím {place.key}")

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(RAIL_WIDTH, ENTRY_HEIGHT)

    def painted_texts(self) -> list[PaintedText]:
        """Name and key, where they are drawn."""
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        ink = "rail_on_chosen" if self.isChecked() else "rail_text"
        key = PaintedText(self.entry.key, font(KEY_PT), QRect(), "rail_text", RIGHT)
        from_right = _width(key)
        key_rect = QRect(self.width() - KEY_RIGHT - from_right, 0, from_right, self.height())
        name_rect = QRect(TEXT_LEFT, 0, key_rect.left() - TEXT_LEFT, self.height())
        return [
            PaintedText(self.entry.text, font(BODY_PT, weight), name_rect, ink),
            PaintedText(key.text, key.font, key_rect, key.ink, RIGHT),
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, mark, icon, texts, focus."""
        theme = active_theme()
        painter = QPainter(self)
        lit = self.isEnabled() and (self.isChecked() or self.underMouse())
        ground = theme.rail_chosen if lit else theme.rail
        painter.fillRect(self.rect(), QColor(ground))
        if self.isChecked():
            painter.fillRect(QRect(0, 0, MARK_WIDTH, self.height()), QColor(theme.rail_mark))
        ink = "rail_on_chosen" if self.isChecked() else "rail_text"
        top = (self.height() - FIELD_SIZE) // 2
        icon = self.entry.icon if self.isEnabled() else Icon.LOCK
        drawn = themed_pixmap(icon, ink, FIELD_SIZE, self.devicePixelRatioF())
        painter.drawPixmap(ICON_LEFT, top, drawn)
        draw_texts(painter, self.painted_texts())
        if self.hasFocus():
            draw_focus(painter, self.rect(), "rail_mark", 2)
        painter.end()


class Rail(QFrame):
    """The rail with its title, its places and the keys that act everywhere.

    `place_chosen(place)` is sent when the clerk clicks an entry; F-keys are the window's, which calls `set_current`.
    """

    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self._buttons: dict[str, RailButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._title, self._subtitle = QLabel(self), QLabel(self)
        self._title.setProperty("role", "rail-title")
        self._title.setContentsMargins(ICON_LEFT, 0, KEY_RIGHT, 0)
        self._subtitle.setContentsMargins(ICON_LEFT, 0, KEY_RIGHT, 8)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 12, 0, 8)
        self._column.setSpacing(2)
        self._column.addWidget(self._title)
        self._column.addWidget(self._subtitle)
        self._foot_at = self._column.count()
        self._column.addStretch(1)

    def set_identity(self, title: str, subtitle: str) -> None:
        """Name of the program, and the point with its code below."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def set_places(self, places: Sequence[Place]) -> None:
        """Fill the rail, once."""
        for place in places:
            button = RailButton(place, self)
            button.setFixedHeight(_height(len(places)))
            self._buttons[place.place] = button
            self._group.addButton(button)
            self._column.insertWidget(self._foot_at, button)
            self._foot_at += 1

    def set_hints(self, hints: Sequence[Hint]) -> None:
        """Print the keys that act everywhere at the foot, once."""
        for hint in hints:
            row = QHBoxLayout()
            row.setContentsMargins(ICON_LEFT, 4, KEY_RIGHT, 4)
            row.addWidget(QLabel(hint.text, self))
            row.addStretch(1)
            row.addWidget(QLabel(hint.key, self))
            self._column.addLayout(row)

    def set_current(self, place: str) -> None:
        """Mark the place that is shown; nobody is told.

        Raises:
            KeyError: the rail has no such place.
        """
        self._buttons[place].setChecked(True)

    def bar(self, reasons: Mapping[str, str], hidden: Collection[str] = ()) -> None:
        """Lock these places, each for the reason that its entry tells; the others can be chosen. Those ``hidden`` are not seen."""
        for place, button in self._buttons.items():
            why = reasons.get(place, "")
            button.setVisible(place not in hidden)
            button.setEnabled(not why)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.place_chosen.emit(button.entry.place)


def _width(text: PaintedText) -> int:
    metrics = QFontMetrics(text.font)
    return metrics.horizontalAdvance(text.text) + 2
