"""A whole label, from its values to the printer's bytes, against one barcode as python-barcode's own writer draws it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from barcode.codex import Code128
from barcode.writer import ImageWriter

from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.encoders import zpl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding
from kt1desk.printing.payload import payload_for
from kt1desk.printing.profile import Language, PrinterProfile
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from tests.bench.figures import Figure, clocked, in_turns, line
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.samples import LABEL, s10_numbers

ROUNDS = 60
WARM_UP = 5
DPI = 203


def _numbers() -> Iterator[str]:
    """Another number each time, so that no cache of a drawn barcode helps either side."""
    return itertools.cycle(s10_numbers(2 * (ROUNDS + WARM_UP), 7))


def _job(number: str) -> PrintJob:
    values = {**LABEL, "number": number}
    return PrintJob("1", "k", "kt1_label", 1, values, 1, PrinterRole.LABEL, JobState.QUEUED, NOW_MS)


def _drawn_by_python_barcode(number: str) -> None:
    Code128(number, writer=ImageWriter()).write(BytesIO(), {"dpi": DPI, "module_width": 0.375})


def _timed(action: Callable[[str], object], numbers: Iterator[str]) -> Callable[[], float]:
    return lambda: clocked(lambda: action(next(numbers)))


@pytest.mark.bench
@pytest.mark.parametrize(
    ("language", "coding"),
    [(Language.ZPL, GraphicCoding.ZPL_Z64), (Language.TSPL, GraphicCoding.TSPL_TILES)],
)
def test_measure_a_label_from_values_to_bytes(
    capsys: pytest.CaptureFixture[str], language: Language, coding: GraphicCoding
) -> None:
    profile: PrinterProfile = label_printer("unused", language=language, coding=coding)
    numbers = _numbers()

    ours, theirs = in_turns(
        _timed(lambda number: payload_for(_job(number), profile), numbers),
        _timed(_drawn_by_python_barcode, numbers),
        ROUNDS,
        WARM_UP,
    )

    with capsys.disabled():
        print(
            f"\nlabel 100x60 mm at {DPI} dpi, {coding.value}; floor: one Code 128 by python-barcode's ImageWriter"
        )
        print(line("  layout, raster, read back, encoding", ours, theirs))
    assert len(ours.times_ms) == len(theirs.times_ms) == ROUNDS


@pytest.mark.bench
def test_measure_the_parts_of_a_label(capsys: pytest.CaptureFixture[str]) -> None:
    """Each number once, so that nothing of it is remembered from before."""
    printer = label_printer("unused", language=Language.ZPL, coding=GraphicCoding.ZPL_Z64)
    options = EncodeOptions(GraphicCoding.ZPL_Z64, printer.stock.width_mm, printer.stock.height_mm)
    parts: dict[str, list[float]] = {"layout and proof": [], "raster": [], "read back": [], "Z64": []}
    for number in s10_numbers(ROUNDS + WARM_UP, 8):
        times = [time.perf_counter()]
        page = layout_of("kt1_label", 1, {**LABEL, "number": number})
        times.append(time.perf_counter())
        raster = rasterise(page, DPI)
        times.append(time.perf_counter())
        check_decodes(page, raster)
        times.append(time.perf_counter())
        assert zpl.encode(raster, options)
        times.append(time.perf_counter())
        for part, (begun, ended) in zip(parts.values(), itertools.pairwise(times), strict=True):
            part.append(ended - begun)

    with capsys.disabled():
        print("\nlabel in its parts")
        for what, seconds in parts.items():
            print(f"  {what:<44} {Figure.of(seconds[WARM_UP:])}")
    assert all(len(seconds) == ROUNDS + WARM_UP for seconds in parts.values())
