"""The list of the reports that may be asked for, and what is said beside it of the one at hand. It must not know how one is made."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from kt1desk.desktop.needs.reports import ReportOffer
from kt1desk.desktop.reports.chosen import ChosenReport
from kt1desk.desktop.reports.texts import TEMPLATE_COLUMNS, template_row
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.reporting.template import ReportTemplate

_NONE = "Không có báo cáo nào mà tài khoản này được xem."


class ReportList(QObject):
    """`opened(code)`: a report is to be made. ``days_of`` says for which days it would be."""

    opened = Signal(str)

    def __init__(
        self, table: WholeRowsTable, chosen: ChosenReport, days_of: Callable[[ReportTemplate], str]
    ) -> None:
        super().__init__(table)
        self._table, self._chosen, self._days_of = table, chosen, days_of
        self._offer: ReportOffer | None = None
        self._rows = table.show_rows(TEMPLATE_COLUMNS)
        table.horizontalHeader().hide()
        table.set_empty_text(_NONE)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._tell())
        RowOpening(table).opened.connect(self.opened)

    def offer(self, offer: ReportOffer) -> None:
        """These may be asked for; the one at hand stays where they are the same."""
        self._offer = offer
        rows, before = [template_row(each) for each in offer.choices.templates], self._rows
        if [before.row(at) for at in range(before.rowCount())] != rows:
            before.set_rows(rows)
            self._table.selectRow(0)
        self._tell()

    def forget(self) -> None:
        """Nothing may be asked for until something is offered."""
        self._rows.set_rows(())

    def show(self, *, is_shown: bool) -> None:
        """Stand there, or leave the place to a report."""
        self._table.setVisible(is_shown)
        self._tell()

    def is_shown(self) -> bool:
        """Whether a report is being chosen."""
        return not self._table.isHidden()

    def take_keys(self) -> None:
        """The list takes the keys."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self) -> None:
        """Beside the list, of the report that the keys are at; what it is once one is made stands in the inputs."""
        at, offer = self._table.currentIndex().row(), self._offer
        templates = offer.choices.templates if offer is not None and self.is_shown() else ()
        if offer is not None and 0 <= at < len(templates):
            self._chosen.tell(templates[at], self._days_of(templates[at]), offer.over)
        else:
            self._chosen.tell(None, "", ())
