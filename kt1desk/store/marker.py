"""The head marker: the last event of both streams, written to a file outside the database after each COMMIT.

One flipped bit in SQLite's write-ahead log drops every committed row after it without an error, and an older copy of the whole file
passes every check of its own. Only a head kept elsewhere shows both. The file has two slots of one disk sector each, written in turn:

    slot (512 bytes, big-endian) = magic 8 | generation u64 | 2 x (stream u8, incarnation u16, seq u32, hash 32) | zeros | CRC-32 u32

A power cut can tear only the slot being written; the other one still stands. This module must not know what an event means.
"""

from __future__ import annotations

import os
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, HASH_BYTES, Stream
from kt1desk.store.durable import read_small, replace_file
from kt1desk.store.failures import translated

SLOT_BYTES = 512
SLOTS = 2

_MAGIC = b"KT1HEAD1"
_RECORD = struct.Struct(f">8sQ BHI{HASH_BYTES}s BHI{HASH_BYTES}s")
_SUM = struct.Struct(">I")
_PADDING = bytes(SLOT_BYTES - _RECORD.size - _SUM.size)
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Head:
    """The last event of one stream; ``seq`` 0 and the genesis hash while there is none."""

    stream: Stream
    incarnation: int = 1
    seq: int = 0
    hash: bytes = GENESIS


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of both streams. ``damaged``: one slot could not be read, so the newest write may be missing."""

    kt1: Head = Head(Stream.KT1)
    counter: Head = Head(Stream.COUNTER)
    damaged: bool = False

    def of(self, stream: Stream) -> Head:
        """The head of one stream."""
        return self.kt1 if stream is Stream.KT1 else self.counter


class Marker(Protocol):
    """Where the heads are kept outside the database."""

    def read(self) -> Heads | None:
        """The newest heads; None where none were ever kept."""

    def write(self, heads: Heads) -> None:
        """Keep ``heads``."""

    def make_room(self) -> None:
        """Put aside what cannot be read: it says nothing, and would refuse to be written over."""

    def close(self) -> None:
        """No more is written for now."""


class HeadInMemory:
    """The heads of a database that is itself in memory, and dies with it."""

    def __init__(self) -> None:
        self._heads: Heads | None = None

    def read(self) -> Heads | None:
        """See `Marker.read`."""
        return self._heads

    def write(self, heads: Heads) -> None:
        """See `Marker.write`."""
        self._heads = heads

    def make_room(self) -> None:
        """See `Marker.make_room`: what is in memory can be read."""

    def close(self) -> None:
        """See `Marker.close`."""


class HeadMarker:
    """The marker file. One writer; kept open between writes, because opening costs more than writing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1
        self._generation = 0

    def read(self) -> Heads | None:
        """The newest heads that can be read; None where the file was never made.

        Raises:
            DeskError: ``store.marker_damaged`` where neither slot can be read; ``disk.*``.
        """
        with translated():
            if not self._path.exists():
                return None
            data = read_small(self._path, SLOTS * SLOT_BYTES)
        slots = [_decode(data[at : at + SLOT_BYTES]) for at in range(0, SLOTS * SLOT_BYTES, SLOT_BYTES)]
        good = [slot for slot in slots if slot is not None]
        if not good:
            raise DeskError("store.marker_damaged")
        self._generation, heads = max(good, key=lambda slot: slot[0])
        damaged = len(good) < SLOTS or len(data) != SLOTS * SLOT_BYTES
        return Heads(heads.kt1, heads.counter, damaged)

    def write(self, heads: Heads) -> None:
        """Make ``heads`` durable: one write of one sector and one fdatasync. When it returns, paper may start.

        After a failure the other slot still holds the last heads, and the next write goes to the same slot again.

        Raises:
            DeskError: ``disk.full``, ``disk.read_only`` or ``disk.failed``.
        """
        with translated():
            if self._handle < 0:
                self._open(heads)
            generation = self._generation + 1
            _write_at(self._handle, _encode(generation, heads), generation % SLOTS * SLOT_BYTES)
            self._generation = generation

    def make_room(self) -> None:
        """See `Marker.make_room`.

        Raises:
            DeskError: ``disk.*``.
        """
        try:
            self.read()
        except DeskError as error:
            if error.code != "store.marker_damaged":
                raise
            with translated():
                self._path.replace(self._path.with_suffix(".bad"))

    def close(self) -> None:
        """Close the file; the next write opens it again."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def _open(self, heads: Heads) -> None:
        if self.read() is None:
            # Both slots at once, so that later a slot that cannot be read is always damage and never "not written yet".
            replace_file(self._path, _encode(2, heads) + _encode(1, heads))
            self._generation = 2
        self._handle = os.open(self._path, os.O_RDWR | _BINARY)


def _encode(generation: int, heads: Heads) -> bytes:
    parts: list[int | bytes] = []
    for stream in (Stream.KT1, Stream.COUNTER):
        head = heads.of(stream)
        parts += [stream.value, head.incarnation, head.seq, head.hash]
    body = _RECORD.pack(_MAGIC, generation, *parts) + _PADDING
    return body + _SUM.pack(zlib.crc32(body))


def _decode(slot: bytes) -> tuple[int, Heads] | None:
    if len(slot) != SLOT_BYTES:
        return None
    body, (total,) = slot[: -_SUM.size], _SUM.unpack(slot[-_SUM.size :])
    if zlib.crc32(body) != total:
        return None
    magic, generation, s1, i1, n1, h1, s2, i2, n2, h2 = _RECORD.unpack_from(body)
    if magic != _MAGIC or (s1, s2) != (Stream.KT1.value, Stream.COUNTER.value):
        return None
    return generation, Heads(Head(Stream.KT1, i1, n1, h1), Head(Stream.COUNTER, i2, n2, h2))


if sys.platform == "win32":  # has neither pwrite nor fdatasync; one writer, so seek and write are as good

    def _write_at(handle: int, data: bytes, offset: int) -> None:
        os.lseek(handle, offset, os.SEEK_SET)
        if os.write(handle, data) != len(data):
            raise DeskError("disk.full")
        os.fsync(handle)

else:

    def _write_at(handle: int, data: bytes, offset: int) -> None:
        if os.pwrite(handle, data, offset) != len(data):
            raise DeskError("disk.full")
        os.fdatasync(handle)
