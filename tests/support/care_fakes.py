"""Complaints and visits of the one-stop desk, in memory, and how a fake remembers what it was asked. Deterministic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop_care import (
    ComplaintLine,
    ComplaintsView,
    FoundCase,
    VisitLine,
    VisitsView,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.procedure import Procedure
from kt1desk.services.case_rows import ComplaintRow, VisitRow
from kt1desk.services.case_terms import Term
from kt1desk.services.complaint_rules import Proposal
from kt1desk.services.complaints import AnswerDraft, ComplaintDraft, Opened
from kt1desk.services.visits import DoneDraft, VisitDraft
from tests.support.desk_fakes import NOW_MS, OFFSET_MIN

WAYS = (
    Choice("telephone", "Điện thoại"),
    Choice("message", "Tin nhắn"),
    Choice("in_person", "Trực tiếp tại điểm"),
    Choice("at_address", "Trực tiếp tại địa chỉ"),
    Choice("letter", "Thư gửi kèm thông báo in"),
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
AUTHORITIES = {
    "LS-STP": "Sở Tư pháp tỉnh Lạng Sơn",
    "LS-STNMT": "Chi nhánh Văn phòng đăng ký đất đai khu vực Lạng Sơn",
}
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
class Remembering:
    """What was done; a refusal that a test sets is raised by the next act."""

    duty_refusal: DeskError | None = None
    did: list[tuple[object, ...]] = field(default_factory=list)

    def _do(self, *what: object) -> None:
        self._refuse_duty()
        self.did.append(what)

    def _refuse_duty(self) -> None:
        if self.duty_refusal is not None:
            raise self.duty_refusal


@dataclass
class FakeComplaints(Remembering):
    """Implements `kt1desk.desktop.needs.one_stop_care.ComplaintNeeds`."""

    open_complaints: tuple[ComplaintLine, ...] = ()
    compensation_dong: int = 102_000

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


@dataclass
class FakeVisits(Remembering):
    """Implements `kt1desk.desktop.needs.one_stop_care.VisitNeeds`."""

    planned: tuple[VisitLine, ...] = ()

    def visits(self) -> VisitsView:
        return VisitsView(self.planned, VISIT_REASONS, NOW_MS, OFFSET_MIN)

    def visit_communes(self, text: str) -> Sequence[Choice]:
        return (Choice("05977", "Phường Đông Kinh"),) if text else ()

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


def monday_complaints() -> tuple[ComplaintLine, ...]:
    """One too late, one near, one with time."""
    return (
        _complaint(1, Term.OVERDUE, "2026-11-20"),
        _complaint(2, Term.SOON, "2026-11-25"),
        _complaint(3, Term.EARLY, "2027-01-20"),
    )


def monday_visits() -> tuple[VisitLine, ...]:
    """Of which the first was to be before now."""
    return tuple(_visit(at) for at in range(1, 6))
