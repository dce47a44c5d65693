"""What is still to be done at the one-stop desk, in memory: tasks, the authorities' money, complaints, visits. Deterministic.

`FakeDuties` remembers what it was asked; a refusal that a test sets is raised by the next act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_duties import (
    CaseMoney,
    DueView,
    TaskAct,
    TaskLine,
    TasksView,
    WantedPaper,
)
from kt1desk.domain.bcci import Zone
from kt1desk.domain.dossier import Direction, DossierPayment, PaperLine
from kt1desk.domain.facts import Leg
from kt1desk.domain.identifiers import S10
from kt1desk.services.case_rows import FeeDue
from kt1desk.services.case_tasks import Task, TaskKind
from kt1desk.services.case_terms import Term
from kt1desk.services.fees import AuthorityFees, CorrectionDraft
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.supplement_rules import SupplementDraft, SupplementQuote
from tests.support.care_fakes import (
    AUTHORITIES,
    COMPLAINT,
    WAYS,
    FakeComplaints,
    FakeVisits,
    Remembering,
    code,
    dossier,
    monday_complaints,
    monday_visits,
)
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

FEE_REASONS = (
    Choice("fee_wrong", "Cơ quan tính lại phí, lệ phí"),
    Choice("fee_not_due", "Không phải nộp"),
    Choice("paid_online", "Đã nộp trực tuyến"),
    Choice("amount_typed_wrong", "Nhập sai số tiền"),
)
WANTED = (
    WantedPaper(PaperLine("3", "Văn bản ủy quyền có chứng thực"), asked=True),
    WantedPaper(PaperLine("1", "Tờ khai yêu cầu cấp phiếu lý lịch tư pháp"), asked=False),
    WantedPaper(PaperLine("2", "Bản sao Căn cước công dân hoặc hộ chiếu"), asked=False),
)
HOLIDAY = "Chưa có lịch nghỉ được công bố quanh ngày 01/01/2027: xin lịch rồi nhập"


def _line(kind: TaskKind, at: int, due: str, words: str, *acts: TaskAct, term: Term = Term.SOON) -> TaskLine:
    return TaskLine(Task(kind, dossier(at), code(at), due, words, term), acts)


TASKS = (
    _line(
        TaskKind.OVERDUE,
        1,
        "2026-11-18",
        "Hỏi cơ quan kết quả: quá hẹn 3 ngày làm việc (ngày hẹn của cơ quan)",
        TaskAct.CASE,
        term=Term.OVERDUE,
    ),
    _line(
        TaskKind.TELL,
        2,
        "2026-11-20",
        "Yêu cầu bổ sung: báo và đưa thông báo cho người nộp, trước hết 05/12/2026",
        *(TaskAct.TELL, TaskAct.NOTICE, TaskAct.BRING, TaskAct.CASE),
        term=Term.OVERDUE,
    ),
    _line(
        TaskKind.SLIP,
        3,
        "2026-11-22",
        "Giấy hẹn còn ở đây: làm bì, chuyển về điểm nhận",
        *(TaskAct.SLIP, TaskAct.CASE),
        term=Term.TODAY,
    ),
    _line(
        TaskKind.SUPPLEMENT,
        4,
        "2026-11-24",
        "Chờ người nộp bổ sung: còn 2 ngày làm việc",
        *(TaskAct.BRING, TaskAct.NOTICE, TaskAct.CASE),
    ),
    TaskLine(
        Task(
            TaskKind.FEES_DUE,
            "",
            "LS-STP",
            "2026-11-19",
            "Nộp 1.200.000 đ thu hộ của 6 hồ sơ cho Sở Tư pháp tỉnh Lạng Sơn",
            Term.OVERDUE,
        ),
        (TaskAct.FEES,),
    ),
    TaskLine(
        Task(
            TaskKind.COMPLAINT_DUE,
            dossier(5),
            COMPLAINT,
            "2027-01-20",
            "Trả lời khiếu nại: còn 41 ngày làm việc",
            Term.EARLY,
        ),
        (TaskAct.COMPLAINT,),
    ),
    *(
        _line(
            TaskKind.SOON,
            at,
            "2026-11-25",
            "Chuẩn bị lấy kết quả: còn 3 ngày làm việc (ngày dự kiến)",
            TaskAct.CASE,
        )
        for at in range(10, 22)
    ),
)


def _due(authority: str, first: int, cases: int) -> AuthorityFees:
    lines = tuple(
        FeeDue(
            dossier(at),
            authority,
            200_000,
            NOW_MS - at * 86_400_000,
            code(at) if at % 2 else "",
            "" if at % 3 else f"00{at:05d}",
        )
        for at in range(first, first + cases)
    )
    return AuthorityFees(authority, AUTHORITIES[authority], 200_000 * cases, lines)


@dataclass
class FakeTasks(Remembering):
    """Implements `kt1desk.desktop.needs.one_stop_duties.TaskNeeds`."""

    duties: tuple[TaskLine, ...] = ()
    holiday: str = ""
    wanted: tuple[WantedPaper, ...] = WANTED

    def tasks(self) -> TasksView:
        return TasksView(self.duties, WAYS, NOW_MS, OFFSET_MIN, self.holiday)

    def tell(self, dossier: str, way: str, told_ms: int) -> None:
        self._do("tell", dossier, way, told_ms)

    def print_notice(self, dossier: str) -> None:
        self._do("print_notice", dossier)

    def enclose_slip(self, dossier: str, pieces: int, number: str) -> str:
        self._do("enclose_slip", dossier, pieces, number)
        return S10("BQ", "00100077", "VN").text

    def wanted_papers(self, dossier: str) -> Sequence[WantedPaper]:
        return self.wanted

    def price_supplement(self, wanted: SupplementDraft) -> SupplementQuote:
        return SupplementQuote(Leg("", Direction.SEND.value, Zone.NOI_HUYEN.value, wanted.weight_g, 25_500))

    def take_supplement(self, wanted: SupplementDraft) -> str:
        self._do("take_supplement", wanted)
        return S10("BQ", "00100078", "VN").text


@dataclass
class FakeFees(Remembering):
    """Implements `kt1desk.desktop.needs.one_stop_duties.FeeNeeds`."""

    due: tuple[AuthorityFees, ...] = ()

    def fees_due(self) -> DueView:
        return DueView(self.due, FEE_REASONS, OFFSET_MIN)

    def remit(self, wanted: RemitDraft) -> str:
        self._do("remit", wanted)
        self.due = tuple(each for each in self.due if each.authority_id != wanted.authority)
        return "NP240000-261122-7-1"

    def case_money(self, text: str) -> CaseMoney:
        self._refuse_duty()
        sums = (
            ("collected", "Phí, lệ phí thu hộ", 200_000),
            ("postage", "Cước hồ sơ", 51_000),
            ("pass_on", "Giá chuyển nộp phí, lệ phí", 11_000),
        )
        return CaseMoney(dossier(1), code(1), "Cấp phiếu lý lịch tư pháp", sums, DossierPayment.CASH)

    def correct_fee(self, wanted: CorrectionDraft) -> int:
        self._do("correct_fee", wanted)
        return 200_000 - wanted.back_dong + wanted.more_dong

    def enter_receipt(self, dossier: str, receipt: str) -> None:
        self._do("enter_receipt", dossier, receipt)


@dataclass
class FakeDuties(FakeTasks, FakeFees, FakeComplaints, FakeVisits):
    """Implements `kt1desk.desktop.needs.one_stop_duties.DutyNeeds`."""

    def have_much(self) -> None:
        """A Monday."""
        self.duties, self.holiday = TASKS, HOLIDAY
        self.due = (_due("LS-STNMT", 30, 4), _due("LS-STP", 1, 6))
        self.open_complaints, self.planned = monday_complaints(), monday_visits()
