"""The province's signing key: made once, kept in one file under a passphrase, brought out to sign desk files.

    file = canonical JSON {"box", "cost": [t, m KiB, p], "format": 1, "nonce", "public", "salt"}
    box  = AES-256-GCM(Argon2id(NFC(passphrase), salt), private key 32, aad = "kt1desk/province-key/1|" public "|" cost)

This module must not know what is signed.
"""

from __future__ import annotations

import secrets
import unicodedata
from pathlib import Path

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.desk_files import fingerprint
from kt1desk.exchange.new_file import write_new

FILE_NAME = "province.kt1key"
LEAST_CHARS = 14
"""One key for a whole province, and no device secret beside the passphrase: TCVN 14423:2026, 5.6.2.2 for passwords that stand alone."""

_FORMAT = 1
_COST = (3, 262_144, 2)
"""Argon2id: passes, KiB, lanes. 256 MiB: used a few times a year, so it may take a second."""
_MAX_FILE_BYTES = 4_096
_PASSPHRASE = "passphrase"  # noqa: S105 - the name of an input


def province_init(folder: Path, passphrase: str) -> str:
    """Make the province's key; returns the fingerprint for the technicians' slips.

    Raises:
        DeskError: ``province.key_exists``, ``province.passphrase_short`` with ``least``, ``province.folder`` where nothing can be written,
            ``key.no_memory`` with ``mib``.
    """
    if len(unicodedata.normalize("NFC", passphrase)) < LEAST_CHARS:
        raise DeskError("province.passphrase_short", _PASSPHRASE, least=LEAST_CHARS)
    private = Ed25519PrivateKey.generate()
    data = _sealed(private, passphrase)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DeskError("province.folder") from error
    # A second key would make every desk file signed by the first one worthless.
    write_new(folder / FILE_NAME, data, taken="province.key_exists", mode=0o600)
    return fingerprint(private.public_key().public_bytes_raw())


def load_province_key(folder: Path, passphrase: str) -> Ed25519PrivateKey:
    """The private key.

    Raises:
        DeskError: ``province.no_key``, ``province.key_damaged``, ``province.wrong_passphrase``, ``key.no_memory`` with ``mib``; as
            `read_brought`.
    """
    made = _read(folder / FILE_NAME)
    try:
        cost = _cost(made["cost"])
        salt, nonce, box, public = (_bytes(made[part]) for part in ("salt", "nonce", "box", "public"))
        kek = _stretch(passphrase, salt, cost)
        raw = AESGCM(kek).decrypt(nonce, box, _aad(public, cost))
        return Ed25519PrivateKey.from_private_bytes(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("province.key_damaged") from error
    except InvalidTag as error:
        raise DeskError("province.wrong_passphrase", _PASSPHRASE) from error


def public_key_of(folder: Path) -> bytes:
    """The public key; needs no passphrase.

    Raises:
        DeskError: ``province.no_key``, ``province.key_damaged``; as `read_brought`.
    """
    try:
        return _bytes(_read(folder / FILE_NAME)["public"])
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("province.key_damaged") from error


def _read(path: Path) -> dict[str, Json]:
    try:
        made = dict(canonical.decode(read_brought(path, _MAX_FILE_BYTES), _MAX_FILE_BYTES))
    except DeskError as error:
        if error.code == "file.gone":
            raise DeskError("province.no_key") from error
        # folder, pipe, link, no right: whoever keeps the key can mend that, and the key is not lost
        known = error.code.startswith("file.") and error.code != "file.too_large"
        raise (error if known else DeskError("province.key_damaged")) from error
    if made.get("format") != _FORMAT:
        raise DeskError("province.key_damaged")
    return made


def _sealed(private: Ed25519PrivateKey, passphrase: str) -> bytes:
    public = private.public_key().public_bytes_raw()
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_stretch(passphrase, salt, _COST)).encrypt(
        nonce, private.private_bytes_raw(), _aad(public, _COST)
    )
    made: dict[str, Json] = {
        "box": box.hex(),
        "cost": list(_COST),
        "format": _FORMAT,
        "nonce": nonce.hex(),
        "public": public.hex(),
        "salt": salt.hex(),
    }
    return canonical.encode(made, _MAX_FILE_BYTES)


def _stretch(passphrase: str, salt: bytes, cost: tuple[int, int, int]) -> bytes:
    passes, memory_kib, lanes = cost
    secret = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
    try:
        return hash_secret_raw(secret, salt, passes, memory_kib, lanes, 32, Type.ID)
    except HashingError as error:
        raise DeskError("key.no_memory", mib=memory_kib // 1_024) from error


def _aad(public: bytes, cost: tuple[int, int, int]) -> bytes:
    passes, memory_kib, lanes = cost
    return f"kt1desk/province-key/1|{public.hex()}|{passes},{memory_kib},{lanes}".encode()


def _cost(value: Json) -> tuple[int, int, int]:
    if value != list(_COST):  # one cost so far; a file that asks for more could exhaust the machine
        raise ValueError
    return _COST


def _bytes(value: Json) -> bytes:
    if not isinstance(value, str):
        raise TypeError
    return bytes.fromhex(value)
