"""The test page of label and roll printers: on every paper the same proofs, and every code of it can be scanned."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes, read_codes
from kt1desk.printing.layout import Box, Code128, Page
from kt1desk.printing.paper import Paper
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from kt1desk.printing.templates.test_page import MARKS
from tests.printing.samples import VIETNAMESE_LETTERS

VALUES = {
    "printer_name": "…bưu_cục_kỳ_lừa_xprinter_4",
    "dpi": "203",
    "printed_at": "14:32 22/11/2026",
    "scan_code": "TT473124829VN",
    "bars_2": "2482",
    "bars_3": "3482",
    "bars_4": "4482",
}
SIZES = {
    Paper.USUAL: (100, 60),
    Paper.LABEL_100_75: (100, 75),
    Paper.LABEL_80_50: (80, 50),
    Paper.ROLL_80: (72, 91),
}


def _page(paper: Paper) -> Page:
    return layout_of("test_page", 2, VALUES, paper=paper)


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("paper", SIZES)
def test_all_four_codes_can_be_scanned_from_the_dots(paper: Paper, dpi: int) -> None:
    page = _page(paper)

    picture = rasterise(page, dpi)

    check_decodes(page, picture)
    assert (page.width_mm, page.height_mm) == SIZES[paper]
    assert read_codes(picture) == ["2482", "3482", "4482", "TT473124829VN"]


@pytest.mark.parametrize("paper", SIZES)
def test_each_code_has_bars_of_its_own_number_of_dots(paper: Paper) -> None:
    codes = {symbol.field: symbol for symbol in _page(paper).symbols() if isinstance(symbol, Code128)}

    assert [codes[f"bars_{dots}"].module_dots(203) for dots in (2, 3, 4)] == [2, 3, 4]
    assert [codes["scan_code"].module_dots(dpi) for dpi in (203, 300)] == [3, 4]


@pytest.mark.parametrize("paper", SIZES)
def test_the_frame_stands_where_the_printer_ends(paper: Paper) -> None:
    page = _page(paper)

    frames = [element.box for element in page.elements if isinstance(element, Box)]

    assert frames == [page.printable]


@pytest.mark.parametrize("paper", SIZES)
def test_every_letter_with_a_mark_stands_there_in_two_sizes(paper: Paper) -> None:
    sizes = {text.fitted().pt for text in _page(paper).texts() if text.text == MARKS}

    marked = {letter for letter in VIETNAMESE_LETTERS if ord(letter) > 127 and letter.islower()}
    assert marked == set(MARKS) - {" "}
    assert (len(sizes), min(sizes)) == (2, 7)


def test_a_code_that_is_missing_is_refused_by_its_name() -> None:
    values = {key: text for key, text in VALUES.items() if key != "bars_3"}

    with pytest.raises(DeskError) as refusal:
        layout_of("test_page", 2, values)

    assert (refusal.value.code, refusal.value.field) == ("paper.value_missing", "bars_3")
