"""The cover checklist on the screen: every question stands there, and one decision of its own answers them.

Space says that all of it was seen and is so. A question that is not so is chosen by its number and refuses the item with the reason for the
sender. The panel must not know what a question means.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kt1desk.desktop.widgets import ChecklistRow, NoteLabel, Role, set_role
from kt1desk.domain.checklist import ChecklistLine, LineKind, all_confirmed

_COLUMNS = 2
_CONFIRM = "Đã xem ngoài bì: tất cả các điều trên đều đúng"
_HINT = "Có điều không đúng: Alt + số của điều đó"


class ChecklistPanel(QWidget):
    """Lines in two columns, the facts as boxes of their own, and the box of the decision. `answered` says that an answer changed."""

    answered = Signal()

    def __init__(self, grid: QGridLayout, confirm: ChecklistRow, hint: NoteLabel, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()  # only an owner of what stands in the form
        self._grid = grid
        self._confirm = confirm
        self._lines: tuple[ChecklistLine, ...] = ()
        self._labels: list[QLabel] = []
        self._facts: set[str] = set()
        self._refused = ""
        confirm.setText(_CONFIRM)
        confirm.toggled.connect(self._decided)
        hint.show_note(_HINT)

    def show_lines(self, lines: Sequence[ChecklistLine]) -> None:
        """Show these questions; other questions than before take the decision back."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self.clear()
        for label in self._labels:
            self._grid.removeWidget(label)
            label.deleteLater()
        musts = self.musts()
        half = -(-len(self._lines) // _COLUMNS)
        self._labels = []
        for at, line in enumerate(self._lines):
            number = f"{musts.index(line) + 1}. " if line in musts else "Alt+0. "
            label = QLabel(f"{number}{line.question}")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self._labels.append(label)
            self._grid.addWidget(label, at % half, at // half)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._paint()

    def musts(self) -> list[ChecklistLine]:
        """The questions of which a no refuses the item."""
        return [line for line in self._lines if line.kind is LineKind.MUST]

    def answers(self) -> dict[str, bool]:
        """What was answered so far, by the line's code."""
        if self._refused:
            return {**all_confirmed(self._lines, frozenset(self._facts)), self._refused: False}
        return all_confirmed(self._lines, frozenset(self._facts)) if self._confirm.isChecked() else {}

    def is_confirmed(self) -> bool:
        """Whether the decision was made."""
        return self._confirm.isChecked()

    def confirm(self) -> None:
        """The decision, or taking it back."""
        self._confirm.toggle()

    def refuse(self, number: int) -> None:
        """Say that the question of this number is not so; the same again takes it back."""
        musts = self.musts()
        if not 1 <= number <= len(musts):
            return
        code = musts[number - 1].code
        self._refused = "" if self._refused == code else code
        self._confirm.setChecked(False)
        self._paint()
        self.answered.emit()

    def toggle_fact(self) -> None:
        """The cover says who alone may open it, or does not."""
        for line in self._lines:
            if line.kind is LineKind.FACT:
                self._facts ^= {line.code}
        self._paint()
        self.answered.emit()

    def clear(self) -> None:
        """No answer."""
        self._facts.clear()
        self._refused = ""
        self._confirm.setChecked(False)
        self._paint()

    def _decided(self, done: bool) -> None:
        if done:
            self._refused = ""
        self._paint()
        self.answered.emit()

    def _paint(self) -> None:
        for line, label in zip(self._lines, self._labels, strict=False):
            if line.code == self._refused:
                set_role(label, Role.ERROR)
            elif line.kind is LineKind.FACT:
                set_role(label, Role.WARN if line.code in self._facts else Role.MUTED)
                label.setText(f"Alt+0. {line.question} {'Có' if line.code in self._facts else 'Không'}.")
            else:
                set_role(label, Role.OK if self._confirm.isChecked() else Role.BODY)
