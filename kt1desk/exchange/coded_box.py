"""A box that opens with a one-time code: for what travels as a file while its code goes another way, told by telephone or on paper.

    box  = salt 16 | nonce 12 | AES-256-GCM(HKDF-SHA256(code 125 bits, salt, info = "kt1desk/coded-box/1" NUL ‖ about), plain, aad = about)
    code = 25 symbols (Crockford base 32) and a check symbol: random enough to need no stretching

"One time" is a rule for people: a box opens as often as its code is typed. This module must not know what is in it.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kt1desk.domain import crockford
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.sealing import Entropy

SYMBOLS = 25
FIELD = "one_time_code"

_INFO = b"kt1desk/coded-box/1\0"
_SECRET_BYTES, _SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 16, 12, 16
_DROPPED_BITS = _SECRET_BYTES * 8 - SYMBOLS * crockford.BITS_PER_SYMBOL
_HEAD_BYTES = _SALT_BYTES + _NONCE_BYTES


def shut(plain: bytes, about: bytes, entropy: Entropy) -> tuple[bytes, str]:
    """A box and its code, which is shown once and kept nowhere.

    Args:
        plain: what is to be read with the code alone.
        about: what the box is and whose; whoever opens it must say the same.
        entropy: 44 bytes are asked for.
    """
    secret = int.from_bytes(entropy(_SECRET_BYTES), "big") >> _DROPPED_BITS
    salt, nonce = entropy(_SALT_BYTES), entropy(_NONCE_BYTES)
    box = salt + nonce + AESGCM(_key(secret, salt, about)).encrypt(nonce, plain, about)
    return box, crockford.grouped(crockford.encode(secret, SYMBOLS))


def unshut(box: bytes, about: bytes, typed_code: str) -> bytes:
    """What is in a box.

    Raises:
        DeskError: ``one_time.code_length``, ``one_time.code_symbol``, ``one_time.code_typo`` for a slip of the hand;
            ``one_time.wrong_code`` where the code is another one, or the box was changed, cut or is about something else.
    """
    secret = crockford.decode(typed_code, SYMBOLS, "one_time.code", FIELD)
    if len(box) < _HEAD_BYTES + _TAG_BYTES:
        raise DeskError("one_time.wrong_code", FIELD)
    salt, nonce = box[:_SALT_BYTES], box[_SALT_BYTES:_HEAD_BYTES]
    try:
        return AESGCM(_key(secret, salt, about)).decrypt(nonce, box[_HEAD_BYTES:], about)
    except InvalidTag as error:
        raise DeskError("one_time.wrong_code", FIELD) from error


def _key(secret: int, salt: bytes, about: bytes) -> bytes:
    return HKDF(SHA256(), 32, salt=salt, info=_INFO + about).derive(secret.to_bytes(_SECRET_BYTES, "big"))
