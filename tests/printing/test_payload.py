"""The bytes of a job for a printer: the right language, the paper that lies in it, a roll that has no end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.encoders.realtime import dangerous_at
from kt1desk.printing.encoders.tiles import rows_of
from kt1desk.printing.paper import Paper
from kt1desk.printing.payload import payload_for
from kt1desk.printing.profile import Head, Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.encoders.escpos_reader import EscposReader
from tests.printing.encoders.page_readers import EplReader
from tests.printing.encoders.tspl_reader import TsplReader
from tests.printing.profiles import NOW_MS
from tests.printing.samples import LABEL, RECEIPT

_ROLL = Stock(80, 0)
_HEAD_BYTES = 72
"""576 dots: what a printer of 80 mm prints on."""


def _printer(coding: GraphicCoding, stock: Stock, dpi: int = 203) -> PrinterProfile:
    language = Language[coding.name.split("_")[0]]
    link = Link(PortKind.TCP, "192.0.2.7")
    return PrinterProfile("p", "Quầy 3", PrinterRole.RECEIPT, language, link, stock, Head(dpi), coding)


def _job(template: str, values: dict[str, str]) -> PrintJob:
    return PrintJob("1", "k", template, 1, values, 1, PrinterRole.RECEIPT, JobState.QUEUED, NOW_MS)


def _strip(dpi: int = 203) -> Raster:
    return rasterise(layout_of("kt1_receipt", 1, RECEIPT, paper=Paper.ROLL_80), dpi)


@pytest.mark.parametrize("coding", [GraphicCoding.ESCPOS_CHUNKS, GraphicCoding.ESCPOS_LINES])
def test_a_receipt_on_a_roll_is_as_long_as_it_is_and_fits_the_head(coding: GraphicCoding) -> None:
    printer = EscposReader(_HEAD_BYTES, 203)

    payload = payload_for(_job("kt1_receipt", RECEIPT), _printer(coding, _ROLL))
    printer.run(payload.data)

    assert printer.papers == [list(rows_of(_strip()))]
    assert payload.sha256 == _strip().sha256


def test_a_roll_in_a_label_printer_has_the_length_of_the_page_and_no_gap() -> None:
    strip = _strip()
    tspl, epl = TsplReader(strip.row_bytes, strip.height_dots), EplReader()
    job = _job("kt1_receipt", RECEIPT)
    height_mm = layout_of("kt1_receipt", 1, RECEIPT, paper=Paper.ROLL_80).height_mm

    tspl_data = payload_for(job, _printer(GraphicCoding.TSPL_TILES, _ROLL)).data
    tspl.run(tspl_data)
    epl.run(payload_for(job, _printer(GraphicCoding.EPL_GW, _ROLL)).data)

    assert tspl.printed == epl.printed == [strip.bits]
    assert f"SIZE 80 mm,{height_mm:g} mm\r\nGAP 0 mm".encode() in tspl_data
    assert (epl.gap, epl.height) == (0, strip.height_dots)


def test_a_page_wider_than_the_roll_is_refused() -> None:
    with pytest.raises(DeskError) as refusal:
        payload_for(_job("kt1_label", LABEL), _printer(GraphicCoding.ESCPOS_CHUNKS, _ROLL))

    assert refusal.value.code == "printer.paper_too_small"


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("coding", list(GraphicCoding))
def test_no_printer_finds_a_realtime_command_in_a_label(coding: GraphicCoding, dpi: int) -> None:
    payload = payload_for(_job("kt1_label", LABEL), _printer(coding, Stock(100, 60, 3), dpi))

    assert dangerous_at(payload.data) == -1


def test_the_same_paper_has_the_same_digest_in_every_language() -> None:
    printers = [_printer(coding, Stock(100, 60, 3)) for coding in GraphicCoding]

    digests = {payload_for(_job("kt1_label", LABEL), printer).sha256 for printer in printers}

    assert len(digests) == 1
    finer = replace(printers[0], head=Head(300))
    assert payload_for(_job("kt1_label", LABEL), finer).sha256 not in digests
