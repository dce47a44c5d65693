"""Pieces of paper on the screen, the newest right below the slot it came out of. It knows pictures, not printers."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QSize, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kt1desk.desktop.look.theme import LIGHT
from kt1desk.simprinter.picture import Picture

_PX_PER_MM = 4.1
_FEED_MS = 450
_MOST_SHOWN = 30
_WHITE, _BLACK = 0xFFFFFFFF, 0xFF101418


def image_of(picture: Picture) -> QImage:
    """The dots as they are, black on white."""
    size = (picture.width_dots, picture.height_dots, picture.row_bytes)
    image = QImage(picture.bits, *size, QImage.Format.Format_Mono)
    image.setColorTable([_WHITE, _BLACK])
    return image.convertToFormat(QImage.Format.Format_RGB32)


class PaperView(QWidget):
    """One piece of paper; `feed` lets it slide out from above."""

    def __init__(self, picture: Picture, dots_per_mm: int) -> None:
        super().__init__()
        image = image_of(picture)
        width = max(1, round(picture.width_dots / dots_per_mm * _PX_PER_MM))
        smooth = Qt.TransformationMode.SmoothTransformation
        self._image = image.scaledToWidth(width, smooth)
        self._moving = QVariantAnimation(self)
        self._moving.setDuration(_FEED_MS)
        self._moving.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._moving.valueChanged.connect(self.setFixedHeight)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:  # noqa: N802  Qt's name
        """The paper with the line around it."""
        return self._image.size() + QSize(2, 2)

    def feed(self) -> None:
        """Come out of the slot."""
        self._moving.setStartValue(1)
        self._moving.setEndValue(self.sizeHint().height())
        self._moving.start()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  Qt's name
        """Its lower end came out first."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.line))
        painter.fillRect(self.rect().adjusted(1, 0, -1, -1), QColor(LIGHT.surface))
        painter.drawImage(1, self.height() - 1 - self._image.height(), self._image)


class PaperStack(QScrollArea):
    """All pieces, the newest on top; very old ones are thrown away."""

    def __init__(self, dots_per_mm: int) -> None:
        super().__init__()
        self._dots_per_mm = dots_per_mm
        self._number = 0
        self._shown: list[tuple[PaperView, QLabel]] = []
        self._empty = QLabel("Chưa in tờ nào.\nGiấy ra khỏi máy sẽ hiện ở đây.")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._empty.setContentsMargins(0, 40, 0, 0)
        self._empty.setStyleSheet(f"color: {LIGHT.muted};")
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(8, 0, 0, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self._empty)
        self._column.addStretch()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # papers must not jump when it comes
        self.setAccessibleName("Giấy đã in")

    def add(self, picture: Picture) -> None:
        """A new piece comes out."""
        self._empty.hide()
        self._number += 1
        view, caption = PaperView(picture, self._dots_per_mm), QLabel(self._caption(picture))
        view.setAccessibleName(caption.text())
        colour = LIGHT.muted if picture.is_whole else LIGHT.danger
        caption.setStyleSheet(f"color: {colour}; font-size: 9pt; padding-bottom: 10px;")
        for at, part in enumerate((view, caption)):
            self._column.insertWidget(at, part, 0, Qt.AlignmentFlag.AlignHCenter)
        self._shown.insert(0, (view, caption))
        for old in self._shown[_MOST_SHOWN:]:
            for part in old:
                self._column.removeWidget(part)
                part.deleteLater()
        del self._shown[_MOST_SHOWN:]
        self.verticalScrollBar().setValue(0)
        view.feed()

    def _caption(self, picture: Picture) -> str:
        size = (round(picture.width_dots / self._dots_per_mm), round(picture.height_dots / self._dots_per_mm))
        torn = "" if picture.is_whole else " · tờ rách, in chưa hết"
        signs = f" · {picture.garbage} ký tự lạ" if picture.garbage else ""
        return f"Tờ {self._number} · {size[0]} × {size[1]} mm{torn}{signs}"
