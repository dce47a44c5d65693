"""«Mật khẩu của tôi»: the old password, the new one twice, and what it lacks while it is typed.

The page must not know what a password opens.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.password_page import Ui_PasswordPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step
from kt1desk.desktop.needs.passwords import PasswordNeeds, PasswordRules
from kt1desk.desktop.new_password import NewPassword
from kt1desk.domain.errors import DeskError

_SAVED = "Đã đổi mật khẩu. Từ lần đăng nhập sau, và khi mở lại màn hình đã che, dùng mật khẩu mới."


class PasswordPage(Page):
    """Changes the password of whoever works here."""

    def __init__(self, needs: PasswordNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._busy = False
        self._ui = Ui_PasswordPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._new = NewPassword(self)
        ui.new_room.addWidget(self._new)
        self._new.put_between(ui.old, ui.save)
        ui.old.attach_note(ui.old_note)
        ui.problem.hide()
        ui.saved.hide()
        ui.old.textEdited.connect(self._forget_answer)
        self._new.edited.connect(self._forget_answer)
        ui.save.clicked.connect(self._save)
        self._way = EnterWay(self, (Step(ui.old, lambda: not ui.old.text()), *self._new.steps()))
        self._way.finished.connect(self._save)

    def entered(self, _ref: str = "") -> None:
        """Begin with empty fields; what was said of the last change goes."""
        if self._busy:
            return
        self._forget_answer()
        self._clear()
        self._jobs.run(self._needs.password_rules, self._show_rules, self._show_problem)
        self._way.start()

    def forget(self) -> None:
        """Nothing typed here is for whoever comes next."""
        self._clear()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "sang ô sau; ở ô cuối thì đổi mật khẩu"),
            PageKey("F9", "đổi mật khẩu", self._save),
        )

    def _show_rules(self, rules: PasswordRules) -> None:
        self._new.serve(rules.policy, rules.user)

    def _save(self) -> None:
        if self._busy:
            return
        old = self._ui.old.text()
        if not old:
            self._ui.old.show_error("Gõ mật khẩu đang dùng.")
            self._ui.old.setFocus()
            return
        new = self._new.value()
        if new is None:
            return
        self._set_busy(True)
        self._ui.old.show_idle("Đang đổi mật khẩu…")
        self._jobs.run(lambda: self._needs.change_password(old, new), self._saved, self._refuse)

    def _saved(self, _: None) -> None:
        self._set_busy(False)
        self._clear()
        self._ui.saved.setText(_SAVED)
        self._ui.saved.show()
        self._ui.old.setFocus()
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        self._set_busy(False)
        self._ui.old.show_idle()
        if error.field == "old":
            self._ui.old.show_error(say(error))
            self._ui.old.setFocus()
            self._ui.old.selectAll()
        elif error.field == "password":
            self._new.refuse(error)
        else:
            self._show_problem(error)

    def _show_problem(self, error: DeskError) -> None:
        self._ui.problem.setText(say(error))
        self._ui.problem.show()

    def _forget_answer(self) -> None:
        self._ui.problem.hide()
        self._ui.saved.hide()
        self._ui.old.show_idle()

    def _clear(self) -> None:
        self._ui.old.clear()
        self._ui.old.show_idle()
        self._new.clear()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._ui.old.setReadOnly(busy)
        self._new.set_read_only(busy)
        self._ui.save.setEnabled(not busy)
