"""Which file, and what shall be done with it: typed, chosen in a dialog or dropped; what is wrong with the file stands under it.

This module must not know the page, nor how a file is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kt1desk.desktop.bars import FREE, Bars
from kt1desk.desktop.forms.lists import Ui_ListsPage
from kt1desk.desktop.list_run import ListRun, Stage
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.needs import ListTask, WantedColumns
from kt1desk.desktop.widgets import Choice, Role
from kt1desk.domain.errors import DeskError

_TASKS = (
    Choice(ListTask.ACCEPT.value, "Nhận danh sách", "1"),
    Choice(ListTask.PROCEDURES.value, "Nhập thủ tục", "2"),
    Choice(ListTask.AGENCIES.value, "Nhập cơ quan", "3"),
    Choice(ListTask.STAFF.value, "Nhập người dùng", "4"),
)
_KINDS = "Danh sách (*.xlsx *.csv);;Mọi tệp (*)"


class ListFile(QObject):
    """The card with task, file and number of the list. `wanted(columns)`: what a file must have, or nothing."""

    wanted = Signal(object)

    def __init__(self, form: Ui_ListsPage, run: ListRun, page: QWidget) -> None:
        super().__init__(page)
        self._form = form
        self._run = run
        self._page = page
        form.file.attach_note(form.file_note)
        self.offer(FREE)
        for field in (form.file, form.list_id, form.report):
            field.setAcceptDrops(False)  # a file that is dropped there is the list, not its name as a text
        form.task.chosen.connect(self._choose_task)
        form.file.returnPressed.connect(self.look)
        form.list_id.returnPressed.connect(self.look)
        form.file.textEdited.connect(lambda _: form.file.show_idle())
        form.choose.clicked.connect(self.open_dialog)

    def offer(self, bars: Bars) -> None:
        """What may be done with a file by whoever works here; the first of it, where what was chosen is not among it."""
        before, tasks = self._form.task.value(), tuple(each for each in _TASKS if not bars.why(each.value))
        if tasks == self._form.task.choices():
            return
        self._form.task.set_choices(tasks)
        values = [each.value for each in tasks]
        self._form.task.set_value(before if before in values else next(iter(values), None))
        self.show_stage()

    @property
    def path(self) -> str:
        """As it was typed."""
        return self._form.file.text().strip()

    @property
    def task(self) -> ListTask:
        """What shall be done with the file."""
        return ListTask(self._form.task.value() or ListTask.ACCEPT)

    def ask_wanted(self) -> None:
        """Tell which columns a file must have; whoever may not do this is told so."""
        self.wanted.emit(())
        self._run.ask_wanted(self.task, self._tell_wanted)

    def look(self) -> None:
        """Read the file, or read it again."""
        if not self.path:
            self._form.file.setFocus()
        elif self._run.stage is not Stage.TAKING:
            self._form.file.show_idle()
            self._run.look(self.task, self.path, self._form.list_id.text())

    def look_at(self, path: str) -> None:
        """Read a file that was chosen or dropped."""
        self._form.file.setText(path)
        self.look()

    def open_dialog(self) -> None:
        """The dialog that this system has for files, beginning where the last one lay."""
        if self._run.stage is Stage.TAKING:
            return
        beside = str(Path(self.path or "~/x").expanduser().parent)
        dialog = QFileDialog(self._page.window(), "Chọn tệp danh sách", beside, _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Chọn")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.look_at)
        dialog.open()

    def show_stage(self) -> None:
        """What can be changed now, and what the file holds."""
        form, view = self._form, self._run.view
        free = self._run.stage in {Stage.NONE, Stage.LOOKED_AT, Stage.DONE}
        inputs: tuple[QWidget, ...] = (form.task, form.file, form.choose, form.list_id)
        for part in inputs:
            part.setEnabled(free)
        form.list_label.setVisible(self.task is ListTask.ACCEPT)
        form.list_id.setVisible(self.task is ListTask.ACCEPT)
        if view is not None:
            form.file.show_done(f"{view.file}: {view.kind}, {count(len(view.lines))} dòng.")

    def refuse(self, error: DeskError) -> bool:
        """Say what is wrong at its field; False where it is about a list that is shown."""
        field = {"file": self._form.file, "list": self._form.list_id}.get(error.field)
        if field is not None:
            self._form.file.show_error(say(error))
            field.setFocus()
        elif self._run.stage is Stage.NONE:
            self._form.file_note.show_note(say(error), Role.ERROR)
        return field is not None or self._run.stage is Stage.NONE

    def _choose_task(self, _task: str) -> None:
        self._run.put_away()
        self._form.file.show_idle()
        self.ask_wanted()

    def _tell_wanted(self, kinds: Sequence[WantedColumns]) -> None:
        self.wanted.emit(kinds)
        if self._form.task.hasFocus():
            self._form.file.setFocus()
