"""Rows that are chosen one by one: by Space, by a scan, or all of them. What is chosen is a tick in front, not a colour.

It must not know what the rows are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import Column, Sign, TableRow, WholeRowsTable

MARK = Column("", 36, spoken="Chọn")
"""The column of ticks; it stands first."""
_ON, _OFF = Sign(Icon.SQUARE_CHECK, "accent", "đã chọn"), Sign(Icon.SQUARE, "muted", "chưa chọn")
_BARRED = Sign(Icon.BAN, "muted", "chưa chọn được")
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class Marks(QObject):
    """Ticks in a table whose first column is `MARK`.

    `changed`: other rows are ticked, or the current row is another. `entered`: Enter was pressed.
    `refused(ref)`: a hand wanted to tick a row that cannot be ticked now.
    """

    changed = Signal()
    entered = Signal()
    refused = Signal(str)

    def __init__(self, table: WholeRowsTable, columns: Sequence[Column]) -> None:
        super().__init__(table)
        self._table = table
        self._rows: tuple[TableRow, ...] = ()
        self._marked: set[str] = set()
        self._barred: frozenset[str] = frozenset()
        self._model = table.show_rows((MARK, *columns))
        table.installEventFilter(self)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.changed.emit())
        table.clicked.connect(lambda at: self.toggle(self._rows[at.row()].ref) if at.column() == 0 else None)

    def show(self, rows: Sequence[TableRow], barred: Iterable[str] = ()) -> None:
        """Show these rows; those that are still there stay ticked, and the current one stays current. ``barred`` cannot be ticked."""
        self._barred = frozenset(barred)
        here, at = self.current(), self._table.currentIndex().row()
        self._rows = tuple(rows)
        refs = [row.ref for row in rows]
        self._marked &= set(refs) - self._barred
        self._model.set_rows([self._ticked(row) for row in rows])
        if refs:
            self._table.selectRow(refs.index(here) if here in refs else max(0, min(at, len(refs) - 1)))
        self.changed.emit()

    def current(self) -> str:
        """The row that the keys are at, "" for none."""
        at = self._table.currentIndex().row()
        return self._rows[at].ref if 0 <= at < len(self._rows) else ""

    def marked(self) -> tuple[str, ...]:
        """The ticked rows, in their order."""
        return tuple(row.ref for row in self._rows if row.ref in self._marked)

    def has(self, ref: str) -> bool:
        """Whether there is such a row."""
        return any(row.ref == ref for row in self._rows)

    def mark(self, ref: str) -> bool:
        """Tick a row and go to it; False where it was ticked already, or is not there."""
        at = next((at for at, row in enumerate(self._rows) if row.ref == ref), None)
        if at is None:
            return False
        self._table.selectRow(at)
        if ref in self._marked:
            return False
        self.toggle(ref)
        return True

    def toggle(self, ref: str) -> None:
        """Tick a row, or take the tick away."""
        if ref in self._barred:
            self.refused.emit(ref)
            return
        self._marked ^= {ref}
        for at, row in enumerate(self._rows):
            if row.ref == ref:
                self._model.change_row(at, self._ticked(row))
        self.changed.emit()

    def mark_all(self) -> None:
        """Tick every row; where all are ticked, none."""
        refs = {row.ref for row in self._rows} - self._barred
        self._marked = set() if self._marked == refs else refs
        self._repaint()

    def clear(self) -> None:
        """No row is ticked."""
        self._marked = set()
        self._repaint()

    def _repaint(self) -> None:
        for at, row in enumerate(self._rows):
            self._model.change_row(at, self._ticked(row))
        self.changed.emit()

    def _ticked(self, row: TableRow) -> TableRow:
        return replace(
            row,
            cells=("", *row.cells),
            roles={at + 1: role for at, role in row.roles.items()},
            icons={
                0: _BARRED if row.ref in self._barred else _ON if row.ref in self._marked else _OFF,
                **{at + 1: sign for at, sign in row.icons.items()},
            },
        )

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space ticks and goes on to the next row, Ctrl+A ticks all, Enter goes on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Space and self.current():
            at = self._table.currentIndex().row()
            self.toggle(self.current())
            self._table.selectRow(min(at + 1, len(self._rows) - 1))
        elif event.key() == Qt.Key.Key_A and ctrl:
            self.mark_all()
        elif event.key() in _ENTER:
            self.entered.emit()
        else:
            return False
        return True
