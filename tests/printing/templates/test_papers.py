"""Layouts for other papers than the usual one: they say the same, their codes are read, and what fits the usual paper fits them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.barcodes import code128_modules, runs, x_dots
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.fonts import MM_PER_INCH
from kt1desk.printing.layout import Align, Code128, Page
from kt1desk.printing.paper import Paper, paper_of
from kt1desk.printing.raster import Raster, place_of, rasterise
from kt1desk.printing.templates import ROLL_TEMPLATES, TEMPLATES, document_of, layout_of
from kt1desk.printing.templates.base import grouped_hash, grouped_number
from tests.printing.paper_samples import AGAIN, ALL, LABELS, ON_PAPER, RECEIPTS, SMALL_LABELS
from tests.printing.samples import VIETNAMESE_LETTERS, said
from tests.support.text_cases import words

_RESOURCES = Path(__file__).parents[3] / "resources"
_SHOWN_OTHERWISE = {"trial", "sample_tariff", "event_hash", "direction", "service", "identity_end"}
_NUMBERS = {"number", "item", "item_2", "send_item", "return_item", "replaced_by", "withdrawn_item"}


def _pages(
    document: str, paper: Paper, changes: Mapping[str, str] | None = None, copy: int = 1
) -> tuple[Page, ...]:
    name, values = ALL[document]
    return document_of(name, 1, {**values, **(changes or {})}, copy, paper).pages


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((_RESOURCES / f"{name}.json").read_text("utf-8"))["rows"]
    return rows


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
    again = {"reprinted_at": AGAIN} if copy > 1 and name != "test_sheet" else {}

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


@pytest.mark.parametrize(("document", "paper"), [each for each in ON_PAPER if each[0] != "test sheet"])
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


# --- what fits the usual paper fits the others


def _fits(name: str, values: dict[str, str], paper: Paper, copy: int = 1) -> str:
    try:
        document_of(name, 1, values, copy, paper)
    except DeskError as refusal:
        return f"{refusal.code} {refusal.field}"
    return ""


_LABEL_PARTIES = {
    "kt1_label": ("sender_name", "sender_address", "receiver_name", "receiver_address"),
    "dossier_label": ("from_name", "from_address", "to_name", "to_address"),
}


def _real(name: str) -> dict[str, str]:
    """A label of a real desk with everything on it that is not a party."""
    _, values = LABELS["label" if name == "kt1_label" else "result label"]
    return {**values, "trial": "", **TEMPLATES[name, 1].widest}


@pytest.mark.parametrize("paper", SMALL_LABELS)
@pytest.mark.parametrize("name", _LABEL_PARTIES)
def test_the_longest_name_and_address_that_can_be_typed_fit_every_label(name: str, paper: Paper) -> None:
    sender, where, receiver, address = _LABEL_PARTIES[name]
    longest = {receiver: words(160), address: words(200), sender: words(80), where: words(110)}

    for changes in ({}, longest, {receiver: words(160)}, {address: words(200)}):
        values = {**_real(name), **changes}
        assert _fits(name, values, paper) == ""
        assert _fits(name, {**values, "reprinted_at": AGAIN}, paper, 99) == ""


_WORD = st.text(st.sampled_from(VIETNAMESE_LETTERS + "0123456789"), min_size=1, max_size=7)
_TEXT = st.lists(_WORD, min_size=1, max_size=30).map(" ".join)


@pytest.mark.parametrize("paper", SMALL_LABELS)
@pytest.mark.parametrize("name", _LABEL_PARTIES)
@settings(max_examples=150, deadline=None)
@given(texts=st.tuples(_TEXT, _TEXT, _TEXT, _TEXT))
def test_every_sender_and_receiver_that_fits_the_usual_label_fits_the_others(
    name: str, paper: Paper, texts: tuple[str, str, str, str]
) -> None:
    values = {**_real(name), **dict(zip(_LABEL_PARTIES[name], texts, strict=True))}
    assume(_fits(name, values, Paper.USUAL) == "")

    assert _fits(name, values, paper) == ""


@pytest.mark.parametrize("paper", SMALL_LABELS)
def test_every_point_agency_province_and_commune_fits_every_label(paper: Paper) -> None:
    refused: list[str] = []
    for point in _rows("sample/points"):
        named = f"{point['name']} – {point['code']}"
        at_point = {"trial": "1", "point": named}
        refused += [_fits(name, {**_real(name), **at_point}, paper) for name in _LABEL_PARTIES]
        bag = {**LABELS["bag tag"][1], "point": named, "destination": point["name"]}
        refused.append(_fits("bag_tag", bag, paper))
        refused.append(_fits("bag_tag", {**bag, "reprinted_at": AGAIN}, paper, 99))
    for agency in _rows("sample/agencies"):
        both = {f"{side}_name": agency["name"] for side in ("sender", "receiver")}
        both |= {f"{side}_address": agency["address"] for side in ("sender", "receiver")}
        refused.append(_fits("kt1_label", {**_real("kt1_label"), **both}, paper))
        refused.append(_fits("kt1_label", {**_real("kt1_label"), **both, "reprinted_at": AGAIN}, paper, 99))
    for province in _rows("reference/provinces"):
        route = {"route": province["full_name"].upper()}
        refused.append(_fits("kt1_label", {**LABELS["label"][1], **route}, paper))
    for commune in _rows("reference/communes"):
        route = {"route": commune["name"].upper()}
        refused.append(_fits("dossier_label", {**LABELS["dossier label"][1], **route}, paper))
    for authority in _rows("reference/authorities"):
        to = {"to_name": authority["name"], "to_address": authority.get("address", "")}
        refused.append(_fits("dossier_label", {**LABELS["dossier label"][1], **to}, paper))

    assert set(refused) == {""}
    assert len(refused) > 400


_KEYS = {
    "kt1_label": (*_LABEL_PARTIES["kt1_label"], "point", "route"),
    "dossier_label": (*_LABEL_PARTIES["dossier_label"], "point", "route"),
    "bag_tag": ("destination", "point", "route", "title"),
    "kt1_receipt": ("sender_name", "receiver_address", "handed_in_by", "price_1_name", "point_address"),
    "dossier_slip": ("applicant_name", "authority_name", "paper_3_name", "procedure_name", "insisted"),
    "result_receipt": ("taker_name", "given_1_name", "authorisation", "official"),
    "reversal_slip": ("customer_name", "reason", "refund_note"),
}
_TYPED = st.text(
    st.sampled_from(VIETNAMESE_LETTERS + "0123456789 .,-/()" + "      "), min_size=1, max_size=200
)


@pytest.mark.parametrize(("document", "paper"), [each for each in ON_PAPER if each[0] != "test sheet"])
@settings(max_examples=12, deadline=None)
@given(text=_TYPED, decomposed=st.booleans(), at=st.integers(0, 5))
@example(text="Ủy ban nhân dân " * 12, decomposed=True, at=0)
@example(text="Ẵ" * 120, decomposed=False, at=1)
def test_any_vietnamese_text_stands_whole_and_its_codes_are_read_or_it_is_refused_by_name(
    document: str, paper: Paper, text: str, decomposed: bool, at: int
) -> None:
    name = ALL[document][0]
    key = _KEYS[name][at % len(_KEYS[name])]
    typed = unicodedata.normalize("NFD", text) if decomposed else text

    pages, refused = _laid_out(document, paper, {key: typed})
    if refused:
        pair = {key, key.replace("_name", "_address"), key.replace("_address", "_name")}
        pair |= {"dispatch"} if paper is Paper.LABEL_80_50 else set()  # the way on a small tag is one text
        pair |= {"from_commune"} if document == "dossier label" else set()
        assert refused in {("paper.text_does_not_fit", field) for field in pair}
        return
    shown = " ".join(line for page in pages for line in said(page))
    assert _shown(document, key, text) in shown
    check_decodes(pages[0], rasterise(pages[0], 203))


def _laid_out(
    document: str, paper: Paper, changes: Mapping[str, str]
) -> tuple[tuple[Page, ...], tuple[str, str] | None]:
    try:
        return _pages(document, paper, changes), None
    except DeskError as refusal:
        return (), (refusal.code, refusal.field)


def _shown(document: str, key: str, text: str) -> str:
    """Not everything typed is printed: of an applicant who sends, the commune alone."""
    hidden = document == "dossier label" and key == "from_address"
    plain = document == "plain bag tag" or key != "title"
    return "" if hidden or not plain else " ".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize(("document", "paper"), [each for each in ON_PAPER if each[0] != "test sheet"])
@pytest.mark.parametrize("sign", ["😀", "\x00", "漢", "\u202e"])
def test_a_sign_no_face_has_is_refused_by_the_name_of_its_field(
    document: str, paper: Paper, sign: str
) -> None:
    key = _KEYS[ALL[document][0]][0]

    with pytest.raises(DeskError) as refusal:
        _pages(document, paper, {key: f"Hoàng Thị {sign}"})

    assert refusal.value.code == "paper.character_not_printable"
    assert refusal.value.field in {key, key.replace("_name", "_address"), "applicant_name", "customer_name"}


def test_a_list_of_sixty_papers_goes_on_down_the_roll_and_loses_none() -> None:
    papers = {f"paper_{at}_name": f"Giấy tờ thứ {at}" for at in range(1, 61)}
    papers |= {f"paper_{at}_originals": "1" for at in range(1, 61)}
    values = {key: text for key, text in ALL["slip"][1].items() if not key.startswith("paper_")}

    document = document_of("dossier_slip", 1, {**values, **papers}, paper=Paper.ROLL_80)

    for page in document.pages:
        lines = said(page)
        assert [line for line in lines if line.endswith(tuple(f" thứ {at}" for at in range(1, 61)))] == [
            f"{at}. Giấy tờ thứ {at}" for at in range(1, 61)
        ]
        assert page.height_mm > 600


def test_a_small_label_shows_the_route_larger_than_anything_else_that_is_read() -> None:
    for document in ("plain label", "result label"):
        page = layout_of(*_named(document), paper=Paper.LABEL_80_50)
        sizes = {text.field: text.fitted().pt for text in page.texts()}
        others = {pt for field, pt in sizes.items() if field not in {"route", "service"}}
        assert sizes["route"] > max(others)


def _named(document: str) -> tuple[str, int, dict[str, str]]:
    name, values = ALL[document]
    return name, 1, values
