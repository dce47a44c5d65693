"""A secret of the centre under a passphrase: in one file, opened for the moment in which it is used.

    file = canonical JSON {"about", "box", "cost": [t, m KiB, p], "format": 1, "nonce", "salt"}
    box  = AES-256-GCM(Argon2id(NFC(passphrase), salt), secret, aad = "kt1desk/centre-box/1|" about "|" cost)

This module must not know what the secret is for.
"""

from __future__ import annotations

import secrets
import unicodedata

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError

LEAST_CHARS = 14
"""As for the province's key: one secret for a whole province (TCVN 14423:2026, 5.6.2.2)."""
MAX_BYTES = 8_192

_FORMAT = 1
_COST = (3, 262_144, 2)
"""Argon2id: passes, KiB, lanes. Used when a desk is enrolled, so it may take a second."""
_FIELD = "passphrase"


def seal(secret: bytes, passphrase: str, about: str) -> bytes:
    """The file of a secret; ``about`` says which one it is and is not secret.

    Raises:
        DeskError: ``centre.passphrase_short`` with ``least``; ``key.no_memory`` with ``mib``.
    """
    if len(unicodedata.normalize("NFC", passphrase)) < LEAST_CHARS:
        raise DeskError("centre.passphrase_short", _FIELD, least=LEAST_CHARS)
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    box = AESGCM(_stretched(passphrase, salt)).encrypt(nonce, secret, _aad(about))
    made: dict[str, Json] = {
        "about": about,
        "box": box.hex(),
        "cost": list(_COST),
        "format": _FORMAT,
        "nonce": nonce.hex(),
        "salt": salt.hex(),
    }
    return canonical.encode(made, MAX_BYTES)


def unseal(data: bytes, passphrase: str, about: str) -> bytes:
    """The secret.

    Raises:
        DeskError: ``centre.key_damaged`` (also one that is about something else), ``centre.wrong_passphrase``, ``key.no_memory``.
    """
    try:
        made = canonical.decode(data, MAX_BYTES)
        if made["format"] != _FORMAT or made["cost"] != list(_COST) or made["about"] != about:
            raise ValueError
        salt, nonce, box = (bytes.fromhex(str(made[part])) for part in ("salt", "nonce", "box"))
        return AESGCM(_stretched(passphrase, salt)).decrypt(nonce, box, _aad(about))
    except InvalidTag as error:
        raise DeskError("centre.wrong_passphrase", _FIELD) from error
    except (KeyError, ValueError) as error:
        raise DeskError("centre.key_damaged") from error
    except DeskError as error:
        raise (error if error.code == "key.no_memory" else DeskError("centre.key_damaged")) from error


def _stretched(passphrase: str, salt: bytes) -> bytes:
    passes, memory_kib, lanes = _COST
    secret = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
    try:
        return hash_secret_raw(secret, salt, passes, memory_kib, lanes, 32, Type.ID)
    except HashingError as error:
        raise DeskError("key.no_memory", mib=memory_kib // 1_024) from error


def _aad(about: str) -> bytes:
    passes, memory_kib, lanes = _COST
    return f"kt1desk/centre-box/1|{about}|{passes},{memory_kib},{lanes}".encode()
