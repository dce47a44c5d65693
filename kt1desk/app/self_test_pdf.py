"""What stands in a PDF of ours: its pages, and the text a viewer would copy. Only for files made by `kt1desk.printing.pdf`.

The text layer is what another program finds by a font's ToUnicode table; a file whose letters are pictures, or whose table is missing,
yields none. This module must not know layouts.
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass
from typing import Final

from kt1desk.app.self_test_steps import StepError

_STREAM: Final = re.compile(rb"<<((?:(?!>>\s*stream).)*?)>>\s*stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_PAGE: Final = re.compile(rb"/Type\s*/Page\b(?!s)")
_SHOWN: Final = re.compile(rb"\(((?:[^()\\]|\\.)*)\)\s*Tj", re.DOTALL)
_ESCAPED: Final = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_PLAIN_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_MOST_BYTES: Final = 64 << 20
"""Of one stream; nothing of ours comes near it."""


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """Pages, and the text without its blanks: numbers are printed in groups."""

    pages: int
    text: str


def read_pdf(data: bytes) -> ReadPdf:
    """Read a PDF.

    Raises:
        StepError: it is none, has no page, or its letters cannot be read as text.
    """
    if not data.startswith(b"%PDF-") or b"%%EOF" not in data[-64:]:
        raise StepError("tệp tạo ra không phải PDF")
    pages = len(_PAGE.findall(data))
    streams = [_unpacked(head, body) for head, body in _STREAM.findall(data)]
    if not pages:
        raise StepError("PDF không có trang nào")
    if not any(b"begincmap" in each for each in streams):
        raise StepError("PDF không có bảng chữ: chữ trong tệp không tìm và sao chép được")
    shown = b"".join(_unescaped(each) for stream in streams for each in _SHOWN.findall(stream))
    return ReadPdf(pages, "".join(shown.decode("latin-1").split()))


def _unpacked(head: bytes, body: bytes) -> bytes:
    try:
        if b"ASCII85Decode" in head:
            body = base64.a85decode(body.strip().removesuffix(b"~>"))
        if b"FlateDecode" in head:
            return zlib.decompressobj().decompress(body, _MOST_BYTES)
    except (ValueError, zlib.error) as error:
        raise StepError("PDF có phần không giải nén được") from error
    return body


def _unescaped(text: bytes) -> bytes:
    def plain(found: re.Match[bytes]) -> bytes:
        what = found[1]
        if what.isdigit():
            return bytes([int(what, 8) & 0xFF])
        return _PLAIN_ESCAPES.get(what, what)

    return _ESCAPED.sub(plain, text)
