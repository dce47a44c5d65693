"""One item or case: what the books say of it, its papers, and what may be done with it: take it back, correct it, print a paper again.

A number of this desk that nobody has yet can be taken out for ever. Whatever cannot be undone is asked once more by its own key, never by
Enter. The page must not know how a correction is typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.record import Ui_RecordPage
from kt1desk.desktop.forms.record_side import Ui_RecordSide
from kt1desk.desktop.jobs import Jobs
from kt1desk.desktop.navigation import Page, PageKey
from kt1desk.desktop.needs import RecordNeeds, RecordView
from kt1desk.desktop.record.acts import RecordActs
from kt1desk.desktop.record.case_acts import CaseActs
from kt1desk.desktop.record.finding import Finding
from kt1desk.desktop.record.keys import RecordKeys
from kt1desk.desktop.record.question import Asking
from kt1desk.desktop.record.sheet import Sheet
from kt1desk.services.records import LooseNumber
from kt1desk.services.rows import SearchHit

_IN_CARD = "|"
"""Stands in the code of an identity card: no number of ours, and nothing that may be shown here."""


class RecordPage(Page):
    """Shows what a number stands for."""

    takes = frozenset({"item", "dossier"})

    def __init__(self, needs: RecordNeeds, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = Ui_RecordPage()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]
        self._right = QWidget(self)
        self._side = Ui_RecordSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._sheet = Sheet(self._ui, self._side, self)
        self._asking = Asking(self._side, self)
        self._acts = RecordActs(self._asking, jobs, needs)
        self._reasons = ReasonPanel(self._right)
        self._side.side_body.insertWidget(0, self._reasons)
        self._case = CaseActs(self._reasons, jobs, needs)
        self._keys = RecordKeys(self._side, self._sheet, self._asking, self._acts)
        self._finding = Finding(self._ui.number, self._ui.number_note, jobs, needs)
        self._join()
        self._keys.settle()

    # --- Page ----------------------------------------------------------------------------------------------------

    def entered(self, ref: str = "") -> None:
        """Show what a number stands for; without one the field takes the keys, and what is shown is read again."""
        self._side.problem.hide()
        if ref:
            self._finding.look_up(ref)
        else:
            self._finding.begin()
            self.papers_changed()

    def forget(self) -> None:
        """See `Page.forget`."""
        self._asking.close()
        self._finding.forget()
        self._clear()

    def papers_changed(self) -> None:
        """A paper came out, or did not: its state says so at once."""
        if self.isVisible():
            self._finding.read(self._acts.number())

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def take_found(self, hit: SearchHit) -> bool:
        """What was found is shown."""
        if hit.kind in self.takes:
            self.entered(hit.ref)
        return hit.kind in self.takes

    def take_scan(self, code: str) -> bool:
        """What was scanned is shown; a question that is open is not answered by it, and a card is nothing to be shown here."""
        if self._asking.is_open() or self._reasons.is_open() or _IN_CARD in code:
            return False
        self.entered(code)
        return True

    def step_back(self) -> bool:
        """The question, then back to the field."""
        if self._asking.close() or self._reasons.close_question():
            return True
        if self._ui.number.hasFocus():
            return False
        self._finding.begin()
        return True

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        case = self._case
        return (
            *self._keys.keys(),
            PageKey("Ctrl+O", "hồ sơ: xem đủ số giấy tờ người nộp, ghi lý do", case.show_identity),
            PageKey("Ctrl+Y", "hồ sơ: ghi đã báo người nộp", case.tell),
            PageKey("Ctrl+U", "hồ sơ: nhận bổ sung, gửi giấy hẹn: việc phải làm tiếp", case.do_next),
            PageKey("Ctrl+L", "hồ sơ: in thông báo của cơ quan", case.print_notice),
        )

    # --- inside --------------------------------------------------------------------------------------------------

    def _join(self) -> None:
        """Who hears whom."""
        number, acts, keys, finding = self._ui.number, self._acts, self._keys, self._finding
        number.returnPressed.connect(lambda: self.entered(number.text()))
        finding.found.connect(self._found)
        finding.missed.connect(self._clear)
        finding.read_again.connect(self._show)
        finding.refused.connect(self._sheet.tell)
        keys.going.connect(self.going)
        keys.number_wanted.connect(finding.look_up)
        self._asking.ended.connect(self._ui.papers.setFocus)
        acts.refused.connect(self._sheet.tell)
        acts.done.connect(self._done)
        for asked, shows in ((self._reasons.began, False), (self._reasons.ended, True)):
            asked.connect(
                lambda shows=shows: self._sheet.case_card.setVisible(shows and self._case.tells_story)
            )
        self._case.refused.connect(self._sheet.tell)
        self._case.done.connect(self._done)
        self._case.shown.connect(self._sheet.show_identity)
        self._case.going.connect(self.going)
        side = self._side
        side.do_next.clicked.connect(self._case.do_next)
        side.tell_applicant.clicked.connect(self._case.tell)
        side.print_notice.clicked.connect(self._case.print_notice)
        side.show_identity.clicked.connect(self._case.show_identity)

    def _found(self, view: RecordView) -> None:
        self._show(view)
        if self.isVisible() and not self._asking.is_open():
            _begins_at(self._ui, view).setFocus()

    def _show(self, view: RecordView) -> None:
        if view.record is not None:
            self._sheet.show(view.record, view)
        elif view.journey is not None:
            self._sheet.show_thing(view.journey, view.offset_min)
        self._acts.put(view.record, view.journey)
        self._case.put(view.record, tells_story=view.story is not None)
        self._keys.settle()

    def _clear(self) -> None:
        """What was shown before must not stand under a number that is not its own."""
        self._sheet.clear()
        self._acts.put(None)
        self._case.put(None)
        self._keys.settle()

    def _done(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.changed.emit()
        self.entered(self._acts.number())


def _begins_at(ui: Ui_RecordPage, view: RecordView) -> QWidget:
    """Where the keys go once something was found: a free number is left for the next, a bag has its journey alone."""
    if view.record is None:
        return ui.journey
    return ui.number if isinstance(view.record, LooseNumber) else ui.papers
