"""A text of the help to read, in the colours of the theme that is worn now. Nothing can be written into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from kt1desk.desktop.help.screen_text import sheet
from kt1desk.desktop.look.theme import active_theme

_INDENT = 24
_BESIDE_PICTURES = 36


class Reading(QTextBrowser):
    """A text that is scrolled by the keyboard."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, html: str) -> None:
        """Show a text from its beginning."""
        document = self.document()
        document.setIndentWidth(_INDENT)
        document.setDefaultStyleSheet(sheet(active_theme()))
        self.setHtml(html)

    def room(self) -> int:
        """How wide a picture may be, in pixels."""
        return self.viewport().width() - _BESIDE_PICTURES
