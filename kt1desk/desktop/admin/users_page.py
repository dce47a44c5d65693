"""«Người dùng»: who may log in at this desk, and what whoever manages them does: a new one, other roles, a password, an end.

Whoever may not is told so, and nobody is shown to him. The page must not know how a user or a password is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.admin.users_acts import UsersActs
from kt1desk.desktop.admin.users_texts import USER_COLUMNS, count_words, user_rows
from kt1desk.desktop.forms.users import Ui_UsersPage
from kt1desk.desktop.forms.users_side import Ui_UsersSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.users import UserLine, UsersNeeds, UsersView
from kt1desk.desktop.page_keys import Way, ways_of
from kt1desk.desktop.widgets import Role
from kt1desk.desktop.widgets.labels import tell
from kt1desk.domain.errors import DeskError

_NOBODY = UsersView((), "")


class UsersPage(Page):
    """The users of a desk."""

    def __init__(self, needs: UsersNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui, self._side = Ui_UsersPage(), Ui_UsersSide()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QStackedWidget(self)
        self._about = QWidget(self._right)
        self._side.setupUi(self._about)  # type: ignore[no-untyped-call]
        self._right.addWidget(self._about)
        self._right.hide()
        self._view, self._manages, self._wanted = _NOBODY, False, ""
        self._reads = Newest(jobs)
        self._acts = UsersActs(needs, jobs, self._right, self._about, self._current)
        self._rows = self._ui.users.show_rows(USER_COLUMNS)
        self._ui.users.set_empty_text("")
        self._ui.users.selectionModel().currentRowChanged.connect(lambda *_: self._turn())
        self._acts.turned.connect(self.keys_changed)
        self._acts.left.connect(lambda: self._ui.users.setFocus(Qt.FocusReason.TabFocusReason))
        self._acts.said.connect(self.said)
        self._acts.done.connect(self._done)
        for button, act in (
            (self._side.make, self._acts.make),
            (self._side.change, self._acts.change),
            (self._side.password_new, self._acts.give),
            (self._side.revoke, self._acts.revoke),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        tell(self._ui.problem, "")
        self._turn()

    def entered(self, ref: str = "") -> None:
        """Read everybody; the list takes the keys. A user's id brings him to the front."""
        self._wanted = ref or self._wanted
        self._read()
        if not self._acts.is_asking():
            self._ui.users.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`: nothing of an item stands here."""

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """From the question to the form, from the form to the list."""
        return self._acts.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        keys = self._acts.keys(manages=self._manages)
        return keys if self._acts.is_asking() else (*keys, reading(self._read))

    def ways(self) -> Sequence[Way]:
        """See `Page.ways`: also before it is known who is here. Who may not manage them is not led here."""
        return ways_of((*self._acts.keys(manages=True), reading(self._read)))

    # --- what is shown -------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._reads.run(self._needs.users, self._show, self._refuse)

    def _refuse(self, error: DeskError) -> None:
        self._show(_NOBODY)
        self._let(manages=False)
        tell(self._ui.problem, say(error))

    def _show(self, view: UsersView) -> None:
        before, self._wanted = self._wanted or self._current_user(), ""
        self._view = view
        tell(self._ui.problem, "")
        self._rows.set_rows(user_rows(view.lines))
        self._ui.list_count.setText(count_words(view.lines) if view.lines else "")
        at = next((at for at, line in enumerate(view.lines) if line.user == before), 0)
        if view.lines:
            self._ui.users.selectRow(at)
        self._let(manages=bool(view.lines))
        self._turn()

    def _let(self, *, manages: bool) -> None:
        self._ui.list_card.setVisible(manages)
        self._about.setVisible(manages)
        if manages is not self._manages:
            self._manages = manages
            self.keys_changed.emit()

    def _current(self) -> UserLine | None:
        at, lines = self._ui.users.currentIndex().row(), self._view.lines
        return lines[at] if 0 <= at < len(lines) else None

    def _current_user(self) -> str:
        line = self._current()
        return line.user if line is not None else ""

    def _turn(self) -> None:
        """The user at hand beside the list."""
        side, line = self._side, self._current()
        side.about_card.setVisible(line is not None)
        side.centre_card.setVisible(bool(self._view.centre))
        side.centre.show_note(self._view.centre, Role.WARN if self._view.waits else Role.MUTED)
        tell(side.advice, line.advice if line is not None else "")
        for button in (side.password_new, side.revoke):
            button.setVisible(line is not None and line.active)
        side.change.setVisible(line is not None)
        if line is None:
            return
        side.change.setText("Đổi vai trò" if line.active else "Cho làm lại")
        side.name.setText(line.name)
        side.roles.setText(line.roles_text)
        for label, text in (
            (side.user, line.user),
            (side.cleared, line.cleared or "không làm KT1"),
            (side.password, "có" if line.has_password else "chưa có"),
            (side.last, line.last or "chưa lần nào"),
            (side.state, line.state),
        ):
            label.show_note(text)

    def _done(self, user: str) -> None:
        self._wanted = user
        self.changed.emit()
        self._read()
