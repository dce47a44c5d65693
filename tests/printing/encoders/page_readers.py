"""Readers of EPL2 and CPCL of our own: what a printer would burn, as bytes, rows of whole bytes, 1 is black."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

_FILLED_UP = bytes(64)


class NotUnderstoodError(ValueError):
    """A command a printer would not understand, or bytes missing."""


class Canvas:
    """The image buffer of a printer: rows of dots, paper wider than the picture by nothing."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [0] * height
        self.size = (width + 7) // 8 * 8

    def burn(self, x: int, y: int, width: int, row: int) -> None:
        """Put a row of dots down; what does not fit is a fault of the job."""
        if not 0 <= y < self.height or x + width > self.size:
            raise NotUnderstoodError("dots beside the paper")
        self.rows[y] |= row << (self.size - x - width)

    def bits(self) -> bytes:
        """As a raster holds them; black padding is a fault."""
        if any(row & ((1 << (self.size - self.width)) - 1) for row in self.rows):
            raise NotUnderstoodError("black padding")
        return b"".join(row.to_bytes(self.size // 8, "big") for row in self.rows)


class _Reader(ABC):
    """Lines, and bitmaps among them whose length only their own head tells. A line broken off and filled up is no command."""

    head: re.Pattern[bytes]
    inverted: bool

    def __init__(self) -> None:
        self.canvas: Canvas | None = None
        self.printed: list[bytes] = []

    def run(self, job: bytes) -> None:
        at = 0
        while at < len(job):
            head = self.head.match(job, at)
            if head:
                at = self._bitmap(job, head)
                continue
            end = job.find(b"\r\n", at)
            if end < 0:
                raise NotUnderstoodError("a line without an end")
            line = job[at:end].lstrip(b"\0")
            if not line.endswith(_FILLED_UP):
                self.line(line)
            at = end + 2

    @abstractmethod
    def place(self, head: re.Match[bytes]) -> tuple[int, int, int, int]:
        """x, y, bytes across, rows."""

    @abstractmethod
    def line(self, line: bytes) -> None:
        """Carry out one command."""

    def _bitmap(self, job: bytes, head: re.Match[bytes]) -> int:
        x, y, width, height = self.place(head)
        data = job[head.end() : head.end() + width * height]
        if self.canvas is None or len(data) < width * height:
            raise NotUnderstoodError("a bitmap without a page, or cut short")
        for row in range(height):
            dots = int.from_bytes(data[row * width : (row + 1) * width], "big")
            full = (1 << width * 8) - 1
            self.canvas.burn(x, y + row, width * 8, full ^ dots if self.inverted else dots)
        return head.end() + len(data)

    def show(self) -> None:
        """One label comes out."""
        if self.canvas is None:
            raise NotUnderstoodError("nothing to print")
        self.printed.append(self.canvas.bits())


class EplReader(_Reader):
    """``N q Q D GW LO P1``; q and Q empty the buffer, as the guide says."""

    head = re.compile(rb"GW(\d+),(\d+),(\d+),(\d+),")
    inverted = True

    def __init__(self) -> None:
        super().__init__()
        self.width = self.height = 0
        self.gap = self.darkness = -1

    def place(self, head: re.Match[bytes]) -> tuple[int, int, int, int]:
        x, y, width, height = map(int, head.groups())
        return x, y, width, height

    def line(self, line: bytes) -> None:
        if line == b"N":
            self.canvas = Canvas(self.width, self.height)
        elif width := re.fullmatch(rb"q(\d+)", line):
            self.width, self.canvas = int(width[1]), None
        elif form := re.fullmatch(rb"Q(\d+),(\d+)", line):
            self.height, self.gap = int(form[1]), int(form[2])
            self.canvas = Canvas(self.width, self.height)
        elif black := re.fullmatch(rb"LO(\d+),(\d+),(\d+),(\d+)", line):
            x, y, across, down = map(int, black.groups())
            for row in range(y, y + down):
                if self.canvas is None:
                    raise NotUnderstoodError("a line without a page")
                self.canvas.burn(x, row, across, (1 << across) - 1)
        elif darkness := re.fullmatch(rb"D(\d+)", line):
            self.darkness = int(darkness[1])
        elif line == b"P1":
            self.show()
        elif line:
            raise NotUnderstoodError(line[:40].decode("latin-1"))


class CpclReader(_Reader):
    """``! 0 200 200 h 1``, ``PAGE-WIDTH CG TONE FORM PRINT ABORT``; outside a session a line is a text that is printed."""

    head = re.compile(rb"CG (\d+) (\d+) (\d+) (\d+) ")
    inverted = False

    def __init__(self) -> None:
        super().__init__()
        self.height = -1
        self.texts: list[bytes] = []
        self.has_form = False
        self.tone = 0

    def place(self, head: re.Match[bytes]) -> tuple[int, int, int, int]:
        width, height, x, y = map(int, head.groups())
        return x, y, width, height

    def line(self, line: bytes) -> None:
        begun = re.fullmatch(rb"! 0 (\d+) (\d+) (\d+) 1", line)
        if self.height < 0:
            if begun:
                self.height, self.has_form = int(begun[3]), False
            elif line:
                self.texts.append(line)
        elif width := re.fullmatch(rb"PAGE-WIDTH (\d+)", line):
            self.canvas = Canvas(int(width[1]), self.height)
        elif tone := re.fullmatch(rb"TONE (-?\d+)", line):
            self.tone = int(tone[1])
        elif line == b"FORM":
            self.has_form = True
        elif line in {b"PRINT", b"ABORT"}:
            if line == b"PRINT":
                self.show()
            self.height, self.canvas = -1, None
        elif line and not begun:
            raise NotUnderstoodError(line[:40].decode("latin-1"))
