"""The inputs of the acts about the line: all of them stand in one form, those of the act at hand are in sight.

This module must not know what is done with what was typed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.line_act_side import Ui_LineActSide
from kt1desk.desktop.needs.machines import Choice as Known
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.widgets import Choice, NoteLabel, Role

REASON, DAY = "reason", "day"


class ActInputs(QObject):
    """The inputs by name. `changed(name)`: by the hand of who sits there."""

    changed = Signal(str)

    def __init__(self, ui: Ui_LineActSide, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bars = (ui.reason, ui.more_reasons)
        self._fields = {
            "approval": ui.approval,
            DAY: ui.day,
            "folder": ui.folder,
            "line_file": ui.line_file,
            "code": ui.code,
            "desk_file": ui.desk_file,
        }
        for name, each in self._fields.items():
            each.attach_note(self._note(name))
            each.textEdited.connect(lambda _, name=name: self.changed.emit(name))
        for bar in self._bars:
            bar.chosen.connect(self._choose)

    def show(self, names: Sequence[str], values: Mapping[str, str]) -> None:
        """Exactly these inputs, with what stands in them at first."""
        for name in (*self._fields, REASON):
            for part in (self.widget(name), self._label(name), self._note(name)):
                part.setVisible(name in names)
            self._note(name).show_note("")
        self._ui.more_reasons.setVisible(REASON in names)
        for name, each in self._fields.items():
            each.setText(values.get(name, ""))
            each.show_idle()

    def offer(self, reasons: Sequence[Known]) -> None:
        """The reasons, none chosen, on two lines: the column is too narrow for all of them side by side."""
        choices = [Choice(each.key, each.text, str(at)) for at, each in enumerate(reasons, 1)]
        first = (len(choices) + 1) // 2
        for bar, part in zip(self._bars, (choices[:first], choices[first:]), strict=True):
            bar.set_choices(part)
            bar.set_value(None)

    def choose_by_key(self, key: str) -> bool:
        """Choose the reason of that number, on whichever line it stands; False where there is none."""
        return any(bar.choose_by_key(key) for bar in self._bars)

    def value(self, name: str) -> str:
        """What was typed or chosen; a day as ISO text, "" for what is no day."""
        if name == REASON:
            return next((chosen for bar in self._bars if (chosen := bar.value())), "")
        text = self.typed(name)
        if name == DAY:
            found = read_day(text)
            return found.isoformat() if found is not None else ""
        return text

    def typed(self, name: str) -> str:
        """What stands in a field."""
        return self._fields[name].text().strip()

    def lack(self, name: str, sentence: str) -> None:
        """Say what is wrong, there; it takes the keys."""
        if name in self._fields:
            self._fields[name].show_error(sentence)
            self._fields[name].selectAll()
        else:
            self._note(name).show_note(sentence, Role.ERROR)
        self.widget(name).setFocus(Qt.FocusReason.TabFocusReason)

    def settle(self, name: str) -> None:
        """Nothing is wrong there any more."""
        if name in self._fields:
            self._fields[name].show_idle()
        self._note(name).show_note("")

    def clear(self) -> None:
        """Nothing that was typed stays."""
        for each in self._fields.values():
            each.clear()

    def widget(self, name: str) -> QWidget:
        """The input itself."""
        return self._ui.reason if name == REASON else self._fields[name]

    def _choose(self, reason: str) -> None:
        for bar in self._bars:
            bar.set_value(reason if reason in {each.value for each in bar.choices()} else None)
        self.changed.emit(REASON)

    def _label(self, name: str) -> QLabel:
        label: QLabel = getattr(self._ui, f"{name}_label")
        return label

    def _note(self, name: str) -> NoteLabel:
        note: NoteLabel = getattr(self._ui, f"{name}_note")
        return note
