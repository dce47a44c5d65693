"""«Khôi phục từ bản sao lưu»: from a new machine and a stick to the desk, by keyboard, by one person alone.

What is asked before is checked before; then everything is done in one job beside the screen, which tells how far it is.
The page must not know how any of it is done.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kt1desk.desktop.forms.gate_card import Ui_GateCard
from kt1desk.desktop.jobs import Jobs, Lane
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.restoring import (
    FoundBackup,
    RestoreBeside,
    RestoreNeeds,
    RestoreProof,
    RestoreReport,
    ThisMachine,
)
from kt1desk.desktop.recovery_step import RecoveryStep
from kt1desk.desktop.restore_proof import ProofStep
from kt1desk.desktop.restore_steps import BesideStep, ChooseStep, DoneStep, RunningStep
from kt1desk.domain.errors import DeskError
from kt1desk.domain.passwords import PasswordPolicy
from kt1desk.domain.restore_stage import RestoreStage

CHOOSE, BESIDE, PROOF, RUNNING, NEW_CODE, DONE = range(6)
_TITLES = {
    CHOOSE: "Khôi phục từ bản sao lưu",
    BESIDE: "Những gì biết thêm",
    PROOF: "Ai khôi phục?",
    RUNNING: "Đang khôi phục",
    NEW_CODE: "Mã khôi phục mới",
    DONE: "Bàn đã trở lại",
}
_INTROS = {
    CHOOSE: "Cắm USB hay ổ có bản sao lưu của bàn, chỉ thư mục rồi bấm Enter.",
    BESIDE: "",
    PROOF: "Bản sao lưu mở bằng mã khôi phục trong phong bì niêm phong của tỉnh, hoặc bằng mật khẩu trên đúng máy cũ.",
    RUNNING: "Bản sao lưu được kiểm tra từng việc rồi mới chép. Có thể mất vài phút; xong mới đóng được cửa sổ.",
    NEW_CODE: "Mã vừa dùng đã hết hiệu lực ở bàn này. Chép mã mới, niêm phong và nộp Bưu điện tỉnh giữ.",
    DONE: "Enter để vào bàn.",
}
_BACK = {
    CHOOSE: "thôi, không khôi phục",
    BESIDE: "chọn lại bản sao lưu",
    PROOF: "bước trước",
    NEW_CODE: "xem lại mã",
    DONE: "về đăng nhập",
}
_ICON = (Icon.HISTORY, "accent")
_LOOK_MS = 150
_NOT_OF_THE_BACKUP = {"backup.not_user", "backup.has_desk"}
"""Refusals that another backup would not mend."""


class RestorePage(Page):
    """Six steps, five with a password. `logged_in` carries the `Session`; `left` goes back to where it was asked for.

    `is_making`: a desk is being laid out. The window stays until it ends: the job would be cut off with the program.
    """

    logged_in = Signal(object)
    left = Signal()

    def __init__(self, needs: RestoreNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs, self._jobs = needs, jobs
        self._busy = self.is_making = False
        self._beside = RestoreBeside()
        self._report = RestoreReport(())
        self._ui = Ui_GateCard()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.heading_icon.set_icon(*_ICON)
        self._choose, self._by, self._proof = ChooseStep(self), BesideStep(self), ProofStep(self)
        self._running, self._new_code, self._done = RunningStep(self), RecoveryStep(self), DoneStep(self)
        self._stack = QStackedWidget(self)
        self._stack.setObjectName("stack")
        self._steps = (self._choose, self._by, self._proof, self._running, self._new_code, self._done)
        for step in self._steps:
            self._stack.addWidget(step)
        self._ui.room.addWidget(self._stack)
        self._ui.progress.hide()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(lambda: self._running.show_stage(needs.stage()))
        self._new_code.serve(needs.print_code, jobs)
        self._choose.asked.connect(self._look)
        self._choose.done.connect(lambda: self._go(BESIDE))
        self._by.done.connect(self._read_beside)
        self._proof.done.connect(self._restore)
        self._new_code.done.connect(lambda: self._go(DONE))
        self._done.done.connect(self._enter)
        self._go(CHOOSE)

    def entered(self, _ref: str = "") -> None:
        """Ask what is here and what a password must be like; where the backup lies comes first."""

        def serve(known: tuple[PasswordPolicy, ThisMachine]) -> None:
            self._proof.serve(*known)
            self._by.serve(known[1])

        self._jobs.run(lambda: (self._needs.policy(), self._needs.machine()), serve, self._show_problem)
        self._steps[self._stack.currentIndex()].start()

    def step_back(self) -> bool:
        """One step back while nothing has been made; while it is being made there is none."""
        at = self._stack.currentIndex()
        if self._busy:
            return True
        if at == NEW_CODE:
            self._new_code.step_back()
        elif at in {CHOOSE, DONE}:
            self._proof.clear()
            self.left.emit()
        else:
            self._go(at - 1)
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "sang ô sau, rồi sang bước sau; ở bước cuối: vào bàn"),
            PageKey("Esc", "lùi một bước, không mất gì đã gõ; khi hỏi lại mã mới: xem lại mã"),
            PageKey("F4", "chọn thư mục", lambda: _choose_folder(self._stack.currentWidget())),
            PageKey("F8", "lấy bản sao lưu liền trước", self._choose.take_older),
            PageKey("Ctrl+P", "in phiếu mã khôi phục mới", self._new_code.print_code),
        )

    # --- what is asked ---------------------------------------------------------------------------------------------

    def _look(self, path: str) -> None:
        def found(backup: FoundBackup) -> None:
            self._set_busy("")
            self._choose.show_found(backup)

        self._set_busy("Đang đọc…")
        self._jobs.run(lambda: self._needs.look(path), found, self._refuse_backup, Lane.OUTSIDE)

    def _refuse_backup(self, error: DeskError) -> None:
        path = self._choose.path()
        self._set_busy("")
        self._go(CHOOSE)
        self._jobs.run(
            lambda: self._needs.older(path),
            lambda older: self._choose.refuse(error, older),
            self._show_problem,
            Lane.OUTSIDE,
        )

    def _read_beside(self, flight: str, last: str) -> None:
        def read(numbers: tuple[str, ...]) -> None:
            self._beside = RestoreBeside(flight, numbers)
            self._go(PROOF)

        self._jobs.run(lambda: self._needs.read_numbers(last), read, self._by.refuse)

    def _restore(self, proof: RestoreProof) -> None:
        beside = self._beside
        self._go(RUNNING)
        self._busy = self.is_making = True
        self._running.show_stage(RestoreStage.OPENING)
        self._clock.start()
        self._jobs.run(lambda: self._needs.restore(proof, beside), self._restored, self._refuse_restore)

    # --- what came of it -------------------------------------------------------------------------------------------

    def _restored(self, report: RestoreReport) -> None:
        self._clock.stop()
        self._busy = self.is_making = False
        self._proof.clear()
        self._done.show_report(report.lines, new_machine=bool(report.recovery_code))
        if report.recovery_code:
            self._new_code.show_code(report.recovery_code)
        self._go(NEW_CODE if report.recovery_code else DONE)

    def _refuse_restore(self, error: DeskError) -> None:
        self._clock.stop()
        self._busy = self.is_making = False
        if error.code.startswith("backup.") and error.code not in _NOT_OF_THE_BACKUP:
            self._refuse_backup(error)
        elif error.code.startswith("number."):
            self._go(BESIDE)
            self._by.refuse(error)
        else:
            self._go(PROOF)
            if not self._proof.refuse(error):
                self._show_problem(error)

    def _enter(self) -> None:
        if not self._busy:
            self._set_busy("Đang mở bàn…")
            self._jobs.run(self._needs.enter, self.logged_in.emit, self._refuse_end)

    def _refuse_end(self, error: DeskError) -> None:
        """The desk is there: whoever cannot enter now does so by the log-in."""
        self._set_busy("")
        self._show_problem(error)

    def _go(self, step: int) -> None:
        ui = self._ui
        self._stack.setCurrentIndex(step)
        ui.title.setText(_TITLES[step])
        ui.intro.setText(_INTROS[step])
        ui.intro.setVisible(bool(_INTROS[step]))
        for widget in (ui.key_back, ui.back_says):
            widget.setVisible(step in _BACK)
        for widget in (ui.key_next, ui.next_says):
            widget.setVisible(step != RUNNING)
        ui.next_says.setText("vào bàn" if step == DONE else "bước sau")
        ui.back_says.setText(_BACK.get(step, ""))
        ui.problem.hide()
        self._steps[step].start()

    def _show_problem(self, error: DeskError) -> None:
        self._ui.problem.setText(say(error))
        self._ui.problem.show()

    def _set_busy(self, sentence: str) -> None:
        """Busy with what the sentence says; an empty one ends it."""
        self._busy = bool(sentence)
        self._choose.set_busy(self._busy)
        self._ui.problem.hide()
        self._ui.progress.setText(sentence)
        self._ui.progress.setVisible(self._busy)


def _choose_folder(step: QWidget | None) -> None:
    if isinstance(step, ChooseStep | BesideStep):
        step.choose_folder()
