"""The only thing a desk shows that could not be opened: why, and a way to close it. It must not know what was refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kt1desk.desktop.frame import TITLE

_WIDTH, _MARGIN = 560, 24
_CLOSE = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class RefusalWindow(QWidget):
    """A sentence and the button «Đóng», which Enter, Space and Esc press."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setObjectName("refusal")
        self.setProperty("kind", "page")
        self.setWindowTitle(TITLE)
        self.setFixedWidth(_WIDTH)
        told = QLabel(sentence)
        told.setTextFormat(Qt.TextFormat.PlainText)
        told.setWordWrap(True)
        close = QPushButton("Đóng")
        close.clicked.connect(self.close)
        body = QVBoxLayout(self)
        body.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        body.setSpacing(_MARGIN)
        body.addWidget(told)
        body.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Every key that closes a message elsewhere closes this one; the button itself knows only Space."""
        if event.key() in _CLOSE:
            self.close()
        else:
            super().keyPressEvent(event)
