"""Rows that are read again while somebody looks at them: nothing flickers, what was chosen stays chosen and in sight."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.widgets import RowsModel, TableRow, WholeRowsTable


def chosen(table: WholeRowsTable, model: RowsModel) -> str:
    """The ref of the chosen row, "" for none."""
    at = table.currentIndex()
    return model.row(at.row()).ref if at.isValid() else ""


def show_again(table: WholeRowsTable, model: RowsModel, rows: Sequence[TableRow]) -> None:
    """Show these rows instead. Where they are the same things, only the lines that say something else are drawn anew.

    The chosen row stays chosen wherever it stands now; where it is gone, the first is.
    """
    before = [model.row(at) for at in range(model.rowCount())]
    if [row.ref for row in before] == [row.ref for row in rows]:
        for at, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                model.change_row(at, new)
        return
    wanted, top = chosen(table, model), table.verticalScrollBar().value()
    model.set_rows(rows)
    if rows:
        at = next((at for at, row in enumerate(rows) if row.ref == wanted), 0)
        table.selectRow(at)
        table.verticalScrollBar().setValue(top)
        table.scrollTo(model.index(at, 0))
