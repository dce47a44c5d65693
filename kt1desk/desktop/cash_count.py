"""Counting a drawer: how many of each note, what that makes, and the sum. It knows neither the books nor what should be there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.widgets import FieldEdit, Role, set_role

_MOST_PIECES = 99_999
_COUNT_WIDTH = 80
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CashCount(QWidget):
    """A line for each note. Enter counts an empty line as none and goes on; after the last one `finished` is sent."""

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[int, FieldEdit] = {}
        self._sums: dict[int, QLabel] = {}
        self._way: EnterWay | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(2, 1)
        for column, title in enumerate(("Mệnh giá", "Số tờ", "Thành tiền")):
            label = QLabel(title, self)
            set_role(label, Role.MUTED)
            label.setAlignment(_RIGHT)
            self._grid.addWidget(label, 0, column)

    def set_denominations(self, values: Sequence[int]) -> None:
        """The notes in circulation in đồng, largest first; once."""
        if self._fields:
            return
        for row, value in enumerate(values, start=1):
            self._add_line(row, value)
        self._way = EnterWay(
            self,
            [
                Step(field, lambda field=field: not field.text(), lambda field=field: _take_empty(field))  # type: ignore[misc]
                for field in self._fields.values()
            ],
        )
        self._way.finished.connect(self.finished)

    def total_dong(self) -> int:
        """What was counted so far, in đồng."""
        return sum(value * _pieces(field) for value, field in self._fields.items())

    def is_begun(self) -> bool:
        """Whether anything was typed."""
        return any(field.text() for field in self._fields.values())

    def clear(self) -> None:
        """Begin anew."""
        for field in self._fields.values():
            field.clear()

    def start(self) -> None:
        """Bring the focus to the first line that is not counted yet."""
        if self._way is not None:
            self._way.start()

    def _add_line(self, row: int, value: int) -> None:
        name = QLabel(dong(value), self)
        name.setAlignment(_RIGHT)
        field = FieldEdit(self)
        field.setObjectName(f"pieces_{value}")
        field.setProperty("vietnamese_input", False)
        field.setAccessibleName(f"Số tờ {dong(value)} đồng")
        field.setValidator(QIntValidator(0, _MOST_PIECES, field))
        field.setAlignment(_RIGHT)
        field.setFixedWidth(_COUNT_WIDTH)
        field.textChanged.connect(self._recount)
        total = QLabel("", self)
        total.setAlignment(_RIGHT)
        name.setBuddy(field)
        for column, widget in enumerate((name, field, total)):
            self._grid.addWidget(widget, row, column)
        self._fields[value], self._sums[value] = field, total

    def _recount(self) -> None:
        for value, field in self._fields.items():
            self._sums[value].setText(dong(value * _pieces(field)) if field.text() else "")
        self.changed.emit()


def _pieces(field: FieldEdit) -> int:
    return int(field.text()) if field.text().isascii() and field.text().isdigit() else 0


def _take_empty(field: FieldEdit) -> bool:
    if not field.text():
        field.setText("0")
    return True
