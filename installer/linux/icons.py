"""The program's icon as PNG, for menus that draw no SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def icon_png(svg: Path, size: int) -> bytes:
    """An SVG drawn on a transparent square of so many pixels.

    Raises:
        ValueError: the file is no SVG.
    """
    drawing = QSvgRenderer(str(svg))
    if not drawing.isValid():
        raise ValueError(f"no SVG: {svg.name}")
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6's own types know only the format as bytes
    return bytes(buffer.data().data())
