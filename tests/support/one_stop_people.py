"""Authorities, cases, covers and people of the one-stop desk in memory. Deterministic."""

from __future__ import annotations

from kt1desk.desktop.needs import Choice
from kt1desk.desktop.needs.one_stop import CaseLine
from kt1desk.domain.case import CaseState, Outcome
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.identifiers import S10
from kt1desk.services.case_rows import CaseRow, WaitingResult
from kt1desk.services.handover_drafts import ReadyCover
from tests.support.desk_fakes import NOW_MS

CENTRE, JUSTICE, LAND = "LS-TTPVHCC", "LS-STP", "LS-STNMT"
NAMES = {
    CENTRE: "Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn",
    JUSTICE: "Sở Tư pháp tỉnh Lạng Sơn",
    LAND: "Chi nhánh Văn phòng đăng ký đất đai khu vực Lạng Sơn",
}
PROCEDURES = (
    "Cấp phiếu lý lịch tư pháp",
    "Đăng ký biến động quyền sử dụng đất do nhận chuyển nhượng",
    "Cấp bản sao trích lục hộ tịch",
)
PEOPLE = ("Lộc Thị Hà", "Nông Văn Bình", "Hoàng Thị Thu Hương", "Vi Văn Toàn", "Triệu Thị Mai")
DIFFERENCES = (
    Choice("missing", "Thiếu giấy tờ"),
    Choice("extra", "Thừa giấy tờ ngoài danh mục"),
    Choice("copy_instead_of_original", "Bản sao thay vì bản chính"),
    Choice("original_instead_of_copy", "Bản chính thay vì bản sao"),
    Choice("fewer", "Ít bản hơn danh mục"),
    Choice("damaged", "Rách, ướt, hư hại"),
)
REASONS = {
    Outcome.SUPPLEMENT: (
        Choice("paper_missing", "Thiếu giấy tờ trong thành phần hồ sơ"),
        Choice("not_certified", "Bản sao chưa chứng thực"),
        Choice("data_differs", "Thông tin giữa các giấy tờ không khớp"),
    ),
    Outcome.REFUSED: (Choice("not_competent", "Không thuộc thẩm quyền của cơ quan"),),
    Outcome.STOPPED: (Choice("applicant_asked", "Người nộp đề nghị dừng"),),
    Outcome.EXTENDED: (Choice("verification", "Cần xác minh thêm"),),
}
KINDS = (
    Choice("result", "Kết quả"),
    Choice("returned_papers", "Giấy tờ trả lại"),
    Choice("refusal", "Phiếu từ chối"),
)
SHOWN_PAPERS = (
    Choice("cccd", "Căn cước công dân gắn chip"),
    Choice("id_card", "Thẻ căn cước"),
    Choice("passport", "Hộ chiếu"),
)
PROXIES = (
    Choice("authorised", "Người được ủy quyền có giấy ủy quyền"),
    Choice("organisation", "Người của tổ chức, có giấy giới thiệu"),
)
PAPERS = (
    PaperLine("1", "Tờ khai yêu cầu cấp phiếu lý lịch tư pháp", originals=1),
    PaperLine("2", "Bản sao Căn cước công dân hoặc hộ chiếu của người được cấp phiếu", certified=1),
    PaperLine("3", "Văn bản ủy quyền", originals=1),
    PaperLine("4", "Ảnh chân dung 4x6", plain=2),
)
TODAY = "2026-11-22"
CARD = "020085000456||Hoàng Văn Thử|12031985|Nam|Phường Kỳ Lừa, Lạng Sơn|01012022"


def number(at: int, prefix: str = "BQ") -> str:
    """A label with its check digit; its last three digits are ``at``."""
    serial = f"{at + 100_000:08d}"
    return S10(prefix, serial, "VN").text


def official(at: int) -> str:
    """A mã hồ sơ as the province prints it."""
    return f"H37.12-261120-{at:04d}"


def local(at: int) -> str:
    """The post's own number."""
    return f"240000-261120-1-{at:03d}"


def case_row(at: int, state: CaseState = CaseState.HANDED) -> CaseRow:
    """A case."""
    event = EventId(7, Stream.COUNTER, 1, at + 1)
    return CaseRow(
        dossier=local(at),
        event=event,
        proof="",
        origin="240000",
        source=1,
        form="both",
        procedure="1.000001",
        procedure_name=PROCEDURES[at % 3],
        procedure_version="",
        authority=JUSTICE,
        authority_name=NAMES[JUSTICE],
        state=state,
        since_ms=NOW_MS - at * 3_600_000,
        head=event,
        accepted_ms=NOW_MS - at * 7_200_000,
        official=official(at) if at % 2 else "",
        official_day="2026-11-20" if at % 2 else "",
        promised="2026-11-27",
        return_item=number(at, "BR"),
        applicant=PEOPLE[at % 5],
        phone="0912345678",
    )


def cover(at: int, way: str = "send", hindered: str = "") -> ReadyCover:
    """A cover that lies here."""
    return ReadyCover(
        number(at),
        local(at),
        way,
        PROCEDURES[at % 3],
        official(at) if at % 4 == 1 else "",
        5,
        "person:lan",
        NOW_MS - at * 3_600_000,
        hindered,
    )


def waiting(at: int) -> WaitingResult:
    """A result that waits here."""
    return WaitingResult(
        number(at, "BR"),
        local(at),
        "return",
        official(at),
        PROCEDURES[at % 3],
        "place:K2",
        NOW_MS - at * 3_600_000,
        PEOPLE[at % 5],
        f"09123456{at:02d}",
    )


def case_line(at: int) -> CaseLine:
    """A case with its authority."""
    return CaseLine(
        dossier=local(at),
        official=official(at) if at % 2 else "",
        procedure=PROCEDURES[at % 3],
        authority=NAMES[JUSTICE],
        state=CaseState.REGISTERED if at % 2 else CaseState.HANDED,
        state_words="Đã tiếp nhận" if at % 2 else "Đã giao cơ quan",
        since_ms=NOW_MS - at * 3_600_000,
        received_day="2026-11-10" if at % 2 else "",
        official_day=f"2026-11-{16 + at:02d}" if at % 2 and at < 14 else "",
        promised="2026-12-04",
        items=(number(at),),
    )
