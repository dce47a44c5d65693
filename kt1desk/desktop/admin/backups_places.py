"""The list of the places that copies go to, and the one at hand. This module must not know what is done with a place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from kt1desk.desktop.admin.backups_texts import PLACE_COLUMNS, place_rows
from kt1desk.desktop.needs.backups import BackupPlaceLine, BackupsView
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.desktop.widgets.table import HEADER_HEIGHT, ROW_HEIGHT

_PLACES = 4
_FRAME = 4


class BackupPlaces:
    """A table of a few places. `turned` is called when another one is at hand."""

    def __init__(self, table: WholeRowsTable, turned: Callable[[], None]) -> None:
        self._table = table
        self._places: tuple[BackupPlaceLine, ...] = ()
        self._rows = table.show_rows(PLACE_COLUMNS)
        table.setFixedHeight(HEADER_HEIGHT + _PLACES * ROW_HEIGHT + _FRAME)
        table.selectionModel().currentRowChanged.connect(lambda *_: turned())

    def begin(self, view: BackupsView) -> None:
        """Show these; the first is at hand."""
        self._places = tuple(view.places)
        self._rows.set_rows(place_rows(view))
        self._table.selectRow(0)

    def change(self, view: BackupsView) -> None:
        """How they stand now; the one at hand stays."""
        self._places = tuple(view.places)
        for at, row in enumerate(place_rows(view)):
            self._rows.change_row(at, row)

    def current(self) -> BackupPlaceLine | None:
        """The place at hand."""
        at = self._table.currentIndex().row()
        return self._places[at] if 0 <= at < len(self._places) else None

    def take_keys(self) -> None:
        """The list takes the keys."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def has_keys(self) -> bool:
        """Whether keys come here."""
        return self._table.hasFocus()
