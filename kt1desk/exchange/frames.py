"""Frames: a run of events of one chain, packed, numbered, chained and signed once, and sent as the same bytes as often as it takes.

    frame = "KF" | version 1 | dictionary 1 | device u16 | stream 1 | incarnation u16 | number u32 | made ms u64 | made offset i16
            | first seq u32 | count u16 | hash of the frame before 32 | packed, length u32 in front | signature 64
    packed = raw DEFLATE, begun with the preset dictionary, of: hash of the event before 32 | count × (event, length u32 in front)
    hash   = SHA-256("kt1desk/frame/1" NUL ‖ everything before the signature)
    signature = Ed25519("kt1desk/signed-frame/1" NUL ‖ hash)

A frame is made when it is about to be sent, kept, and only then sent: a repeated frame is known by being equal. Whoever keeps frames
without reading them (the centre's gate) sees in the head alone whether one is missing, doubled or another than before. Whoever reads one
checks size, head, signature, packing and the chain of the events, in this order. Versions are read back to the third before the newest,
so that a desk which was not brought up to date can always send (`docs/decisions/frames.md`).

This module must not know where frames are kept, nor what becomes of events.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, HASH_BYTES, Event, EventId, Moment, Stream
from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import CURRENT
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.reading import ByteReader, counted, deflated, inflated
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial

VERSION = 1
OLDEST_VERSION = max(1, VERSION - 3)
MAX_EVENTS = 250
GOOD_BYTES = 8_192
"""A frame is cut before its packed bytes pass this: about a second at 64 kbit/s. One large event may make a larger one alone."""
MAX_BYTES = 65_536
"""A larger frame is refused unread. A dispatch of 220 secret items with long names of their own has 33 kB packed."""
MAX_INFLATED_BYTES = 1_048_576
FIRST_PREV = bytes(HASH_BYTES)
"""What stands as the hash of the frame before the first."""

_MAGIC = b"KF"
_TAG = b"kt1desk/frame/1\0"
_SIGNED_TAG = b"kt1desk/signed-frame/1\0"
_SIGNATURE_BYTES = 64
_DAMAGED = "frame.damaged"


@dataclass(frozen=True, slots=True)
class FrameHead:
    """What a frame says of itself.

    Attributes:
        first: the first event in it.
        count: how many there are, one after the other.
        number: counts the frames of one device, stream and incarnation, from 1.
        prev: hash of the frame before.
        made: when it was sealed: on this day its key must hold.
        dictionary: number of the preset dictionary.
    """

    first: EventId
    count: int
    number: int
    prev: bytes
    made: Moment
    dictionary: int

    @property
    def last_seq(self) -> int:
        """Sequence number of the last event in it."""
        return self.first.seq + self.count - 1

    def encode(self) -> bytes:
        """The head as it stands in the frame."""
        first = self.first
        parts = (
            _MAGIC,
            VERSION.to_bytes(1, "big"),
            self.dictionary.to_bytes(1, "big"),
            first.device.to_bytes(2, "big"),
            first.stream.to_bytes(1, "big"),
            first.incarnation.to_bytes(2, "big"),
            self.number.to_bytes(4, "big"),
            self.made.utc_ms.to_bytes(8, "big"),
            self.made.offset_min.to_bytes(2, "big", signed=True),
            first.seq.to_bytes(4, "big"),
            self.count.to_bytes(2, "big"),
            self.prev,
        )
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Mark:
    """How far the frames of a chain are: number and hash of the last one."""

    number: int = 0
    hash: bytes = FIRST_PREV


START = Mark()
"""Before the first frame."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A sealed frame: its bytes never change. ``hash`` is what the next one names."""

    head: FrameHead
    hash: bytes
    data: bytes = field(repr=False)

    @property
    def mark(self) -> Mark:
        """What the next frame goes on from."""
        return Mark(self.head.number, self.hash)


