"""The systems above, each with how far it is behind, and which of them is at hand. It must not know what one of them lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.quiet_rows import show_again
from kt1desk.desktop.systems.texts import SYSTEM_COLUMNS, system_row
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.services.other_systems import Feed


class SystemList(QObject):
    """`turned`: another row was chosen."""

    turned = Signal()

    def __init__(self, table: WholeRowsTable) -> None:
        super().__init__(table)
        self._table = table
        self._feeds: Sequence[Feed] = ()
        self._rows = table.show_rows(SYSTEM_COLUMNS)
        table.selectionModel().currentRowChanged.connect(lambda *_: self.turned.emit())

    def chosen(self) -> Feed | None:
        """The system at hand, None where there is none."""
        at = self._table.currentIndex().row()
        return self._feeds[at] if 0 <= at < len(self._feeds) else None

    def show(self, feeds: Sequence[Feed]) -> None:
        """Show these; the chosen system stays chosen, where it is gone the first is."""
        before = self.chosen()
        self._feeds = feeds
        self._rows.set_rows([system_row(feed) for feed in feeds])
        codes = [feed.kind.system for feed in feeds]
        wanted = before.kind.system if before is not None else ""
        self._table.selectRow(codes.index(wanted) if wanted in codes else 0)

    def recount(self, feeds: Sequence[Feed]) -> None:
        """The same systems with other numbers: whoever looks on is not disturbed."""
        self._feeds = feeds
        show_again(self._table, self._rows, [system_row(feed) for feed in feeds])

    def has_focus(self) -> bool:
        """Whether it has the keys."""
        return self._table.hasFocus()

    def focus(self) -> None:
        """It takes the keys."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)
