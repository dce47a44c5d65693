"""«Quên mật khẩu»: the printed code opens the desk, one of its keepers chooses a new password, and a new code takes the old one's place.

The old code opens until the new one has been copied and proved: whoever stops before that can begin again with the same paper.
The page must not know what opens the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.forms.gate_card import Ui_GateCard
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.passwords import Recoverable, RecoveryNeeds
from kt1desk.desktop.recovery_step import RecoveryStep
from kt1desk.desktop.recovery_steps import CodeStep, PersonStep
from kt1desk.domain.errors import DeskError

CODE, PERSON, NEW_CODE = range(3)
_TITLES = {CODE: "Quên mật khẩu", PERSON: "Mật khẩu mới", NEW_CODE: "Mã khôi phục mới"}
_INTROS = {
    CODE: "Mã khôi phục nằm trong phong bì niêm phong do Bưu điện tỉnh giữ. Gõ đúng như trên phiếu. Việc dùng mã được ghi vào sổ của bàn.",
    PERSON: "Mã đúng. Chọn người quản trị hoặc trưởng điểm đang ngồi trước máy; chính người ấy gõ mật khẩu mới của mình.",
    NEW_CODE: "Mã cũ hết hiệu lực ngay khi gõ lại đúng một nhóm của mã mới; trước lúc ấy vẫn dùng lại được mã cũ.",
}
_BACK = {CODE: "về đăng nhập", PERSON: "về đăng nhập, chưa đổi gì", NEW_CODE: "xem lại mã"}


class RecoveryPage(Page):
    """Three steps. `logged_in` carries the `Session`; `left` goes back to the log-in."""

    logged_in = Signal(object)
    left = Signal()

    def __init__(self, needs: RecoveryNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._busy = False
        self._is_over = False
        self._ui = Ui_GateCard()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._code, self._person, self._new_code = CodeStep(self), PersonStep(self), RecoveryStep(self)
        self._steps = (self._code, self._person, self._new_code)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("stack")
        for step in self._steps:
            self._stack.addWidget(step)
        self._ui.room.addWidget(self._stack)
        self._ui.progress.hide()
        self._new_code.serve(needs.print_code, jobs)
        self._code.done.connect(self._prove)
        self._person.done.connect(self._set_password)
        self._new_code.done.connect(self._finish)
        self._go(CODE)

    def entered(self, _ref: str = "") -> None:
        """Ask for the rules; the code comes first."""
        self._jobs.run(self._needs.policy, self._person.serve, partial(_show_problem, self._ui))
        self._steps[self._stack.currentIndex()].start()

    def step_back(self) -> bool:
        """Back to the log-in while nothing has been changed; from the question back to the new code."""
        if self._busy:
            return True
        if self._stack.currentIndex() == NEW_CODE and not self._is_over:
            return self._new_code.step_back()
        self.give_up()
        return True

    def give_up(self) -> None:
        """Nobody is there: back to the log-in from any step. What is being written is finished; the old code opens still."""
        if self._busy:
            return
        self._code.clear()
        self._person.clear()
        self.left.emit()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "sang ô sau, rồi sang bước sau"),
            PageKey("Esc", "về đăng nhập; khi hỏi lại mã mới: xem lại mã"),
            PageKey("Ctrl+P", "in phiếu mã khôi phục mới", self._new_code.print_code),
        )

    def _prove(self, typed: str) -> None:
        self._set_busy(True)
        self._jobs.run(lambda: self._needs.prove_code(typed), self._proved, self._refuse_code)

    def _proved(self, people: Sequence[Recoverable]) -> None:
        self._set_busy(False)
        self._code.clear()
        self._person.begin(people)
        self._go(PERSON)

    def _refuse_code(self, error: DeskError) -> None:
        self._set_busy(False)
        if error.field == "recovery_code":
            self._code.refuse(error)
        else:
            _show_problem(self._ui, error)
            self._code.start()

    def _set_password(self, user: str, password: str) -> None:
        if self._busy:
            return
        self._set_busy(True)
        self._jobs.run(
            lambda: self._needs.set_password(user, password), self._show_new_code, self._refuse_person
        )

    def _show_new_code(self, code: str) -> None:
        self._set_busy(False)
        self._person.clear()
        self._new_code.show_code(code)
        self._go(NEW_CODE)

    def _refuse_person(self, error: DeskError) -> None:
        self._set_busy(False)
        if not self._person.refuse(error):
            _show_problem(self._ui, error)

    def _finish(self) -> None:
        self._busy = True
        _tell(self._ui, "Đang thay mã khôi phục và mở bàn…")
        self._jobs.run(self._needs.finish, self.logged_in.emit, self._refuse_end)

    def _refuse_end(self, error: DeskError) -> None:
        """The new password stands, and one of the two codes: he goes in by the log-in, and says what was wrong."""
        self._busy, self._is_over = False, True
        _tell(self._ui, "")
        self._ui.back_says.setText(_BACK[CODE])
        _show_problem(self._ui, error)

    def _go(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._ui.title.setText(_TITLES[step])
        self._ui.intro.setText(_INTROS[step])
        self._ui.back_says.setText(_BACK[step])
        self._ui.problem.hide()
        self._steps[self._stack.currentIndex()].start()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        if busy:
            self._ui.problem.hide()
        self._code.set_busy(busy)
        self._person.set_busy(busy)


def _tell(ui: Ui_GateCard, sentence: str) -> None:
    ui.progress.setText(sentence)
    ui.progress.setVisible(bool(sentence))


def _show_problem(ui: Ui_GateCard, error: DeskError) -> None:
    ui.problem.setText(say(error))
    ui.problem.show()
