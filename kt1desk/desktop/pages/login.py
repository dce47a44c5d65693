"""The log-in: a user, a password, and nothing else on the screen.

The page must not know what opens the store; it hands over what was typed and says what came back. What was typed stays after a refusal.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.login import Ui_LoginPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.opening_words import Opening
from kt1desk.desktop.widgets.trial_stripe import mark_trial
from kt1desk.domain.errors import DeskError

if TYPE_CHECKING:  # named in annotations only: the log-in page is painted without them
    from kt1desk.desktop.needs import LoginNeeds
    from kt1desk.services.sessions import Session

_SECOND_MS = 1000
_DAMAGED = {"store.damaged", "store.key_or_damaged", "store.chain_broken", "key.file_damaged"}
"""What is said of a desk that a backup may mend."""
_TRAINING = "Đang mở bàn tập dùng ở một cửa sổ khác; lần đầu mất khoảng nửa phút."
_MENDING = "Có bản sao lưu thì bấm F8 để khôi phục; tệp hỏng vẫn được giữ lại bên cạnh."


class LoginPage(Page):
    """Asks who works here; `logged_in` carries the `Session`.

    `recovery_wanted`: nobody knows a password any more. `own_password_wanted(user, password)`: this one was given to him by somebody else.
    `restore_wanted`: the desk's file is damaged, and a backup is to take its place.
    """

    logged_in = Signal(object)
    recovery_wanted = Signal()
    own_password_wanted = Signal(str, str)
    restore_wanted = Signal()

    def __init__(self, needs: LoginNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._busy = self._is_damaged = False
        self._users_note = ""
        self._ui = Ui_LoginPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.user.attach_note(self._ui.user_note)
        self._ui.password.attach_note(self._ui.password_note)
        self._ui.problem.hide()
        self._ui.hint.hide()
        self._ui.trial.hide()
        self._training = _Training(self._ui, lambda said: jobs.run(needs.train, said, self.tell))
        self.setFocusProxy(self._ui.user)
        # Never on from the name to the desk: what stands in the password may be the one that was just refused.
        self._ui.user.returnPressed.connect(lambda: _ask_password(self._ui))
        self._ui.password.returnPressed.connect(self._log_in)
        self._ui.enter.clicked.connect(self._log_in)
        self._ui.user.textEdited.connect(self._forget_user)
        self._ui.password.textEdited.connect(self._forget_refusal)
        self._wait = _Wait(self, self._ui)
        self._opening = Opening(self, self._ui.password.show_idle)

    def entered(self, ref: str = "") -> None:
        """Read the users and the hint; focus on what is missing. `ref` is a user to begin with."""
        if ref:
            self._ui.user.setText(ref)
        self._jobs.run(self._needs.user_ids, self._show_users, self.tell)
        self._jobs.run(self._needs.hint, self._show_hint, self.tell)  # knows more people: comes later
        _start(self, self._ui)

    def take_over(self, user: str, password: str) -> None:
        """Let in who proved himself to the program before; without a password he is asked for it."""
        self._ui.user.setText(user)
        self._ui.password.setText(password)
        self._log_in()

    def step_back(self) -> bool:
        """From the password back to the user."""
        if self._ui.password.hasFocus():
            self._ui.user.setFocus()
            return True
        return False

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "từ tên sang mật khẩu; từ mật khẩu thì vào bàn"),
            PageKey("Esc", "về ô người dùng"),
            PageKey("F4", "quên mật khẩu: mở bằng mã khôi phục", self._ask_recovery),
            PageKey("F2", "tập dùng: bàn khác, số liệu đặt ra, không đụng tới bàn này", self._training.begin),
            PageKey(
                "F8",
                "khi tệp của bàn hỏng: khôi phục từ bản sao lưu",
                lambda: self.restore_wanted.emit() if self._is_damaged and not self._busy else None,
            ),
        )

    def _show_users(self, users: Sequence[str]) -> None:
        if len(users) == 1 and not self._ui.user.text():
            self._ui.user.setText(users[0])
            _start(self, self._ui)
        self._users_note = f"Người dùng của bàn: {', '.join(users)}" if users else ""
        self._forget_user()

    def _show_hint(self, hint: str) -> None:
        self._ui.hint.setText(hint)
        self._ui.hint.setVisible(bool(hint))
        mark_trial(self, self._ui.trial, bool(hint))  # only a desk with invented people tells a password
        self._training.offer(not hint)

    def _log_in(self) -> None:
        if self._busy or self._wait.is_on():
            return
        user, password = self._ui.user.text().strip(), self._ui.password.text()
        if not user or not password:
            _start(self, self._ui)
            return
        self._set_busy(True)
        self._ui.problem.hide()
        opening = self._opening.watching(lambda: self._needs.log_in(user, password))
        self._jobs.run(opening, self._let_in, self._refuse)

    def _ask_recovery(self) -> None:
        if not self._busy:
            self.recovery_wanted.emit()

    def _let_in(self, session: Session) -> None:
        self._opening.end()
        self._ui.password.clear()
        self._ui.password.show_idle()
        self.logged_in.emit(session)  # the desk opens meanwhile: the fields stay locked
        self._set_busy(False)

    def _refuse(self, error: DeskError) -> None:
        self._set_busy(False)
        if error.code == "login.password_given":
            self.own_password_wanted.emit(self._ui.user.text().strip().lower(), self._ui.password.text())
            return
        seconds = error.details.get("seconds", 0)
        if error.code == "login.wait" and isinstance(seconds, int):
            self._wait.begin(seconds)
        elif error.field == "user":
            self._ui.password.show_idle()
            self._ui.user.show_error(say(error))
            self._ui.user.setFocus()
        elif error.field == "password" or error.code == "login.wrong_password":
            self._ui.password.show_error(say(error))
            _ask_password(self._ui)
        else:
            self._ui.password.show_idle()
            self.tell(error)
            _ask_password(self._ui)

    def tell(self, error: DeskError) -> None:
        """Say what is wrong, also what ended the session before."""
        self._is_damaged = error.code in _DAMAGED
        self._ui.problem.setText(f"{say(error)} {_MENDING}" if self._is_damaged else say(error))
        self._ui.problem.show()

    def _forget_refusal(self) -> None:
        if not self._wait.is_on():
            self._ui.password.show_idle()

    def _forget_user(self) -> None:
        self._ui.user.show_idle(self._users_note)

    def _set_busy(self, busy: bool) -> None:
        """While a password is being checked nothing is written: a second try typed blindly must not stand in clear text."""
        self._busy = busy
        if not busy:
            self._opening.end()
        for field in (self._ui.user, self._ui.password):
            field.setReadOnly(busy)
        self._ui.enter.setEnabled(not busy)


class _Wait(QObject):
    """The seconds after too many wrong passwords: told beside the password, and nobody enters meanwhile."""

    def __init__(self, page: QWidget, ui: Ui_LoginPage) -> None:
        super().__init__(page)
        self._ui = ui
        self._left_s = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._count_down)

    def is_on(self) -> bool:
        """Whether seconds are left."""
        return self._left_s > 0

    def begin(self, seconds: int) -> None:
        """Wait at least one second."""
        self._left_s = max(seconds, 1)
        self._timer.start()
        self._show()

    def _show(self) -> None:
        self._ui.password.show_error(say(DeskError("login.wait", "password", seconds=self._left_s)))
        self._ui.enter.setEnabled(False)

    def _count_down(self) -> None:
        self._left_s -= 1
        if self.is_on():
            self._show()
            return
        self._timer.stop()
        self._ui.enter.setEnabled(True)
        self._ui.password.show_idle()
        _ask_password(self._ui)


class _Training:
    """The training desk in another window: offered by a real desk, begun once."""

    def __init__(self, ui: Ui_LoginPage, begin: Callable[[Callable[[object], None]], None]) -> None:
        self._begin, self._may = begin, False
        self._sign, self._told = ui.training, ui.password
        self.offer(False)

    def offer(self, may: bool, /) -> None:
        """Whether there is one to be begun."""
        self._may = may
        self._sign.setVisible(may)

    def begin(self) -> None:
        """The log-in stays; whoever learns finds the other window above it."""
        if self._may:
            self.offer(False)  # a second one would find the folder taken
            self._begin(lambda _: self._told.show_idle(_TRAINING))


def _start(page: LoginPage, ui: Ui_LoginPage) -> None:
    """Focus on what is missing; the page gives the keyboard there too when its window gets it later."""
    if ui.user.text().strip():
        page.setFocusProxy(ui.password)
        ui.password.setFocus()  # and selects nothing: it may be half typed while the window is completed
    else:
        page.setFocusProxy(ui.user)
        ui.user.setFocus()


def _ask_password(ui: Ui_LoginPage) -> None:
    ui.password.setFocus()
    ui.password.selectAll()
