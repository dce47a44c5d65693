"""Tasks and the authorities' money for the one-stop place, on the services of an open desk. This module must not know any screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.app.choices import coded_choices
from kt1desk.app.desk import OpenDesk, PaperFit
from kt1desk.desktop.needs.one_stop_duties import (
    CaseMoney,
    DueView,
    TaskAct,
    TaskLine,
    TasksView,
    WantedPaper,
)
from kt1desk.domain.case import CaseState
from kt1desk.domain.coded import CodeList
from kt1desk.services.case_lists import CaseLists
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.case_tasks import CaseTasks, Task, TaskKind
from kt1desk.services.decisions import Decisions
from kt1desk.services.enclosures import EnclosureDraft, Enclosures
from kt1desk.services.fees import CorrectionDraft, Fees
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.supplement_rules import SupplementDraft, SupplementQuote
from kt1desk.services.supplements import Supplements
from kt1desk.services.taken import COLLECTED, PASS_ON, POSTAGE
from kt1desk.services.wording_tthc import refund_name

_KINDS = (COLLECTED, POSTAGE, PASS_ON)
"""Sums of a case, the one that is put right most often first."""
_ACTS = {
    TaskKind.SUPPLEMENT: (TaskAct.BRING, TaskAct.NOTICE, TaskAct.CASE),
    TaskKind.FEES_DUE: (TaskAct.FEES,),
    TaskKind.COMPLAINT_DUE: (TaskAct.COMPLAINT,),
}
Wake = Callable[[], None]


class TaskCounter:
    """Implements `kt1desk.desktop.needs.one_stop_duties.TaskNeeds`; ``wake`` is called after a paper was queued."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._tasks = CaseTasks(desk.store, desk.reference, desk.clock)
        self._task_cases = CaseLists(desk.store, desk.clock)
        self._told = Decisions(desk.store, desk.reference, desk.clock, PaperFit())
        self._supplements = Supplements(desk.store, desk.reference, desk.clock, PaperFit())
        self._enclosures = Enclosures(desk.store, desk.reference, desk.clock, PaperFit())

    def tasks(self) -> TasksView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        found = self._tasks.tasks(desk.session)
        return TasksView(
            tuple(TaskLine(task, self._acts(task)) for task in found if task.kind is not TaskKind.HOLIDAY),
            coded_choices(desk, CodeList.DOSSIER_WAY),
            now.utc_ms,
            now.offset_min,
            next((task.words for task in found if task.kind is TaskKind.HOLIDAY), ""),
        )

    def tell(self, dossier: str, way: str, told_ms: int) -> None:
        """See the port."""
        self._told.tell(self._desk.session, dossier, way, told_ms)

    def print_notice(self, dossier: str) -> None:
        """See the port."""
        self._told.print_notice(self._desk.session, dossier)
        self._wake()

    def enclose_slip(self, dossier: str, pieces: int, number: str) -> str:
        """See the port."""
        made = self._enclosures.make(self._desk.session, EnclosureDraft(dossier, Way.SLIP, pieces, number))
        self._wake()
        return made.item

    def wanted_papers(self, dossier: str) -> Sequence[WantedPaper]:
        """See the port."""
        session = self._desk.session
        asked = self._task_cases.asked(session, dossier)
        papers = [
            WantedPaper(line, line.key in asked) for line in self._task_cases.may_be_asked(session, dossier)
        ]
        return sorted(papers, key=lambda each: not each.asked)

    def price_supplement(self, wanted: SupplementDraft) -> SupplementQuote:
        """See the port."""
        return self._supplements.quote(self._desk.session, wanted)

    def take_supplement(self, wanted: SupplementDraft) -> str:
        """See the port."""
        taken = self._supplements.accept(self._desk.session, wanted)
        self._wake()
        return taken.item

    def _acts(self, task: Task) -> tuple[TaskAct, ...]:
        """What can be done here: only the point that accepted a case speaks with its applicant."""
        match task.kind:
            case TaskKind.TELL:
                brings = self._case(task).state is CaseState.SUPPLEMENT
                more = (TaskAct.BRING,) if brings else ()
                return (TaskAct.TELL, TaskAct.NOTICE, *more, TaskAct.CASE)
            case TaskKind.SLIP:
                is_ours = self._case(task).origin == self._desk.session.desk.point
                return (TaskAct.TELL if is_ours else TaskAct.SLIP, TaskAct.CASE)
            case _:
                return _ACTS.get(task.kind, (TaskAct.CASE,))

    def _case(self, task: Task) -> CaseRow:
        return self._task_cases.found(self._desk.session, task.dossier)


class FeeCounter:
    """Implements `kt1desk.desktop.needs.one_stop_duties.FeeNeeds`."""

    def __init__(self, desk: OpenDesk, wake: Wake) -> None:
        self._desk, self._wake = desk, wake
        self._fees = Fees(desk.store, desk.reference, desk.clock, PaperFit())

    def fees_due(self) -> DueView:
        """See the port."""
        desk = self._desk
        return DueView(
            self._fees.due(desk.session),
            coded_choices(desk, CodeList.FEE_CORRECTION),
            desk.clock.now().offset_min,
        )

    def remit(self, wanted: RemitDraft) -> str:
        """See the port."""
        remitted = self._fees.remit(self._desk.session, wanted)
        self._wake()
        return remitted.remittance

    def case_money(self, text: str) -> CaseMoney:
        """See the port."""
        found = self._fees.sums(self._desk.session, text)
        case = found.case
        return CaseMoney(
            case.dossier,
            case.official,
            case.procedure_name,
            tuple((kind, refund_name(kind), found.sums[kind]) for kind in _KINDS),
            found.payment,
        )

    def correct_fee(self, wanted: CorrectionDraft) -> int:
        """See the port."""
        return self._fees.correct(self._desk.session, wanted).sum_dong

    def enter_receipt(self, dossier: str, receipt: str) -> None:
        """See the port."""
        self._fees.enter_receipt(self._desk.session, dossier, receipt)
