"""What is still to be done at the one-stop desk, in memory: tasks, the authorities' money, complaints, visits. Deterministic.

`FakeDuties` remembers what it was asked; a refusal that a test sets is raised by the next act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.desktop.dossier_needs import PlaceAnswer
from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_care import (
    ComplaintLine,
    ComplaintsView,
    FoundCase,
    VisitLine,
    VisitsView,
)
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
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import Leg
from kt1desk.domain.identifiers import S10
from kt1desk.domain.procedure import Procedure
from kt1desk.services.case_rows import ComplaintRow, FeeDue, VisitRow
from kt1desk.services.case_tasks import Task, TaskKind
from kt1desk.services.case_terms import Term
from kt1desk.services.complaint_rules import Proposal
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft, Opened
from kt1desk.services.fees import AuthorityFees, CorrectionDraft
from kt1desk.services.remitting import RemitDraft
from kt1desk.services.supplement_rules import SupplementDraft, SupplementQuote
from kt1desk.services.visits import DoneDraft, VisitDraft
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

WAYS = (
    Choice("telephone", "Điện thoại"),
    Choice("message", "Tin nhắn"),
    Choice("in_person", "Trực tiếp tại điểm"),
    Choice("at_address", "Trực tiếp tại địa chỉ"),
    Choice("letter", "Thư gửi kèm thông báo in"),
)
FEE_REASONS = (
    Choice("fee_wrong", "Cơ quan tính lại phí, lệ phí"),
    Choice("fee_not_due", "Không phải nộp"),
    Choice("paid_online", "Đã nộp trực tuyến"),
    Choice("amount_typed_wrong", "Nhập sai số tiền"),
)
CODES = (
    Choice("late", "Chậm so với thời gian toàn trình"),
    Choice("lost", "Mất hồ sơ hoặc kết quả"),
    Choice("damaged", "Hư hại"),
    Choice("price", "Giá cước"),
)
OUTCOMES = (
    Choice("justified", "Khiếu nại đúng, đã khắc phục"),
    Choice("justified_compensated", "Khiếu nại đúng, có bồi thường"),
    Choice("not_justified", "Khiếu nại không đúng, đã trả lời"),
    Choice("not_ours", "Thuộc trách nhiệm của cơ quan giải quyết"),
)
VISIT_REASONS = (
    Choice("nobody_there", "Không có người ở nhà"),
    Choice("address_not_found", "Không tìm được địa chỉ"),
    Choice("applicant_cancelled", "Người nộp báo hủy"),
)
WANTED = (
    WantedPaper(PaperLine("3", "Văn bản ủy quyền có chứng thực"), asked=True),
    WantedPaper(PaperLine("1", "Tờ khai yêu cầu cấp phiếu lý lịch tư pháp"), asked=False),
    WantedPaper(PaperLine("2", "Bản sao Căn cước công dân hoặc hộ chiếu"), asked=False),
)
AUTHORITIES = {
    "LS-STP": "Sở Tư pháp tỉnh Lạng Sơn",
    "LS-STNMT": "Chi nhánh Văn phòng đăng ký đất đai khu vực Lạng Sơn",
}
HOLIDAY = "Chưa có lịch nghỉ được công bố quanh ngày 01/01/2027: xin lịch rồi nhập"
COMPLAINT, VISIT = "KN240000-261122-7-1", "HN240000-261122-7-1"
_HOUR_MS = 3_600_000


def code(at: int) -> str:
    """A mã hồ sơ."""
    return f"H37.12-261120-{at:04d}"


def dossier(at: int) -> str:
    """The post's own number of a case."""
    return f"240000-261120-1-{at:03d}"


def _event(at: int) -> EventId:
    return EventId(7, Stream.COUNTER, 1, at + 1)


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
            NOW_MS - at * 24 * _HOUR_MS,
            code(at) if at % 2 else "",
            "" if at % 3 else f"00{at:05d}",
        )
        for at in range(first, first + cases)
    )
    return AuthorityFees(authority, AUTHORITIES[authority], 200_000 * cases, lines)


def _complaint(at: int, term: Term, due: str) -> ComplaintLine:
    row = ComplaintRow(
        f"KN240000-261122-7-{at}",
        _event(at),
        "",
        dossier(at),
        "",
        "late",
        "applicant",
        "2026-11-20",
        due,
    )
    return ComplaintLine(row, CODES[at % 3].text, "Người nộp", term)


