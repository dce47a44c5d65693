"""What an ESC/POS printer is asked and says. Bytes in, meaning out: nothing here opens or waits.

Every kind of answer has bits of its own (Epson, ESC/POS command reference), so each byte is known for what it is, and a byte that
fits nowhere is dropped: a printer may still be saying what another program has asked (python-escpos issue 711).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kt1desk.printing.capabilities import Fence
from kt1desk.printing.condition import Condition, worst

ASB_ON: Final = b"\x1da\x0e"
"""``GS a``: say by itself what changes of online, errors and paper (not of the cash drawer); answered at once with the state now."""
ASB_OFF: Final = b"\x1da\x00"
CUT: Final = b"\x1dV\x42\x00"
"""``GS V 66 0``: feed to the knife and cut."""
_STATUS: Final = tuple(b"\x10\x04" + bytes([number]) for number in (1, 2, 3, 4))
_XON_XOFF: Final = frozenset(b"\x11\x13")
_COMPLETED: Final = b"\x37\x22"
"""How the answer to ``GS ( H`` function 48 begins; the token and a NUL follow."""
_BLOCK: Final = 4
_CONFIRMED: Final = 7

_Flags = tuple[tuple[int, Condition], ...]
_FLAGS: Final[tuple[_Flags, ...]] = (
    ((0x08, Condition.OFFLINE),),
    ((0x04, Condition.COVER_OPEN), (0x20, Condition.PAPER_OUT), (0x40, Condition.JAMMED)),
    ((0x68, Condition.JAMMED),),
    ((0x60, Condition.PAPER_OUT), (0x0C, Condition.PAPER_LOW)),
)
"""What the bits of the answers to ``DLE EOT`` 1 to 4 say."""
_BLOCK_FLAGS: Final[tuple[_Flags, ...]] = (
    ((0x20, Condition.COVER_OPEN), (0x08, Condition.OFFLINE)),
    ((0x68, Condition.JAMMED),),
    ((0x0C, Condition.PAPER_OUT), (0x03, Condition.PAPER_LOW)),
)
"""What the bits of the first three bytes of a block say that came by itself."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a printer said, sorted.

    Attributes:
        real_time: answers to ``DLE EOT``.
        blocks: of four bytes, said by itself.
        in_turn: answers to ``GS r``.
        completed: tokens of the answers to ``GS ( H`` function 48.
        rest: the beginning of an answer that is not complete yet.
    """

    real_time: bytes = b""
    blocks: tuple[bytes, ...] = ()
    in_turn: bytes = b""
    completed: tuple[bytes, ...] = ()
    rest: bytes = b""


def sort_out(heard: bytes, *, asb: bool) -> Heard:
    """Sort what came from a printer.

    Args:
        heard: everything since the last ``rest``, that included.
        asb: whether the printer was told to speak by itself; else no block can have come.
    """
    spoken = bytes(byte for byte in heard if byte not in _XON_XOFF)
    real_time = bytes(byte for byte in spoken if byte & 0x93 == 0x12)
    # An answer in real time may come between the bytes of any other; those have other bits, the tokens among them.
    others = bytes(byte for byte in spoken if byte & 0x93 != 0x12)
    blocks, in_turn, completed = [], bytearray(), []
    while others:
        length, kind = _next(others, asb=asb)
        if length > len(others):
            break
        found, others = others[:length], others[length:]
        if kind == "block":
            blocks.append(found)
        elif kind == "completed":
            completed.append(found[2:6])
        elif kind == "in turn":
            in_turn += found
    return Heard(real_time, tuple(blocks), bytes(in_turn), tuple(completed), others)


def _next(heard: bytes, *, asb: bool) -> tuple[int, str]:
    """Length and kind of the answer that begins here, as far as can be seen; of one byte and no kind where none does."""
    first = heard[0]
    if first == _COMPLETED[0]:
        part = heard[:_CONFIRMED]
        fits = part[:2] == _COMPLETED[: len(part[:2])] and (len(part) < _CONFIRMED or part[-1] == 0)
        return (_CONFIRMED, "completed") if fits else (1, "")
    if asb and first & 0x93 == 0x10:
        fits = all(byte & 0x90 == 0 for byte in heard[1:_BLOCK])
        return (_BLOCK, "block") if fits else (1, "")
    return (1, "in turn") if first & 0x90 == 0 else (1, "")


def condition_of_block(block: bytes) -> Condition:
    """What a block of four bytes says that came by itself."""
    return _meaning(zip(block, _BLOCK_FLAGS, strict=False))


def _meaning(said: zip[tuple[int, _Flags]]) -> Condition:
    found = [condition for byte, flags in said for mask, condition in flags if byte & mask]
    return worst(*found) if found else Condition.READY


def questions() -> tuple[tuple[bytes, Callable[[bytes], Condition | None]], ...]:
    """``DLE EOT`` 1 to 4, each with what reads its answer; None until one came. Never to be sent inside image data."""

    def reader(flags: _Flags) -> Callable[[bytes], Condition | None]:
        def read(heard: bytes) -> Condition | None:
            said = sort_out(heard, asb=False).real_time
            return _meaning(zip(said[-1:], (flags,), strict=False)) if said else None

        return read

    return tuple((question, reader(flags)) for question, flags in zip(_STATUS, _FLAGS, strict=True))


def fence(kind: Fence, token: bytes) -> bytes:
    """What to send after a job so that the printer says when it is through: ``GS ( H`` function 48 with the token, or ``GS r 1``."""
    if kind is Fence.GS_H:
        return b"\x1d(H\x06\x0000" + token
    return b"\x1dr\x01"


def confirms(kind: Fence, heard: bytes, token: bytes, *, asb: bool = False) -> bool:
    """Whether the printer has answered the fence with this token; ``GS r 1`` has none, there any answer in turn counts."""
    said = sort_out(heard, asb=asb)
    return token in said.completed if kind is Fence.GS_H else bool(said.in_turn)
