"""Bytes of a code as text, for scanners that type what they read like a keyboard: parts of a paper code, certificates.

    text = "KT1:DD.A1:" ‖ base 45 (RFC 9285) of (crc32 u32 ‖ the bytes) ‖ "/"

Every sign is one of the 45 that a QR code packs tightly and a keyboard types without a second layout. Vietnamese input methods change
what is typed: Telex makes Đ of DD and Â of AA, VNI makes Á of A1. Both stand in front on purpose, as words of their own: a text whose
beginning did not arrive as it was printed was rewritten, and the clerk is told to switch the keyboard to E. What a rewriting left further
on, the check sum finds, before anything is read as what it is not. The stroke at the end is there because base 45 may end in a blank,
and whatever takes in a line cuts blanks at its end.

This module must not know what the bytes are.
"""

from __future__ import annotations

import re
import struct
import zlib

from base45 import b45decode, b45encode

from kt1desk.domain.errors import DeskError

PREFIX = "KT1:"
TELLTALE = "DD.A1:"
END = "/"
MAX_CHARS = 4_296
"""The most letters that any QR code holds (version 40-L, ISO/IEC 18004)."""

_CRC = struct.Struct(">I")
_BASE45 = re.compile(r"[0-9A-Z $%*+./:-]*")
_SMALL_TO_LARGE = {ord(sign): sign.upper() for sign in "abcdefghijklmnopqrstuvwxyz"}
"""A wedge under CapsLock types small letters; base 45 has none, so nothing is lost."""


def wedge_text(data: bytes) -> str:
    """The text of a code that any scanner can type."""
    code: bytes = b45encode(_CRC.pack(zlib.crc32(data)) + data)
    return PREFIX + TELLTALE + code.decode() + END


def is_wedge_text(text: str) -> bool:
    """Whether a scanned text is one of these, rewritten or not."""
    return _plain(text).startswith(PREFIX)


def from_wedge(text: str) -> bytes:
    """The bytes of a scanned text.

    Raises:
        DeskError: ``paper_code.unknown`` for a text of something else; ``paper_code.rewritten`` where an input method had its hands on it;
            ``paper_code.damaged`` where signs are missing or too many.
    """
    plain = _plain(text)
    if not plain.startswith(PREFIX):
        raise DeskError("paper_code.unknown")
    said = plain.removeprefix(PREFIX)
    if not said.startswith(TELLTALE) or _BASE45.fullmatch(said) is None:
        raise DeskError("paper_code.rewritten")
    if not said.endswith(END) or len(plain) > MAX_CHARS:
        raise DeskError("paper_code.damaged")
    try:
        whole: bytes = b45decode(said.removeprefix(TELLTALE).removesuffix(END).encode())
    except ValueError as error:
        raise DeskError("paper_code.damaged") from error
    data = whole[_CRC.size :]
    if whole[: _CRC.size] != _CRC.pack(zlib.crc32(data)):
        raise DeskError("paper_code.damaged")
    return data


def _plain(text: str) -> str:
    return text.strip().translate(_SMALL_TO_LARGE)
