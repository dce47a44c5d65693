"""A field above the list of authorities: letters typed there, or in the list itself, leave only the lines that have every word of them.

It must not know what an authority is chosen for.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.list_search import Ui_ListSearch
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.text import fold

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down}
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class ListSearch(QWidget):
    """`changed`: other lines are wanted. `entered`: Enter was pressed in the field."""

    changed = Signal()
    entered = Signal()

    def __init__(self, table: WholeRowsTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ui = Ui_ListSearch()
        ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._field, self._table = ui.list_search, table
        self._field.set_leading_icon(Icon.SEARCH, "Tìm")
        self._field.textEdited.connect(self.changed)
        self._field.installEventFilter(self)
        table.installEventFilter(self)

    def wants(self, text: str) -> bool:
        """Whether a line with this text is to be seen: without diacritics, its words in any order."""
        line = fold(text)
        return all(word in line for word in fold(self._field.text()).split())

    def clear(self) -> bool:
        """All lines again; False where they are all in sight."""
        was_typed = bool(self._field.text())
        self._field.clear()
        if was_typed:
            self.changed.emit()
        return was_typed

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Letters of the list go on in the field; Enter and arrows of the field act in the list."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self.isHidden():
            return False
        if watched is self._field:
            return self._leave_field(event)
        if event.modifiers() & _HELD or not event.text().isalnum():
            return False
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.setText(self._field.text() + event.text())
        self.changed.emit()
        return True

    def _leave_field(self, event: QKeyEvent) -> bool:
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() in _ARROWS:
            self._table.setFocus()
        else:
            return False
        return True
