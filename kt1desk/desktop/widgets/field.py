"""Fields: where a clerk types. A field shows whether it is still wanted, done or wrong, beside its cause, in words.

What the text means is not known here; a page asks a service and tells the field the outcome.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Property, QEvent, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kt1desk.desktop.look.icons import Icon, themed_icon
from kt1desk.desktop.widgets.labels import NoteLabel
from kt1desk.desktop.widgets.roles import Role, repolish

LABEL_WIDTH = 108
LABEL_GAP = 12
NOTE_GAP = 2
NOTE_INDENT = 2
FIELD_HEIGHT = 36
QT_MAX_CHARS = 32767
_OF_EVERY_LINE = frozenset(
    {
        *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Insert),
    }
)
"""What Ctrl does to a line of text wherever there is one."""


class FieldState(StrEnum):
    """What a field says about its text."""

    IDLE = "idle"
    ERROR = "error"
    DONE = "done"


_STATE_ICON = {
    FieldState.DONE: (Icon.CHECK, "ok", "Đã đủ"),
    FieldState.ERROR: (Icon.ALERT_TRIANGLE, "danger", "Cần sửa"),
}


class _FieldIcons:
    """The two icons inside a field: what it is for, at the left, and its state, at the end that the text does not use."""

    def __init__(self, field: QLineEdit) -> None:
        self._field = field
        self._leading: tuple[Icon, str] | None = None
        self._leading_action: QAction | None = None
        self._state_action: QAction | None = None

    def lead(self, icon: Icon, text: str) -> None:
        """Show what the field is for."""
        self._leading = (icon, text)

    def any_shown(self) -> bool:
        """True if there is something to draw again in the colours of a new theme."""
        return self._leading is not None or self._state_action is not None

    def show(self, state: FieldState) -> None:
        """Draw both icons in the colours of the active theme."""
        if self._leading is not None:
            icon, text = self._leading
            at_left = QLineEdit.ActionPosition.LeadingPosition
            self._leading_action = self._put(self._leading_action, themed_icon(icon, "muted"), text, at_left)
        if state not in _STATE_ICON:
            if self._state_action is not None:
                self._state_action.setVisible(False)
            return
        icon, ink, text = _STATE_ICON[state]
        right_aligned = bool(self._field.alignment() & Qt.AlignmentFlag.AlignRight)
        # Where the text does not end, so that nothing moves when the state changes.
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
            action = QAction(icon, text, self._field)
            self._field.addAction(action, position)
        action.setIcon(icon)
        action.setText(text)  # without a text Qt offers screen readers a nameless button
        action.setVisible(True)
        return action


def _get_vietnamese(field: FieldEdit) -> bool:
    return field.wants_vietnamese


def _set_vietnamese(field: FieldEdit, wanted: bool) -> None:
    field.wants_vietnamese = wanted
    field.updateMicroFocus()


def _get_max_chars(field: FieldEdit) -> int:
    return field.maxLength()


def _set_max_chars(field: FieldEdit, chars: int) -> None:
    field.setMaxLength(chars if chars > 0 else QT_MAX_CHARS)


def _get_state(field: FieldEdit) -> str:
    return field.state().value


def _set_state(field: FieldEdit, state: str) -> None:
    field.set_state(FieldState(state))


def _get_big(field: FieldEdit) -> bool:
    return field.is_big


def _set_big(field: FieldEdit, big: bool) -> None:
    field.is_big = big
    field.setFixedHeight(FIELD_HEIGHT)
    repolish(field)


class FieldEdit(QLineEdit):
    """A line of text with a state, an icon inside and a note below.

    Properties for .ui files: `vietnamese_input` (False in fields for codes and numbers), `max_chars`, `field_state`,
    `big` (14 pt, for item numbers).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wants_vietnamese = True
        self.is_big = False
        self._state = FieldState.IDLE
        self._note: NoteLabel | None = None
        self._icons = _FieldIcons(self)
        self.inputRejected.connect(self._say_too_long)

    def attach_note(self, note: NoteLabel) -> None:
        """The label under this field, where its sentences go."""
        self._note = note

    def set_leading_icon(self, icon: Icon, text: str) -> None:
        """An icon at the left edge that tells what the field is for; `text` is its name for screen readers."""
        self._icons.lead(icon, text)
        self._icons.show(self._state)

    def state(self) -> FieldState:
        """The state it shows."""
        return self._state

    def set_state(self, state: FieldState) -> None:
        """Show a state and leave the note as it is."""
        if state is self._state:
            return
        self._state = state
        self._icons.show(state)
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

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: Any = None) -> Any:
        """Refuse input methods where codes are typed.

        Telex turns "AA123456785VN" into "Â123456785VN". WA_InputMethodEnabled and ImhLatinOnly do nothing here:
        QLineEdit answers ImEnabled by itself, so the answer is what has to change.
        """
        if query == Qt.InputMethodQuery.ImEnabled and not self.wants_vietnamese:
            return False
        if argument is None:
            return super().inputMethodQuery(query)
        return super().inputMethodQuery(query, argument)

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl and a letter to the page: under X11 Qt edits lines with Ctrl+E and Ctrl+U, and keys of pages would do nothing."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() not in _OF_EVERY_LINE
        ):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the icons of the new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._icons.any_shown():
            self._icons.show(self._state)

    def _tell(self, state: FieldState, sentence: str, role: Role) -> None:
        self.set_state(state)
        self.setAccessibleDescription(sentence)
        if self._note is not None:
            self._note.show_note(sentence, role)

    def _say_too_long(self) -> None:
        if len(self.text()) >= self.maxLength():
            self.show_warning(f"Ô này nhận tối đa {self.maxLength()} ký tự; phần thừa không được ghi vào.")

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
