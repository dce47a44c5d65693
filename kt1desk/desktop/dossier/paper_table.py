"""The list of papers on the screen: a line for each, answered by single keys, and a heading for each case that the list tells apart.

Up and down go by lines, left and right by the four counts; digits count, Space says «as published». What an answer leads to is not known.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kt1desk.desktop.dossier.fitting import within
from kt1desk.desktop.dossier.paper_list import Kind, PaperList, as_published
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets import Column, Role, TableRow, WholeRowsTable
from kt1desk.domain.dossier import PaperLine, Presence

_KINDS = tuple(Kind)
_FIRST_COUNT = 1
_ANSWER = _FIRST_COUNT + len(_KINDS)
_COLUMNS = (
    Column("Giấy tờ"),
    Column("Chính", 66, right=True),
    Column("C.thực", 70, right=True),
    Column("Sao", 60, right=True),
    Column("Đ.tử", 62, right=True),
    Column("Trả lời", 106),
)
_ANSWERS = {
    Presence.BROUGHT: ("Có", Role.OK),
    Presence.NOT_NEEDED: ("Không cần", Role.MUTED),
    Presence.MISSING: ("Thiếu", Role.ERROR),
}
_UNANSWERED = ("Chưa xem", Role.WARN)
_HEADING = "case:"
_NO_PAPERS = "Danh mục công bố không nêu giấy tờ. Ctrl+N thêm từng giấy đã nhận."


class PaperTable(WholeRowsTable):
    """Shows a `PaperList` and answers it.

    `answered`: an answer changed. `moved`: another line is the current one. `all_wanted`: whatever has no answer is there.
    """

    answered = Signal()
    moved = Signal()
    all_wanted = Signal()

    def __init__(self, papers: PaperList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers = papers
        self._typing = False
        self.setObjectName("paper_table")
        self.setAccessibleName("Danh mục giấy tờ")
        self.set_empty_text(_NO_PAPERS)
        self._rows = self.show_rows(_COLUMNS)
        self.setItemDelegate(_CountDelegate(self))
        self.selectionModel().currentChanged.connect(self._moved)
        self._name_px = self.columnWidth(0)
        self.horizontalHeader().sectionResized.connect(self._fit)

    def refresh(self, key: str = "") -> None:
        """Draw the list anew; the current line stays, or becomes that of a key."""
        key, column = key or self.current_key(), max(self.currentIndex().column(), _FIRST_COUNT)
        rows = [_as_wide_as(self._name_px, row) for row in _lines(self._papers)]
        self._rows.set_rows(rows)
        self.clearSpans()
        for at, row in enumerate(rows):
            if row.ref.startswith(_HEADING):
                self.setSpan(at, 0, 1, len(_COLUMNS))
        at = next((i for i, row in enumerate(rows) if row.ref == key), _first_open(self._papers, rows))
        if rows:
            self.setCurrentIndex(self._rows.index(at, column))
        self.moved.emit()

    def current_key(self) -> str:
        """Key of the current paper, "" on a heading and where there is none."""
        ref = self._current_ref()
        return "" if ref.startswith(_HEADING) else ref

    def go_to_open(self) -> bool:
        """To the next paper without an answer, from the top again after the last; False where all have one."""
        waiting = set(self._papers.unanswered())
        count, now = self._rows.rowCount(), self.currentIndex().row()
        order = (*range(now + 1, count), *range(now + 1))
        at = next((row for row in order if row >= 0 and self._rows.row(row).ref in waiting), None)
        if at is None:
            return False
        self.setCurrentIndex(self._rows.index(at, _FIRST_COUNT))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answers by single keys; Enter and all else go on to the page."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = self._acts().get(Qt.Key(event.key())) if plain else None
        if act is not None and self._rows.rowCount():
            act()
        elif plain and event.text().isascii() and event.text().isdigit():
            self._digit(int(event.text()))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _acts(self) -> dict[Qt.Key, Callable[[], None]]:
        papers = self._papers
        return {
            Qt.Key.Key_Space: lambda: self._answer(papers.as_published, go_on=True),
            Qt.Key.Key_T: lambda: self._answer(lambda key: papers.mark(key, Presence.MISSING)),
            Qt.Key.Key_K: lambda: self._answer(lambda key: papers.mark(key, Presence.NOT_NEEDED), go_on=True),
            Qt.Key.Key_Delete: lambda: self._answer(papers.take_back),
            Qt.Key.Key_D: self.all_wanted.emit,
            Qt.Key.Key_G: self._only_this_case,
            Qt.Key.Key_Left: lambda: self._step(-1),
            Qt.Key.Key_Right: lambda: self._step(1),
        }

    def _answer(self, give: Callable[[str], None], *, go_on: bool = False) -> None:
        """Of the current paper. A missing one keeps the line: what to tell the applicant stands below the table."""
        key = self.current_key()
        if key:
            give(key)
            self._tell()
            if go_on:
                self.go_to_open()

    def _only_this_case(self) -> None:
        ref = self._current_ref()
        group = ref.removeprefix(_HEADING) if ref.startswith(_HEADING) else _group_of(self._papers, ref)
        if group:
            self._papers.only_group(group)
            self._tell()
            self.go_to_open()

    def _digit(self, digit: int) -> None:
        key, column = self.current_key(), self.currentIndex().column()
        if not key:
            return
        kind = _KINDS[max(column, _FIRST_COUNT) - _FIRST_COUNT]
        line = self._papers.answer(key)
        before = kind.of(line) if line is not None and self._typing else 0
        if self._papers.count(key, kind, before * 10 + digit):
            self._tell()
            self._typing = True

    def _step(self, by: int) -> None:
        at = min(max(self.currentIndex().column() + by, _FIRST_COUNT), _ANSWER - 1)
        self.setCurrentIndex(self._rows.index(self.currentIndex().row(), at))

    def _tell(self) -> None:
        self.refresh()
        self._typing = False
        self.answered.emit()

    def _fit(self, column: int, _before_px: int, now_px: int) -> None:
        """Show as much of each name as there is room for: a table out of sight gets its width only when it is shown.

        Qt tells before `columnWidth` knows.
        """
        if column == 0:
            self._name_px = now_px
            self.refresh()

    def _moved(self) -> None:
        self._typing = False
        self.moved.emit()

    def _current_ref(self) -> str:
        at = self.currentIndex().row()
        return self._rows.row(at).ref if 0 <= at < self._rows.rowCount() else ""


class _CountDelegate(QStyledItemDelegate):
    """Draws a frame around the count that digits go into."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The cell, and the frame where it is the current one."""
        super().paint(painter, option, index)
        table = self.parent()
        if not isinstance(table, PaperTable) or not table.hasFocus() or table.currentIndex() != index:
            return
        if _FIRST_COUNT <= index.column() < _ANSWER and table.current_key():
            rect: QRect = option.rect
            painter.save()
            painter.setPen(QPen(QColor(active_theme().accent), 2))
            painter.drawRect(rect.adjusted(2, 2, -2, -3))
            painter.restore()


