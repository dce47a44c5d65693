"""A second person at the other end of a telephone: eight digits are read out, eight digits come back.

    key      = what both desks agree on by their X25519 keys (RFC 7748), handed in
    question = 8 digits of HMAC-SHA256(key, "kt1desk/ask/1" NUL ‖ device ‖ nonce ‖ digest of what is approved)
    answer   = 8 digits of HMAC-SHA256(key, "kt1desk/grant/1" NUL ‖ question ‖ approver)

Whoever approves cannot see what is approved; he is told, and the digits bind his yes to exactly that and to himself. Both desks keep an
event of it, and the two must meet at the centre within 72 hours. Eight digits are enough because a desk takes few answers to one question.

This module must not know keys, clocks or who may approve.
"""

from __future__ import annotations

import hashlib
import hmac
from enum import StrEnum

DIGITS = 8
TRIES = 5
"""Wrong answers after which a question is void: five of a hundred million."""

_ASK, _GRANT = b"kt1desk/ask/1\0", b"kt1desk/grant/1\0"


class Manner(StrEnum):
    """How the second person took part."""

    SPOT = "spot"
    REMOTE = "remote"
    EXCEPTION = "exception"


def question(key: bytes, device: int, nonce: bytes, digest: bytes) -> str:
    """The digits to be read out by whoever asks.

    Args:
        key: agreed between both desks (32 bytes).
        device: of the asking desk.
        nonce: fresh for each question (8 bytes or more), so that no answer serves twice.
        digest: SHA-256 of what is to be approved.
    """
    return _digits(key, _ASK + device.to_bytes(2, "big") + len(nonce).to_bytes(1, "big") + nonce + digest)


def answer(key: bytes, asked: str, approver: str) -> str:
    """The digits that come back from ``approver`` (his id)."""
    return _digits(key, _GRANT + asked.encode() + b"\0" + approver.encode())


def is_answer(key: bytes, asked: str, approver: str, told: str) -> bool:
    """Whether the digits told are the answer; compared in constant time."""
    return hmac.compare_digest(answer(key, asked, approver), told)


def _digits(key: bytes, data: bytes) -> str:
    """A number below 10^8 with leading zeros: 64 bits of the HMAC leave no bias worth naming."""
    made = hmac.new(key, data, hashlib.sha256).digest()
    return str(int.from_bytes(made[:8], "big") % 10**DIGITS).zfill(DIGITS)
