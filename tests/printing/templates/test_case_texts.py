"""Texts on papers of cases: names, addresses and codes of every length stand whole or are refused by the name of their field."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kt1desk.domain.errors import DeskError
from kt1desk.printing.layout import Page
from kt1desk.printing.templates import check_fit, document_of
from kt1desk.printing.templates.base import in_pieces
from tests.printing.case_samples import CASES
from tests.printing.samples import VIETNAMESE_LETTERS, said


def _pages(document: str, changes: dict[str, str]) -> tuple[Page, ...]:
    name, values = CASES[document]
    return document_of(name, 1, {**values, **changes}).parts[0]


def _text(pages: tuple[Page, ...]) -> str:
    return " ".join(line for page in pages for line in said(page))


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("receipt of a proxy", "taker_name"),
        ("receipt", "applicant_name"),
        ("notice that it is refused", "applicant_name"),
        ("result book", "result_1_applicant"),
        ("complaint answer", "complainant_name"),
        ("visit list", "visit_1_name"),
        ("handover record", "officer_name"),
        ("remittance", "officer_name"),
    ],
)
@pytest.mark.parametrize("start", [0, 60, 100])
def test_a_name_of_120_vietnamese_letters_stands_whole(document: str, key: str, start: int) -> None:
    letters = (VIETNAMESE_LETTERS * 2)[start : start + 111]
    name = " ".join(letters[at : at + 11] for at in range(0, 110, 11)) + letters[110]
    template, values = CASES[document]

    check_fit(template, 1, {**values, key: name})

    assert name in _text(_pages(document, {key: name}))
    assert len(name) == 120


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("handover record", "authority_name"),
        ("handover record", "difference_1_text"),
        ("handover record", "cover_2_procedure"),
        ("result book", "result_2_applicant"),
        ("notice that it is supplement", "where"),
        ("notice that it is supplement", "asked_2_name"),
        ("receipt", "taker_name"),
        ("remittance", "manner"),
        ("complaint answer", "about"),
        ("visit list", "visit_1_name"),
    ],
)
def test_a_text_too_long_for_its_place_is_refused_by_name_and_never_cut(document: str, key: str) -> None:
    name, values = CASES[document]

    with pytest.raises(DeskError) as refusal:
        check_fit(name, 1, {**values, key: "Văn phòng Ủy ban nhân dân " * 40})

    assert (refusal.value.code, refusal.value.field) == ("paper.text_does_not_fit", key)


_TYPED = st.text(st.sampled_from(VIETNAMESE_LETTERS + "0123456789 .,-/()"), min_size=1, max_size=200)


@pytest.mark.parametrize(
    ("document", "key"),
    [
        ("handover record", "officer_name"),
        ("result book", "result_1_applicant"),
        ("notice that it is extended", "applicant_address"),
        ("receipt", "taker_name"),
        ("complaint answer", "complainant_name"),
        ("visit list", "visit_1_address"),
    ],
)
@settings(max_examples=25, deadline=None)
@given(text=_TYPED)
@example(text="Ỹ" * 200)
@example(text="- - -")
def test_any_text_stands_whole_or_is_refused_by_the_name_of_its_field(
    document: str, key: str, text: str
) -> None:
    outcome = _fitted_or_refused(document, key, text)

    assert outcome in {"whole", f"paper.text_does_not_fit {key}"}


def _fitted_or_refused(document: str, key: str, text: str) -> str:
    try:
        pages = _pages(document, {key: text})
    except DeskError as refusal:
        return f"{refusal.code} {refusal.field}"
    return "whole" if " ".join(text.split()) in _text(pages) else "cut"


@settings(max_examples=200, deadline=None)
@given(code=st.text(st.sampled_from("ABH0123456789.-"), max_size=60), most=st.integers(8, 30))
@example(code="H15.500.050.130.111-261008-0975123", most=25)
def test_a_code_in_pieces_loses_no_sign_and_no_piece_is_too_long(code: str, most: int) -> None:
    pieces = in_pieces(code, most).split(" ")

    assert "".join(pieces) == code
    assert all(len(piece) <= most for piece in pieces)


def test_the_longest_code_of_an_authority_stands_in_each_list() -> None:
    longest = "H15.500.050.130.111-261008-0975123"

    for document, key in (
        ("handover record", "cover_2_official"),
        ("result book", "result_1_official"),
        ("remittance", "fee_2_official"),
    ):
        text = _text(_pages(document, {key: longest}))
        assert longest.replace("-0975123", "") in text.replace("- ", "-")
        assert longest in text.replace("- ", "-")
