"""A reader of TSPL of our own: bitmaps, bars, barcodes, PCX files. What a printer would burn, as bytes, 1 is black."""

from __future__ import annotations

import re
from io import BytesIO

import zint
from PIL import Image

_SETTINGS = rb"(SIZE [\d.]+ mm,[\d.]+ mm|GAP [\d.]+ mm,0 mm|DIRECTION 1|REFERENCE 0,0|DENSITY \d+|SPEED \d+)"


class NotTsplError(ValueError):
    """A command a printer would not understand, or bytes missing."""


def _bars(value: str) -> str:
    """Modules of a Code 128 symbol by zint, which shares no code with ours."""
    symbol = zint.Symbol()
    symbol.symbology = zint.Symbology.CODE128
    symbol.encode(value)
    symbol.buffer_vector(0)
    cells = ["0"] * (int(symbol.vector.width) // 2)
    for bar in symbol.vector.rectangles:
        cells[int(bar.x) // 2 : int(bar.x + bar.width) // 2] = "1" * (int(bar.width) // 2)
    return "".join(cells)


class TsplReader:
    """Executes one job; ``printed`` holds the dots of each label, rows of whole bytes."""

    def __init__(self, row_bytes: int, rows: int) -> None:
        self.row_bytes, self.rows = row_bytes, rows
        self.dots = [[0] * (row_bytes * 8) for _ in range(rows)]
        self.printed: list[bytes] = []
        self.files: dict[bytes, bytes] = {}

    def run(self, job: bytes) -> None:
        at = 0
        while at < len(job):
            if job.startswith(b"BITMAP ", at):
                at = self._bitmap(job, at)
                continue
            if job.startswith(b"DOWNLOAD ", at):
                at = self._download(job, at)
                continue
            end = job.find(b"\r\n", at)
            if end < 0:
                raise NotTsplError("a line without an end")
            self._line(job[at:end].lstrip(b"\0"))
            at = end + 2

    def _bitmap(self, job: bytes, at: int) -> int:
        head = re.compile(rb"BITMAP (\d+),(\d+),(\d+),(\d+),0,").match(job, at)
        if head is None:
            raise NotTsplError("a bitmap without its figures")
        x, y, width, height = (int(figure) for figure in head.groups())
        data = job[head.end() : head.end() + width * height]
        if len(data) < width * height:
            raise NotTsplError("a bitmap that is cut short")
        for row in range(height):
            for column in range(width * 8):
                byte = data[row * width + column // 8]
                self.dots[y + row][x + column] = 1 - (byte >> (7 - column % 8) & 1)
        return head.end() + width * height

    def _download(self, job: bytes, at: int) -> int:
        head = re.compile(rb'DOWNLOAD "([A-Z0-9]+\.PCX)",(\d+),').match(job, at)
        if head is None:
            raise NotTsplError("a file without name and size")
        data = job[head.end() : head.end() + int(head[2])]
        if len(data) < int(head[2]) or head[1] in self.files:
            raise NotTsplError("a file that is cut short, or there already")
        self.files[head[1]] = data
        return head.end() + len(data)

    def _line(self, line: bytes) -> None:
        commands = (
            (rb'BARCODE (\d+),(\d+),"128",(\d+),0,0,(\d+),\d+,"([ -~]+)"', self._barcode),
            (rb"BAR (\d+),(\d+),(\d+),(\d+)", self._bar),
            (rb'PUTPCX (\d+),(\d+),"([A-Z0-9]+\.PCX)"', self._put),
            (rb'KILL "([A-Z0-9]+\.PCX)"', self._kill),
            (rb"CLS", self._clear),
            (rb"PRINT 1,1", self._print),
            (_SETTINGS, lambda _: None),
        )
        for pattern, action in commands:
            found = re.fullmatch(pattern, line)
            if found:
                action(found)
                return
        if line:
            raise NotTsplError(line[:40].decode("latin-1"))

    def _barcode(self, command: re.Match[bytes]) -> None:
        x, y, height, module = (int(figure) for figure in command.groups()[:4])
        for row in range(y, y + height):
            for index, cell in enumerate(_bars(command[5].decode())):
                if cell == "1":
                    self.dots[row][x + index * module : x + (index + 1) * module] = [1] * module

    def _bar(self, command: re.Match[bytes]) -> None:
        x, y, width, height = map(int, command.groups())
        for row in range(y, y + height):
            self.dots[row][x : x + width] = [1] * width

    def _put(self, command: re.Match[bytes]) -> None:
        """Pillow reads PCX without any code of ours."""
        left, top, data = int(command[1]), int(command[2]), self.files.get(command[3])
        if data is None:
            return
        picture = Image.open(BytesIO(data), formats=["PCX"]).convert("L")
        size, levels = picture.width, picture.tobytes()
        width = min(size, self.row_bytes * 8 - left)
        for row in range(min(picture.height, self.rows - top)):
            dots = [int(level == 0) for level in levels[row * size : row * size + width]]
            self.dots[top + row][left : left + width] = dots

    def _kill(self, command: re.Match[bytes]) -> None:
        self.files.pop(command[1], None)

    def _clear(self, command: re.Match[bytes]) -> None:
        self.dots = [[0] * (self.row_bytes * 8) for _ in range(self.rows)]

    def _print(self, command: re.Match[bytes]) -> None:
        self.printed.append(self._bytes())

    def _bytes(self) -> bytes:
        rows = ("".join(map(str, row)) for row in self.dots)
        return b"".join(int(row, 2).to_bytes(self.row_bytes, "big") for row in rows)
