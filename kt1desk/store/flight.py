"""The flight recorder: every event once more on another medium, sealed, in files that are only ever added to.

Between two backups it is all there is of a desk whose disk dies. One file for each session, `kt1desk-7-20261123-170512.flight`:

    file   = "KT1FLT1" NUL 8 | device u32 | salt 16 | records
    record = length u32 | CRC-32 of the box u32 | box       big-endian
    box    = AES-256-GCM(key, record's number as nonce, aad = SHA-256 over all that stands before it in the file)
    key    = HKDF-SHA256(the database's key, salt, "kt1desk/flight/1|" device)
    in it  = positions u16, each stream u8, incarnation u16, seq u32; then events, each 5 lengths and bytes (`_packed`)

A record says how far every chain was recorded, so that the last good one of the newest file is where the next session goes on: a medium
that was away is brought up when it is back. A file never goes on after a torn end. This module must not know who records, nor when.
"""

from __future__ import annotations

import hashlib
import os
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, TypeAlias

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, Event, Moment, Particulars, Stream, event_hash
from kt1desk.store.durable import sync_folder, write_all
from kt1desk.store.failures import translated

ChainAt: TypeAlias = tuple[Stream, int]
"""One chain of the desk: stream and incarnation."""
Positions: TypeAlias = Mapping[ChainAt, int]
"""The last event of each chain that is recorded."""

MAX_RECORD: Final = 16 * 1024 * 1024
_MAGIC = b"KT1FLT1\x00"
_HEAD = struct.Struct(">8sI16s")
_RECORD = struct.Struct(">II")
_COUNT = struct.Struct(">H")
_POSITION = struct.Struct(">BHI")
_EVENT = struct.Struct(">III32s32s")
_BESIDE = struct.Struct(">HHI")
_SALT_BYTES, _KEY_BYTES, _NONCE_BYTES = 16, 32, 12
_NAME = re.compile(r"kt1desk-(\d{1,10})-(\d{8})-(\d{6})\.flight")
_BINARY: int = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One record: how far every chain was recorded with it, and its events."""

    upto: Positions
    events: tuple[Event, ...] = field(repr=False)


class FlightFile:
    """One file being written.

    Args:
        folder: on another medium than the data.
        device: number of the desk.
        dek: key of its database.
        at: when it begins.
        salt: 16 random bytes.
    """

    def __init__(self, folder: Path, device: int, dek: bytes, at: Moment, salt: bytes) -> None:
        head = _HEAD.pack(_MAGIC, device, salt)
        self._cipher = AESGCM(_key(dek, device, salt))
        self._before = hashlib.sha256(head)
        self._count = 0
        with translated():
            self.path = _free_name(folder, device, at)
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY
            self._handle = os.open(self.path, flags, 0o600)
            write_all(self._handle, head)
            os.fsync(self._handle)
            sync_folder(folder)

    def add(self, upto: Positions, events: Sequence[Event]) -> None:
        """Make events durable. After a refusal this file is over: the next one goes on behind its last good record.

        Raises:
            DeskError: ``disk.*``.
        """
        nonce = self._count.to_bytes(_NONCE_BYTES, "big")
        box = self._cipher.encrypt(nonce, _pack(upto, events), self._before.digest())
        record = _RECORD.pack(len(box), zlib.crc32(box)) + box
        with translated():
            write_all(self._handle, record)
            os.fsync(self._handle)
        self._before.update(record)
        self._count += 1

    def close(self) -> None:
        """Let the file go. Twice is the same as once."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


def flight_files(folder: Path, device: int) -> tuple[Path, ...]:
    """The recorder files of a desk, oldest first.

    Raises:
        DeskError: ``backup.no_place``, ``disk.*``.
    """
    with translated():
        if not folder.is_dir():
            raise DeskError("backup.no_place")
        names = [(_NAME.fullmatch(each.name), each) for each in sorted(folder.iterdir()) if each.is_file()]
    return tuple(path for name, path in names if name is not None and int(name[1]) == device)


def day_of(path: Path) -> str:
    """The date in the name of a recorder file, ``20261123``; "" for another file."""
    name = _NAME.fullmatch(path.name)
    return name[2] if name is not None else ""


def began_of(path: Path) -> str:
    """When a recorder file began, as its name says it, ``20261123-170512``; "" for another file."""
    name = _NAME.fullmatch(path.name)
    return f"{name[2]}-{name[3]}" if name is not None else ""


