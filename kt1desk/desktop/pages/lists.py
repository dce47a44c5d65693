"""Lists: what an agency brings on a stick is accepted line by line, and catalogues are brought in the same way.

The list is looked at first and shown line by line; nothing is accepted before the clerk has said, by a key of its own, that each cover was
looked at from outside. The page must not know what a column means, nor how a file is read.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.forms.lists import Ui_ListsPage
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.list_file import ListFile
from kt1desk.desktop.list_report import ReportForm
from kt1desk.desktop.list_run import ListRun, Stage
from kt1desk.desktop.list_side import ListSide
from kt1desk.desktop.list_table import ListTable
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs import LineShape, ListLine, ListNeeds, ListTask
from kt1desk.domain.errors import DeskError


class ListsPage(Page):
    """A file, its lines, and what becomes of them."""

    def __init__(self, needs: ListNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_ListsPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._side = ListSide(self)
        self._side.hide()
        self._run = ListRun(needs, jobs, self)
        self._file = ListFile(self._ui, self._run, self)
        self._table = ListTable(self._ui, self)
        self._report = ReportForm(self._ui, self._run, self)
        self.setAcceptDrops(True)
        self._side.form.go.clicked.connect(self._take)
        self._side.form.save.clicked.connect(self._ask_report)
        self._side.form.checked.toggled.connect(lambda _: self._side.show_problem(""))
        self._file.wanted.connect(self._side.show_wanted)
        self._table.chosen.connect(self._side.show_line)
        self._run.changed.connect(self._show_stage)
        self._run.moved.connect(self._show_progress)
        self._run.refused.connect(self._refuse)
        self._report.closed.connect(self._report_closed)
        self._side.show_line(None)
        self._show_stage()

    def stop(self) -> None:
        """The window closes: the line under way is finished, no other is begun. What was accepted is accepted."""
        self._run.stop()

    def forget(self) -> None:
        """See `Page.forget`. A run ends at the line under way, and by itself: the next line is refused."""
        self._run.stop()
        self._run.put_away()

    def side(self) -> QWidget:
        """Sums, the chosen line, the next key."""
        return self._side

    def entered(self, _ref: str = "") -> None:
        """Go on where the list stands."""
        self._file.offer(self.bars)
        (self._ui.file if self._run.view is None else self._ui.lines).setFocus()
        self._file.ask_wanted()

    def step_back(self) -> bool:
        """Stop the run; else leave the report, the filter, the lines. A list that was looked at stays."""
        if self._run.stage in {Stage.TAKING, Stage.LOOKING}:
            self._run.stop()
            self._side.show_progress(self._run)
        elif self._report.is_open:
            self._report.close()
        elif self._table.only_refused:
            self._table.filter()
        elif self._ui.file.hasFocus():
            return False
        else:
            self._ui.file.setFocus()
        return True

    def keys(self) -> Sequence[PageKey]:
        """What acts here."""
        return (
            PageKey("Ctrl+M", "đổi việc: nhận danh sách, nhập danh mục", self._ui.task.setFocus),
            PageKey("Ctrl+O", "chọn tệp", self._file.open_dialog),
            PageKey("Enter", "đọc tệp vừa gõ"),
            PageKey("Ctrl+R", "đọc lại tệp", self._file.look),
            PageKey("Ctrl+L", "chỉ dòng bị từ chối; bấm lần nữa để thấy tất cả", self._table.filter),
            PageKey("Ctrl+B", "đã xem ngoài từng bì", self._side.form.checked.click),
            PageKey("F9", "nhận hoặc nhập các dòng được", self._take),
            PageKey("Esc", "dừng giữa hai dòng"),
            PageKey("F8", "lưu báo cáo từng dòng", self._ask_report),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this machine."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile() and self._run.stage is not Stage.TAKING:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """The file is looked at as if its path had been typed."""
        event.acceptProposedAction()
        self._file.look_at(event.mimeData().urls()[0].toLocalFile())

    def _take(self) -> None:
        view, checked = self._run.view, self._side.form.checked.isChecked()
        if view is None or not self._run.takable:
            return
        if view.asks and not checked:
            self._refuse(DeskError("batch.not_checked"))
        else:
            self._run.take(checked=checked)

    def _ask_report(self) -> None:
        if self._run.stage in {Stage.LOOKED_AT, Stage.DONE}:
            self._report.ask(self._file.path)

    def _show_stage(self) -> None:
        run = self._run
        self._file.show_stage()
        self._report.put_away()
        if run.stage in {Stage.NONE, Stage.LOOKING}:
            self._side.form.checked.setChecked(False)
        if run.stage is Stage.TAKING:
            self._table.follow()
        else:
            self._table.show_list(run.view)
        if run.view is not None and self.isVisible():
            self._ui.lines.setFocus()
        self._side.show_problem("")
        self._side.show_run(run)
        if run.stage is Stage.DONE and run.view is not None:
            done = run.view.count(LineShape.ACCEPTED) + run.view.count(LineShape.TAKEN)
            word = "nhận" if run.view.task is ListTask.ACCEPT else "nhập"
            self.said.emit(
                f"{run.view.file}: đã {word} {count(done)} trên {count(len(run.view.lines))} dòng."
            )
            self.changed.emit()

    def _show_progress(self, told: Sequence[ListLine]) -> None:
        self._table.tell(told)
        self._side.add(told)
        self._side.show_progress(self._run)
        if told:
            self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        """At its field; what is refused as a whole beside the key that asked for it."""
        if self._file.refuse(error):
            return
        if error.code == "batch.not_checked":
            self._side.form.checked.set_wanted(True)
            self._side.form.checked.setFocus()
        self._side.show_problem(say(error))

    def _report_closed(self, said: str) -> None:
        self._ui.lines.setFocus()
        if said:
            self.said.emit(said)
