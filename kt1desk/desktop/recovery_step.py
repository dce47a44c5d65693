"""The step that shows a new recovery code. It must not know what the code opens."""

from __future__ import annotations

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.setup_recovery import Ui_RecoveryStepForm

_GROUPS_ASKED = 5
"""The check character after the fifth group is never asked for: one key is no proof."""


class RecoveryStep(QWidget):
    """Shows the recovery code once. With Enter it disappears and one of its groups must be typed: whoever cannot has not written it down.

    `done` when that group was right; Esc shows the code again until then.
    """

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[str, ...] = ()
        self._asked = 0
        self._is_hidden = False
        self._ui = Ui_RecoveryStepForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Mã khôi phục, Enter khi đã chép xong")
        self._ui.group.attach_note(self._ui.group_note)
        self._ui.group.textEdited.connect(lambda _: self._ui.group.show_idle())
        self._ui.group.returnPressed.connect(self._check)

    def show_code(self, code: str) -> None:
        """Begin with a code in groups of five, joined by hyphens."""
        self._groups = tuple(code.split("-"))
        self._asked = secrets.randbelow(min(_GROUPS_ASKED, len(self._groups)))
        self._show(hidden=False)

    def start(self) -> None:
        """Take the keys: Enter goes on."""
        (self._ui.group if self._is_hidden else self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, once the code has been written down."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not self._is_hidden and self._groups:
            self._show(hidden=True)
        else:
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """From the question back to the code."""
        if not self._is_hidden:
            return False
        self._show(hidden=False)
        return True

    def _show(self, *, hidden: bool) -> None:
        ui, self._is_hidden = self._ui, hidden
        dots = "•" * 5
        ui.code.setText("   ".join(dots if hidden else group for group in self._groups))
        ui.intro.setText(
            "Mã đã che. Gõ lại một nhóm theo phiếu vừa chép để chắc là chép đúng."
            if hidden
            else "Đây là mã khôi phục của bàn. Chép ra phiếu, rồi bấm Enter."
        )
        ui.group_label.setVisible(hidden)
        ui.group.setVisible(hidden)
        ui.group_note.setVisible(hidden)
        ui.group_label.setText(f"Nhóm thứ {self._asked + 1}")
        ui.group.setAccessibleName(f"Gõ lại nhóm thứ {self._asked + 1} của mã khôi phục")
        ui.group.clear()
        ui.group.show_idle("Năm chữ, số; không phân biệt chữ hoa, chữ thường. Esc: xem lại mã")
        self.start()

    def _check(self) -> None:
        if self._ui.group.text().strip().upper() == self._groups[self._asked]:
            self._groups = ()
            self._ui.code.clear()
            self._ui.group.clear()
            self.done.emit()
        elif self._ui.group.text().strip():
            self._ui.group.show_error("Nhóm này không khớp. Xem lại phiếu rồi gõ lại; Esc để xem lại mã.")
            self._ui.group.selectAll()
