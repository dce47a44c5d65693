"""A text of the help to read, in the colours of the theme that is worn now. Nothing can be written into it.

A text that was made once is kept, laid out, with its pictures in the size in which they are shown: F1 must not read files and lay out
lines between the key and the picture when it has done so before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from kt1desk.desktop.help.screen_text import sheet
from kt1desk.desktop.look.theme import Theme, active_theme

_INDENT = 24
_BESIDE_PICTURES = 36
_KEPT = 8
"""So many texts stay made: with some pictures each, as much memory as one page of the desk."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a kept text was made for: another look, size or font needs another one."""

    name: str
    theme: Theme
    font: str
    width: int
    ratio: float


class Reading(QTextBrowser):
    """A text that is scrolled by the keyboard."""

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kept: dict[_Made, QTextDocument] = {}
        self._picture_width = 0
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, name: str, html: Callable[[int], str]) -> None:
        """Show a text from its beginning.

        Args:
            name: of what is shown; the same name is the same text.
            html: makes it, for pictures of so many pixels; asked only where the text is not kept.
        """
        made = _Made(name, active_theme(), self.font().toString(), self.room(), self.devicePixelRatioF())
        document = self._kept.pop(made, None) or self._make(html(made.width))
        self._kept[made] = document
        self._picture_width = made.width
        if document is not self.document():
            self.setDocument(document)
        self.verticalScrollBar().setValue(0)
        if len(self._kept) > _KEPT:
            self._kept.pop(next(iter(self._kept))).deleteLater()

    def room(self) -> int:
        """How wide a picture may be, in pixels; the same whether the text is so long that it is scrolled or not."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.contentsRect().width() - bar - _BESIDE_PICTURES

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture as wide as it is shown: a browser that narrows it by itself leaves out every so many a dot, and letters with it."""
        picture = (
            QImage(QUrl(name).toLocalFile())
            if kind == QTextDocument.ResourceType.ImageResource.value
            else QImage()
        )
        if picture.isNull():
            return super().loadResource(kind, name)
        sharpness = self.devicePixelRatioF()
        picture = picture.convertToFormat(QImage.Format.Format_RGB32)
        dots = round(min(self._picture_width, picture.width()) * sharpness)
        shown = picture.scaledToWidth(dots, Qt.TransformationMode.SmoothTransformation)
        shown.setDevicePixelRatio(sharpness)
        return shown

    def _make(self, html: str) -> QTextDocument:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.font())
        document.setIndentWidth(_INDENT)
        document.setDefaultStyleSheet(sheet(active_theme()))
        document.setHtml(html)
        return document
