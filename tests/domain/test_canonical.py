"""Canonical JSON: one byte form for one value, and nothing else is read."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.canonical import MAX_DEPTH, MAX_INT, Json, decode, encode
from kt1desk.domain.errors import DeskError

ROOM = 100_000
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")), max_size=12
).map(lambda text: unicodedata.normalize("NFC", text))  # fmt: skip
VALUES = st.recursive(
    TEXTS | st.integers(-MAX_INT, MAX_INT),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ({}, "{}"),
        ({"b": 1, "a": 2, "B": 3, "ă": 4}, '{"B":3,"a":2,"b":1,"ă":4}'),
        ({"t": "Lạng Sơn — «KT1» \\ \" /"}, '{"t":"Lạng Sơn — «KT1» \\\\ \\" /"}'),
        ({"n": [0, -1, MAX_INT]}, '{"n":[0,-1,9007199254740991]}'),
        ({"l": [], "o": {}}, '{"l":[],"o":{}}'),
        ({"e": "😀"}, '{"e":"😀"}'),
    ],
)  # fmt: skip
def test_a_value_has_exactly_this_form(value: dict[str, Json], written: str) -> None:
    assert encode(value, ROOM) == written.encode()
    assert decode(written.encode(), ROOM) == value


@given(st.dictionaries(TEXTS, VALUES, max_size=5))
def test_what_is_written_reads_back_and_is_written_the_same_again(value: dict[str, Json]) -> None:
    data = encode(value, ROOM)

    assert decode(data, ROOM) == value
    assert encode(dict(reversed(value.items())), ROOM) == data


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("a\x00b", "text"),
        ("a\nb", "text"),
        ("a\x7f", "text"),
        ("ệ\x1f", "text"),
        ("\ud800", "text"),
        (unicodedata.normalize("NFD", "Lạng"), "text"),
        ({"\t": 1}, "text"),
        (1.0, "kind"),
        (None, "kind"),
        (True, "kind"),
        ({1: 2}, "kind"),
        (MAX_INT + 1, "number"),
        (-MAX_INT - 1, "number"),
    ],
)
def test_a_value_without_a_canonical_form_is_refused(value: Json, code: str) -> None:
    with pytest.raises(DeskError, match=rf"canonical\.{code}"):
        encode({"x": value}, ROOM)


def test_depth_and_size_have_a_limit() -> None:
    deep: Json = 1
    for _ in range(MAX_DEPTH + 1):
        deep = [deep]

    with pytest.raises(DeskError, match=r"canonical\.depth"):
        encode(deep, ROOM)
    with pytest.raises(DeskError, match=r"canonical\.size"):
        encode({"x": "y" * 100}, 100)
    assert len(encode({"x": "ệ" * 30}, 98)) == 98


@pytest.mark.parametrize(
    "data",
    [
        b'{"a": 1}',
        b'{"b":1,"a":2}',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'{"a":null}',
        b'{"a":true}',
        b'{"a":-0}',
        b'{"a":01}',
        b'{"a":9007199254740992}',
        b'{"a":"\\u0061"}',
        b'{"a":"\\/"}',
        b'{"a":"\xff"}',
        b'{"a":"' + unicodedata.normalize("NFD", "ạ").encode() + b'"}',
        b"[1]",
        b'"a"',
        b"",
        b"{",
        b'{"a":1}\n',
        b"\xef\xbb\xbf{}",
        b'{"a":' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"a":' + b"9" * 50_000 + b"}",
    ],
)
def test_bytes_in_any_other_form_are_refused(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"canonical\.form"):
        decode(data, ROOM)


@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4), st.integers(0, 3))
def test_the_same_value_in_another_spelling_is_refused(value: dict[str, Json], indent: int) -> None:
    spaced = json.dumps(value, ensure_ascii=False, indent=indent).encode()

    with pytest.raises(DeskError, match=r"canonical\.form"):
        decode(spaced, ROOM)


def test_more_bytes_than_allowed_are_not_even_read() -> None:
    with pytest.raises(DeskError, match=r"canonical\.size"):
        decode(b"{" * 1_001, 1_000)
