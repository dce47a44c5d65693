"""A reader of ESC/POS of our own, byte by byte as a printer reads: what came out between two cuts.

A command that NULs end before it is one (ESC NUL, a bitmap of no size) is ignored, as printers do; any other it does not know is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_DEFAULT_UNIT = 360
"""What ``ESC J`` counts in before ``GS P``, on a TM-T88."""


class NotEscposError(ValueError):
    """A command a printer would not understand, bytes missing, or a real-time command in the middle of anything."""


@dataclass
class EscposReader:
    """A printer with a head of ``row_bytes`` and ``dpi``; ``papers`` are the rows of each piece that was cut off."""

    row_bytes: int
    dpi: int
    papers: list[list[bytes]] = field(default_factory=list)
    paper: list[bytes] = field(default_factory=list)
    unit: int = _DEFAULT_UNIT
    largest_chunk: int = 0
    most_rows: int = 0

    def run(self, job: bytes) -> None:
        at = 0
        while at < len(job):
            at = self._command(job, at)

    def _command(self, job: bytes, at: int) -> int:
        if job[at] == 0:
            return at + 1
        match job[at : at + 2]:
            case b"\x1b\0" | b"\x1d\0":
                return at + 2
            case b"\x1b@":
                self.unit = _DEFAULT_UNIT
                return at + 2
            case b"\x1bJ":
                self._feed(self._bytes(job, at + 2, 1)[0])
                return at + 3
            case b"\x1dP":
                self.unit = self._bytes(job, at + 2, 2)[1] or _DEFAULT_UNIT
                return at + 4
            case b"\x1dV":
                return self._cut(job, at)
            case b"\x1dv":
                return self._raster(job, at)
        raise NotEscposError(job[at : at + 4].hex())

    def _cut(self, job: bytes, at: int) -> int:
        kind = self._bytes(job, at + 2, 1)
        if (kind == b"\x42" and self._bytes(job, at + 3, 1) != b"\0") or kind not in {b"\x42", b"\0"}:
            raise NotEscposError("another cut")
        self.papers.append(self.paper)
        self.paper = []
        return at + (4 if kind == b"\x42" else 3)

    def _bytes(self, job: bytes, at: int, count: int) -> bytes:
        if at + count > len(job):
            raise NotEscposError("cut short")
        return job[at : at + count]

    def _feed(self, steps: int) -> None:
        rows = steps * self.dpi / self.unit
        if rows != int(rows):
            raise NotEscposError("fed by part of a dot")
        self.paper += [bytes(self.row_bytes)] * int(rows)

    def _raster(self, job: bytes, at: int) -> int:
        head = self._bytes(job, at + 2, 6)
        width, rows = int.from_bytes(head[2:4], "little"), int.from_bytes(head[4:6], "little")
        if head == bytes(6):
            return at + 3
        if head[:2] != b"0\0" or width > self.row_bytes:
            raise NotEscposError("not a bitmap of this head")
        data = self._bytes(job, at + 8, width * rows)
        self.largest_chunk = max(self.largest_chunk, len(data))
        self.most_rows = max(self.most_rows, rows)
        for row in range(rows):
            self.paper.append(data[row * width : (row + 1) * width].ljust(self.row_bytes, b"\0"))
        return at + 8 + len(data)
