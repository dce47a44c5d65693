"""Codes that people copy by hand: Crockford's base 32 with a check symbol modulo 37.

No I, L, O or U in the body, so no letter is mistaken for a digit; the check symbol catches every single wrong symbol and every swap of two
neighbours (32 and 31 have no factor in common with the prime 37). Source: Douglas Crockford, "Base 32", crockford.com/base32.html.

This module must not know what a code is for.
"""

from __future__ import annotations

from kt1desk.domain.errors import DeskError

BITS_PER_SYMBOL = 5
GROUP = 5

_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CHECKS = _SYMBOLS + "*~$=U"
_VALUES = {symbol: value for value, symbol in enumerate(_SYMBOLS)}
_LOOK_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = frozenset("-‐‑–—_.")
_MAX_TYPED = 200


def encode(value: int, symbols: int) -> str:
    """``value`` as ``symbols`` symbols and its check symbol, without groups.

    Raises:
        ValueError: where the value does not fit.
    """
    if not 0 <= value < 1 << BITS_PER_SYMBOL * symbols:
        raise ValueError(symbols)
    body = "".join(_SYMBOLS[value >> BITS_PER_SYMBOL * at & 31] for at in reversed(range(symbols)))
    return body + _CHECKS[value % len(_CHECKS)]


def grouped(code: str) -> str:
    """For paper and screen: groups of five, the check symbol by itself: ``ABCDE-FGHJK-…-C``."""
    body, check = code[:-1], code[-1]
    return "-".join([*(body[at : at + GROUP] for at in range(0, len(body), GROUP)), check])


def decode(typed: str, symbols: int, code: str, field: str = "") -> int:
    """Read what a hand typed: small letters, O for 0, I and L for 1, blanks and dashes anywhere.

    Args:
        typed: the text.
        symbols: how many symbols the body has.
        code: first part of the refusals, such as ``key.recovery_code``.
        field: name of the input.

    Raises:
        DeskError: ``<code>_length`` with ``found`` and ``expected`` (check symbol included), ``<code>_symbol`` with ``at`` (from 1) for a
            symbol that no code has, ``<code>_typo`` where the check symbol does not fit.
    """
    kept = typed[:_MAX_TYPED].upper()
    plain = "".join(c for c in kept if not c.isspace() and c not in _SEPARATORS).translate(_LOOK_ALIKE)
    if len(plain) != symbols + 1:
        raise DeskError(f"{code}_length", field, found=len(plain), expected=symbols + 1)
    value = 0
    for at, symbol in enumerate(plain[:-1], start=1):
        if symbol not in _VALUES:
            raise DeskError(f"{code}_symbol", field, at=at)
        value = value << BITS_PER_SYMBOL | _VALUES[symbol]
    if plain[-1] not in _CHECKS:
        raise DeskError(f"{code}_symbol", field, at=symbols + 1)
    if plain[-1] != _CHECKS[value % len(_CHECKS)]:
        raise DeskError(f"{code}_typo", field)
    return value
