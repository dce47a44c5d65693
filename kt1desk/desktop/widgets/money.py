"""Money table: what an item costs, part by part, and the sum. It gets texts; it does not calculate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from kt1desk.desktop.widgets.card import divider
from kt1desk.desktop.widgets.labels import NoteLabel
from kt1desk.desktop.widgets.roles import Role, set_role

ROW_SPACING = 2
DIVIDER_HEIGHT = 9
DETAIL_INDENT = 12


@dataclass(frozen=True)
class MoneyRow:
    """One part of a price: `amount` is ready to show (`26.910`), empty where there is none.

    A `detail` explains the sum below it and is not added once more: it stands lighter, further right, and above a rule.
    """

    label: str
    amount: str
    role: Role = Role.MUTED
    detail: bool = False


class MoneyTable(QWidget):
    """Labels at the left, amounts at the right in equal digits, a line, and the total in large."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(ROW_SPACING)
        self._grid.setColumnStretch(0, 1)
        self._shown: list[QWidget] = []
        self.setAccessibleName("Cước")

    def show_price(self, rows: Sequence[MoneyRow], total: MoneyRow | None) -> None:
        """Show these parts and this total, instead of what is there."""
        for widget in self._shown:
            self._grid.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self._shown = []
        for at in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(at, 0)
        at = 0
        for row, before in zip(rows, (None, *rows), strict=False):
            at += self._rule(at) if before is not None and before.detail and not row.detail else 0
            self._add(at, row)
            at += 1
        if total is not None:
            self._add_total(at + self._rule(at), total)
        spoken = [f"{row.label} {row.amount}" for row in rows]
        if total is not None:
            spoken.append(f"{total.label} {total.amount}")
        self.setAccessibleDescription("; ".join(spoken))

    def _rule(self, at: int) -> int:
        """A line from edge to edge; returns how many rows it takes."""
        line = divider(self)
        self._grid.addWidget(line, at, 0, 1, 2, Qt.AlignmentFlag.AlignVCenter)
        self._grid.setRowMinimumHeight(at, DIVIDER_HEIGHT)
        self._shown.append(line)
        line.show()
        return 1

    def _add_total(self, at: int, total: MoneyRow) -> None:
        """On a line of its own: its large figures must not take room from the names of the parts."""
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(NoteLabel(line, text=total.label, role=Role.BODY), 1)
        row.addWidget(_amount(line, total.amount, Role.FIGURE))
        self._grid.addWidget(line, at, 0, 1, 2)
        self._shown.append(line)
        line.show()

    def _add(self, at: int, row: MoneyRow) -> None:
        label = NoteLabel(self, text=row.label, role=row.role)
        amount = _amount(self, row.amount, Role.MUTED if row.detail else Role.BODY)
        if row.detail:
            label.setContentsMargins(DETAIL_INDENT, 0, 0, 0)
            amount.setContentsMargins(0, 0, DETAIL_INDENT, 0)
        self._grid.addWidget(label, at, 0)
        self._grid.addWidget(amount, at, 1)
        self._shown += [label, amount]
        label.show()
        amount.show()


def _amount(parent: QWidget, text: str, role: Role) -> QLabel:
    amount = QLabel(text, parent)
    amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    set_role(amount, role)
    return amount
