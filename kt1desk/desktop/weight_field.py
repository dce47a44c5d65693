"""The weight: digits alone are written, Space is the decision on the cover, and a scale that stands still fills it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.widgets import FieldEdit

HINT = "Gam, số nguyên"
_ONLY_DIGITS = "Chỉ gõ số gam, ví dụ 340; chữ và dấu không được ghi vào."
_MAX_DIGITS = 6


class WeightField(QObject):
    """Looks after the field.

    `edited`: another weight. `weighed`: the scale filled it while it had the focus. `space_pressed`: the decision key.
    """

    edited = Signal()
    weighed = Signal()
    space_pressed = Signal()

    def __init__(self, field: FieldEdit) -> None:
        super().__init__(field)
        self._field = field
        field.textEdited.connect(self._clean)
        field.installEventFilter(self)

    def take(self, grams: int) -> None:
        """The scale stands still: fill an empty field; what was typed stays."""
        if not self._field.text():
            self._field.setText(str(grams))
            self._field.show_idle(HINT)
            self.edited.emit()
            if self._field.hasFocus():
                self.weighed.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space is no digit. Held down it decides once."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.space_pressed.emit()
        return True

    def _clean(self, text: str) -> None:
        digits = "".join(c for c in text if c.isascii() and c.isdigit())[:_MAX_DIGITS]
        if digits == text:
            self._field.show_idle(HINT)
        else:
            self._field.setText(digits)
            self._field.show_warning(_ONLY_DIGITS)
        self.edited.emit()
