"""The inputs for whoever took an item: what stands in them, and what is wrong with it. They must not know which item it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt

from kt1desk.desktop.delivery.full_words import show_note, show_refusal
from kt1desk.desktop.forms.delivery_result_side import Ui_ResultSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import FieldEdit, NoteLabel
from kt1desk.domain.errors import DeskError

NAMED = "named"
SHOW_PAPERS = "Đối chiếu giấy tờ, rồi bấm Dấu cách."
_LACKS = {
    "taker_name": "Gõ họ tên người nhận.",
    "taker_position": "Gõ chức vụ của người nhận.",
    "reference": "Gõ số danh sách và dòng, hoặc số giấy đã ký.",
    NAMED: SHOW_PAPERS,
}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the inputs of one item."""

    name: str = field(default="", repr=False)
    position: str = field(default="", repr=False)
    reference: str = ""
    named: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of one item: the position of an agency's person, and that it was the person named on the cover."""

    position: bool
    named: bool

    def lacking(self, typed: Typed) -> str:
        """The first input that lacks something, "" for none."""
        found = (
            ("taker_name", not typed.name.strip()),
            ("taker_position", self.position and not typed.position.strip()),
            (NAMED, self.named and not typed.named),
            ("reference", not typed.reference.strip()),
        )
        return next((name for name, lacks in found if lacks), "")


class TakerInputs:
    """Reads and fills the inputs."""

    def __init__(self, ui: Ui_ResultSide) -> None:
        self._ui = ui
        for name, each in self._fields().items():
            each.attach_note(self._note(name))
            each.textEdited.connect(lambda _, each=each: each.show_idle())
        ui.named.toggled.connect(lambda _: ui.named.set_wanted(False))

    def typed(self) -> Typed:
        """What stands there."""
        ui = self._ui
        return Typed(
            ui.taker_name.text(), ui.taker_position.text(), ui.reference.text(), ui.named.isChecked()
        )

    def put(self, typed: Typed, wanted: Wanted) -> None:
        """Show this; nothing is wrong with it yet."""
        ui = self._ui
        ui.taker_name.setText(typed.name)
        ui.taker_position.setText(typed.position)
        ui.reference.setText(typed.reference)
        ui.named.setChecked(typed.named)
        ui.named.set_wanted(False)
        for part in (ui.named, ui.named_note):
            part.setVisible(wanted.named)
        ui.named_note.show_note(SHOW_PAPERS if wanted.named else "")

    def explain(self, name: str, position: str, reference: str) -> None:
        """What stands below the inputs while nothing is wrong."""
        ui = self._ui
        for each, words in ((ui.taker_name, name), (ui.taker_position, position), (ui.reference, reference)):
            each.show_idle(words)

    def lack(self, name: str) -> None:
        """Say what is missing, there; it takes the keys."""
        self._say(name, _LACKS[name])

    def refuse(self, error: DeskError) -> bool:
        """Show a refusal at its input; False where it belongs to none of these, or is longer than the line there."""
        if error.field != NAMED and error.field not in self._fields():
            return False
        return self._say(error.field, say(error))

    def _say(self, name: str, sentence: str) -> bool:
        if name == NAMED:
            self._ui.named.set_wanted(True)
            self._ui.named.setFocus(Qt.FocusReason.TabFocusReason)
            return show_note(self._ui.named_note, sentence)
        found = self._fields()[name]
        fits = show_refusal(found, self._note(name), sentence)
        found.selectAll()
        found.setFocus(Qt.FocusReason.TabFocusReason)
        return fits

    def _note(self, name: str) -> NoteLabel:
        note: NoteLabel = getattr(self._ui, f"{name}_note")
        return note

    def _fields(self) -> Mapping[str, FieldEdit]:
        ui = self._ui
        return {
            "taker_name": ui.taker_name,
            "taker_position": ui.taker_position,
            "reference": ui.reference,
        }
