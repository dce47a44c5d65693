"""One way to ask any printer for its condition and to have a job confirmed, whatever its language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from kt1desk.printing.capabilities import Capabilities, Fence, StatusWay
from kt1desk.printing.condition import Condition
from kt1desk.printing.dialects import escpos, tspl, zpl

_TOKEN_LETTERS: Final = b"ABCDEFGHIJKLMNOabcdefghijklmno"
"""Letters whose bits no status byte has, so that none is dropped from an answer."""
_TOKEN_LENGTH: Final = 4


@dataclass(frozen=True, slots=True)
class Question:
    """One question about a printer's condition.

    Attributes:
        data: what is sent.
        read: what the bytes say that came since; None while no whole answer is among them.
    """

    data: bytes
    read: Callable[[bytes], Condition | None]


def questions(way: StatusWay) -> tuple[Question, ...]:
    """What to ask, one after the other, each answer before the next question. Empty where a printer cannot be asked."""
    match way:
        case StatusWay.DLE_EOT:
            return tuple(Question(data, read) for data, read in escpos.questions())
        case StatusWay.ASB:
            return (Question(escpos.ASB_ON, _newest_block),)
        case StatusWay.HS:
            return (Question(zpl.QUESTION, zpl.condition_of),)
        case StatusWay.ESC_Q:
            return (Question(tspl.QUESTION, tspl.condition_of),)
        case StatusWay.NONE:
            return ()


def unasked(way: StatusWay, heard: bytes) -> tuple[Condition | None, bytes]:
    """What a printer said by itself: its newest condition, None for nothing, and the bytes that wait for the others of an answer."""
    if way is not StatusWay.ASB:
        return None, b""
    said = escpos.sort_out(heard, asb=True)
    return (escpos.condition_of_block(said.blocks[-1]) if said.blocks else None), said.rest


def token_of(*parts: str) -> bytes:
    """Four letters that stand for one job on the wire."""
    digest = sha256("\0".join(parts).encode()).digest()
    return bytes(_TOKEN_LETTERS[byte % len(_TOKEN_LETTERS)] for byte in digest[:_TOKEN_LENGTH])


def fenced(fence: Fence, data: bytes, token: bytes) -> bytes:
    """The bytes of a job with the printer asked to confirm them; unchanged where there is no fence."""
    match fence:
        case Fence.NONE:
            return data
        case Fence.HV:
            return zpl.fenced(data, token)
        case Fence.GS_H | Fence.GS_R:
            return data + escpos.fence(fence, token)


def confirms(can: Capabilities, heard: bytes, token: bytes) -> bool:
    """Whether the printer has confirmed the job with this token; never where there is no fence."""
    match can.fence:
        case Fence.NONE:
            return False
        case Fence.HV:
            return zpl.confirms(heard, token)
        case Fence.GS_H | Fence.GS_R:
            return escpos.confirms(can.fence, heard, token, asb=can.status is StatusWay.ASB)


def _newest_block(heard: bytes) -> Condition | None:
    return unasked(StatusWay.ASB, heard)[0]
