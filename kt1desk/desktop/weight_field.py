"""The weight: letters are never written, a comma is refused, Space decides on the cover, and a scale that stands still fills it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, FieldState
from kt1desk.domain.errors import DeskError

HINT = "Gam, số nguyên"
_ONLY_DIGITS = "Chỉ gõ số gam, ví dụ 340; chữ và dấu không được ghi vào."
NO_MARKS = "Chỉ gõ số gam, không dấu phẩy, dấu chấm"
_MAX_DIGITS = 6
_MARKS = ",."


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

    def grams(self) -> int:
        """What is weighed; 0 where nothing stands there, or what stands there is no whole number of grams."""
        text = self._field.text()
        return int(text) if text.isdigit() else 0

    def words(self, error: DeskError) -> str:
        """The sentence of a refusal: 12,5 is neither 12 nor 125 nor nothing, and that is said of it."""
        return NO_MARKS if error.field == "weight" and self._has_marks() else say(error)

    def enter(self) -> bool:
        """Enter was pressed: False where the weight is refused; it is marked then, so that the next digit replaces it."""
        if not self._field.text():
            return True
        if not self.grams():
            self._field.show_error(self.words(DeskError("item.weight_zero", "weight")))
        if self._field.state() is FieldState.ERROR:
            self._field.selectAll()
            return False
        return True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Space is no digit. Held down it decides once."""
        if not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Space:
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.space_pressed.emit()
        return True

    def _clean(self, text: str) -> None:
        kept = "".join(c for c in text if (c.isascii() and c.isdigit()) or c in _MARKS)[:_MAX_DIGITS]
        if kept != text:
            self._field.setText(kept)
        # A mark is kept: without it 12,5 would become 125 before anybody has read the sentence.
        if self._has_marks():
            self._field.show_error(NO_MARKS)
        elif kept != text:
            self._field.show_warning(_ONLY_DIGITS)
        else:
            self._field.show_idle(HINT)
        self.edited.emit()

    def _has_marks(self) -> bool:
        return any(mark in self._field.text() for mark in _MARKS)
