"""What whoever manages users does, at the form in the right column; one act at a time.

This module must not know how a user or a password is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.admin.users_form import Typed, UserAct, UsersForm
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import PageKey
from kt1desk.desktop.needs.users import UserLine, UsersNeeds

_DONE = {
    UserAct.ENROL: "Đã thêm {user}.",
    UserAct.CHANGE: "Đã đổi vai trò của {user}.",
    UserAct.RETURN: "{user} lại làm ở bàn. Đặt mật khẩu cho người ấy (Ctrl+M).",
    UserAct.GIVE: "Đã đặt mật khẩu cho {user}.",
    UserAct.REVOKE: "Đã cho thôi {user}. Khi đăng xuất, máy đổi khóa cơ sở dữ liệu: khoảng {seconds} giây.",
}


class UsersActs(QObject):
    """The acts on the user at hand.

    Signals: `turned` when the form came or went, `left` when it went, `said` with a sentence, `done` with the user that was changed.
    """

    turned = Signal()
    left = Signal()
    said = Signal(str)
    done = Signal(str)

    def __init__(
        self,
        needs: UsersNeeds,
        jobs: Jobs,
        right: QStackedWidget,
        about: QWidget,
        current: Callable[[], UserLine | None],
    ) -> None:
        super().__init__(right)
        self._needs, self._right, self._about, self._current = needs, right, about, current
        self._form, self._doing = UsersForm(right), Doing(jobs, self)
        right.addWidget(self._form)
        self._form.offer(needs.roles(), needs.reasons())
        self._form.wanted.connect(self._do)
        self._form.left.connect(self._end)
        self._doing.refused.connect(self._form.refuse)

    def is_asking(self) -> bool:
        """Whether the form is in front."""
        return self._right.currentWidget() is self._form

    def keys(self, *, manages: bool) -> Sequence[PageKey]:
        """Those that act now; none for whoever does not manage users."""
        if self.is_asking():
            return (PageKey("F9", "ghi những gì đang điền", self._form.go_on),)
        offered = (
            PageKey("Ctrl+N", "thêm người mới", self.make),
            PageKey("Ctrl+E", "đổi vai trò, cho làm lại", self.change),
            PageKey("Ctrl+M", "đặt mật khẩu", self.give),
            PageKey("Ctrl+Delete", "cho thôi", self.revoke),
        )
        return offered if manages else ()

    def step_back(self) -> bool:
        """From the question to the form, from the form to the list; False where the form is not in front."""
        if not self.is_asking():
            return False
        if not self._form.step_back():
            self._end()
        return True

    def make(self) -> None:
        """A new user."""
        self._begin(UserAct.ENROL, None)

    def change(self) -> None:
        """Other roles; whoever is gone comes back by it."""
        line = self._current()
        if line is not None:
            self._begin(UserAct.CHANGE if line.active else UserAct.RETURN, line)

    def give(self) -> None:
        """A new password."""
        self._of_active(UserAct.GIVE)

    def revoke(self) -> None:
        """He may log in no more."""
        self._of_active(UserAct.REVOKE)

    def _of_active(self, act: UserAct) -> None:
        line = self._current()
        if line is not None and line.active:
            self._begin(act, line)
        elif line is not None:
            self.said.emit(f"{line.user} đã thôi. Ctrl+E cho làm lại trước.")

    def _begin(self, act: UserAct, line: UserLine | None) -> None:
        self._right.setCurrentWidget(self._form)
        self._form.begin(act, line)
        self.turned.emit()

    def _end(self) -> None:
        self._form.forget()
        self._right.setCurrentWidget(self._about)
        self.turned.emit()
        self.left.emit()

    def _do(self, act: UserAct, typed: Typed) -> None:
        needs, form = self._needs, typed.form
        work: dict[UserAct, Callable[[], int | None]] = {
            UserAct.ENROL: partial(needs.enrol, form, typed.passwords),
            UserAct.CHANGE: partial(needs.change_roles, form.user, form.roles),
            UserAct.RETURN: partial(needs.change_roles, form.user, form.roles),
            UserAct.GIVE: partial(needs.give_password, form.user, typed.passwords),
            UserAct.REVOKE: partial(needs.revoke, form.user, typed.why),
        }
        self._doing.run(work[act], lambda seconds: self._done(act, form.user, seconds))

    def _done(self, act: UserAct, user: str, seconds: int | None) -> None:
        user = user.strip().lower()
        self._end()
        self.said.emit(_DONE[act].format(user=user, seconds=seconds))
        self.done.emit(user)
