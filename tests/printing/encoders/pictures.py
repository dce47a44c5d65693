"""Pictures for the tests of the encoders: real papers, random ones, and ones full of what printers act on."""

from __future__ import annotations

from hypothesis import strategies as st

from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.encoders.tiles import INVERTED
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.samples import DOCUMENTS

PAPERS = ["label", "plain label", "dossier label"]
DANGEROUS = (b"\x10\x04", b"\x10\x05", b"\x10\x14", b"\x1b!")


def paper(document: str, dpi: int = 203) -> Raster:
    """A page of the samples as dots."""
    name, values = DOCUMENTS[document]
    return rasterise(layout_of(name, 1, values), dpi)


def options(coding: GraphicCoding, raster: Raster, gap_mm: float = 3.0) -> EncodeOptions:
    """What belongs to a picture of that size."""
    return EncodeOptions(
        coding, raster.width_dots / raster.dpi * 25.4, raster.height_dots / raster.dpi * 25.4, gap_mm
    )


def picture(width: int, rows: list[bytes], dpi: int = 203) -> Raster:
    """A raster of such rows; dots beyond the width are left out."""
    spare = -width % 8
    size = (width + 7) // 8
    kept = [(int.from_bytes(row[:size], "big") >> spare << spare).to_bytes(size, "big") for row in rows]
    return Raster(width, len(rows), dpi, b"".join(kept))


@st.composite
def rasters(draw: st.DrawFn) -> Raster:
    """Small pictures of any width, with blank strips, repeated rows and bytes that are dangerous beside others."""
    width, dpi = draw(st.integers(1, 90)), draw(st.sampled_from([203, 300]))
    size = (width + 7) // 8
    byte = st.sampled_from(
        [0, 0, 0, 0, 255, 0x10, 0x04, 0x05, 0x14, 0x1B, 0x21, 0xEF, 0xFB, 0xE4, 0xDE, 0xC1]
    )
    row = st.one_of(
        st.just(bytes(size)),
        st.lists(byte, min_size=size, max_size=size).map(bytes),
        st.binary(min_size=size, max_size=size),
    )
    runs = draw(st.lists(st.tuples(row, st.integers(1, 40)), min_size=1, max_size=12))
    return picture(width, [line for line, count in runs for _ in range(count)], dpi)


def dangerous_picture(is_inverted: bool) -> Raster:
    """Every pair a printer acts on, within rows and from one row to the next, as they stand in the data that is sent."""
    pairs = [pair.translate(INVERTED) if is_inverted else pair for pair in DANGEROUS]
    white = b"\xff" if is_inverted else b"\0"
    white = white.translate(INVERTED) if is_inverted else white
    rows = []
    for pair in pairs:
        rows += [
            white * 2 + pair + white * 3,
            pair[1:] + white * 5 + pair[:1],
            pair[1:] + pair * 2 + white + pair[:1],
        ]
    return picture(56, rows * 6)
