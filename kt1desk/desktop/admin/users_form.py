"""The form of the acts on users: a new one, other roles, a password, and that somebody may log in no more.

What cannot be taken back is asked once more. This module must not know who may do an act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.admin.users_inputs import AGAIN, NAME, OWN, PASSWORD, ROLES, USER, WHY, UsersInputs
from kt1desk.desktop.forms.users_act_side import Ui_UsersActSide
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.machines import Choice
from kt1desk.desktop.needs.users import Passwords, UserForm, UserLine
from kt1desk.domain.errors import DeskError

_LACKING = {
    NAME: "Gõ họ tên.",
    USER: "Gõ tên đăng nhập.",
    ROLES: "Chọn ít nhất một vai trò.",
    WHY: "Chọn vì sao thôi.",
    PASSWORD: "Gõ mật khẩu.",
    AGAIN: "Gõ lại mật khẩu.",
    OWN: "Gõ mật khẩu của chính mình.",
}
_MISMATCH = "Hai lần gõ không giống nhau. Gõ lại."
_GIVEN = "Lần đăng nhập đầu, người ấy tự đổi mật khẩu này."


class UserAct(Enum):
    """An act: its title, its inputs, and what is asked once more before it is done, "" for nothing."""

    ENROL = ("Người mới", (NAME, USER, ROLES, PASSWORD, AGAIN, OWN), "")
    CHANGE = ("Đổi vai trò", (ROLES,), "")
    RETURN = ("Cho làm lại", (ROLES,), "")
    GIVE = ("Đặt mật khẩu", (PASSWORD, AGAIN, OWN), "")
    REVOKE = (
        "Cho thôi",
        (WHY,),
        "F9 lần nữa để cho thôi: từ lúc này người ấy không đăng nhập được, mật khẩu bị hủy.",
    )

    def __init__(self, title: str, inputs: tuple[str, ...], sure: str) -> None:
        self.title = title
        self.inputs = inputs
        self.sure = sure


@dataclass(frozen=True)
class Typed:
    """What was typed for an act."""

    form: UserForm
    why: str
    passwords: Passwords = field(repr=False)


class UsersForm(QWidget):
    """`wanted(UserAct, Typed)`: everything is there. `left`: nothing is to be done."""

    wanted = Signal(object, object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act, self._user = UserAct.ENROL, ""
        self._sure = self._busy = False
        self._ui = ui = Ui_UsersActSide()
        ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._inputs = UsersInputs(ui, self)
        self._inputs.changed.connect(self._changed)
        steps = [self._step(name) for name in (NAME, USER, ROLES, WHY, PASSWORD, AGAIN, OWN)]
        self._way = EnterWay(self, steps)
        self._way.finished.connect(self.go_on)
        ui.do.clicked.connect(self.go_on)
        ui.back.clicked.connect(self.left)
        self._inputs.show((), ())  # what is out of sight takes no room either

    def offer(self, roles: Sequence[Choice], whys: Sequence[Choice]) -> None:
        """What can be chosen. Once."""
        self._inputs.offer(roles, whys)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The number of a reason that stands in the other line."""
        if WHY not in self._act.inputs or not self._inputs.choose_by_key(event.text()):
            super().keyPressEvent(event)

    def begin(self, act: UserAct, line: UserLine | None) -> None:
        """Ask for an act, on that user where it is on one."""
        self._act, self._user, self._busy = act, line.user if line else "", False
        self._ui.title.setText(act.title)
        says = f"{line.name} ({line.user})" if line else ""
        if PASSWORD in act.inputs:
            says = f"{says}. {_GIVEN}" if says else _GIVEN
        self._ui.says.setText(says)
        self._inputs.show(act.inputs, line.roles if line and ROLES in act.inputs else ())
        self._tell("")
        self._ask(sure=False)
        self._inputs.widget(act.inputs[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def go_on(self) -> None:
        """Say what lacks, ask once more where it cannot be taken back, then let it be done."""
        if self._busy or self._says_what_lacks():
            return
        if self._act.sure and not self._sure:
            self._ask(sure=True)
            return
        self._busy = True
        self._ask(sure=False)
        self._tell("")
        of = self._inputs.text
        form = UserForm(self._user or of(USER), of(NAME), self._inputs.roles())
        self.wanted.emit(self._act, Typed(form, of(WHY), Passwords(of(PASSWORD), of(OWN))))

    def refuse(self, error: DeskError) -> None:
        """It was not done: said at the input that is wrong, or below all of them."""
        self._busy = False
        self._inputs.forget_passwords()
        if error.field in self._act.inputs:
            self._lack(error.field, say(error))
        else:
            self._tell(say(error))

    def step_back(self) -> bool:
        """The question first; False where there is none, and the form is left."""
        if not self._sure:
            return False
        self._ask(sure=False)
        return True

    def forget(self) -> None:
        """Nothing that was typed stays."""
        self._inputs.clear()

    # --- inside --------------------------------------------------------------------------------------------------

    def _step(self, name: str) -> Step:
        widget = self._inputs.widget(name)
        return Step(widget, lambda: name in self._act.inputs and not self._inputs.text(name))

    def _says_what_lacks(self) -> bool:
        lacking = next((name for name in self._act.inputs if not self._inputs.text(name)), "")
        if lacking:
            self._lack(lacking, _LACKING[lacking])
        elif PASSWORD in self._act.inputs and self._inputs.text(PASSWORD) != self._inputs.text(AGAIN):
            self._lack(AGAIN, _MISMATCH)
        else:
            return False
        return True

    def _lack(self, name: str, sentence: str) -> None:
        self._ask(sure=False)
        self._inputs.lack(name, sentence)

    def _changed(self, name: str) -> None:
        """What was confirmed was something else."""
        self._inputs.settle(name)
        self._ask(sure=False)

    def _ask(self, *, sure: bool) -> None:
        self._sure = sure
        self._ui.sure.setText(self._act.sure)
        self._ui.sure.setVisible(sure)

    def _tell(self, sentence: str) -> None:
        self._ui.problem.setText(sentence)
        self._ui.problem.setVisible(bool(sentence))
