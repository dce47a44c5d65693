"""Barcodes: what they say, and that every bar is as wide as it should be."""

from __future__ import annotations

import random
import string
from itertools import groupby

import pytest
import zint
import zxingcpp
from PIL import Image

from kt1desk.domain.errors import DeskError
from kt1desk.printing.barcodes import code128_modules, data_matrix, data_matrix_modules, runs, x_dots
from kt1desk.printing.decode_back import read_codes
from kt1desk.printing.layout import Code128, Page, Rect
from kt1desk.printing.raster import Raster, dots, rasterise
from kt1desk.printing.validation import validate
from tests.printing.code128_reader import NotCode128Error, read
from tests.printing.samples import row_of, s10_numbers

_DECODE = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.Code128])


def _zint_modules(number: str) -> str:
    """The symbol as zint draws it: its UPU_S10 symbology also checks the check digit."""
    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.UPU_S10
    symbol.encode(number)
    symbol.buffer_vector(0)
    cells = ["0"] * (int(symbol.vector.width) // 2)
    for bar in symbol.vector.rectangles:
        first, length = int(bar.x) // 2, int(bar.width) // 2
        cells[first : first + length] = "1" * length
    return "".join(cells)


def _symbol_page(value: str) -> Page:
    return Page(76, 8, 1, (Code128("number", Rect(4, 2, 67.2, 4), value),), "KT1")


def _random_texts(count: int, seed: int) -> list[str]:
    """Printable ASCII of every length; each fifth begins with 99, which the library once dropped."""
    chance = random.Random(seed)
    signs = string.digits * 6 + string.ascii_letters + string.punctuation + " "
    return [
        ("99" if at % 5 == 0 else "") + "".join(chance.choices(signs, k=chance.randint(1, 38)))
        for at in range(count)
    ]


def _bars(raster: Raster) -> list[int]:
    return [len(list(run)) for _, run in groupby(row_of(raster, 4).strip("0"))]


def _decoded(modules: str) -> str:
    line = Image.new("L", (len(modules) + 40, 12), 255)
    for start, length in runs(modules):
        line.paste(0, (20 + start, 0, 20 + start + length, 12))
    found = zxingcpp.read_barcodes(line.resize((line.width * 3, 36)), formats=_DECODE)
    return str(found[0].text) if found else ""


@pytest.mark.parametrize(("seed", "dpi"), [(0, 203), (1, 300), (2, 203), (3, 300)])
def test_ten_thousand_random_item_numbers_are_read_back_and_every_bar_is_exact_to_the_dot(
    seed: int, dpi: int
) -> None:
    numbers = s10_numbers(2500, seed)

    wrong: list[str] = []
    for number in numbers:
        raster = rasterise(_symbol_page(number), dpi)
        wanted = [x_dots(dpi) * len(list(run)) for _, run in groupby(_zint_modules(number))]
        if _bars(raster) != wanted or read_codes(raster) != [number]:
            wrong.append(number)

    assert wrong == []


@pytest.mark.parametrize(("dpi", "wanted_x_mm"), [(203, 0.375), (300, 0.339), (600, 0.381)])
def test_a_module_is_a_whole_number_of_dots_and_at_least_a_third_of_a_millimetre(
    dpi: int, wanted_x_mm: float
) -> None:
    raster = rasterise(_symbol_page("ME473124829VN"), dpi)

    widths = {bar / x_dots(dpi) for bar in _bars(raster)}

    assert widths <= {1.0, 2.0, 3.0, 4.0}
    assert x_dots(dpi) * 25.4 / dpi == pytest.approx(wanted_x_mm, abs=0.001)
    assert x_dots(dpi) * 25.4 / dpi >= 0.33


def test_a_leading_99_and_any_printable_text_are_read_back_whole() -> None:
    chance = random.Random(99)
    printable = string.digits * 4 + string.ascii_letters + " -./:+$%"
    texts = [f"99{number:04d}" for number in range(300)]
    texts += ["".join(chance.choices(printable, k=chance.randint(2, 20))) for _ in range(1000)]

    wrong = [text for text in texts if _decoded(code128_modules(text)) != text]

    assert wrong == []


def test_ten_thousand_random_texts_a_leading_99_among_them_are_read_back_by_the_table_of_the_standard() -> (
    None
):
    texts = _random_texts(10_000, 128)

    wrong = [text for text in texts if read(code128_modules(text)) != text]

    assert wrong == []
    assert sum(text.startswith("99") for text in texts) >= 2_000


@pytest.mark.soak
def test_a_hundred_thousand_random_texts_are_read_back_by_the_table_and_every_tenth_by_a_scanner() -> None:
    texts = _random_texts(100_000, 2_026)

    wrong = [text for text in texts if read(code128_modules(text)) != text]
    unread = [text for text in texts[::10] if _decoded(code128_modules(text)) != text]

    assert wrong == []
    assert unread == []


def test_the_reader_of_the_table_refuses_a_symbol_with_one_bar_moved() -> None:
    modules = code128_modules("ME473124829VN")

    for at in range(12, len(modules) - 14, 7):
        flipped = "0" if modules[at] == "1" else "1"
        with pytest.raises(NotCode128Error):
            read(modules[:at] + flipped + modules[at + 1 :])


@pytest.mark.parametrize("value", ["", "Đ", "A\x00B", "A" * 41, "A\nB"])
def test_a_value_no_counter_scanner_types_is_refused(value: str) -> None:
    with pytest.raises(DeskError) as refusal:
        code128_modules(value)

    assert refusal.value.code == "paper.barcode_value"


def test_a_symbol_keeps_ten_modules_of_white_on_either_side_or_is_refused() -> None:
    tight = Page(76, 8, 1, (Code128("number", Rect(4, 2, 66.9, 4), "ME473124829VN"),), "KT1")

    validate(_symbol_page("ME473124829VN"))
    with pytest.raises(DeskError) as refusal:
        validate(tight)

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", "number")
    assert row_of(rasterise(_symbol_page("ME473124829VN"), 203), 4).startswith("0" * (dots(4, 203) + 30))


def test_a_data_matrix_says_what_it_was_given_at_the_widest_reference() -> None:
    value = "ME473124829VN 65535.kt1.65535.4294967295"

    rows = data_matrix(value)
    picture = Image.new("L", (len(rows) + 4, len(rows) + 4), 255)
    for y, row in enumerate(rows):
        for start, length in runs(row):
            picture.paste(0, (2 + start, 2 + y, 2 + start + length, 3 + y))
    found = zxingcpp.read_barcodes(picture.resize((picture.width * 4, picture.height * 4), 0))

    assert [code.text for code in found] == [value]
    assert len(rows) <= 24


def test_a_data_matrix_is_said_to_be_as_large_as_it_is_drawn_whatever_it_says() -> None:
    chance = random.Random(11)
    signs = string.digits * 6 + string.ascii_letters + "-./: |"
    values = ["".join(chance.choices(signs, k=1 + at % 60)) for at in range(400)]

    wrong = [value for value in values if data_matrix_modules(value) != len(data_matrix(value))]

    assert wrong == []
    assert len({data_matrix_modules(value) for value in values}) > 5
