"""What is no longer as it was issued, row by row, and the chosen row whole at the right. It must not know where it was compared."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLabel

from kt1desk.desktop.forms.report_issued_side import Ui_ReportIssuedSide
from kt1desk.desktop.reports.texts import CHANGE_COLUMNS, change_row, change_texts
from kt1desk.desktop.widgets import WholeRowsTable
from kt1desk.domain.reporting.differing import Difference

_TITLE = "Đã đổi từ khi phát hành"


class ChangeList(QObject):
    """Shows differences in a table below a title."""

    def __init__(self, table: WholeRowsTable, title: QLabel, side: Ui_ReportIssuedSide) -> None:
        super().__init__(table)
        self._table, self._title, self._side = table, title, side
        self._changes: Sequence[Difference] = ()
        self._rows = table.show_rows(CHANGE_COLUMNS)
        title.setText(_TITLE)
        table.selectionModel().currentRowChanged.connect(lambda now, _: self._tell(now.row()))
        self.hide()

    def show(self, changes: Sequence[Difference]) -> None:
        """These; the first of them is told, and the table takes the keys."""
        self._changes = changes
        self._rows.set_rows([change_row(at, change) for at, change in enumerate(changes)])
        for part in (self._table, self._title):
            part.show()
        self._table.selectRow(0)
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def hide(self) -> None:
        """None."""
        for part in (self._table, self._title, self._side.change_card):
            part.hide()

    def _tell(self, at: int) -> None:
        """What stood there and what stands there now, whole."""
        side, there = self._side, 0 <= at < len(self._changes)
        side.change_card.setVisible(there)
        if there:
            said = change_texts(self._changes[at])
            for label, text in zip((side.change_place, side.change_old, side.change_new), said, strict=True):
                label.setText(text)
