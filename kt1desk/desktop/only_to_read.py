"""What stands in the right column of a work at which whoever works here can do nothing: that it is only to be read, and why."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kt1desk.desktop.widgets import Role, set_role

_TITLE = "Chỉ xem"


class OnlyToRead(QWidget):
    """A title and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._sentence = QLabel(_TITLE, self), QLabel(self)
        self._sentence.setWordWrap(True)
        set_role(self._title, Role.H2)
        set_role(self._sentence, Role.MUTED)
        body = QVBoxLayout(self)
        body.setContentsMargins(16, 16, 16, 16)
        body.setSpacing(8)
        body.addWidget(self._title)
        body.addWidget(self._sentence)
        body.addStretch(1)

    def tell(self, sentence: str) -> None:
        """Why; nothing stands here without a reason."""
        self._title.setVisible(bool(sentence))
        self._sentence.setText(sentence)
