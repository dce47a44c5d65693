"""What a TSPL printer is asked and says. Bytes in, meaning out: nothing here opens or waits.

It has no fence. Its status is one byte, or four of printers that answer ``ESC ! S``; sources do not agree which, so both are read.
"""

from __future__ import annotations

from typing import Final

from kt1desk.printing.condition import Condition, worst

QUESTION: Final = b"\x1b!?"
"""Seen at once whatever the printer does; no end of line (TSC, TSPL/TSPL2 programming manual)."""
_FLAGS: Final = (
    (0x01, Condition.COVER_OPEN),
    (0x02, Condition.JAMMED),
    (0x04, Condition.PAPER_OUT),
    (0x08, Condition.RIBBON_OUT),
    (0x10, Condition.PAUSED),
    (0x80, Condition.JAMMED),
)
_LETTER: Final = 0x40
"""Set in each byte of the long answer and in no short one."""
_FRAME: Final = frozenset(b"\x02\x03\r\n")
_LONG: Final = 4
_PAUSED: Final = ord("`")
_LOW: Final = frozenset(b"AB")
_MEDIA: Final = {
    ord("A"): Condition.PAPER_OUT,
    ord("B"): Condition.JAMMED,
    ord("D"): Condition.RIBBON_OUT,
    ord("H"): Condition.JAMMED,
    ord("`"): Condition.COVER_OPEN,
}
_NOTHING: Final = ord("@")


def condition_of(heard: bytes) -> Condition | None:
    """What the printer says: the last short answer, or the last long one; None until either came whole."""
    letters = bytes(byte for byte in heard if byte & _LETTER)
    if letters:
        return _long(letters[-_LONG:]) if len(letters) >= _LONG else None
    return _short(heard[-1]) if heard else None


def _short(flags: int) -> Condition:
    found = [condition for mask, condition in _FLAGS if flags & mask]
    return worst(*found) if found else Condition.READY


def _long(letters: bytes) -> Condition:
    """State, warning, error, paper: a letter each, ``@`` for nothing."""
    state, warning, error, paper = letters
    found = [Condition.READY]
    if state == _PAUSED:
        found.append(Condition.PAUSED)
    if warning in _LOW:
        found.append(Condition.PAPER_LOW)
    if error != _NOTHING:
        found.append(Condition.JAMMED)
    if paper != _NOTHING:
        found.append(_MEDIA.get(paper, Condition.JAMMED))
    return worst(*found)
