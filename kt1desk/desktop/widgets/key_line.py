"""One line of keys with what they do, which change with what is at hand; a sentence may stand in their place.

It must not know what they do.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from kt1desk.desktop.widgets.labels import KEY_CAP_HEIGHT, KeyCap, NoteLabel
from kt1desk.desktop.widgets.rail import Hint
from kt1desk.desktop.widgets.roles import Role, set_role

_SPACING = 6


class KeyLine(QWidget):
    """Keeps its height, so that nothing below it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(KEY_CAP_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_SPACING)
        self._note = NoteLabel(self)
        self._line.addWidget(self._note, 1)
        self._shown: tuple[Hint, ...] = ()
        self._parts: list[QLabel] = []

    def show_keys(self, hints: Sequence[Hint]) -> None:
        """These keys, and no sentence."""
        self._note.show_note("")
        if tuple(hints) == self._shown:
            return
        self._shown = tuple(hints)
        for part in self._parts:
            self._line.removeWidget(part)
            part.setParent(None)
            part.deleteLater()
        self._parts = []
        for hint in hints:
            cap, says = KeyCap(self, text=hint.key), QLabel(hint.text, self)
            set_role(says, Role.MUTED)
            self._parts += [cap, says]
        for at, part in enumerate(self._parts):
            self._line.insertWidget(at, part)
            part.show()

    def show_note(self, text: str, role: Role = Role.MUTED) -> None:
        """A sentence, and no keys."""
        self.show_keys(())
        self._note.show_note(text, role)

    def text(self) -> str:
        """What it says, keys and words in their order."""
        return self._note.text() or " ".join(part.text() for part in self._parts)
