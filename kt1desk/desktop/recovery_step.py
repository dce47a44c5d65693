"""The step that shows a new recovery code. It must not know what the code opens."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.setup_recovery import Ui_RecoveryStepForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.widgets import Role, set_role

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
        self._is_hidden = self._is_printing = False
        self._print: Callable[[str], str] | None = None
        self._jobs: Jobs | None = None
        self._ui = Ui_RecoveryStepForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Mã khôi phục, Enter khi đã chép xong")
        self._ui.group.attach_note(self._ui.group_note)
        self._ui.group.textEdited.connect(lambda _: self._ui.group.show_idle())
        self._ui.group.returnPressed.connect(self._check)

    def serve(self, print_code: Callable[[str], str], jobs: Jobs) -> None:
        """What prints a code, where there are printers already."""
        self._print, self._jobs = print_code, jobs

    def print_code(self) -> None:
        """Print the code as long as it is shown."""
        if (
            self._print is None
            or self._jobs is None
            or not self._groups
            or self._is_hidden
            or self._is_printing
        ):
            return
        work, code = self._print, "-".join(self._groups)
        self._is_printing = True
        self._tell("Đang in phiếu mã…", Role.MUTED)
        self._jobs.run(
            lambda: work(code),
            lambda said: self._printed(said, Role.OK_BOX),
            lambda error: self._printed(say(error), Role.WARN_BOX),
        )

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
        for widget in (ui.key_print, ui.print_says):
            widget.setVisible(self._print is not None and not hidden)
        ui.printed.hide()
        ui.advice.show()
        ui.group_label.setVisible(hidden)
        ui.group.setVisible(hidden)
        ui.group_note.setVisible(hidden)
        ui.group_label.setText(f"Nhóm thứ {self._asked + 1}")
        ui.group.setAccessibleName(f"Gõ lại nhóm thứ {self._asked + 1} của mã khôi phục")
        ui.group.clear()
        ui.group.show_idle("Năm chữ, số; không phân biệt chữ hoa, chữ thường. Esc: xem lại mã")
        self.start()

    def _printed(self, sentence: str, role: Role) -> None:
        self._is_printing = False
        if not self._is_hidden:
            self._tell(sentence, role)

    def _tell(self, sentence: str, role: Role) -> None:
        set_role(self._ui.printed, role)
        self._ui.printed.setText(sentence)
        self._ui.advice.hide()  # what came of it stands in its place
        self._ui.printed.show()

    def _check(self) -> None:
        if self._ui.group.text().strip().upper() == self._groups[self._asked]:
            self._groups = ()
            self._ui.code.clear()
            self._ui.group.clear()
            self.done.emit()
        elif self._ui.group.text().strip():
            self._ui.group.show_error("Nhóm này không khớp. Xem lại phiếu rồi gõ lại; Esc để xem lại mã.")
            self._ui.group.selectAll()
