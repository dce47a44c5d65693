"""The label of a draft as its printer would get it: laid out for the paper in it, drawn in its dots.

This module must not know any screen, nor send anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kt1desk.app.hardware import LABEL_STOCK
from kt1desk.app.print_room import PrinterCondition
from kt1desk.desktop.accept_needs import LabelPicture
from kt1desk.printing.paper import paper_of
from kt1desk.printing.profile import RAW, Stock
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import preview_of
from kt1desk.services.acceptance import LABEL, LABEL_VERSION

_USUAL_DPI: Final = 203
"""Where no dots are sent (no printer yet, a file, a printer of the system), those of most label printers."""


def label_picture(values: Mapping[str, str], printer: PrinterCondition | None) -> LabelPicture:
    """The dots that would be sent.

    Raises:
        DeskError: what does not fit on this paper, by its field, and what else `preview_of` refuses.
    """
    stock, profile = _stock(printer), printer.profile if printer is not None else None
    dpi = profile.head.dpi if profile is not None and profile.language in RAW else _USUAL_DPI
    page = preview_of(LABEL, LABEL_VERSION, values, paper_of(stock.width_mm, stock.height_mm))
    raster = rasterise(page, dpi)
    return LabelPicture(raster.width_dots, raster.height_dots, raster.bits)


def label_size(printer: PrinterCondition | None) -> str:
    """The paper it is laid out for: ``100 × 60 mm``."""
    stock = _stock(printer)
    return f"{stock.width_mm} × {stock.height_mm} mm"


def _stock(printer: PrinterCondition | None) -> Stock:
    return LABEL_STOCK if printer is None or printer.profile is None else printer.profile.stock
