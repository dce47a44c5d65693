"""The first steps of the first run, each a small form: which desk, who sets it up.

They ask services through jobs and say what came out; the order of the steps is not known here.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kt1desk.desktop.forms.setup_administrator import Ui_AdministratorStepForm
from kt1desk.desktop.forms.setup_desk import Ui_DeskStepForm
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import EnterWay, Step
from kt1desk.desktop.needs import Administrator, DeskFileSummary, FirstRunNeeds
from kt1desk.desktop.widgets import Choice, FieldEdit, Role, set_role
from kt1desk.domain.errors import DeskError

_FILE, _TRIAL, _RESTORE = "file", "trial", "restore"
_CODE, _KIT = "one_time_code", ".kt1kit"


class DeskStep(QWidget):
    """A desk file with its fingerprint, or a desk to try out. `done` when what was chosen has been proved.

    `restore_wanted`: the desk is to come from a backup.
    """

    done = Signal()
    restore_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: FirstRunNeeds | None = None
        self._jobs: Jobs | None = None
        self._proved: tuple[str, str, str] | None = None
        self._is_kit = False
        self._ui = Ui_DeskStepForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.mode.set_choices(
            (
                Choice(_FILE, "Tệp bàn của tỉnh", "1"),
                Choice(_TRIAL, "Dùng thử", "2"),
                Choice(_RESTORE, "Khôi phục từ bản sao lưu", "3"),
            )
        )
        ui.kind_note.show_note("Phím 1, 2 hoặc 3, rồi Enter; máy cũ hỏng thì chọn 3")
        ui.path.attach_note(ui.path_note)
        ui.fingerprint.attach_note(ui.fingerprint_note)
        ui.kit_code.attach_note(ui.kit_code_note)
        ui.summary.hide()
        ui.problem.hide()
        ui.mode.chosen.connect(self._show_mode)
        for field in (ui.path, ui.fingerprint, ui.kit_code):
            field.textEdited.connect(self._forget_proof)
        ui.path.textChanged.connect(self._show_code)
        self._way = EnterWay(
            self,
            (
                Step(ui.mode, lambda: ui.mode.value() is None),
                Step(ui.path, lambda: not ui.path.text().strip()),
                Step(ui.fingerprint, lambda: not ui.fingerprint.text().strip()),
                Step(ui.kit_code, lambda: self._is_kit and not ui.kit_code.text().strip()),
            ),
        )
        self._way.finished.connect(self._go_on)
        self._show_mode()

    def serve(self, needs: FirstRunNeeds, jobs: Jobs) -> None:
        """What reads and proves desk files."""
        self._needs, self._jobs = needs, jobs

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def is_trial(self) -> bool:
        """Whether the desk is only to try out."""
        return self._ui.mode.value() == _TRIAL

    def proved(self) -> tuple[str, str, str]:
        """Path and fingerprint of the desk file that was proved, and the one-time code where it is a kit."""
        return self._proved or ("", "", "")

    def forget_code(self) -> None:
        """The desk is made: the code is of no use any more."""
        self._ui.kit_code.clear()
        self._proved = None

    def choose_file(self) -> None:
        """Look for the file on a stick; only for a desk of the province."""
        if self._ui.mode.value() != _FILE:
            return
        dialog = QFileDialog(self, "Chọn tệp bàn")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, path: str) -> None:
        self._ui.path.setText(path)
        self._forget_proof()
        self._way.start()

    def _show_mode(self) -> None:
        is_file = self._ui.mode.value() == _FILE
        for widget in (
            self._ui.path_label,
            self._ui.path,
            self._ui.path_note,
            self._ui.fingerprint_label,
            self._ui.fingerprint,
            self._ui.fingerprint_note,
            self._ui.key_choose,
            self._ui.choose_says,
        ):
            widget.setVisible(is_file)
        self._show_code()

    def _show_code(self, *_: object, is_kit: bool = False) -> None:
        """A kit is told by its name, or by what reads it, whatever its name."""
        self._is_kit = is_kit or self._ui.path.text().strip().lower().endswith(_KIT)
        shown = self._is_kit and self._ui.mode.value() == _FILE
        for widget in (self._ui.kit_code_label, self._ui.kit_code, self._ui.kit_code_note):
            widget.setVisible(shown)

    def _forget_proof(self) -> None:
        self._proved = None
        self._ui.summary.hide()
        self._ui.problem.hide()
        for field in (self._ui.path, self._ui.fingerprint, self._ui.kit_code):
            field.show_idle()

    def _go_on(self) -> None:
        if self._ui.mode.value() == _RESTORE:
            self.restore_wanted.emit()
            return
        if self.is_trial() or self._proved is not None:
            self.done.emit()
            return
        needs, jobs = self._needs, self._jobs
        if needs is None or jobs is None:
            return
        typed = self._typed()
        self._ui.fingerprint.show_idle("Đang kiểm tra chữ ký của tỉnh…")
        jobs.run(
            lambda: needs.read_desk_file(*typed),
            lambda summary: self._show_proof(typed, summary),
            self._refuse,
        )

    def _typed(self) -> tuple[str, str, str]:
        ui = self._ui
        return (
            ui.path.text().strip(),
            ui.fingerprint.text().strip(),
            ui.kit_code.text().strip() if self._is_kit else "",
        )

    def _show_proof(self, typed: tuple[str, str, str], summary: DeskFileSummary) -> None:
        if typed != self._typed():
            return
        self._proved = typed
        self._ui.path.show_done()
        if summary.brings:
            self._ui.kit_code.show_done("Mã đúng, bộ cài còn nguyên")
        self._ui.fingerprint.show_done("Chữ ký của tỉnh đúng")
        self._ui.summary.setText(_summary_words(summary))
        set_role(self._ui.summary, Role.OK_BOX if summary.numbers else Role.WARN_BOX)
        self._ui.summary.show()
        (self._ui.kit_code if summary.brings else self._ui.fingerprint).setFocus()

    def _refuse(self, error: DeskError) -> None:
        self._ui.fingerprint.show_idle()
        if error.field == _CODE:
            self._show_code(is_kit=True)
        fields = {"desk_file": self._ui.path, "fingerprint": self._ui.fingerprint, _CODE: self._ui.kit_code}
        field = fields.get(error.field)
        if field is None:
            self._ui.problem.setText(say(error))
            self._ui.problem.show()
        else:
            field.show_error(say(error))
            field.setFocus()


def _summary_words(summary: DeskFileSummary) -> str:
    desk = f"{summary.point_name} · mã {summary.point} · máy số {summary.device}"
    if not summary.numbers:  # signed and right, but a desk without numbers can accept nothing
        return f"{desk}. Tệp bàn không có dải số nào: chưa nhận được bưu gửi. Hỏi tỉnh tệp khác, hoặc Enter để vẫn lập bàn."
    told = f"{desk} · {count(summary.numbers)} số hiệu."
    return "\n".join(
        (told, *summary.brings, "Đúng điểm của mình thì Enter; sai thì dừng, gọi Bưu điện tỉnh.")
    )


class AdministratorStep(QWidget):
    """The first user. `done` carries an `Administrator` that the services would accept."""

    done = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs: FirstRunNeeds | None = None
        self._jobs: Jobs | None = None
        self._ui = Ui_AdministratorStepForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.problem.hide()
        pairs = (
            (ui.user, ui.user_note, "Chữ thường không dấu, số, dấu chấm"),
            (ui.name, ui.name_note, "Như trên giấy tờ, có dấu"),
            (ui.password, ui.password_note, "Nên là một câu ngắn có số; tắt bộ gõ tiếng Việt khi gõ"),
            (ui.again, ui.again_note, ""),
        )
        for field, note, hint in pairs:
            field.attach_note(note)
            field.show_idle(hint)
            field.textEdited.connect(lambda _, field=field, hint=hint: self._forget(field, hint))
        self._way = EnterWay(
            self,
            [Step(field, lambda field=field: not field.text().strip()) for field, _, _ in pairs],  # type: ignore[misc]
        )
        self._way.finished.connect(self._go_on)

    def serve(self, needs: FirstRunNeeds, jobs: Jobs) -> None:
        """What checks a user."""
        self._needs, self._jobs = needs, jobs

    def start(self) -> None:
        """Bring the focus to what is missing."""
        self._way.start()

    def _forget(self, field: FieldEdit, hint: str) -> None:
        field.show_idle(hint)
        self._ui.problem.hide()

    def _go_on(self) -> None:
        needs, jobs = self._needs, self._jobs
        if needs is None or jobs is None:
            return
        if self._ui.password.text() != self._ui.again.text():
            self._ui.again.show_error(say(DeskError("login.password_mismatch", "password")))
            self._ui.again.setFocus()
            self._ui.again.selectAll()
            return
        made = Administrator(
            self._ui.user.text().strip(), self._ui.name.text().strip(), self._ui.password.text()
        )
        jobs.run(lambda: needs.check_administrator(made), lambda _: self.done.emit(made), self._refuse)

    def _refuse(self, error: DeskError) -> None:
        field = {"user": self._ui.user, "name": self._ui.name, "password": self._ui.password}.get(error.field)
        if field is None:
            self._ui.problem.setText(say(error))
            self._ui.problem.show()
            return
        field.show_error(say(error))
        field.setFocus()
        field.selectAll()
