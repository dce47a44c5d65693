"""What the desk sends comes out dot for dot at a printer that shares no code with it."""

from __future__ import annotations

from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from kt1desk.printing.encoders import tspl
from kt1desk.printing.encoders.options import EncodeOptions, GraphicCoding, NativeCode128
from kt1desk.printing.raster import Raster
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.parts import ROLL, Sheet
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.tspl import Tspl
from tests.simprinter.papers import CODINGS, LABEL, PLAIN_LABEL, job


def image_of(picture: Picture) -> Image.Image:
    return Image.frombytes("1", (picture.width_dots, picture.height_dots), picture.bits, "raw", "1;I")


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: coding.name)
def test_a_label_comes_out_dot_for_dot(coding: GraphicCoding) -> None:
    machine = machine_of(
        CODINGS[coding][0], Sheet(100, 0, 0) if coding.name.startswith("ESCPOS") else Sheet()
    )

    said = machine.feed(job(coding))

    (page,) = machine.pages
    assert page.cut_to(LABEL.width_dots, LABEL.height_dots).bits == LABEL.bits
    assert (page.is_whole, machine.garbage, said) == (True, 0, b"")


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: coding.name)
def test_a_label_that_comes_byte_by_byte_is_the_same_label(coding: GraphicCoding) -> None:
    sheet = Sheet(100, 0, 0) if coding.name.startswith("ESCPOS") else Sheet()
    at_once, bytewise = machine_of(CODINGS[coding][0], sheet), machine_of(CODINGS[coding][0], sheet)
    data = job(coding)

    at_once.feed(data)
    for byte in data:
        bytewise.feed(bytes([byte]))

    assert bytewise.pages == at_once.pages
    assert len(bytewise.pages) == 1


def test_bars_that_a_tspl_printer_draws_itself_read_the_same() -> None:
    symbol = NativeCode128(80, 80, 156 * 3, 104, 3, "ME473124829VN")
    blank = Raster(799, 480, 203, bytes(100 * 480))
    machine = Tspl()

    machine.feed(tspl.encode(blank, EncodeOptions(GraphicCoding.TSPL_HYBRID, 100, 60, symbols=(symbol,))))

    (page,) = machine.pages
    assert [found.text for found in zxingcpp.read_barcodes(image_of(page).convert("L"))] == ["ME473124829VN"]


def test_two_labels_that_differ_in_one_dot_have_different_digests() -> None:
    bits = bytearray(LABEL.bits)
    bits[1000] ^= 0x10
    machine = machine_of(CODINGS[GraphicCoding.ZPL_Z64][0])

    for raster in (LABEL, Raster(LABEL.width_dots, LABEL.height_dots, LABEL.dpi, bytes(bits)), LABEL):
        machine.feed(job(GraphicCoding.ZPL_Z64, raster))

    first, other, again = (page.sha256 for page in machine.pages)
    assert first == again
    assert first != other


def test_a_page_as_a_png_file_is_the_page() -> None:
    machine = machine_of(CODINGS[GraphicCoding.ZPL_ACS][0])
    machine.feed(job(GraphicCoding.ZPL_ACS, PLAIN_LABEL))

    shown = Image.open(BytesIO(machine.pages[0].png()))

    assert shown.size == (PLAIN_LABEL.width_dots, PLAIN_LABEL.height_dots)
    assert shown.convert("1").tobytes() == PLAIN_LABEL.image().tobytes()


def test_a_roll_prints_seventy_two_millimetres() -> None:
    machine = machine_of(CODINGS[GraphicCoding.ESCPOS_CHUNKS][0])

    machine.feed(job(GraphicCoding.ESCPOS_CHUNKS))

    assert machine.sheet == ROLL
    assert machine.pages[0].width_dots == 576
