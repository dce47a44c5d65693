"""Card: a surface that holds what belongs together. No frames inside frames."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.widgets.roles import Role, set_role

PADDING = (16, 12, 16, 12)
SPACING = 8


class Card(QFrame):
    """A white (or dark) field with round corners.

    In a .ui file it is an empty container that gets its layout there. In code `body` makes the layout, and
    `set_title` a heading line above it.
    """

    def __init__(self, parent: QWidget | None = None, *, title: str = "") -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body: QVBoxLayout | None = None
        self.heading: QHBoxLayout | None = None
        if title:
            self.set_title(title)

    @property
    def body(self) -> QVBoxLayout:
        """The layout of the content, made when it is first asked for."""
        if self._body is None:
            self._body = QVBoxLayout(self)
            self._body.setContentsMargins(*PADDING)
            self._body.setSpacing(SPACING)
        return self._body

    def set_title(self, title: str, side: QWidget | None = None) -> QLabel:
        """Put a heading line on top, with something at its right end; once only. Returns the label of the title."""
        label = QLabel(title, self)
        set_role(label, Role.H2)
        self.heading = QHBoxLayout()
        self.heading.setSpacing(SPACING)
        self.heading.addWidget(label)
        self.heading.addStretch(1)
        if side is not None:
            self.heading.addWidget(side)
        self.body.insertLayout(0, self.heading)
        return label


def divider(parent: QWidget | None = None) -> QFrame:
    """A line of one pixel between two groups of a card."""
    line = QFrame(parent)
    line.setProperty("kind", "divider")
    line.setFixedHeight(1)
    return line
