"""ESC/POS, read back by a reader of our own; readers of others are in `test_foreign_readers`."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.encoders import escpos
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.encoders.tiles import rows_of
from kt1desk.printing.raster import Raster
from tests.printing.encoders.escpos_reader import EscposReader, NotEscposError
from tests.printing.encoders.pictures import PAPERS, options, paper, picture, rasters

_CHUNKS, _LINES = GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES
_CODINGS = [_CHUNKS, _LINES]


def _job(raster: Raster, coding: GraphicCoding = _CHUNKS) -> bytes:
    return escpos.encode(raster, options(coding, raster))


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", _CODINGS)
@pytest.mark.parametrize("document", [*PAPERS, "receipt"])
def test_a_paper_is_printed_dot_for_dot_and_cut_off(document: str, coding: GraphicCoding, dpi: int) -> None:
    raster = paper(document, dpi)
    printer = EscposReader(raster.row_bytes, dpi)

    printer.run(_job(raster, coding))

    assert printer.papers == [list(rows_of(raster))]
    assert printer.paper == []


@given(rasters(), st.sampled_from(_CODINGS))
def test_any_picture_is_printed_dot_for_dot_or_less_than_a_millimetre_aside(
    raster: Raster, coding: GraphicCoding
) -> None:
    printer = EscposReader(raster.row_bytes, raster.dpi)

    try:
        job = _job(raster, coding)
    except DeskError as refusal:
        assume(refusal.code != "printer.coding")
        raise
    printer.run(job)

    assert dangerous_at(job) == -1
    (printed,) = printer.papers
    assert any(printed == _aside(raster, by) for by in range(-7, 8))


def _aside(raster: Raster, by: int) -> list[bytes]:
    numbers = [int.from_bytes(row, "big") for row in rows_of(raster)]
    moved = [number >> by if by >= 0 else number << -by for number in numbers]
    if any(number.bit_length() > raster.row_bytes * 8 for number in moved):
        return []
    return [number.to_bytes(raster.row_bytes, "big") for number in moved]


@pytest.mark.parametrize("width", [8, 576, 799, 1181, 2400])
def test_no_chunk_is_longer_than_24_rows_and_what_a_resync_fills_up(width: int) -> None:
    raster = picture(width, [b"\xff" * 300] * 100)
    printer = EscposReader(raster.row_bytes, 203)

    printer.run(_job(raster))

    assert 12 <= printer.most_rows <= 24
    assert len(escpos.RESYNC) > printer.largest_chunk + 8


def test_a_printer_with_a_narrower_paper_prints_from_the_left_of_its_head() -> None:
    raster = picture(100, [b"\xff" * 13] * 30)
    printer = EscposReader(72, 203)

    printer.run(_job(raster))

    assert printer.papers == [[row + bytes(72 - 13) for row in rows_of(raster)]]


@pytest.mark.parametrize("blank", [1, 2, 24, 255, 256, 257, 600, 1021])
@pytest.mark.parametrize("dpi", [203, 300])
def test_blank_paper_is_fed_to_the_dot(blank: int, dpi: int) -> None:
    raster = picture(576, [b"\xff" * 72, *[bytes(72)] * blank, b"\xff" * 72, *[bytes(72)] * blank], dpi)
    printer = EscposReader(72, dpi)

    job = _job(raster)
    printer.run(job)

    assert printer.papers == [list(rows_of(raster))]
    assert len(job) < 72 * 2 + 100


def test_lines_cost_only_their_ink() -> None:
    rows = [b"\xff" * 10 + bytes(62)] * 24 + [b"\xff" * 72] * 24 + [b"\xff" + bytes(71)] * 24
    raster = picture(576, rows)

    whole, cropped = _job(raster, _CHUNKS), _job(raster, _LINES)

    assert len(whole) - len(cropped) == 24 * (62 + 71)


@pytest.mark.parametrize("after", [*range(1, 60), 100, 1_000, 5_000, 5_001, 20_000, -3, -2, -1])
def test_after_a_resync_the_next_paper_is_whole_and_hangs_on_nothing(after: int) -> None:
    raster = paper("label")
    printer = EscposReader(raster.row_bytes, 203)
    job = _job(raster)

    printer.run(job[:after] + escpos.RESYNC + job)

    assert printer.papers[-1] == list(rows_of(raster))


def test_without_the_resync_it_is_not() -> None:
    raster = paper("label")
    printer = EscposReader(raster.row_bytes, 203)

    with pytest.raises(NotEscposError):
        printer.run(_job(raster)[:5_000] + _job(raster))


@pytest.mark.parametrize("damage", ["ten bytes lost", "cut short"])
def test_a_damaged_job_is_no_paper(damage: str) -> None:
    raster = paper("label")
    printer = EscposReader(raster.row_bytes, 203)
    job = _job(raster)

    with pytest.raises(NotEscposError):
        printer.run(job[:4_000] + job[4_010:] if damage == "ten bytes lost" else job[:4_000])

    assert printer.papers == []


def test_another_coding_is_refused() -> None:
    with pytest.raises(DeskError) as refusal:
        _job(picture(8, [b"\xff"]), GraphicCoding.TSPL_TILES)

    assert refusal.value.code == "printer.coding"
