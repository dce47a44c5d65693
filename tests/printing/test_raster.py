"""The picture itself: golden digests, and what a raster is."""

from __future__ import annotations

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.layout import Box, Line, Page, Rect
from kt1desk.printing.raster import Raster, rasterise
from kt1desk.printing.templates import layout_of
from tests.printing.samples import DOCUMENTS, LABEL, row_of

GOLDEN: dict[tuple[str, int], str] = {
    ("label", 203): "98a9931fe8f4eb8c",
    ("label", 300): "e07db6b1b8b9662b",
    ("plain label", 203): "b50d621db6409fc2",
    ("plain label", 300): "8f036cffc93625fa",
    ("receipt", 203): "2d47aaa8525b9228",
    ("receipt", 300): "1616f1f9064cba72",
    ("full receipt", 203): "3d7a065741ecd5c6",
    ("full receipt", 300): "8edd336cd7dcf85e",
    ("dossier label", 203): "e4c0621abd9b301e",
    ("dossier label", 300): "55a4025560b9cb96",
    ("result label", 203): "7c4c2f1ffd2e9dea",
    ("result label", 300): "d40a98b111457e18",
    ("dossier reversal", 203): "c38bf5ee7ee5d8c5",
    ("dossier reversal", 300): "70d44b3d9b2cdce0",
    ("item reversal", 203): "f46f45590728b923",
    ("item reversal", 300): "9e121e4e80cac16d",
    ("test page", 203): "28d7b10088814d3e",
    ("test page", 300): "0f7c68c841b5685e",
}
"""Digests of pictures that were looked at. A change here is a change of paper: a new version of the template."""


@pytest.mark.parametrize(("document", "dpi"), [(name, dpi) for name in DOCUMENTS for dpi in (203, 300)])
def test_a_document_gives_the_dots_that_were_approved(document: str, dpi: int) -> None:
    name, values = DOCUMENTS[document]

    picture = rasterise(layout_of(name, 1, values), dpi)

    assert picture.sha256[:16] == GOLDEN[document, dpi]


def test_a_label_at_203_dpi_is_799_by_480_dots_and_its_padding_is_white() -> None:
    picture = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    last_bits = {picture.bits[end - 1] & 1 for end in range(100, len(picture.bits) + 1, 100)}

    assert (picture.width_dots, picture.height_dots, picture.row_bytes) == (799, 480, 100)
    assert last_bits == {0}


def test_the_shown_image_has_the_same_dots_as_the_bytes() -> None:
    picture = rasterise(layout_of("kt1_label", 1, LABEL), 203)

    shown = picture.image().convert("L")

    black = sum(1 for level in shown.tobytes() if level == 0)
    assert black == sum(byte.bit_count() for byte in picture.bits)
    assert black > 20_000


def test_rules_and_frames_are_drawn_to_the_dot() -> None:
    page = Page(20, 10, 1, (Line(Rect(2, 2, 10, 0.25)), Box(Rect(2, 4, 10, 4), 0.5)), "KT1")

    picture = rasterise(page, 203)

    assert row_of(picture, 2.1).strip("0") == "1" * 80
    assert row_of(picture, 6).strip("0") == "1111" + "0" * 72 + "1111"


def test_a_resolution_without_measured_bars_is_refused() -> None:
    with pytest.raises(DeskError) as refusal:
        rasterise(layout_of("kt1_label", 1, LABEL), 250)

    assert refusal.value.code == "printer.dpi"


def test_bytes_that_do_not_match_the_size_are_no_raster() -> None:
    with pytest.raises(DeskError):
        Raster(799, 480, 203, b"\0" * 10)
