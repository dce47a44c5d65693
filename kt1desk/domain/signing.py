"""What the device key signs: the event itself, so that one event can be proved without its neighbours.

A signature stands in the body under ``sig``, in hex. It covers the hash that the same event has without it, and so its place in the chain,
its identity, its times, who did it and what happened:

    sig = Ed25519("kt1desk/signed/1" NUL ‖ event hash of (prev, envelope, body without sig))

This module must not know keys: whoever has one hands in what signs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kt1desk.domain import canonical
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, event_hash, seal

_TAG = b"kt1desk/signed/1\0"
_PART = "sig"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature (64 bytes) and the bytes it was made over."""

    signed: bytes
    signature: bytes


def signed(event: Event, sign: Callable[[bytes], bytes]) -> Event:
    """The same event with the signature of its device in the body."""
    body = {**event.body(), _PART: sign(_TAG + event.hash).hex()}
    return replace(seal(event.prev, event.envelope, body), particulars=event.particulars)


def signature_of(prev: bytes, envelope_bytes: bytes, body_bytes: bytes) -> Signature | None:
    """The signature in an event, to be held against the device's public key; None where the event is not signed.

    Raises:
        DeskError: ``canonical.*`` or ``event.body`` where it cannot be read.
    """
    body = dict(canonical.decode(body_bytes, LARGEST_BODY_BYTES))
    written = body.pop(_PART, None)
    if written is None:
        return None
    try:
        signature = bytes.fromhex(written if isinstance(written, str) else "?")
    except ValueError as error:
        raise DeskError("event.body", type=_PART) from error
    unsigned = canonical.encode(body, LARGEST_BODY_BYTES)
    return Signature(_TAG + event_hash(prev, envelope_bytes, unsigned), signature)
