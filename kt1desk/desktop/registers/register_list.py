"""The registers at the left, one of them in front. It must not know what stands in any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.registers.texts import REGISTER_COLUMNS
from kt1desk.desktop.widgets import TableRow, WholeRowsTable
from kt1desk.domain.register_columns import Register


class RegisterList(QObject):
    """`turned(code)`: another register is in front."""

    turned = Signal(str)

    def __init__(self, table: WholeRowsTable) -> None:
        super().__init__(table)
        self._table = table
        self._codes: tuple[str, ...] = ()
        self._front = ""
        self._rows = table.show_rows(REGISTER_COLUMNS)
        table.horizontalHeader().hide()
        table.selectionModel().currentRowChanged.connect(lambda now, _: self._turn(now.row()))

    def show(self, registers: Sequence[Register]) -> None:
        """Show these; none is in front yet."""
        self._codes = tuple(each.code for each in registers)
        self._rows.set_rows([TableRow(each.code, (each.title,)) for each in registers])

    def is_empty(self) -> bool:
        """Whether none are shown yet."""
        return not self._codes

    def front(self) -> str:
        """The register in front, "" before there is one."""
        return self._front

    def bring(self, code: str) -> bool:
        """Bring a register to the front, or leave the one that is; False where that is no change."""
        before = self._front
        wanted = code if code in self._codes else before or self._codes[0]
        self._table.selectRow(self._codes.index(wanted))
        return self._front != before

    def take_keys(self) -> None:
        """The registers take the keys."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def has_keys(self) -> bool:
        """Whether they have them."""
        return self._table.hasFocus()

    def _turn(self, row: int) -> None:
        if 0 <= row < len(self._codes) and self._codes[row] != self._front:
            self._front = self._codes[row]
            self.turned.emit(self._front)
