"""The outer form that every signed file of the post shares, and the one order in which it is read.

    file    = canonical JSON {"by": public key, "content": the signed text, "format": 1, "signature": …}
    signed  = tag of the kind of file ‖ UTF-8 bytes of the content, exactly as they stand

Size, outer form, whose key, signature, and only then the content: a reader of the content never sees a byte that nobody signed. The tag
ends in NUL and is different for each kind of file, so that no signature fits a file of another kind.

This module must not know what is signed, nor which keys are trusted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought

Sign = Callable[[bytes], bytes]
"""What makes an Ed25519 signature over bytes; the private key stays with whoever hands it in."""

_FORMAT = 1
_PARTS = frozenset({"by", "content", "format", "signature"})
_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


@dataclass(frozen=True, slots=True)
class Unproved:
    """A signed file taken apart: its key, its signed bytes and its signature, none of them believed yet."""

    kind: SignedKind
    key: bytes
    payload: bytes
    signature: bytes

    def proved(self) -> bytes:
        """The content, once the signature fits the key that the file names. Whether that key is to be trusted is the caller's part.

        Raises:
            DeskError: ``<code>.forged``.
        """
        if not is_signed(self.key, self.signature, self.kind.tag + self.payload):
            raise self.kind.refusal("forged")
        return self.payload


@dataclass(frozen=True, slots=True)
class SignedKind:
    """One kind of signed file.

    Attributes:
        code: first part of its refusals, ``desk_file``: ``<code>.damaged``, ``<code>.newer``, ``<code>.forged``.
        tag: what stands before the signed bytes; ends in NUL.
        max_bytes: size of the whole file; a larger one is refused unread.
        field: the input the refusals belong to.
    """

    code: str
    tag: bytes
    max_bytes: int
    field: str = ""

    def write(self, payload: bytes, public_key: bytes, sign: Sign) -> bytes:
        """The bytes of a file.

        Raises:
            DeskError: ``canonical.size`` where it would be too large to be read.
        """
        made: dict[str, Json] = {
            "by": public_key.hex(),
            "content": payload.decode(),
            "format": _FORMAT,
            "signature": sign(self.tag + payload).hex(),
        }
        return canonical.encode(made, self.max_bytes)

    def take_apart(self, data: bytes) -> Unproved:
        """Read the outer form.

        Raises:
            DeskError: ``<code>.damaged`` (also too large), ``<code>.newer`` where a later program wrote it.
        """
        try:
            made = canonical.decode(data, self.max_bytes)
            version, content = made["format"], made["content"]
            if not isinstance(version, int) or not isinstance(content, str) or made.keys() != _PARTS:
                raise TypeError
            if version != _FORMAT:
                raise self.refusal("newer")
            key, signature = _hex(made["by"], _KEY_BYTES), _hex(made["signature"], _SIGNATURE_BYTES)
        except (KeyError, TypeError, ValueError) as error:
            raise self.refusal("damaged") from error
        except DeskError as error:
            own = error.code.startswith(f"{self.code}.")
            raise (error if own else self.refusal("damaged")) from error
        return Unproved(self, key, content.encode(), signature)

    def read(self, path: Path) -> bytes:
        """The bytes at ``path``.

        Raises:
            DeskError: as `read_brought`.
        """
        return read_brought(path, self.max_bytes, self.field)

    def refusal(self, reason: str) -> DeskError:
        """The error ``<code>.<reason>`` of this kind of file."""
        return DeskError(f"{self.code}.{reason}", self.field)


def is_signed(public_key: bytes, signature: bytes, data: bytes) -> bool:
    """Whether an Ed25519 signature (RFC 8032) over ``data`` is the key's. A key that is no point of the curve signed nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _hex(value: Json, count: int) -> bytes:
    """Small letters and nothing else: two spellings would be two files with one signature."""
    if not isinstance(value, str):
        raise TypeError
    data = bytes.fromhex(value)
    if data.hex() != value or len(data) != count:
        raise ValueError
    return data