@dataclass(frozen=True, slots=True)
class OpenedFrame:
    """A frame that was proved: whose it is, and the events in it, whole and in their order."""

    frame: Frame
    desk: DeskKeys
    events: tuple[Event, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class ProvedFrame:
    """A frame whose signature holds. ``told`` is what was packed: the hash before, then each event with its length in front, unread."""

    frame: Frame
    desk: DeskKeys
    told: bytes = field(repr=False)


def seal_frame(
    events: Sequence[Event], after: Mark, made: Moment, own: OwnKeys, presets: Dictionaries
) -> Frame:
    """Seal as many of ``events`` as one frame takes, at least one.

    Args:
        events: the next ones of one chain of this desk, not empty, without a gap.
        after: where the frames of the chain are.
        made: now.
        own: the desk.
        presets: the dictionaries of this program.

    Raises:
        DeskError: ``trust.trial_desk``; ``frame.too_large`` with ``limit`` where the first event alone is larger than any frame.
    """
    refuse_trial(own.device)
    told = [counted(wire.encode_follower(event), 4) for event in events[:MAX_EVENTS]]
    preset = presets[CURRENT]
    count = _most(told, events[0].prev, preset)
    packed = deflated(events[0].prev + b"".join(told[:count]), preset)
    head = FrameHead(events[0].id, count, after.number + 1, after.hash, made, CURRENT)
    unsigned = head.encode() + counted(packed, 4)
    if len(unsigned) + _SIGNATURE_BYTES > MAX_BYTES:
        raise DeskError("frame.too_large", limit=MAX_BYTES)
    hashed = _hash_of(unsigned)
    return Frame(head, hashed, unsigned + own.sign(_SIGNED_TAG + hashed))


def read_head(data: bytes) -> Frame:
    """Read a frame's head and hash it, for whoever keeps frames in their order without looking inside. Nothing is proved.

    Raises:
        DeskError: ``frame.damaged`` (also too large), ``frame.newer``, ``frame.too_old``, ``trust.trial_desk``.
    """
    frame, _ = _take_apart(data)
    return frame


def open_frame(data: bytes, keys: KeyList, presets: Dictionaries) -> OpenedFrame:
    """Prove a frame and read it.

    Raises:
        DeskError: as `prove_frame`; ``wire.damaged``; ``frame.chain`` where the events are not the ones its head names, in their order.
    """
    proved = prove_frame(data, keys, presets)
    return OpenedFrame(proved.frame, proved.desk, _events_in(proved.told, proved.frame.head))


def prove_frame(data: bytes, keys: KeyList, presets: Dictionaries) -> ProvedFrame:
    """Prove a frame and unpack it, its events unread: for whoever keeps them as they are and must go on where one cannot be read.

    Raises:
        DeskError: as `read_head`; as `KeyList.of_device` for the day it was sealed; ``frame.forged``; ``frame.dictionary`` with ``number``.
    """
    frame, packed = _take_apart(data)
    head = frame.head
    desk = keys.of_device(head.first.device, local_day(head.made))
    if not desk.has_signed(data[-_SIGNATURE_BYTES:], _SIGNED_TAG + frame.hash):
        raise DeskError("frame.forged")
    if head.dictionary not in presets:
        raise DeskError("frame.dictionary", number=head.dictionary)
    told = inflated(packed, presets[head.dictionary], MAX_INFLATED_BYTES)
    if told is None:
        raise DeskError(_DAMAGED)
    return ProvedFrame(frame, desk, told)


def _most(told: Sequence[bytes], prev: bytes, preset: bytes) -> int:
    """How many of the events make a frame of a good size: packed whole, not guessed, for a stream is not as long as its parts."""
    if _fits(told, prev, preset):
        return len(told)
    low, high = 1, len(told)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if _fits(told[:middle], prev, preset) else (low, middle)
    return low


def _fits(told: Sequence[bytes], prev: bytes, preset: bytes) -> bool:
    whole = prev + b"".join(told)
    return len(whole) <= MAX_INFLATED_BYTES and len(deflated(whole, preset)) <= GOOD_BYTES


def _take_apart(data: bytes) -> tuple[Frame, bytes]:
    if len(data) > MAX_BYTES or not data.startswith(_MAGIC):
        raise DeskError(_DAMAGED)
    reader = ByteReader(data, _DAMAGED)
    reader.take(len(_MAGIC))
    version = reader.number(1)
    if version > VERSION:
        raise DeskError("frame.newer")
    if version < OLDEST_VERSION:
        raise DeskError("frame.too_old")
    head = _take_head(reader)
    packed = reader.counted(4, MAX_BYTES)
    unsigned = reader.read
    reader.take(_SIGNATURE_BYTES)
    reader.end()
    refuse_trial(head.first.device)
    return Frame(head, _hash_of(unsigned), data), packed


def _take_head(reader: ByteReader) -> FrameHead:
    dictionary, device, stream, incarnation = (reader.number(width) for width in (1, 2, 1, 2))
    number, made_ms = reader.number(4), reader.number(8)
    offset = int.from_bytes(reader.take(2), "big", signed=True)
    seq, count = reader.number(4), reader.number(2)
    prev = reader.take(HASH_BYTES)
    try:
        ends = (seq, seq + count - 1)
        first, _last = (EventId(device, Stream(stream), incarnation, end) for end in ends)
    except (ValueError, DeskError) as error:
        raise DeskError(_DAMAGED) from error
    if not 1 <= count <= MAX_EVENTS or (number == 1) != (prev == FIRST_PREV) or number == 0:
        raise DeskError(_DAMAGED)
    return FrameHead(first, count, number, prev, Moment(made_ms, offset), dictionary)


def _events_in(told: bytes, head: FrameHead) -> tuple[Event, ...]:
    reader = ByteReader(told, _DAMAGED)
    prev = reader.take(HASH_BYTES)
    if (head.first.seq == 1) != (prev == GENESIS):
        raise DeskError("frame.chain")
    events: list[Event] = []
    for at in range(head.count):
        event = wire.decode_after(prev, reader.counted(4, wire.MAX_EVENT_BYTES))
        if event.id != replace(head.first, seq=head.first.seq + at):
            raise DeskError("frame.chain")
        events.append(event)
        prev = event.hash
    reader.end()
    return tuple(events)


def _hash_of(unsigned: bytes) -> bytes:
    return hashlib.sha256(_TAG + unsigned).digest()
