"""The gate for whoever was given a password by somebody else: he chooses his own before the desk opens.

The page must not know what opens the store.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.gate_card import Ui_GateCard
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Page, PageKey
from kt1desk.desktop.needs.passwords import OwnPasswordNeeds
from kt1desk.desktop.new_password import NewPassword
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.services.sessions import Session

_INTRO = "Mật khẩu vừa dùng do người khác đặt cho {user}. Đặt mật khẩu của riêng mình, chỉ mình biết; xong thì vào bàn ngay."
_OPENING = "Đang đổi mật khẩu và mở kho dữ liệu…"


class OwnPasswordPage(Page):
    """A new password, twice. `logged_in` carries the `Session`; `left` the user, back to the log-in."""

    logged_in = Signal(object)
    left = Signal(str)

    def __init__(
        self, needs: OwnPasswordNeeds, jobs: Jobs, given: tuple[str, str], parent: QWidget | None = None
    ) -> None:
        """``given`` is the user with the password that he was given, as typed at the log-in."""
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._given = given
        self._busy = False
        self._ui = Ui_GateCard()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._new = NewPassword(self)
        ui.room.addWidget(self._new)
        ui.title.setText("Đặt mật khẩu của riêng mình")
        ui.intro.setText(_INTRO.format(user=f"«{given[0]}»"))
        ui.back_says.setText("về đăng nhập")
        ui.problem.hide()
        ui.progress.hide()
        self._way = EnterWay(self, self._new.steps())
        self._way.finished.connect(self._go_on)
        self._new.edited.connect(ui.problem.hide)

    def entered(self, _ref: str = "") -> None:
        """Ask for the rules; the password comes first."""
        self._jobs.run(self._needs.policy, self._show_rules, self._refuse)
        self._way.start()

    def step_back(self) -> bool:
        """Back to the log-in; nothing was changed."""
        if not self._busy:
            self._new.clear()
            self.left.emit(self._given[0])
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "sang ô sau; ở ô cuối thì đổi mật khẩu và vào bàn"),
            PageKey("Esc", "về đăng nhập"),
        )

    def _show_rules(self, policy: PasswordPolicy) -> None:
        self._new.serve(policy, self._given[0])

    def _go_on(self) -> None:
        new = None if self._busy else self._new.value()
        if new is None:
            return
        self._set_busy(True)
        user, old = self._given
        self._jobs.run(lambda: self._needs.log_in_changing(user, old, new), self._let_in, self._refuse)

    def _let_in(self, session: Session) -> None:
        self._new.clear()
        self._given = (self._given[0], "")
        self.logged_in.emit(session)

    def _refuse(self, error: DeskError) -> None:
        self._set_busy(False)
        if error.field == "password":
            self._new.refuse(error)
            return
        self._ui.problem.setText(say(error))
        self._ui.problem.show()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._new.set_read_only(busy)
        self._ui.progress.setText(_OPENING if busy else "")
        self._ui.progress.setVisible(busy)
