"""What a ZPL printer is asked and says. Bytes in, meaning out: nothing here opens or waits.

Silence is no condition: a Zebra says nothing at all while its head is open or its paper is out.
"""

from __future__ import annotations

import re
from typing import Final

from kt1desk.printing.condition import Condition, worst

QUESTION: Final = b"~HS"
"""Host status: three lines between STX and ETX (Zebra, ZPL II programming guide)."""
_LINE: Final = re.compile(rb"\x02([^\x02\x03]*)\x03")
_SPOKEN: Final = frozenset(b"0123456789,")
_FIRST: Final = re.compile(rb"\d{3},(\d),(\d),\d{4},\d{3},\d,\d,\d,\d{3},\d,(\d),(\d)")
"""Line 1: paper out, pause, … too cold, too hot."""
_SECOND: Final = re.compile(rb"\d{3},\d,(\d),(\d),\d,\d,\d,\d,\d{8},\d,\d{3}")
"""Line 2: head up, ribbon out."""
_SPACE, _TILDE = 0x20, 0x7E
_END: Final = b"^XZ"
_OFF_THE_PAPER: Final = b"^FO0,31000^A0N,10,10"
"""The field that is read back is never seen: it begins below the longest label (^LL ends at 32000 dots)."""


def condition_of(heard: bytes) -> Condition | None:
    """What the lines of a host status say; None until the two lines that matter came whole. What is no line is dropped."""
    lines = [bytes(byte for byte in line if byte in _SPOKEN) for line in _LINE.findall(heard)]
    first = next((found for line in lines if (found := _FIRST.fullmatch(line))), None)
    second = next((found for line in lines if (found := _SECOND.fullmatch(line))), None)
    if first is None or second is None:
        return None
    flags = (
        (first[1], Condition.PAPER_OUT),
        (first[2], Condition.PAUSED),
        (first[4], Condition.JAMMED),
        (second[1], Condition.COVER_OPEN),
        (second[2], Condition.RIBBON_OUT),
    )
    said = [condition for flag, condition in flags if flag != b"0"]
    return worst(*said) if said else Condition.READY


def fence(token: bytes) -> bytes:
    """Commands inside a format that make the printer send the token back with its label (``^HV``)."""
    return _OFF_THE_PAPER + b"^FN1^FD" + token + b"^FS^FH_^HV1,4,KT1[,]_0D_0A,L^FS"


def fenced(data: bytes, token: bytes) -> bytes:
    """A job whose last label is confirmed; a format of its own where there is none, as after a resync."""
    before, end, after = data.rpartition(_END)
    if not end or before.endswith(b"^XA"):
        return data + b"^XA" + fence(token) + b"^XZ\r\n"
    return before + fence(token) + end + after


def confirms(heard: bytes, token: bytes) -> bool:
    """Whether the printer has sent this token back; bytes between that are no text are dropped."""
    spoken = bytes(byte for byte in heard if _SPACE <= byte <= _TILDE)
    return b"KT1[" + token + b"]" in spoken
