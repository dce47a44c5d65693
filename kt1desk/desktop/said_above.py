"""The box above the right column of a page that accepts: that something is corrected, that something is entered later.

It must not know what is accepted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


class SaidAbove:
    """Two sentences in one label, which takes no room while neither is said."""

    def __init__(self, label: QLabel) -> None:
        self._label = label
        self._correcting = self._later = ""
        self._show()

    def say_correcting(self, sentence: str) -> None:
        """What is being corrected; "" for nothing."""
        self._correcting = sentence
        self._show()

    def say_later(self, words: str) -> None:
        """When it really came, and why it is entered later; "" for what comes now."""
        self._later = f"Nhập bù: {words}" if words else ""
        self._show()

    def _show(self) -> None:
        said = "\n".join(filter(None, (self._correcting, self._later)))
        self._label.setText(said)
        self._label.setVisible(bool(said))
