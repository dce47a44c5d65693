"""Every chain in the file from its first event to its last, with what stands beside each event.

One pass in the order of the tables, nothing kept in memory. This module must not know what any type of event means.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import groupby

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import GENESIS, EventId, Particulars, Stream, event_hash
from kt1desk.domain.facts import PersonsErased
from kt1desk.domain.signing import signature_of
from kt1desk.store.statements import Connection, Row

_EVENTS = (
    "SELECT id, device, stream, incarnation, seq, type, envelope, body, prev, hash FROM event ORDER BY id"
)
_ERASURES = f"SELECT body FROM event WHERE type = '{PersonsErased.TYPE}'"  # noqa: S608 - a word of our own
_BESIDE = (
    'SELECT device, stream, incarnation, seq, slot, salt, "row" FROM particulars '
    "ORDER BY device, stream, incarnation, seq, slot"
)


@dataclass(slots=True)
class _Walk:
    """Where the walk along one chain stands."""

    stream: int
    incarnation: int
    seq: int = 0
    head: bytes = GENESIS
    time: tuple[int, int] = (0, -1)
    key: str = ""
    fault: str = ""


def check(connection: Connection, device: int) -> tuple[int, tuple[str, ...]]:
    """How many events there are, and the first bad one of each chain as ``0.1.1.5 event.changed``.

    What can be wrong: ``event.missing`` (the number after the last good one is not there), ``event.foreign`` (another device's),
    ``event.changed`` (its bytes are not those of its hash), ``event.moved`` (it does not follow the one before), ``event.mislabelled``
    (number or type differ from what its bytes say), ``event.time`` (the hybrid time went back), ``event.signature`` (not made by the key
    that the first event of the chain names), ``event.unreadable``,
    ``particulars.changed``, ``particulars.missing``, ``particulars.added``.
    """
    count, faults = 0, []
    erased = _erased(connection)
    kept = _Beside(connection)
    rows = connection.execute(_EVENTS)
    for (stream, incarnation), chain in groupby(rows, key=lambda row: (row[2], row[3])):
        walk = _Walk(stream, incarnation)
        for row in chain:
            count += 1
            beside = kept.of(row)
            if not walk.fault:
                _step(walk, row, beside, (device, erased))
        if walk.fault:
            faults.append(walk.fault)
    kept.end()
    if kept.stray:
        faults.append(kept.stray)
    return count, tuple(faults)


def _erased(connection: Connection) -> frozenset[str]:
    """The events whose rows beside them were erased, as the journal says it."""
    named = set[str]()
    for (body,) in connection.execute(_ERASURES):
        try:
            named.update(map(str, json.loads(body)["events"]))
        except (ValueError, KeyError, TypeError):
            continue  # the walk names what cannot be read
    return frozenset(named)


def _step(walk: _Walk, row: Row, beside: list[Row], whole: tuple[int, frozenset[str]]) -> None:
    device, erased = whole
    _, of_device, stream, incarnation, seq, _, envelope, body, prev, hashed = row
    at = _name(of_device, stream, incarnation, seq)
    if seq != walk.seq + 1:
        walk.fault = f"{_name(device, stream, incarnation, walk.seq + 1)} event.missing"
    elif of_device != device:
        walk.fault = f"{at} event.foreign"
    elif hashed != event_hash(prev, envelope, body):
        walk.fault = f"{at} event.changed"
    elif prev != walk.head:
        walk.fault = f"{at} event.moved"
    else:
        found = _content(row, walk.time) or _body_fault(walk, row, beside, is_erased=at in erased)
        walk.fault = f"{at} {found}" if found else ""
        walk.time = _time(envelope) or walk.time
    walk.seq, walk.head = seq, hashed


def _content(row: Row, before: tuple[int, int]) -> str:
    """What the bytes say against the columns."""
    identity, kind, envelope = list(row[1:5]), row[5], row[6]
    try:
        said = json.loads(envelope)
        if said["id"] != identity or said["type"] != kind:
            return "event.mislabelled"
        if tuple(said["hlc"]) <= before:
            return "event.time"
    except (ValueError, KeyError, TypeError):
        return "event.unreadable"
    return ""


def _time(envelope: bytes) -> tuple[int, int] | None:
    try:
        ms, count = json.loads(envelope)["hlc"]
    except (ValueError, KeyError, TypeError):
        return None
    return ms, count


def _body_fault(walk: _Walk, row: Row, beside: list[Row], *, is_erased: bool) -> str:
    """What a body says of the rows beside it and of its signature; bodies that say nothing of either are read by the replay."""
    seq, body = row[4], row[7]
    if seq > 1 and not beside and b'"beside"' not in body and b'"sig"' not in body:
        return ""
    try:
        said = json.loads(body)
        if seq == 1:
            walk.key = str(said.get("key", ""))
        fault = _particulars({} if is_erased else said.get("beside", {}), beside)
    except (ValueError, AttributeError):
        return "event.unreadable"
    return fault or _signature(row, walk.key)


def _particulars(said: dict[str, str], beside: list[Row]) -> str:
    """The hashes in the body against the rows beside it.

    Where no event says that they were erased, a row that is not there was taken away; where one does, a row that is there was put back.
    """
    found = {slot: Particulars(slot, salt, row).hash.hex() for *_, slot, salt, row in beside}
    if found.keys() - said.keys():
        return "particulars.added"
    if said.keys() - found.keys():
        return "particulars.missing"
    return "" if found == said else "particulars.changed"


def _signature(row: Row, key: str) -> str:
    """The signature in a body, if it bears one, against the key that the chain's first event names."""
    envelope, body, prev = row[6:9]
    if b'"sig"' not in body:
        return ""
    try:
        found = signature_of(prev, envelope, body)
        if found is not None:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(found.signature, found.signed)
    except (DeskError, ValueError, InvalidSignature):
        return "event.signature"
    return ""


class _Beside:
    """Rows beside events, handed out in the same order as the events. A row that belongs to none is kept in ``stray``."""

    def __init__(self, connection: Connection) -> None:
        self._rows = iter(connection.execute(_BESIDE))
        self._next: Row | None = next(self._rows, None)
        self.stray = ""

    def of(self, event: Row) -> list[Row]:
        """Those of one event."""
        place, found = tuple(event[1:5]), []
        while self._next is not None and tuple(self._next[:4]) <= place:
            if tuple(self._next[:4]) == place:
                found.append(self._next)
            else:
                self._is_stray(self._next)
            self._next = next(self._rows, None)
        return found

    def end(self) -> None:
        """No more events."""
        if self._next is not None:
            self._is_stray(self._next)

    def _is_stray(self, row: Row) -> None:
        self.stray = self.stray or f"{_name(*row[:4])} particulars.added"


def _name(device: int, stream: int, incarnation: int, seq: int) -> str:
    try:
        return EventId(device, Stream(stream), incarnation, seq).text
    except (DeskError, ValueError):
        return f"{device}.{stream}.{incarnation}.{seq}"
