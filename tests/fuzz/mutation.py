"""Wrong inputs made of right ones: flips, cuts, splices, repeats, lengths and words of the format; for JSON also changes of the tree.

What is made follows from the chance handed in alone, so an input is found again by its number. This module must not know any parser.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Sequence
from typing import Any

LONGEST = 8_192
"""Bytes. Limits of size have tests of their own; an input that is only long shows nothing more."""

_BYTES = (0, 1, 9, 10, 13, 32, 34, 39, 44, 59, 61, 92, 124, 127, 128, 194, 204, 237, 255)
_LENGTHS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_TEXTS = ("\u0000", "\ufeff", "é", "đ", "Ộ", "¹", "٣", "𝟜", "\u202e", "İ", "\ud7ff", "\u2028", "ß", "e\u0301")
_COMMON = (b"\r\n", b"\0", b"..", b"/", b"-1", b"1e9", b"null", b"NaN", *(text.encode() for text in _TEXTS))
_NASTY: tuple[Any, ...] = (
    *(0, 1, -1, 2**16 - 1, 2**16, 2**31, 2**32, 2**53 - 1, -(2**53) + 1, 2**63),
    *(
        "",
        " ",
        "0",
        "-1",
        "../../x",
        "CON",
        "9" * 400,
        "2026-02-30",
        "0000-00-00",
        "9999-12-31",
        "é",
        "\u0301",
        "zz" * 32,
    ),
    *(
        "¹²³",
        "٣",
        "a|b",
        "system",
        "recovery",
        "=1+1",
        [],
        {},
        [[]],
        [0, 0],
        {"": ""},
        True,
        False,
        None,
        1.5,
        "ab" * 32,
    ),
)


def mutated(chance: random.Random, seed: bytes, other: bytes, words: Sequence[bytes]) -> bytes:
    """One to four changes of ``seed``, now and then with a piece of ``other`` in it."""
    data = bytearray(seed)
    for _ in range(1 + int(chance.random() ** 3 * 4)):
        change = _CHANGES[int(chance.random() * len(_CHANGES))]
        change(chance, data, other, words)
    return bytes(data[:LONGEST])


def mutated_json(chance: random.Random, tree: Any) -> bytes:
    """One to three changes of a tree, written as canonical JSON is."""
    for _ in range(1 + int(chance.random() ** 2 * 3)):
        tree = _changed(chance, tree, 0)
    try:
        return json.dumps(tree, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
    except TypeError:  # names of several kinds in one object
        return b"{}"


def _at(chance: random.Random, data: bytearray) -> int:
    return int(chance.random() * (len(data) + 1))


def _flip(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    if data:
        data[int(chance.random() * len(data))] ^= 1 << int(chance.random() * 8)


def _poke(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    if data:
        data[int(chance.random() * len(data))] = _BYTES[int(chance.random() * len(_BYTES))]


def _cut(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    del data[_at(chance, data) :]


def _drop(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    at = _at(chance, data)
    del data[at : at + 1 + int(chance.random() ** 3 * 40)]


def _repeat(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    at = _at(chance, data)
    piece = data[at : at + 1 + int(chance.random() ** 3 * 64)]
    data[at:at] = piece * (1 + int(chance.random() ** 6 * 100))


def _word(chance: random.Random, data: bytearray, _other: bytes, words: Sequence[bytes]) -> None:
    word = chance.choice(words) if words and chance.random() < 0.7 else chance.choice(_COMMON)
    at = _at(chance, data)
    data[at : at + (len(word) if chance.random() < 0.5 else 0)] = word


def _splice(chance: random.Random, data: bytearray, other: bytes, _words: Sequence[bytes]) -> None:
    at, begin = _at(chance, data), int(chance.random() * (len(other) + 1))
    data[at : at + (len(other) - begin if chance.random() < 0.5 else 0)] = other[begin:]


def _length(chance: random.Random, data: bytearray, _other: bytes, _words: Sequence[bytes]) -> None:
    width = chance.choice((1, 2, 4))
    at = _at(chance, data)
    value = (
        chance.choice(_LENGTHS)
        if chance.random() < 0.5
        else int.from_bytes(data[at : at + width], "big") + chance.choice((-1, 1, 2))
    )
    data[at : at + width] = (value % (1 << 8 * width)).to_bytes(width, "big")


_Change = Callable[[random.Random, bytearray, bytes, Sequence[bytes]], None]
_CHANGES: tuple[_Change, ...] = (_flip, _flip, _poke, _cut, _drop, _repeat, _word, _word, _splice, _length)


def _changed(chance: random.Random, tree: Any, depth: int) -> Any:
    """The tree with one place changed: this one, or one below."""
    if isinstance(tree, dict) and tree and chance.random() < 0.9:
        return _changed_object(chance, tree, depth)
    if isinstance(tree, list) and tree and chance.random() < 0.85:
        return _changed_list(chance, tree, depth)
    if isinstance(tree, str) and chance.random() < 0.5:
        return mutated(chance, tree.encode("utf-8", "replace"), b"", ()).decode("utf-8", "replace")
    if isinstance(tree, int) and chance.random() < 0.3:
        return int(tree) + chance.choice((-1, 1))
    if depth == 0 and chance.random() < 0.5:
        return tree
    return chance.choice(_NASTY)


def _changed_object(chance: random.Random, tree: dict[str, Any], depth: int) -> dict[str, Any]:
    name = chance.choice(list(tree))
    how = chance.random()
    if how < 0.08:
        return {key: value for key, value in tree.items() if key != name}
    if how < 0.14:
        return {**tree, chance.choice(("more", "", "format", name + "x")): chance.choice(_NASTY)}
    return {**tree, name: _changed(chance, tree[name], depth + 1)}


def _changed_list(chance: random.Random, tree: list[Any], depth: int) -> list[Any]:
    at = int(chance.random() * len(tree))
    how = chance.random()
    if how < 0.08:
        return tree[:at] + tree[at + 1 :]
    if how < 0.16:
        return tree[:at] + [tree[at]] * (2 + int(chance.random() ** 4 * 60)) + tree[at:]
    if how < 0.2:
        return [*tree, chance.choice(_NASTY)]
    return [*tree[:at], _changed(chance, tree[at], depth + 1), *tree[at + 1 :]]
