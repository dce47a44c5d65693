"""An old label printer that speaks EPL2. Source: Zebra, EPL2 Programmer's Manual; in a ``GW`` bitmap 0 is black."""

from __future__ import annotations

import re

from kt1desk.simprinter.code128 import Bars, draw
from kt1desk.simprinter.machine import LabelMachine
from kt1desk.simprinter.parts import Sheet, Work
from kt1desk.simprinter.picture import Canvas, Dots

_INVERTED = bytes(255 - value for value in range(256))
_BITMAP = re.compile(rb"GW(\d+),(\d+),(\d+),(\d+),")
_BARCODE = re.compile(r'B(\d+),(\d+),0,1[AB]?,(\d+),\d+,(\d+),[NB],"([^"]*)"')
_SETTINGS = ("S", "D", "Z", "R", "O", "J", "U", "I")
_LONGEST_LINE = 4096


class Epl(LabelMachine):
    """An EPL2 printer; a page is a label. It answers nothing."""

    def __init__(self, sheet: Sheet | None = None) -> None:
        super().__init__(sheet or Sheet())
        self._size = (self.sheet.width_dots, self.sheet.height_dots)
        self._canvas = Canvas(*self._size)

    def realtime(self, data: bytes) -> bytes:
        """Nothing is heard at once."""
        return data

    def restart(self) -> None:
        """The image memory is empty."""
        self._canvas = Canvas(*self._size)
        super().restart()

    def program(self) -> Work[None]:
        """Commands, a line each; a bitmap brings its bytes."""
        while True:
            line = yield from self._line()
            bitmap = _BITMAP.fullmatch(line)
            if bitmap is not None:
                x, y, size, rows = (int(number) for number in bitmap.groups())
                bits = yield from self.intake.take(size * rows)
                self._canvas.draw(x, y, Dots(size, bits.translate(_INVERTED)))
            else:
                yield from self._obey(line.decode("latin-1"))

    def _line(self) -> Work[bytes]:
        line = b""
        while True:
            line = (line + (yield from self.intake.until(b",\r\n"))).lstrip(b"\0 ")
            stop = yield from self.intake.take(1)
            if stop != b",":
                return line.rstrip()
            line += stop
            if _BITMAP.fullmatch(line):
                return line
            if len(line) > _LONGEST_LINE:
                self.garbage += len(line)
                line = b""

    def _obey(self, line: str) -> Work[None]:
        barcode = _BARCODE.fullmatch(line)
        if line == "N":
            self._canvas = Canvas(*self._size)
        elif found := re.fullmatch(r"q(\d+)", line):
            self._size = (int(found[1]), self._size[1])
        elif found := re.fullmatch(r"Q(\d+),.*", line):
            self._size = (self._size[0], int(found[1]))
        elif found := re.fullmatch(r"P(\d+)(?:,(\d+))?", line):
            for _ in range(int(found[1]) * int(found[2] or 1)):
                yield from self.print_label(self._canvas)
        elif found := re.fullmatch(r"LO(\d+),(\d+),(\d+),(\d+)", line):
            self._canvas.fill(*(int(number) for number in found.groups()))
        elif barcode is not None:
            x, y, module, height = (int(number) for number in barcode.groups()[:4])
            draw(self._canvas, Bars(x, y, height, module), barcode[5])
        elif line and not line.startswith(_SETTINGS):
            self.garbage += len(line)
