"""The step in which somebody proves that he may lay a desk out from a backup: the printed code and a new password, or his password.

It says what was typed and shows what was refused.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.restore_proof import Ui_RestoreProofForm
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs.restoring import RestoreProof, ThisMachine
from kt1desk.desktop.new_password import NewPassword
from kt1desk.desktop.widgets import Choice
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy

_CODE, _PASSWORD = "code", "password"
_USER_HINT = "Trưởng điểm hoặc quản trị của bàn ấy"
_CODE_HINT = "Đúng như trên phiếu niêm phong; chữ hoa hay thường, có gạch nối hay không"
_NEW_MACHINE = "Máy này chưa từng chạy bàn ấy: mật khẩu cũ không mở được, cần mã khôi phục đã in"
_OLD_MACHINE = "Phím 1 hoặc 2. Máy này còn khóa riêng của bàn nên mật khẩu cũ mở được"
_OLD_HINT = "Mật khẩu vẫn dùng ở bàn ấy lúc sao lưu"


class ProofStep(QWidget):
    """`done` carries a `RestoreProof`."""

    done = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._policy = PasswordPolicy()
        self._ui = Ui_RestoreProofForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.how.set_choices((Choice(_CODE, "Mã khôi phục đã in", "1"), Choice(_PASSWORD, "Mật khẩu", "2")))
        ui.how.set_value(_CODE)
        self._new = NewPassword(self)
        ui.new_room.addWidget(self._new)
        pairs = ((ui.user, ui.user_note), (ui.code, ui.code_note), (ui.secret, ui.secret_note))
        for field, note in pairs:
            field.attach_note(note)
            field.textEdited.connect(lambda _: self._show_hints())
        ui.how.chosen.connect(lambda _: self._show_how())
        filled = [Step(field, lambda field=field: not field.text().strip()) for field, _ in pairs]  # type: ignore[misc]
        self._way = EnterWay(self, (Step(ui.how, lambda: False), *filled, *self._new.steps()))
        self._way.finished.connect(self._go_on)
        self._show_how()

    def serve(self, policy: PasswordPolicy, machine: ThisMachine) -> None:
        """What a new password must be like, and whether a password opens anything here."""
        self._policy = policy
        self._ui.how_note.show_note(_OLD_MACHINE if machine.secret else _NEW_MACHINE)
        self._show_hints()

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def refuse(self, error: DeskError) -> bool:
        """Say beside the field what was refused; False where it is about none of them."""
        ui, is_code = self._ui, self._ui.how.value() == _CODE
        field = {"user": ui.user, "recovery_code": ui.code}.get(error.field)
        if error.field == "password" and is_code:
            self._new.refuse(error)
            return True
        field = ui.secret if error.field == "password" or error.code == "login.wait" else field
        if field is None:
            return False
        field.show_error(say(error))
        field.setFocus()
        return True

    def clear(self) -> None:
        """Forget code and passwords."""
        self._ui.code.clear()
        self._ui.secret.clear()
        self._new.clear()

    def _show_how(self) -> None:
        ui, is_code = self._ui, self._ui.how.value() == _CODE
        for widget in (ui.code_label, ui.code, ui.code_note, self._new):
            widget.setVisible(is_code)
        for widget in (ui.secret_label, ui.secret, ui.secret_note):
            widget.setVisible(not is_code)
        self._show_hints()

    def _show_hints(self) -> None:
        ui = self._ui
        self._new.serve(self._policy, ui.user.text().strip().lower())
        ui.user.show_idle(_USER_HINT)
        ui.code.show_idle(_CODE_HINT)
        ui.secret.show_idle(_OLD_HINT)

    def _go_on(self) -> None:
        ui = self._ui
        user = ui.user.text().strip().lower()
        if ui.how.value() == _PASSWORD:
            self.done.emit(RestoreProof(user, password=ui.secret.text()))
            return
        chosen = self._new.value()
        if chosen is not None:
            self.done.emit(RestoreProof(user, code=ui.code.text().strip(), new_password=chosen))
