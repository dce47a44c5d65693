"""Keys of those who sign: Ed25519, each in a file of its own that a passphrase locks, with the public half beside it."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

CHECKOUT = Path(__file__).resolve().parents[2]
SECRET, PUBLIC = ".key", ".pub"
MIN_PASSPHRASE = 14
"""As for accounts without a second factor (docs/security.md)."""


class KeyRefusedError(Exception):
    """A key cannot be made or opened; the message says why."""


def make_key(folder: Path, name: str, passphrase: str) -> CryptoSigner:
    """Make ``name.key``, which only its owner reads, and ``name.pub``.

    Raises:
        KeyRefusedError: the folder lies in this repository, there is a key of this name, or the passphrase is short.
    """
    if folder.resolve().is_relative_to(CHECKOUT):
        raise KeyRefusedError(f"Không để khóa trong kho mã nguồn: {folder}")
    if len(passphrase) < MIN_PASSPHRASE:
        raise KeyRefusedError(f"Mật khẩu của khóa phải từ {MIN_PASSPHRASE} ký tự.")
    private = Ed25519PrivateKey.generate()
    pem = private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(_bytes_of(passphrase))
    )
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(folder / f"{name}{SECRET}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KeyRefusedError(f"Đã có khóa {name}{SECRET} ở {folder}.") from error
    with os.fdopen(handle, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    signer = CryptoSigner(private)
    public = {"keyid": signer.public_key.keyid, **signer.public_key.to_dict()}
    (folder / f"{name}{PUBLIC}").write_text(json.dumps(public, indent=1) + "\n", encoding="utf-8")
    return signer


def open_key(path: Path, passphrase: str) -> CryptoSigner:
    """A key that signs.

    Raises:
        KeyRefusedError: no key of ours, or another passphrase.
    """
    try:
        private = load_pem_private_key(path.read_bytes(), _bytes_of(passphrase))
    except (OSError, ValueError, TypeError) as error:
        raise KeyRefusedError(
            f"Không mở được khóa {path.name}: sai mật khẩu hoặc không phải khóa."
        ) from error
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyRefusedError(f"{path.name} không phải khóa Ed25519.")
    return CryptoSigner(private)


def _bytes_of(passphrase: str) -> bytes:
    """Two keyboards write a Vietnamese letter in two ways; it is one passphrase."""
    return unicodedata.normalize("NFC", passphrase).encode()


def read_public(path: Path) -> Key:
    """The public half of a key.

    Raises:
        KeyRefusedError: no public key of ours.
    """
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        return SSlibKey.from_dict(body.pop("keyid"), body)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeyRefusedError(f"{path.name} không phải khóa công khai.") from error
