"""One event as it travels: the very bytes of its journal, and the rows that stand beside it.

    event = prev 32 | core | rows
    core  = envelope, length u16 in front | body, length u32 in front
    rows  = count u16 | count × (slot, length u8 in front | salt 8 | row, length u16 in front), by slot

The hash of an event does not travel, nor does that of a row: whoever receives them computes both. In the body that travels, the hash of a
row that comes along is an empty text, and that of an erased row stands as it was written; so there is one way to tell each. A canonical
body has one form, and so the body of the journal comes back byte for byte: were it another one, its signature would not hold.

This module must not know what any type of event means, nor who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    HASH_BYTES,
    MAX_ENVELOPE_BYTES,
    MAX_ROW_BYTES,
    SALT_BYTES,
    Envelope,
    Event,
    Particulars,
    event_hash,
)
from kt1desk.exchange.reading import ByteReader, counted

MAX_ROWS = 512
"""Both parties of 250 secret items, and some over."""
MAX_EVENT_BYTES = 262_144
"""A dispatch of 250 secret items with long names and addresses has some 150 kB."""
DAMAGED = "wire.damaged"

_MAX_SLOT = 64
_BESIDE = "beside"
_HASH = re.compile(r"[0-9a-f]{64}")


def encode(event: Event) -> bytes:
    """An event with everything that is needed to take it in alone.

    Raises:
        DeskError: ``wire.too_large`` with ``limit`` (bytes).
    """
    return _within_limit(event.prev + encode_core(event) + encode_rows(event.particulars))


def decode(data: bytes) -> Event:
    """Read `encode` back; prev, envelope, body and rows are hashed here, nothing is believed.

    Raises:
        DeskError: ``wire.damaged`` for what is no event, in whatever way.
    """
    return decode_after(data[:HASH_BYTES], data[HASH_BYTES:])


def encode_follower(event: Event) -> bytes:
    """The same without the previous hash, where the one before travels too.

    Raises:
        DeskError: ``wire.too_large``.
    """
    return _within_limit(encode_core(event) + encode_rows(event.particulars))


def decode_after(prev: bytes, data: bytes) -> Event:
    """Read `encode_follower` back, after the event with the hash ``prev``.

    Raises:
        DeskError: ``wire.damaged``.
    """
    if len(prev) != HASH_BYTES or len(data) > MAX_EVENT_BYTES:
        raise DeskError(DAMAGED)
    reader = ByteReader(data, DAMAGED)
    core = take_core(reader)
    rows = _take_rows(reader)
    reader.end()
    return assembled(prev, core, rows)


def encode_core(event: Event) -> bytes:
    """Envelope and body, without the hashes of the rows that are still kept."""
    return counted(event.envelope_bytes, 2) + counted(_thin_body(event), 4)


def encode_rows(rows: tuple[Particulars, ...]) -> bytes:
    """The rows beside an event."""
    told = (
        counted(row.slot.encode(), 1) + row.salt + counted(row.row, 2)
        for row in sorted(rows, key=lambda each: each.slot)
    )
    return len(rows).to_bytes(2, "big") + b"".join(told)


def take_core(reader: ByteReader) -> tuple[bytes, bytes]:
    """Envelope and body as they travel.

    Raises:
        DeskError: ``wire.damaged``.
    """
    return reader.counted(2, MAX_ENVELOPE_BYTES), reader.counted(4, LARGEST_BODY_BYTES)


def decode_rows(data: bytes) -> tuple[Particulars, ...]:
    """Read `encode_rows` back.

    Raises:
        DeskError: ``wire.damaged``.
    """
    reader = ByteReader(data, DAMAGED)
    rows = _take_rows(reader)
    reader.end()
    return rows


def assembled(prev: bytes, core: tuple[bytes, bytes], rows: tuple[Particulars, ...]) -> Event:
    """The event of the journal from what travelled.

    Raises:
        DeskError: ``wire.damaged`` where envelope or body are not in their one form, or the rows are not those the body speaks of.
    """
    envelope_bytes, thin = core
    try:
        envelope = Envelope.decode(envelope_bytes)
        body = canonical.decode(thin, LARGEST_BODY_BYTES)
        for row in rows:
            row.fields()
        body_bytes = _whole_body(body, thin, rows)
    except (DeskError, TypeError) as error:
        raise DeskError(DAMAGED) from error
    hashed = event_hash(prev, envelope_bytes, body_bytes)
    return Event(envelope, prev, hashed, envelope_bytes, body_bytes, rows)


def _within_limit(data: bytes) -> bytes:
    if len(data) > MAX_EVENT_BYTES:
        raise DeskError("wire.too_large", limit=MAX_EVENT_BYTES)
    return data


def _take_rows(reader: ByteReader) -> tuple[Particulars, ...]:
    count = reader.number(2)
    if count > MAX_ROWS:
        raise DeskError(DAMAGED)
    rows = tuple(
        Particulars(reader.text(1, _MAX_SLOT), reader.take(SALT_BYTES), reader.counted(2, MAX_ROW_BYTES))
        for _ in range(count)
    )
    slots = [row.slot for row in rows]
    if slots != sorted(set(slots)):
        raise DeskError(DAMAGED)
    return rows


def _thin_body(event: Event) -> bytes:
    """The body without the hashes of the rows that go along."""
    if not event.particulars:
        return event.body_bytes
    body = canonical.decode(event.body_bytes, LARGEST_BODY_BYTES)
    kept = {row.slot for row in event.particulars}
    told = {slot: "" if slot in kept else hashed for slot, hashed in _beside(body).items()}
    return canonical.encode({**body, _BESIDE: told}, LARGEST_BODY_BYTES)


def _whole_body(body: Mapping[str, Json], thin: bytes, rows: tuple[Particulars, ...]) -> bytes:
    """The body as the journal has it."""
    told = _beside(body)
    hashes = {row.slot: row.hash.hex() for row in rows}
    missing = {slot for slot, hashed in told.items() if not hashed}
    if missing != hashes.keys() or not all(map(_HASH.fullmatch, filter(None, told.values()))):
        raise DeskError(DAMAGED)
    if not rows:
        return thin
    return canonical.encode({**body, _BESIDE: told | hashes}, LARGEST_BODY_BYTES)


def _beside(body: Mapping[str, Json]) -> dict[str, str]:
    """Slots and hashes; none where the body has no such part.

    Raises:
        TypeError: where it is something else.
    """
    told = body.get(_BESIDE, {})
    if not isinstance(told, dict) or not all(isinstance(hashed, str) for hashed in told.values()):
        raise TypeError
    return told
