"""Events of other desks, proved one by one: each stands alone, for its neighbours mostly never came here.

What was taken in is what our own event says was taken in, by its hash; so whoever changes one of them, or puts another in its place, would
have to change our own chain too. Rows beside may be missing: not all come with an event, and some were erased. This module must not know
whom to believe: whoever knows keys hands them in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Envelope, EventId, Particulars, Stream, event_hash
from kt1desk.domain.facts import SIGNED
from kt1desk.domain.signing import signature_of
from kt1desk.store import entries
from kt1desk.store.entries import Chain
from kt1desk.store.statements import Connection, Row

KeyOf = Callable[[Envelope], str]
"""The Ed25519 key in hex by which an event's device signed at that time; "" where it is not known here."""

_RECEIVED = """SELECT r.device, r.stream, r.incarnation, r.seq, r.type, r.envelope, r.body, r.prev, r.hash,
  m.own_stream, m.own_incarnation, m.own_seq
FROM received r LEFT JOIN mail_in m ON m.device = r.device AND m.stream = r.stream
  AND m.incarnation = r.incarnation AND m.seq = r.seq ORDER BY r.id"""
_BESIDE = """SELECT slot, salt, "row" FROM received_beside
WHERE device = ? AND stream = ? AND incarnation = ? AND seq = ? ORDER BY slot"""
_GONE = """SELECT m.device, m.stream, m.incarnation, m.seq FROM mail_in m LEFT JOIN received r ON r.device = m.device
  AND r.stream = m.stream AND r.incarnation = m.incarnation AND r.seq = m.seq WHERE r.id IS NULL ORDER BY 1, 2, 3, 4"""
_STRAY = """SELECT b.device, b.stream, b.incarnation, b.seq FROM received_beside b LEFT JOIN received r ON r.device = b.device
  AND r.stream = b.stream AND r.incarnation = b.incarnation AND r.seq = b.seq WHERE r.id IS NULL ORDER BY 1, 2, 3, 4"""


def no_key(_envelope: Envelope) -> str:
    """Nobody's key is known: signatures are passed over."""
    return ""


@dataclass(frozen=True, slots=True)
class _Prover:
    connection: Connection
    device: int
    key_of: KeyOf

    def faults(self) -> Iterator[str]:
        """Every bad event, in the order they were taken in."""
        for row in self.connection.execute(_RECEIVED):
            found = self._fault(row)
            if found:
                yield f"{_name(row)} {found}"
        for row in self.connection.execute(_GONE):
            yield f"{_name(row)} received.missing"
        for row in self.connection.execute(_STRAY):
            yield f"{_name(row)} received.particulars"

    def _fault(self, row: Row) -> str:
        envelope, body, prev, hashed = row[5:9]
        if hashed != event_hash(prev, envelope, body) or not self._was_taken(row):
            return "received.changed"
        try:
            said = Envelope.decode(envelope)
            if said.id.as_json() != list(row[:4]) or said.type != row[4]:
                return "received.mislabelled"
            if not self._beside_fits(row, json.loads(body).get("beside", {})):
                return "received.particulars"
            return "" if self._signed(said, row) else "received.signature"
        except (DeskError, ValueError, AttributeError):
            return "received.unreadable"

    def _was_taken(self, row: Row) -> bool:
        """Whether our own event names this very hash; one that no event of ours names is found by the replay."""
        if row[9] is None:
            return True
        stream, incarnation, seq = row[9:12]
        own = entries.at(self.connection, Chain(self.device, Stream(stream), incarnation), seq)
        return own is not None and row[8].hex().encode() in own.body

    def _beside_fits(self, row: Row, said: dict[str, str]) -> bool:
        kept = self.connection.execute(_BESIDE, row[:4]).fetchall()
        return all(
            said.get(slot) == Particulars(slot, salt, beside).hash.hex() for slot, salt, beside in kept
        )

    def _signed(self, said: Envelope, row: Row) -> bool:
        key = self.key_of(said) if said.type in SIGNED else ""
        if not key:
            return True
        found = signature_of(row[7], row[5], row[6])
        if found is None:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(found.signature, found.signed)
        except InvalidSignature:
            return False
        return True


def first_fault(connection: Connection, device: int, key_of: KeyOf = no_key) -> tuple[str, ...]:
    """The first bad one, as ``7.1.1.5 received.changed``; nothing where all are good.

    What can be wrong: ``received.changed`` (not the bytes of its hash, or not the hash that our event took in), ``received.missing``,
    ``received.mislabelled``, ``received.particulars`` (a row beside it that it does not know), ``received.signature``,
    ``received.unreadable``.
    """
    return tuple(
        fault for fault, _ in zip(_Prover(connection, device, key_of).faults(), range(1), strict=False)
    )


def _name(row: Row) -> str:
    device, stream, incarnation, seq = row[:4]
    try:
        return EventId(device, Stream(stream), incarnation, seq).text
    except (DeskError, ValueError):
        return f"{device}.{stream}.{incarnation}.{seq}"
