"""Signed desk files: the province writes them, a desk proves them before it reads what they say.

    file    = a signed file (`kt1desk.exchange.signed_file`) of at most 64 kB; tag "kt1desk/desk-file/1" NUL
    print   = 20 symbols (Crockford base 32) of SHA-256(public key) and a check symbol: it travels on the technician's slip, not in the file

The province is told apart before the signature is: a file of another province is no forgery. This module must not know who is setting a
desk up, nor how a desk uses what the file says.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain import crockford
from kt1desk.domain.desk_file import FIELD, MAX_BYTES, DeskFile
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.signed_file import SignedKind

FINGERPRINT_SYMBOLS = 20
FINGERPRINT_FIELD = "fingerprint"

_KIND = SignedKind("desk_file", b"kt1desk/desk-file/1\0", MAX_BYTES, FIELD)


@dataclass(frozen=True, slots=True)
class ProvedDeskFile:
    """A desk file whose signature was proved.

    Attributes:
        digest: SHA-256 of the whole file in hex, as the desk's first event names it.
        data: the whole file.
    """

    content: DeskFile
    province_key: bytes
    digest: str
    data: bytes = field(repr=False)


def fingerprint(public_key: bytes) -> str:
    """Short name of a public key, to be read aloud or typed: ``ABCDE-FGHJK-MNPQR-STVWX-C`` (100 bits)."""
    return crockford.grouped(crockford.encode(print_of(public_key), FINGERPRINT_SYMBOLS))


def sign(content: DeskFile, province: Ed25519PrivateKey) -> bytes:
    """The bytes of a desk file.

    Raises:
        DeskError: ``canonical.size`` where it would be too large to be read.
    """
    return _KIND.write(content.encode(), province.public_key().public_bytes_raw(), province.sign)


def prove(data: bytes, typed_fingerprint: str, today: date) -> ProvedDeskFile:
    """Check a desk file against the fingerprint that was typed from the technician's slip.

    Raises:
        DeskError: field ``fingerprint``: ``desk_file.fingerprint_length``, ``desk_file.fingerprint_symbol``,
            ``desk_file.fingerprint_typo``. Field ``desk_file``: ``desk_file.damaged`` (also too large), ``desk_file.newer``,
            ``desk_file.wrong_province`` (another key than the slip says), ``desk_file.forged``, ``desk_file.device_zero``,
            ``desk_file.content``, ``desk_file.not_yet_valid``, ``desk_file.expired``.
    """
    return _proved(data, typed_print(typed_fingerprint), today)


def read_own_desk_file(path: Path, province_key: bytes, today: date) -> ProvedDeskFile:
    """Read and prove a newer desk file of a desk that exists, against the key (32 bytes) that its first one was signed with.

    Raises:
        DeskError: as `prove` but for the fingerprint, and as `read_brought`.
    """
    return _proved(_KIND.read(path), print_of(province_key), today)


def read_desk_file(path: Path, typed_fingerprint: str, today: date) -> ProvedDeskFile:
    """Read and prove the file at ``path``; no more than the largest allowed file is ever read.

    Raises:
        DeskError: as `prove` and `read_brought`.
    """
    return prove(_KIND.read(path), typed_fingerprint, today)


def prove_for_good(data: bytes, province_key: bytes) -> ProvedDeskFile:
    """Prove the file of a desk that is set up, on whatever day: its days say when a desk may be set up with it, and this one is.

    Raises:
        DeskError: as `read_own_desk_file`, but for the days.
    """
    return _of_province(data, print_of(province_key))


def _proved(data: bytes, expected: int, today: date) -> ProvedDeskFile:
    proved = _of_province(data, expected)
    proved.content.check_valid_on(today)
    return proved


def _of_province(data: bytes, expected: int) -> ProvedDeskFile:
    file = _KIND.take_apart(data)
    if print_of(file.key) != expected:
        raise DeskError("desk_file.wrong_province", FIELD)
    return ProvedDeskFile(DeskFile.decode(file.proved()), file.key, hashlib.sha256(data).hexdigest(), data)


def typed_print(typed: str) -> int:
    """A fingerprint as people type it, to be compared with `print_of`.

    Raises:
        DeskError: field ``fingerprint``: ``desk_file.fingerprint_length``, ``desk_file.fingerprint_symbol``,
            ``desk_file.fingerprint_typo``.
    """
    return crockford.decode(typed, FINGERPRINT_SYMBOLS, "desk_file.fingerprint", FINGERPRINT_FIELD)


def print_of(public_key: bytes) -> int:
    """The 100 bits that `fingerprint` writes."""
    bits = FINGERPRINT_SYMBOLS * crockford.BITS_PER_SYMBOL
    return int.from_bytes(hashlib.sha256(public_key).digest(), "big") >> 256 - bits
