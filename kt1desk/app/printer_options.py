"""What can be chosen for a printer, by its slot: languages, papers, codings and their words. Rows only; nothing is decided here."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from kt1desk.app.hardware import A4, A5
from kt1desk.desktop.needs import Choice, SetupOption
from kt1desk.printing.capabilities import Fence, Origin, StatusWay
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.paper import ROLL_WIDTH_MM
from kt1desk.printing.profile import Language, PortKind, Stock
from kt1desk.printing.slots import PrinterSlot

SLOT_NAMES: Final[Mapping[PrinterSlot, str]] = MappingProxyType(
    {PrinterSlot.LABEL: "Máy in nhãn", PrinterSlot.PAGE: "Máy in phiếu", PrinterSlot.ROLL: "Máy in cuộn"}
)
LANGUAGE_NAMES: Final[Mapping[Language, str]] = MappingProxyType(
    {
        Language.ZPL: "ZPL (Zebra)",
        Language.TSPL: "TSPL (TSC, HPRT, Xprinter nhãn)",
        Language.EPL: "EPL (Zebra đời cũ)",
        Language.CPCL: "CPCL (máy in di động)",
        Language.ESCPOS: "ESC/POS (Epson, Xprinter hóa đơn)",
        Language.SYSTEM: "Máy in của hệ thống",
        Language.PDF: "Tệp PDF",
    }
)
LANGUAGES: Final[Mapping[PrinterSlot, tuple[Language, ...]]] = MappingProxyType(
    {
        PrinterSlot.LABEL: (
            Language.ZPL,
            Language.TSPL,
            Language.EPL,
            Language.CPCL,
            Language.SYSTEM,
            Language.PDF,
        ),
        PrinterSlot.PAGE: (Language.SYSTEM, Language.PDF),
        PrinterSlot.ROLL: (Language.ESCPOS, Language.PDF),
    }
)
"""An ESC/POS printer can be a roll only: it knows no gaps between labels. A label printer has no paper for receipts."""
STOCKS: Final[Mapping[str, Stock]] = MappingProxyType(
    {
        "100x60": Stock(100, 60, 3),
        "100x75": Stock(100, 75, 3),
        "80x50": Stock(80, 50, 3),
        "a4": A4,
        "a5": A5,
        "roll80": Stock(ROLL_WIDTH_MM, 0),
    }
)
STOCK_OPTIONS: Final[Mapping[PrinterSlot, tuple[SetupOption, ...]]] = MappingProxyType(
    {
        PrinterSlot.LABEL: (
            SetupOption("100x60", "Nhãn 100 × 60 mm"),
            SetupOption("100x75", "Nhãn 100 × 75 mm"),
            SetupOption("80x50", "Nhãn 80 × 50 mm"),
        ),
        PrinterSlot.PAGE: (
            SetupOption(
                "a4",
                "A4 (hai liên một tờ ngang)",
                note="Hai liên cạnh nhau, cắt theo đường giữa; phiếu một liên nằm ở nửa trái.",
            ),
            SetupOption("a5", "A5 (từng liên một tờ)", note="Mỗi liên in trên tờ riêng."),
        ),
        PrinterSlot.ROLL: (SetupOption("roll80", "Cuộn 80 mm (in rộng 72 mm)"),),
    }
)
_CODING_WORDS: Final[tuple[tuple[GraphicCoding, str, str], ...]] = (
    (GraphicCoding.ZPL_Z64, "Z64", "Ngắn nhất; máy in tự bỏ hình hỏng."),
    (GraphicCoding.ZPL_ACS, "ACS", "Cho máy không in được Z64."),
    (GraphicCoding.TSPL_TILES, "Từng mảng", "Chỉ gửi chỗ có mực."),
    (
        GraphicCoding.TSPL_HYBRID,
        "Từng mảng, máy in tự vẽ mã vạch",
        "Chỉ dùng sau khi đã quét lại trang in thử.",
    ),
    (GraphicCoding.TSPL_PCX, "PCX", "Cho máy không nhận từng mảng."),
    (GraphicCoding.TSPL_WHOLE, "Cả hình", "Dài nhất; máy nào cũng nhận."),
    (GraphicCoding.EPL_GW, "GW", ""),
    (GraphicCoding.ESCPOS_LINES, "Từng dải, cắt bớt chỗ trắng", ""),
    (GraphicCoding.ESCPOS_CHUNKS, "Từng dải, đủ chiều rộng", "Cho máy in lệch khi cắt bớt chỗ trắng."),
    (GraphicCoding.CPCL_CG, "CG", ""),
)
"""The first of a language is the one a printer begins with."""
CODINGS: Final = tuple(
    SetupOption(coding.value, text, (coding.name.split("_")[0].lower(),), note)
    for coding, text, note in _CODING_WORDS
)
FLOWS: Final = (
    Choice("rtscts", "RTS/CTS (dây đủ chân)"),
    Choice("xonxoff", "XON/XOFF"),
    Choice("none", "Không: dễ mất dữ liệu"),
)
TYPED: Final = (PortKind.TCP, PortKind.PDF_FOLDER, PortKind.DEVICE)
"""Ways whose address is typed when nothing was found."""
PORT_NAMES: Final[Mapping[PortKind, str]] = MappingProxyType(
    {
        PortKind.SERIAL: "Cổng nối tiếp",
        PortKind.DEVICE: "Cổng USB",
        PortKind.SYSTEM: "Máy in của hệ thống",
        PortKind.SPOOLER: "Máy in Windows, dữ liệu thô",
        PortKind.TCP: "Mạng, cổng 9100 (gõ địa chỉ)",
        PortKind.PDF_FOLDER: "Thư mục (gõ đường dẫn)",
    }
)
ORIGIN_NAMES: Final[Mapping[Origin, str]] = MappingProxyType(
    {
        Origin.DOCUMENTED: "theo tài liệu, chưa thử",
        Origin.PROBED: "máy in tự trả lời",
        Origin.CLERK: "giao dịch viên đã xem trang thử",
    }
)
FENCE_NAMES: Final[Mapping[Fence, str]] = MappingProxyType(
    {
        Fence.NONE: "không; chỉ biết là đã gửi",
        Fence.GS_R: "có, khi đã đọc hết (GS r)",
        Fence.GS_H: "có, khi in xong (GS ( H)",
        Fence.HV: "có, từng nhãn (^HV)",
    }
)
STATUS_NAMES: Final[Mapping[StatusWay, str]] = MappingProxyType(
    {
        StatusWay.NONE: "không",
        StatusWay.ASB: "tự báo ngay (ASB)",
        StatusWay.DLE_EOT: "trả lời khi hỏi (DLE EOT)",
        StatusWay.HS: "trả lời khi hỏi (~HS); im lặng khi hết giấy, mở nắp",
        StatusWay.ESC_Q: "trả lời khi hỏi (ESC ! ?)",
    }
)


def stock_key(stock: Stock) -> str:
    """The choice a stock is, "" where it is none of them."""
    return next((key for key, each in STOCKS.items() if each == stock), "")


def coding_words(coding: GraphicCoding) -> str:
    """What the choice of this way of sending is called."""
    return next((text for each, text, _ in _CODING_WORDS if each is coding), "")


def usual_coding(language: Language) -> GraphicCoding:
    """What a printer of a language begins with."""
    return next(
        (coding for coding, _, _ in _CODING_WORDS if coding.name.startswith(f"{language.name}_")),
        GraphicCoding.ZPL_Z64,
    )
