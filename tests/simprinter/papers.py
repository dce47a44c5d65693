"""Jobs of the desk's own encoders, and clients for the simulated printer."""

from __future__ import annotations

from kt1desk.printing.encoders import epl, escpos, tspl, tspl_pcx, zpl
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.raster import Raster
from kt1desk.simprinter.machine import Language
from tests.printing.encoders.pictures import options, paper

LABEL = paper("label")
"""A full KT1 label, 100 × 60 mm."""
PLAIN_LABEL = paper("plain label")
CODINGS = {
    GraphicCoding.ZPL_Z64: (Language.ZPL, zpl.encode),
    GraphicCoding.ZPL_ACS: (Language.ZPL, zpl.encode),
    GraphicCoding.TSPL_WHOLE: (Language.TSPL, tspl.encode),
    GraphicCoding.TSPL_TILES: (Language.TSPL, tspl.encode),
    GraphicCoding.TSPL_PCX: (Language.TSPL, tspl_pcx.encode),
    GraphicCoding.EPL_GW: (Language.EPL, epl.encode),
    GraphicCoding.ESCPOS_CHUNKS: (Language.ESCPOS, escpos.encode),
    GraphicCoding.ESCPOS_LINES: (Language.ESCPOS, escpos.encode),
}


def job(coding: GraphicCoding, raster: Raster = LABEL) -> bytes:
    """A label as the desk sends it."""
    return CODINGS[coding][1](raster, options(coding, raster))
