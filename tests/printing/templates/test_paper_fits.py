"""What fits the usual paper fits the others; a text stands whole on each or is refused by the name of its field."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.decode_back import check_decodes
from kt1desk.printing.layout import Page
from kt1desk.printing.paper import Paper
from kt1desk.printing.raster import rasterise
from kt1desk.printing.templates import TEMPLATES, document_of
from tests.printing.case_samples import CASES
from tests.printing.custody_samples import CUSTODY
from tests.printing.paper_samples import AGAIN, ALL, LABELS, ON_PAPER, SMALL_LABELS
from tests.printing.report_samples import QUEUED
from tests.printing.samples import DOCUMENTS, VIETNAMESE_LETTERS, said
from tests.printing.shift_samples import SHIFTS
from tests.support.text_cases import words

_RESOURCES = Path(__file__).parents[3] / "resources"


def _pages(
    document: str, paper: Paper, changes: Mapping[str, str] | None = None, copy: int = 1
) -> tuple[Page, ...]:
    name, values = ALL[document]
    return document_of(name, 1, {**values, **(changes or {})}, copy, paper).pages


def _rows(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((_RESOURCES / f"{name}.json").read_text("utf-8"))["rows"]
    return rows


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


@pytest.mark.parametrize(("document", "paper"), ON_PAPER)
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


@pytest.mark.parametrize(("document", "paper"), ON_PAPER)
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


EVERY = {
    **DOCUMENTS,
    **CUSTODY,
    **CASES,
    **{f"{name} (usual)": document for name, document in ALL.items()},
    **SHIFTS,
    "report": ("report", QUEUED),
    "report of cases": ("report_of_cases", QUEUED),
}
"""Every document of every template, on its usual paper."""
_CODES = frozenset(
    {
        "paper.text_does_not_fit",
        "paper.barcode_value",
        "paper.value_unknown",
        "paper.letter_only",
        "paper.party_masked",
    }
    | {"paper.character_not_printable"}  # a decomposed letter in a code that is cut into pieces
)


def test_every_template_is_among_the_documents_that_are_tried_here() -> None:
    assert {name for name, _ in EVERY.values()} == {name for name, _ in TEMPLATES}


@pytest.mark.parametrize("document", [name for name, (_, values) in EVERY.items() if len(values) < 150])
@settings(max_examples=5, deadline=None)
@given(text=_TYPED, decomposed=st.booleans(), at=st.integers(0, 200), dpi=st.sampled_from([203, 300]))
@example(text="Văn phòng Ủy ban nhân dân " * 8, decomposed=True, at=3, dpi=203)
def test_no_value_of_any_document_is_ever_clipped_it_is_shown_whole_or_refused_with_its_field(
    document: str, text: str, decomposed: bool, at: int, dpi: int
) -> None:
    name, values = EVERY[document]
    keys = [key for key in sorted(values) if not key.endswith("_hash")]  # figures, cut into fours
    key = keys[at % len(keys)]
    typed = unicodedata.normalize("NFD", text) if decomposed else text

    pages, refused = _usual(name, {**values, key: typed})

    if refused:
        assert refused[0] in _CODES
        assert refused[1]
        return
    for element in (each for page in pages for each in page.texts()):
        whole = unicodedata.normalize("NFC", element.text).split()
        assert " ".join(element.fitted().lines).split() == whole
        assert element.fitted().pt >= 7
    last = pages[-1]
    check_decodes(last, rasterise(last, dpi))


def _usual(name: str, values: Mapping[str, str]) -> tuple[tuple[Page, ...], tuple[str, str] | None]:
    try:
        return document_of(name, 1, values).pages, None
    except DeskError as refusal:
        return (), (refusal.code, refusal.field)
