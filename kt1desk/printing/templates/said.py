"""A text of a paper together with the field it comes from: a refusal names the field a clerk can change.

This module must not know any layout.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kt1desk.printing.fonts import Face, can_show


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the field it comes from, which a refusal names; "" says nothing."""

    field: str
    text: str = ""

    def __bool__(self) -> bool:
        """Whether there is something to print."""
        return bool(self.text)


def in_one(name: Said, address: Said) -> Said:
    """Both in one text, by the name of the one with a sign no face has, else of the longer one: that is what a clerk changes."""
    if not address:
        return name
    text = f"{name.text}, {address.text}"
    for each in (name, address):
        if not can_show(unicodedata.normalize("NFC", each.text), Face.CONDENSED):
            return Said(each.field, text)
    longer = name if len(name.text) > len(address.text) else address
    return Said(longer.field, text)
