"""The papers of a cover in a narrow column: each on as many lines as its name needs, one of them marked by Space or a letter.

What a mark means is not known here.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.dispatch.reasons import in_lines
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import Column, Role, Sign, TableRow, WholeRowsTable
from kt1desk.desktop.widgets.table import ROW_HEIGHT

_COUNT_WIDTH = 44
_NAME_WIDTH = 196
"""What is left for a name in the right column, a sign before it."""
_NO_LETTER = 0x110000
"""Keys without a sign of their own have numbers from here on."""
_MOST_LINES = 12
"""So many lines stand at once; a longer list is rolled."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper: its key, how many of it, and what is said of it below its name ("" where it is as listed)."""

    key: str
    name: str = field(repr=False)
    pieces: str
    mark: str = ""


class PaperList(QObject):
    """`asked(key)`: Space was pressed on a paper. `lettered(key, letter)`: a letter was, as "T"."""

    asked = Signal(str)
    lettered = Signal(str, str)

    def __init__(
        self, table: WholeRowsTable, signs: Mapping[bool, Sign] | None = None, lines: int = _MOST_LINES
    ) -> None:
        super().__init__(table)
        self._table, self._lines = table, lines
        self._signs = signs or {False: Sign(Icon.CHECK, "ok"), True: Sign(Icon.ALERT_TRIANGLE, "warn")}
        self._keys: tuple[str, ...] = ()
        self._model = table.show_rows(
            (Column("", spoken="Giấy tờ"), Column("", _COUNT_WIDTH, right=True, spoken="Số bản"))
        )
        table.horizontalHeader().hide()
        table.installEventFilter(self)

    def show(self, papers: Sequence[PaperRow], marked: Collection[str] = ()) -> None:
        """Show these; the one that the keys are at stays so. ``marked`` have the other sign, as those of which something is said."""
        at = max(0, self._table.currentIndex().row())
        self._keys = tuple(each.key for each in papers)
        texts = [
            in_lines(each.name, _NAME_WIDTH) + (f"\n{each.mark}" if each.mark else "") for each in papers
        ]
        self._model.set_rows(
            [
                TableRow(
                    each.key,
                    (text, each.pieces),
                    {0: Role.WARN, 1: Role.WARN} if each.mark else {},
                    {0: self._signs[bool(each.mark) or each.key in marked]},
                )
                for each, text in zip(papers, texts, strict=True)
            ]
        )
        heights = [1 + text.count("\n") for text in texts]
        for row, height in enumerate(heights):
            self._table.verticalHeader().resizeSection(row, ROW_HEIGHT * height)
        self._table.setFixedHeight(ROW_HEIGHT * min(self._lines, max(1, sum(heights))) + 4)
        if papers:
            self._table.selectRow(min(at, len(papers) - 1))

    def set_focus(self) -> None:
        """The keys act here now."""
        self._table.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take Space and letters.

        No letter goes on to the table: its own search would jump to another paper, and the next Space would mark that one.
        """
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        at, is_letter = self._table.currentIndex().row(), event.text().isalnum()
        if event.key() == Qt.Key.Key_Space:
            if 0 <= at < len(self._keys):
                self.asked.emit(self._keys[at])
                return True
        elif is_letter and 0 <= at < len(self._keys):
            key = event.key()
            self.lettered.emit(self._keys[at], chr(key) if key < _NO_LETTER else "")
        return is_letter
