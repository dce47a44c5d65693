"""TSPL, read back by a reader of our own."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import tspl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.estimates import wire_seconds
from kt1desk.printing.layout import Code128
from kt1desk.printing.raster import Raster, place_of, rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.encoders.pictures import PAPERS, rasters
from tests.printing.encoders.tspl_reader import NotTsplError, TsplReader
from tests.printing.samples import DOCUMENTS, LABEL

_CODINGS = [GraphicCoding.TSPL_WHOLE, GraphicCoding.TSPL_TILES, GraphicCoding.TSPL_HYBRID]


def _encoded(values: dict[str, str], name: str, dpi: int, coding: GraphicCoding) -> tuple[Raster, bytes]:
    page = layout_of(name, 1, values)
    symbols = [(place_of(s, dpi), s.value) for s in page.symbols() if isinstance(s, Code128)]
    native = tuple(NativeCode128(p.left, p.top, p.width, p.height, p.module, value) for p, value in symbols)
    raster = rasterise(page, dpi)
    return raster, tspl.encode(raster, EncodeOptions(coding, 100, 60, symbols=native))


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", _CODINGS)
@pytest.mark.parametrize("document", PAPERS)
def test_a_label_is_burnt_dot_for_dot(document: str, coding: GraphicCoding, dpi: int) -> None:
    name, values = DOCUMENTS[document]
    raster, job = _encoded(values, name, dpi, coding)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(job)

    assert printer.printed == [raster.bits]


def test_a_label_takes_less_than_two_seconds_of_wire_at_115200_baud() -> None:
    whole, tiles, hybrid = (len(_encoded(LABEL, "kt1_label", 203, coding)[1]) for coding in _CODINGS)

    assert 48_000 < whole < 48_300
    assert wire_seconds(tiles, 115200) < 2.0
    assert hybrid < tiles < whole / 2


@given(rasters(), st.sampled_from([GraphicCoding.TSPL_WHOLE, GraphicCoding.TSPL_TILES]))
def test_any_picture_is_burnt_dot_for_dot(raster: Raster, coding: GraphicCoding) -> None:
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(tspl.encode(raster, EncodeOptions(coding, 10, 5)))

    assert printer.printed == [raster.bits]


def test_rows_that_are_alike_go_as_bars() -> None:
    row = bytes.fromhex("00f0ff00ff000000")
    raster = Raster(64, 100, 203, row * 100)

    job = tspl.encode(raster, EncodeOptions(GraphicCoding.TSPL_TILES, 8, 12))

    assert b"BITMAP" not in job
    assert re.findall(rb"BAR (.+)\r\n", job) == [b"8,0,4,100", b"16,0,8,100", b"32,0,8,100"]


def test_a_job_cut_short_is_not_a_label() -> None:
    raster, job = _encoded(LABEL, "kt1_label", 203, GraphicCoding.TSPL_WHOLE)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    with pytest.raises(NotTsplError):
        printer.run(job[:20_000])

    assert printer.printed == []


def test_a_printer_left_in_the_middle_of_a_bitmap_prints_the_next_label_whole_after_a_resync() -> None:
    raster, job = _encoded(LABEL, "kt1_label", 203, GraphicCoding.TSPL_WHOLE)
    broken_off = job[:20_000]
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    without = TsplReader(raster.row_bytes, raster.height_dots)
    with pytest.raises(NotTsplError):
        without.run(broken_off + job)
    printer.run(broken_off + tspl.RESYNC + job)

    assert printer.printed == [raster.bits]


def test_settings_of_the_head_are_stated_only_when_given() -> None:
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    silent = tspl.encode(raster, EncodeOptions(GraphicCoding.TSPL_WHOLE, 100, 60))
    stated = tspl.encode(raster, EncodeOptions(GraphicCoding.TSPL_WHOLE, 100, 60, 2, 12, 4))

    assert b"DENSITY" not in silent
    assert b"SPEED" not in silent
    assert b"SIZE 100 mm,60 mm\r\nGAP 2 mm,0 mm" in stated
    assert b"DENSITY 12\r\nSPEED 4\r\nCLS" in stated


def test_a_coding_of_another_language_is_refused() -> None:
    raster = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    with pytest.raises(DeskError) as refusal:
        tspl.encode(raster, EncodeOptions(GraphicCoding.ZPL_Z64, 100, 60))

    assert refusal.value.code == "printer.coding"
