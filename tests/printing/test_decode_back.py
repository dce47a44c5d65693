"""Reading a picture back before it is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes, read_codes
from kt1desk.printing.layout import Box, Page, Rect
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.samples import LABEL


def _page() -> Page:
    return layout_of("kt1_label", 1, LABEL)


def _refused(page: Page, drawn: Page) -> str:
    with pytest.raises(DeskError) as refusal:
        check_decodes(page, rasterise(drawn, 203))
    return refusal.value.code


def test_a_label_says_its_number_and_its_event() -> None:
    codes = read_codes(rasterise(_page(), 203))

    assert codes == ["ME473124829VN", "ME473124829VN 12.kt1.1.10432"]


def test_the_label_of_another_item_is_not_sent() -> None:
    other = layout_of("kt1_label", 1, {**LABEL, "number": "ME287043775VN"})

    assert _refused(_page(), other) == "paper.decode_mismatch"


@pytest.mark.parametrize(
    "blot", [Rect(20, 17, 3, 15), Rect(88, 21, 6, 6)], ids=["over the bars", "over the matrix"]
)
def test_a_code_that_something_was_printed_over_is_not_sent(blot: Rect) -> None:
    page = _page()
    blotted = replace(page, elements=(*page.elements, Box(blot, filled=True)))

    assert _refused(page, blotted) == "paper.decode_mismatch"
