"""What stands in place of a side that may not be worked at: the reason, and nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.widgets import IconLabel, Role, set_role

_WIDTH = 560


class BarredSide(QWidget):
    """An icon and a sentence in the middle."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence.setMinimumWidth(_WIDTH)
        self._sentence.setMaximumWidth(_WIDTH)
        set_role(self._sentence, Role.MUTED)
        body = QVBoxLayout(self)
        body.setSpacing(12)
        body.addStretch(1)
        body.addWidget(IconLabel(icon=Icon.LOCK, ink="muted", size=32), 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addStretch(2)

    def tell(self, sentence: str) -> None:
        """Why."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
