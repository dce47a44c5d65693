"""What the printers and papers of a desk are called on the screen, in a few words.

The sentence that says what to do stands in ``kt1desk.services.wording``; here only the state itself is said.
"""

from __future__ import annotations

from kt1desk.app.print_room import PrinterCondition
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.domain.print_job import Evidence, JobState
from kt1desk.printing.condition import Condition
from kt1desk.printing.profile import SLOW_SECONDS, PrinterProfile
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.rows import PaperRow

_NAMES = {
    PrinterSlot.LABEL: "Máy in nhãn",
    PrinterSlot.PAGE: "Máy in phiếu",
    PrinterSlot.ROLL: "Máy in cuộn",
}
_CONDITIONS = {
    Condition.UNPLUGGED: ("mất kết nối", Tone.BAD),
    Condition.COVER_OPEN: ("nắp đang mở", Tone.BAD),
    Condition.PAPER_OUT: ("hết giấy", Tone.BAD),
    Condition.RIBBON_OUT: ("hết ruy băng", Tone.BAD),
    Condition.JAMMED: ("báo lỗi, kẹt", Tone.BAD),
    Condition.PAUSED: ("tạm dừng", Tone.BAD),
    Condition.OFFLINE: ("ngoại tuyến", Tone.BAD),
    Condition.BUSY: ("đang bận", Tone.WARN),
    Condition.DEAF: ("không trả lời", Tone.WARN),
    Condition.PAPER_LOW: ("sắp hết giấy", Tone.WARN),
    Condition.READY: ("sẵn sàng", Tone.CALM),
}
"""Each condition as short as it stands beside a label that waits for it."""
_LOOK = {
    Condition.JAMMED: ": gỡ giấy, xem dao cắt",
    Condition.PAUSED: ": bấm nút trên máy",
    Condition.BUSY: ": xem giấy, nắp",
    Condition.DEAF: ", vẫn thử in",
}
"""What the status line has room to add: where to look, or that silence keeps no paper back."""
_TELLS_NOTHING = frozenset({Condition.UNKNOWN, Condition.DEAF})
"""Conditions beside which what the last attempt came to is the better news."""
_ALWAYS_TOLD = frozenset({"disk.full", "printer.fault", "printer.no_answer"})
"""Troubles a printer can be well beside: papers wait all the same, and «sẵn sàng» would be no help to who waits for one."""
_PRINTS = frozenset({Condition.UNKNOWN, Condition.READY, Condition.PAPER_LOW, Condition.DEAF})
"""Conditions in which a label is on its way."""
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
    "printer.no_answer": "chưa trả lời sau lần in dở",
    "printer.fault": "có lỗi, mở lại chương trình",
    "disk.full": "đĩa đầy",
}
"""What an attempt came to, where only the attempt shows it. What a printer says of itself is its condition."""
_STATES = {
    JobState.QUEUED: ("Chờ in", Tone.WARN),
    JobState.SENDING: ("Đang gửi máy in", Tone.CALM),
    JobState.SENT: ("Đã gửi máy in", Tone.CALM),
    JobState.UNKNOWN: ("Chưa rõ đã in", Tone.BAD),
    JobState.CANCELLED: ("Đã hủy", Tone.CALM),
}
_DONE = {
    Evidence.TRANSPORT_ONLY: ("Đã gửi máy in", Tone.CALM),
    Evidence.ACKED: ("Đã in (máy báo)", Tone.GOOD),
    Evidence.CLERK: ("Đã in", Tone.GOOD),
    Evidence.SCANNED: ("Đã in, đã quét", Tone.GOOD),
}


def printer_words(condition: PrinterCondition) -> PrinterState:
    """A printer's state: what is known, and no more."""
    name, profile = _NAMES[condition.slot], condition.profile
    if profile is None:
        return PrinterState(
            f"{name}: chưa cài", Tone.CALM if condition.slot is PrinterSlot.ROLL else Tone.WARN
        )
    if (wrong := _wrong(condition)) is not None:
        words, tone = wrong
        return PrinterState(f"{name}: {words}{_LOOK.get(condition.condition, '')}", tone)
    if condition.printing:
        return PrinterState(f"{name}: đang in", Tone.CALM)
    if condition.condition is Condition.PAPER_LOW:
        return PrinterState(f"{name}: sắp hết giấy", Tone.WARN)
    known = "sẵn sàng" if condition.condition is Condition.READY else profile.name
    # Of the label alone, which somebody stands and waits for: three printers and a pace are more than the line has room for.
    pace = pace_words(profile) if condition.slot is PrinterSlot.LABEL else ""
    return PrinterState(f"{name}: {known}{pace}", Tone.WARN if pace else Tone.CALM)


def strip_words(condition: PrinterCondition | None, *, waits: bool) -> PrinterState | None:
    """What must be known of the label printer beside the label itself; None while nothing is wrong with it."""
    wrong = _wrong(condition) if condition is not None and condition.profile is not None else None
    if wrong is None:
        return None
    words, tone = wrong
    return PrinterState(f"Máy in: {words} – nhãn đang chờ" if waits else f"Máy in: {words}", tone)


def _wrong(condition: PrinterCondition) -> tuple[str, Tone] | None:
    """What is wrong with a printer, by its own word before what the last attempt came to."""
    now, trouble = condition.condition, condition.trouble
    is_news = now in _TELLS_NOTHING or (now in _PRINTS and trouble in _ALWAYS_TOLD)
    if is_news and trouble in _TROUBLE:
        return _TROUBLE[trouble], Tone.BAD
    return None if now in _PRINTS - {Condition.DEAF} else _CONDITIONS[now]


def pace_words(profile: PrinterProfile) -> str:
    """How long a printer takes for a label, where a clerk would wait visibly; "" where not."""
    seconds = profile.estimated_seconds()
    return f", khoảng {round(seconds)} giây một nhãn" if seconds > SLOW_SECONDS else ""


def paper_words(paper: PaperRow | None, printer: PrinterCondition | None = None) -> tuple[str, Tone]:
    """A paper's state, and where it waits, for what: «Đã gửi máy in» is not «Đã in»."""
    if paper is None:
        return "—", Tone.CALM
    state = JobState(paper.state)
    if state is JobState.DONE and paper.is_file:
        return "Đã ghi PDF", Tone.GOOD
    if state is JobState.DONE:
        return _DONE[Evidence(paper.evidence)]
    if printer is not None and printer.condition not in _PRINTS:
        if state is JobState.QUEUED:
            return f"Chờ: {_CONDITIONS[printer.condition][0]}", Tone.BAD
        if state is JobState.SENDING and printer.condition is Condition.BUSY:
            return "Đang gửi: bận", Tone.WARN
    return _STATES[state]
