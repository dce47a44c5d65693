"""What lies over the whole window: the curtain that blanks it (F12, or nobody there).

The curtain covers at once and asks no question; the question comes with the next key. Whoever logged in proves himself by his password;
before anybody has, any key opens. It does not know what lies below.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from kt1desk.desktop.forms.curtain import Ui_Curtain
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import LockNeeds
from kt1desk.domain.errors import DeskError

_MODIFIERS = {
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_AltGr,
}

_COVERED, _SWITCH = "Màn hình đang che", "Đổi người làm việc"
_WORKS = "Đang làm việc: {}"
_STAYS = "Phiên của {} kết thúc; bì, hồ sơ đang nhập dở được giữ lại."


class Curtain(QWidget):
    """Covers its parent from edge to edge. `opened` is sent when it is gone again.

    `switch_wanted(user, password)`: another user of this desk proved himself and wants to work; the screen stays covered meanwhile.
    """

    covered = Signal()
    opened = Signal()
    switch_wanted = Signal(str, str)

    def __init__(self, parent: QWidget, jobs: Jobs) -> None:
        super().__init__(parent)
        self._below = parent
        self._jobs = jobs
        self._needs: LockNeeds | None = None
        self._user = ""
        self._name = ""
        self._busy = False
        self._focus_before: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("overlay", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Màn hình đang che")
        self._ui = Ui_Curtain()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.password.attach_note(self._ui.password_note)
        self._ui.password.returnPressed.connect(self._check)
        self._ui.user.attach_note(self._ui.user_note)
        self._ui.user.returnPressed.connect(self._ui.password.setFocus)
        parent.installEventFilter(self)
        self.hide()

    def guard(self, needs: LockNeeds, user: str, name: str) -> None:
        """From now on this user's password is asked for."""
        self._needs, self._user, self._name = needs, user, name

    def is_covering(self) -> bool:
        """Whether the screen is blanked now."""
        return self.isVisibleTo(self._below)

    def cover(self) -> None:
        """Blank the screen at once."""
        if self.is_covering():
            return
        self._focus_before = QApplication.focusWidget()
        self._show_asking(False)
        self.setGeometry(self._below.rect())
        self.show()
        self.raise_()
        self.setFocus()
        _app().focusChanged.connect(self._hold)
        self.covered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first key asks for the password, or opens where nobody has logged in; Esc goes back to the blank screen."""
        event.accept()
        if event.key() in _MODIFIERS:
            return
        if self._needs is None:
            self._open()
        elif event.key() == Qt.Key.Key_Escape:
            self._show_asking(False)
            self.setFocus()
        elif event.key() == Qt.Key.Key_F2:
            self._show_asking(True, another=True)
        elif not self._ui.ask.isVisibleTo(self):
            self._show_asking(True)

    def focusNextPrevChild(self, forth: bool) -> bool:
        """Tab goes round among what is asked here, never to the page below; at the blank screen it is a key as any other."""
        asked = [each for each in (self._ui.user, self._ui.password) if each.isVisibleTo(self)]
        at = next((at for at, each in enumerate(asked) if each.hasFocus()), -1 if forth else 0)
        if asked:
            reason = Qt.FocusReason.TabFocusReason if forth else Qt.FocusReason.BacktabFocusReason
            asked[(at + (1 if forth else -1)) % len(asked)].setFocus(reason)
        return bool(asked)

    def refuse(self, error: DeskError) -> None:
        """The password is wrong, or the other user cannot take over now: the screen stays covered."""
        self._set_busy(False)
        self._ui.password.show_error(say(error))
        self._ui.password.selectAll()
        self._ui.password.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """As a key."""
        event.accept()
        if self._needs is None:
            self._open()
        elif not self._ui.ask.isVisibleTo(self):
            self._show_asking(True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._below.rect())
        return False

    def _show_asking(self, asking: bool, *, another: bool = False) -> None:
        ui = self._ui
        if self.isVisible():
            self.setFocus()  # before the field that has it is hidden: Qt would hand it to the page below, and it counts as chosen there
        ui.ask.setVisible(asking)
        ui.any_key.setVisible(not asking)
        for part in (ui.key_open, ui.open_says, ui.key_back, ui.back_says):
            part.setVisible(asking)
        for shown in (ui.user_label, ui.user, ui.user_note):
            shown.setVisible(another)
        for part in (ui.key_switch, ui.switch_says):
            part.setVisible(self._needs is not None and not another)
        ui.title.setText(_SWITCH if another else _COVERED)
        ui.who.setText(_STAYS.format(self._name) if another else _WORKS.format(self._name))
        ui.who.setVisible(bool(self._name))
        ui.open_says.setText("vào làm việc" if another else "mở lại")
        for field in (ui.user, ui.password):
            field.clear()
            field.show_idle()
        if asking:
            (ui.user if another else ui.password).setFocus()

    def _check(self) -> None:
        needs, password = self._needs, self._ui.password.text()
        user = self._ui.user.text().strip().lower() if self._ui.user.isVisibleTo(self) else self._user
        if needs is None or self._busy or not password or not user:
            return
        self._set_busy(True)
        self._ui.password.show_idle("Đang kiểm tra…")
        self._jobs.run(
            lambda: needs.check_password(user, password), lambda _: self._right(user, password), self.refuse
        )

    def _right(self, user: str, password: str) -> None:
        if user == self._user:
            self._set_busy(False)
            self._open()
            return
        self._ui.password.show_idle(
            "Đang giữ việc dở và đổi người…"
        )  # the fields stay locked until the program begins anew
        self.switch_wanted.emit(user, password)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for field in (self._ui.user, self._ui.password):
            field.setReadOnly(busy)

    def _hold(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A page below whose answer comes in now puts the focus where work goes on: it stays here, a password would be typed there."""
        if now is None or now is self or self.isAncestorOf(now) or now.window() is not self.window():
            return
        self._focus_before = now
        is_named = bool(self._ui.user.text()) or not self._ui.user.isVisibleTo(self)
        asked = self._ui.password if is_named else self._ui.user
        (asked if self._ui.ask.isVisibleTo(self) else self).setFocus()

    def _open(self) -> None:
        _app().focusChanged.disconnect(self._hold)
        for field in (self._ui.user, self._ui.password):
            field.clear()
        # The focus goes back before the curtain goes: else Qt passes it on as Tab does, and half typed text is selected and overwritten.
        if self._focus_before is not None:
            self._focus_before.setFocus()
        self._focus_before = None
        self.hide()
        self.opened.emit()


def _app() -> QApplication:
    return cast(QApplication, QApplication.instance())
