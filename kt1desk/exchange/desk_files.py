"""Signed desk files: the province writes them, a desk proves them before it reads what they say.

    file    = canonical JSON {"by": province's public key, "content": the signed text, "format": 1, "signature": …}   at most 64 kB
    signed  = "kt1desk/desk-file/1" NUL ‖ UTF-8 bytes of the content, exactly as they stand
    print   = 20 symbols (Crockford base 32) of SHA-256(public key) and a check symbol: it travels on the technician's slip, not in the file

The order of reading is fixed: size, outer form, whose key, signature, and only then the content. This module must not know who is setting
a desk up, nor how a desk uses what the file says.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kt1desk.domain import canonical, crockford
from kt1desk.domain.canonical import Json
from kt1desk.domain.desk_file import FIELD, MAX_BYTES, DeskFile
from kt1desk.domain.errors import DeskError

FINGERPRINT_SYMBOLS = 20
FINGERPRINT_FIELD = "fingerprint"

_FORMAT = 1
_TAG = b"kt1desk/desk-file/1\0"
_PARTS = frozenset({"by", "content", "format", "signature"})
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True, slots=True)
class ProvedDeskFile:
    """A desk file whose signature was proved. ``digest`` is the SHA-256 of the whole file in hex, as the desk's first event names it."""

    content: DeskFile
    province_key: bytes
    digest: str


def fingerprint(public_key: bytes) -> str:
    """Short name of a public key, to be read aloud or typed: ``ABCDE-FGHJK-MNPQR-STVWX-C`` (100 bits)."""
    return crockford.grouped(crockford.encode(_print_of(public_key), FINGERPRINT_SYMBOLS))


def sign(content: DeskFile, province: Ed25519PrivateKey) -> bytes:
    """The bytes of a desk file.

    Raises:
        DeskError: ``canonical.size`` where it would be too large to be read.
    """
    payload = content.encode()
    made: dict[str, Json] = {
        "by": province.public_key().public_bytes_raw().hex(),
        "content": payload.decode(),
        "format": _FORMAT,
        "signature": province.sign(_TAG + payload).hex(),
    }
    return canonical.encode(made, MAX_BYTES)


def prove(data: bytes, typed_fingerprint: str, today: date) -> ProvedDeskFile:
    """Check a desk file against the fingerprint that was typed from the technician's slip.

    Raises:
        DeskError: field ``fingerprint``: ``desk_file.fingerprint_length``, ``desk_file.fingerprint_symbol``,
            ``desk_file.fingerprint_typo``. Field ``desk_file``: ``desk_file.damaged`` (also too large), ``desk_file.newer``,
            ``desk_file.wrong_province`` (another key than the slip says), ``desk_file.forged``, ``desk_file.device_zero``,
            ``desk_file.content``, ``desk_file.not_yet_valid``, ``desk_file.expired``.
    """
    expected = crockford.decode(
        typed_fingerprint, FINGERPRINT_SYMBOLS, "desk_file.fingerprint", FINGERPRINT_FIELD
    )
    key, payload, signature = _parts(data)
    if _print_of(key) != expected:
        raise DeskError("desk_file.wrong_province", FIELD)
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, _TAG + payload)
    except InvalidSignature as error:
        raise DeskError("desk_file.forged", FIELD) from error
    content = DeskFile.decode(payload)
    content.check_valid_on(today)
    return ProvedDeskFile(content, key, hashlib.sha256(data).hexdigest())


def read_desk_file(path: Path, typed_fingerprint: str, today: date) -> ProvedDeskFile:
    """Read and prove the file at ``path``; no more than the largest allowed file is ever read.

    Raises:
        DeskError: as `prove`, and ``desk_file.unreadable``.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise DeskError("desk_file.unreadable", FIELD) from error
    return prove(data, typed_fingerprint, today)


def _print_of(public_key: bytes) -> int:
    bits = FINGERPRINT_SYMBOLS * crockford.BITS_PER_SYMBOL
    return int.from_bytes(hashlib.sha256(public_key).digest(), "big") >> 256 - bits


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    """Key, signed bytes and signature, none of them believed yet."""
    try:
        made = canonical.decode(data, MAX_BYTES)
        version, content = made["format"], made["content"]
        if not isinstance(version, int) or not isinstance(content, str) or made.keys() != _PARTS:
            raise TypeError
        if version != _FORMAT:
            raise DeskError("desk_file.newer", FIELD)
        return _hex(made["by"], _KEY_BYTES), content.encode(), _hex(made["signature"], _SIGNATURE_BYTES)
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("desk_file.damaged", FIELD) from error
    except DeskError as error:
        raise (error if error.field == FIELD else DeskError("desk_file.damaged", FIELD)) from error


def _hex(value: Json, count: int) -> bytes:
    """Small letters and nothing else: two spellings would be two files with one signature."""
    if not isinstance(value, str):
        raise TypeError
    data = bytes.fromhex(value)
    if data.hex() != value or len(data) != count:
        raise ValueError
    return data
