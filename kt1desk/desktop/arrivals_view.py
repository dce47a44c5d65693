"""The list of what just arrived from the scanners: newest on top, and what to do about the one that is chosen.

Looks only while it is in front: whatever goes to another field, a dialog or the curtain is not looked at, and all is forgotten
when the list is left. This module must not know how a scanner is read.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.scanning.arrival_words import COLUMNS, advice, row
from kt1desk.desktop.scanning.arrivals import Arrivals, Told
from kt1desk.desktop.widgets import NoteLabel, Role, WholeRowsTable

_KEPT = 10


class ArrivalsView(QObject):
    """Fills a table and the note below it.

    Args:
        page: what must have the keys.
        arrivals: what comes in; None where nothing can.
        table: shows the last ten.
        note: says what to do about the chosen one.
    """

    def __init__(
        self, page: QWidget, arrivals: Arrivals | None, table: WholeRowsTable, note: NoteLabel
    ) -> None:
        super().__init__(page)
        self._page = page
        self._arrivals = arrivals
        self._table = table
        self._note = note
        self._told: deque[Told] = deque(maxlen=_KEPT)
        self._model = table.show_rows(COLUMNS)
        table.set_empty_text("Chưa có mã nào: quét thử một mã")
        table.selectionModel().currentRowChanged.connect(lambda current, _: self._advise(current.row()))
        table.installEventFilter(self)
        if arrivals is not None:
            arrivals.came.connect(self._add)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list comes to the front, or goes."""
        if event.type() == QEvent.Type.Show and self._arrivals is not None:
            self._arrivals.watch(self._is_in_front)
        elif event.type() == QEvent.Type.Hide:
            self._leave()
        return super().eventFilter(watched, event)

    def _is_in_front(self) -> bool:
        """Whether the page has the keys; a window that is not active keeps in mind which of its widgets had them."""
        focus: QWidget | None = self._page.window().focusWidget()
        dialog: QWidget | None = QApplication.activeModalWidget()
        is_here = focus is not None and self._page.isAncestorOf(focus)
        return self._table.isVisible() and dialog is None and is_here

    def _add(self, told: Told) -> None:
        self._told.appendleft(told)
        self._model.set_rows([row(each, str(at)) for at, each in enumerate(self._told)])
        self._table.selectRow(0)
        self._advise(0)

    def _leave(self) -> None:
        if self._arrivals is not None:
            self._arrivals.leave()
        self._told.clear()
        self._model.set_rows([])
        self._note.show_note("")

    def _advise(self, at: int) -> None:
        text, role = advice(self._told[at]) if 0 <= at < len(self._told) else ("", Role.MUTED)
        self._note.show_note(text, role)
