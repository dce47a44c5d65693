"""Questions and answers as PostgreSQL carries them: parameters, and one value, both binary. This module must not know the connection."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Stream
from kt1desk.exchange.frames import START, Mark
from kt1desk.exchange.gate_talk import Answer, Ask, OwnFrames, Place, Reason, Reply

STATEMENT = b"SELECT a FROM gate.exchange($1, $2, $3, $4, $5, $6, $7, $8) a"
"""The row as one value: as ten columns each answer would bring their ten names along, 180 bytes more."""
_BYTEA, _INT8, _INT4 = 17, 20, 23
TYPES: Sequence[int] = (_BYTEA, _BYTEA, _INT4, _INT8, _BYTEA, _INT8, _BYTEA, _BYTEA)
_PLACE = struct.Struct(f">BHI{HASH_BYTES}s")
_OWN = struct.Struct(">BHI")
_STREAMS: Mapping[int, Stream] = MappingProxyType({stream.value: stream for stream in Stream})


def parameters(ask: Ask) -> list[bytes | None]:
    """A question as the binary parameters of the statement."""
    mail = ask.mail
    return [
        ask.token,
        ask.hardware,
        struct.pack(">i", ask.program),
        struct.pack(">q", ask.now_ms),
        ask.frame,
        struct.pack(">q", mail.number) if mail is not None else None,
        bytes.fromhex(mail.hash) if mail is not None else None,
        _own(ask.own) if ask.own is not None else None,
    ]


def reply_of(row: object) -> Reply:
    """An answer from the value of the statement, read: answer, reason, places, token, now_ms, epoch, wanted, mail_last, mail, own.

    Raises:
        DeskError: ``line.answer`` for a row that is none.
    """
    if not isinstance(row, tuple):
        raise DeskError("line.answer")
    try:
        answer, reason, places, token, now_ms, epoch, wanted, mail_last, mail, own = row
        return Reply(
            answer=Answer(_text(answer)),
            reason=Reason(_text(reason)),
            places=_places(_octets(places)),
            token=_octets(token),
            now_ms=_number(now_ms),
            epoch=_number(epoch),
            wanted=_number(wanted),
            mail_last=_number(mail_last),
            mail=_many(mail),
            own=_many(own),
        )
    except (TypeError, ValueError, KeyError, struct.error) as error:
        raise DeskError("line.answer") from error


def _own(wish: OwnFrames) -> bytes:
    return _OWN.pack(wish.stream, wish.incarnation, wish.number)


def _places(data: bytes) -> dict[Stream, Place]:
    found: dict[Stream, Place] = {}
    for stream, incarnation, number, digest in _PLACE.iter_unpack(data):
        if incarnation:
            found[_STREAMS[stream]] = Place(incarnation, Mark(number, digest) if number else START)
    return found


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""


def _number(told: object) -> int:
    return told if isinstance(told, int) else 0


def _octets(told: object) -> bytes:
    return bytes(told) if isinstance(told, bytes | bytearray | memoryview) else b""


def _many(told: object) -> tuple[bytes, ...]:
    return tuple(_octets(each) for each in told) if isinstance(told, list | tuple) else ()
