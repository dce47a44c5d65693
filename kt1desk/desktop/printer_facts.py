"""What is known of a printer and where from, as a table that is as high as what it says."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.printer_texts import FACT_COLUMNS, fact_rows
from kt1desk.desktop.needs import KnownFact
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.desktop.widgets.table import HEADER_HEIGHT, ROW_HEIGHT

_MOST_ROWS = 6
_SPARE_PX = 6
"""Lost to borders and to rounding at 150 %: without them the last row would not be whole."""


class FactsTable:
    """Not shown while nothing is known."""

    def __init__(self, table: WholeRowsTable) -> None:
        self._table = table
        self._rows = table.show_rows(FACT_COLUMNS)
        self._is_wanted = True
        table.hide()

    def show(self, facts: Sequence[KnownFact]) -> None:
        """A row for each."""
        self._rows.set_rows(fact_rows(facts))
        self._table.setFixedHeight(HEADER_HEIGHT + ROW_HEIGHT * min(len(facts), _MOST_ROWS) + _SPARE_PX)
        self.want(self._is_wanted)

    def want(self, wanted: bool) -> None:
        """Whether there is room for it now."""
        self._is_wanted = wanted
        self._table.setVisible(wanted and self._rows.rowCount() > 0)
