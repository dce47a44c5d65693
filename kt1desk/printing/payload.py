"""From a job and a profile to the bytes that go out: laid out, drawn, read back, encoded."""

import hashlib
from dataclasses import dataclass

from kt1desk.domain.print_job import PrintJob
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.encoders import tspl, zpl
from kt1desk.printing.encoders.options import EncodeOptions, NativeCode128
from kt1desk.printing.layout import Code128, Page
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.profile import Language, PrinterProfile
from kt1desk.printing.raster import place_of, rasterise
from kt1desk.printing.templates import layout_of

_RESYNC = {Language.ZPL: zpl.RESYNC, Language.TSPL: tspl.RESYNC}


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
    """Make the bytes of a job for a printer.

    Raises:
        DeskError: what laying out raises, or ``paper.decode_mismatch``.
    """
    page = layout_of(job.template, job.version, job.values, job.copy)
    dpi = profile.head.dpi
    raster = rasterise(page, dpi)
    check_decodes(page, raster)
    if profile.language in {Language.PDF, Language.SYSTEM}:
        document = page_pdf(page, dpi)
        return Payload(document, hashlib.sha256(document).hexdigest())
    stock = profile.stock
    options = EncodeOptions(
        profile.coding,
        stock.width_mm,
        stock.height_mm,
        stock.gap_mm,
        profile.head.density,
        profile.head.speed_ips,
        _native(page, dpi),
    )
    language = zpl if profile.language is Language.ZPL else tspl
    return Payload(language.encode(raster, options), raster.sha256)
