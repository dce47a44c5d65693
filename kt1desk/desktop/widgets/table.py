"""Table: rows of one height, only whole rows, columns of fixed widths and one that takes the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from kt1desk.desktop.look.fonts import BODY_PT, font
from kt1desk.desktop.look.icons import STATUS_SIZE, Icon, themed_icon
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import CENTRE, PaintedText, draw_texts
from kt1desk.desktop.widgets.roles import TONE_INK, Role

ROW_HEIGHT = 28
HEADER_HEIGHT = 28
MARK_WIDTH = 4
"""Of the bar before the chosen row, as in the rail and in the list below a search field; px."""
_CELL_PADDING = 26
_SIGN_WIDTH = STATUS_SIZE + 6
"""Beside the text of a cell."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Column:
    """A column: `width` in px, 0 for the one that takes the rest; hidden while the table is narrower than `hide_below`.

    Names of catalogues have no end: what a `cut` column has no room for ends in an ellipsis, and stands whole in the tool tip.
    `spoken` is the title for screen readers where none is painted: eyes see by its cells what it is.
    """

    title: str
    width: int = 0
    right: bool = False
    hide_below: int = 0
    cut: bool = False
    spoken: str = ""


@dataclass(frozen=True)
class Sign:
    """A small icon in a cell. `words` say what it means to screen readers, where the cell's text does not."""

    icon: Icon
    ink: str = "muted"
    words: str = ""


@dataclass(frozen=True)
class TableRow:
    """A row: texts in the order of the columns, `ref` what the page gets when it is chosen."""

    ref: str
    cells: tuple[str, ...]
    roles: dict[int, Role] = field(default_factory=dict)
    """Column number → role of its text (ok, warn, error, muted), where it is not plain."""
    icons: dict[int, Sign] = field(default_factory=dict)
    """Column number → sign before its text: a shape beside a colour, for those who cannot tell colours apart."""
    short: dict[int, str] = field(default_factory=dict)
    """Column number → what stands in a column that is cut where the whole text has no room; the whole is told beside the table."""


class RowsModel(QAbstractTableModel):
    """Rows that are all in memory: the newest of a shift, a page of a long list. Longer data come page by page."""

    def __init__(self, parent: QObject | None = None, *, columns: Sequence[Column] = ()) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: list[TableRow] = []
        self._width_of: Callable[[int], int] | None = None

    def fit_to(self, width_of: Callable[[int], int]) -> None:
        """Columns that are cut are as wide as this says, in px, whenever a cell is drawn."""
        self._width_of = width_of

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def put_first(self, row: TableRow) -> None:
        """One more row, above all others; nothing else is drawn anew."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, row)
        self.endInsertRows()

    def take_out(self, at: int) -> None:
        """One row less."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def row(self, at: int) -> TableRow:
        """The row at a place."""
        return self._rows[at]

    def change_row(self, at: int, row: TableRow) -> None:
        """Show another row at a place; selection and scrolling stay as they are."""
        self._rows[at] = row
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Rows; none below a row."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Columns; none below a row."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment and colour of a cell."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fitted(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.cells[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[index.column()])
        if role == Qt.ItemDataRole.ForegroundRole and index.column() in row.roles:
            return QBrush(QColor(active_theme().colour(TONE_INK[row.roles[index.column()]])))
        sign = row.icons.get(index.column())
        if sign is not None and role == Qt.ItemDataRole.DecorationRole:
            return themed_icon(sign.icon, sign.ink, STATUS_SIZE)
        if sign is not None and role == Qt.ItemDataRole.AccessibleTextRole and sign.words:
            text = row.cells[index.column()]
            return text if text.startswith(sign.words) else f"{sign.words}: {text}" if text else sign.words
        if role == Qt.ItemDataRole.AccessibleTextRole and self._columns[index.column()].cut:
            return row.cells[index.column()]  # who hears the table hears the whole text
        return None

    def _fitted(self, row: TableRow, column: int) -> str:
        text = row.cells[column]
        if self._width_of is None or not self._columns[column].cut:
            return text
        width, has_sign = self._width_of(column), column in row.icons
        shown = fitted(text, width, has_sign=has_sign)
        return shown if shown == text else fitted(row.short.get(column, text), width, has_sign=has_sign)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, painted and spoken, aligned as their cells."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._columns[section].title or self._columns[section].spoken
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self._columns[section])
        return None


