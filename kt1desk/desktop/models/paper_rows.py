"""How papers stand in the table, and what a paper in doubt asks. «Đã gửi máy in» is never told as «Đã in»."""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.desktop.models.texts import clock, item_number
from kt1desk.desktop.widgets import Column, Role, TableRow
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import Evidence, JobState, PrinterRole, own_copy
from kt1desk.services.rows import PaperRow
from kt1desk.services.wording import sentence

PAPER_COLUMNS = (
    Column("Giờ", 72),
    Column("Số hiệu", 176),
    Column("Giấy"),
    Column("Tình trạng", 200),
)
"""The queue, newest first."""

_NAMES = {
    "applicant_notice": "Phiếu báo",
    "bag_tag": "Nhãn cổ túi",
    "blank_register": "Sổ ghi tay",
    "complaint_answer": "Trả lời khiếu nại",
    "custody_certificate": "Chứng nhận chuỗi giao nhận",
    "dossier_label": "Nhãn hồ sơ",
    "dossier_slip": "Phiếu hồ sơ",
    "handover_record": "Biên bản giao nhận",
    "handover_slip": "Phiếu chuyển giữ",
    "incident_record": "Biên bản sự vụ",
    "kt1_label": "Nhãn",
    "kt1_receipt": "Phiếu gửi",
    "manifest": "Bản kê giao nhận",
    "remittance_list": "Bảng kê nộp phí",
    "shift_report": "Báo cáo kết ca",
    "cash_record": "Biên bản kiểm quỹ",
    "report": "Báo cáo KT1",
    "report_of_cases": "Báo cáo",
    "result_book": "Sổ giao nhận kết quả",
    "result_receipt": "Phiếu trả kết quả",
    "reversal_slip": "Phiếu rút",
    "round_list": "Danh sách phát",
    "statement": "Bảng kê tháng",
    "test_page": "Nhãn in thử",
    "test_sheet": "Trang in thử",
    "visit_list": "Danh sách hẹn",
}
"""Every template as the clerk calls its paper; short, for it stands in a column beside the number."""
_NAMES_BY_PRINTER = {PrinterRole.LABEL.value: "Nhãn", PrinterRole.RECEIPT.value: "Giấy"}
"""For a paper of a newer program, whose template is not known here: no more is said than is known."""
_STATES = {
    JobState.QUEUED.value: ("Chờ in", Role.MUTED),
    JobState.SENDING.value: ("Đang gửi máy in", Role.MUTED),
    JobState.SENT.value: ("Đã gửi máy in", Role.MUTED),
    JobState.UNKNOWN.value: ("Chưa rõ đã in", Role.WARN),
    JobState.CANCELLED.value: ("Đã hủy", Role.MUTED),
}
_DONE = {
    Evidence.TRANSPORT_ONLY.value: ("Đã gửi máy in", Role.MUTED),
    Evidence.ACKED.value: ("Đã in (máy báo)", Role.OK),
    Evidence.CLERK.value: ("Đã in, có người thấy", Role.OK),
    Evidence.SCANNED.value: ("Đã in, đã quét", Role.OK),
}


def paper_name(paper: PaperRow) -> str:
    """``Nhãn``, ``Phiếu gửi, in lại 1``."""
    name = _NAMES.get(paper.template) or _NAMES_BY_PRINTER.get(paper.role, paper.role)
    copy = own_copy(paper.copy, paper.values)
    return f"{name}, in lại {copy - 1}" if copy > 1 else name


def paper_state(paper: PaperRow) -> tuple[str, Role]:
    """The state in words."""
    if paper.state == JobState.DONE.value and paper.is_file:
        return "Đã ghi PDF", Role.OK
    if paper.state == JobState.DONE.value:
        return _DONE.get(paper.evidence, ("Đã gửi máy in", Role.MUTED))
    return _STATES.get(paper.state, (paper.state, Role.MUTED))


def paper_rows(papers: Sequence[PaperRow], offset_min: int) -> Sequence[TableRow]:
    """Rows for `PAPER_COLUMNS`."""
    rows = []
    for paper in papers:
        words, role = paper_state(paper)
        cells = (
            clock(paper.created_ms, offset_min),
            item_number(paper.item),
            paper_name(paper),
            words,
        )
        rows.append(TableRow(str(paper.job), cells, {} if role is Role.MUTED else {3: role}))
    return rows


def paper_reason(paper: PaperRow) -> str:
    """Why it has not been printed, as a sentence; empty where there is nothing to say."""
    return sentence(DeskError(paper.reason)) if paper.reason else ""


def question_title(paper: PaperRow) -> str:
    """``Nhãn ME 473 124 829 VN: có thể đã in``."""
    doubt = "có thể đã in" if paper.state == JobState.UNKNOWN.value else "chưa in"
    return f"{paper_name(paper)} {item_number(paper.item)}: {doubt}"


def question_text(paper: PaperRow) -> str:
    """What to look at, and what each answer means."""
    if paper.state == JobState.UNKNOWN.value:
        return (
            "Nhìn khay máy in. Giấy đã ra và đọc được: bấm Ctrl+P. Không có giấy: bấm F8, bản mới ghi IN LẠI. "
            "Quét nhãn vừa in cũng trả lời câu này."
        )
    return "Giấy này chờ quá lâu nên không tự in. Còn cần thì bấm F9 cho in."
