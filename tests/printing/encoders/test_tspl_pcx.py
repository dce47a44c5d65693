"""TSPL by PCX files, which Pillow reads."""

from __future__ import annotations

import pytest
from hypothesis import given

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import tspl, tspl_pcx
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.tiles import MAX_BYTES
from kt1desk.printing.raster import Raster
from tests.printing.encoders.pictures import PAPERS, options, paper, rasters
from tests.printing.encoders.tspl_reader import NotTsplError, TsplReader

_PCX = GraphicCoding.TSPL_PCX


def _job(raster: Raster) -> bytes:
    return tspl_pcx.encode(raster, options(_PCX, raster))


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", PAPERS)
def test_a_label_is_burnt_dot_for_dot(document: str, dpi: int) -> None:
    raster = paper(document, dpi)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(_job(raster))

    assert printer.printed == [raster.bits]


@given(rasters())
def test_any_picture_is_burnt_dot_for_dot(raster: Raster) -> None:
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(_job(raster))

    assert printer.printed == [raster.bits]


def test_the_next_label_is_never_the_one_before() -> None:
    first, second = paper("label"), paper("plain label")
    printer = TsplReader(first.row_bytes, first.height_dots)

    printer.run(_job(first) + _job(second))

    assert printer.printed == [first.bits, second.bits]


def test_a_file_that_could_not_be_loaded_is_missing_instead_of_the_file_before() -> None:
    first, second = paper("label"), paper("plain label")
    printer = TsplReader(first.row_bytes, first.height_dots)
    head, *loads = _job(second).split(b"DOWNLOAD ")
    refused = head + b"".join(load[load.index(b"PUTPCX") :] for load in loads)

    printer.run(_job(first) + refused)

    assert printer.printed[1] == bytes(len(first.bits))


def test_a_printer_left_in_the_middle_of_a_file_prints_the_next_label_whole_after_a_resync() -> None:
    raster = paper("label")
    broken_off = _job(raster)[:6_000]
    printer, without = (TsplReader(raster.row_bytes, raster.height_dots) for _ in range(2))

    with pytest.raises(NotTsplError):
        without.run(broken_off + _job(raster))
    printer.run(broken_off + tspl.RESYNC + _job(raster))

    assert printer.printed == [raster.bits]


def test_no_file_is_longer_than_what_a_resync_fills_up() -> None:
    raster = paper("label", 300)
    printer = TsplReader(raster.row_bytes, raster.height_dots)

    printer.run(_job(raster))

    assert _job(raster).count(b"DOWNLOAD") > 1
    assert all(len(file) <= MAX_BYTES < len(tspl.RESYNC) for file in printer.files.values())


def test_pcx_takes_a_third_fewer_bytes_than_the_whole_bitmap() -> None:
    raster = paper("label")

    whole = tspl.encode(raster, options(GraphicCoding.TSPL_WHOLE, raster))

    assert len(_job(raster)) < len(whole) * 2 / 3


def test_another_coding_is_refused() -> None:
    raster = paper("label")

    with pytest.raises(DeskError) as refusal:
        tspl_pcx.encode(raster, options(GraphicCoding.TSPL_TILES, raster))

    assert refusal.value.code == "printer.coding"
