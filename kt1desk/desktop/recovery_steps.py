"""The first two steps of getting in by the printed code: the code, then whose password is set anew.

They say what was typed and show what was refused; their order is not known here.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.recovery_code import Ui_RecoveryCodeForm
from kt1desk.desktop.forms.recovery_person import Ui_RecoveryPersonForm
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.passwords import Recoverable
from kt1desk.desktop.new_password import NewPassword
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy

_CODE_HINT = "Năm nhóm năm chữ, số và một ký tự cuối; chữ hoa hay thường, có gạch nối hay không"
_PROVING = "Đang mở kho dữ liệu bằng mã…"


class CodeStep(QWidget):
    """The printed code. `done` carries it as typed."""

    done = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_RecoveryCodeForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.code.attach_note(ui.code_note)
        ui.code.show_idle(_CODE_HINT)
        ui.code.textEdited.connect(lambda _: ui.code.show_idle(_CODE_HINT))
        ui.code.returnPressed.connect(self._go_on)

    def start(self) -> None:
        """Bring the focus here."""
        self._ui.code.setFocus()

    def set_busy(self, busy: bool) -> None:
        """While the code is being tried nothing is typed."""
        self._ui.code.setReadOnly(busy)
        self._ui.code.show_idle(_PROVING if busy else _CODE_HINT)

    def refuse(self, error: DeskError) -> None:
        """Say beside the code what is wrong with it; it stays, to be compared with the paper."""
        self._ui.code.show_error(say(error))
        self.start()

    def clear(self) -> None:
        """Forget the code."""
        self._ui.code.clear()

    def _go_on(self) -> None:
        if self._ui.code.text().strip() and not self._ui.code.isReadOnly():
            self.done.emit(self._ui.code.text())


class PersonStep(QWidget):
    """Who, and his new password. `done` carries both."""

    done = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: Sequence[Recoverable] = ()
        self._policy = PasswordPolicy()
        self._ui = Ui_RecoveryPersonForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._new = NewPassword(self)
        ui.new_room.addWidget(self._new)
        ui.user.attach_note(ui.user_note)
        ui.user.textChanged.connect(lambda _: self._show_user())
        user = Step(ui.user, lambda: self._chosen() is None, self._is_known)
        self._way = EnterWay(self, (user, *self._new.steps()))
        self._way.finished.connect(self._go_on)

    def serve(self, policy: PasswordPolicy) -> None:
        """What his password must be like."""
        self._policy = policy
        self._show_user()

    def begin(self, people: Sequence[Recoverable]) -> None:
        """Whom the code is for; where it is one person alone he stands there already."""
        self._people = people
        self._ui.user.setText(people[0].user if len(people) == 1 else "")
        self._show_user()

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def set_busy(self, busy: bool) -> None:
        """While the password is being written nothing is typed."""
        self._ui.user.setReadOnly(busy)
        self._new.set_read_only(busy)

    def refuse(self, error: DeskError) -> bool:
        """Say beside the field what was refused; False where it is about neither."""
        if error.field == "password":
            self._new.refuse(error)
        elif error.field == "user":
            self._ui.user.show_error(say(error))
            self._ui.user.setFocus()
        else:
            return False
        return True

    def clear(self) -> None:
        """Forget the password."""
        self._new.clear()

    def _chosen(self) -> Recoverable | None:
        typed = self._ui.user.text().strip().lower()
        return next((each for each in self._people if each.user == typed), None)

    def _is_known(self) -> bool:
        if self._chosen() is None:
            self._ui.user.show_error(say(DeskError("key.recovery_for_others", "user")))
            return False
        return True

    def _show_user(self) -> None:
        chosen = self._chosen()
        self._new.serve(self._policy, chosen.user if chosen else "")
        if chosen:
            self._ui.user.show_done(chosen.name)
        else:
            self._ui.user.show_idle(
                f"Một trong: {', '.join(f'{each.user} ({each.name})' for each in self._people)}"
            )

    def _go_on(self) -> None:
        chosen = self._chosen()
        password = self._new.value() if chosen else None
        if chosen is not None and password is not None:
            self.done.emit(chosen.user, password)
