"""Preview: the raster that will be printed, scaled down to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kt1desk.desktop.look.fonts import NOTE_PT, font
from kt1desk.desktop.look.theme import active_theme
from kt1desk.desktop.widgets.painting import CENTRE, PaintedText, draw_texts

FRAME = 4
"""White around the picture, logical px."""


class PreviewPane(QWidget):
    """Shows a picture on white paper, in every theme: paper is white.

    The picture is scaled once for each size, smoothly, to whole device pixels and put at whole device pixels: a bar
    code that is shifted by half a pixel turns grey.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._scaled = QImage()
        self._empty_text = ""
        self.setMinimumSize(120, 72)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName("Xem trước")

    def set_image(self, image: QImage, description: str) -> None:
        """Show a picture; the description says in words what is on it (its accessible name)."""
        self._image, self._scaled = image, QImage()
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def clear(self, text: str = "") -> None:
        """Show no picture, but a word why."""
        self._image, self._scaled, self._empty_text = QImage(), QImage(), text
        self.setAccessibleName(text or "Xem trước")
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The height follows from the picture's shape."""
        return not self._image.isNull()

    def heightForWidth(self, width: int) -> int:
        """Height at which the picture fills the width."""
        if self._image.isNull():
            return -1
        inner = width - 2 * FRAME
        return round(inner * self._image.height() / self._image.width()) + 2 * FRAME

    def sizeHint(self) -> QSize:
        """As wide as a card of the right column lets it be."""
        return QSize(296, self.heightForWidth(296) if not self._image.isNull() else 178)

    def painted_texts(self) -> list[PaintedText]:
        """The word that stands for a missing picture."""
        if not self._image.isNull() or not self._empty_text:
            return []
        inner = self.rect().adjusted(12, 8, -12, -8)
        return [PaintedText(self._empty_text, font(NOTE_PT), inner, "muted", CENTRE, wrap=True)]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, picture, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(active_theme().line)))
        if self._image.isNull():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            draw_texts(painter, self.painted_texts())
        else:
            scaled = self._fit()
            ratio = scaled.devicePixelRatio()
            size = scaled.deviceIndependentSize()
            left = round((self.width() - size.width()) / 2 * ratio) / ratio
            top = round((self.height() - size.height()) / 2 * ratio) / ratio
            paper = QRectF(left, top, size.width(), size.height()).adjusted(-FRAME, -FRAME, FRAME, FRAME)
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRoundedRect(paper.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.drawImage(QPointF(left, top), scaled)
        painter.end()

    def _fit(self) -> QImage:
        ratio = self.devicePixelRatioF()
        room = QRect(self.rect()).adjusted(FRAME, FRAME, -FRAME, -FRAME).size()
        wanted = self._image.size().scaled(
            QSize(int(room.width() * ratio), int(room.height() * ratio)), Qt.AspectRatioMode.KeepAspectRatio
        )
        if self._scaled.size() != wanted or self._scaled.devicePixelRatio() != ratio:
            grey = self._image.convertToFormat(QImage.Format.Format_RGB32)
            self._scaled = grey.scaled(
                wanted, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
