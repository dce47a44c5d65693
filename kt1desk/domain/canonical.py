"""Canonical JSON: the one byte form in which a fact is written, hashed, sent and kept.

The form can never change once a journal exists: UTF-8, NFC, keys sorted by code point, no blanks, whole numbers only (no floats, no
null, no booleans), no duplicate keys, no control characters, and a limit on size and depth. What was written is hashed as it stands;
nothing is ever serialised again to be compared.

This module must not know what an event is.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from kt1desk.domain.errors import DeskError

Json: TypeAlias = "str | int | Sequence[Json] | Mapping[str, Json]"

MAX_DEPTH = 8
MAX_INT = 2**53 - 1
"""Largest whole number that every JSON reader keeps exactly (RFC 8259 §6)."""

_UNFIT = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
"""Control characters and lone surrogates."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=dict)


def encode(value: Json, max_bytes: int) -> bytes:
    """Return the canonical bytes of ``value``.

    Raises:
        DeskError: ``canonical.text``, ``canonical.number``, ``canonical.kind``, ``canonical.depth`` or ``canonical.size`` where the
            value has no canonical form or is longer than ``max_bytes``.
    """
    _check(value, 0)
    data = _ENCODER.encode(value).encode()
    if len(data) > max_bytes:
        raise DeskError("canonical.size", size=len(data), limit=max_bytes)
    return data


def decode(data: bytes, max_bytes: int) -> Mapping[str, Json]:
    """Read canonical bytes back; anything that is not in the canonical form is refused, byte for byte.

    Raises:
        DeskError: ``canonical.size`` or ``canonical.form``.
    """
    if len(data) > max_bytes:
        raise DeskError("canonical.size", size=len(data), limit=max_bytes)
    try:
        value = json.loads(
            data.decode(),
            object_pairs_hook=_unique,
            parse_float=_refuse,
            parse_constant=_refuse,
            parse_int=_whole,
        )
        again = encode(value, max_bytes)
    except (ValueError, RecursionError, DeskError) as error:
        raise DeskError("canonical.form") from error
    if not isinstance(value, dict) or again != data:
        raise DeskError("canonical.form")
    return value


def _check(value: Json, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise DeskError("canonical.depth")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(
        value, dict
    ):  # an acceptance checks a hundred values: the abstract classes below cost ten times as much
        _check_fields(value, depth)
    elif isinstance(value, int) and not isinstance(value, bool):
        if abs(value) > MAX_INT:
            raise DeskError("canonical.number")
    elif isinstance(value, list | tuple):
        for item in value:
            _check(item, depth + 1)
    elif isinstance(value, Mapping):
        _check_fields(value, depth)
    else:
        raise DeskError("canonical.kind", kind=type(value).__name__)


def _check_fields(value: Mapping[str, Json], depth: int) -> None:
    for key, item in value.items():
        if not isinstance(key, str):
            raise DeskError("canonical.kind", kind=type(key).__name__)
        _check_text(key)
        _check(item, depth + 1)


def _check_text(text: str) -> None:
    if text.isascii() and text.isprintable():
        return
    if text.isascii() or not unicodedata.is_normalized("NFC", text) or _UNFIT.search(text) is not None:
        raise DeskError("canonical.text")


def _unique(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise DeskError("canonical.form")
    return made


def _refuse(_: str) -> Json:
    raise DeskError("canonical.form")


def _whole(text: str) -> int:
    if len(text) > len(str(MAX_INT)) + 1:  # a number of a million digits would take minutes to convert
        raise DeskError("canonical.form")
    return int(text)


def text_of(value: Json) -> str:
    """What is a text, for whoever reads a form of its own out of what was decoded.

    Raises:
        TypeError: it is none; the reader knows what that means in its file.
    """
    if not isinstance(value, str):
        raise TypeError
    return value
