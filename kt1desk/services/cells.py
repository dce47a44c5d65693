"""What people write in the cells of a list, as values: figures, words of choice, days.

Refusals name the column as their field and never repeat the cell: it may name a person. This module must not know any list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from kt1desk.domain.errors import DeskError
from kt1desk.domain.text import clean, fold

_T = TypeVar("_T")
_WHOLE = re.compile(r"(\d{1,9})(?: ?(?:g|gam|gr|đ|đồng|vnđ|vnd))?", re.ASCII | re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[. ]\d{3})+")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?)?", re.ASCII)

YES_NO: Mapping[str, bool] = MappingProxyType(
    {
        "co": True,
        "x": True,
        "yes": True,
        "true": True,
        "1": True,
        "dung": True,
        "khong": False,
        "no": False,
        "false": False,
        "0": False,
        "sai": False,
    }
)
"""Words for yes and no, folded."""


def whole(text: str, field: str, code: str) -> int:
    """A whole number such as a weight in grams, ``g`` and ``gam`` behind it allowed; 0 for an empty cell.

    A point or a comma is refused, not guessed: ``1.250`` is a thousand and more to one reader and one and a quarter to another.

    Raises:
        DeskError: ``code``.
    """
    if not text:
        return 0
    found = _WHOLE.fullmatch(text)
    if found is None:
        raise DeskError(code, field)
    return int(found[1])


def dong(text: str, field: str) -> int | None:
    """An amount in đồng; None for an empty cell. Thousands may be set apart by points or blanks: there are no parts of a đồng.

    Raises:
        DeskError: ``batch.amount_shape``.
    """
    if not text:
        return None
    plain = re.sub(r"\s*(?:đ|đồng|vnđ|vnd)\.?$", "", text, flags=re.IGNORECASE)
    if _GROUPED.fullmatch(plain):
        plain = re.sub(r"[. ]", "", plain)
    if not (plain.isascii() and plain.isdigit() and len(plain) <= 12):
        raise DeskError("batch.amount_shape", field)
    return int(plain)


def day(text: str, field: str) -> date | None:
    """A day as ``24/11/2026`` or ``2026-11-24``; None for an empty cell.

    Raises:
        DeskError: ``batch.day_shape``.
    """
    if not text:
        return None
    local, iso = _DAY.fullmatch(text), _ISO.fullmatch(text)
    try:
        if local is not None:
            return date(int(local[3]), int(local[2]), int(local[1]))
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError as error:
        raise DeskError("batch.day_shape", field) from error
    raise DeskError("batch.day_shape", field)


def shortened(text: str, max_chars: int) -> str:
    """The text, or its beginning up to a whole word and an ellipsis: catalogues write whole paragraphs where a name is meant."""
    plain = " ".join(text.split())
    if len(plain) <= max_chars:
        return plain
    return plain[: max_chars - 1].rsplit(" ", 1)[0].rstrip(",;:. ") + "…"


def catalogue(text: str, field: str, max_chars: int) -> str:
    """A text of a catalogue, shortened, as it may stand on paper.

    Raises:
        DeskError: ``text.bad_character``.
    """
    return clean(shortened(text, max_chars), field, max_chars)


def choice(text: str, words: Mapping[str, _T], field: str, code: str) -> _T:
    """What a word means; the words are folded, "" is for an empty cell.

    Raises:
        DeskError: ``code`` for a word that is not among them, or an empty cell where nothing is meant by it.
    """
    folded = fold(text)
    if folded not in words:
        raise DeskError(code, field)
    return words[folded]
