"""Events: what one entry of the journal is, and the hash that chains it to the one before.

An event has an identity (device, stream, incarnation, seq), an envelope (who, when, after what) and a body (what happened), both in
canonical JSON. Its hash covers the previous hash and the stored bytes of both, each with its length in front:

    h = SHA-256("kt1desk/event/1" NUL ‖ prev ‖ len32(envelope) ‖ envelope ‖ len32(body) ‖ body)

Names of natural persons, and for A, B and C items both parties, never stand in the body. They stand beside it as *particulars*, and the
body holds only a salted hash of each, so that retention can delete the row and the chain still verifies:

    hash = SHA-256("kt1desk/particulars/1" NUL ‖ salt8 ‖ len32(row) ‖ row)

This module must not know where events are stored, nor what any type of event means.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import body_limit
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError

HASH_BYTES = 32
SALT_BYTES = 8
GENESIS = bytes(HASH_BYTES)
"""What stands as the previous hash before the first event of a stream."""

MAX_ENVELOPE_BYTES = 8_192
MAX_ROW_BYTES = 2_048
MAX_PARENTS = 256
"""Closing a receptacle names the last event of each item in it."""

_EVENT_TAG = b"kt1desk/event/1\0"
_ROW_TAG = b"kt1desk/particulars/1\0"
_MAX_DEVICE = _MAX_INCARNATION = 2**16 - 1
_MAX_SEQ = 2**32 - 1


class Stream(IntEnum):
    """The two journals of a desk: each has its own chain, outbox, head and rule of transport."""

    KT1 = 1
    COUNTER = 2


@dataclass(frozen=True, slots=True, order=True)
class EventId:
    """Identity of an event for ever. Widths on the wire: device u16, stream u8, incarnation u16, seq u32 (from 1)."""

    device: int
    stream: Stream
    incarnation: int
    seq: int

    def __post_init__(self) -> None:
        if not (
            0 <= self.device <= _MAX_DEVICE
            and 1 <= self.incarnation <= _MAX_INCARNATION
            and 1 <= self.seq <= _MAX_SEQ
        ):
            raise DeskError("event.identity")

    @property
    def text(self) -> str:
        """As printed on paper: ``device.stream.incarnation.seq``."""
        return f"{self.device}.{self.stream.value}.{self.incarnation}.{self.seq}"

    @classmethod
    def parse(cls, text: str) -> EventId:
        """Read the printed form.

        Raises:
            DeskError: ``event.identity``.
        """
        parts = text.split(".")
        if len(parts) != 4 or not all(p.isascii() and p.isdigit() and len(p) <= 10 for p in parts):
            raise DeskError("event.identity")
        device, stream, incarnation, seq = map(int, parts)
        try:
            return cls(device, Stream(stream), incarnation, seq)
        except ValueError as error:
            raise DeskError("event.identity") from error

    def as_json(self) -> list[int]:
        """The four numbers, as they stand in an envelope."""
        return [self.device, self.stream.value, self.incarnation, self.seq]


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A time that can be proved: UTC milliseconds, and the offset from UTC in minutes that the desk's wall clock showed."""

    utc_ms: int
    offset_min: int = 7 * 60


