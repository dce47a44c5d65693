"""What a piece of text is: the roles that the stylesheet knows, and how a widget changes its own.

A role is a dynamic property; the stylesheet is read again for that widget alone when it changes (0.06 ms).
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class Role(StrEnum):
    """Roles of labels; the value is what resources/style/desk.qss selects, and what a .ui file writes."""

    BODY = ""
    H1 = "h1"  # page title, 16 pt
    H2 = "h2"  # card title
    FIGURE = "figure"  # deadline, total, 18 pt
    DIGITS = "digits"  # what is read out or counted at a distance, 28 pt
    NUMBER = "number"  # item number, 14 pt
    MUTED = "muted"
    EMPTY = "empty"  # the sentence of a place that has nothing to show
    OK = "ok"
    WARN = "warn"
    ERROR = "error"
    KEY = "key"
    OK_BOX = "ok-box"
    WARN_BOX = "warn-box"
    ERROR_BOX = "error-box"


TONE_INK = {
    Role.BODY: "text",
    Role.MUTED: "muted",
    Role.OK: "ok",
    Role.WARN: "warn",
    Role.ERROR: "danger",
}
"""Colour of what is painted or tinted beside a text of that role (icons, tiles)."""


def repolish(widget: QWidget) -> None:
    """Read the stylesheet again for this widget, after one of its properties has changed.

    A widget that was never shown has not read it yet and will: to ask it for its style would make Qt's style known to Python, 10 ms of the
    way to the first picture.
    """
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet selects; nothing happens if it has that value already."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        repolish(widget)


def set_role(widget: QWidget, role: Role) -> None:
    """Give a label another role."""
    set_style_property(widget, "role", role.value)
