"""The first run: from an empty folder to a desk that can be logged in to, by one clerk alone and with the keyboard only.

Nothing is made before everything that could be refused has been checked; then the desk is made at once and the recovery code is shown.
The page must not know how any of it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from kt1desk.desktop.forms.first_run import Ui_FirstRunPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step
from kt1desk.desktop.needs import Administrator, FirstRunNeeds, PrinterWizardNeeds
from kt1desk.desktop.printer_form import PrinterForm
from kt1desk.desktop.recovery_step import RecoveryStep
from kt1desk.desktop.setup_steps import AdministratorStep, DeskStep
from kt1desk.desktop.widgets import IconLabel, Role, set_role
from kt1desk.domain.errors import DeskError

DESK, ADMINISTRATOR, RECOVERY, PRINTERS, READY = range(5)
_TITLES = {
    DESK: "Bàn này là bàn nào?",
    ADMINISTRATOR: "Ai lập bàn?",
    RECOVERY: "Mã khôi phục",
    PRINTERS: "Máy in",
    READY: "Bàn đã sẵn sàng",
}
_ROLES = ("label", "receipt")


class FirstRunPage(Page):
    """Five steps; four without `printers`, which are then set up after the log-in. `finished` carries the administrator's id.

    `restore_wanted`: the desk is to come from a backup instead.
    """

    finished = Signal(str)
    restore_wanted = Signal()

    def __init__(
        self,
        needs: FirstRunNeeds,
        jobs: Jobs,
        printers: PrinterWizardNeeds | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._needs = needs
        self._jobs = jobs
        self._at = DESK
        self._role = 0
        self._making = False
        self._administrator = ""
        self._ui = Ui_FirstRunPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        self._desk_step, self._person_step = DeskStep(self), AdministratorStep(self)
        self._recovery_step, self._printer_step = RecoveryStep(self), PrinterForm(self)
        steps = (self._desk_step, self._person_step, self._recovery_step, self._printer_step)
        for at, step in enumerate(steps):
            ui.stack.insertWidget(at, step)
        self._desk_step.serve(needs, jobs)
        self._person_step.serve(needs, jobs)
        if printers is not None:
            self._printer_step.serve(printers, jobs)
        for widget in (ui.icon_printers, ui.step_printers):
            widget.setVisible(printers is not None)
        self._desk_step.done.connect(lambda: self._go(ADMINISTRATOR))
        self._desk_step.restore_wanted.connect(self.restore_wanted)
        self._person_step.done.connect(self._make)
        self._recovery_step.done.connect(lambda: self._go(READY if printers is None else PRINTERS))
        self._printer_step.finished.connect(self._next_printer)
        ui.enter.clicked.connect(self._save)
        last = EnterWay(self, (Step(ui.enter, lambda: False),))
        last.finished.connect(self._save)
        self._go(DESK)

    def entered(self, _ref: str = "") -> None:
        """Focus where the step is."""
        self._start()

    def step_back(self) -> bool:
        """To the step before, as long as nothing has been made; what was typed stays."""
        if self._at == RECOVERY:
            return self._recovery_step.step_back()
        if self._at == ADMINISTRATOR and not self._making:
            self._go(DESK)
            return True
        if self._at == PRINTERS and self._printer_step.step_back():
            return True
        if self._at == PRINTERS and self._role > 0:
            self._load_printer(self._role - 1)
            return True
        return False

    def keys(self) -> Sequence[PageKey]:
        """Keys of the steps."""
        return (
            PageKey("Enter", "sang phần còn thiếu, rồi sang bước sau"),
            PageKey("Esc", "lùi một bước, không mất gì đã gõ"),
            PageKey("F4", "chọn tệp bàn", self._only_at(DESK, self._desk_step.choose_file)),
            PageKey("Ctrl+R", "tìm lại máy in", self._only_at(PRINTERS, self._printer_step.found.look_again)),
            PageKey("Ctrl+H", "hỏi máy in", self._only_at(PRINTERS, self._printer_step.found.ask)),
            PageKey(
                "Ctrl+M", "thêm thiết lập", self._only_at(PRINTERS, self._printer_step.settings.open_more)
            ),
            PageKey("Ctrl+P", "in thử", self._only_at(PRINTERS, self._printer_step.print_test)),
            PageKey("F8", "để sau", self._only_at(PRINTERS, self._next_printer)),
            PageKey("F9", "lưu máy in; ở bước cuối: vào bàn", self._save),
        )

    # --- making the desk -------------------------------------------------------------------------------------------

    def _make(self, administrator: Administrator) -> None:
        if self._making:
            return
        self._making = True
        self._administrator = administrator.user
        self._ui.problem.hide()
        self._ui.progress.setText("Đang tạo kho dữ liệu mã hóa, khóa và sổ của bàn…")
        self._person_step.setEnabled(False)
        path, fingerprint, code = self._desk_step.proved()
        if self._desk_step.is_trial():
            self._jobs.run(lambda: self._needs.create_trial(administrator), self._made, self._refuse)
        else:
            self._jobs.run(
                lambda: self._needs.create(path, fingerprint, administrator, code), self._made, self._refuse
            )

    def _made(self, code: str) -> None:
        self._making = False
        self._ui.progress.setText("")
        self._desk_step.forget_code()
        self._recovery_step.show_code(code)
        self._go(RECOVERY)

    def _refuse(self, error: DeskError) -> None:
        self._making = False
        self._ui.progress.setText("")
        self._person_step.setEnabled(True)
        self._ui.problem.setText(say(error))
        self._ui.problem.show()
        self._start()

    # --- steps -----------------------------------------------------------------------------------------------------

    def _go(self, step: int) -> None:
        self._at = step
        self._ui.stack.setCurrentIndex(step)
        self._ui.step_title.setText(_TITLES[step])
        self._ui.problem.hide()
        for at, (icon, label) in enumerate(_lines(self._ui)):
            _show_line(icon, label, at, step)
        for widget in (self._ui.key_later, self._ui.later_says):
            widget.setVisible(step == PRINTERS)
        if step == PRINTERS:
            self._load_printer(0)
        if step == READY:
            last = (
                "Bấm Enter để đăng nhập bằng tên "
                f"«{self._administrator}». Máy in, máy quét và cân đổi được bất cứ lúc nào trong Máy in và Thiết bị."
            )
            self._ui.ready_text.setText("\n".join((*self._needs.kit_told(), last)))
        self._start()

    def _start(self) -> None:
        starts = {
            DESK: self._desk_step.start,
            ADMINISTRATOR: self._person_step.start,
            RECOVERY: self._recovery_step.start,
            PRINTERS: self._printer_step.start,
            READY: self._ui.enter.setFocus,
        }
        starts[self._at]()

    def _load_printer(self, role: int) -> None:
        self._role = role
        self._printer_step.load(_ROLES[role])

    def _next_printer(self) -> None:
        if self._role + 1 < len(_ROLES):
            self._load_printer(self._role + 1)
        else:
            self._go(READY)

    def _save(self) -> None:
        if self._at == PRINTERS:
            self._printer_step.save()
        elif self._at == READY:
            self.finished.emit(self._administrator)

    def _only_at(self, step: int, act: Callable[[], None]) -> Callable[[], None]:
        return lambda: act() if self._at == step else None


def _lines(ui: Ui_FirstRunPage) -> Sequence[tuple[IconLabel, QLabel]]:
    return (
        (ui.icon_desk, ui.step_desk),
        (ui.icon_administrator, ui.step_administrator),
        (ui.icon_recovery, ui.step_recovery),
        (ui.icon_printers, ui.step_printers),
        (ui.icon_ready, ui.step_ready),
    )


def _show_line(icon: IconLabel, label: QLabel, at: int, step: int) -> None:
    done, now = at < step, at == step
    icon.set_icon(
        Icon.CIRCLE_CHECK if done else Icon.PLAYER_PLAY if now else Icon.CIRCLE,
        "ok" if done else "accent" if now else "muted",
    )
    set_role(label, Role.H2 if now else Role.BODY if done else Role.MUTED)
