"""Steps of laying a desk out from a backup: where the backup is, what is known beside it, what is being done, what came of it.

They say what was typed and show what was found or refused; their order is not known here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kt1desk.desktop.forms.restore_beside import Ui_RestoreBesideForm
from kt1desk.desktop.forms.restore_choose import Ui_RestoreChooseForm
from kt1desk.desktop.forms.restore_done import Ui_RestoreDoneForm
from kt1desk.desktop.forms.restore_running import Ui_RestoreRunningForm
from kt1desk.desktop.look.icons import Icon
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import EnterWay, Visited
from kt1desk.desktop.widgets import Role, set_role
from kt1desk.domain.errors import DeskError
from kt1desk.domain.restore_stage import RestoreStage

if TYPE_CHECKING:
    from kt1desk.desktop.needs.restoring import FoundBackup, ThisMachine

_PATH_HINT = "Thư mục trên USB, ổ thứ hai hay thư mục mạng; lấy bản mới nhất trong đó"
_READING = "Đang đọc lại trọn bản sao lưu…"
_FLIGHT_HINT = "Thư mục của hộp đen trên USB khác: lấy lại các việc sau bản sao lưu"
_LAST_HINT = (
    "Mỗi loại nhãn một số cuối, cách nhau dấu phẩy. Loại nào bỏ trống thì dải số cũ của loại ấy bị khóa"
)
_COUNTED = "Máy này còn dấu đầu sổ nên tự biết phải bỏ qua bao nhiêu số; để trống cũng được"
_AFTER = "Vào bàn rồi: cài lại máy in (F10), kiểm tra số cuối trên cuộn nhãn, rồi mới nhận bưu gửi."
_OTHERS_NEW = " Người khác chưa vào được ở máy mới: người quản trị đặt lại mật khẩu cho từng người."
_MIB = 1 << 20


class ChooseStep(QWidget):
    """Where the backup is. `asked` carries a path to be looked at; `done` when what was found is the right one."""

    asked = Signal(str)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._older = ""
        self._ui = Ui_RestoreChooseForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._ui.path.attach_note(self._ui.path_note)
        self._ui.path.textEdited.connect(lambda _: self._forget())
        self._ui.path.returnPressed.connect(self._go_on)
        self._forget()

    def start(self) -> None:
        """Bring the focus here."""
        self._ui.path.setFocus()

    def path(self) -> str:
        """What was typed."""
        return self._ui.path.text().strip()

    def choose_folder(self) -> None:
        """Look for the folder."""
        if not self._ui.path.isReadOnly():
            _choose_folder(self, "Chọn thư mục có bản sao lưu", self._take)

    def take_older(self) -> None:
        """The one before, where it is offered."""
        if self._older:
            self._take(self._older)

    def set_busy(self, busy: bool) -> None:
        """While a medium is read nothing is typed."""
        self._ui.path.setReadOnly(busy)
        if busy:
            self._ui.path.show_idle(_READING)

    def show_found(self, found: FoundBackup) -> None:
        """What it is; Enter goes on."""
        self._forget()
        self._ui.path.show_done()
        self._ui.found.setText(_found_words(found))
        self._ui.found.show()
        self.start()

    def refuse(self, error: DeskError, older: str) -> None:
        """Why it is not taken, and the one before it where there is one."""
        self._forget()
        self._older = older
        self._ui.problem.setText(say(error))
        self._ui.problem.show()
        for widget in (self._ui.older, self._ui.key_older, self._ui.older_says):
            widget.setVisible(bool(older))
        self._ui.older.setText(
            f"Bản liền trước: {older}. F8 để lấy bản này; các việc sau nó chỉ còn ở hộp đen và trung tâm."
        )
        self.start()

    def _take(self, path: str) -> None:
        self._ui.path.setText(path)
        self._forget()
        self.asked.emit(path)

    def _forget(self) -> None:
        ui, self._older = self._ui, ""
        ui.path.show_idle(_PATH_HINT)
        for widget in (ui.found, ui.problem, ui.older, ui.key_older, ui.older_says):
            widget.hide()

    def _go_on(self) -> None:
        if self._ui.path.isReadOnly() or not self.path():
            return
        if self._ui.found.isVisibleTo(self):
            self.done.emit()
        else:
            self.asked.emit(self.path())


class BesideStep(QWidget):
    """The flight recorder and the last numbers, both may be empty. `done` carries what was typed in each."""

    done = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_RestoreBesideForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        ui = self._ui
        ui.intro.setText(
            "Việc sau bản sao lưu nằm ở hộp đen và ở trung tâm. Nhìn cuộn nhãn và phiếu đã in để không số nào bị cấp hai lần."
        )
        self._last_hint = _LAST_HINT
        ui.flight.attach_note(ui.flight_note)
        ui.last.attach_note(ui.last_note)
        ui.flight.textEdited.connect(lambda _: self._show_hints())
        ui.last.textEdited.connect(lambda _: self._show_hints())
        self._visited = Visited()
        self._way = EnterWay(self, [self._visited.step(field) for field in (ui.flight, ui.last)])
        self._way.finished.connect(lambda: self.done.emit(ui.flight.text().strip(), ui.last.text().strip()))

    def serve(self, machine: ThisMachine) -> None:
        """What this machine knows."""
        self._last_hint = _COUNTED if machine.marker else _LAST_HINT
        self._show_hints()

    def start(self) -> None:
        """Begin at the first."""
        self._visited.forget()
        self._ui.flight.setFocus()

    def choose_folder(self) -> None:
        """Look for the recorder."""
        _choose_folder(self, "Chọn thư mục của hộp đen", self._ui.flight.setText)

    def refuse(self, error: DeskError) -> None:
        """A number that is none."""
        self._ui.last.show_error(say(error))
        self._ui.last.setFocus()

    def _show_hints(self) -> None:
        self._ui.flight.show_idle(_FLIGHT_HINT)
        self._ui.last.show_idle(self._last_hint)


class RunningStep(QWidget):
    """What is being done, one line for each thing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_RestoreRunningForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Đang khôi phục, không phải bấm gì")

    def start(self) -> None:
        """Nothing is asked here."""
        self.setFocus()

    def show_stage(self, stage: RestoreStage) -> None:
        """Done, being done, still to come."""
        stages = list(RestoreStage)
        for at, each in enumerate(stages):
            icon, line = getattr(self._ui, f"icon_{each.value}"), getattr(self._ui, f"stage_{each.value}")
            now = stages.index(stage)
            icon.set_icon(
                Icon.CIRCLE_CHECK if at < now else Icon.PLAYER_PLAY if at == now else Icon.CIRCLE,
                "ok" if at < now else "accent" if at == now else "muted",
            )
            set_role(line, Role.H2 if at == now else Role.BODY if at < now else Role.MUTED)


