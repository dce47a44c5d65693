"""The inputs of the acts on users: all of them stand in one form, those of the act at hand are in sight.

This module must not know what is done with what was typed.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.users_act_side import Ui_UsersActSide
from kt1desk.desktop.needs.machines import Choice as Known
from kt1desk.desktop.widgets import Choice, NoteLabel, Role

NAME, USER, ROLES, WHY, PASSWORD, AGAIN, OWN = "name", "user", "roles", "why", "password", "again", "own"


class UsersInputs(QObject):
    """The inputs by name. `changed(name)`: by the hand of who sits there."""

    changed = Signal(str)

    def __init__(self, ui: Ui_UsersActSide, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bars = (ui.why, ui.more_whys)
        self._fields = {
            NAME: ui.name,
            USER: ui.user,
            PASSWORD: ui.password,
            AGAIN: ui.again,
            OWN: ui.own,
        }
        for name, each in self._fields.items():
            each.attach_note(self._note(name))
            each.textEdited.connect(lambda _, name=name: self.changed.emit(name))
        for bar in self._bars:
            bar.chosen.connect(self._choose)
        ui.roles.changed.connect(lambda: self.changed.emit(ROLES))

    def offer(self, roles: Sequence[Known], whys: Sequence[Known]) -> None:
        """What can be chosen; the column is too narrow for all reasons side by side."""
        self._ui.roles.offer([Choice(each.key, each.text, str(at)) for at, each in enumerate(roles, 1)])
        choices = [Choice(each.key, each.text, str(at)) for at, each in enumerate(whys, 1)]
        first = (len(choices) + 1) // 2
        for bar, part in zip(self._bars, (choices[:first], choices[first:]), strict=True):
            bar.set_choices(part)

    def show(self, names: Collection[str], roles: Collection[str]) -> None:
        """Exactly these inputs, empty but for the roles."""
        for name in (*self._fields, ROLES, WHY):
            for part in (self.widget(name), self._label(name), self._note(name)):
                part.setVisible(name in names)
            self._note(name).show_note("")
        self._ui.more_whys.setVisible(WHY in names)
        self.clear()
        self._ui.roles.set_values(roles)

    def text(self, name: str) -> str:
        """What was typed or chosen, for a password exactly as it was typed."""
        if name == WHY:
            return next((chosen for bar in self._bars if (chosen := bar.value())), "")
        if name == ROLES:
            return " ".join(self.roles())
        typed = self._fields[name].text()
        return typed if name in {PASSWORD, AGAIN, OWN} else typed.strip()

    def roles(self) -> tuple[str, ...]:
        """The roles that are chosen."""
        return tuple(self._ui.roles.values())

    def choose_by_key(self, key: str) -> bool:
        """Choose the reason of that number, on whichever line it stands; False where there is none."""
        return any(bar.choose_by_key(key) for bar in self._bars)

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
            each.show_idle()
        for bar in self._bars:
            bar.set_value(None)
        self._ui.roles.set_values(())

    def forget_passwords(self) -> None:
        """After a refusal no password is left that Enter could send again."""
        for name in (PASSWORD, AGAIN, OWN):
            self._fields[name].clear()

    def widget(self, name: str) -> QWidget:
        """The input itself."""
        choices: dict[str, QWidget] = {WHY: self._ui.why, ROLES: self._ui.roles}
        return choices.get(name) or self._fields[name]

    def _choose(self, why: str) -> None:
        for bar in self._bars:
            bar.set_value(why if why in {each.value for each in bar.choices()} else None)
        self.changed.emit(WHY)

    def _label(self, name: str) -> QLabel:
        label: QLabel = getattr(self._ui, f"{name}_label")
        return label

    def _note(self, name: str) -> NoteLabel:
        note: NoteLabel = getattr(self._ui, f"{name}_note")
        return note