@dataclass(frozen=True, slots=True, order=True)
class HybridTime:
    """Hybrid logical time: never goes back, whatever the wall clock does (Kulkarni et al., 2014)."""

    ms: int = 0
    count: int = 0

    def next(self, wall_ms: int) -> HybridTime:
        """The time of the next event when the wall clock shows ``wall_ms``."""
        return HybridTime(wall_ms, 0) if wall_ms > self.ms else HybridTime(self.ms, self.count + 1)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Everything about an event but what happened.

    Attributes:
        entered: when it was typed in, where that differs from when it happened (nhập bù).
        boot: id of the machine's boot, so that two clock readings can be compared or not.
        actor: id of the user who did it; ``system`` for what the program does by itself.
        second: id of the second person who confirmed, or empty.
        parents: the events that this one saw and builds on, in other streams or of the same item.
    """

    id: EventId
    type: str
    version: int
    happened: Moment
    hlc: HybridTime
    boot: str
    actor: str
    entered: Moment | None = None
    second: str = ""
    parents: tuple[EventId, ...] = ()

    def encode(self) -> bytes:
        """The canonical bytes that are hashed and stored."""
        made: dict[str, Json] = {
            "at": [self.happened.utc_ms, self.happened.offset_min],
            "boot": self.boot,
            "by": self.actor,
            "hlc": [self.hlc.ms, self.hlc.count],
            "id": self.id.as_json(),
            "type": self.type,
            "v": self.version,
        }
        if self.entered is not None:
            made["in"] = [self.entered.utc_ms, self.entered.offset_min]
        if self.second:
            made["with"] = self.second
        if self.parents:
            if len(self.parents) > MAX_PARENTS:
                raise DeskError("event.parents", limit=MAX_PARENTS)
            made["par"] = [parent.as_json() for parent in self.parents]
        return canonical.encode(made, MAX_ENVELOPE_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> Envelope:
        """Read stored bytes back.

        Raises:
            DeskError: ``canonical.*``, ``event.identity``, or ``event.envelope`` where a part is missing, of the wrong kind, unknown, or
                written although it is empty: one envelope has one spelling.
        """
        made = canonical.decode(data, MAX_ENVELOPE_BYTES)
        try:
            envelope = cls(
                id=_identity(made["id"]),
                type=text_of(made["type"]),
                version=_number(made["v"]),
                happened=Moment(*_numbers(made["at"], 2)),
                hlc=HybridTime(*_numbers(made["hlc"], 2)),
                boot=text_of(made["boot"]),
                actor=text_of(made["by"]),
                entered=Moment(*_numbers(made["in"], 2)) if "in" in made else None,
                second=text_of(made.get("with", "")),
                parents=tuple(_identity(parent) for parent in _list(made.get("par", []))),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("event.envelope") from error
        if envelope.encode() != data:
            raise DeskError("event.envelope")
        return envelope


@dataclass(frozen=True, slots=True)
class Particulars:
    """One row beside an event: a natural person, or a party of an A, B or C item. ``row`` is canonical JSON."""

    slot: str
    salt: bytes = field(repr=False)
    row: bytes = field(repr=False)

    @classmethod
    def make(cls, slot: str, fields: Mapping[str, str], salt: bytes) -> Particulars:
        """Write ``fields`` (empty ones are left out) under a fresh random ``salt`` of 8 bytes."""
        kept = {name: value for name, value in fields.items() if value}
        return cls(slot, salt, canonical.encode(kept, MAX_ROW_BYTES))

    @property
    def hash(self) -> bytes:
        """What the event's body holds of this row (32 bytes)."""
        return hashlib.sha256(_ROW_TAG + self.salt + len(self.row).to_bytes(4, "big") + self.row).digest()

    def fields(self) -> dict[str, str]:
        """The row as texts."""
        return {name: text_of(value) for name, value in canonical.decode(self.row, MAX_ROW_BYTES).items()}


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a journal, exactly as stored. ``particulars`` are those still kept: retention may have deleted some."""

    envelope: Envelope
    prev: bytes
    hash: bytes
    envelope_bytes: bytes = field(repr=False)
    body_bytes: bytes = field(repr=False)
    particulars: tuple[Particulars, ...] = field(default=(), repr=False)

    @property
    def id(self) -> EventId:
        """Identity, from the envelope."""
        return self.envelope.id

    @property
    def proof(self) -> str:
        """See `proof_of`."""
        return proof_of(self.hash)

    def body(self) -> Mapping[str, Json]:
        """The body, read from the stored bytes."""
        return canonical.decode(self.body_bytes, body_limit(self.envelope.type))

    def particular(self, slot: str) -> dict[str, str]:
        """The fields of one row, empty where it was erased or never there."""
        return next((p.fields() for p in self.particulars if p.slot == slot), {})


def proof_of(hashed: bytes) -> str:
    """Twelve digits of an event's hash in groups of four, as printed on paper (48 bits, ``1a2b 3c4d 5e6f``)."""
    digits = hashed.hex()[:12]
    return " ".join(digits[at : at + 4] for at in range(0, 12, 4))


def event_hash(prev: bytes, envelope_bytes: bytes, body_bytes: bytes) -> bytes:
    """The 32 bytes that chain an event to the one before it."""
    made = hashlib.sha256(_EVENT_TAG)
    made.update(prev)
    for part in (envelope_bytes, body_bytes):
        made.update(len(part).to_bytes(4, "big"))
        made.update(part)
    return made.digest()


def seal(
    prev: bytes, envelope: Envelope, body: Mapping[str, Json], particulars: tuple[Particulars, ...] = ()
) -> Event:
    """Write an event once and for all: canonical bytes, hashes of the particulars in the body, the chain's hash."""
    whole: dict[str, Json] = dict(body)
    if particulars:
        whole["beside"] = {p.slot: p.hash.hex() for p in particulars}
    envelope_bytes = envelope.encode()
    body_bytes = canonical.encode(whole, body_limit(envelope.type))
    return Event(
        envelope, prev, event_hash(prev, envelope_bytes, body_bytes), envelope_bytes, body_bytes, particulars
    )


def _number(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _numbers(value: Json, count: int) -> list[int]:
    items = [_number(item) for item in _list(value)]
    if len(items) != count:
        raise ValueError
    return items


def _identity(value: Json) -> EventId:
    device, stream, incarnation, seq = _numbers(value, 4)
    return EventId(device, Stream(stream), incarnation, seq)