def name_of_time(at: Moment) -> str:
    """The wall clock of a moment as it stands in the name of a recorder file."""
    return f"{local_time_of(at):%Y%m%d-%H%M%S}"


def read_flight(path: Path, dek: bytes) -> Iterator[Recorded]:
    """The records of one file, up to its end or to where it was torn off.

    Raises:
        DeskError: ``backup.flight_damaged`` where a record is whole by its length and not what was written; ``backup.wrong_key`` where not
            even the first one opens; ``disk.*``.
    """
    with translated(), path.open("rb") as file:
        head = file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return  # torn off before its first record
        magic, device, salt = _HEAD.unpack(head)
        if magic != _MAGIC:
            raise DeskError("backup.flight_damaged", record="1")
        cipher, before, count = AESGCM(_key(dek, device, salt)), hashlib.sha256(head), 0
        while len(start := file.read(_RECORD.size)) == _RECORD.size:
            length, total = _RECORD.unpack(start)
            box = file.read(length) if length <= MAX_RECORD else b""
            if len(box) < length <= MAX_RECORD:
                return  # torn off
            if zlib.crc32(box) != total:
                raise DeskError("backup.flight_damaged", record=str(count + 1))
            try:
                plain = cipher.decrypt(count.to_bytes(_NONCE_BYTES, "big"), box, before.digest())
            except InvalidTag as error:
                code = "backup.flight_damaged" if count else "backup.wrong_key"
                raise DeskError(code, record=str(count + 1)) from error
            yield _unpack(plain)
            before.update(start + box)
            count += 1


def _key(dek: bytes, device: int, salt: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, salt=salt, info=f"kt1desk/flight/1|{device}".encode()).derive(dek)


def _pack(upto: Positions, events: Sequence[Event]) -> bytes:
    rows = [_POSITION.pack(stream.value, incarnation, seq) for (stream, incarnation), seq in upto.items()]
    return b"".join((_COUNT.pack(len(rows)), *rows, *map(_packed, events)))


def _packed(event: Event) -> bytes:
    beside = b"".join(
        _BESIDE.pack(len(slot), len(each.salt), len(each.row)) + slot + each.salt + each.row
        for each in event.particulars
        for slot in (each.slot.encode(),)
    )
    lengths = (len(event.envelope_bytes), len(event.body_bytes), len(beside))
    return _EVENT.pack(*lengths, event.prev, event.hash) + event.envelope_bytes + event.body_bytes + beside


def _unpack(data: bytes) -> Recorded:
    try:
        (count,) = _COUNT.unpack_from(data)
        at = _COUNT.size
        upto: dict[ChainAt, int] = {}
        for _ in range(count):
            stream, incarnation, seq = _POSITION.unpack_from(data, at)
            upto[Stream(stream), incarnation] = seq
            at += _POSITION.size
        events: list[Event] = []
        while at < len(data):
            event, at = _event(data, at)
            events.append(event)
    except (struct.error, ValueError, DeskError) as error:
        raise DeskError("backup.flight_damaged", record="1") from error
    return Recorded(upto, tuple(events))


def _event(data: bytes, at: int) -> tuple[Event, int]:
    first, second, third, prev, hashed = _EVENT.unpack_from(data, at)
    at += _EVENT.size
    envelope, body = data[at : at + first], data[at + first : at + first + second]
    beside, at = data[at + first + second : at + first + second + third], at + first + second + third
    if at > len(data) or hashed != event_hash(prev, envelope, body):
        raise ValueError
    return Event(Envelope.decode(envelope), prev, hashed, envelope, body, tuple(_rows(beside))), at


def _rows(data: bytes) -> Iterator[Particulars]:
    at = 0
    while at < len(data):
        slot, salt, row = _BESIDE.unpack_from(data, at)
        at += _BESIDE.size
        yield Particulars(
            data[at : at + slot].decode(),
            data[at + slot : at + slot + salt],
            data[at + slot + salt : at + slot + salt + row],
        )
        at += slot + salt + row


def local_time_of(at: Moment) -> datetime:
    """The wall clock of a moment, as names of files say it."""
    return datetime.fromtimestamp(at.utc_ms / 1000, tz=UTC) + timedelta(minutes=at.offset_min)


def _free_name(folder: Path, device: int, at: Moment) -> Path:
    when = local_time_of(at)
    while True:
        path = folder / f"kt1desk-{device}-{when:%Y%m%d-%H%M%S}.flight"
        if not path.exists():
            return path
        when += timedelta(seconds=1)
