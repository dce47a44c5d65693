"""Codes typed by a scanner: exact bytes, or the clerk is told to switch the keyboard to E."""

from __future__ import annotations

import random

import pytest
import segno
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kt1desk.exchange.wedge_code import from_wedge, is_wedge_text, wedge_text
from tests.support.exchange_keys import code_of

DATA = random.Random(1).randbytes(300)
TEXT = wedge_text(DATA)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=900))
def test_exact_bytes_come_back(data: bytes) -> None:
    text = wedge_text(data)

    assert from_wedge(text) == data
    assert from_wedge(f" {text.lower()}\r\n") == data
    assert is_wedge_text(text)


def test_the_text_is_what_a_qr_code_packs_tightly_and_a_reader_gives_back() -> None:
    code = segno.make(TEXT, error="m", micro=False, boost_error=False)
    rows = [[255 * (1 - bit) for bit in row] for row in code.matrix_iter(scale=4, border=4)]
    picture = Image.new("L", (len(rows[0]), len(rows)))
    picture.putdata([dot for row in rows for dot in row])

    (read,) = zxingcpp.read_barcodes(picture)

    assert code.mode == "alphanumeric"
    assert from_wedge(read.text) == DATA


def test_the_text_of_some_bytes_is_fixed() -> None:
    # RFC 9285 §4.3 has "AB" as BB8; in front of it the check sum of zlib.crc32(b"AB"), 0x30694C07, worked out by hand: I56 NR9
    assert wedge_text(b"AB") == "KT1:DD.A1:I56NR9BB8/"


def _telex(text: str) -> str:
    for typed, made in (
        ("AA", "Â"),
        ("DD", "Đ"),
        ("EE", "Ê"),
        ("OO", "Ô"),
        ("AW", "Ă"),
        ("OW", "Ơ"),
        ("UW", "Ư"),
    ):
        text = text.replace(typed, made)
    return text


def _vni(text: str) -> str:
    for typed, made in (
        ("A1", "Á"),
        ("E1", "É"),
        ("O1", "Ó"),
        ("A6", "Â"),
        ("D9", "Đ"),
        ("A2", "À"),
        ("U7", "Ư"),
    ):
        text = text.replace(typed, made)
    return text


@pytest.mark.parametrize("rewrite", [_telex, _vni])
@settings(max_examples=100, deadline=None)
@given(data=st.binary(max_size=300))
def test_an_input_method_that_had_its_hands_on_it_is_always_seen(rewrite: object, data: bytes) -> None:
    assert callable(rewrite)
    assert code_of(lambda: from_wedge(rewrite(wedge_text(data)))) == "paper_code.rewritten"


@pytest.mark.parametrize("at", range(len("KT1:"), len("KT1:DD.A1:")))
def test_a_beginning_that_lost_a_key_was_rewritten(at: int) -> None:
    assert code_of(lambda: from_wedge(TEXT[:at] + TEXT[at + 1 :])) == "paper_code.rewritten"


@pytest.mark.parametrize("sign", ["á", "Ơ", "ı", "ß", "é", "_", "\u0301"])
def test_a_sign_that_no_code_has_was_made_by_an_input_method(sign: str) -> None:
    assert code_of(lambda: from_wedge(TEXT[:40] + sign + TEXT[40:])) == "paper_code.rewritten"


@settings(max_examples=300, deadline=None)
@given(st.integers(len("KT1:DD.A1:"), len(TEXT) - 1), st.sampled_from("0A9Z $.:"))
def test_a_lost_or_a_changed_sign_is_damaged_and_never_other_bytes(at: int, sign: str) -> None:
    lost, changed = TEXT[:at] + TEXT[at + 1 :], TEXT[:at] + sign + TEXT[at + 1 :]

    assert code_of(lambda: from_wedge(lost)) == "paper_code.damaged"
    if changed != TEXT:
        assert code_of(lambda: from_wedge(changed)) == "paper_code.damaged"


@pytest.mark.parametrize("text", ["", "ME473124829VN", "HTTPS://X/KT1:", "KT2:DD.A1:", TEXT[4:]])
def test_a_text_of_something_else_is_not_taken_for_one(text: str) -> None:
    assert not is_wedge_text(text)
    assert code_of(lambda: from_wedge(text)) == "paper_code.unknown"


def test_an_endless_text_is_refused() -> None:
    assert code_of(lambda: from_wedge(TEXT[:-1] + "0" * 5_000 + "/")) == "paper_code.damaged"
