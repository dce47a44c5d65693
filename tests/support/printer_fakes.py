"""Printers in memory, for tests of the form that sets them up. Deterministic; they remember what they were asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kt1desk.app.printer_options import CODINGS, FLOWS, LANGUAGE_NAMES, LANGUAGES, STOCK_OPTIONS
from kt1desk.app.printer_profiles import facts_of
from kt1desk.desktop.needs import (
    Choice,
    FoundPrinter,
    PrintedTest,
    PrinterDraft,
    PrinterEstimate,
    PrinterFindings,
    PrinterProbe,
    PrinterState,
    TestAnswers,
    TestScan,
    TestVerdict,
    Tone,
)
from kt1desk.domain.errors import DeskError
from kt1desk.printing.capabilities import Capabilities, Fence, Origin, StatusWay
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Language, PortKind
from kt1desk.printing.slots import PrinterSlot
from tests.printing.profiles import label_printer

USB, SERIAL, SCANNER, TCP, FOLDER = (
    "device:/dev/usb/lp0",
    "serial:/dev/ttyUSB0",
    "serial:/dev/ttyACM0",
    "tcp",
    "pdf_folder",
)
FOUND = (
    FoundPrinter(
        SERIAL,
        "Cổng nối tiếp – Prolific PL2303",
        "/dev/ttyUSB0",
        "dây USB-RS232, có thể là máy in",
        can_answer=True,
    ),
    FoundPrinter(USB, "Máy in USB Xprinter XP-420B", "/dev/usb/lp0", "đoán: TSPL", can_answer=True),
    FoundPrinter(SCANNER, "Cổng nối tiếp – Honeywell 1470g", "/dev/ttyACM0", "", "máy quét", can_answer=True),
    FoundPrinter(TCP, "Mạng, cổng 9100", "gõ địa chỉ", is_typed=True, can_answer=True),
    FoundPrinter(FOLDER, "Thư mục tệp PDF", "gõ đường dẫn", is_typed=True),
)
ANSWERED = PrinterProbe(
    "tspl",
    115200,
    "esc_q",
    "none",
    ("TSPL <ESC>!? → 00: sẵn sàng",),
    "Máy trả lời bằng TSPL ở 115200 bit/giây. Hỏi được hết giấy và nắp; máy không tự báo in xong.",
    Tone.GOOD,
)
SILENT = PrinterProbe(
    said=("TSPL <ESC>!? → không trả lời", "ZPL ~HS → không trả lời", "ESC/POS DLE EOT → không trả lời"),
    text="Máy không trả lời câu hỏi nào. Có thể máy vẫn in được: chọn ngôn ngữ theo nhãn dán trên máy rồi in thử.",
)
_LABELS = replace(
    label_printer("/dev/usb/lp0"), can=Capabilities(status=StatusWay.ESC_Q, status_by=Origin.PROBED)
)
_ROLL = replace(
    label_printer("192.168.1.50:9100", PortKind.TCP, Language.ESCPOS, GraphicCoding.ESCPOS_LINES),
    can=Capabilities(Fence.GS_H, StatusWay.ASB, fence_by=Origin.PROBED, status_by=Origin.PROBED),
)
FACTS, ROLL_FACTS = facts_of(_LABELS), facts_of(_ROLL)
PROVED = facts_of(replace(_LABELS, can=replace(_LABELS.can, coding_by=Origin.CLERK)))
PAGE = PrintedTest(
    "Đã gửi trang thử. Xem giấy ra, rồi quét từng mã trên trang.", "KT1T0042", ("B2-42", "B3-42", "B4-42")
)
SHEET = PrintedTest("Đã gửi trang thử. Xem giấy ra, rồi quét mã trên trang.", "KT1T0043")
KEPT_LABEL = PrinterDraft("label", USB, "tspl", "100x60", "tspl_tiles", probe=ANSWERED)
SUGGESTED_TEXT = "Bộ cài ghi Máy in nhãn: TSPL, USB, nhãn 100 × 60 mm. Đúng máy ấy thì Enter, rồi in thử."
KEPT_ROLL = PrinterDraft("roll", TCP, "escpos", "roll80", "escpos_lines", "192.168.1.50:9100")


@dataclass
class FakePrinters:
    """Five things that were found. `missing` refuses test pages, `absent` refuses questions, `answer` is what a printer says."""

    missing: bool = False
    absent: bool = False
    answer: PrinterProbe = ANSWERED
    kept: dict[str, PrinterDraft] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    tests: list[str] = field(default_factory=list)
    answers: list[TestAnswers] = field(default_factory=list)
    suggested: PrinterDraft | None = None

    def find(self, slot: str) -> PrinterFindings:
        kept = self.kept.get(slot)
        state = PrinterState("sẵn sàng" if kept else "chưa cài", Tone.GOOD if kept else Tone.WARN)
        return PrinterFindings(
            slot,
            FOUND,
            tuple(Choice(one.value, LANGUAGE_NAMES[one]) for one in LANGUAGES[PrinterSlot(slot)]),
            STOCK_OPTIONS[PrinterSlot(slot)],
            CODINGS,
            FLOWS,
            (203, 300),
            (9600, 19200, 38400, 57600, 115200),
            kept,
            () if not kept else FACTS if slot == "label" else ROLL_FACTS,
            state,
            None if kept else self.suggested,
            "" if kept or self.suggested is None else SUGGESTED_TEXT,
        )

    def probe(self, slot: str, port: str, target: str = "") -> PrinterProbe:
        self.asked.append((port, target))
        if port == SCANNER:
            raise DeskError("printer.port_taken", "port", used_by="máy quét")
        if self.absent:
            raise DeskError("printer.missing", "port")
        return self.answer

    def propose(
        self, slot: str, port: str, target: str = "", probe: PrinterProbe | None = None
    ) -> PrinterDraft:
        if port == FOLDER:
            return PrinterDraft(slot, port, "pdf", "a5" if slot == "receipt" else "100x60", target=target)
        language = probe.language if probe is not None and probe.language else ""
        stock = {"label": "100x60", "receipt": "a4", "roll": "roll80"}[slot]
        coding = next((one.key for one in CODINGS if language in one.languages), "")
        return PrinterDraft(slot, port, language, stock, coding, target, probe=probe)

    def estimate(self, draft: PrinterDraft) -> PrinterEstimate:
        seconds = 21.9 if draft.baud == 9600 else 1.9
        paper = "nhãn" if draft.slot == "label" else "phiếu"
        text = f"Khoảng {str(seconds).replace('.', ',')} giây một {paper}"
        if seconds > 5:
            return PrinterEstimate(
                seconds,
                True,
                f"{text}: khách phải đợi. Đặt máy và cổng ở 115200 bit/giây.",
                Tone.WARN,
            )
        return PrinterEstimate(seconds, False, f"{text}.", Tone.CALM)

    def save(self, draft: PrinterDraft) -> None:
        if draft.port == TCP and ":" not in draft.target:
            raise DeskError("printer.address_missing", "target")
        self.kept[draft.slot] = draft

    def clear(self, slot: str) -> None:
        self.kept.pop(slot, None)

    def print_test_page(self, slot: str) -> PrintedTest:
        if self.missing:
            raise DeskError("printer.missing")
        self.tests.append(slot)
        return PAGE if slot == "label" else SHEET

    def read_test(self, slot: str, code: str) -> TestScan:
        page = PAGE if slot == "label" else SHEET
        marks = {page.number: "number", **dict(zip(page.bars, ("bars_2", "bars_3", "bars_4"), strict=False))}
        if code not in marks:
            return TestScan("", "Mã này không phải của trang thử vừa in. Quét mã trên trang mới.", Tone.WARN)
        return TestScan(marks[code], "Đọc đúng.", Tone.GOOD)

    def confirm(self, slot: str, answers: TestAnswers) -> TestVerdict:
        if not self.tests:
            raise DeskError("printer.no_test_page")
        self.answers.append(answers)
        if answers.is_vietnamese_whole and answers.is_frame_whole and answers.scanned:
            return TestVerdict(
                True, "Máy in dùng được: mã quét được, chữ đủ dấu, khung đủ.", Tone.GOOD, PROVED
            )
        return TestVerdict(
            False,
            "Chưa nên dùng máy này: xem lại khổ giấy và độ phân giải, rồi in lại trang thử.",
            Tone.WARN,
            FACTS,
        )


def slow(draft: PrinterDraft) -> PrinterDraft:
    """The same printer on a slow line."""
    return replace(draft, port=SERIAL, baud=9600)
