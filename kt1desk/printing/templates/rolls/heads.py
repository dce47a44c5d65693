"""Head of a receipt on a roll: whose paper it is and what it is called."""

from __future__ import annotations

from kt1desk.printing.fonts import Face
from kt1desk.printing.layout import Align
from kt1desk.printing.templates.flow import Style
from kt1desk.printing.templates.rolls.strip import Strip

MARK_FIELD = "mark"
"""Texts of this field say whose liên it is."""
_CENTRED = Style(8, Face.MEDIUM, Align.CENTRE)


def post(strip: Strip, provider: str, point: str, point_address: str) -> None:
    """Who gives the receipt."""
    strip.say("provider", provider, Style(9.5, Face.BOLD, Align.CENTRE))
    strip.say("point", point, Style(8.5, Face.SEMIBOLD, Align.CENTRE))
    strip.say("point_address", point_address, Style(8, Face.REGULAR, Align.CENTRE))
    strip.rule(0.3)


def title(strip: Strip, name: str, *below: tuple[str, str], mark: str = "", again: str = "") -> None:
    """What it is called, what stands below that, whose liên it is, and the mark of a reprint."""
    strip.say("title", name, Style(14, Face.BOLD, Align.CENTRE))
    for field, text in below:
        strip.say(field, text, Style(9, Face.SEMIBOLD, Align.CENTRE))
    strip.say(MARK_FIELD, mark, Style(8.5, Face.BOLD, Align.CENTRE))
    strip.band("reprinted_at", again, 11)


def note(strip: Strip, text: str) -> None:
    """A remark that is always there."""
    strip.say("caption", text, _CENTRED)
