"""«Sổ theo ngày»: a register as a view of some days, read on the screen, printed and written into files; blank sheets that stand in for it.

The work must not know which registers there are, nor what becomes a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.register_view import Ui_RegisterViewList
from kt1desk.desktop.forms.register_view_side import Ui_RegisterViewSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.registers import RegisterViewNeeds
from kt1desk.desktop.register_view_asking import RegisterViewAsking
from kt1desk.desktop.reports.letting_out import LettingOut
from kt1desk.desktop.reports.sheet import ReportSheet
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.report import Table
from kt1desk.services.register_view_kinds import RegisterView
from kt1desk.services.report_values import Shown

_CHOOSE = "Chọn sổ ở bên phải: Enter rồi chọn, sau đó gõ ngày."
_READING = "Đang đọc sổ…"
_REFUSED = "Chưa đọc được sổ. Lý do ở bên phải."
_NO_SHEETS = "Gõ số tờ cần in, như 5."


class RegisterViewWork(Page):
    """The third work of the page of registers."""

    def __init__(self, needs: RegisterViewNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_RegisterViewList()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._sheet = ReportSheet(self._ui.view_card)
        self._ui.view_body.insertWidget(0, self._sheet, 1)
        self._right = QWidget(self)
        self._side = side = Ui_RegisterViewSide()
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._front: Shown | None = None
        self._reads, self._lists = Newest(jobs, long="Đang đọc sổ"), Newest(jobs)
        self._doing = Doing(jobs, self)
        self._asking = RegisterViewAsking(side, self._right, jobs, needs.blank_title)
        self._asking.wanted.connect(self._read)
        side.file.attach_note(side.file_note)
        self._out = LettingOut(needs, self._doing, side.file, lambda: self._front)
        self._out.said.connect(self.said)
        side.save_lines.clicked.connect(self._out.save)
        side.print_lines.clicked.connect(self._out.print)
        side.print_blank.clicked.connect(self._print_blank)
        self._doing.refused.connect(self._refuse)
        self._show(None, _CHOOSE)
        self._tell("")

    def entered(self, ref: str = "") -> None:
        """The register takes the keys; `ref` is the code of one that is wanted in front. What was read is read again."""

        def known(views: Sequence[RegisterView]) -> None:
            if self._asking.offer(views, ref):
                self._read()

        self._asking.propose(self._needs.register_today())
        self._lists.run(self._needs.register_views, known, lambda error: self._tell(say(error)))
        self._asking.start()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._asking.clear()
        self._show(None, _CHOOSE)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The list, then to the register."""
        return self._asking.step_back()

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("F8", "ghi ra tệp PDF, XLSX hoặc CSV", self._out.save),
            PageKey("Ctrl+P", "in sổ", self._out.print),
            PageKey("Ctrl+B", "in tờ ghi tay cho lúc mất điện", self._print_blank),
            reading(self._read),
            PageKey("Ctrl+L", "tới các dòng", self._sheet.setFocus),
            PageKey("Ctrl+M", "chọn sổ, ngày", self._asking.start),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _read(self) -> None:
        asked = self._asking.asked()
        self._tell("")
        if asked is not None:
            self._show(None, _READING)
            self._reads.run(partial(self._needs.register_lines, asked), self._show, self._not_read)

    def _not_read(self, error: DeskError) -> None:
        self._show(None, _REFUSED)
        self._refuse(error)

    def _show(self, shown: Shown | None, sentence: str = "") -> None:
        """Lines, or a sentence in their place."""
        self._front = shown
        for part in (self._side.file_card, self._side.save_lines, self._side.print_lines):
            part.setVisible(shown is not None)
        if shown is None:
            self._sheet.show_text(sentence)
            return
        lines = sum(len(each.rows) for each in shown.report.sections if isinstance(each, Table))
        self._sheet.show_report(shown.report, f"{count(lines)} dòng")
        self._out.propose()

    def _print_blank(self) -> None:
        """Blank sheets that stand in for the register while the desk stands still."""
        code, sheets = self._asking.chosen(), self._side.sheets.text().strip()
        if not code:
            return
        if not (sheets.isascii() and sheets.isdigit()):
            self._asking.refuse(DeskError("blank.sheets", "sheets"), _NO_SHEETS)
            return
        self._doing.run(
            lambda: self._needs.print_blank(code, int(sheets)),
            lambda _: self.said.emit("Đang in tờ ghi tay."),
        )

    def _refuse(self, error: DeskError) -> None:
        if not (self._asking.refuse(error) or self._out.refuse(error)):
            self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
