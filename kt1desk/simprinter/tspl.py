"""A label printer that speaks TSPL. Source: TSC, TSPL/TSPL2 Programming Manual.

In its bitmaps 0 is black. Commands that begin with ``ESC !`` are heard at once and taken out of the stream even within a bitmap, which is
why a bitmap must never hold these bytes. A line that is no command prints nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from kt1desk.simprinter.code128 import Bars, draw
from kt1desk.simprinter.ear import Ear
from kt1desk.simprinter.machine import LabelMachine
from kt1desk.simprinter.parts import Sheet, Wait, Work
from kt1desk.simprinter.pcx import dots_of
from kt1desk.simprinter.picture import Canvas, Dots

_STATUS, _RESET, _CANCEL = b"\x1b!?", b"\x1b!R", b"\x1b!."
_INVERTED = bytes(255 - value for value in range(256))
_HEAD_OPEN, _NO_PAPER, _PRINTING = 0x01, 0x04, 0x20
_SETTINGS = re.compile(
    "GAP|BLINE|OFFSET|SPEED|DENSITY|DIRECTION|SET|CODEPAGE|COUNTRY|SOUND|SHIFT|HOME|FORMFEED|FEED|BACKFEED|CUT|EOP|KILL"
)
"""They change nothing about the dots of one label."""
_LONGEST_LINE = 4096
_BITMAP = re.compile(rb"BITMAP\s+(-?\d+),(-?\d+),(\d+),(\d+),(\d),")
_DOWNLOAD = re.compile(rb'DOWNLOAD\s+(?:\w\s*,\s*)?"([^"]+)",(\d+),')
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(mm|dot|)\s*", re.IGNORECASE)
_TEXT_128 = re.compile(r'(-?\d+),(-?\d+),"128M?",(\d+),\d,0,(\d+),\d+,(?:\d,)?"([^"]*)"')


class Tspl(LabelMachine):
    """A TSPL printer; a page is a label."""

    def __init__(self, sheet: Sheet | None = None) -> None:
        super().__init__(sheet or Sheet())
        self._ear = Ear((_STATUS, _RESET, _CANCEL))
        self._size = (self.sheet.width_dots, self.sheet.height_dots)
        self._origin = (0, 0)
        self._canvas = Canvas(*self._size)
        self._files: dict[str, bytes] = {}
        self._commands: dict[str, Callable[[str], None]] = {
            "SIZE": self._resize,
            "REFERENCE": self._refer,
            "CLS": self._clear,
            "BARCODE": self._barcode,
            "BAR": self._bar,
            "PUTPCX": self._put_pcx,
        }

    def realtime(self, data: bytes) -> bytes:
        """``ESC ! ?`` says what is the matter in one byte; ``ESC ! R`` and ``ESC ! .`` forget what is under way."""
        kept = b""
        for piece in self._ear.hear(data):
            if piece == _STATUS:
                self.say(bytes([self._status()]))
            elif piece in self._ear.commands:
                kept = b""
                self.intake.clear()
                self.restart()
            else:
                kept += piece
        return kept

    def restart(self) -> None:
        """The image memory is empty."""
        self._clear("")
        super().restart()

    def program(self) -> Work[None]:
        """Commands, a line each; a bitmap and a file bring as many bytes as they say."""
        while True:
            line = yield from self._line()
            bitmap, download = _BITMAP.fullmatch(line), _DOWNLOAD.fullmatch(line)
            if bitmap is not None:
                left, top, size, rows, mode = (int(number) for number in bitmap.groups())
                bits = yield from self.intake.take(size * rows)
                self._draw(left, top, Dots(size, bits.translate(_INVERTED)), overwrite=mode == 0)
            elif download is not None:
                self._files[download[1].decode("latin-1")] = yield from self.intake.take(int(download[2]))
            else:
                yield from self._obey(line)

    def _status(self) -> int:
        status = _HEAD_OPEN * self.feeder.is_open | _NO_PAPER * self.feeder.is_out
        return status | _PRINTING * (self.waits is Wait.TIME)

    def _line(self) -> Work[bytes]:
        """Up to the end of the line, or up to the comma behind which bytes begin."""
        line = b""
        while True:
            line = (line + (yield from self.intake.until(b",\r\n"))).lstrip(b"\0 ")
            stop = yield from self.intake.take(1)
            if stop != b",":
                return line.rstrip()
            line += stop
            if _BITMAP.fullmatch(line) or _DOWNLOAD.fullmatch(line):
                return line
            if len(line) > _LONGEST_LINE:
                self.garbage += len(line)
                line = b""

    def _obey(self, line: bytes) -> Work[None]:
        name, _, rest = line.decode("latin-1").partition(" ")
        command = self._commands.get(name)
        try:
            if name == "PRINT":
                yield from self._print(rest)
            elif command is not None:
                command(rest)
            elif name and not _SETTINGS.fullmatch(name):
                self.garbage += len(line)
        except ValueError:
            self.garbage += len(line)

    def _resize(self, rest: str) -> None:
        width, height = rest.split(",")
        self._size = (_dots(width, self.sheet.dots_per_mm), _dots(height, self.sheet.dots_per_mm))

    def _refer(self, rest: str) -> None:
        x, y = rest.split(",")
        self._origin = (int(x), int(y))

    def _clear(self, _rest: str) -> None:
        self._canvas = Canvas(*self._size)

    def _draw(self, x: int, y: int, dots: Dots, *, overwrite: bool) -> None:
        self._canvas.draw(self._origin[0] + x, self._origin[1] + y, dots, overwrite=overwrite)

    def _bar(self, rest: str) -> None:
        x, y, width, height = (int(number) for number in rest.split(","))
        self._canvas.fill(self._origin[0] + x, self._origin[1] + y, width, height)

    def _barcode(self, rest: str) -> None:
        """Code 128, not turned; other symbologies are not known here."""
        found = _TEXT_128.fullmatch(rest.strip())
        if found is None:
            raise ValueError(rest)
        x, y, height, module = (int(number) for number in found.groups()[:4])
        draw(self._canvas, Bars(self._origin[0] + x, self._origin[1] + y, height, module), found[5])

    def _put_pcx(self, rest: str) -> None:
        x, y, name = rest.split(",")
        dots = dots_of(self._files.get(name.strip().strip('"'), b""))
        if dots is None:
            raise ValueError(name)
        self._draw(int(x), int(y), dots, overwrite=True)

    def _print(self, rest: str) -> Work[None]:
        """``PRINT sets,copies``; the image stays in memory."""
        sets, _, copies = rest.partition(",")
        for _ in range(int(sets) * int(copies or 1)):
            yield from self.print_label(self._canvas)


def _dots(length: str, per_mm: int) -> int:
    """``100 mm``, ``800 dot``, or inches.

    Raises:
        ValueError: it is no length.
    """
    found = _LENGTH.fullmatch(length)
    if found is None:
        raise ValueError(length)
    scales = {"mm": per_mm, "dot": 1, "": per_mm * 25.4}
    return round(float(found[1]) * scales[found[2].lower()])
