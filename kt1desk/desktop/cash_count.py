"""Counting a drawer: how many of each note, what that makes, and the sum. It knows neither the books nor what should be there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kt1desk.desktop.models.texts import dong
from kt1desk.desktop.widgets import FieldEdit, FieldState, Role, set_role

MOST_PIECES = 9_999
"""More of one note is a slip of the finger: it would not fit into a drawer."""
_MOST_CHARS = 7
_COUNT_WIDTH = 80
_NOT_DIGITS = "Chỉ gõ chữ số"
_TOO_MANY = "Tối đa 9.999 tờ"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CashCount(QWidget):
    """A line for each note. Enter counts an empty line as none and goes to the next; after the last one `finished` is sent.

    What is no number of pieces stays as it was typed, is told in its own line, counts as none and lets nobody on: «5,5» read as 55 would be
    fifty notes too many.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[int, FieldEdit] = {}
        self._sums: dict[int, QLabel] = {}
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

    def total_dong(self) -> int:
        """What was counted so far, in đồng."""
        return sum(value * _pieces(field) for value, field in self._fields.items())

    def pieces(self) -> dict[int, int]:
        """How many of each note were counted so far, by its value in đồng."""
        return {value: _pieces(field) for value, field in self._fields.items()}

    def is_begun(self) -> bool:
        """Whether anything was typed."""
        return any(field.text() for field in self._fields.values())

    def clear(self) -> None:
        """Begin anew."""
        for field in self._fields.values():
            field.clear()

    def start(self) -> None:
        """Bring the focus to the first line that is not counted yet, else to the first."""
        fields = list(self._fields.values())
        following = next((field for field in fields if not field.text()), fields[0] if fields else None)
        if following is not None:
            _go_to(following)

    def stop_at_wrong(self) -> bool:
        """Bring the focus to the first line that is no number of pieces; False where all are."""
        wrong = next((field for field in self._fields.values() if _problem(field)), None)
        if wrong is not None:
            _go_to(wrong)
        return wrong is not None

    def _add_line(self, row: int, value: int) -> None:
        name = QLabel(dong(value), self)
        name.setAlignment(_RIGHT)
        field = FieldEdit(self)
        field.setObjectName(f"pieces_{value}")
        field.setProperty("vietnamese_input", False)
        field.setAccessibleName(f"Số tờ {dong(value)} đồng")
        field.setMaxLength(_MOST_CHARS)
        field.setAlignment(_RIGHT)
        field.setFixedWidth(_COUNT_WIDTH)
        field.textChanged.connect(self._recount)
        field.returnPressed.connect(lambda: self._go_on(field))
        total = QLabel("", self)
        total.setAlignment(_RIGHT)
        name.setBuddy(field)
        for column, widget in enumerate((name, field, total)):
            self._grid.addWidget(widget, row, column)
        self._fields[value], self._sums[value] = field, total

    def _go_on(self, field: FieldEdit) -> None:
        """To the next line, counted already or not: a second count goes down the same way as the first."""
        if _problem(field):
            return
        if not field.text():
            field.setText("0")
        fields = list(self._fields.values())
        at = fields.index(field) + 1
        if at < len(fields):
            _go_to(fields[at])
        else:
            self.finished.emit()

    def _recount(self) -> None:
        for value, field in self._fields.items():
            problem, total = _problem(field), self._sums[value]
            if problem:
                field.show_error(problem)
            elif field.state() is FieldState.ERROR:
                field.show_idle()
            total.setText(problem or (dong(value * _pieces(field)) if field.text() else ""))
            set_role(total, Role.ERROR if problem else Role.BODY)
        self.changed.emit()


def _go_to(field: FieldEdit) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    field.selectAll()


def _problem(field: FieldEdit) -> str:
    """What is wrong with the text, in words that fit into its line; empty where nothing is."""
    text = field.text()
    if not text:
        return ""
    if not (text.isascii() and text.isdigit()):
        return _NOT_DIGITS
    return _TOO_MANY if int(text) > MOST_PIECES else ""


def _pieces(field: FieldEdit) -> int:
    return int(field.text()) if field.text() and not _problem(field) else 0
