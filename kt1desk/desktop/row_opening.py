"""Enter, or a double click, on a row of a table: what it is about is to be shown. It must not know where."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.widgets import RowsModel, WholeRowsTable

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RowOpening(QObject):
    """`opened` carries the `ref` of the row."""

    opened = Signal(str)

    def __init__(self, table: WholeRowsTable) -> None:
        super().__init__(table)
        self._table = table
        table.installEventFilter(self)
        table.doubleClicked.connect(self._open)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Enter, once for each press."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _ENTER:
            return False
        if not event.isAutoRepeat():
            self._open(self._table.currentIndex())
        return True

    def _open(self, at: QModelIndex) -> None:
        model = self._table.model()
        if at.isValid() and isinstance(model, RowsModel):
            self.opened.emit(model.row(at.row()).ref)
