"""Rows of tables and lists: none is cut, and a page whose main thing is a list shows many of them at once."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QAbstractItemModel, QRect
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from kt1desk.desktop.widgets import WholeRowsTable

LEAST_ROWS = 14
"""Of the longest table of a page, at 1366×768 and 100 %."""

MAY_BE_SHORT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("accept-", "recent"): "the newest ones below the form; all of them stand on the page of the shift",
        (
            "record-gaps",
            "recent",
        ): "the same table: what is missing in an item is mended in the form of acceptance",
        ("dossier-", "paper_table"): "the papers of one procedure, between the fields of the form",
        (
            "printers-",
            "ports",
        ): "one step of setting up a printer, with what is known of the chosen one below",
        ("first-run-kit-", "ports"): "one step of setting up a printer, with what the kit says of it below",
        ("printers-", "facts"): "a handful of facts of one printer",
        ("printers-", "proof"): "the lines of one trial page",
        ("line-barred", "streams"): "the two books of a desk, above what has come in",
        ("line-barred", "came"): "one row less, below the banner that this desk may only be looked at",
        ("record-", "papers"): "the papers of one item, below its journey",
        ("record-", "lines"): "the papers of one dossier, below its journey",
        ("record-", "reasons"): "a few reasons to choose from, beside the item",
        ("delivery-turn-", "reasons"): "a few reasons to choose from, beside the item",
        ("shift-new", "lines"): "eight checks, beside the counting of the till",
        ("shift-new", "items"): "what the shift before has left, below the checks",
        ("reports-read", "issued"): "above the report that is read",
        ("reports-changes", "issued"): "above what has changed in the report",
        ("reports-changes", "changes"): "below the reports that were issued",
        ("systems-", "systems"): "a handful of systems, above what waits for the chosen one",
        ("systems-", "rows"): "below the systems and the form of the file that is written",
        ("systems-", "answers"): "below the systems and the form of the file that was read",
    }
)
"""(how the names of scenes begin, the table) → why it has no room for so many."""


def cut_rows(window: QWidget) -> list[str]:
    """Rows of which only a part can be seen."""
    found = []
    for view in _views(window):
        seen = view.viewport().visibleRegion().boundingRect()
        for at in range(view.model().rowCount()):
            row = view.visualRect(view.model().index(at, view_column(view)))
            inside = row.intersected(QRect(row.left(), seen.top(), row.width(), seen.height()))
            if 0 < inside.height() < row.height():
                found.append(
                    f"rows: {_name(view)} shows {inside.height()} of {row.height()} px of row {at + 1}"
                )
            if row.top() > seen.bottom():
                break
    return found


def view_column(view: QAbstractItemView) -> int:
    """A column that is shown; the first may be hidden on a narrow screen."""
    columns = view.model().columnCount() if isinstance(view, WholeRowsTable) else 1
    return next(
        (at for at in range(columns) if not (isinstance(view, WholeRowsTable) and view.isColumnHidden(at))), 0
    )


def short_lists(scene: str, window: QWidget) -> list[str]:
    """The longest table of a scene, where it has no room for `LEAST_ROWS`; those of `MAY_BE_SHORT` do not count."""
    tables = [
        each
        for each in _views(window)
        if isinstance(each, WholeRowsTable) and not _may_be_short(scene, each.objectName())
    ]
    longest = max(tables, key=WholeRowsTable.whole_rows, default=None)
    if longest is None or longest.whole_rows() >= LEAST_ROWS:
        return []
    return [f"rows: {_name(longest)} has room for {longest.whole_rows()} rows, not {LEAST_ROWS}"]


def _may_be_short(scene: str, table: str) -> bool:
    return any(scene.startswith(begins) and table == name for begins, name in MAY_BE_SHORT)


def _views(window: QWidget) -> list[QAbstractItemView]:
    found = []
    for view in window.findChildren(QAbstractItemView):
        model: QAbstractItemModel | None = view.model()
        if view.isVisibleTo(window) and model is not None and not isinstance(view, QHeaderView):
            found.append(view)
    return found


def _name(view: QWidget) -> str:
    return f"{type(view).__name__} {view.objectName() or view.accessibleName()!r}"
