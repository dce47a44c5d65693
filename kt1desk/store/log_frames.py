"""The write-ahead log as it lies on the disk, frame by frame, read without SQLite: it leaves out what has rotted, and all after it, unsaid.

    log   = header (32 bytes, big-endian: magic, version, page size, sequence, salt 2 x u32, sum 2 x u32) | frame | frame | …
    frame = page u32, pages of the file after a commit or 0 u32, salt 2 x u32, sum 2 x u32 (24 bytes) | the page as it is encrypted

Each sum is over all frames before it (sqlite.org/fileformat2.html, 4.1 to 4.4). SQLite locks other files than this one, so reading it is
safe while it is open. This module must not know what stands on a page.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

_HEADER = struct.Struct(">8I")
_FRAME = struct.Struct(">6I")
_SUMMED = 8
"""Bytes of a frame's header that its sum is over: page and size of the file."""
_MAGIC = 0x377F0682
_WORD = 0xFFFFFFFF

MOST_AT_START = 1_000
"""So many frames SQLite lets a log grow to by itself; to sum them takes a fifth of a second. Only one that could not be laid into the file
meanwhile, beside a long backup, is longer."""

_Sum: TypeAlias = tuple[int, int]
_Frame: TypeAlias = tuple[tuple[int, ...], bytes]


def log_of(database: Path) -> Path:
    """Where SQLite keeps the log of a database."""
    return database.with_name(f"{database.name}-wal")


def first_bad(log: bytes, frames: int) -> int:
    """The first of so many frames that is not as it was written, counted from 1; 0 where all are. One that is not there is bad too."""
    good = _good(log, frames)[0] if frames > 0 else 0
    return good + 1 if good < frames else 0


def is_long(log: bytes) -> bool:
    """Whether it holds more frames of its own than are summed while somebody waits to log in."""
    if len(log) < _HEADER.size:
        return False
    head = _HEADER.unpack_from(log)
    size = _FRAME.size + head[2]
    starts = range(_HEADER.size, len(log) - size + 1, size)
    return len(starts) > MOST_AT_START and _FRAME.unpack_from(log, starts[MOST_AT_START])[2:4] == head[4:6]


def is_cut_by_rot(log: bytes) -> bool:
    """Whether SQLite would leave out what was on the disk: behind the last good frame lies a commit of this log.

    What a large transaction wrote before it was taken back lies there too, without a commit behind it: nobody was told that it is written,
    and its loss is none. A power cut in the middle of a commit may leave its last frame without those before it, and a torn header nothing
    that counts: that is an alarm too many, and costs a check of all records.
    """
    if len(log) < _HEADER.size + _FRAME.size:
        return False
    if _start(log) is None:
        return True
    good, total = _good(log, len(log))
    salt, order = _HEADER.unpack_from(log)[4:6], _order(_HEADER.unpack_from(log)[0])
    behind = list(_frames(log, good))
    # The sum is not over the salt: a frame that goes on from the good ones is of this log, whatever its salt says.
    goes_on = bool(behind) and _with(order, behind[0], total) == behind[0][0][4:6]
    return (goes_on and _commits(behind[0])) or any(
        header[2:4] == salt and _commits((header, page)) for header, page in behind
    )


def _good(log: bytes, most: int) -> tuple[int, _Sum]:
    """How many frames are good, at most so many, and the sum over them."""
    total = _start(log)
    if total is None:
        return 0, (0, 0)
    head, good = _HEADER.unpack_from(log), 0
    order = _order(head[0])
    for frame in _frames(log, 0):
        following = _with(order, frame, total)
        if good == most or frame[0][2:4] != head[4:6] or frame[0][4:6] != following:
            break
        good, total = good + 1, following
    return good, total


def _commits(frame: _Frame) -> bool:
    """Whether a transaction ends with this frame: it says how large the file is after it."""
    return frame[0][1] > 0


def _with(order: str, frame: _Frame, total: _Sum) -> _Sum:
    header, page = frame
    return _added(order, page, _added(order, _FRAME.pack(*header)[:_SUMMED], total))


def _start(log: bytes) -> _Sum | None:
    """The sum that the first frame goes on from; None where the header is not as it was written."""
    if len(log) < _HEADER.size:
        return None
    head = _HEADER.unpack_from(log)
    if head[0] & ~1 != _MAGIC:
        return None
    total = _added(_order(head[0]), log[: _HEADER.size - 8], (0, 0))
    return total if head[6:8] == total else None


def _frames(log: bytes, after: int) -> Iterator[_Frame]:
    """Header and page of each whole frame behind the first so many."""
    page = _HEADER.unpack_from(log)[2]
    size = _FRAME.size + page
    for at in range(_HEADER.size + after * size, len(log) - size + 1, size):
        yield _FRAME.unpack_from(log, at), log[at + _FRAME.size : at + size]


def _order(magic: int) -> str:
    """The byte order of the machine that began the log."""
    return ">" if magic & 1 else "<"


def _added(order: str, data: bytes, total: _Sum) -> _Sum:
    first, second = total
    words = struct.unpack(f"{order}{len(data) // 4}I", data)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & _WORD
        second = (second + odd + first) & _WORD
    return first, second
