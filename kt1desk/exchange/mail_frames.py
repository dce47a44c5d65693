"""Mail frames: what the centre sends to one point, packed, numbered, chained and signed once, and handed out as the same bytes for ever.

    frame  = "KN" | version 1 | dictionary 1 | number u32 | made ms u64 | made offset i16 | point, length 1 in front
             | hash of the frame before 32 | count u16 | packed, length u32 in front | signature 64
    packed = raw DEFLATE, begun with the preset dictionary, of: count × (kind u8 | body, length u32 in front)
    hash   = SHA-256("kt1desk/mail-frame/1" NUL ‖ everything before the signature)
    signature = Ed25519("kt1desk/signed-mail-frame/1" NUL ‖ hash) by the key of the centre

The frames of a point's mailbox are numbered without a gap, so a reader sees by himself when one is missing, and that a mailbox which was
set back is not the one he read. A record of a kind this program does not know is kept as its bytes: whoever reads decides what to do with
it (`kt1desk.exchange.mail_records`). Versions are read back to the third before the newest.

This module must not know what the records say, nor where frames are kept.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Moment
from kt1desk.exchange.bundle import NOTHING, MailMark
from kt1desk.exchange.dictionary import CURRENT
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.reading import ByteReader, counted, deflated, inflated
from kt1desk.exchange.signed_file import Sign, is_signed

VERSION = 1
OLDEST_VERSION = max(1, VERSION - 3)
MAX_RECORDS = 250
GOOD_BYTES = 8_192
"""A frame is cut before its packed bytes pass this: about a second at 64 kbit/s. One large record may make a larger one alone."""
MAX_BYTES = 65_536
"""A larger frame is refused unread."""
MAX_INFLATED_BYTES = 1_048_576
FIRST_PREV = bytes(HASH_BYTES)
"""What stands as the hash of the frame before the first."""

_MAGIC = b"KN"
_TAG = b"kt1desk/mail-frame/1\0"
_SIGNED_TAG = b"kt1desk/signed-mail-frame/1\0"
_SIGNATURE_BYTES = 64
_MAX_POINT = 16
_LAST_NUMBER = 2**32 - 1
_LEVEL = 7
"""Of DEFLATE: half the time of the highest for half a percent more bytes; the centre packs what all desks wrote."""
_DAMAGED = "mail.damaged"


class RecordKind(IntEnum):
    """What a record is. The numbers never change; a newer centre may send others."""

    EVENT = 1
    """An event of a desk, as `kt1desk.exchange.wire` writes it."""
    DOCUMENT = 2
    """A part of a reference document."""
    GRANT = 3
    """A block of numbers for one device."""
    KEYS = 4
    """A key list, as the province signed it."""
    SAFE = 5
    """Which events lie in a backup of the centre."""


@dataclass(frozen=True, slots=True)
class MailRecord:
    """One record. ``kind`` is a `RecordKind`, or the number of one that a newer program knows."""

    kind: int
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class MailHead:
    """What a mail frame says of itself.

    Attributes:
        number: counts the frames of the point's mailbox, from 1.
        made: the centre's clock when it was sealed.
        point: whose mailbox.
        prev: hash of the frame before.
        count: how many records are in it.
        dictionary: number of the preset dictionary.
    """

    number: int
    made: Moment
    point: str
    prev: bytes
    count: int
    dictionary: int

    def encode(self) -> bytes:
        """The head as it stands in the frame."""
        parts = (
            _MAGIC,
            VERSION.to_bytes(1, "big"),
            self.dictionary.to_bytes(1, "big"),
            self.number.to_bytes(4, "big"),
            self.made.utc_ms.to_bytes(8, "big"),
            self.made.offset_min.to_bytes(2, "big", signed=True),
            counted(self.point.encode(), 1),
            self.prev,
            self.count.to_bytes(2, "big"),
        )
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class MailFrame:
    """A sealed mail frame: its bytes never change. ``hash`` is what the next one names."""

    head: MailHead
    hash: bytes
    data: bytes = field(repr=False)

    @property
    def mark(self) -> MailMark:
        """What the next frame goes on from."""
        return MailMark(self.head.number, self.hash.hex())


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """A mail frame that was proved, and its records in their order."""

    frame: MailFrame
    records: tuple[MailRecord, ...] = field(repr=False)


def seal_mail(
    records: Sequence[MailRecord],
    after: MailMark,
    made: Moment,
    point: str,
    presets: Dictionaries,
    sign: Sign,
) -> MailFrame:
    """Seal as many of ``records`` as one frame takes, at least one; ``head.count`` says how many.

    Args:
        records: the next ones of one mailbox, not empty.
        after: where the mailbox is, `kt1desk.exchange.bundle.NOTHING` before its first frame.
        made: now.
        point: whose mailbox.
        presets: the dictionaries of this program.
        sign: makes an Ed25519 signature with the key of the centre.

    Raises:
        DeskError: ``mail.too_large`` with ``limit`` where the first record alone is larger than any frame, or the mailbox is full.
    """
    told = [bytes([record.kind]) + counted(record.body, 4) for record in records[:MAX_RECORDS]]
    preset = presets[CURRENT]
    count, packed = _most(told, preset)
    prev = FIRST_PREV if after == NOTHING else bytes.fromhex(after.hash)
    too_large = sum(map(len, told[:count])) > MAX_INFLATED_BYTES or len(packed) > MAX_BYTES
    if too_large or after.number >= _LAST_NUMBER:
        raise DeskError("mail.too_large", limit=MAX_BYTES)
    head = MailHead(after.number + 1, made, point, prev, count, CURRENT)
    unsigned = head.encode() + counted(packed, 4)
    if len(unsigned) + _SIGNATURE_BYTES > MAX_BYTES:
        raise DeskError("mail.too_large", limit=MAX_BYTES)
    hashed = _hash_of(unsigned)
    return MailFrame(head, hashed, unsigned + sign(_SIGNED_TAG + hashed))


def read_mail_head(data: bytes) -> MailFrame:
    """Read a mail frame's head and hash it. Nothing is proved.

    Raises:
        DeskError: ``mail.damaged`` (also too large), ``mail.newer``, ``mail.too_old``.
    """
    frame, _ = _take_apart(data)
    return frame


def open_mail(data: bytes, gate_key: bytes, presets: Dictionaries) -> OpenedMail:
    """Prove a mail frame by the centre's public key (32 bytes) and read it.

    Raises:
        DeskError: as `read_mail_head`; ``mail.forged``; ``mail.dictionary`` with ``number``.
    """
    frame, packed = _take_apart(data)
    if not is_signed(gate_key, data[-_SIGNATURE_BYTES:], _SIGNED_TAG + frame.hash):
        raise DeskError("mail.forged")
    if frame.head.dictionary not in presets:
        raise DeskError("mail.dictionary", number=frame.head.dictionary)
    told = inflated(packed, presets[frame.head.dictionary], MAX_INFLATED_BYTES)
    if told is None:
        raise DeskError(_DAMAGED)
    reader = ByteReader(told, _DAMAGED)
    records = tuple(
        MailRecord(reader.number(1), reader.counted(4, MAX_INFLATED_BYTES)) for _ in range(frame.head.count)
    )
    reader.end()
    return OpenedMail(frame, records)


def _most(told: Sequence[bytes], preset: bytes) -> tuple[int, bytes]:
    """How many of the records make a frame of a good size, and these packed.

    They are packed whole, not guessed, for a stream is not as long as its parts; at least one, which may be longer than that.
    """
    packed = _packed(told, preset)
    if len(told) == 1 or _is_good(told, packed):
        return len(told), packed
    low, high = 1, len(told)
    best = b""
    while high - low > 1:
        middle = (low + high) // 2
        packed = _packed(told[:middle], preset)
        if _is_good(told[:middle], packed):
            low, best = middle, packed
        else:
            high = middle
    return low, best or _packed(told[:1], preset)


def _packed(told: Sequence[bytes], preset: bytes) -> bytes:
    return deflated(b"".join(told), preset, _LEVEL)


def _is_good(told: Sequence[bytes], packed: bytes) -> bool:
    return len(packed) <= GOOD_BYTES and sum(map(len, told)) <= MAX_INFLATED_BYTES


def _take_apart(data: bytes) -> tuple[MailFrame, bytes]:
    if len(data) > MAX_BYTES or not data.startswith(_MAGIC):
        raise DeskError(_DAMAGED)
    reader = ByteReader(data, _DAMAGED)
    reader.take(len(_MAGIC))
    version = reader.number(1)
    if version > VERSION:
        raise DeskError("mail.newer")
    if version < OLDEST_VERSION:
        raise DeskError("mail.too_old")
    head = _take_head(reader)
    packed = reader.counted(4, MAX_BYTES)
    unsigned = reader.read
    reader.take(_SIGNATURE_BYTES)
    reader.end()
    return MailFrame(head, _hash_of(unsigned), data), packed


def _take_head(reader: ByteReader) -> MailHead:
    dictionary, number, made_ms = (reader.number(width) for width in (1, 4, 8))
    offset = int.from_bytes(reader.take(2), "big", signed=True)
    point, prev = reader.text(1, _MAX_POINT), reader.take(HASH_BYTES)
    count = reader.number(2)
    if not 1 <= count <= MAX_RECORDS or (number == 1) != (prev == FIRST_PREV) or number == 0:
        raise DeskError(_DAMAGED)
    return MailHead(number, Moment(made_ms, offset), point, prev, count, dictionary)


def _hash_of(unsigned: bytes) -> bytes:
    return hashlib.sha256(_TAG + unsigned).digest()
