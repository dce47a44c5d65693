"""Names and texts in one or two columns; a long text has the whole line. It shows; it decides nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kt1desk.desktop.models.record_texts import Fact
from kt1desk.desktop.widgets import Role, set_role

_NAME_WIDTH, _NARROW_NAME_WIDTH = 96, 72


class FactsPanel(QWidget):
    """A grid of facts; what is shown is replaced as a whole, and only where it changed."""

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self._narrow = narrow
        self._shown: tuple[Fact, ...] = ()
        self._lines: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 0 if narrow else 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these instead."""
        if tuple(facts) == self._shown:
            return
        self._shown = tuple(facts)
        # Labels stay and say something else: making them anew with each row of a list that the keys go through costs 30 ms a key.
        while len(self._lines) < len(facts):
            self._lines.append(self._line())
        row, column = 0, 0
        for fact, line in zip(facts, self._lines, strict=False):
            if fact.wide and column:
                row, column = row + 1, 0
            self._put(line, fact, row, column)
            column = 0 if fact.wide or column or self._narrow else 2
            row += not column
        for line in self._lines[len(facts) :]:
            for label in line:
                label.hide()
                label.clear()
        self.setAccessibleName("; ".join(f"{fact.name}: {fact.text}" for fact in facts))

    def _put(self, line: tuple[QLabel, QLabel], fact: Fact, row: int, column: int) -> None:
        spans = (1, 3 if fact.wide and not self._narrow else 1)
        for at, (label, words) in enumerate(zip(line, (fact.name, fact.text), strict=True)):
            label.setText(words)
            self._grid.removeWidget(label)
            self._grid.addWidget(label, row, column + at, 1, spans[at])
            label.show()

    def _line(self) -> tuple[QLabel, QLabel]:
        name, text = QLabel(self), QLabel(self)
        set_role(name, Role.MUTED)
        name.setMinimumWidth(_NARROW_NAME_WIDTH if self._narrow else _NAME_WIDTH)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        for label in (name, text):
            label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return name, text
