"""Names of catalogues are longer than any field or column: what is shown ends at a word, the whole stands elsewhere on the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from kt1desk.desktop.look.fonts import font
from kt1desk.desktop.widgets import WholeRowsTable

_CELL_PADDING = 26


def shortened(text: str, most: int) -> str:
    """At most so many characters, the last one an ellipsis where some are missing."""
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"


def fitted(table: WholeRowsTable, column: int, text: str) -> str:
    """What of a text a column has room for, as wide as it is now."""
    return within(table.columnWidth(column), text)


def within(column_px: int, text: str) -> str:
    """What of a text a cell of that width has room for."""
    room = column_px - _CELL_PADDING
    return QFontMetrics(font()).elidedText(text, Qt.TextElideMode.ElideRight, room)
