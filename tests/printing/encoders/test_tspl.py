"""TSPL, read back by a reader of our own."""

from __future__ import annotations

import random

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import tspl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.layout import Code128
from kt1desk.printing.raster import Raster, place_of, rasterise
from kt1desk.printing.templates import layout_of
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
@pytest.mark.parametrize("document", ["label", "plain label", "test page"])
def test_a_label_is_burnt_dot_for_dot(document: str, coding: GraphicCoding, dpi: int) -> None:
    name, values = DOCUMENTS[document]
    raster, job = _encoded(values, name, dpi, coding)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(job)

    assert printer.printed == [raster.bits]


def test_tiles_and_a_native_barcode_take_fewer_bytes_than_the_whole_bitmap() -> None:
    whole, tiles, hybrid = (len(_encoded(LABEL, "kt1_label", 203, coding)[1]) for coding in _CODINGS)

    assert 48_000 < whole < 48_300
    assert tiles < 30_000
    assert hybrid < 23_000  # two seconds at 115200 baud


def test_a_job_cut_short_is_not_a_label() -> None:
    raster, job = _encoded(LABEL, "kt1_label", 203, GraphicCoding.TSPL_WHOLE)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    with pytest.raises(NotTsplError):
        printer.run(job[:20_000])

    assert printer.printed == []


@pytest.mark.parametrize("coding", [GraphicCoding.TSPL_WHOLE, GraphicCoding.TSPL_TILES])
def test_bitmap_data_never_holds_a_realtime_command(coding: GraphicCoding) -> None:
    chance = random.Random(1)
    ink = bytes(255 - value for value in b"\x1b!")
    rows = [bytes(chance.choices(ink + b"\x0f", k=10)) for _ in range(40)]
    raster = Raster(80, 40, 203, b"".join(rows))
    printer = TsplReader(10, 40)

    job = tspl.encode(raster, EncodeOptions(coding, 10, 5))
    printer.run(job)

    assert b"\x1b!" not in job
    assert printer.printed == [raster.bits]


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
