"""«Nhật ký an ninh»: what happened at the machine, newest first, by day, person and kind; F9 takes a signed file of it along.

The page must not know what an event is, nor how a file is signed.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.admin.audit_filter import AuditFilter
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.audit import Ui_AuditList
from kt1desk.desktop.forms.audit_side import Ui_AuditSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count, local
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.audit import AuditLine, AuditNeeds, AuditView
from kt1desk.desktop.widgets import Column, Role, TableRow
from kt1desk.domain.errors import DeskError

_COLUMNS = (Column("Lúc", 124), Column("Ai", 124), Column("Việc", 186), Column("Chi tiết", cut=True))
_NOTHING = AuditView((), more=False, offset_min=0)
_NO_FILE = "Gõ tên tệp."


class AuditPage(Page):
    """Shows the log and gives it out."""

    def __init__(self, needs: AuditNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_AuditList()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_AuditSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._view = _NOTHING
        self._reads, self._doing = Newest(jobs, long="Đang đọc nhật ký"), Doing(jobs, self)
        self._rows = self._ui.rows.show_rows(_COLUMNS)
        self._ui.rows.selectionModel().currentRowChanged.connect(lambda now, _: self._show_one(now.row()))
        self._filter = AuditFilter(needs, jobs, self._right, self._side)
        self._filter.wanted.connect(self._read)
        self._ui.file.attach_note(self._ui.file_note)
        self._ui.file.textEdited.connect(self._ui.file.show_idle)
        self._side.export_log.clicked.connect(self._export)
        self._doing.refused.connect(self._refuse)
        self._tell("")
        self._show_one(-1)

    def entered(self, _ref: str = "") -> None:
        """The log is read again; the first day takes the keys."""
        if not self._ui.file.text():
            self._ui.file.setText(self._needs.proposed_file())
        self._read()
        self._filter.start()

    def forget(self) -> None:
        """See `Page.forget`: nothing of KT1 is shown here, but what was asked is of whoever asked."""
        self._reads.forget()
        self._filter.clear()
        self._ui.file.clear()
        self._show(_NOTHING)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The list of answers, then to the first day."""
        return self._filter.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("F9", "xuất những dòng đã lọc ra tệp có chữ ký", self._export),
            PageKey("Ctrl+L", "tới danh sách", self._ui.rows.setFocus),
            reading(self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        asked = self._filter.asked()
        self._tell("")
        if asked is not None:
            self._reads.run(lambda: self._needs.log(asked), self._show, self._refuse)

    def _show(self, view: AuditView) -> None:
        self._view = view
        self._rows.set_rows([_row(line, view.offset_min) for line in view.lines])
        more = " mới nhất; lọc theo ngày để xem dòng cũ hơn" if view.more else ""
        self._ui.list_count.setText(f"{count(len(view.lines))} dòng{more}")
        self._ui.rows.set_empty_text("Không có việc nào như đã lọc.")
        if view.lines:
            self._ui.rows.selectRow(0)
        self._show_one(0)

    def _show_one(self, at: int) -> None:
        side, there = self._side, 0 <= at < len(self._view.lines)
        side.one_card.setVisible(there)
        if there:
            line = self._view.lines[at]
            side.one_what.setText(line.what)
            side.one_more.setText(line.more)
            side.one_who.setText(f"{line.who} · {local(line.at_ms, self._view.offset_min):%H:%M:%S %d/%m/%Y}")
            side.one_place.setText(f"Sổ {line.place} · {line.proof}")

    def _export(self) -> None:
        asked, path = self._filter.asked(), self._ui.file.text().strip()
        if asked is None:
            return
        self._tell("")
        if path:
            export = partial(self._needs.export_log, asked, path)
            self._doing.run(export, self._exported, long="Đang xuất nhật ký")
        else:
            self._refuse_file(_NO_FILE)

    def _exported(self, rows: int) -> None:
        self.said.emit(
            f"Đã xuất {count(rows)} dòng, có chữ ký của bàn. Kiểm tra bằng: kt1desk verify --extract."
        )
        self._ui.file.setText(self._needs.proposed_file())
        self._read()
        self.changed.emit()

    def _refuse(self, error: DeskError) -> None:
        if error.field == "file":
            self._refuse_file(say(error))
        elif error.field == "day":
            self._filter.refuse_day(say(error))
        else:
            self._tell(say(error))

    def _refuse_file(self, sentence: str) -> None:
        self._ui.file.show_error(sentence)
        self._ui.file.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))


def _row(line: AuditLine, offset_min: int) -> TableRow:
    cells = (f"{local(line.at_ms, offset_min):%H:%M %d/%m}", line.who, line.what, line.more)
    return TableRow(line.place, cells, {2: Role.WARN} if line.alarms else {})
