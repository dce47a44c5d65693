"""Status line: what is true now, in words, always visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kt1desk.desktop.look.icons import STATUS_SIZE, Icon
from kt1desk.desktop.widgets.labels import IconLabel, NoteLabel
from kt1desk.desktop.widgets.roles import TONE_INK, Role

STATUS_HEIGHT = 32
ICON_GAP = 8
PART_GAP = 12


@dataclass(frozen=True)
class StatusPart:
    """One thing the line tells. `part` names the place (`shift`, `link`, `label-printer`); a later one with that name replaces it."""

    part: str
    icon: Icon
    text: str
    role: Role = Role.MUTED


class StatusLine(QFrame):
    """Parts from left to right in the order they came first, the clock at the right end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS_HEIGHT)
        self.setAccessibleName("Dòng trạng thái")
        self._shown: dict[str, tuple[IconLabel, NoteLabel]] = {}
        self._clock = NoteLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(PART_GAP, 0, PART_GAP, 0)
        self._row.setSpacing(ICON_GAP)
        self._row.addStretch(1)
        self._row.addWidget(self._clock)

    def set_part(self, part: StatusPart) -> None:
        """Show a part, or change it in its place."""
        if part.part not in self._shown:
            self._shown[part.part] = self._append()
        icon, note = self._shown[part.part]
        ink = TONE_INK[part.role]
        icon.set_icon(part.icon, ink)
        note.show_note(part.text, part.role)

    def set_parts(self, parts: Sequence[StatusPart]) -> None:
        """Show exactly these parts."""
        for name in self._shown.keys() - {part.part for part in parts}:
            self.remove_part(name)
        for part in parts:
            self.set_part(part)

    def remove_part(self, part: str) -> None:
        """Show that part no longer; nothing happens if it is not shown."""
        for widget in self._shown.pop(part, ()):
            self._row.removeWidget(widget)
            widget.hide()  # deleted only when the event loop turns
            widget.deleteLater()

    def set_clock(self, text: str, role: Role = Role.MUTED) -> None:
        """Time and date at the right end."""
        self._clock.show_note(text, role)

    def texts(self) -> dict[str, str]:
        """Part → text, as shown."""
        return {part: note.text() for part, (_, note) in self._shown.items()}

    def _append(self) -> tuple[IconLabel, NoteLabel]:
        icon = IconLabel(self, size=STATUS_SIZE)
        note = NoteLabel(self)
        note.setContentsMargins(0, 0, PART_GAP, 0)
        at = 2 * (len(self._shown))
        self._row.insertWidget(at, icon)
        self._row.insertWidget(at + 1, note)
        return icon, note