def fitted(text: str, width_px: int, *, has_sign: bool = False) -> str:
    """What of a text a cell of this width has room for, with an ellipsis where that is not all; ``has_sign`` before it."""
    room = width_px - _CELL_PADDING - (_SIGN_WIDTH if has_sign else 0)
    return QFontMetrics(font(BODY_PT)).elidedText(text, Qt.TextElideMode.ElideRight, room)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


class WholeRowsTable(QTableView):
    """A table that never shows half a row: what is left over below the last whole row stays empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[Column, ...] = ()
        self._empty_text = ""
        self._fitting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setIconSize(QSize(STATUS_SIZE, STATUS_SIZE))
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        # Fixed, since measuring the contents of a long table takes seconds.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setFixedHeight(HEADER_HEIGHT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setSectionsClickable(False)

    def set_columns(self, columns: Sequence[Column]) -> None:
        """Give the columns of the model that is set their widths."""
        self._columns = tuple(columns)
        for at, column in enumerate(self._columns):
            if column.width:  # what stretched for other columns before does not any more
                self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
                self.setColumnWidth(at, column.width)
            else:
                self.horizontalHeader().setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._hide_columns()

    def show_rows(self, columns: Sequence[Column], rows: Sequence[TableRow] = ()) -> RowsModel:
        """Set a `RowsModel` with these columns and rows; later rows go into the model that is returned, the one before ends."""
        before: QAbstractItemModel | None = self.model()
        model = RowsModel(self, columns=columns)
        model.set_rows(rows)
        model.fit_to(self.columnWidth)
        self.setModel(model)
        self.set_columns(columns)
        if isinstance(before, RowsModel) and before.parent() is self:
            before.deleteLater()  # else each of a day's lists would live, with its rows, as long as the table
        return model

    def set_empty_text(self, text: str) -> None:
        """What stands there while there are no rows."""
        self._empty_text = text
        self.viewport().update()

    def whole_rows(self) -> int:
        """How many rows are visible at once."""
        return self.viewport().height() // ROW_HEIGHT

    def updateGeometries(self) -> None:
        """Cut the viewport down to whole rows, after Qt has laid out the headers."""
        if self._fitting:
            return
        self._fitting = True
        super().updateGeometries()
        margins = self.viewportMargins()
        rest = (self.viewport().height() + margins.bottom()) % ROW_HEIGHT
        if rest != margins.bottom():
            self.setViewportMargins(margins.left(), margins.top(), margins.right(), rest)
            # Qt aligns the last row to the lower edge of the row header's viewport, which nobody resizes as long
            # as that header is hidden.
            rows = self.verticalHeader().viewport()
            rows.resize(rows.width(), self.viewport().height())
        self._fitting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the columns that have no room."""
        super().resizeEvent(event)
        self._hide_columns()

    def painted_texts(self) -> list[PaintedText]:
        """The sentence of the empty table."""
        model: QAbstractItemModel | None = self.model()
        if not self._empty_text or (model is not None and model.rowCount()):
            return []
        return [PaintedText(self._empty_text, font(BODY_PT), self.viewport().rect(), "muted", CENTRE)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows, with a bar before what is chosen, since its fill alone is hardly seen; or the sentence of the empty table."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for row in {index.row() for index in self.selectedIndexes()}:
            bar = QRect(0, self.rowViewportPosition(row), MARK_WIDTH, self.rowHeight(row))
            painter.fillRect(bar, QColor(active_theme().accent))
        draw_texts(painter, self.painted_texts())
        painter.end()

    def _hide_columns(self) -> None:
        for at, column in enumerate(self._columns):
            self.setColumnHidden(at, self.width() < column.hide_below)
