"""Which letters of a text were typed: beginnings of words without marks, and runs of digits however they are grouped. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kt1desk.domain.text import fold

_WORD = re.compile(r"\w+")
Span = tuple[int, int]


def matched(text: str, typed: str) -> Sequence[Span]:
    """The stretches of ``text`` to be marked, as first letter and the one behind the last; they do not overlap."""
    words = fold(typed).split()
    spans = [span for word in _WORD.finditer(text) if (span := _beginning(word, words)) is not None]
    digits = "".join(words)
    if digits.isdigit():
        spans += _digits(text, digits)
    return _apart(spans)


def _beginning(word: re.Match[str], typed: Sequence[str]) -> Span | None:
    """The longest beginning of a word that was typed. A folded letter stands for one letter of the text as it is stored."""
    folded = fold(word.group())
    longest = max((len(each) for each in typed if folded.startswith(each)), default=0)
    return (word.start(), word.start() + longest) if longest else None


def _digits(text: str, digits: str) -> Sequence[Span]:
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    at = "".join(text[each] for each in places).find(digits)
    return [(places[at], places[at + len(digits) - 1] + 1)] if at >= 0 else []


def _apart(spans: Sequence[Span]) -> Sequence[Span]:
    whole: list[Span] = []
    for first, behind in sorted(spans):
        if whole and first <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(behind, whole[-1][1]))
        else:
            whole.append((first, behind))
    return whole
