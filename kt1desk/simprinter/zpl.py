"""A label printer that speaks ZPL II. Source: Zebra, ZPL II Programming Guide.

``~`` commands are heard at once and taken out of the stream, even within a graphic. ``~HS`` gets no answer while the paper is out or the
head is open: silence is how a Zebra says so. A graphic whose check sum is wrong is left out, and the label is printed without it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kt1desk.simprinter.ear import Ear
from kt1desk.simprinter.machine import LabelMachine
from kt1desk.simprinter.parts import Sheet, Wait, Work
from kt1desk.simprinter.picture import Canvas, Dots
from kt1desk.simprinter.zpl_graphic import DamagedGraphicError, bits_of

_HOST_STATUS, _CANCEL_ALL, _IDENTITY = b"~HS", b"~JA", b"~HI"
_LEADS = b"^~"
_SPACE = frozenset(b"\0 \r\n\t")
_ALONE = {b"XA", b"XZ", b"FS"}
"""Commands without parameters: carried out before anything else comes."""
_SETTINGS = frozenset(
    b"BY CI CW FR FX JM JU JZ KN LS LT MC MD MF ML MM MN MT MU MW PM PO PR PP PS SD SS SZ TA TO ZZ XB".split()
)
"""They change nothing about the dots of one label; so does ``^A``, since text is not drawn."""


@dataclass(frozen=True, slots=True)
class _HostField:
    """``^HV``: what is said of a field, once for each label or for the whole format."""

    number: int
    length: int
    before: bytes
    behind: bytes
    for_each_label: bool


@dataclass(slots=True)
class _Format:
    """What stands between ``^XA`` and ``^XZ``."""

    graphics: list[tuple[int, int, Dots]] = field(default_factory=list)
    fields: dict[int, bytes] = field(default_factory=dict)
    told: list[_HostField] = field(default_factory=list)
    place: tuple[int, int] = (0, 0)
    number: int | None = None
    escape: bytes = b""
    quantity: int = 1

    def move(self, rest: bytes) -> None:
        """``^FOx,y``: where the next graphic stands."""
        x, y, *_ = rest.split(b",")
        self.place = (int(x), int(y))

    def name(self, rest: bytes) -> None:
        """``^FNn``: the field has a number."""
        self.number = int(rest)

    def set_escape(self, rest: bytes) -> None:
        """``^FHc``: what stands before two hex digits."""
        self.escape = rest[:1] or b"_"

    def data(self, rest: bytes) -> None:
        """Text for a number is kept to be told; fonts are not known here, so it is not drawn."""
        if self.number is None:
            raise ValueError(rest)
        self.fields[self.number] = _unescaped(rest, self.escape)

    def tell(self, rest: bytes) -> None:
        """``^HVnumber,length,before,behind,L``."""
        number, length, before, behind, how = (*rest.split(b","), b"", b"", b"", b"")[:5]
        escape = self.escape or b"_"
        texts = (_unescaped(before, escape), _unescaped(behind, escape))
        self.told.append(_HostField(int(number), int(length or 64), *texts, how.strip() == b"L"))

    def set_quantity(self, rest: bytes) -> None:
        """``^PQn``: how many labels."""
        self.quantity = max(1, int(rest.split(b",")[0]))


class Zpl(LabelMachine):
    """A ZPL printer; a page is a label."""

    answers_when_stopped = False
    """Clones answer ``~HS`` with the paper out; a Zebra does not."""

    def __init__(self, sheet: Sheet | None = None) -> None:
        super().__init__(sheet or Sheet())
        self._ear = Ear((_HOST_STATUS, _CANCEL_ALL, _IDENTITY))
        self._size = (self.sheet.width_dots, self.sheet.height_dots)
        self._home = (0, 0)
        self._format: _Format | None = None
        self.spoilt_graphics = 0
        """Graphics left out because their check sum was wrong."""
        self._left_to_print = 0
        self._commands: dict[bytes, Callable[[_Format, bytes], None]] = {
            b"FO": _Format.move,
            b"FN": _Format.name,
            b"FH": _Format.set_escape,
            b"FD": _Format.data,
            b"HV": _Format.tell,
            b"PQ": _Format.set_quantity,
            b"PW": self._set_width,
            b"LL": self._set_length,
            b"LH": self._set_home,
        }

    def realtime(self, data: bytes) -> bytes:
        """``~HS`` and ``~HI`` are answered; ``~JA`` drops what is read and unread."""
        kept = b""
        for piece in self._ear.hear(data):
            if piece == _HOST_STATUS:
                self._say_status()
            elif piece == _IDENTITY:
                self.say(b"\x02KT1 SIM,V1.0,%d,8192KB\x03\r\n" % self.sheet.dots_per_mm)
            elif piece == _CANCEL_ALL:
                kept = b""
                self.intake.clear()
                self.restart()
            else:
                kept += piece
        return kept

    def restart(self) -> None:
        """No format is half read."""
        self._format = None
        self._left_to_print = 0
        super().restart()

    def program(self) -> Work[None]:
        """Commands; what stands outside of them is passed over."""
        while True:
            lead = yield from self.intake.byte()
            if lead in _LEADS:
                yield from self._command((yield from self.intake.take(2)))
            elif lead not in _SPACE:
                self.garbage += 1

    def _say_status(self) -> None:
        """Three lines: b paper out, eee formats waiting, f buffer full, h half a format; o head up; u labels left."""
        if not self.feeder.is_ready and not self.answers_when_stopped:
            return
        waiting = self.intake.count(b"^XZ")
        paper, head, half = self.feeder.is_out, self.feeder.is_open, self._format is not None
        busy = self.waits is Wait.TIME
        self.say(
            b"\x02030,%d,0,%04d,%03d,0,0,%d,000,0,0,0\x03\r\n"
            % (paper, self._size[1], waiting, half and not busy)
        )
        self.say(b"\x02001,0,%d,0,1,2,4,0,%08d,1,000\x03\r\n" % (head, self._left_to_print))
        self.say(b"\x021234,0\x03\r\n")

    def _command(self, name: bytes) -> Work[None]:
        if name == b"GF":
            yield from self._graphic()
            return
        rest = b"" if name in _ALONE else (yield from self.intake.until(_LEADS))
        known = self._commands.get(name)
        if name == b"XA":
            self._format = (
                self._format or _Format()
            )  # a job that broke off is gone on with: nothing has ended its format
        elif name == b"XZ":
            yield from self._print()
        elif name == b"FS" and self._format is not None:
            self._format.number, self._format.escape = None, b""
        elif known is not None and self._format is not None:
            try:
                known(self._format, rest.rstrip(b"\r\n") if name != b"FD" else rest)
            except ValueError:
                self.garbage += len(rest) + 3
        elif name not in _SETTINGS and name[:1] != b"A":
            self.garbage += len(rest) + 3

    def _graphic(self) -> Work[None]:
        """``^GFa,b,c,d,data``: c bytes of a picture of d bytes to the row."""
        heads: list[bytes] = []
        while len(heads) < 4:
            heads.append((yield from self.intake.until(b",^~")))
            if self.intake.begins_with(_LEADS):
                self.garbage += sum(map(len, heads)) + 3
                return
            yield from self.intake.byte()
        coding, sent, total, size = (
            heads[0].strip(),
            *(int(head) if head.isdigit() else 0 for head in heads[1:]),
        )
        if coding == b"B":
            bits = yield from self.intake.take(sent)
        else:
            data = yield from self.intake.until(_LEADS)
            try:
                bits = bits_of(data, total, size) if size else b""
            except DamagedGraphicError:
                self.spoilt_graphics += 1
                return
        if self._format is not None and size:
            self._format.graphics.append((*self._format.place, Dots(size, bits)))

    def _print(self) -> Work[None]:
        """``^XZ``: the labels, then what is to be told of them; a format in which nothing stands prints nothing."""
        made, self._format = self._format, None
        if made is None or not (made.graphics or made.fields):
            return
        canvas = Canvas(*self._size)
        for x, y, dots in made.graphics:
            canvas.draw(self._home[0] + x, self._home[1] + y, dots)
        for left in range(made.quantity, 0, -1):
            self._left_to_print = left
            yield from self.print_label(canvas)
            self._say_fields(made, each=True)
        self._left_to_print = 0
        self._say_fields(made, each=False)

    def _say_fields(self, made: _Format, *, each: bool) -> None:
        for told in made.told:
            if told.for_each_label is each:
                self.say(told.before + made.fields.get(told.number, b"")[: told.length] + told.behind)

    def _set_width(self, _made: _Format, rest: bytes) -> None:
        self._size = (max(1, int(rest)), self._size[1])

    def _set_length(self, _made: _Format, rest: bytes) -> None:
        self._size = (self._size[0], max(1, int(rest)))

    def _set_home(self, _made: _Format, rest: bytes) -> None:
        x, y = rest.split(b",")
        self._home = (int(x), int(y))


def _unescaped(text: bytes, escape: bytes) -> bytes:
    """Two hex digits behind the escape sign are one byte."""
    if not escape:
        return text
    return re.sub(re.escape(escape) + b"([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), text)
