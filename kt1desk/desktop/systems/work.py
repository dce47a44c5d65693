"""«Hệ thống khác»: which system lacks what, the next file for it (F9), and the file that it gives back (F8).

A file that was lost is made again from a line that stood in it. The work must not know what a file holds, nor how it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.systems import Ui_Systems
from kt1desk.desktop.forms.systems_side import Ui_SystemsSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.systems import SystemNeeds, WaitingList, WrittenFile
from kt1desk.desktop.quiet_rows import show_again
from kt1desk.desktop.systems.texts import (
    ANSWER_COLUMNS,
    SYSTEM_COLUMNS,
    WAITING_COLUMNS,
    answer_row,
    system_row,
    taken_words,
    waiting_count,
    waiting_row,
    written_words,
)
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine
from kt1desk.services.system_words import answer_summary, answer_words, behind

_WAITS, _ANSWER = "Chưa được bên kia nhận", "Tệp trả về"
_NOTHING = WaitingList((), more=False, offset_min=0)
_ALL_TAKEN = "Bên kia đã nhận hết."
_NO_FILE = "Gõ tên tệp."
_NO_BATCH = "Dòng này chưa ở trong tệp nào: F9 để ghi tệp."
_KINDS = "Tệp trả về (*.xlsx *.csv);;Mọi tệp (*)"


class SystemsWork(Page):
    """Systems above, what one of them has not taken over (or what it just said) below."""

    def __init__(self, needs: SystemNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_Systems()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_SystemsSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._feeds: Sequence[Feed] = ()
        self._found, self._proposed = _NOTHING, ""
        self._reads, self._lists, self._doing = Newest(jobs), Newest(jobs), Doing(jobs, self)
        self._systems = self._ui.systems.show_rows(SYSTEM_COLUMNS)
        self._rows = self._ui.rows.show_rows(WAITING_COLUMNS)
        self._answers = self._ui.answers.show_rows(ANSWER_COLUMNS)
        self._asked: FieldEdit = self._ui.file
        self._lines: Sequence[AnswerLine] = ()
        self._join()
        self._tell("")
        self._list((), _NOTHING)

    def _join(self) -> None:
        ui, side = self._ui, self._side
        ui.systems.selectionModel().currentRowChanged.connect(lambda *_: self._turn())
        ui.answers.selectionModel().currentRowChanged.connect(lambda now, _: self._show_why(now.row()))
        for field, note in ((ui.file, ui.file_note), (ui.answer, ui.answer_note)):
            field.attach_note(note)
            field.textEdited.connect(field.show_idle)
        ui.file.returnPressed.connect(self._write)
        ui.answer.returnPressed.connect(self._take)
        for button, act in (
            (side.write_file, self._write),
            (side.write_again, self._write_again),
            (side.choose_answer, self._choose),
            (side.take_answer, self._take),
        ):
            button.clicked.connect(act)
        self._doing.refused.connect(self._refuse)

    def entered(self, _ref: str = "") -> None:
        """Read again; the systems take the keys."""
        self._read()
        self._ui.systems.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._lists.forget()
        self._show(())
        if self.isVisible():
            self._read()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """From an answer to what still waits; then to the systems."""
        if not self._ui.answers.isHidden():
            self._turn()
        elif self._ui.systems.hasFocus():
            return False
        self._ui.systems.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("F9", "ghi tệp những gì chưa ghi cho hệ thống này", self._write),
            PageKey("Ctrl+E", "làm lại tệp có dòng đang chọn", self._write_again),
            PageKey("Ctrl+O", "chọn tệp bên kia trả về", self._choose),
            PageKey("F8", "nhập tệp bên kia trả về", self._take),
            PageKey("Ctrl+M", "tới các hệ thống", self._ui.systems.setFocus),
            PageKey("Ctrl+L", "tới danh sách", self._to_list),
            PageKey("Ctrl+R", "đọc lại", self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _to_list(self) -> None:
        shown = self._ui.rows if self._ui.answers.isHidden() else self._ui.answers
        shown.setFocus()

    def _read(self) -> None:
        self._tell("")
        self._reads.run(self._needs.feeds, self._show, self._refuse)

    def _show(self, feeds: Sequence[Feed]) -> None:
        before = self._feed()
        self._feeds = feeds
        self._systems.set_rows([system_row(feed) for feed in feeds])
        codes = [feed.kind.system for feed in feeds]
        wanted = before.kind.system if before is not None else ""
        self._ui.systems.selectRow(codes.index(wanted) if wanted in codes else 0)
        self._turn()

    def _feed(self) -> Feed | None:
        at = self._ui.systems.currentIndex().row()
        return self._feeds[at] if 0 <= at < len(self._feeds) else None

    def _turn(self) -> None:
        """Another system, or the same one read again."""
        feed, side = self._feed(), self._side
        side.about_card.setVisible(feed is not None)
        self._ui.answers.hide()
        self._ui.rows.show()
        if feed is None:
            self._list((), _NOTHING)
            return
        side.about_title.setText(feed.kind.title)
        said = behind(feed)
        side.about_behind.setText(f"{said[:1].upper()}{said[1:]}.")
        self._propose(feed)
        self._lists.run(
            partial(self._needs.not_taken, feed.kind.system),
            lambda found: self._list((feed,), found),
            self._refuse,
        )

    def _propose(self, feed: Feed) -> None:
        """A name for its next file; one that somebody typed stays."""
        if self._ui.file.text() == self._proposed:
            self._proposed = self._needs.proposed_export(feed.kind.system)
            self._ui.file.setText(self._proposed)

    def _list(self, of: Sequence[Feed], found: WaitingList) -> None:
        self._found = found
        self._rows.set_rows([waiting_row(row, found.offset_min) for row in found.rows])
        self._ui.rows.set_empty_text(_ALL_TAKEN if of else "")
        self._ui.list_title.setText(_WAITS)
        self._ui.list_count.setText(waiting_count(found, of[0]) if of else "")
        if found.rows:
            self._ui.rows.selectRow(0)

    def _write(self) -> None:
        self._export("")

    def _write_again(self) -> None:
        at = self._ui.rows.currentIndex().row()
        batch = self._found.rows[at].batch if 0 <= at < len(self._found.rows) else ""
        self._export(batch) if batch else self._tell(_NO_BATCH)

    def _export(self, batch: str) -> None:
        feed, path = self._feed(), self._path(self._ui.file)
        if feed is not None and path:
            write = partial(self._needs.export_file, feed.kind.system, path, batch)
            self._doing.run(write, self._written)

    def _written(self, written: WrittenFile) -> None:
        self._proposed = self._ui.file.text()
        self.said.emit(written_words(written))
        self.changed.emit()
        self._read()

    def _choose(self) -> None:
        """The dialog that this system has for files, beginning where the last one lay."""
        beside = str(Path(self._ui.answer.text().strip() or "~/x").expanduser().parent)
        dialog = QFileDialog(self.window(), "Chọn tệp trả về", beside, _KINDS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Chọn")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._ui.answer.setText)
        dialog.open()

    def _take(self) -> None:
        feed, path = self._feed(), self._path(self._ui.answer)
        if feed is not None and path:
            take = partial(self._needs.take_answer, feed.kind.system, path)
            self._doing.run(take, self._taken)

    def _taken(self, lines: Sequence[AnswerLine]) -> None:
        """The answer stands in the list until somebody goes on."""
        self._lists.forget()
        self._lines = lines
        self._answers.set_rows([answer_row(line) for line in lines])
        self._ui.list_title.setText(_ANSWER)
        self._ui.list_count.setText("; ".join(answer_summary(lines)))
        self._ui.rows.hide()
        self._ui.answers.show()
        self._ui.answers.selectRow(0)
        self._ui.answers.setFocus(Qt.FocusReason.TabFocusReason)
        self._ui.answer.clear()
        self.said.emit(taken_words(lines))
        self.changed.emit()
        self._reads.run(self._needs.feeds, self._recount, self._refuse)

    def _recount(self, feeds: Sequence[Feed]) -> None:
        """The systems after an answer, which stays in sight."""
        self._feeds = feeds
        show_again(self._ui.systems, self._systems, [system_row(feed) for feed in feeds])

    def _show_why(self, at: int) -> None:
        """A reason has more words than its column has room for."""
        if 0 <= at < len(self._lines):
            self._side.about_behind.setText(answer_words(self._lines[at]))

    def _path(self, field: FieldEdit) -> str:
        """What was typed; "" where nothing was: it is said there."""
        self._asked = field
        self._tell("")
        path = field.text().strip()
        if not path:
            self._refuse_at(_NO_FILE)
        return path

    def _refuse(self, error: DeskError) -> None:
        if error.field == "file":
            self._refuse_at(say(error))
        else:
            self._tell(say(error))

    def _refuse_at(self, sentence: str) -> None:
        self._asked.show_error(sentence)
        self._asked.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
