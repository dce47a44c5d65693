"""The name of what is chosen, whole: where its field cuts it off, it stands in the line below. It must not know what is chosen there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject

from kt1desk.desktop.choice_field import ChoiceField
from kt1desk.desktop.widgets import FieldState

BETWEEN = " · "
_BESIDE_THE_TEXT_PX = 48
"""Frame, padding and the tick, which a name must leave free."""


class WholeName(QObject):
    """Watches the width of one field."""

    def __init__(self, choice: ChoiceField) -> None:
        super().__init__(choice.field)
        self._choice = choice
        choice.field.installEventFilter(self)

    def show(self) -> None:
        """Say in the line below what the field cannot, and the note of the choice."""
        field, answer = self._choice.field, self._choice.answer()
        if answer is None or field.state() is FieldState.ERROR:
            return
        field.setCursorPosition(0)
        is_cut = field.fontMetrics().horizontalAdvance(answer.title) > field.width() - _BESIDE_THE_TEXT_PX
        field.show_done(BETWEEN.join((answer.title, answer.note)) if is_cut else answer.note)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """With another width another part of the name is cut off."""
        if event.type() == QEvent.Type.Resize:
            self.show()
        return False
