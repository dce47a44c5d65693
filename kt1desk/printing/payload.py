"""From a job and a profile to the bytes that go out: laid out, drawn, read back, encoded."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrintJob, own_copy, printed_texts
from kt1desk.printing.capabilities import StatusWay
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.dialects.escpos import ASB_ON
from kt1desk.printing.encoders import cpcl, epl, escpos, tspl, tspl_pcx, zpl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.layout import Code128, Page
from kt1desk.printing.paper import paper_of
from kt1desk.printing.pdf import GRID_DPI, pages_pdf
from kt1desk.printing.profile import Language, PrinterProfile
from kt1desk.printing.raster import Raster, place_of, rasterise
from kt1desk.printing.templates import document_of

_RESYNC: Mapping[Language, bytes] = {
    Language.ZPL: zpl.RESYNC,
    Language.TSPL: tspl.RESYNC,
    Language.EPL: epl.RESYNC,
    Language.ESCPOS: escpos.RESYNC,
    Language.CPCL: cpcl.RESYNC,
}
_ENCODE: Mapping[GraphicCoding, Callable[[Raster, EncodeOptions], bytes]] = {
    GraphicCoding.ZPL_Z64: zpl.encode,
    GraphicCoding.ZPL_ACS: zpl.encode,
    GraphicCoding.TSPL_WHOLE: tspl.encode,
    GraphicCoding.TSPL_TILES: tspl.encode,
    GraphicCoding.TSPL_HYBRID: tspl.encode,
    GraphicCoding.TSPL_PCX: tspl_pcx.encode,
    GraphicCoding.EPL_GW: epl.encode,
    GraphicCoding.ESCPOS_CHUNKS: escpos.encode,
    GraphicCoding.ESCPOS_LINES: escpos.encode,
    GraphicCoding.CPCL_CG: cpcl.encode,
}


@dataclass(frozen=True, slots=True)
class Payload:
    """What goes out, and the digest of the picture it carries (of the PDF where there is no raster)."""

    data: bytes
    sha256: str


def resync_bytes(language: Language) -> bytes:
    """What wakes a printer that still waits for the rest of a job which broke off; empty where nothing can wait."""
    return _RESYNC.get(language, b"")


def _native(page: Page, dpi: int) -> tuple[NativeCode128, ...]:
    symbols = [symbol for symbol in page.symbols() if isinstance(symbol, Code128)]
    places = [(place_of(symbol, dpi), symbol.value) for symbol in symbols]
    return tuple(
        NativeCode128(place.left, place.top, place.width, place.height, place.module, value)
        for place, value in places
    )


def payload_for(job: PrintJob, profile: PrinterProfile) -> Payload:
    """Make the bytes of a job for a printer: one PDF of all its sheets, or its sheets as labels one after the other.

    What a PDF says is read back from a picture no finer than 300 dpi: at 600 it takes four times as long and proves nothing more.

    Raises:
        DeskError: what laying out raises, ``paper.decode_mismatch``, or ``printer.paper_too_small`` where an edge would be cut off.
    """
    stock = profile.stock
    texts, copy = printed_texts(job.values), own_copy(job.copy, job.values)
    paper = paper_of(stock.width_mm, stock.height_mm)
    document = document_of(job.template, job.version, texts, copy, paper)
    sheets = document.sheets(stock.width_mm, stock.height_mm)
    if profile.language is not Language.PDF:
        for page in sheets:
            _refuse_small_paper(page, profile)
    if profile.language in {Language.PDF, Language.SYSTEM}:
        for page in sheets:
            check_decodes(page, rasterise(page, min(profile.head.dpi, GRID_DPI)))
        data = pages_pdf(sheets, profile.head.dpi)
        return Payload(data, hashlib.sha256(data).hexdigest())
    labels = [_label(page, profile) for page in sheets]
    digest = labels[0].sha256 if len(labels) == 1 else _joint("".join(label.sha256 for label in labels))
    return Payload(b"".join(label.data for label in labels), digest)


def label_payload(page: Page, profile: PrinterProfile) -> Payload:
    """The bytes of one page for a printer of labels or a roll; for what is in no queue.

    Raises:
        DeskError: ``printer.paper_too_small``, ``paper.decode_mismatch``, ``printer.coding``.
    """
    _refuse_small_paper(page, profile)
    return _label(page, profile)


def _refuse_small_paper(page: Page, profile: PrinterProfile) -> None:
    """A page in a file may be of any size; an office printer turns its sheet, a label printer does not; a roll has no end."""
    sides = (page.width_mm, page.height_mm)
    room = (float(profile.stock.width_mm), float(profile.stock.height_mm or page.height_mm))
    if profile.language is Language.SYSTEM:
        sides, room = (min(sides), max(sides)), (min(room), max(room))
    if sides[0] > room[0] or sides[1] > room[1]:
        raise DeskError(
            "printer.paper_too_small", "paper", width=round(page.width_mm), height=round(page.height_mm)
        )


def _joint(digests: str) -> str:
    return hashlib.sha256(digests.encode()).hexdigest()


def _label(page: Page, profile: PrinterProfile) -> Payload:
    raster = rasterise(page, profile.head.dpi)
    check_decodes(page, raster)
    stock = profile.stock
    options = EncodeOptions(
        profile.coding,
        stock.width_mm,
        stock.height_mm or page.height_mm,
        stock.gap_mm,
        profile.head.density,
        profile.head.speed_ips,
        _native(page, profile.head.dpi),
        # ESC @ ends its reports on some printers, and it would not say why it stops in the middle of a paper.
        ASB_ON if profile.can.status is StatusWay.ASB else b"",
    )
    return Payload(_ENCODE[profile.coding](raster, options), raster.sha256)
