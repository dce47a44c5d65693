"""«Đang ở cơ quan»: what an authority said of a case is entered from its paper. The work must not know what may follow what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kt1desk.desktop.delivery.list_card import ListCard
from kt1desk.desktop.dispatch.doing import Doing
from kt1desk.desktop.dispatch.reasons import ReasonPanel
from kt1desk.desktop.forms.one_stop_case_side import Ui_CaseSide
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.navigation import Page, PageKey, reading
from kt1desk.desktop.needs.one_stop import CaseLine, CaseNeeds, CasesView
from kt1desk.desktop.one_stop.case_finding import CaseFinding, count_words
from kt1desk.desktop.one_stop.case_form import CaseForm
from kt1desk.desktop.one_stop.case_questions import CaseQuestions
from kt1desk.desktop.one_stop.problem import Problem
from kt1desk.desktop.one_stop.rows import CASE_COLUMNS, case_rows, code_or_number
from kt1desk.desktop.row_opening import RowOpening
from kt1desk.desktop.widgets import Hint
from kt1desk.devices.scan_shapes import Shape, classify
from kt1desk.domain.errors import DeskError
from kt1desk.services.rows import SearchHit
from kt1desk.services.wording_case import outcome_name

_NOTICE_HERE, _NOTICE_ELSEWHERE = "thông báo đang in", "điểm nhận hồ sơ báo người nộp"
"""Where an applicant is told: at the point that he came to."""


class CaseWork(Page):
    """Beside «Giao cơ quan», turned to by its key."""

    def __init__(self, needs: CaseNeeds, jobs: Jobs, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needs = needs
        hints = (Hint("nhập trả lời", "Enter"), Hint("chờ giao", key))
        self._card = ListCard("Đang ở cơ quan", "Không có hồ sơ nào đang ở cơ quan.", hints, self)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._card)
        self._model = self._card.table.show_rows(CASE_COLUMNS)
        self._right = QWidget(self)
        self._side = Ui_CaseSide()
        self._side.setupUi(self._right)  # type: ignore[no-untyped-call]
        self._right.hide()
        self._asking = ReasonPanel(self._right)
        self._side.side_body.insertWidget(1, self._asking)
        self._form = CaseForm(self._side, self._right)
        self._problem = Problem(self._side.problem)
        self._questions = CaseQuestions(needs, jobs, self._asking, self._form, self)
        self._reads, self._doing = Newest(jobs), Doing(jobs, self)
        self._finding = CaseFinding(needs, jobs, self)
        self._view: CasesView | None = None
        RowOpening(self._card.table).opened.connect(lambda ref: self._finding.find(ref, self._cases()))
        self._form.finished.connect(self._save)
        self._side.save.clicked.connect(self._save)
        self._doing.refused.connect(self._refuse)
        self._finding.found.connect(self._open)
        self._finding.failed.connect(self._problem.fail)
        self._finding.failed.connect(lambda error: self.scan_failed.emit(say(error)))
        self._questions.changed.connect(self._settle)
        self._questions.told.connect(self._problem.tell)
        self._settle()

    def entered(self, _ref: str = "") -> None:
        """Read which cases are there; what was begun goes on."""
        self._problem.tell("")
        self._reads.run(self._needs.cases, self._show, self._problem.fail)
        if not self._form.is_open():
            self._card.table.setFocus()

    def side(self) -> QWidget:
        """See `Page.side`."""
        return self._right

    def step_back(self) -> bool:
        """The question, the form, back to the list."""
        if self._asking.close_question() or self._form.case() is not None:
            self._form.close()
            self._settle()
            self._card.table.setFocus()
            return True
        return False

    def keys(self) -> Sequence[PageKey]:
        """See `Page.keys`."""
        return (
            PageKey("Enter", "nhập trả lời của cơ quan cho hồ sơ đang chọn"),
            PageKey("Space", "chọn giấy tờ phải bổ sung"),
            PageKey("F9", "lưu trả lời của cơ quan", self._save),
            reading(self.entered),
        )

    def take_scan(self, code: str) -> bool:
        """A giấy hẹn gives its code to the slip that is entered; else a label or a code opens its case, in the list or not."""
        scan = classify(code)
        if scan.kind not in {Shape.ITEM, Shape.DOSSIER} or self._asking.is_open():
            return False
        if scan.kind is Shape.DOSSIER and self._form.take_code(scan.value):
            return True
        if self._form.is_open():
            return False
        self._finding.find(scan.value, self._cases())
        return True

    def take_found(self, hit: SearchHit) -> bool:
        """A number that was typed and found opens its case as its scan would."""
        if hit.kind not in {"item", "dossier"} or self._form.is_open() or self._asking.is_open():
            return False
        self._finding.find(hit.ref, self._cases())
        return True

    def _open(self, case: CaseLine) -> None:
        """Ask what the authority said."""
        self._go_to(case.dossier)
        if self._view is not None and not self._form.is_open():
            self._problem.tell("")
            self._questions.begin(case, self._view)

    def _cases(self) -> Sequence[CaseLine]:
        return self._view.cases if self._view is not None else ()

    def _show(self, view: CasesView) -> None:
        at = self._card.table.currentIndex().row()
        here = self._model.row(at).ref if 0 <= at < self._model.rowCount() else ""
        self._view = view
        self._model.set_rows(case_rows(view.cases, view.today))
        self._card.say(count_words(view))
        self._go_to(here)

    def _go_to(self, dossier: str) -> None:
        refs = [each.dossier for each in self._cases()]
        if refs:
            self._card.table.selectRow(refs.index(dossier) if dossier in refs else 0)

    def _save(self) -> None:
        case = self._form.case()
        if case is None or not self._form.is_open():
            return
        number = code_or_number(case.official, case.dossier)
        registering, deciding = self._form.registering(), self._form.deciding()
        if registering is not None:
            said = f"Hồ sơ {registering.official}: cơ quan đã tiếp nhận."
            self._doing.run(lambda: self._needs.register(registering), lambda _: self._stored(said))
        elif deciding is not None and deciding.outcome is not None:
            said = f"Hồ sơ {number}: đã ghi «{outcome_name(deciding.outcome)}»"
            self._doing.run(
                lambda: self._needs.decide(deciding),
                lambda jobs: self._stored(f"{said}, {_NOTICE_HERE if jobs else _NOTICE_ELSEWHERE}."),
            )

    def _stored(self, sentence: str) -> None:
        self._form.close()
        self._settle()
        self.said.emit(sentence)
        self.changed.emit()
        self.entered()

    def _settle(self) -> None:
        self._side.save.setVisible(self._form.is_open() and not self._asking.is_open())

    def _refuse(self, error: DeskError) -> None:
        self._problem.tell("" if self._form.refuse(error) else say(error))
