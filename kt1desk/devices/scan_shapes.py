"""What a scanned text is, told by its shape alone: item number, receptacle, seal, dossier code or identity card.

Shapes are disjoint, so that one scan never has two meanings. A shape says nothing about whether the thing exists; this
module must not know a store, a page or how the text arrived.
"""

import calendar
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import count

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10, normalise_number

_CLASSES = {
    "A": frozenset(string.ascii_uppercase),
    "9": frozenset(string.digits),
    "#": frozenset(string.digits + "."),
}
_CARD_FIELDS = 6
"""Least number of fields on an identity card: number, former number, name, birth, sex, residence (the seventh, the day
of issue, is missing on the first series)."""


_SEPARATORS = " |"
"""What stands between a code and the rest of an open shape."""


class Shape(StrEnum):
    """What kind of thing a code names."""

    ITEM = "item"
    RECEPTACLE = "receptacle"
    SEAL = "seal"
    DOSSIER = "dossier"
    CARD = "card"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Template:
    """One shape as a pattern: ``A`` any capital letter, ``9`` any digit, all else itself.

    At the end ``*`` stands for anything more, ``#`` for more digits and points, at least one character of them.

    A pattern instead of a regular expression, because a wedge scanner must be judged while it types: the question is
    not only "is this the shape" but "can this still become the shape".
    """

    shape: Shape
    pattern: str

    @property
    def fixed(self) -> str:
        """The part before what may vary in length."""
        return self.pattern.rstrip("*#")

    def has_length(self, length: int) -> bool:
        """Whether so many characters can be the whole code."""
        is_open = self.pattern != self.fixed
        return length > len(self.fixed) if is_open else length == len(self.fixed)

    def allowed(self, place: int) -> frozenset[str] | None:
        """The characters that may stand at a place (0 is the first): none after a closed shape's end, None for any."""
        return _allowed(self.pattern, min(place, len(self.pattern)))

    def matches(self, text: str) -> bool:
        """Whether the whole text has this shape."""
        return self.has_length(len(text)) and all(
            allowed is None or sign in allowed for sign, allowed in zip(text, self._places(), strict=False)
        )

    def _places(self) -> Iterator[frozenset[str] | None]:
        return map(self.allowed, count())


@cache
def _allowed(pattern: str, place: int) -> frozenset[str] | None:
    """As `Template.allowed`; every key of a burst asks it for every place before it."""
    sign = pattern[min(place, len(pattern) - 1)]
    if sign == "*":
        return None
    return (
        _CLASSES.get(sign, frozenset(sign))
        if place < len(pattern.rstrip("*#")) or sign == "#"
        else frozenset()
    )


TEMPLATES = (
    # UPU S10. The DataMatrix of label and receipt carries the same number, a blank and the reference of the event that
    # accepted the item.
    Template(Shape.ITEM, "AA999999999AA"),
    Template(Shape.ITEM, "AA999999999AA #"),
    Template(Shape.RECEPTACLE, "TUI99999999"),
    Template(Shape.SEAL, "NP9999999"),
    # Thông tư 01/2018/TT-VPCP, Điều 19: unit code, day of receipt, number of the day; short as the province prints it
    # and with all four levels of the unit.
    Template(Shape.DOSSIER, "A99.99-999999-9999"),
    Template(Shape.DOSSIER, "999.99.99.A99-999999-9999"),
    # The QR of the chip card begins with the twelve digits of the personal number.
    Template(Shape.CARD, "999999999999|*"),
)


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan, named.

    Attributes:
        kind: what it is; UNKNOWN when no shape fits.
        value: the code itself in its stored form; for a label's DataMatrix the item number, for a card the personal
            number, for an unknown text the trimmed text.
        raw: everything the scanner sent, for a page that needs the rest of a card or a label.
        valid: whether the code proves itself: check digit of an item number, a real day in a dossier code, all fields
            on a card. False asks for a warning, it is not a refusal. An unknown text is never valid.
        proves: only a scanner can have sent it. False for keys that a quick hand could have typed: no label need be there.
    """

    kind: Shape
    value: str
    raw: str
    valid: bool
    proves: bool = True


def classify(text: str) -> Scan:
    """Name what a scanner (or a hand, with blanks and in lower case) entered.

    Args:
        text: one line without its ending; control characters are ignored.
    """
    raw = "".join(sign for sign in unicodedata.normalize("NFC", text) if sign.isprintable()).strip()
    for spelling in (raw.upper(), normalise_number(raw)):
        for template in TEMPLATES:
            if template.matches(spelling):
                value = spelling[: len(template.fixed)].rstrip(_SEPARATORS)
                return Scan(template.shape, value, raw, _proves_itself(template.shape, value, raw))
    return Scan(Shape.UNKNOWN, raw, raw, valid=False)


def _proves_itself(shape: Shape, value: str, raw: str) -> bool:
    match shape:
        case Shape.ITEM:
            return _has_check_digit(value)
        case Shape.DOSSIER:
            return _is_real_day(value.split("-")[1])
        case Shape.CARD:
            return raw.count("|") + 1 >= _CARD_FIELDS
        case _:  # receptacles and seals carry nothing to prove
            return True


def _has_check_digit(number: str) -> bool:
    """Whether an item number is one by UPU S10, its check digit included."""
    try:
        S10.parse(number)
    except DeskError:
        return False
    return True


def _is_real_day(yymmdd: str) -> bool:
    year, month, day = 2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:])
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
