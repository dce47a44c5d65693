"""How many bytes a label is in each language and how long they need on a serial line, beside the whole bitmap and python-escpos."""

from __future__ import annotations

import importlib
import warnings

import pytest

from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.estimates import wire_seconds
from kt1desk.printing.payload import payload_for, resync_bytes
from kt1desk.printing.profile import RAW, Head, Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.raster import Raster
from tests.printing.encoders.pictures import paper
from tests.printing.profiles import NOW_MS
from tests.printing.samples import LABEL

BAUDS = (9600, 19200, 115200)


def _job_bytes(coding: GraphicCoding, dpi: int) -> int:
    """A KT1 label 100 x 60 mm as it goes out."""
    language = Language[coding.name.split("_")[0]]
    printer = PrinterProfile(
        *("p", "Quầy 3", PrinterRole.LABEL, language, Link(PortKind.SERIAL, "unused"), Stock(100, 60, 3)),
        Head(dpi),
        coding,
    )
    job = PrintJob("1", "k", "kt1_label", 1, LABEL, 1, PrinterRole.LABEL, JobState.QUEUED, NOW_MS)
    return len(payload_for(job, printer).data)


def _python_escpos_bytes(raster: Raster) -> int:
    """The same picture by python-escpos' own raster, with its defaults, and a cut."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        printer = importlib.import_module("escpos.printer").Dummy()
        printer.image(raster.image().convert("L"), impl="bitImageRaster", center=False)
        printer.cut()
        return len(printer.output)


def _line(what: str, count: int, floor: int) -> str:
    seconds = "".join(f"{wire_seconds(count, baud):9.2f} s" for baud in BAUDS)
    return f"{what:<28}{count:>9}{seconds}   {count / floor:5.2f}"


@pytest.mark.bench
@pytest.mark.parametrize("dpi", [203, 300])
def test_measure_the_bytes_of_a_label(capsys: pytest.CaptureFixture[str], dpi: int) -> None:
    raster = paper("label", dpi)
    whole = len(raster.bits)

    ours = {coding: _job_bytes(coding, dpi) for coding in GraphicCoding}
    theirs = _python_escpos_bytes(raster)

    with capsys.disabled():
        heads = "".join(f"{baud:>11}" for baud in BAUDS)
        print(f"\nKT1 label 100x60 mm at {dpi} dpi{'bytes':>8}{heads}   of the whole bitmap")
        print(_line("whole bitmap", whole, whole))
        print(_line("python-escpos, raster", theirs, whole))
        for coding, count in ours.items():
            print(_line(f"{coding.name}", count, whole))
    assert theirs > whole
    if dpi == 203:
        assert wire_seconds(ours[GraphicCoding.ZPL_Z64], 115200) <= 1.0
        assert wire_seconds(ours[GraphicCoding.TSPL_TILES], 115200) <= 2.0


@pytest.mark.bench
def test_measure_the_bytes_that_wake_a_printer(capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {language: len(resync_bytes(language)) for language in sorted(RAW)}

    with capsys.disabled():
        print(f"\n{'waking a printer':<28}{'bytes':>9}" + "".join(f"{baud:>11}" for baud in BAUDS))
        for language, count in sizes.items():
            print(_line(language.value, count, count))
    assert all(sizes.values())
