"""Several of a few, by a single key each: the roles of a user. What a role may do is not known here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, font
from kt1desk.desktop.widgets import Choice
from kt1desk.desktop.widgets.painting import draw_focus

HEIGHT = 36
_RING = 4
_HALF = 143
"""Width of a column; what needs more stands in a line of its own."""
_PADDING = 6


class RoleChecks(QWidget):
    """Buttons that stay pressed, on two columns; one stop for the Tab key. `changed`: by the hand of whoever sits there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._choices: tuple[Choice, ...] = ()
        self._buttons: list[QPushButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_RING, _RING, _RING, _RING)
        self._grid.setSpacing(2)
        self._at = (0, 0)

    def offer(self, choices: Sequence[Choice]) -> None:
        """Show these, none chosen. Once."""
        self._choices = tuple(choices)
        for choice in self._choices:
            button = QPushButton(choice.caption(), self)
            button.setCheckable(True)
            button.setFixedHeight(HEIGHT)
            button.setMinimumWidth(_HALF)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setProperty("kind", "segment")
            button.setProperty("place", "only")
            button.setAccessibleName(f"{choice.text}, phím {choice.key}")
            button.clicked.connect(self.changed)
            self._buttons.append(button)
            self._place(button)

    def _place(self, button: QPushButton) -> None:
        """Side by side, from the left; what is wide takes a whole line."""
        (line, column), bold = self._at, QFontMetrics(font(BODY_PT, QFont.Weight.DemiBold))
        wide = bold.horizontalAdvance(button.text()) + 2 * _PADDING > _HALF
        if wide and column:  # what stands alone before it has the whole line, too: no ragged edge
            self._grid.addWidget(self._buttons[-2], line, 0, 1, 2)
            line, column = line + 1, 0
        self._grid.addWidget(button, line, column, 1, 2 if wide else 1)
        self._at = (line + 1, 0) if wide or column else (line, 1)

    def values(self) -> list[str]:
        """What is chosen, in the order they stand in."""
        return [
            choice.value
            for choice, button in zip(self._choices, self._buttons, strict=True)
            if button.isChecked()
        ]

    def set_values(self, values: Collection[str]) -> None:
        """Choose exactly these; nobody is told."""
        for choice, button in zip(self._choices, self._buttons, strict=True):
            button.setChecked(choice.value in values)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key of one takes it or leaves it; all else goes on to the form."""
        for choice, button in zip(self._choices, self._buttons, strict=True):
            if event.text() and event.text() == choice.key:
                button.setChecked(not button.isChecked())
                self.changed.emit()
                return
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A ring around all of them while the keys act here."""
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus(painter, self.rect())
            painter.end()
