"""The lines of a list in a table: fifty thousand of them at once, so a cell becomes text only when it is painted.

How a line stands is a word and a shape as well as a colour. This module must not know where lines come from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from kt1desk.desktop.look.icons import Icon, themed_icon
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.models.texts import dong, item_number
from kt1desk.desktop.needs import LineShape, ListLine, ListTask, ListView
from kt1desk.desktop.widgets import Column
from kt1desk.desktop.widgets.table import fitted

Index = QModelIndex | QPersistentModelIndex
_LINE, _FIRST, _SECOND, _WEIGHT, _PRICE, _STATE = range(6)
_RIGHT = frozenset({_LINE, _WEIGHT, _PRICE})


class Look(NamedTuple):
    """How a state is said: its word, its shape, its colour in the theme."""

    word: str
    icon: Icon
    ink: str


LOOKS = MappingProxyType(
    {
        LineShape.READY: Look("Sẵn sàng", Icon.CIRCLE_CHECK, "text"),
        LineShape.REFUSED: Look("Từ chối", Icon.CIRCLE_X, "danger"),
        LineShape.REPEAT: Look("Đã nhận trước", Icon.HISTORY, "warn"),
        LineShape.ACCEPTED: Look("Đã nhận", Icon.CHECK, "ok"),
        LineShape.LEFT: Look("Chưa nhận", Icon.HOURGLASS, "warn"),
        LineShape.WAITING: Look("Chờ nhập", Icon.CIRCLE, "text"),
        LineShape.TAKEN: Look("Đã thêm", Icon.CHECK, "ok"),
        LineShape.THERE: Look("Đã có", Icon.HISTORY, "muted"),
    }
)


def state_text(line: ListLine) -> str:
    """How a line stands, in its column: ``Từ chối: Khối lượng (g)``, ``Đã nhận MX 000 000 513 VN``."""
    if line.shape is LineShape.REPEAT:
        return f"Trước: {item_number(line.number)}"
    word = LOOKS[line.shape].word
    if line.shape is LineShape.REFUSED and line.place:
        return f"{word}: {line.place}"
    return f"{word} {item_number(line.number)}" if line.number else word


def columns_of(view: ListView) -> Sequence[Column]:
    """The columns of a list; a catalogue has neither weights nor prices."""
    first, second = view.titles
    hidden = 0 if view.task is ListTask.ACCEPT else 1 << 20
    return (
        Column("Dòng", 62, right=True),
        Column(first, 118 if view.task is ListTask.ACCEPT else 160, cut=True),
        Column(second, cut=True),
        Column("Gam", 64, right=True, hide_below=max(hidden, 740)),
        Column("Cước", 86, right=True, hide_below=hidden),
        Column("Tình trạng", 257),
    )


class ListLines(QAbstractTableModel):
    """The lines of one list, all or only the refused ones."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[Column] = ()
        self._lines: list[ListLine] = []
        self._at: dict[int, int] = {}
        self._shown: list[int] = []
        self._row_of: dict[int, int] = {}
        self._only_refused = False
        self._width_of: Callable[[int], int] | None = None

    def fit_to(self, width_of: Callable[[int], int]) -> None:
        """Columns that are cut are as wide as this says, in px, whenever a cell is drawn."""
        self._width_of = width_of

    @property
    def only_refused(self) -> bool:
        """Whether the other lines are out of sight."""
        return self._only_refused

    def show_list(self, view: ListView | None, *, only_refused: bool = False) -> None:
        """Show the lines of a list, or nothing."""
        self.beginResetModel()
        self._columns = columns_of(view) if view is not None else ()
        self._lines = list(view.lines) if view is not None else []
        self._at = {line.line: at for at, line in enumerate(self._lines)}
        self._only_refused = only_refused
        self._shown = [
            at
            for at, line in enumerate(self._lines)
            if not only_refused or line.shape in {LineShape.REFUSED, LineShape.LEFT}
        ]
        self._row_of = {at: row for row, at in enumerate(self._shown)}
        self.endResetModel()

    def update_lines(self, lines: Iterable[ListLine]) -> int:
        """Show what became of some lines; returns the row of the last one, -1 where it is out of sight."""
        row = -1
        for line in lines:
            at = self._at[line.line]
            self._lines[at] = line
            row = self._row_of.get(at, -1)
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, _STATE))
        return row

    def line_at(self, row: int) -> ListLine | None:
        """The line of a row."""
        return self._lines[self._shown[row]] if 0 <= row < len(self._shown) else None

    def row_of(self, line: int) -> int:
        """The row of the line of this number, -1 where it is out of sight."""
        return self._row_of.get(self._at.get(line, -1), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Lines in sight; none below a line."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Columns; none below a line."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colour and shape of a cell; the whole reason where the mouse rests."""
        line, column = self._lines[self._shown[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._fitted(_cell(line, column), column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _cell(line, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.reason if column == _STATE and line.reason else _cell(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column == _STATE and role == Qt.ItemDataRole.DecorationRole:
            return themed_icon(LOOKS[line.shape].icon, LOOKS[line.shape].ink)
        if column == _STATE and role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(QColor(active_theme().colour(LOOKS[line.shape].ink)))
        return None

    def _fitted(self, text: str, column: int) -> str:
        if self._width_of is None or not self._columns[column].cut:
            return text
        return fitted(text, self._width_of(column))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Titles, aligned as their cells."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


def _cell(line: ListLine, column: int) -> str:
    if column == _LINE:
        return str(line.line)
    if column == _FIRST:
        return line.first
    if column == _SECOND:
        return line.second
    if column == _WEIGHT:
        return dong(line.weight_g) if line.weight_g else ""
    if column == _PRICE:
        return dong(line.total_dong) if line.total_dong else ""
    return state_text(line)


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
