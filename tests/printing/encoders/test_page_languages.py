"""EPL2 and CPCL, read back by readers of our own: no program is known that renders either."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import cpcl, epl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.raster import Raster
from tests.printing.encoders.page_readers import CpclReader, EplReader, NotUnderstoodError
from tests.printing.encoders.pictures import PAPERS, options, paper, picture, rasters

_Encode = Callable[[Raster, EncodeOptions], bytes]
_EPL = (epl.encode, GraphicCoding.EPL_GW, EplReader, epl.RESYNC)
_CPCL = (cpcl.encode, GraphicCoding.CPCL_CG, CpclReader, cpcl.RESYNC)
_BOTH = pytest.mark.parametrize(("encode", "coding", "reader", "resync"), [_EPL, _CPCL], ids=["EPL2", "CPCL"])


@_BOTH
@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("document", PAPERS)
def test_a_label_is_burnt_dot_for_dot(
    document: str,
    dpi: int,
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    raster, printer = paper(document, dpi), reader()

    printer.run(encode(raster, options(coding, raster)))

    assert printer.printed == [raster.bits]


@_BOTH
@given(raster=rasters())
def test_any_picture_is_burnt_dot_for_dot(
    raster: Raster,
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    printer = reader()

    printer.run(encode(raster, options(coding, raster)))

    assert printer.printed == [raster.bits]


@_BOTH
@pytest.mark.parametrize("after", [*range(1, 60), *range(60, 18_000, 1_499), -3, -1])
def test_a_printer_left_anywhere_in_a_job_prints_the_next_label_whole_after_a_resync(
    after: int,
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    raster, printer = paper("label"), reader()
    job = encode(raster, options(coding, raster))

    printer.run(job[:after] + resync + job)

    assert printer.printed[-1] == raster.bits


@_BOTH
def test_without_the_resync_it_does_not(
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    raster, printer = paper("label"), reader()
    job = encode(raster, options(coding, raster))

    with pytest.raises(NotUnderstoodError):
        printer.run(job[:5_000] + job)

    assert printer.printed == []


@_BOTH
@pytest.mark.parametrize("damage", ["ten bytes lost", "cut short"])
def test_a_damaged_job_is_no_label(
    damage: str,
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    raster, printer = paper("label"), reader()
    job = encode(raster, options(coding, raster))
    damaged = job[:4_000] + job[4_010:] if damage == "ten bytes lost" else job[:4_000]

    with pytest.raises(NotUnderstoodError):
        printer.run(damaged)

    assert printer.printed == []


@_BOTH
def test_another_coding_is_refused(
    encode: _Encode,
    coding: GraphicCoding,
    reader: type[EplReader] | type[CpclReader],
    resync: bytes,
) -> None:
    raster = picture(8, [b"\xff"])

    with pytest.raises(DeskError) as refusal:
        encode(raster, options(GraphicCoding.ZPL_Z64, raster))

    assert refusal.value.code == "printer.coding"


def test_a_cpcl_printer_that_waits_for_nothing_prints_nothing_when_it_is_woken() -> None:
    printer = CpclReader()

    printer.run(cpcl.RESYNC)

    assert (printer.texts, printer.printed) == ([], [])


def test_the_gap_is_stated_and_a_roll_has_none() -> None:
    raster, epl_printer, cpcl_printer = picture(8, [b"\xff"]), EplReader(), CpclReader()

    epl_printer.run(epl.encode(raster, options(GraphicCoding.EPL_GW, raster, gap_mm=3)))
    cpcl_printer.run(cpcl.encode(raster, options(GraphicCoding.CPCL_CG, raster, gap_mm=3)))

    assert (epl_printer.gap, cpcl_printer.has_form) == (24, True)
    epl_printer.run(epl.encode(raster, options(GraphicCoding.EPL_GW, raster, gap_mm=0)))
    cpcl_printer.run(cpcl.encode(raster, options(GraphicCoding.CPCL_CG, raster, gap_mm=0)))
    assert (epl_printer.gap, cpcl_printer.has_form) == (0, False)


@pytest.mark.parametrize(
    ("density", "darkness", "tone"), [(-1, -1, 0), (0, 0, -99), (15, 15, 200), (99, 15, 200)]
)
def test_the_darkness_is_stated_only_when_given(density: int, darkness: int, tone: int) -> None:
    raster, epl_printer, cpcl_printer = picture(8, [b"\xff"]), EplReader(), CpclReader()

    epl_printer.run(epl.encode(raster, EncodeOptions(GraphicCoding.EPL_GW, 1, 1, density=density)))
    cpcl_printer.run(cpcl.encode(raster, EncodeOptions(GraphicCoding.CPCL_CG, 1, 1, density=density)))

    assert (epl_printer.darkness, cpcl_printer.tone) == (darkness, tone)
