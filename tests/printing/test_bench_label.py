"""Figures for `make bench`: a whole label against one barcode of python-barcode's own ImageWriter."""

from __future__ import annotations

import time
from collections.abc import Callable
from io import BytesIO

import pytest
from barcode.codex import Code128
from barcode.writer import ImageWriter

from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.payload import payload_for
from kt1desk.printing.profile import Language
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.samples import LABEL, s10_numbers

_RUNS = 40


def _median_ms(action: Callable[[str], object]) -> float:
    numbers = s10_numbers(_RUNS + 3, 7)
    for number in numbers[:3]:
        action(number)
    times = []
    for number in numbers[3:]:
        start = time.perf_counter()
        action(number)
        times.append(time.perf_counter() - start)
    return sorted(times)[_RUNS // 2] * 1000


@pytest.mark.bench
@pytest.mark.parametrize("coding", [GraphicCoding.ZPL_Z64, GraphicCoding.TSPL_TILES])
def test_measure_a_label_from_values_to_bytes(
    coding: GraphicCoding, capsys: pytest.CaptureFixture[str]
) -> None:
    language = Language.ZPL if coding is GraphicCoding.ZPL_Z64 else Language.TSPL
    profile = label_printer("unused", language=language, coding=coding)

    def whole_label(number: str) -> object:
        values = {**LABEL, "number": number}
        job = PrintJob("1", "k", "kt1_label", 1, values, 1, PrinterRole.LABEL, JobState.QUEUED, NOW_MS)
        return payload_for(job, profile)

    def image_writer(number: str) -> object:
        picture = BytesIO()
        Code128(number, writer=ImageWriter()).write(picture, {"dpi": 203, "module_width": 0.375})
        return picture

    ours, theirs = _median_ms(whole_label), _median_ms(image_writer)
    with capsys.disabled():
        print(
            f"\nlabel 100x60 at 203 dpi, {coding.value}: values to bytes, read back included, {ours:.1f} ms;"
            f" python-barcode ImageWriter, the barcode alone, {theirs:.1f} ms; ratio {ours / theirs:.2f}"
        )

    assert ours > 0