def _visit(at: int) -> VisitLine:
    start = NOW_MS + (at - 1) * 20 * _HOUR_MS - 3 * _HOUR_MS
    row = VisitRow(
        f"HN240000-261122-7-{at}",
        _event(at),
        "05977",
        start,
        start + _HOUR_MS,
        "1.000001" if at % 2 else "",
        name=("Lộc Thị Hà", "Nông Văn Bình", "Hoàng Thị Thu Hương")[at % 3],
        phone=f"09123456{at:02d}",
        address=f"Số {at} đường Bắc Sơn",
    )
    return VisitLine(row, "Phường Đông Kinh", "Cấp phiếu lý lịch tư pháp" if at % 2 else "")


@dataclass
class FakeDuties:
    """Implements `kt1desk.desktop.needs.one_stop_duties.DutyNeeds`."""

    duties: tuple[TaskLine, ...] = ()
    holiday: str = ""
    due: tuple[AuthorityFees, ...] = ()
    open_complaints: tuple[ComplaintLine, ...] = ()
    planned: tuple[VisitLine, ...] = ()
    compensation_dong: int = 102_000
    duty_refusal: DeskError | None = None
    did: list[tuple[object, ...]] = field(default_factory=list)

    def have_much(self) -> None:
        """A Monday."""
        self.duties, self.holiday = TASKS, HOLIDAY
        self.due = (_due("LS-STNMT", 30, 4), _due("LS-STP", 1, 6))
        self.open_complaints = (
            _complaint(1, Term.OVERDUE, "2026-11-20"),
            _complaint(2, Term.SOON, "2026-11-25"),
            _complaint(3, Term.EARLY, "2027-01-20"),
        )
        self.planned = tuple(_visit(at) for at in range(1, 6))

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
        return WANTED

    def price_supplement(self, wanted: SupplementDraft) -> SupplementQuote:
        return SupplementQuote(Leg("", Direction.SEND.value, Zone.NOI_HUYEN.value, wanted.weight_g, 25_500))

    def take_supplement(self, wanted: SupplementDraft) -> str:
        self._do("take_supplement", wanted)
        return S10("BQ", "00100078", "VN").text

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

    def complaints(self) -> ComplaintsView:
        return ComplaintsView(self.open_complaints, CODES, OUTCOMES, WAYS, "2026-11-22")

    def case_of(self, text: str) -> FoundCase:
        self._refuse_duty()
        name = AUTHORITIES["LS-STP"]
        return FoundCase(dossier(1), code(1), "Cấp phiếu lý lịch tư pháp", name, "Cơ quan đã tiếp nhận")

    def proposal(self, complaint: str) -> Proposal:
        words = "4 lần cước đã trả, gồm cả hoàn cước (NĐ 47/2011/NĐ-CP, Điều 25)"
        return Proposal(self.compensation_dong // 4, 4, self.compensation_dong, "", words)

    def open_complaint(self, wanted: ComplaintDraft) -> Opened:
        self._do("open_complaint", wanted)
        return Opened(COMPLAINT, _event(1), "2027-01-20")  # type: ignore[arg-type]  # the page shows number and day

    def answer_complaint(self, wanted: AnswerDraft) -> int:
        self._do("answer_complaint", wanted)
        return self.compensation_dong if wanted.compensates else 0

    def visits(self) -> VisitsView:
        return VisitsView(self.planned, VISIT_REASONS, NOW_MS, OFFSET_MIN)

    def visit_communes(self, text: str) -> Sequence[PlaceAnswer]:
        return (PlaceAnswer("Phường Đông Kinh", "05977", "", "tỉnh Lạng Sơn"),) if text else ()

    def visit_procedures(self, text: str) -> Sequence[Procedure]:
        return ()

    def plan_visit(self, wanted: VisitDraft) -> str:
        self._do("plan_visit", wanted)
        return VISIT

    def end_visit(self, wanted: DoneDraft) -> None:
        self._do("end_visit", wanted)

    def print_visits(self, visits: Sequence[str], visitor: str) -> None:
        self._do("print_visits", tuple(visits), visitor)

    def begin_dossier(self, visit: str) -> str:
        self._do("begin_dossier", visit)
        return "12"

    def _do(self, *what: object) -> None:
        self._refuse_duty()
        self.did.append(what)

    def _refuse_duty(self) -> None:
        if self.duty_refusal is not None:
            raise self.duty_refusal
