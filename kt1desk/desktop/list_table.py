"""The lines of a list on the screen: which are in sight, which is chosen, and how the table follows a run.

This module must not know the page, nor where lines come from.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, Signal

from kt1desk.desktop.forms.lists import Ui_ListsPage
from kt1desk.desktop.models.list_lines import ListLines, columns_of
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs import ListLine, ListView

_NOTHING = "Gõ đường dẫn rồi Enter, bấm Ctrl+O hoặc thả tệp .xlsx, .csv vào đây."
_NONE_REFUSED = "Không có dòng nào bị từ chối."


class ListTable(QObject):
    """The card with the lines. `chosen(line)`: a `ListLine`, or None."""

    chosen = Signal(object)

    def __init__(self, form: Ui_ListsPage, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self._lines = ListLines(self)
        self._view: ListView | None = None
        self._follows = False
        self._lines.fit_to(form.lines.columnWidth)
        form.lines.setModel(self._lines)
        form.lines.selectionModel().currentRowChanged.connect(self._choose)
        self.show_list(None)

    @property
    def only_refused(self) -> bool:
        """Whether the other lines are out of sight."""
        return self._lines.only_refused

    def show_list(self, view: ListView | None) -> None:
        """Show all lines of a list, or none; the line that was chosen of the same file stays chosen."""
        chosen = self._current()
        same = view is not None and self._view is not None and view.file == self._view.file
        self._view = view
        self._show(only_refused=False)
        if same and chosen is not None:
            self._form.lines.selectRow(self._lines.row_of(chosen.line))

    def filter(self) -> None:
        """Only what is refused, or everything again."""
        if self._view is not None:
            self._show(only_refused=not self.only_refused)

    def follow(self) -> None:
        """Go along with a run, until the clerk looks at another line."""
        if self.only_refused:
            self._show(only_refused=False)
        self._follows = True

    def tell(self, told: Sequence[ListLine]) -> None:
        """What became of some lines meanwhile."""
        row = self._lines.update_lines(told)
        if row >= 0 and self._follows:
            self._form.lines.scrollTo(self._lines.index(row, 0))
        if told:
            self.chosen.emit(self._current())

    def _show(self, *, only_refused: bool) -> None:
        form, there = self._form, self._view is not None
        self._lines.show_list(self._view, only_refused=only_refused)
        if self._view is not None:
            form.lines.set_columns(columns_of(self._view))
        rows = self._lines.rowCount()
        form.lines_count.setText(f"{count(rows)} dòng" if there else "")
        form.filter_says.setText("tất cả các dòng" if only_refused else "chỉ dòng bị từ chối")
        form.key_filter.setVisible(there)
        form.filter_says.setVisible(there)
        form.lines.set_empty_text(_NONE_REFUSED if only_refused else _NOTHING)
        if rows:
            form.lines.selectRow(0)
        self.chosen.emit(self._current())

    def _choose(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._follows = False
        self.chosen.emit(self._current())

    def _current(self) -> ListLine | None:
        return self._lines.line_at(self._form.lines.currentIndex().row())
