"""Argon2id paid once for each password and salt: the same in gives the same out, and tests open the same desks thousands of times.

Nothing is made cheaper: what is asked for the first time is reckoned at its own cost, and any other cost, salt or password is another
question. Only the program's own measuring of the machine pays each time.
"""

from __future__ import annotations

import hashlib
import secrets

from argon2 import low_level
from argon2.low_level import Type

_real = low_level.hash_secret_raw
_PEPPER = secrets.token_bytes(32)
"""So that no password lies about in the memory of tests, not even as its plain hash."""
_MEASURING = bytes(16)
"""The salt of `kt1desk.store.keys.calibrated`; every other one is random."""
_known: dict[bytes, bytes] = {}


def remember() -> None:
    """Remember from now on; to be called before any module of the program is loaded."""
    low_level.hash_secret_raw = _remembered


def _remembered(
    secret: bytes,
    salt: bytes,
    time_cost: int,
    memory_cost: int,
    parallelism: int,
    hash_len: int,
    type: Type,
    version: int = low_level.ARGON2_VERSION,
) -> bytes:
    """As `argon2.low_level.hash_secret_raw`."""
    cost = (time_cost, memory_cost, parallelism, hash_len, type, version)
    if salt == _MEASURING:
        return _real(secret, salt, *cost)
    asked = repr((secret, salt, *cost)).encode()
    question = hashlib.blake2b(asked, key=_PEPPER).digest()
    if question not in _known:
        _known[question] = _real(secret, salt, *cost)
    return _known[question]
