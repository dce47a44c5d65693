"""Reading a picture back before it is sent, with a decoder that shares no code with what drew it.

It catches wrong codes and codes something was printed over; uneven bars and modules too small it would read, those are excluded by drawing
whole dots and by the rules of the layout.
"""

import zxingcpp

from kt1desk.domain.errors import DeskError
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import Raster

_FORMATS = zxingcpp.BarcodeFormats(
    [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.DataMatrix, zxingcpp.BarcodeFormat.QRCode]
)


def read_payloads(raster: Raster) -> list[bytes]:
    """What a scanner sees in the picture, byte by byte, sorted: Code 128, DataMatrix and QR."""
    found = zxingcpp.read_barcodes(
        raster.image().convert("L"), formats=_FORMATS, try_rotate=False, try_invert=False
    )
    return sorted(bytes(code.bytes) for code in found)


def read_codes(raster: Raster) -> list[str]:
    """The texts of all symbols in a picture whose codes are texts, sorted."""
    return [payload.decode("ascii") for payload in read_payloads(raster)]


def check_decodes(page: Page, raster: Raster) -> None:
    """Prove that the picture says what the record says.

    Raises:
        DeskError: ``paper.decode_mismatch`` when a code is missing, unreadable, different or one too many.
    """
    if read_payloads(raster) != sorted(symbol.payload for symbol in page.symbols()):
        raise DeskError("paper.decode_mismatch", "barcode")
