"""A sentence in the right column that is only there while there is something to say. It must not know what."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


class Told:
    """Says something in a label, or hides it."""

    def __init__(self, label: QLabel) -> None:
        self._label = label
        self.say("")

    def say(self, sentence: str) -> None:
        """Say it; "" for nothing."""
        self._label.setText(sentence)
        self._label.setVisible(bool(sentence))

    def is_open(self, within: QWidget) -> bool:
        """Whether something is said now."""
        return self._label.isVisibleTo(within)
