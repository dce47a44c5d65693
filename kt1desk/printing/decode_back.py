"""Reading a picture back before it is sent, with a decoder that shares no code with what drew it.

It catches wrong codes and codes something was printed over; uneven bars it would read, those are excluded by drawing
whole dots.
"""

import zxingcpp

from kt1desk.domain.errors import DeskError
from kt1desk.printing.layout import Page
from kt1desk.printing.raster import Raster

_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.DataMatrix])


def read_codes(raster: Raster) -> list[str]:
    """The texts of all Code 128 and DataMatrix symbols a scanner sees in the picture, sorted."""
    found = zxingcpp.read_barcodes(
        raster.image().convert("L"), formats=_FORMATS, try_rotate=False, try_invert=False
    )
    return sorted(str(code.text) for code in found)


def check_decodes(page: Page, raster: Raster) -> None:
    """Prove that the picture says what the record says.

    Raises:
        DeskError: ``paper.decode_mismatch`` when a code is missing, unreadable, different or one too many.
    """
    expected = sorted(symbol.value for symbol in page.symbols())
    if read_codes(raster) != expected:
        raise DeskError("paper.decode_mismatch", "barcode")
