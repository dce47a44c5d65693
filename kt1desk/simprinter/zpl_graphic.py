"""The picture within a ``^GF`` field. Source: Zebra, ZPL II Programming Guide, ^GF and "Alternative Data Compression Scheme"."""

from __future__ import annotations

import base64
import binascii
import re
import zlib

_POLYNOMIAL = 0x1021
_ENCODED = re.compile(rb":(Z64|B64):([A-Za-z0-9+/=\s]*):([0-9A-Fa-f]{4})")
_REPEATS = {
    **{ord("G") + index: 1 + index for index in range(19)},
    **{ord("g") + index: 20 * (1 + index) for index in range(20)},
}
_HEX = frozenset(b"0123456789ABCDEFabcdef")


class DamagedGraphicError(ValueError):
    """The field is not what was sent: its check sum, its base64 or its compression is wrong."""


def crc16(data: bytes) -> int:
    """Polynomial 1021, beginning at 0, most significant bit first."""
    crc = 0
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ _POLYNOMIAL if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def bits_of(data: bytes, total: int, row_bytes: int) -> bytes:
    """The bytes a field means; fewer than ``total`` where it broke off.

    Raises:
        DamagedGraphicError: see there.
    """
    data = data.strip()
    if not data.startswith(b":"):
        return _run_lengths(data, row_bytes * 2)[:total]
    found = _ENCODED.fullmatch(data)
    if found is None:
        if data.startswith((b":Z64", b":B64")):
            raise DamagedGraphicError
        return _run_lengths(data, row_bytes * 2)[:total]
    body = b"".join(found[2].split())
    if crc16(body) != int(found[3], 16):
        raise DamagedGraphicError
    try:
        packed = base64.b64decode(body, validate=True)
        return (zlib.decompress(packed) if found[1] == b"Z64" else packed)[:total]
    except (binascii.Error, zlib.error) as error:
        raise DamagedGraphicError from error


def _run_lengths(data: bytes, digits_per_row: int) -> bytes:
    """Hex digits, with counts before them, ends of rows (``,`` zeros, ``!`` ones) and rows as the one above (``:``)."""
    done: list[str] = []
    row = ""
    count = 0
    for code in data:
        sign = chr(code)
        if code in _HEX:
            row += sign * (count or 1)
            count = 0
        elif code in _REPEATS:
            count += _REPEATS[code]
        elif sign in ",!":
            row = row.ljust(
                -(-max(1, len(row)) // digits_per_row) * digits_per_row, "0" if sign == "," else "F"
            )
        elif sign == ":":
            row += done[-1] if done else "0" * digits_per_row
        while len(row) >= digits_per_row:
            done.append(row[:digits_per_row])
            row = row[digits_per_row:]
    text = "".join(done) + row
    return bytes.fromhex(text[: len(text) // 2 * 2])
