"""Who signs for the authority: name and position, and what else stands beside them. It must not know what is signed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.delivery.full_words import show_refusal
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError

_LACKS = {
    "officer_name": "Gõ họ tên người ký bên cơ quan.",
    "officer_position": "Gõ chức vụ của người ấy.",
    "fee_reference": "Gõ số biên lai của cơ quan.",
}


class OfficerForm(QObject):
    """Inputs by their names in refusals. `finished`: Enter was pressed at the last; `typed`: something was typed."""

    finished = Signal()
    typed = Signal()

    def __init__(self, fields: Mapping[str, tuple[FieldEdit, NoteLabel]], owner: QWidget) -> None:
        super().__init__(owner)
        self._fields = dict(fields)
        for field, note in self._fields.values():
            field.attach_note(note)
        self._way = EnterWay(owner, [self._step(field) for field, _ in self._fields.values()])
        self._way.finished.connect(self.finished)

    def text(self, name: str) -> str:
        """What stands there; "" where it is out of sight."""
        field, _ = self._fields[name]
        return field.text().strip() if not field.isHidden() else ""

    def put(self, name: str, text: str) -> None:
        """Show this."""
        self._fields[name][0].setText(text)

    def start(self) -> None:
        """The first input that lacks something takes the keys."""
        self._way.start()

    def is_whole(self) -> bool:
        """Whether nothing lacks; else it is said at the first that does, and it takes the keys."""
        for name, (field, _) in self._fields.items():
            if not field.isHidden() and not field.text().strip():
                field.show_error(_LACKS[name])
                _go_to(field)
                return False
        return True

    def has_focus(self) -> bool:
        """Whether one of them has the keys."""
        return any(field.hasFocus() for field, _ in self._fields.values())

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none or is longer than the line there."""
        if error.field not in self._fields:
            return False
        field, note = self._fields[error.field]
        fits = show_refusal(field, note, say(error))
        _go_to(field)
        return fits

    def clear(self) -> None:
        """The next record is signed by somebody else, perhaps."""
        for field, _ in self._fields.values():
            field.clear()
            field.show_idle()

    def _step(self, field: FieldEdit) -> Step:
        field.textEdited.connect(lambda _: field.show_idle())
        field.textEdited.connect(lambda _: self.typed.emit())
        return Step(field, lambda: not field.text().strip())


def _go_to(field: FieldEdit) -> None:
    field.selectAll()
    field.setFocus(Qt.FocusReason.TabFocusReason)
