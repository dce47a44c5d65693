"""QR symbols: what they say, byte by byte, and that no module is smaller than a counter scanner reads."""

from __future__ import annotations

import random
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
import zint
import zxingcpp
from PIL import Image

from kt1desk.domain.errors import DeskError
from kt1desk.printing.barcodes import LONGEST_QR, qr_dots, qr_matrix, qr_modules
from kt1desk.printing.decode_back import check_decodes, read_payloads
from kt1desk.printing.layout import QR, Box, Page, Rect
from kt1desk.printing.pdf import page_pdf
from kt1desk.printing.raster import rasterise
from kt1desk.printing.validation import validate

_BASE45 = b"6BFOXN%TSMAHN-HWVKK9Q5PFK6GKO+VKO0H$$K1"
_ALL_BYTES = bytes(range(256))
_SHIFT_JIS = "漢字".encode("shift_jis") * 20
_PAYLOADS = {
    "one byte": b"\x00",
    "every byte": _ALL_BYTES,
    "what could be taken for Kanji": _SHIFT_JIS,
    "what could be taken for UTF-8": "Lạng Sơn – bưu gửi".encode(),
    "base45": _BASE45,
    "digits": b"0123456789" * 4,
    "the longest part": random.Random(830).randbytes(LONGEST_QR),
}


def _page(payload: bytes, side_mm: float = 74) -> Page:
    return Page(90, 90, 5, (QR("part", Rect(8, 8, side_mm, side_mm), payload),), "KT1")


def _zint_rows(payload: bytes, version: int, mask: int) -> list[list[int]]:
    """The symbol as zint draws it, which shares no code with our encoder."""
    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.QRCODE
    symbol.option_1 = 2
    symbol.option_2 = version
    symbol.option_3 = (mask + 1) << 8
    symbol.encode(payload)
    symbol.buffer_vector(0)
    side = 4 * version + 17
    rows = [[0] * side for _ in range(side)]
    for bar in symbol.vector.rectangles:
        for y in range(int(bar.y) // 2, int(bar.y + bar.height) // 2):
            for x in range(int(bar.x) // 2, int(bar.x + bar.width) // 2):
                rows[y][x] = 1
    return rows


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("name", _PAYLOADS)
def test_the_bytes_are_read_back_at_every_resolution(name: str, dpi: int) -> None:
    page = _page(_PAYLOADS[name])
    validate(page)

    raster = rasterise(page, dpi)

    check_decodes(page, raster)
    assert read_payloads(raster) == [_PAYLOADS[name]]


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("name", ["every byte", "base45", "the longest part"])
def test_the_bytes_are_read_back_from_the_page_as_poppler_draws_it(
    name: str, dpi: int, tmp_path: Path
) -> None:
    (tmp_path / "page.pdf").write_bytes(page_pdf(_page(_PAYLOADS[name]), dpi))

    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-gray", "-singlefile", tmp_path / "page.pdf", tmp_path / "page"],
        check=True,
    )
    picture = Image.open(tmp_path / "page.pgm")

    levels = {level for level, count in enumerate(picture.histogram()) if count}
    assert [code.bytes for code in zxingcpp.read_barcodes(picture)] == [_PAYLOADS[name]]
    assert levels == {0, 255}


@pytest.mark.parametrize("length", [14, 26, 180, 412, 779])
def test_every_module_of_a_full_symbol_is_where_another_encoder_puts_it(length: int) -> None:
    """Lengths that fill a version to the last byte: in the padding of others, which no reader looks at, the two encoders differ."""
    payload = random.Random(length).randbytes(length)

    rows = qr_matrix(payload)

    version = (len(rows) - 17) // 4
    drawn = [list(row) for row in rows]
    assert drawn in [_zint_rows(payload, version, mask) for mask in range(8)]


def test_base45_takes_less_room_than_as_bytes() -> None:
    assert len(qr_matrix(_BASE45 * 6)) < len(qr_matrix((_BASE45 * 6).lower()))


def test_a_module_has_at_least_five_dots_at_203_dpi_and_eight_at_600_and_is_as_large_everywhere() -> None:
    sizes_mm = [qr_dots(dpi) * 25.4 / dpi for dpi in (203, 300, 600)]

    assert qr_dots(203) >= 5
    assert qr_dots(600) >= 8
    assert max(sizes_mm) - min(sizes_mm) < 0.04


def test_a_part_in_a_box_too_small_for_its_modules_and_quiet_zone_is_refused() -> None:
    payload = _PAYLOADS["the longest part"]

    validate(_page(payload, 73.2))
    with pytest.raises(DeskError) as refusal:
        validate(_page(payload, 73.1))

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", "part")


def test_four_modules_around_a_symbol_stay_white() -> None:
    page = _page(_PAYLOADS["the longest part"], 73.2)

    ink = rasterise(page, 203).image().convert("L").point(lambda level: 255 - level).getbbox()

    assert ink is not None
    box, quiet = page.elements[0].box, 4 * 5
    left, top, right, bottom = (edge * 203 / 25.4 for edge in (box.x, box.y, box.right, box.bottom))
    assert ink[0] - left >= quiet - 1
    assert ink[1] - top >= quiet - 1
    assert right - ink[2] >= quiet - 1
    assert bottom - ink[3] >= quiet - 1


@pytest.mark.parametrize("payload", [b"", bytes(LONGEST_QR + 1)])
def test_an_empty_part_and_one_too_long_are_refused(payload: bytes) -> None:
    with pytest.raises(DeskError) as refusal:
        validate(_page(payload))

    assert refusal.value.code == "paper.barcode_value"


def test_a_part_that_something_was_printed_over_or_that_is_another_is_not_sent() -> None:
    page, other = _page(_ALL_BYTES), _page(_ALL_BYTES[::-1])
    blotted = replace(page, elements=(*page.elements, Box(Rect(34, 34, 18, 18), filled=True)))

    for drawn in (other, blotted):
        with pytest.raises(DeskError) as refusal:
            check_decodes(page, rasterise(drawn, 203))
        assert refusal.value.code == "paper.decode_mismatch"


@pytest.mark.parametrize("signs", [b"0123456789", _BASE45, bytes(range(256)), "Số hồ sơ ".encode()])
def test_a_symbol_is_said_to_be_as_large_as_it_is_drawn_whatever_it_says(signs: bytes) -> None:
    chance = random.Random(len(signs))
    payloads = [
        bytes(chance.choices(signs, k=length))
        for length in (1, 7, 14, 15, 26, 27, 62, 63, 130, 331, LONGEST_QR)
    ]

    wrong = [payload for payload in payloads if qr_modules(payload) != len(qr_matrix(payload))]

    assert wrong == []


@pytest.mark.parametrize("length", [0, LONGEST_QR + 1])
def test_no_size_is_said_of_a_symbol_that_cannot_be_drawn(length: int) -> None:
    with pytest.raises(DeskError) as refusal:
        qr_modules(b"a" * length)

    assert refusal.value.code == "paper.barcode_value"
