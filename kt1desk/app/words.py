"""What the printers and papers of a desk are called on the screen, in a few words.

The sentence that says what to do stands in ``kt1desk.services.wording``; here only the state itself is said.
"""

from __future__ import annotations

from kt1desk.app.print_room import PrinterCondition
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.domain.print_job import Evidence, JobState, PrinterRole
from kt1desk.printing.profile import SLOW_SECONDS, PrinterProfile
from kt1desk.services.rows import PaperRow

PRINTER_NAMES = {PrinterRole.LABEL: "Máy in nhãn", PrinterRole.RECEIPT: "Máy in phiếu"}
_TROUBLE = {
    "printer.missing": "không tìm thấy",
    "printer.unplugged": "mất kết nối",
    "printer.stalled": "không nhận dữ liệu",
    "printer.busy": "đang bận",
    "printer.no_permission": "không được phép dùng",
    "printer.folder_unwritable": "thư mục không ghi được",
    "printer.not_supported_here": "không dùng được ở máy này",
    "printer.spooler_refused": "hàng đợi in không nhận",
    "printer.write_failed": "không nhận hết dữ liệu",
    "printer.settings": "cổng không nhận tốc độ",
    "disk.full": "đĩa đầy",
}
PDF_PRINTER = "pdf."
"""How the ids of printers begin that are folders for PDF files: there the file itself is the paper."""
_STATES = {
    JobState.QUEUED: ("Chờ in", Tone.WARN),
    JobState.SENDING: ("Đang gửi máy in", Tone.CALM),
    JobState.SENT: ("Đã gửi máy in", Tone.CALM),
    JobState.UNKNOWN: ("Chưa rõ đã in", Tone.BAD),
    JobState.CANCELLED: ("Đã hủy", Tone.CALM),
}
_DONE = {
    Evidence.ACKED: ("Đã in", Tone.GOOD),
    Evidence.TRANSPORT_ONLY: ("Đã gửi máy in", Tone.CALM),
    Evidence.CLERK: ("Đã in", Tone.GOOD),
    Evidence.SCANNED: ("Đã in, đã quét", Tone.GOOD),
}


def printer_words(condition: PrinterCondition) -> PrinterState:
    """A printer's state: what is known, and no more."""
    name = PRINTER_NAMES[condition.role]
    if condition.profile is None:
        return PrinterState(f"{name}: chưa cài", Tone.WARN)
    if condition.trouble:
        return PrinterState(f"{name}: {_TROUBLE.get(condition.trouble, 'có lỗi')}", Tone.BAD)
    if condition.printing:
        return PrinterState(f"{name}: đang gửi", Tone.CALM)
    pace = pace_words(condition.profile)
    return PrinterState(f"{name}: {condition.profile.name}{pace}", Tone.WARN if pace else Tone.CALM)


def pace_words(profile: PrinterProfile) -> str:
    """How long a printer takes for a label, where a clerk would wait visibly; "" where not."""
    seconds = profile.estimated_seconds()
    return f", khoảng {round(seconds)} giây một nhãn" if seconds > SLOW_SECONDS else ""


def paper_words(paper: PaperRow | None) -> tuple[str, Tone]:
    """A paper's state: «Đã gửi máy in» is not «Đã in»."""
    if paper is None:
        return "—", Tone.CALM
    state = JobState(paper.state)
    if state is JobState.DONE and paper.printer.startswith(PDF_PRINTER):
        return "Đã ghi PDF", Tone.GOOD
    if state is JobState.DONE:
        return _DONE[Evidence(paper.evidence)]
    return _STATES[state]
