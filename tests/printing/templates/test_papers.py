"""Layouts for other papers than the usual one: they say the same, their codes are read, and what fits the usual paper fits them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

import pytest

from kt1desk.printing.barcodes import code128_modules, runs, x_dots
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.fonts import MM_PER_INCH
from kt1desk.printing.layout import Align, Code128, Page
from kt1desk.printing.paper import Paper, paper_of
from kt1desk.printing.raster import Raster, place_of, rasterise
from kt1desk.printing.templates import ROLL_TEMPLATES, TEMPLATES, document_of, layout_of
from kt1desk.printing.templates.base import grouped_hash, grouped_number
from tests.printing.paper_samples import AGAIN, ALL, LABELS, ON_PAPER, RECEIPTS, SMALL_LABELS
from tests.printing.samples import said

_RESOURCES = Path(__file__).parents[3] / "resources"
_SHOWN_OTHERWISE = {"trial", "sample_tariff", "event_hash", "direction", "service", "identity_end"}
_NUMBERS = {"number", "item", "item_2", "send_item", "return_item", "replaced_by", "withdrawn_item"}


def _pages(
    document: str, paper: Paper, changes: Mapping[str, str] | None = None, copy: int = 1
) -> tuple[Page, ...]:
    name, values = ALL[document]
    return document_of(name, 1, {**values, **(changes or {})}, copy, paper).pages


def _row(raster: Raster, at: int) -> str:
    start = at * raster.row_bytes
    return "".join(f"{byte:08b}" for byte in raster.bits[start : start + raster.row_bytes])


def test_every_label_and_receipt_has_a_layout_for_each_paper_it_may_be_printed_on() -> None:
    labels = {name for name, _ in LABELS.values()}
    receipts = {name for name, _ in RECEIPTS.values()}

    for name in labels:
        assert set(SMALL_LABELS) <= set(TEMPLATES[name, 1].layouts)

    assert receipts <= ROLL_TEMPLATES
    assert not labels & ROLL_TEMPLATES


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        ((100, 60), Paper.USUAL),
        ((100, 75), Paper.LABEL_100_75),
        ((80, 50), Paper.LABEL_80_50),
        ((80, 0), Paper.ROLL_80),
        ((210, 297), Paper.USUAL),
    ],
)
def test_a_stock_is_known_by_its_size(size: tuple[int, int], paper: Paper) -> None:
    assert paper_of(*size) is paper


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("copy", [1, 99])
@pytest.mark.parametrize(("document", "paper"), ON_PAPER)
def test_the_codes_of_every_layout_are_read_back_with_the_widest_reference(
    document: str, paper: Paper, copy: int, dpi: int
) -> None:
    name, values = ALL[document]
    known = {key: text for key, text in TEMPLATES[name, 1].widest.items() if key in values}
    again = {"reprinted_at": AGAIN} if copy > 1 else {}

    pages = _pages(document, paper, {**known, **again}, copy)

    for page in pages:
        check_decodes(page, rasterise(page, dpi))


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize(("document", "paper"), [*ON_PAPER, *((name, Paper.USUAL) for name in ALL)])
def test_bars_are_exact_to_the_dot_twelve_and_a_half_millimetres_high_and_stand_in_ten_modules_of_white(
    document: str, paper: Paper, dpi: int
) -> None:
    for page in _pages(document, paper):
        raster = rasterise(page, dpi)
        for symbol in (each for each in page.symbols() if isinstance(each, Code128)):
            place, module = place_of(symbol, dpi), x_dots(dpi)
            modules = code128_modules(symbol.value)
            wanted = "".join(cell * module for cell in modules)
            quiet = "0" * (10 * module)
            rows = {
                _row(raster, at)[place.left - len(quiet) : place.left + len(wanted) + len(quiet)]
                for at in range(place.top, place.top + place.height)
            }

            assert rows == {quiet + wanted + quiet}
            assert [length * module for _, length in runs(modules)] == [
                len(list(run)) for cell, run in groupby(wanted) if cell == "1"
            ]
            assert module * MM_PER_INCH / dpi >= 0.33
            assert (place.height + 1) * MM_PER_INCH / dpi > 12.5


@pytest.mark.parametrize(("document", "paper"), ON_PAPER)
def test_every_value_stands_on_every_paper(document: str, paper: Paper) -> None:
    _, values = ALL[document]
    in_matrix = {"event_ref"} if paper is Paper.LABEL_80_50 else set()

    pages = _pages(document, paper)
    text = " ".join(line for page in pages for line in said(page))

    whole = {key: value for key, value in values.items() if key not in _SHOWN_OTHERWISE | in_matrix}
    missing = {key for key, value in whole.items() if value not in text and key != "route_detail"}
    assert {key for key in missing if grouped_number(whole[key]) not in text} - {"title"} == set()
    assert values.get("title", "").upper() in text.upper()
    assert grouped_hash(values.get("event_hash", "")) in text
    assert ("DÙNG THỬ – KHÔNG CÓ GIÁ TRỊ" in text) == (values.get("trial") == "1")
    if "route_detail" in values and not values.get("agreed_time"):
        assert values["route_detail"] in text


@pytest.mark.parametrize(("document", "paper"), ON_PAPER)
def test_a_reprint_says_so_on_every_paper(document: str, paper: Paper) -> None:
    original = [line for page in _pages(document, paper) for line in said(page)]

    again = [" ".join(said(page)) for page in _pages(document, paper, {"reprinted_at": AGAIN}, 3)]

    assert all(f"IN LẠI 2 {AGAIN}" in text for text in again)
    assert not any("IN LẠI" in line for line in original)


@pytest.mark.parametrize("document", RECEIPTS)
def test_a_receipt_on_a_roll_is_read_without_glasses_and_its_sums_stand_flush_right(document: str) -> None:
    pages = _pages(document, Paper.ROLL_80)

    for page in pages:
        texts = [text for text in page.texts() if text.text]
        small = [text.text for text in texts if text.fitted().pt < 8 and not text.text.isdigit()]
        sums = [text for text in texts if text.field.endswith("_amount")]
        assert small == []
        assert {(text.align, round(text.box.right, 3)) for text in sums} <= {(Align.RIGHT, 70.5)}
        assert page.width_mm == 72.0
        assert max(element.box.bottom for element in page.elements) <= page.height_mm - 1


@pytest.mark.parametrize("document", ["slip", "result", "result to a proxy"])
def test_both_liens_on_a_roll_say_the_same_but_for_whose_they_are(document: str) -> None:
    first, second = _pages(document, Paper.ROLL_80)

    differing = [
        (one.text, other.text)
        for one, other in zip(first.texts(), second.texts(), strict=True)
        if one != other
    ]

    assert len(differing) == 1
    assert [text.split(":")[0] for text in differing[0]] == ["Liên 1", "Liên 2"]


def test_a_template_without_a_layout_for_a_paper_comes_back_as_large_as_it_is() -> None:
    usual = document_of("kt1_receipt", 1, ALL["receipt"][1])

    assert document_of("kt1_receipt", 1, ALL["receipt"][1], paper=Paper.LABEL_80_50) == usual


def test_a_small_label_shows_the_route_larger_than_anything_else_that_is_read() -> None:
    for document in ("plain label", "result label"):
        page = layout_of(*_named(document), paper=Paper.LABEL_80_50)
        sizes = {text.field: text.fitted().pt for text in page.texts()}
        others = {pt for field, pt in sizes.items() if field not in {"route", "service"}}
        assert sizes["route"] > max(others)


def _named(document: str) -> tuple[str, int, dict[str, str]]:
    name, values = ALL[document]
    return name, 1, values
