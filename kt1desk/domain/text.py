"""Vietnamese text as it is typed, stored, searched and sorted.

One spelling is stored (NFC, single blanks, characters the paper can show); searching ignores marks and the placement
of tones; sorting follows the Vietnamese alphabet. This module must not know which fields exist.
"""

import re
import unicodedata
from functools import lru_cache

from kt1desk.domain.errors import DeskError

_MARKS_PER_LETTER = 16
"""Code points one stored character may be typed with. NFD needs three; the rest allows runs of blanks. A longer text
is refused before it is normalised: ordering a run of combining marks takes time that grows with its square."""
_CHARACTERS = 4_096
"""Characters whose answers are remembered: more than all languages of the country write with."""
_SIGNS = frozenset("°§₫×·•–—…‘’“”«»")
"""Printable signs outside ASCII that addresses and names of agencies really contain."""
_LETTERS = (
    (0x00C0, 0x00FF),
    (0x0102, 0x0103),
    (0x0110, 0x0111),
    (0x0128, 0x0129),
    (0x0168, 0x0169),
    (0x01A0, 0x01A1),
    (0x01AF, 0x01B0),
    (0x1EA0, 0x1EF9),
)
"""Letters of Vietnamese and of western Europe outside ASCII; the shipped fonts show all of them."""
_HYPHENS = {0x2010: "-", 0x2011: "-", 0x2212: "-", 0x02BC: "’"}
"""Look-alikes that word processors write."""
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER_RANK = {letter: chr(ord("A") + rank) for rank, letter in enumerate(_ALPHABET)}
_TONE_RANK = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
"""Huyền, hỏi, ngã, sắc, nặng; no tone is 0 (order of the dictionaries, as CLDR's ``vi``)."""
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*")
_PERSONAL_DIGITS = 9
"""Fewest digits of a number that belongs to a person: the old CMND; telephone, tax code and CCCD have more."""
_BLANK_RANK = "!"
_OTHER_RANK = "~"


def clean(text: str, field: str, max_chars: int) -> str:
    """The text as it is stored: NFC, trimmed, one blank between words.

    Args:
        text: as typed, scanned or imported; NFC, NFD or a mixture.
        field: name of the input, for the refusal.
        max_chars: characters allowed after cleaning.

    Raises:
        DeskError: ``text.bad_character`` with ``at`` (1 is the first character) and ``sign`` (``U+1F600``) for what
            no paper here can show or no eye can see: control and format characters, lone surrogates, private use,
            emoji, other scripts. ``text.too_long`` with ``length`` and ``max_chars``.
    """
    if len(text) > max_chars * _MARKS_PER_LETTER:
        raise DeskError("text.too_long", field, length=len(text), max_chars=max_chars)
    composed = unicodedata.normalize("NFC", text).translate(_HYPHENS)
    for position, character in enumerate(composed, start=1):
        if not _is_fit(character):
            raise DeskError("text.bad_character", field, at=position, sign=f"U+{ord(character):04X}")
    cleaned = " ".join(composed.split())
    if len(cleaned) > max_chars:
        raise DeskError("text.too_long", field, length=len(cleaned), max_chars=max_chars)
    return cleaned


def required(text: str, field: str, max_chars: int) -> str:
    """As :func:`clean`, and something must be left.

    Raises:
        DeskError: ``text.empty``, or what :func:`clean` raises.
    """
    cleaned = clean(text, field, max_chars)
    if not cleaned:
        raise DeskError("text.empty", field)
    return cleaned


def as_name(text: str, field: str) -> str:
    """The same text, if it can be a name: a letter is in it, and no number of a person; "" passes.

    A card's number or a telephone typed one field too late would be printed and signed as whoever stands at the counter.

    Raises:
        DeskError: ``text.name_number``.
    """
    without_letter = not any(map(str.isalpha, text))
    if text and (without_letter or sum(map(str.isdigit, text)) >= _PERSONAL_DIGITS):
        raise DeskError("text.name_number", field)
    return text


def fold(text: str) -> str:
    """The text as it is searched: no marks, đ as d, lower case, single blanks for everything that is no letter or digit.

    ``Hoà`` and ``Hòa``, ``Đông Kinh`` and ``dong kinh`` fold to the same. Folding twice changes nothing.
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(map(_folded, plain))
    return " ".join(kept.split())


def initials(text: str) -> str:
    """First letters of the folded words, digits whole: ``Tòa án nhân dân khu vực 1`` → ``tandkv1``."""
    return "".join(word if word.isdigit() else word[0] for word in fold(text).split())


def sort_key(text: str) -> str:
    """A plain ASCII key whose byte order is the Vietnamese alphabetical order, to be stored beside the text.

    Letters first (a ă â b c d đ …), then tones (ngang huyền hỏi ngã sắc nặng), then lower before upper case, each level over the whole
    text, as CLDR orders Vietnamese; but a tone belongs to its syllable, so ``hoà`` and ``hòa`` have the same key. Blanks sort before
    digits, digits before letters.
    """
    words = [_clusters(word) for word in _words(text)]
    letters = _BLANK_RANK.join("".join(_rank(letter.casefold()) for letter, _ in word) for word in words)
    tones = _BLANK_RANK.join("".join(tone for _, tone in word) or "0" for word in words)
    cases = "".join("0" if letter.casefold() == letter else "1" for word in words for letter, _ in word)
    return f"{letters} {tones} {cases}"


@lru_cache(maxsize=_CHARACTERS)
def _is_fit(character: str) -> bool:
    """Remembered: the same few hundred characters are asked for a hundred times in an acceptance."""
    return _is_blank(character) or _is_printable(character)


def _is_blank(character: str) -> bool:
    return character in "\t\n\r" or unicodedata.category(character) in {"Zs", "Zl", "Zp"}


def _is_printable(character: str) -> bool:
    if character.isascii():
        return character.isprintable()
    in_range = any(first <= ord(character) <= last for first, last in _LETTERS)
    return character in _SIGNS or (in_range and character.isalpha())


@lru_cache(maxsize=_CHARACTERS)
def _folded(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    if character == "đ":
        return "d"
    return character if character.isalnum() else " "


def _rank(lower: str) -> str:
    if lower.isascii() and lower.isdigit():
        return lower
    return _LETTER_RANK.get(lower) or f"{_OTHER_RANK}{'.'.join(f'{ord(part):06x}' for part in lower)}"


def _words(text: str) -> list[str]:
    """Runs of letters, digits and their marks, decomposed."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in decomposed).split()


def _clusters(word: str) -> list[tuple[str, str]]:
    """Each letter without its tone, and the rank of the tone, or ""."""
    return [
        (
            unicodedata.normalize("NFC", "".join(mark for mark in cluster if mark not in _TONE_RANK)),
            "".join(_TONE_RANK[mark] for mark in cluster if mark in _TONE_RANK),
        )
        for cluster in _CLUSTER.findall(word)
    ]
