"""The file one desk of a point leaves for another one in their shared folder: signed by the one, sealed to the other.

    near   = head | sealed
    head   = "KV" | version 1 | from u16 | to u16 | incarnation u16 | number u32 | made ms u64 | made offset i16
    sealed = `kt1desk.exchange.sealing` of: signature 64 | contents; bound to the head
    contents = letter (canonical JSON, length u32 in front) | dictionary 1 | packed
    packed = raw DEFLATE, begun with the preset dictionary, of the events, length u32 in front of each
    signature = Ed25519("kt1desk/near/1" NUL ‖ head ‖ contents)
    letter = {"acks": [mark, …], "count", "point", "spans": [[stream, incarnation, seq, hash, seq, hash], …]}
    mark   = [stream, incarnation, seq, hash]

A span says: of this chain everything that desks of one point show each other, after the first mark up to the second, is in this file. How
far the other one has it he says himself (``acks``), by number and hash; what was written is never a reason not to write it again.

Reading goes on from one step to the next only when the one before held, as with a bundle. This module must not know folders.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Event, Moment, Stream
from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import CURRENT, shipped
from kt1desk.exchange.reading import ByteReader, counted, deflated, inflated
from kt1desk.exchange.sealing import Entropy, open_sealed, seal_to
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial

VERSION = 1
MAX_EVENTS = 2_000
"""Of one file: a day of a busy desk and some over. The rest goes into the next one, as soon as this one was taken."""
MAX_INFLATED_BYTES = 4 * 1024 * 1024
MAX_BYTES = MAX_INFLATED_BYTES + 262_144
"""A larger file is passed over unread."""
MAX_CHAINS = 64
"""Both streams of a desk that was restored thirty times."""

_MAGIC = b"KV"
_TAG = b"kt1desk/near/1\0"
_SEAL_CONTEXT = b"kt1desk/near-seal/1\0"
_SIGNATURE_BYTES = 64
_MAX_LETTER_BYTES = 65_536
_DAMAGED = "near.damaged"
_PARTS = frozenset({"acks", "count", "point", "spans"})


@dataclass(frozen=True, slots=True, order=True)
class ChainMark:
    """How far a chain of a desk is known: the number of its last event that was looked at, and that one's hash in hex."""

    stream: Stream
    incarnation: int
    seq: int = 0
    hash: str = ""

    @property
    def chain(self) -> tuple[Stream, int]:
        """Which chain."""
        return self.stream, self.incarnation


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one chain: everything after one mark up to another."""

    after: ChainMark
    upto: ChainMark


@dataclass(frozen=True, slots=True)
class NearHead:
    """What stands outside: from which desk to which, in which incarnation, the how manyeth, when."""

    device: int
    to: int
    incarnation: int
    number: int
    made: Moment

    def encode(self) -> bytes:
        """The head as it stands in the file."""
        parts = (
            _MAGIC,
            VERSION.to_bytes(1, "big"),
            self.device.to_bytes(2, "big"),
            self.to.to_bytes(2, "big"),
            self.incarnation.to_bytes(2, "big"),
            self.number.to_bytes(4, "big"),
            self.made.utc_ms.to_bytes(8, "big"),
            self.made.offset_min.to_bytes(2, "big", signed=True),
        )
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class NearLetter:
    """What a desk says: how far it has the other one's chains, and which stretches of its own follow."""

    point: str
    acks: tuple[ChainMark, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenedNear:
    """A file that was proved, with its events as they travelled."""

    head: NearHead
    desk: DeskKeys
    letter: NearLetter
    records: tuple[bytes, ...] = field(repr=False)


def seal_near(
    events: Sequence[Event],
    head: NearHead,
    letter: NearLetter,
    to: DeskKeys,
    own: OwnKeys,
    entropy: Entropy,
) -> bytes:
    """The bytes of a file.

    Raises:
        DeskError: ``trust.trial_desk``, ``sealing.*``, ``wire.too_large``.
    """
    refuse_trial(own.device)
    packed = deflated(b"".join(counted(wire.encode(event), 4) for event in events), shipped()[CURRENT])
    told = canonical.encode(_letter_json(letter, len(events)), _MAX_LETTER_BYTES)
    contents = counted(told, 4) + bytes([CURRENT]) + packed
    outside = head.encode()
    signature = own.sign(_TAG + outside + contents)
    return outside + seal_to(signature + contents, (to,), _SEAL_CONTEXT + outside, entropy)


def open_near(data: bytes, own: OwnKeys, keys: KeyList) -> OpenedNear:
    """Prove a file and take it apart.

    Raises:
        DeskError: ``near.damaged`` (also too large), ``near.newer``, ``near.other_desk`` with ``device`` where it is for another one or by
            this one itself; as `KeyList.of_device` for the day it was made; ``near.other_point`` with ``device`` and ``point``;
            ``near.unopened``, ``near.forged``, ``near.dictionary`` with ``number``.
    """
    refuse_trial(own.device)
    if len(data) > MAX_BYTES:
        raise DeskError(_DAMAGED)
    reader = ByteReader(data, _DAMAGED)
    head = _take_head(reader)
    outside, sealed = reader.read, reader.rest()
    if head.to != own.device or head.device == own.device:
        raise DeskError("near.other_desk", device=head.to)
    desk = keys.of_device(head.device, local_day(head.made))
    if desk.point != own.point:
        raise DeskError("near.other_point", device=desk.device, point=desk.point)
    signature, contents = _unsealed(sealed, outside, own)
    if not desk.has_signed(signature, _TAG + outside + contents):
        raise DeskError("near.forged")
    inside = ByteReader(contents, _DAMAGED)
    letter, count = _read_letter(inside.counted(4, _MAX_LETTER_BYTES))
    if letter.point != desk.point:
        raise DeskError("near.other_point", device=desk.device, point=letter.point)
    return OpenedNear(head, desk, letter, _records(inside, count))


def digest_of(data: bytes) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(data).hexdigest()


def mark_json(mark: ChainMark) -> list[Json]:
    """A mark as JSON."""
    return [mark.stream.value, mark.incarnation, mark.seq, mark.hash]


def read_mark(row: Json) -> ChainMark:
    """Read `mark_json` back.

    Raises:
        TypeError, ValueError: where it is none.
    """
    if not isinstance(row, list) or len(row) != 4 or not isinstance(row[3], str):
        raise TypeError
    numbers = row[:3]
    if not all(isinstance(each, int) and not isinstance(each, bool) for each in numbers):
        raise TypeError
    stream, incarnation, seq = cast("list[int]", numbers)
    if not 0 < incarnation < 2**16 or not 0 <= seq < 2**32 or len(row[3]) not in {0, 2 * HASH_BYTES}:
        raise ValueError
    return ChainMark(Stream(stream), incarnation, seq, row[3])


def _take_head(reader: ByteReader) -> NearHead:
    if reader.take(len(_MAGIC)) != _MAGIC:
        raise DeskError(_DAMAGED)
    version = reader.number(1)
    if version != VERSION:
        raise DeskError("near.newer" if version > VERSION else _DAMAGED)
    device, to, incarnation, number, made_ms = (reader.number(width) for width in (2, 2, 2, 4, 8))
    offset = int.from_bytes(reader.take(2), "big", signed=True)
    refuse_trial(device)
    return NearHead(device, to, incarnation, number, Moment(made_ms, offset))


def _unsealed(sealed: bytes, outside: bytes, own: OwnKeys) -> tuple[bytes, bytes]:
    try:
        inside = open_sealed(sealed, own, _SEAL_CONTEXT + outside)
    except DeskError as error:
        raise DeskError("near.unopened") from error
    return inside[:_SIGNATURE_BYTES], inside[_SIGNATURE_BYTES:]


def _records(inside: ByteReader, count: int) -> tuple[bytes, ...]:
    dictionary = inside.number(1)
    if dictionary not in shipped():
        raise DeskError("near.dictionary", number=dictionary)
    told = inflated(inside.rest(), shipped()[dictionary], MAX_INFLATED_BYTES)
    if told is None:
        raise DeskError(_DAMAGED)
    reader = ByteReader(told, _DAMAGED)
    records = tuple(reader.counted(4, MAX_INFLATED_BYTES) for _ in range(count))
    reader.end()
    return records


def _letter_json(letter: NearLetter, count: int) -> dict[str, Json]:
    return {
        "acks": [mark_json(mark) for mark in letter.acks],
        "count": count,
        "point": letter.point,
        "spans": [[*mark_json(span.after), span.upto.seq, span.upto.hash] for span in letter.spans],
    }


def _read_letter(data: bytes) -> tuple[NearLetter, int]:
    try:
        made = canonical.decode(data, _MAX_LETTER_BYTES)
        acks, spans, count, point = made["acks"], made["spans"], made["count"], made["point"]
        if made.keys() != _PARTS or not isinstance(acks, list) or not isinstance(spans, list):
            raise TypeError
        if not isinstance(point, str) or max(len(acks), len(spans)) > MAX_CHAINS:
            raise TypeError
        if not isinstance(count, int) or not 0 <= count <= MAX_EVENTS:
            raise TypeError
        letter = NearLetter(point, tuple(map(read_mark, acks)), tuple(map(_span, spans)))
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError(_DAMAGED) from error
    return letter, count


def _span(row: Json) -> Span:
    if not isinstance(row, list) or len(row) != 6:
        raise TypeError
    after, upto = read_mark(row[:4]), read_mark([*row[:2], *row[4:]])
    if upto.seq < after.seq:
        raise ValueError
    return Span(after, upto)
