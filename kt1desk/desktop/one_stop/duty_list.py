"""A list of things to be done: the one that the keys are at is told of, Space ticks, what was at hand stays so when it is read again.

It must not know what stands in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Column, RowsModel, TableRow


class DutyList(QObject):
    """`opened(ref)`: Enter; `ticked(ref)`: Space; `moved(ref)`: the keys are at another row, "" for none."""

    opened = Signal(str)
    ticked = Signal(str)
    moved = Signal(str)

    def __init__(self, card: ListCard, columns: Sequence[Column]) -> None:
        super().__init__(card)
        self.card = card
        self._columns = tuple(columns)
        self._model: RowsModel = card.table.show_rows(columns)
        self._watch()
        card.table.installEventFilter(self)
        RowOpening(card.table).opened.connect(self.opened)

    def show(self, rows: Sequence[TableRow], columns: Sequence[Column] = (), at: str = "") -> None:
        """Show these; ``at`` is gone to, else the one that the keys were at."""
        here = at or self.current()
        if columns and tuple(columns) != self._columns:
            self._columns = tuple(columns)
            self._model = self.card.table.show_rows(columns, rows)
            self._watch()
        else:
            self._model.set_rows(rows)
        self.go_to(here)

    def go_to(self, ref: str) -> bool:
        """To that row; False, and to the first, where there is none."""
        refs = [self._model.row(at).ref for at in range(self._model.rowCount())]
        if refs:
            self.card.table.selectRow(refs.index(ref) if ref in refs else 0)
        self.moved.emit(self.current())
        return ref in refs

    def change(self, row: TableRow) -> None:
        """One row says something else now."""
        refs = [self._model.row(at).ref for at in range(self._model.rowCount())]
        if row.ref in refs:
            self._model.change_row(refs.index(row.ref), row)

    def current(self) -> str:
        """What the keys are at, "" for nothing."""
        at = self.card.table.currentIndex().row()
        return self._model.row(at).ref if 0 <= at < self._model.rowCount() else ""

    def set_focus(self) -> None:
        """The keys act here now."""
        self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space ticks a row."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Space or not self.current():
            return False
        self.ticked.emit(self.current())
        return True

    def _watch(self) -> None:
        self.card.table.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit(self.current()))
