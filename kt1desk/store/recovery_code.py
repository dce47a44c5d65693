"""The recovery code: 125 random bits that open the store when every password is lost or the machine is gone.

Printed once, kept in a sealed envelope at the province. This module must not know slots or files.
"""

from __future__ import annotations

from kt1desk.domain import crockford

SYMBOLS = 25
BITS = SYMBOLS * crockford.BITS_PER_SYMBOL
SECRET_BYTES = 16
"""Bytes that hold a code: 125 bits and three zeros in front."""

_REFUSAL = "key.recovery_code"
FIELD = "recovery_code"


def make(random: bytes) -> tuple[bytes, str]:
    """A code out of 16 random bytes (three bits are dropped).

    Returns:
        The secret for the key derivation, and the text to print: five groups of five and the check symbol.
    """
    if len(random) != SECRET_BYTES:
        raise ValueError(len(random))
    value = int.from_bytes(random, "big") >> SECRET_BYTES * 8 - BITS
    return value.to_bytes(SECRET_BYTES, "big"), crockford.grouped(crockford.encode(value, SYMBOLS))


def read(typed: str) -> bytes:
    """The secret of a typed code; a slip of the hand is told apart from a wrong code before anything is tried.

    Raises:
        DeskError: ``key.recovery_code_length``, ``key.recovery_code_symbol``, ``key.recovery_code_typo``.
    """
    return crockford.decode(typed, SYMBOLS, _REFUSAL, FIELD).to_bytes(SECRET_BYTES, "big")
