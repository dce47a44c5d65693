"""Whether somebody is in the middle of typing: what comes from elsewhere, a scan for one, must not take the keyboard away then."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.widgets.field import FieldEdit


def is_half_typed(*but: QWidget) -> bool:
    """Whether an input with a text has the focus; ``but`` are those that the scan itself filled."""
    focus = QApplication.focusWidget()
    return isinstance(focus, FieldEdit) and bool(focus.text()) and focus not in but
