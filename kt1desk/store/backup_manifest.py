"""What stands on a backup: whose it is, of when, how far its journal goes, and the sums of its files, signed by the desk's own key.

It is read before anybody has proved who he is, so nothing in it tells of an item or a person: numbers of events, sums, and the desk. The
signature counts once the database is open, for the key that made it lies in there. This module must not know where backups lie.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Stream
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.marker import Head, Heads

MAX_BYTES: Final = 8_192
_FORMAT = 1
_TAG = b"kt1desk/backup/1\x00"
_HASH_BYTES, _SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True, slots=True)
class Manifest:
    """One backup in figures.

    Attributes:
        device, point: the desk.
        program: version of the program that wrote it.
        made_ms: when, by the desk's clock (UTC milliseconds).
        heads: the last events of both streams in it.
        size: length of the database in bytes.
        database, keys: SHA-256 of the two files, 32 bytes each.
        signature: Ed25519 over everything else; empty before it is signed.
    """

    device: int
    point: str
    program: str
    made_ms: int
    heads: Heads
    size: int
    database: bytes
    keys: bytes
    signature: bytes = b""

    @property
    def events(self) -> int:
        """How many events the chains that the desk wrote in then have, both together: the higher, the newer."""
        return self.heads.kt1.seq + self.heads.counter.seq

    def last(self, stream: Stream) -> str:
        """The last event of a stream as its identity is written; empty where there is none."""
        head = self.heads.of(stream)
        return EventId(self.device, stream, head.incarnation, head.seq).text if head.seq else ""

    def signed(self, key: DeviceKey) -> Manifest:
        """The same with the desk's signature."""
        return replace(self, signature=key.sign(self._said()))

    def is_signed_by(self, key: DeviceKey) -> bool:
        """Whether this desk, and no other, signed exactly this: its signature is the same for the same bytes."""
        return key.device == self.device and self.signature == key.sign(self._said())

    def encode(self) -> bytes:
        """Canonical JSON."""
        return canonical.encode({**self._row(), "sig": self.signature.hex()}, MAX_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> Manifest:
        """Read it back; nothing is proved by that.

        Raises:
            DeskError: ``backup.unreadable`` whatever is wrong with it, ``backup.newer`` where a later program wrote it.
        """
        try:
            made = canonical.decode(data, MAX_BYTES)
            if _whole(made["format"]) != _FORMAT:
                raise DeskError("backup.newer")
            found = cls(
                _whole(made["device"]),
                text_of(made["point"]),
                text_of(made["program"]),
                _whole(made["made_ms"]),
                _heads(made["heads"]),
                _whole(made["bytes"]),
                _hex(made["database"], _HASH_BYTES),
                _hex(made["keys"], _HASH_BYTES),
                _hex(made["sig"], _SIGNATURE_BYTES),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("backup.unreadable") from error
        except DeskError as error:
            raise (error if error.code == "backup.newer" else DeskError("backup.unreadable")) from error
        if found.encode() != data:
            raise DeskError("backup.unreadable")
        return found

    def _row(self) -> dict[str, Json]:
        heads: list[Json] = [
            [stream.value, head.incarnation, head.seq, head.hash.hex()]
            for stream in Stream
            for head in (self.heads.of(stream),)
        ]
        return {
            "bytes": self.size,
            "database": self.database.hex(),
            "device": self.device,
            "format": _FORMAT,
            "heads": heads,
            "keys": self.keys.hex(),
            "made_ms": self.made_ms,
            "point": self.point,
            "program": self.program,
        }

    def _said(self) -> bytes:
        return _TAG + canonical.encode(self._row(), MAX_BYTES)


def _heads(rows: Json) -> Heads:
    if not isinstance(rows, list):
        raise TypeError
    found: dict[Stream, Head] = {}
    for row in rows:
        if not isinstance(row, list):
            raise TypeError
        stream, incarnation, seq, hashed = row
        kind = Stream(_whole(stream))
        found[kind] = Head(kind, _whole(incarnation), _whole(seq), _hex(hashed, _HASH_BYTES))
    return Heads(found[Stream.KT1], found[Stream.COUNTER])


def _whole(value: Json) -> int:
    if not isinstance(value, int) or value < 0:
        raise TypeError
    return value


def _hex(value: Json, size: int) -> bytes:
    data = bytes.fromhex(text_of(value))
    if len(data) != size:
        raise ValueError
    return data
