"""«Sổ theo ngày»: a register as a view of some days, read on the screen, printed and written into files.

The work must not know which registers there are, nor what becomes a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.choice_field import Answer, ChoiceField
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.register_view import Ui_RegisterViewList
from kt1desk.desktop.forms.register_view_side import Ui_RegisterViewSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.models.texts import count
from kt1desk.desktop.navigation import EnterWay, Page, PageKey, Step
from kt1desk.desktop.needs.registers import RegisterViewNeeds
from kt1desk.desktop.registers.texts import read_day
from kt1desk.desktop.reports.letting_out import LettingOut
from kt1desk.desktop.reports.sheet import ReportSheet
from kt1desk.desktop.widgets import FieldEdit
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.periods import Period
from kt1desk.domain.reporting.report import Table
from kt1desk.domain.text import fold
from kt1desk.services.register_view_kinds import RegisterView
from kt1desk.services.register_views import Asked
from kt1desk.services.report_values import Shown

_CHOOSE = "Chọn sổ ở bên phải: Enter rồi chọn, sau đó gõ ngày."
_READING = "Đang đọc sổ…"
_REFUSED = "Chưa đọc được sổ. Lý do ở bên phải."
_NO_VIEW = "Không có sổ này. Sửa lại chữ đã gõ."
_VIEW_WANTED = "Enter rồi chọn sổ trong danh sách."
_NO_DAY = "Gõ ngày như 23/11/2026."
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
        self._views: tuple[RegisterView, ...] = ()
        self._front: Shown | None = None
        self._reads, self._lists, self._doing = Newest(jobs), Newest(jobs), Doing(jobs, self)
        for name in ("view", "first", "last", "words", "file", "sheets"):
            getattr(side, name).attach_note(getattr(side, f"{name}_note"))
        self._view = ChoiceField(side.view, self._right, jobs, self._found, _NO_VIEW)
        self._view.chosen.connect(lambda _: self._read())
        self._out = LettingOut(needs, self._doing, side.file, lambda: self._front)
        self._out.said.connect(self.said)
        self._way = EnterWay(
            self._right,
            (
                Step(side.view, lambda: self._view.answer() is None, self._view.enter),
                Step(side.first, lambda: read_day(side.first.text()) is None),
                Step(side.last, lambda: read_day(side.last.text()) is None),
                Step(side.words, lambda: False),
            ),
        )
        self._way.finished.connect(self._read)
        for field in (side.first, side.last, side.words, side.sheets):
            field.textEdited.connect(lambda _, of=field: of.show_idle())
        side.save_lines.clicked.connect(self._out.save)
        side.print_lines.clicked.connect(self._out.print)
        side.print_blank.clicked.connect(self._print_blank)
        self._doing.refused.connect(self._refuse)
        self._show(None, _CHOOSE)
        self._tell("")

    def entered(self, ref: str = "") -> None:
        """The register takes the keys; `ref` is the code of one that is wanted in front. What was read is read again."""

        def known(views: Sequence[RegisterView]) -> None:
            self._views = tuple(views)
            wanted = next((each for each in self._views if each.code == ref), None)
            if wanted is not None:
                self._view.put(Answer(wanted.code, wanted.title))
            if self._view.answer() is not None:
                self._read()

        self._propose()
        self._lists.run(self._needs.register_views, known, lambda error: self._tell(say(error)))
        self._side.view.setFocus(Qt.FocusReason.TabFocusReason)

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._view.put(None)
        self._side.words.clear()
        self._show(None, _CHOOSE)

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The list, then to the register."""
        if self._view.close_list():
            return True
        if self._side.view.hasFocus():
            return False
        self._to_choice()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("F8", "ghi ra tệp PDF, XLSX hoặc CSV", self._out.save),
            PageKey("Ctrl+P", "in sổ", self._out.print),
            PageKey("Ctrl+B", "in tờ ghi tay cho lúc mất điện", self._print_blank),
            PageKey("Ctrl+R", "đọc lại", self._read),
            PageKey("Ctrl+L", "tới các dòng", self._sheet.setFocus),
            PageKey("Ctrl+M", "chọn sổ, ngày", self._to_choice),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _to_choice(self) -> None:
        self._side.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _found(self, text: str) -> Sequence[Answer]:
        words = fold(text).split()
        found = (each for each in self._views if all(word in fold(each.title) for word in words))
        return [Answer(each.code, each.title) for each in found]

    def _propose(self) -> None:
        """Today, where no day stands yet."""
        side = self._side
        if not side.first.text() and not side.last.text():
            today = f"{self._needs.register_today():%d/%m/%Y}"
            side.first.setText(today)
            side.last.setText(today)

    def _asked(self) -> Asked | None:
        """What is wanted; None where something lacks: it is said there, and it takes the keys."""
        side, view = self._side, self._view.answer()
        first, last = read_day(side.first.text()), read_day(side.last.text())
        if view is None:
            self._lacks(side.view, self._view.unread() or _VIEW_WANTED)
        elif first is None or last is None:
            self._lacks(side.first if first is None else side.last, _NO_DAY)
        else:
            try:
                return Asked(view.ref, Period(first, last), side.words.text())
            except DeskError as error:
                self._lacks(side.last, say(error))
        return None

    def _read(self) -> None:
        asked = self._asked()
        self._tell("")
        if asked is not None:
            self._show(None, _READING)
            self._reads.run(partial(self._needs.register_lines, asked), self._shown, self._not_read)

    def _shown(self, shown: Shown) -> None:
        self._show(shown)

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
        side, view = self._side, self._view.answer()
        sheets = side.sheets.text().strip()
        if view is None:
            self._lacks(side.view, self._view.unread() or _VIEW_WANTED)
        elif not (sheets.isascii() and sheets.isdigit()):
            self._lacks(side.sheets, _NO_SHEETS)
        else:
            self._doing.run(
                lambda: self._needs.print_blank(view.ref, int(sheets)),
                lambda _: self.said.emit("Đang in tờ ghi tay."),
            )

    def _lacks(self, field: FieldEdit, sentence: str) -> None:
        field.show_error(sentence)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _refuse(self, error: DeskError) -> None:
        fields = {"days": self._side.first, "sheets": self._side.sheets}
        if error.field in fields:
            self._lacks(fields[error.field], say(error))
        elif not self._out.refuse(error):
            self._tell(say(error))

    def _tell(self, sentence: str) -> None:
        self._side.problem.setText(sentence)
        self._side.problem.setVisible(bool(sentence))
