"""What is done with files: the next one is written, one of before made again, one that came back chosen and taken in.

It must not know what is shown afterwards.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.needs.systems import SystemNeeds, WrittenFile
from kt1desk.desktop.systems.file_names import FileNames
from kt1desk.desktop.systems.list_below import ListBelow
from kt1desk.desktop.systems.system_list import SystemList
from kt1desk.services.other_systems import Feed

_NO_BATCH = "Dòng này chưa ở trong tệp nào: F9 để ghi tệp."
_KINDS = "Tệp trả về (*.xlsx *.csv);;Mọi tệp (*)"


class FileActs(QObject):
    """`written` carries the `WrittenFile`, `taken` the lines of an answer (a sequence of `AnswerLine`)."""

    written = Signal(object)
    taken = Signal(object)

    def __init__(
        self, needs: SystemNeeds, doing: Doing, systems: SystemList, below: ListBelow, names: FileNames
    ) -> None:
        super().__init__(doing)
        self._needs, self._doing = needs, doing
        self._systems, self._below, self._names = systems, below, names
        self._proposed = ""
        names.next_file.returnPressed.connect(self.write)
        names.answer.returnPressed.connect(self.take)
        doing.refused.connect(names.refuse)

    def propose(self, feed: Feed) -> None:
        """A name for its next file; one that somebody typed stays."""
        if self._names.next_file.text() == self._proposed:
            self._proposed = self._needs.proposed_export(feed.kind.system)
            self._names.next_file.setText(self._proposed)

    def write(self) -> None:
        """The next file of the system at hand."""
        self._export("")

    def write_again(self) -> None:
        """The file in which the line at hand stood."""
        batch = self._below.batch()
        self._export(batch) if batch else self._names.tell(_NO_BATCH)

    def choose(self) -> None:
        """The dialog that this system has for files, beginning where the last one lay."""
        answer = self._names.answer
        beside = str(Path(answer.text().strip() or "~/x").expanduser().parent)
        dialog = QFileDialog(answer.window(), "Chọn tệp trả về", beside, _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Chọn")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(answer.setText)
        dialog.open()

    def take(self) -> None:
        """Take in what the system at hand gave back."""
        feed, path = self._systems.chosen(), self._names.path(self._names.answer)
        if feed is not None and path:
            take = partial(self._needs.take_answer, feed.kind.system, path)
            self._doing.run(take, self.taken.emit, long="Đang đọc tệp trả về")

    def _export(self, batch: str) -> None:
        feed, path = self._systems.chosen(), self._names.path(self._names.next_file)
        if feed is not None and path:
            write = partial(self._needs.export_file, feed.kind.system, path, batch)
            self._doing.run(write, self._after_writing, long="Đang ghi tệp cho hệ thống khác")

    def _after_writing(self, written: WrittenFile) -> None:
        self._proposed = self._names.next_file.text()
        self.written.emit(written)
