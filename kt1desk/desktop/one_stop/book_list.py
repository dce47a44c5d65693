"""The lists of «Kết quả»: authorities, then a book with its newest line first, or what its authority has not given yet.

A line that is taken is put above the others; nothing else is drawn anew. It must not know what is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_results import BookView, ExpectedLine, GivingAuthority
from kt1desk.desktop.one_stop.rows import (
    EXPECTED_COLUMNS,
    GIVER_COLUMNS,
    TAKEN_COLUMNS,
    expected_row,
    giver_rows,
    results_words,
    taken_row,
)
from kt1desk.desktop.widgets import TableRow
from kt1desk.services.case_rows import TakenResult

_NOTHING = "Không có dòng nào."
_NO_GIVER = "Không có cơ quan nào như vậy. Sửa chữ đã gõ, hoặc Esc để xem tất cả."
_SCAN = "Quét nhãn kết quả; không có máy quét: Ctrl+K, gõ số rồi Enter."
_SURPLUS = "ngoài danh sách"


class Shown(Enum):
    """What stands in the table."""

    GIVERS = "givers"
    TAKEN = "taken"
    MISSING = "missing"


class BookList(QObject):
    """Shows one of the three. `marked`: Space was pressed on a line."""

    marked = Signal()

    def __init__(self, card: ListCard) -> None:
        super().__init__(card)
        self._card = card
        self.kinds: tuple[Choice, ...] = ()
        self.shown = Shown.GIVERS
        self._book: BookView | None = None
        self._lines: list[TakenResult] = []
        self._missing: list[ExpectedLine] = []
        self._surplus: set[str] = set()
        self._not_given: set[str] = set()
        self._model = card.table.show_rows(GIVER_COLUMNS)
        card.table.installEventFilter(self)

    def show_givers(self, givers: Sequence[GivingAuthority], total: int) -> None:
        """Which authority is it? Those that were looked for, of so many."""
        here = self._book.authority if self._book is not None else self.current()
        self.shown, self._book = Shown.GIVERS, None
        self._surplus.clear()
        self._not_given.clear()
        self._card.table.set_empty_text(_NO_GIVER if total else _NOTHING)
        self._model = self._card.table.show_rows(GIVER_COLUMNS, giver_rows(givers))
        of_all = f" / {count(total)}" if len(givers) < total else ""
        self._card.say(f"{count(len(givers))}{of_all} cơ quan", "Nhận kết quả từ cơ quan")
        self._go_to(here)

    def show_book(self, book: BookView) -> None:
        """A book as it was read."""
        self._book = book
        self._lines = [line for line in reversed(book.lines) if line.item not in book.back]
        taken = {line.dossier for line in self._lines}
        self._missing = [line for line in book.missing if line.dossier not in taken]
        self._not_given &= {line.dossier for line in self._missing}
        self._surplus &= {line.item for line in self._lines}
        self.turn_to(self.shown if self.shown is not Shown.GIVERS else Shown.TAKEN)

    def turn_to(self, shown: Shown) -> None:
        """Show the other list of the book."""
        book = self._book
        if book is None:
            return
        here, self.shown = self.current(), shown
        self._card.table.set_empty_text(_SCAN if shown is Shown.TAKEN else _NOTHING)
        if shown is Shown.TAKEN:
            self._model = self._card.table.show_rows(TAKEN_COLUMNS, [self._row(line) for line in self._lines])
        else:
            self._model = self._card.table.show_rows(
                EXPECTED_COLUMNS, [self._expected(line) for line in self._missing]
            )
        self._say()
        self._go_to(here)

    def add(self, line: TakenResult) -> None:
        """One more was taken."""
        self._lines.insert(0, line)
        at = next((at for at, each in enumerate(self._missing) if each.dossier == line.dossier), None)
        if at is not None and line.dossier:
            del self._missing[at]
            self._not_given.discard(line.dossier)
            if self.shown is Shown.MISSING:
                self._model.take_out(at)
        if self.shown is Shown.TAKEN:
            self._model.put_first(self._row(line))
            self._card.table.selectRow(0)
            self._card.table.scrollToTop()
        self._say()

    def take_out(self, item: str) -> TakenResult | None:
        """One was given back."""
        at = next((at for at, each in enumerate(self._lines) if each.item == item), None)
        if at is None:
            return None
        line = self._lines.pop(at)
        self._surplus.discard(item)
        if self.shown is Shown.TAKEN:
            self._model.take_out(at)
        self._say()
        return line

    def current(self) -> str:
        """What the keys are at, "" for nothing."""
        at = self._card.table.currentIndex().row()
        return self._model.row(at).ref if 0 <= at < self._model.rowCount() else ""

    def taken(self) -> int:
        """How many are in the book."""
        return len(self._lines)

    def still_missing(self) -> int:
        """How many whose day has come were not given."""
        return len(self._missing)

    def differs(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What was marked: numbers on the authority's list that were not given, covers that are on no list."""
        missing = (each.official or each.dossier for each in self._missing if each.dossier in self._not_given)
        return tuple(missing), tuple(line.item for line in self._lines if line.item in self._surplus)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space marks a line."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        ref, at = self.current(), self._card.table.currentIndex().row()
        if event.key() != Qt.Key.Key_Space or not ref or self.shown is Shown.GIVERS:
            return False
        if self.shown is Shown.TAKEN:
            self._surplus ^= {ref}
            self._model.change_row(at, self._row(self._lines[at]))
        else:
            self._not_given ^= {ref}
            self._model.change_row(at, self._expected(self._missing[at]))
        self.marked.emit()
        return True

    def _row(self, line: TakenResult) -> TableRow:
        book = self._book
        names = {each.key: each.text for each in self.kinds}
        held = ", ".join(
            f"{names.get(kind, kind)} {count(pieces)}" if pieces > 1 else names.get(kind, kind)
            for kind, pieces in line.kinds
        )
        mark = _SURPLUS if line.item in self._surplus else ""
        return taken_row(line, held, book.offset_min if book is not None else 0, mark)

    def _expected(self, line: ExpectedLine) -> TableRow:
        today = self._book.today if self._book is not None else ""
        return expected_row(line, today, marked=line.dossier in self._not_given)

    def _say(self) -> None:
        """How many stand in the list, and which list it is."""
        if self._book is None:
            return
        if self.shown is Shown.TAKEN:
            self._card.say(results_words(len(self._lines)), f"Đã nhận từ {self._book.name}")
        else:
            self._card.say(f"{count(len(self._missing))} hồ sơ", "Đến hẹn, chưa thấy kết quả")

    def _go_to(self, ref: str) -> None:
        refs = [self._model.row(at).ref for at in range(self._model.rowCount())]
        if refs:
            self._card.table.selectRow(refs.index(ref) if ref in refs else 0)
