"""What did the authority say? Its answer by one digit, the reason of a decision by another, then the form of its paper.

It must not know what may follow what.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from kt1desk.desktop.dispatch.reasons import ReasonPanel, ReasonQuestion
from kt1desk.desktop.jobs import Jobs, Newest
from kt1desk.desktop.messages import say
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import CaseLine, CaseNeeds, CasesView
from kt1desk.desktop.one_stop.case_form import CaseForm
from kt1desk.domain.case import Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.services.wording_case import outcome_name

_REGISTERED = "registered"
_ANSWERS = (
    Choice(_REGISTERED, "Đã tiếp nhận, có mã hồ sơ"),
    *(Choice(outcome.value, outcome_name(outcome)) for outcome in Outcome),
)


class CaseQuestions(QObject):
    """`changed`: a question was asked or answered. `told(sentence)`: why not."""

    changed = Signal()
    told = Signal(str)

    def __init__(
        self, needs: CaseNeeds, jobs: Jobs, panel: ReasonPanel, form: CaseForm, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._needs, self._panel, self._form = needs, panel, form
        self._papers = Newest(jobs)

    def begin(self, case: CaseLine, view: CasesView) -> None:
        """Ask what the authority said of a case."""
        self._form.show_case(case)
        self._ask(
            ReasonQuestion("Cơ quan trả lời", "", _ANSWERS, lambda answer: self._answered(case, view, answer))
        )

    def _answered(self, case: CaseLine, view: CasesView, answer: str) -> None:
        if answer == _REGISTERED:
            self._form.begin_register(view.today)
            self.changed.emit()
            return
        outcome = Outcome(answer)
        reasons = {each.key: each for each in view.reasons.get(outcome, ())}

        def chosen(key: str) -> None:
            self._papers.run(
                lambda: tuple(self._needs.papers(case.dossier)),
                lambda papers: self._decide(outcome, reasons[key], papers, view.today),
                lambda error: self.told.emit(say(error)),
            )

        words = outcome_name(outcome)
        self._ask(ReasonQuestion(words, "Lý do trên văn bản", tuple(reasons.values()), chosen))

    def _decide(self, outcome: Outcome, reason: Choice, papers: Sequence[PaperLine], today: str) -> None:
        if self._form.case() is not None:
            self._form.begin_decision(outcome, reason, papers, today)
            self.changed.emit()

    def _ask(self, question: ReasonQuestion) -> None:
        self._panel.begin(question)
        self.changed.emit()
        self._panel.set_focus()
