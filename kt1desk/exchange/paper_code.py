"""Bytes as 2D codes on paper: own parts that can be scanned in any order, twice, and mixed with those of another paper.

    part   = "K1" | version 1 | dictionary 1 | device u16 | stream 1 | incarnation u16 | seq u32 | part i 1 | of n 1 | length u16 | hash 8
             | crc32 u32 | its piece of the packed bytes
    packed = raw DEFLATE of the payload (RFC 1951), begun with the preset dictionary; ``length`` is the whole of it, over all parts
    hash   = first 8 bytes of SHA-256("kt1desk/paper/1" NUL ‖ dictionary ‖ identity ‖ packed)
    crc32  = over everything of the part but itself

The hash keeps parts of different papers apart and is checked before anything is inflated. It proves nothing about who wrote them: the
payload carries a signature, and whoever takes it in holds that against the key list. Sizes: 830 bytes a part on A4, 415 on a thermal
printer, 16 parts (`docs/decisions/paper-codes.md`).

This module must not know what the payload says, nor how codes are drawn or read.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from types import MappingProxyType

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.trust import refuse_trial

A4_PART_BYTES = 830
THERMAL_PART_BYTES = 415
MAX_PARTS = 16
MAX_PAYLOAD_BYTES = 262_144
"""What a payload may be once inflated: as large as an event on the wire may be (`kt1desk.exchange.wire`)."""
NO_DICTIONARY = 0

Dictionaries = Mapping[int, bytes]
"""Preset dictionaries by number. One that was ever printed with is kept for ever; number 0 is none."""
NONE: Dictionaries = MappingProxyType({})

_MAGIC = b"K1"
_VERSION = 1
_HEAD = struct.Struct(">2sBBHBHIBBH8s")
_CRC = struct.Struct(">I")
HEAD_BYTES = _HEAD.size + _CRC.size
_TAG = b"kt1desk/paper/1\0"
_IDENTITY = struct.Struct(">BHBHI")
_HASH_BYTES = 8
_RAW = -15
"""Raw DEFLATE with the largest window: no header and no check sum of zlib's own, which ours replaces."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a collection is: ``have`` of ``of`` parts, and the numbers of those that are missing (from 1)."""

    have: int
    of: int
    missing: tuple[int, ...]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class PaperMessage:
    """What was on a paper: the event its parts named themselves after, and the payload."""

    ident: EventId
    payload: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What all parts of one message have in common."""

    dictionary: int
    ident: EventId
    of: int
    length: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class _Part:
    whole: _Whole
    at: int
    piece: bytes = field(repr=False)

    def encode(self) -> bytes:
        whole = self.whole
        ident = whole.ident
        head = _HEAD.pack(
            _MAGIC,
            _VERSION,
            whole.dictionary,
            ident.device,
            ident.stream.value,
            ident.incarnation,
            ident.seq,
            self.at,
            whole.of,
            whole.length,
            whole.hash,
        )
        return head + _CRC.pack(zlib.crc32(self.piece, zlib.crc32(head))) + self.piece


def parts_of(
    payload: bytes,
    ident: EventId,
    max_bytes: int,
    dictionaries: Dictionaries = NONE,
    dictionary: int = NO_DICTIONARY,
) -> tuple[bytes, ...]:
    """The parts that carry ``payload``, as few as will do and of one size, so that the codes on a page look alike.

    Args:
        payload: what is to arrive, byte for byte.
        ident: the event it is about.
        max_bytes: what one code holds: ``A4_PART_BYTES`` or ``THERMAL_PART_BYTES``.
        dictionaries: the preset dictionaries of this program.
        dictionary: number of the one to pack with.

    Raises:
        DeskError: ``trust.trial_desk``; ``paper_code.too_large`` with ``parts`` and ``limit``: it has to travel as a bundle.
    """
    refuse_trial(ident.device)
    packed = _packed(payload, _preset(dictionaries, dictionary))
    room = max_bytes - HEAD_BYTES
    count = -(-len(packed) // room)
    if count > MAX_PARTS or len(payload) > MAX_PAYLOAD_BYTES:
        raise DeskError("paper_code.too_large", parts=count, limit=MAX_PARTS)
    whole = _Whole(dictionary, ident, count, len(packed), _hash_of(dictionary, ident, packed))
    ends = [len(packed) * at // count for at in range(count + 1)]
    return tuple(
        _Part(whole, at, packed[start:end]).encode()
        for at, (start, end) in enumerate(pairwise(ends), start=1)
    )


class Collector:
    """Takes in the parts of one message as they are scanned. A refused part changes nothing.

    Args:
        dictionaries: the preset dictionaries of this program.
    """

    def __init__(self, dictionaries: Dictionaries = NONE) -> None:
        self._dictionaries = dictionaries
        self._whole: _Whole | None = None
        self._pieces: dict[int, bytes] = {}

    @property
    def progress(self) -> Progress:
        """How far it is; nothing of nothing before the first part."""
        of = self._whole.of if self._whole else 0
        missing = tuple(at for at in range(1, of + 1) if at not in self._pieces)
        return Progress(len(self._pieces), of, missing)

    def add(self, data: bytes) -> Progress:
        """One scanned code; the same one again changes nothing.

        Raises:
            DeskError: ``paper_code.unknown`` for a code of something else, ``paper_code.newer``, ``paper_code.damaged``,
                ``trust.trial_desk``, ``paper_code.dictionary`` with ``number``, ``paper_code.other_message`` with ``have``, ``of`` and
                ``missing`` for a part of another paper, ``paper_code.altered`` where it says something else than the same part before.
        """
        part = _read(data)
        if part.whole.dictionary != NO_DICTIONARY:
            _preset(self._dictionaries, part.whole.dictionary)
        if self._whole is not None and part.whole != self._whole:
            raise _refusal("paper_code.other_message", self.progress)
        if self._pieces.get(part.at, part.piece) != part.piece:
            raise DeskError("paper_code.altered")
        self._whole = part.whole
        self._pieces[part.at] = part.piece
        return self.progress

    def result(self) -> PaperMessage:
        """The message, once every part is there. Where the parts do not make one, all of them are let go: nobody knows which is wrong.

        Raises:
            DeskError: ``paper_code.part_missing`` with ``have``, ``of`` and ``missing`` (numbers); ``paper_code.altered``.
        """
        whole, progress = self._whole, self.progress
        if whole is None or not progress.is_whole:
            raise _refusal("paper_code.part_missing", progress)
        packed = b"".join(self._pieces[at] for at in range(1, whole.of + 1))
        payload = None
        if len(packed) == whole.length and _hash_of(whole.dictionary, whole.ident, packed) == whole.hash:
            payload = _inflated(packed, _preset(self._dictionaries, whole.dictionary))
        if payload is None:
            self.clear()
            raise DeskError("paper_code.altered")
        return PaperMessage(whole.ident, payload)

    def clear(self) -> None:
        """Forget everything, to begin with another paper."""
        self._whole = None
        self._pieces = {}


def is_part(data: bytes) -> bool:
    """Whether a scanned code is one of these at all, before anything else is asked of it."""
    return data.startswith(_MAGIC)


def _refusal(code: str, progress: Progress) -> DeskError:
    missing = ", ".join(map(str, progress.missing))
    return DeskError(code, have=progress.have, of=progress.of, missing=missing)


def _read(data: bytes) -> _Part:
    if not is_part(data):
        raise DeskError("paper_code.unknown")
    if len(data) > len(_MAGIC) and data[len(_MAGIC)] > _VERSION:
        raise DeskError("paper_code.newer")
    piece = data[HEAD_BYTES:]
    if (
        not piece
        or zlib.crc32(piece, zlib.crc32(data[: _HEAD.size])) != _CRC.unpack_from(data, _HEAD.size)[0]
    ):
        raise DeskError("paper_code.damaged")
    _, version, dictionary, device, stream, incarnation, seq, at, of, length, hashed = _HEAD.unpack_from(data)
    refuse_trial(device)
    try:
        ident = EventId(device, Stream(stream), incarnation, seq)
    except (ValueError, DeskError) as error:
        raise DeskError("paper_code.damaged") from error
    if version != _VERSION or not 1 <= at <= of <= MAX_PARTS or len(piece) > length:
        raise DeskError("paper_code.damaged")
    return _Part(_Whole(dictionary, ident, of, length, hashed), at, piece)


def _hash_of(dictionary: int, ident: EventId, packed: bytes) -> bytes:
    identity = _IDENTITY.pack(dictionary, ident.device, ident.stream.value, ident.incarnation, ident.seq)
    return hashlib.sha256(_TAG + identity + packed).digest()[:_HASH_BYTES]


def _preset(dictionaries: Dictionaries, number: int) -> bytes:
    if number != NO_DICTIONARY and number not in dictionaries:
        raise DeskError("paper_code.dictionary", number=number)
    return dictionaries.get(number, b"")


def _packed(payload: bytes, preset: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_STRATEGY, preset)
    return packer.compress(payload) + packer.flush()


def _inflated(packed: bytes, preset: bytes) -> bytes | None:
    """The payload; None where it is no whole stream, goes on after its end, or would be larger than any payload may be."""
    reader = zlib.decompressobj(_RAW, preset)
    try:
        payload = reader.decompress(packed, MAX_PAYLOAD_BYTES + 1)
    except zlib.error:
        return None
    ended = reader.eof and not reader.unused_data and not reader.unconsumed_tail
    return payload if ended and len(payload) <= MAX_PAYLOAD_BYTES else None