class DoneStep(QWidget):
    """What came of it. `done` on Enter: pressed here, for the one that proved the new code goes on to the page."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_RestoreDoneForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Đã khôi phục xong, Enter để vào bàn")

    def show_report(self, lines: tuple[str, ...], *, new_machine: bool) -> None:
        """The sentences, and what is to be done now."""
        self._ui.report.setText("\n".join(("Bàn đã khôi phục xong.", *lines)))
        self._ui.after.setText(_AFTER + (_OTHERS_NEW if new_machine else ""))

    def start(self) -> None:
        """Take the keys."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the desk."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _choose_folder(parent: QWidget, title: str, take: Callable[[str], None]) -> None:
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.fileSelected.connect(take)
    dialog.open()


def _found_words(found: FoundBackup) -> str:
    place = f"{found.point_name} · mã {found.point}" if found.point_name else f"Điểm mã {found.point}"
    size = f"{max(found.size / _MIB, 0.1):.1f}".replace(".", ",")
    return (
        f"{place} · bàn số {found.device}\n"
        f"Sao lưu lúc {found.made} · {count(found.events)} việc\n"
        f"Đã đọc lại trọn {size} MB: đúng từng byte như lúc ghi. Từng việc và chữ ký của bàn được kiểm tra khi mở khóa.\n"
        "Đúng bàn của mình thì Enter."
    )
