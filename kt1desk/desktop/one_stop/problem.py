"""The sentence that belongs to no input: below the cards of the right column. It must not know what went wrong."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from kt1desk.desktop.messages import say
from kt1desk.domain.errors import DeskError


class Problem:
    """One sentence, or none."""

    def __init__(self, label: QLabel) -> None:
        self._label = label
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say it; "" takes it away."""
        self._label.setText(sentence)
        self._label.setVisible(bool(sentence))

    def fail(self, error: DeskError) -> None:
        """Say why something was not done."""
        self.tell(say(error))
