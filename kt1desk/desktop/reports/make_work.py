"""«Lập báo cáo»: a report is chosen of the list, made beside the screen and read; it goes to paper or a file, and F9 twice issues it.

The work must not know how anything is reckoned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.forms.report_make import Ui_ReportMake
from kt1desk.desktop.forms.report_make_side import Ui_ReportMakeSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs.reports import MakeReportNeeds, ReportOffer
from kt1desk.desktop.reports.asking import ReportAsking
from kt1desk.desktop.reports.chosen import ChosenReport
from kt1desk.desktop.reports.letting_out import LettingOut
from kt1desk.desktop.reports.report_list import ReportList
from kt1desk.desktop.reports.sheet import ReportSheet
from kt1desk.desktop.reports.texts import (
    over_text,
    question_text,
    state_text,
)
from kt1desk.desktop.reports.told import Told
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.issued import Issued
from kt1desk.services.report_values import Made, Shown

_MAKING = "Đang lập báo cáo…"
_CHANGED = "Đã đổi điều chọn. Ctrl+R để lập lại báo cáo."
_REFUSED = "Chưa lập được báo cáo. Lý do ở bên phải."


@dataclass(frozen=True, slots=True)
class _Front:
    """The report in front, and under which number it was issued here and now."""

    made: Made
    issued: Issued | None = None

    @property
    def shown(self) -> Shown:
        return Shown(self.made.report, self.issued, self.made.kt1)


class MakeReportWork(Page):
    """The first work of the page of reports."""

    def __init__(self, needs: MakeReportNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        self._ui = Ui_ReportMake()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._sheet = ReportSheet(self._ui.view_card)
        self._ui.view_body.insertWidget(2, self._sheet, 1)
        self._right = QWidget(self)
        self._side = side = Ui_ReportMakeSide()
        side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._offer: ReportOffer | None = None
        self._front: _Front | None = None
        self._reads, self._makes = Newest(jobs), Newest(jobs, long="Đang lập báo cáo")
        self._doing = Doing(jobs, self)
        self._question, self._problem, self._over = map(Told, (side.question, side.problem, side.over))
        self._asking = ReportAsking(side, self._right, jobs)
        chosen = ChosenReport(self._right)
        side.side_body.insertWidget(0, chosen)
        self._list = ReportList(self._ui.templates, chosen, self._asking.days_of)
        self._list.opened.connect(self._choose)
        side.file.attach_note(side.file_note)
        self._out = LettingOut(
            needs, self._doing, side.file, lambda: self._front.shown if self._front else None
        )
        self._asking.wanted.connect(self._make)
        self._asking.changed.connect(lambda: self._show(None, _CHANGED))
        self._out.said.connect(self.said)
        side.save_report.clicked.connect(self._out.save)
        side.print_report.clicked.connect(self._out.print)
        side.issue_report.clicked.connect(self._issue)
        self._doing.refused.connect(self._refuse)
        self._show(None)

    def entered(self, _ref: str = "") -> None:
        """What can be asked for is read again; the list takes the keys, or the report where one is in front."""
        self._read_offer()
        if self._front is not None:
            self._sheet.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._list.take_keys()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._reads.forget()
        self._makes.forget()
        self._asking.clear()
        self._list.forget()
        self._show(None)
        if self.isVisible():
            self._read_offer()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the list of answers, then to the list of reports."""
        if self._question.is_open(self._right):
            self._question.say("")
            return True
        if self._asking.step_back():
            return True
        if self._list.is_shown():
            return False
        self._to_list()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "lập báo cáo của dòng này"),
            PageKey("F9", "phát hành báo cáo", self._issue),
            PageKey("F8", "ghi ra tệp PDF, XLSX hoặc CSV", self._out.save),
            PageKey("Ctrl+P", "in báo cáo", self._out.print),
            PageKey("Ctrl+R", "lập lại", self._make),
            PageKey("Ctrl+L", "tới báo cáo", self._sheet.setFocus),
            PageKey("Ctrl+M", "chọn báo cáo khác", self._to_list),
            PageKey("Ctrl+E", "đổi kỳ", self._asking.start),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _read_offer(self) -> None:
        self._reads.run(
            self._needs.report_offer, self._take_offer, lambda error: self._problem.say(say(error))
        )

    def _take_offer(self, offer: ReportOffer) -> None:
        self._offer = offer
        self._asking.offer(offer.choices)
        self._list.offer(offer)
        self._over.say(over_text(offer.over))

    def _choose(self, code: str) -> None:
        """A report of the list: it is made for the days that are proposed, and read."""
        self._show(None, _MAKING)
        self._asking.choose(code)
        self._sheet.setFocus(Qt.FocusReason.TabFocusReason)

    def _to_list(self) -> None:
        """Another report is to be chosen; days stay as they are."""
        self._makes.forget()
        self._show(None)
        self._problem.say("")
        self._list.take_keys()

    def _make(self) -> None:
        if self._list.is_shown():
            return
        asked = self._asking.asked()
        self._problem.say("")
        if asked is not None:
            self._show(None, _MAKING)
            self._makes.run(
                partial(self._needs.make_report, asked), lambda made: self._show(_Front(made)), self._refuse
            )

    def _show(self, front: _Front | None, sentence: str = "") -> None:
        """A report, a sentence in its place, or the list of reports where there is neither."""
        before, self._front = self._front, front
        self._question.say("")
        side, ui, there = self._side, self._ui, front is not None
        is_list = not there and not sentence
        self._sheet.setVisible(not is_list)
        ui.list_title.setVisible(is_list)
        side.ask_card.setVisible(not is_list)
        self._list.show(is_shown=is_list)
        for part in (side.file_card, side.save_report, side.print_report, side.issue_report):
            part.setVisible(there)
        if front is None:
            self._sheet.show_text(sentence)
            return
        if before is None or before.made is not front.made:
            self._sheet.show_report(front.made.report, state_text(front.made, front.issued))
        else:
            self._sheet.say_state(state_text(front.made, front.issued))
        side.issue_report.setEnabled(front.issued is None)
        self._out.propose()

    def _issue(self) -> None:
        """Asked first; the same key once more does it."""
        front, offer = self._front, self._offer
        if front is None or front.issued is not None or offer is None or self._doing.is_busy:
            return
        if not self._question.is_open(self._right):
            self._problem.say("")
            self._question.say(question_text(front.made, offer.choices.on))
            return
        self._question.say("")
        issue = partial(self._needs.issue_report, front.made)
        self._doing.run(issue, partial(self._issued, front), long="Đang phát hành báo cáo")

    def _issued(self, front: _Front, issued: Issued) -> None:
        if self._front is front:
            self._show(_Front(front.made, issued))
        self.said.emit(f"Đã phát hành báo cáo số {issued.number}, phiên bản {issued.version}.")
        self.changed.emit()
        self._read_offer()

    def _refuse(self, error: DeskError) -> None:
        if self._front is None and self._sheet.isVisibleTo(self):
            self._show(None, _REFUSED)
        if not (self._asking.refuse(error) or self._out.refuse(error)):
            self._problem.say(say(error))
