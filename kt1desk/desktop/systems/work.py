"""«Hệ thống khác»: which system lacks what, the next file for it (F9), and the file that it gives back (F8).

A file that was lost is made again from a line that stood in it. The work must not know what a file holds, nor how it is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.systems import Ui_Systems
from kt1desk.desktop.forms.systems_side import Ui_SystemsSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.models.texts import begun
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.systems import SystemNeeds, WrittenFile
from kt1desk.desktop.systems.file_acts import FileActs
from kt1desk.desktop.systems.file_names import FileNames
from kt1desk.desktop.systems.list_below import ListBelow
from kt1desk.desktop.systems.system_list import SystemList
from kt1desk.desktop.systems.texts import taken_words, written_words
from kt1desk.services.other_systems import Feed
from kt1desk.services.system_answers import AnswerLine
from kt1desk.services.system_words import behind


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
        self._reads, self._lists = Newest(jobs, long="Đang đếm việc cho hệ thống khác"), Newest(jobs)
        self._systems = SystemList(self._ui.systems)
        self._below = ListBelow(self._ui)
        self._names = FileNames(self._ui, self._side.problem)
        self._files = FileActs(needs, Doing(jobs, self), self._systems, self._below, self._names)
        self._join()
        self._below.show_nothing()

    def _join(self) -> None:
        side, files = self._side, self._files
        self._systems.turned.connect(self._turn)
        self._below.line_chosen.connect(side.about_behind.setText)
        for button, act in (
            (side.write_file, files.write),
            (side.write_again, files.write_again),
            (side.choose_answer, files.choose),
            (side.take_answer, files.take),
        ):
            button.clicked.connect(act)
        files.written.connect(self._written)
        files.taken.connect(self._taken)

    def entered(self, _ref: str = "") -> None:
        """Read again; the systems take the keys."""
        self._read()
        self._systems.focus()

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
        if self._below.is_answer():
            self._turn()
        elif self._systems.has_focus():
            return False
        self._systems.focus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        files = self._files
        return (
            PageKey("F9", "ghi tệp những gì chưa ghi cho hệ thống này", files.write),
            PageKey("Ctrl+E", "làm lại tệp có dòng đang chọn", files.write_again),
            PageKey("Ctrl+O", "chọn tệp bên kia trả về", files.choose),
            PageKey("F8", "nhập tệp bên kia trả về", files.take),
            PageKey("Ctrl+M", "tới các hệ thống", self._ui.systems.setFocus),
            PageKey("Ctrl+L", "tới danh sách", self._below.focus),
            reading(self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._names.tell("")
        self._reads.run(self._needs.feeds, self._show, self._names.refuse)

    def _show(self, feeds: Sequence[Feed]) -> None:
        self._systems.show(feeds)
        self._turn()

    def _turn(self) -> None:
        """Another system, or the same one read again."""
        feed, side = self._systems.chosen(), self._side
        side.about_card.setVisible(feed is not None)
        self._below.close_answer()
        if feed is None:
            self._below.show_nothing()
            return
        side.about_title.setText(feed.kind.title)
        side.about_behind.setText(f"{begun(behind(feed))}.")
        self._files.propose(feed)
        self._lists.run(
            partial(self._needs.not_taken, feed.kind.system),
            partial(self._below.show_waiting, feed),
            self._names.refuse,
        )

    def _written(self, written: WrittenFile) -> None:
        self.said.emit(written_words(written))
        self.changed.emit()
        self._read()

    def _taken(self, lines: Sequence[AnswerLine]) -> None:
        """The answer stands in the list until somebody goes on."""
        self._lists.forget()
        self._below.show_answer(lines)
        self._names.answer.clear()
        self.said.emit(taken_words(lines))
        self.changed.emit()
        # The answer stays in sight: the systems are only counted again.
        self._reads.run(self._needs.feeds, self._systems.recount, self._names.refuse)
