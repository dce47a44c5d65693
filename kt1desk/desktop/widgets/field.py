"""Fields: where a clerk types. A field shows whether it is still wanted, done or wrong, beside its cause, in words.

What the text means is not known here; a page asks a service and tells the field the outcome.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Property, QEvent, Qt
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kt1desk.desktop.look.icons import Icon, themed_icon
from kt1desk.desktop.widgets.labels import NoteLabel
from kt1desk.desktop.widgets.roles import Role, repolish

LABEL_WIDTH = 108
LABEL_GAP = 12
NOTE_GAP = 2
NOTE_INDENT = 2
QT_MAX_CHARS = 32767


class FieldState(StrEnum):
    """What a field says about its text."""

    IDLE = "idle"
    ERROR = "error"
    DONE = "done"


_STATE_ICON = {
    FieldState.DONE: (Icon.CHECK, "ok", "Đã đủ"),
    FieldState.ERROR: (Icon.ALERT_TRIANGLE, "danger", "Cần sửa"),
}


class FieldEdit(QLineEdit):
    """A line of text with a state, an icon inside and a note below.

    Properties for .ui files: `vietnamese_input` (False in fields for codes and numbers), `max_chars`, `field_state`,
    `big` (14 pt, for item numbers).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = FieldState.IDLE
        self._vietnamese = True
        self._note: NoteLabel | None = None
        self._leading: tuple[Icon, str] | None = None
        self._leading_action: QAction | None = None
        self._state_action: QAction | None = None
        self.inputRejected.connect(self._say_too_long)

    # --- what pages call ---------------------------------------------------------------------------------------

    def attach_note(self, note: NoteLabel) -> None:
        """The label under this field, where its sentences go."""
        self._note = note

    def set_leading_icon(self, icon: Icon, text: str) -> None:
        """An icon at the left edge that tells what the field is for; `text` is its name for screen readers."""
        self._leading = (icon, text)
        self._show_icons()

    def state(self) -> FieldState:
        """The state it shows."""
        return self._state

    def set_state(self, state: FieldState) -> None:
        """Show a state and leave the note as it is."""
        if state is self._state:
            return
        self._state = state
        self._show_icons()
        repolish(self)

    def show_error(self, sentence: str) -> None:
        """Red border, warning sign, and the sentence that says what to do. The text stays."""
        self._tell(FieldState.ERROR, sentence, Role.ERROR)

    def show_warning(self, sentence: str) -> None:
        """The field may stay as it is, but somebody should know."""
        self._tell(FieldState.IDLE, sentence, Role.WARN)

    def show_done(self, sentence: str = "", role: Role = Role.MUTED) -> None:
        """A tick inside, and what was found out below (an address, a check digit that is right)."""
        self._tell(FieldState.DONE, sentence, role)

    def show_idle(self, sentence: str = "") -> None:
        """Neither right nor wrong yet; the note may say what is wanted."""
        self._tell(FieldState.IDLE, sentence, Role.MUTED)

    def note_text(self) -> str:
        """The sentence under the field."""
        return self._note.text() if self._note else self.accessibleDescription()

    # --- Qt ----------------------------------------------------------------------------------------------------

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Refuse input methods where codes are typed.

        Telex turns "AA123456785VN" into "Â123456785VN". WA_InputMethodEnabled and ImhLatinOnly do nothing here:
        QLineEdit answers ImEnabled by itself, so the answer is what has to change.
        """
        if query == Qt.InputMethodQuery.ImEnabled and not self._vietnamese:
            return False
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)

    def changeEvent(self, event: QEvent) -> None:
        """Take the icons of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (self._leading or self._state_action):
            self._show_icons()

    # --- inside ------------------------------------------------------------------------------------------------

    def _tell(self, state: FieldState, sentence: str, role: Role) -> None:
        self.set_state(state)
        self.setAccessibleDescription(sentence)
        if self._note is not None:
            self._note.show_note(sentence, role)

    def _say_too_long(self) -> None:
        if len(self.text()) >= self.maxLength():
            self.show_warning(f"Ô này nhận tối đa {self.maxLength()} ký tự; phần thừa không được ghi vào.")

    def _show_icons(self) -> None:
        if self._leading is not None:
            icon, text = self._leading
            self._leading_action = self._put(
                self._leading_action,
                themed_icon(icon, "muted"),
                text,
                QLineEdit.ActionPosition.LeadingPosition,
            )
        if self._state not in _STATE_ICON:
            if self._state_action is not None:
                self._state_action.setVisible(False)
            return
        icon, ink, text = _STATE_ICON[self._state]
        # At the end that the text does not use, so that nothing moves when the state changes.
        right_aligned = bool(self.alignment() & Qt.AlignmentFlag.AlignRight)
        position = (
            QLineEdit.ActionPosition.LeadingPosition
            if right_aligned
            else QLineEdit.ActionPosition.TrailingPosition
        )
        self._state_action = self._put(self._state_action, themed_icon(icon, ink), text, position)

    def _put(
        self, action: QAction | None, icon: QIcon, text: str, position: QLineEdit.ActionPosition
    ) -> QAction:
        if action is None:
            action = QAction(icon, text, self)
            self.addAction(action, position)
        action.setIcon(icon)
        action.setText(text)  # without a text Qt offers screen readers a nameless button
        action.setVisible(True)
        return action

    def _get_vietnamese(self) -> bool:
        return self._vietnamese

    def _set_vietnamese(self, wanted: bool) -> None:
        self._vietnamese = wanted
        self.updateMicroFocus()

    def _get_max_chars(self) -> int:
        return self.maxLength()

    def _set_max_chars(self, chars: int) -> None:
        self.setMaxLength(chars if chars > 0 else QT_MAX_CHARS)

    def _get_state(self) -> str:
        return self._state.value

    def _set_state(self, state: str) -> None:
        self.set_state(FieldState(state))

    def _get_big(self) -> bool:
        return bool(self._big)

    def _set_big(self, big: bool) -> None:
        self._big = big
        self.setFixedHeight(36)
        repolish(self)

    _big = False
    vietnamese_input = Property(bool, _get_vietnamese, _set_vietnamese)
    max_chars = Property(int, _get_max_chars, _set_max_chars)
    field_state = Property(str, _get_state, _set_state)
    big = Property(bool, _get_big, _set_big)


class FieldRow(QWidget):
    """Label, field and the note under it: one row of a form, 60 px high with the gap that follows.

    The label is the field's name for screen readers unless it has one already.
    """

    def __init__(self, label: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = QLabel(label, self)
        self.label.setFixedWidth(LABEL_WIDTH)
        self.label.setBuddy(field)
        self.field = field
        self.note = NoteLabel(self)
        self.note.setContentsMargins(NOTE_INDENT, 0, 0, 0)
        if not field.accessibleName():
            field.setAccessibleName(label.replace("&", ""))
        if isinstance(field, FieldEdit):
            field.attach_note(self.note)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LABEL_GAP)
        self._grid.setVerticalSpacing(NOTE_GAP)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.label, 0, 0)
        self._grid.addWidget(field, 0, 1)
        self._grid.addWidget(self.note, 1, 1)

    def set_side(self, widget: QWidget) -> None:
        """Put something at the right of the field: a unit, what the scale says."""
        self._grid.addWidget(widget, 0, 2)
        self._grid.addWidget(self.note, 1, 1, 1, 2)
