"""What a scanner really sent, for whoever sets it up: every character, the controls made visible, and what is not as it should be.

Only for a page that somebody looks at: nothing here is kept anywhere else. A card's QR says where its holder lives: never more
than the last four digits of its number is shown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum

from kt1desk.devices.scan_shapes import TEMPLATES, Shape, classify

_CARD_NUMBER = re.compile(r"(?<!\d)\d{12}(?!\d)")
"""The number of a person. No code of ours holds twelve digits in a row, nor the bar between the parts of a card."""
_BAR = "|"
_CARD_DIGITS_SHOWN = 4
_CONTROLS = {
    "\r": "<CR>",
    "\n": "<LF>",
    "\t": "<TAB>",
    "\x02": "<STX>",
    "\x03": "<ETX>",
    "\b": "<BS>",
    "\x1d": "<GS>",
}
_WINDOWS_OF = {
    template: len(template.pattern) for template in TEMPLATES if template.fixed == template.pattern
}


class Way(Enum):
    """How something came in."""

    SERIAL = "serial"
    WEDGE = "wedge"
    TYPED = "typed"


class Finding(Enum):
    """What is not as it should be, or why keys were not taken for a scan. The order is the order of telling."""

    REWRITTEN = "an input method garbled a code beyond proof"
    REPAIRED = "an input method changed keys; the code was proved"
    WRONG_CHECK = "the check digit is wrong"
    NO_END = "a line without an end"
    AROUND = "more stands around a code"
    SLOW_KEYS = "a whole code, too slow for a scanner"
    UNKNOWN = "fast keys of no known shape"
    CARD_BY_KEYS = "a card came through the keyboard"
    CASE = "upper and lower case are exchanged"
    LAYOUT = "another layout than US"
    PREFIX = "something stands before the code"
    NO_SUFFIX = "no Enter behind the code"
    TAB_SUFFIX = "a Tab behind the code"
    DOUBLE_SUFFIX = "two ends behind the code"
    CODE_PAGE = "no UTF-8"
    HAND_SPEED = "a code, slow enough for a hand"


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that came in.

    Attributes:
        at_ms: when it began, by the clock of its source.
        way: how it came.
        shown: its characters, controls visible, a card's hidden.
        kind: what it is by its shape; None for keys that were no scan and for a part of a 2D code.
        valid: whether it proves itself (`kt1desk.devices.scan_shapes.Scan`).
        duration_ms: from its first to its last character.
        widest_gap_ms: the longest pause between two characters.
        findings: what is to be said about it.
        mean_gap_ms: the mean pause between two characters.
        limit_ms: of keys, the mean pause that is allowed.
    """

    at_ms: float
    way: Way
    shown: str
    kind: Shape | None
    valid: bool
    duration_ms: float
    widest_gap_ms: float
    findings: tuple[Finding, ...] = ()
    mean_gap_ms: float = 0.0
    limit_ms: float = 0.0


def visible(text: str) -> str:
    """A text with its control characters in words."""
    return "".join(_visible_sign(sign) for sign in unicodedata.normalize("NFC", text))


def is_private(text: str) -> bool:
    """Whether it holds something of an identity card."""
    return _BAR in text or _CARD_NUMBER.search(text) is not None


def hidden(text: str) -> str:
    """What may be shown of a card: the last digits of its number, and how many parts follow."""
    number = _CARD_NUMBER.search(text)
    digits = f"…{number.group()[-_CARD_DIGITS_SHOWN:]}" if number else "…"
    parts = text.count(_BAR)
    return f"{digits} (+{parts})" if parts else digits


def holds_code(text: str) -> bool:
    """Whether a whole code of ours stands somewhere in a text."""
    return any(
        template.matches(text[start : start + length])
        for template, length in _WINDOWS_OF.items()
        for start in range(len(text) - length + 1)
    )


def shape_of(text: str) -> tuple[Shape, bool]:
    """What a text is by its shape, and whether it proves itself."""
    scan = classify(text)
    return scan.kind, scan.valid


def _visible_sign(sign: str) -> str:
    if sign in _CONTROLS:
        return _CONTROLS[sign]
    return sign if sign.isprintable() else f"<{ord(sign):02X}>"
