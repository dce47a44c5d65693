"""What leaves the program by the clipboard: nothing of a page, and what was copied elsewhere is gone when the screen is covered.

Windows keeps a history of the clipboard and may send it to other machines, and every program can read it. Pages show items, parties and
persons, some of them masked; so nothing is copied out of a page, whatever it shows: no text of a field, no cell of a list. Pasting into a
page works. What a clerk copies from the search field is marked for the history to leave out, and taken back when nobody looks on.

This module must not know what a page shows.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QClipboard, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.navigation import Page

_OUT = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut)
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
UNWATCHED = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): b"\0\0\0\0",
    _WINDOWS.format("CanIncludeInClipboardHistory"): b"\0\0\0\0",
    _WINDOWS.format("CanUploadToCloudClipboard"): b"\0\0\0\0",
}
"""Formats by which Windows leaves a text out of its history and its cloud (learn.microsoft.com, «Clipboard Formats»)."""
_BOARDS = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class ClipboardGuard(QObject):
    """Watches the application's keys and the clipboard."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._clipboard = app.clipboard()
        # Queued: the clipboard is not to be changed while it tells of a change.
        self._clipboard.changed.connect(self._changed, Qt.ConnectionType.QueuedConnection)
        app.installEventFilter(self)

    def clear(self) -> None:
        """Take back what this program put there; what another one did stays."""
        for board in _BOARDS:
            if self._owns(board):
                self._clipboard.clear(board)

    def end(self) -> None:
        """Watch no more, and leave nothing behind."""
        self._app.removeEventFilter(self)
        self._clipboard.changed.disconnect(self._changed)
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that copy, and the menu that offers it, from everything on a page."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return any(event.matches(key) for key in _OUT) and _is_of_page(watched)
        return event.type() == QEvent.Type.ContextMenu and _is_of_page(watched)

    def _changed(self, board: QClipboard.Mode) -> None:
        """X11 takes over what the mouse marks; and whatever way to copy there may be, nothing of a page stays there."""
        if not self._owns(board):
            return
        if _is_of_page(self._app.focusWidget()):
            self._clipboard.clear(board)
        elif board == QClipboard.Mode.Clipboard and not self._is_marked():
            self._mark()

    def _owns(self, board: QClipboard.Mode) -> bool:
        if board == QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return board == QClipboard.Mode.Clipboard and self._clipboard.ownsClipboard()

    def _is_marked(self) -> bool:
        held = self._clipboard.mimeData()
        return not held.hasText() or held.hasFormat(next(iter(UNWATCHED)))

    def _mark(self) -> None:
        marked = QMimeData()
        marked.setText(self._clipboard.text())
        for name, value in UNWATCHED.items():
            marked.setData(name, value)
        self._clipboard.setMimeData(marked)


def _is_of_page(watched: QObject | None) -> bool:
    at = watched if isinstance(watched, QWidget) else None
    while at is not None:
        if isinstance(at, Page):
            return True
        at = at.parentWidget()
    return False
