"""Reading bytes that came from outside: every length is held against what is left before anything is taken.

This module must not know what the bytes mean.
"""

from __future__ import annotations

import zlib
from typing import Any

from kt1desk.domain.errors import DeskError

_RAW = -15
"""Raw DEFLATE with the largest window: no header and no check sum of zlib's own, which a hash of ours replaces."""


class ByteReader:
    """Takes bytes from the front.

    Args:
        data: the bytes.
        damaged: code of the refusal where they are not as they must be.
    """

    def __init__(self, data: bytes, damaged: str) -> None:
        self._data = data
        self._damaged = damaged
        self._at = 0

    def take(self, count: int) -> bytes:
        """The next ``count`` bytes.

        Raises:
            DeskError: as given, where there are fewer; so for the others.
        """
        end = self._at + count
        if end > len(self._data):
            raise DeskError(self._damaged)
        taken = self._data[self._at : end]
        self._at = end
        return taken

    def number(self, width: int) -> int:
        """An unsigned number of ``width`` bytes, the highest first."""
        return int.from_bytes(self.take(width), "big")

    def counted(self, width: int, most: int) -> bytes:
        """Bytes with their length (``width`` bytes) in front, at most ``most``."""
        count = self.number(width)
        if count > most:
            raise DeskError(self._damaged)
        return self.take(count)

    def text(self, width: int, most: int) -> str:
        """Printable ASCII with its length in front."""
        try:
            text = self.counted(width, most).decode("ascii")
        except UnicodeDecodeError as error:
            raise DeskError(self._damaged) from error
        if not text.isprintable():
            raise DeskError(self._damaged)
        return text

    @property
    def read(self) -> bytes:
        """Everything that was taken so far."""
        return self._data[: self._at]

    def rest(self) -> bytes:
        """Everything that is left."""
        return self.take(len(self._data) - self._at)

    def end(self) -> None:
        """Refuse anything that is left."""
        if self._at != len(self._data):
            raise DeskError(self._damaged)


def counted(data: bytes, width: int) -> bytes:
    """Bytes with their length in front."""
    return len(data).to_bytes(width, "big") + data


def deflated(data: bytes, preset: bytes, level: int = 9) -> bytes:
    """Raw DEFLATE (RFC 1951) that begins with a preset dictionary, empty for none; the lower the level, the faster."""
    options: tuple[Any, ...] = (
        level,
        zlib.DEFLATED,
        _RAW,
        zlib.DEF_MEM_LEVEL,
        zlib.Z_DEFAULT_STRATEGY,
        preset,
    )
    packer = zlib.compressobj(*options)
    return packer.compress(data) + packer.flush()


def inflated(packed: bytes, preset: bytes, most: int) -> bytes | None:
    """The bytes again; None where it is no whole stream, goes on after its end, or holds more than ``most`` bytes."""
    unpacker = zlib.decompressobj(_RAW, preset)
    try:
        data = unpacker.decompress(packed, most + 1)
    except zlib.error:
        return None
    ended = unpacker.eof and not unpacker.unused_data and not unpacker.unconsumed_tail
    return data if ended and len(data) <= most else None
