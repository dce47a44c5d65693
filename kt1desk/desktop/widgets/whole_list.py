"""List that never shows half a row, as the tables do."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget, QWidget


class WholeRowsList(QListWidget):
    """A list of lines of one height: what is left over below the last whole one stays empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitting = False

    def updateGeometries(self) -> None:
        """Cut the viewport down to whole rows."""
        if self._fitting:
            return
        self._fitting = True
        super().updateGeometries()
        height, margins = self.sizeHintForRow(0), self.viewportMargins()
        rest = (self.viewport().height() + margins.bottom()) % height if height > 0 else 0
        if rest != margins.bottom():
            self.setViewportMargins(margins.left(), margins.top(), margins.right(), rest)
            super().updateGeometries()  # how far it can be scrolled
        self._fitting = False
