"""Every language at the simulated printer, which shares no code with the encoders: whole, and after a job that broke off anywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.decode_back import read_payloads
from kt1desk.printing.encoders import escpos
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.tiles import rows_of
from kt1desk.printing.paper import Paper
from kt1desk.printing.payload import payload_for, resync_bytes
from kt1desk.printing.profile import Head, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.profile import Language as Spoken
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from kt1desk.simprinter.machine import Language, Machine
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.picture import Picture
from tests.printing.encoders.pictures import options, paper
from tests.printing.profiles import NOW_MS
from tests.printing.samples import LABEL, RECEIPT

_SIMULATED = set(Language)
_CODINGS = [coding for coding in GraphicCoding if coding.name.split("_")[0].lower() in _SIMULATED]


def _label(coding: GraphicCoding) -> tuple[Machine, bytes, bytes]:
    """A printer of labels 100 x 60 mm, a job for it, and what wakes it."""
    language = Spoken[coding.name.split("_")[0]]
    link = Link(PortKind.TCP, "192.0.2.7")
    printer = PrinterProfile(
        "p", "Quầy 3", PrinterRole.LABEL, language, link, Stock(100, 60, 3), Head(), coding
    )
    job = PrintJob("1", "k", "kt1_label", 1, LABEL, 1, PrinterRole.LABEL, JobState.QUEUED, NOW_MS)
    return machine_of(Language(language.value)), payload_for(job, printer).data, resync_bytes(language)


def _rows(picture: Picture, raster: Raster) -> list[bytes]:
    """The rows of a page as far as the raster goes; ink beyond it is a fault."""
    size = (picture.width_dots + 7) // 8
    rows = [picture.bits[at : at + size] for at in range(0, len(picture.bits), size)]
    assert not any(any(row[raster.row_bytes :]) for row in rows)
    assert not any(any(row) for row in rows[raster.height_dots :])
    return [row[: raster.row_bytes] for row in rows[: raster.height_dots]]


_LABELS = [
    coding
    for coding in _CODINGS
    if not coding.name.startswith("ESCPOS") and coding is not GraphicCoding.TSPL_HYBRID
]


@pytest.mark.parametrize("coding", _LABELS)
def test_the_simulated_printer_prints_every_dot_of_a_label(coding: GraphicCoding) -> None:
    raster = paper("label")
    machine, job, _ = _label(coding)

    machine.feed(job)

    assert [_rows(page, raster) for page in machine.pages] == [list(rows_of(raster))]
    assert machine.garbage == 0


def test_bars_a_printer_draws_itself_need_not_be_ours_but_say_the_same() -> None:
    raster = paper("label")
    machine, job, _ = _label(GraphicCoding.TSPL_HYBRID)

    machine.feed(job)

    (page,) = machine.pages
    drawn = Raster(raster.width_dots, raster.height_dots, raster.dpi, b"".join(_rows(page, raster)))
    assert read_payloads(drawn) == read_payloads(raster)
    assert LABEL["number"].encode() in read_payloads(drawn)


@pytest.mark.parametrize("coding", [GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES])
@pytest.mark.parametrize("part", [0.0, 0.001, 0.2, 0.5, 0.999])
def test_a_roll_is_cut_after_what_broke_off_and_the_next_receipt_is_whole(
    coding: GraphicCoding, part: float
) -> None:
    raster = rasterise(layout_of("kt1_receipt", 1, RECEIPT, paper=Paper.ROLL_80), 203)
    machine, job = machine_of(Language.ESCPOS), escpos.encode(raster, options(coding, raster, gap_mm=0))

    machine.feed(job[: int(part * len(job))] + escpos.RESYNC + job)

    assert _rows(machine.pages[-1], raster) == list(rows_of(raster))
    assert machine.garbage <= 1


@pytest.mark.parametrize("coding", _LABELS)
@settings(max_examples=8)
@given(part=st.floats(0, 1))
def test_a_simulated_printer_left_anywhere_in_a_job_prints_the_next_label_whole_after_a_resync(
    coding: GraphicCoding, part: float
) -> None:
    raster = paper("label")
    machine, job, resync = _label(coding)

    machine.feed(job[: int(part * len(job))] + resync + job)

    assert _rows(machine.pages[-1], raster) == list(rows_of(raster))
    assert len(machine.pages) <= 2