def _as_wide_as(name_px: int, row: TableRow) -> TableRow:
    if row.ref.startswith(_HEADING):
        return row
    return TableRow(row.ref, (within(name_px, row.cells[0]), *row.cells[1:]), row.roles)


def _lines(papers: PaperList) -> list[TableRow]:
    rows, group = [], ""
    for paper in papers.listed():
        if paper.group and paper.group != group:
            rows.append(TableRow(f"{_HEADING}{paper.group}", _heading(paper.group), {0: Role.MUTED}))
        group = paper.group
        rows.append(_row(paper.key, paper.name, papers.answer(paper.key), as_published(paper)))
    return [*rows, *(_row(line.key, line.name, line) for line in papers.added())]


def _group_of(papers: PaperList, key: str) -> str:
    return next((paper.group for paper in papers.listed() if paper.key == key), "")


def _first_open(papers: PaperList, rows: list[TableRow]) -> int:
    waiting = set(papers.unanswered())
    return next((at for at, row in enumerate(rows) if row.ref in waiting), 0)


def _heading(group: str) -> tuple[str, ...]:
    return (f"Trường hợp: {_without_case(group)}", *("" for _ in _COLUMNS[1:]))


def _row(key: str, name: str, line: PaperLine | None, asked: PaperLine | None = None) -> TableRow:
    """A line without an answer shows what is asked for in brackets, where it will be counted."""
    if line is None:
        waiting = tuple(f"({kind.of(asked)})" if asked and kind.of(asked) else "" for kind in _KINDS)
        muted = dict.fromkeys(range(_FIRST_COUNT, _ANSWER), Role.MUTED)
        return TableRow(key, (name, *waiting, _UNANSWERED[0]), {**muted, _ANSWER: _UNANSWERED[1]})
    words, role = _ANSWERS[line.presence]
    counts = tuple(str(kind.of(line) or "") for kind in _KINDS)
    roles = {_ANSWER: role}
    if line.presence is Presence.NOT_NEEDED:
        roles[0] = Role.MUTED
    return TableRow(key, (name, *counts, words), roles)


def _without_case(group: str) -> str:
    """Many catalogues begin a case with the word itself."""
    word = "trường hợp"
    return group[len(word) :].lstrip(" :") if group.casefold().startswith(word) else group
