"""PCX of one bit, as TSPL printers take it: a head of 128 bytes and run lengths. Source: ZSoft, PCX Technical Reference Manual."""

from __future__ import annotations

from kt1desk.simprinter.picture import Dots

_HEAD = 128
_RUN = 0xC0
_INVERTED = bytes(255 - value for value in range(256))


def dots_of(file: bytes) -> Dots | None:
    """The picture with 1 as ink; None for a file of another kind or a broken one."""
    if len(file) < _HEAD or file[0] != 10 or file[2] != 1 or file[3] != 1 or file[65] != 1:
        return None
    left, top, right, bottom = (int.from_bytes(file[at : at + 2], "little") for at in (4, 6, 8, 10))
    line_bytes = int.from_bytes(file[66:68], "little")
    width, rows = right - left + 1, bottom - top + 1
    size = (width + 7) // 8
    bits = _unrolled(file[_HEAD:])
    if width < 1 or rows < 1 or line_bytes < size or len(bits) < line_bytes * rows:
        return None
    # Without a palette the first colour is black, the second white.
    is_first_ink = sum(file[16:19]) <= sum(file[19:22])
    if is_first_ink:
        bits = bits.translate(_INVERTED)
    spare = ~((1 << size * 8 - width) - 1)
    lines = [
        int.from_bytes(bits[at : at + size], "big") & spare for at in range(0, line_bytes * rows, line_bytes)
    ]
    return Dots(size, b"".join(line.to_bytes(size, "big") for line in lines))


def _unrolled(data: bytes) -> bytes:
    out = bytearray()
    codes = iter(data)
    for code in codes:
        if code >= _RUN:
            out += bytes([next(codes, 0)]) * (code - _RUN)
        else:
            out.append(code)
    return bytes(out)
