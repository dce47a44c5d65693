"""Sealing to other desks: only they can read it, and only together with the context it was sealed for.

    sealed  = "KS" | version 1 | recipients n, 1 | ephemeral X25519 key 32 | n × (device u16 | wrapped key 48) | box
    box     = AES-256-GCM(content key, nonce 0, plain, aad = everything before it, and the context)
    wrapped = AES-256-GCM(HKDF-SHA256(agreed 32, salt = ephemeral ‖ recipient's key, info = "kt1desk/sealed/1" NUL), nonce 0, content key)

Both nonces may be zero because neither key is ever used twice: the content key and the ephemeral key are fresh for each sealing. For one
recipient it costs 102 bytes.

Sealing proves nothing about who sealed: what is inside is signed. There is no forward secrecy against whoever gets a desk's file open:
mail must be readable after weeks on paper. This module must not know what is sealed, nor who carries it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.trust import DeskKeys, OwnKeys, refuse_trial

Entropy = Callable[[int], bytes]
"""Random bytes, as many as asked for (``os.urandom``; a simulation hands in its own)."""

MAX_PLAIN_BYTES = 64 * 1024 * 1024
"""A bundle of a month of a point that was cut off is some 10 MB."""
MAX_RECIPIENTS = 64

_MAGIC = b"KS\x01"
_INFO = b"kt1desk/sealed/1\0"
_KEY_BYTES, _TAG_BYTES, _DEVICE_BYTES = 32, 16, 2
_ROW_BYTES = _DEVICE_BYTES + _KEY_BYTES + _TAG_BYTES
_HEAD_BYTES = len(_MAGIC) + 1 + _KEY_BYTES
_NONCE = bytes(12)


def seal_to(plain: bytes, recipients: Sequence[DeskKeys], context: bytes, entropy: Entropy) -> bytes:
    """Seal ``plain`` so that each of ``recipients`` can open it.

    Args:
        plain: what is to be read by them alone.
        recipients: the desks, as the key list has them for that day.
        context: what the sealed bytes belong to (kind, identity, hash); whoever opens must know it and name the same.
        entropy: 64 bytes are asked for.

    Raises:
        DeskError: ``sealing.too_large`` with ``limit`` (bytes), ``sealing.no_recipient``, ``sealing.too_many`` with ``limit``,
            ``trust.bad_key`` where a recipient's key is none.
    """
    if len(plain) > MAX_PLAIN_BYTES:
        raise DeskError("sealing.too_large", limit=MAX_PLAIN_BYTES)
    if not recipients:
        raise DeskError("sealing.no_recipient")
    if len(recipients) > MAX_RECIPIENTS:
        raise DeskError("sealing.too_many", limit=MAX_RECIPIENTS)
    ephemeral = X25519PrivateKey.from_private_bytes(entropy(_KEY_BYTES))
    content_key = entropy(_KEY_BYTES)
    public = ephemeral.public_key().public_bytes_raw()
    rows = b"".join(_wrapped(ephemeral, desk, content_key) for desk in recipients)
    head = _MAGIC + bytes([len(recipients)]) + public + rows
    return head + AESGCM(content_key).encrypt(_NONCE, plain, head + context)


def open_sealed(data: bytes, own: OwnKeys, context: bytes) -> bytes:
    """What was sealed to this desk.

    Raises:
        DeskError: ``trust.trial_desk`` for a desk for trying out; ``sealing.unopened`` for everything else, whether it was sealed to
            others, for another context, changed or cut: who tries keys or changes bytes learns nothing from the answer.
    """
    refuse_trial(own.device)
    plain = _opened(data, own, context)
    if plain is None:
        raise DeskError("sealing.unopened")
    return plain


def _opened(data: bytes, own: OwnKeys, context: bytes) -> bytes | None:
    if len(data) <= _HEAD_BYTES or not data.startswith(_MAGIC):
        return None
    count = data[len(_MAGIC)]
    body_at = _HEAD_BYTES + count * _ROW_BYTES
    if not 0 < count <= MAX_RECIPIENTS or not body_at + _TAG_BYTES <= len(data) <= _longest(body_at):
        return None
    public = data[_HEAD_BYTES - _KEY_BYTES : _HEAD_BYTES]
    rows = (data[at : at + _ROW_BYTES] for at in range(_HEAD_BYTES, body_at, _ROW_BYTES))
    device = own.device.to_bytes(_DEVICE_BYTES, "big")
    wrapped = next((row[_DEVICE_BYTES:] for row in rows if row.startswith(device)), None)
    if wrapped is None:
        return None
    try:
        key = _wrapping_key(own.agree(public.hex()), public, bytes.fromhex(own.seal_key_hex))
        content_key = AESGCM(key).decrypt(_NONCE, wrapped, None)
        return AESGCM(content_key).decrypt(_NONCE, data[body_at:], data[:body_at] + context)
    except (InvalidTag, DeskError):  # a changed ephemeral key may be one that nobody agrees with
        return None


def _longest(body_at: int) -> int:
    return body_at + MAX_PLAIN_BYTES + _TAG_BYTES


def _wrapped(ephemeral: X25519PrivateKey, desk: DeskKeys, content_key: bytes) -> bytes:
    theirs = bytes.fromhex(desk.seal_key)
    try:
        agreed = ephemeral.exchange(X25519PublicKey.from_public_bytes(theirs))
    except ValueError as error:
        raise DeskError("trust.bad_key") from error
    key = _wrapping_key(agreed, ephemeral.public_key().public_bytes_raw(), theirs)
    return desk.device.to_bytes(_DEVICE_BYTES, "big") + AESGCM(key).encrypt(_NONCE, content_key, None)


def _wrapping_key(agreed: bytes, ephemeral: bytes, recipient: bytes) -> bytes:
    return HKDF(SHA256(), _KEY_BYTES, salt=ephemeral + recipient, info=_INFO).derive(agreed)
