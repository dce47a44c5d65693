"""What printers act on at once never stands in a job, whatever the picture shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import cpcl, epl, escpos, tspl, tspl_pcx
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.encoders.tiles import AS_IT_IS, INVERTED, Tile, rows_of, safe
from kt1desk.printing.raster import Raster
from tests.printing.encoders.escpos_reader import EscposReader
from tests.printing.encoders.page_readers import CpclReader, EplReader
from tests.printing.encoders.pictures import DANGEROUS, dangerous_picture, options, picture, rasters
from tests.printing.encoders.tspl_reader import TsplReader


def _pages(coding: GraphicCoding, raster: Raster) -> tuple[bytes, list[bytes]]:
    """The job, and what a printer makes of it."""
    encode = {
        GraphicCoding.TSPL_WHOLE: tspl.encode,
        GraphicCoding.TSPL_TILES: tspl.encode,
        GraphicCoding.TSPL_PCX: tspl_pcx.encode,
        GraphicCoding.EPL_GW: epl.encode,
        GraphicCoding.CPCL_CG: cpcl.encode,
    }[coding]
    job = encode(raster, options(coding, raster))
    reader: EplReader | CpclReader | TsplReader
    if coding is GraphicCoding.EPL_GW:
        reader = EplReader()
    elif coding is GraphicCoding.CPCL_CG:
        reader = CpclReader()
    else:
        reader = TsplReader(raster.row_bytes, raster.height_dots)
    reader.run(job)
    return job, reader.printed


@pytest.mark.parametrize("pair", DANGEROUS)
def test_every_dangerous_pair_is_seen_at_its_place(pair: bytes) -> None:
    assert dangerous_at(b"\0" * 5 + pair) == 5
    assert dangerous_at(pair[:1] + b"\0" + pair[1:]) == -1


@pytest.mark.parametrize(
    ("coding", "is_inverted"),
    [
        (GraphicCoding.TSPL_WHOLE, True),
        (GraphicCoding.TSPL_TILES, True),
        (GraphicCoding.TSPL_PCX, True),
        (GraphicCoding.EPL_GW, True),
        (GraphicCoding.CPCL_CG, False),
    ],
)
def test_a_picture_full_of_dangerous_bytes_is_cut_between_them_and_burnt_whole(
    coding: GraphicCoding, is_inverted: bool
) -> None:
    raster = dangerous_picture(is_inverted)
    as_sent = raster.bits.translate(INVERTED) if is_inverted else raster.bits
    assert dangerous_at(as_sent) >= 0

    job, printed = _pages(coding, raster)

    assert dangerous_at(job) == -1
    assert printed == [raster.bits]


@given(rasters(), st.sampled_from([AS_IT_IS, INVERTED]))
def test_tiles_hold_no_dangerous_bytes_and_are_together_the_picture(raster: Raster, colours: bytes) -> None:
    rows = rows_of(raster)

    tiles = list(safe([Tile(0, 0, rows)], colours))

    assert all(dangerous_at(tile.data(colours)) == -1 for tile in tiles)
    found = {
        (tile.top + y, tile.left + x): byte
        for tile in tiles
        for y, row in enumerate(tile.rows)
        for x, byte in enumerate(row)
    }
    assert found == {(y, x): byte for y, row in enumerate(rows) for x, byte in enumerate(row)}


@pytest.mark.parametrize("coding", [GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES])
@pytest.mark.parametrize("pair", DANGEROUS)
def test_a_row_with_dangerous_bytes_is_printed_less_than_a_millimetre_aside(
    pair: bytes, coding: GraphicCoding
) -> None:
    raster = picture(80, [b"\0\0" + pair + b"\xff\0\0" + pair + b"\0"] * 30)
    printer = EscposReader(raster.row_bytes, raster.dpi)

    job = escpos.encode(raster, options(coding, raster))
    printer.run(job)

    assert dangerous_at(job) == -1
    (printed,) = printer.papers
    by = [n for n in range(1, 8) if [_moved(row, n) for row in rows_of(raster)] == printed]
    assert len(by) == 1


def _moved(row: bytes, dots: int) -> bytes:
    return (int.from_bytes(row, "big") >> dots).to_bytes(len(row), "big")


def test_a_row_is_not_put_where_other_bytes_of_it_become_dangerous() -> None:
    one_dot_aside = b"\x20\x08"
    raster = picture(80, [b"\0\x10\x04\0\0" + one_dot_aside + b"\0\0\0"])
    printer = EscposReader(raster.row_bytes, raster.dpi)

    job = escpos.encode(raster, options(GraphicCoding.ESCPOS_CHUNKS, raster))
    printer.run(job)

    assert dangerous_at(job) == -1
    assert printer.papers == [[_moved(row, 2) for row in rows_of(raster)]]


@pytest.mark.parametrize("coding", [GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES])
@pytest.mark.parametrize("pair", DANGEROUS)
def test_two_rows_that_are_dangerous_together_go_in_two_chunks(pair: bytes, coding: GraphicCoding) -> None:
    raster = picture(24, [pair[1:] + b"\xff" + pair[:1]] * 10)
    printer = EscposReader(raster.row_bytes, raster.dpi)

    job = escpos.encode(raster, options(coding, raster))
    printer.run(job)

    assert dangerous_at(job) == -1
    assert printer.papers == [list(rows_of(raster))]


def test_a_picture_that_is_dangerous_wherever_it_is_put_is_refused() -> None:
    raster = picture(32, [b"\xff\x10\x04\xff"])

    with pytest.raises(DeskError) as refusal:
        escpos.encode(raster, options(GraphicCoding.ESCPOS_CHUNKS, raster))

    assert refusal.value.code == "printer.coding"


def test_a_picture_whose_size_reads_like_a_command_is_said_to_be_a_dot_larger_in_its_file() -> None:
    raster = picture(1041, [b"\xaa" * 131] * 3)

    job, printed = _pages(GraphicCoding.TSPL_PCX, raster)

    assert dangerous_at(job) == -1
    assert printed == [raster.bits]
