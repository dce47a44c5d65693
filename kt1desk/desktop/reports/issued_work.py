"""«Đã phát hành»: reports as they were frozen, read again, printed or written again, and held against what came late, row by row.

The work must not know how anything is reckoned.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.report_issued import Ui_ReportIssued
from kt1desk.desktop.forms.report_issued_side import Ui_ReportIssuedSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.reports import IssuedReportNeeds
from kt1desk.desktop.reports.change_list import ChangeList
from kt1desk.desktop.reports.letting_out import LettingOut
from kt1desk.desktop.reports.sheet import ReportSheet
from kt1desk.desktop.reports.texts import (
    ISSUED_COLUMNS,
    day_text,
    issued_row,
    key_of,
)
from kt1desk.desktop.reports.told import Told
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.differing import Difference
from kt1desk.services.report_values import IssuedReport, ReadReport, shown

_NONE = "Chưa phát hành báo cáo nào."
_READ = "Enter trên một dòng để đọc báo cáo; Ctrl+M để xem số liệu về muộn đã đổi gì."
_READING = "Đang đọc báo cáo…"
_COMPARING = "Đang lập lại báo cáo để so…"
_SAME = "Số liệu không đổi từ khi phát hành."


class IssuedReportsWork(Page):
    """The second work of the page of reports."""

    def __init__(self, needs: IssuedReportNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_ReportIssued()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._sheet = ReportSheet(self._ui.view_card)
        self._ui.view_body.insertWidget(1, self._sheet, 1)
        self._right = QWidget(self)
        self._side = side = Ui_ReportIssuedSide()
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._entries: Sequence[IssuedReport] = ()
        self._front: ReadReport | None = None
        self._reads, self._opens = Newest(jobs), Newest(jobs, long="Đang đọc báo cáo")
        self._doing = Doing(jobs, self)
        self._rows = self._ui.issued.show_rows(ISSUED_COLUMNS)
        self._changes = ChangeList(self._ui.changes, self._ui.view_title, side)
        self._ui.issued.set_empty_text(_NONE)
        self._ui.issued.selectionModel().currentRowChanged.connect(lambda now, _: self._turn(now.row()))
        RowOpening(self._ui.issued).opened.connect(lambda _: self._open())
        side.file.attach_note(side.file_note)
        self._out = LettingOut(
            needs, self._doing, side.file, lambda: shown(self._front) if self._front else None
        )
        self._out.said.connect(self.said)
        side.compare_report.clicked.connect(self._compare)
        side.save_report.clicked.connect(self._out.save)
        side.print_report.clicked.connect(self._out.print)
        self._doing.refused.connect(self._refuse)
        self._problem = Told(side.problem)
        self._turn(-1)

    def entered(self, _ref: str = "") -> None:
        """The list is read again and takes the keys."""
        self._read()
        self._ui.issued.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._opens.forget()
        self._list(())
        if self.isVisible():
            self._read()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """To the list."""
        if self._ui.issued.hasFocus():
            return False
        self._ui.issued.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "đọc báo cáo của dòng này"),
            PageKey("Ctrl+M", "so với số liệu bây giờ", self._compare),
            PageKey("F8", "ghi ra tệp PDF, XLSX hoặc CSV", self._out.save),
            PageKey("Ctrl+P", "in báo cáo", self._out.print),
            PageKey("Ctrl+L", "tới danh sách", self._ui.issued.setFocus),
            reading(self._read),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        self._problem.say("")
        self._reads.run(self._needs.issued_reports, self._list, self._refuse)

    def _list(self, entries: Sequence[IssuedReport]) -> None:
        before, self._entries = self._chosen(), entries
        self._rows.set_rows([issued_row(entry) for entry in entries])
        self._ui.list_count.setText(f"{count(len(entries))} bản" if entries else "")
        keys = [key_of(entry) for entry in entries]
        at = keys.index(key_of(before)) if before is not None and key_of(before) in keys else 0
        self._ui.issued.selectRow(at) if entries else self._turn(-1)

    def _chosen(self) -> IssuedReport | None:
        at = self._ui.issued.currentIndex().row()
        return self._entries[at] if 0 <= at < len(self._entries) else None

    def _turn(self, at: int) -> None:
        """Another row: nothing of it is read yet."""
        there = 0 <= at < len(self._entries)
        self._opens.forget()
        self._show_report(None, _READ if there else _NONE)
        side = self._side
        for part in (side.about_card, side.compare_report):
            part.setVisible(there)
        if there:
            entry = self._entries[at]
            issued = entry.issued
            side.about_number.setText(f"{issued.number} · bản {issued.version}")
            side.about_title.setText(entry.title)
            on = day_text(date.fromisoformat(issued.issued_on))
            side.about_issued.setText(f"{issued.by} phát hành ngày {on}")
            side.about_state.hide()

    def _open(self) -> None:
        entry = self._chosen()
        if entry is None:
            return
        self._problem.say("")
        self._show_report(None, _READING)
        issued = entry.issued
        read = partial(self._needs.read_report, issued.number, issued.version)
        self._opens.run(read, self._show_report, self._refuse)

    def _show_report(self, front: ReadReport | None, sentence: str = "") -> None:
        """A report, or a sentence in its place."""
        self._front = front
        side = self._side
        for part in (side.file_card, side.save_report, side.print_report):
            part.setVisible(front is not None)
        self._changes.hide()
        self._sheet.show()
        # Nothing is read yet: the list has the whole page.
        self._ui.view_card.setVisible(front is not None or sentence not in {_READ, _NONE})
        if front is None:
            self._sheet.show_text(sentence)
        else:
            issued = front.entry.issued
            self._sheet.show_report(front.report, f"Số {issued.number}, phiên bản {issued.version}")
            self._out.propose()

    def _compare(self) -> None:
        entry = self._chosen()
        if entry is None:
            return
        self._problem.say("")
        self._show_report(None, _COMPARING)
        issued = entry.issued
        compare = partial(self._needs.report_difference, issued.number, issued.version)
        self._opens.run(compare, self._show_changes, self._refuse)

    def _show_changes(self, changes: Sequence[Difference]) -> None:
        self._side.about_state.show()
        self._side.about_state.setText(
            f"Đã đổi {count(len(changes))} chỗ từ khi phát hành." if changes else _SAME
        )
        if not changes:
            self._sheet.show_text(_SAME)
            return
        self._sheet.hide()
        self._changes.show(changes)

    def _refuse(self, error: DeskError) -> None:
        if self._front is None:
            self._show_report(None)
        if not self._out.refuse(error):
            self._problem.say(say(error))
