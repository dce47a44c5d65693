"""A table of a report on the screen: titles on as many lines as they need, numbers at the right, the total under a line.

Nobody scrolls sideways in a register: what has no room beside the other columns stands below its line, each with its title.

It is as high as its rows and is scrolled with the sheet that it stands on. It must not know what is counted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.look.fonts import BODY_PT, KEY_PT, NOTE_PT, font
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.reports.columns import PAD, widths
from kt1desk.desktop.widgets.painting import PaintedText, draw_texts
from kt1desk.domain.reporting.report import Kind, Table
from kt1desk.domain.reporting.written import cell_text

NO_ROWS = "Không có dòng nào trong kỳ."
_PAD_Y = 4
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft | _TOP, Qt.AlignmentFlag.AlignRight | _TOP
_HIGH = 10_000


class ReportTable(QWidget):
    """Paints a table; `fit` says how wide it may be."""

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        lines = (*table.rows, *((table.total,) if table.total else ()))
        kinds = [column.kind for column in table.columns]
        self._cells = [
            [cell_text(cell, kind) for cell, kind in zip(line, kinds, strict=False)] for line in lines
        ]
        self._fonts = (font(KEY_PT, QFont.Weight.Medium), font(BODY_PT), font(BODY_PT, QFont.Weight.DemiBold))
        self._widths: list[int] = []
        self._below: list[tuple[str, int]] = []
        self._tops: list[int] = [0]
        self.setAccessibleName(table.title or "Bảng")
        self.setAccessibleDescription(self._spoken())

    def fit(self, room: int) -> None:
        """Take this width, or what the columns need at least, and the height that the lines need then."""
        bold = QFontMetrics(self._fonts[2])
        self._widths = widths(self._table, self._cells, room, bold.horizontalAdvance)
        titles = [column.title for column in self._table.columns]
        head = self._height(titles, self._fonts[0])
        wide = max(sum(self._widths), 1)
        if len(self._widths) < len(titles):
            wide = max(wide, room)
        self._below = [self._rest(line, wide) for line in self._cells]
        lines = [
            self._height(line, self._font(at)) + self._below[at][1] for at, line in enumerate(self._cells)
        ]
        empty = [] if self._cells else [QFontMetrics(self._fonts[1]).height() + 2 * _PAD_Y]
        self._tops = list(accumulate((head, *lines, *empty), initial=0))
        self.setFixedSize(wide, self._tops[-1] + 1)

    def painted_texts(self) -> list[PaintedText]:
        """Those that are whole in sight."""
        seen = self.visibleRegion().boundingRect()
        return [each for each in self.texts() if seen.contains(each.rect)]

    def texts(self) -> list[PaintedText]:
        """All of them, in and out of sight, in the order of reading."""
        return [text for line in range(-1, len(self._tops) - 2) for text in self._line(line)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """The lines in sight, a rule below each."""
        theme, painter = active_theme(), QPainter(self)
        if self._tops[-1] > event.rect().top():
            first = max(0, bisect_right(self._tops, event.rect().top()) - 1)
            for at in range(first, len(self._tops) - 1):
                if self._tops[at] > event.rect().bottom():
                    break
                self._rule(painter, at, theme.field if self._is_edge(at) else theme.line)
                draw_texts(painter, list(self._line(at - 1)))
        painter.end()

    # --- inside --------------------------------------------------------------------------------------------------

    def _rule(self, painter: QPainter, at: int, colour: str) -> None:
        painter.fillRect(QRect(0, self._tops[at + 1] - 1, self.width(), 1), QColor(colour))

    def _is_edge(self, at: int) -> bool:
        """Below the titles, and above the total."""
        return at == 0 or (bool(self._table.total) and at == len(self._cells) - 1)

    def _font(self, line: int) -> QFont:
        is_total = bool(self._table.total) and line == len(self._cells) - 1
        return self._fonts[2 if is_total else 1]

    def _height(self, texts: Sequence[str], face: QFont) -> int:
        metrics = QFontMetrics(face)
        highest = metrics.height()
        for text, width in zip(texts, self._widths, strict=False):
            if metrics.horizontalAdvance(text) > width - 2 * PAD:
                box = QRect(0, 0, width - 2 * PAD, _HIGH)
                highest = max(highest, metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, text).height())
        return highest + 2 * _PAD_Y

    def _line(self, line: int) -> Iterator[PaintedText]:
        """The texts of a line, of the titles where it is -1, or what stands where there are no lines."""
        top, bottom = self._tops[line + 1 : line + 3]
        if line == len(self._cells):
            box = QRect(PAD, top + _PAD_Y, self.width() - 2 * PAD, bottom - top - 2 * _PAD_Y)
            yield PaintedText(NO_ROWS, self._fonts[1], box, "muted", _LEFT, wrap=True)
            return
        texts = [column.title for column in self._table.columns] if line < 0 else self._cells[line]
        face, ink = (self._fonts[0], "muted") if line < 0 else (self._font(line), "text")
        below, high = self._below[line] if line >= 0 else ("", 0)
        bottom -= high
        left = 0
        for column, text, width in zip(self._table.columns, texts, self._widths, strict=False):
            box = QRect(left + PAD, top + _PAD_Y, width - 2 * PAD, bottom - top - 2 * _PAD_Y)
            align = _LEFT if column.kind in {Kind.TEXT, Kind.DATE} else _RIGHT
            yield PaintedText(text, face, box, ink, align, wrap=True)
            left += width
        if below:
            box = QRect(PAD, bottom - _PAD_Y, self.width() - 2 * PAD, high)
            yield PaintedText(below, font(NOTE_PT), box, "muted", _LEFT, wrap=True)

    def _rest(self, line: Sequence[str], wide: int) -> tuple[str, int]:
        """What stands below a line, and the height that it takes."""
        hidden = zip(self._table.columns[len(self._widths) :], line[len(self._widths) :], strict=False)
        text = " · ".join(f"{column.title}: {cell}" for column, cell in hidden if cell.strip("–"))
        if not text:
            return "", 0
        box = QRect(0, 0, wide - 2 * PAD, _HIGH)
        return text, QFontMetrics(font(NOTE_PT)).boundingRect(box, Qt.TextFlag.TextWordWrap, text).height()

    def _spoken(self) -> str:
        """For whoever hears the screen: every line with the titles of its cells."""
        titles = [column.title for column in self._table.columns]
        said = (
            "; ".join(f"{title}: {text}" for title, text in zip(titles, line, strict=False))
            for line in self._cells
        )
        return "\n".join(said)
