"""Codes copied by hand: every slip is caught."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain import crockford
from kt1desk.domain.errors import DeskError

SYMBOLS = 25
codes = st.integers(0, 2 ** (5 * SYMBOLS) - 1)
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(codes)
def test_a_code_reads_back_as_printed_and_as_people_type_it(value: int) -> None:
    printed = crockford.grouped(crockford.encode(value, SYMBOLS))

    typed = [
        printed,
        printed.lower(),
        printed.replace("-", " "),
        printed.replace("-", ""),
        printed.replace("0", "o").replace("1", "l"),
        printed.replace("0", "O").replace("1", "i"),
        "  " + printed.replace("-", " – ") + "\t\n",
    ]

    assert {crockford.decode(text, SYMBOLS, "code") for text in typed} == {value}


def test_the_printed_form_has_five_groups_of_five_and_the_check_symbol() -> None:
    assert (
        crockford.grouped(crockford.encode(2**125 - 1, SYMBOLS)) == "ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-H"
    )  # 2**125 - 1 = 17 modulo 37
    assert crockford.encode(1234, 4) == "016JD"  # published example of the method, padded


@pytest.mark.parametrize("seed", range(20))
def test_every_single_wrong_symbol_and_every_swap_of_neighbours_is_caught(seed: int) -> None:
    good = crockford.encode(random.Random(seed).getrandbits(125), SYMBOLS)
    body, check = good[:-1], good[-1]
    wrong = [
        body[:at] + other + body[at + 1 :] + check
        for at in range(25)
        for other in ALPHABET
        if other != body[at]
    ]
    wrong += [
        body[:at] + body[at + 1] + body[at] + body[at + 2 :] + check
        for at in range(24)
        if body[at] != body[at + 1]
    ]

    for typed in wrong:
        with pytest.raises(DeskError, match="code_typo"):
            crockford.decode(typed, SYMBOLS, "code")


@pytest.mark.parametrize(
    ("typed", "code", "details"),
    [
        ("", "code_length", {"found": 0, "expected": 26}),
        ("ABCDE", "code_length", {"found": 5, "expected": 26}),
        ("A" * 27, "code_length", {"found": 27, "expected": 26}),
        ("x" * 100_000, "code_length", {"found": 200, "expected": 26}),
        ("A" * 12 + "U" + "A" * 13, "code_symbol", {"at": 13}),
        ("A" * 24 + "ấ" + "A", "code_symbol", {"at": 25}),
        ("A" * 25 + "?", "code_symbol", {"at": 26}),
    ],
)
def test_what_is_no_code_is_refused_with_its_place(typed: str, code: str, details: dict[str, int]) -> None:
    with pytest.raises(DeskError) as refused:
        crockford.decode(typed, SYMBOLS, "code", "box")

    assert (refused.value.code, refused.value.field, dict(refused.value.details)) == (code, "box", details)


@pytest.mark.parametrize("value", [-1, 2**125])
def test_a_value_that_does_not_fit_cannot_be_written(value: int) -> None:
    with pytest.raises(ValueError, match="25"):
        crockford.encode(value, SYMBOLS)
