"""A receipt printer of the Epson kind: ESC/POS. Source: Epson's ESC/POS command reference for TM printers.

Two traps are kept. ``DLE EOT`` is answered wherever it comes, and within a bitmap its bytes are dots all the same (TM-T81). What is no
command is printed as text: the scraps of a job that broke off stand on the paper as signs without sense.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.simprinter.ear import Ear
from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.parts import ROLL, Sheet, Wait, Work
from kt1desk.simprinter.picture import Picture

_DLE, _LF, _ESC, _FS, _GS = 0x10, 0x0A, 0x1B, 0x1C, 0x1D
_SIGN_WIDTH, _SIGN_HEIGHT = 12, 24
_LINE_DOTS = 30
_NO_MARKS = frozenset(b"\0\r\t")
_PARAMETERS = {
    _ESC: {
        **dict.fromkeys(b" !%-EGMRTVaertuv{=", 1),
        **dict.fromkeys(b"$\\c", 2),
        **dict.fromkeys(b"2S<", 0),
        ord("p"): 3,
    },
    _GS: {
        **dict.fromkeys(b"!BHfhwb/", 1),
        **dict.fromkeys(b"LWP\\$", 2),
        **dict.fromkeys(b":", 0),
        ord("^"): 3,
    },
    _FS: {**dict.fromkeys(b".&", 0), **dict.fromkeys(b"!-CW", 1), **dict.fromkeys(b"Sp", 2)},
}
"""How many bytes follow commands that change nothing about a bitmap: settings of text, drawer, beeper."""
_CUTS_AFTER_FEED = frozenset(b"ABab")


class EscPos(Machine):
    """An ESC/POS printer with a cutter; a page is what lies between two cuts."""

    near_end_mm = 0.0
    """Below this much paper it warns; most counters' printers have no such sensor."""

    def __init__(self, sheet: Sheet = ROLL) -> None:
        super().__init__(sheet)
        self._ear = Ear(bytes([_DLE, 4, which]) for which in (1, 2, 3, 4))
        self._strip = bytearray()
        self._strip_garbage = 0
        self._is_torn = False
        self._signs = bytearray()
        self._stored: list[bytes] = []
        self._reports = False
        self._reported = b""

    @property
    def hanging(self) -> Picture:
        """The paper that has come out and is not yet cut."""
        rows = len(self._strip) // self._row_bytes
        return Picture(self._row_bytes * 8, rows, bytes(self._strip), not self._is_torn, self._strip_garbage)

    def realtime(self, data: bytes) -> bytes:
        """``DLE EOT n`` is answered at once; its bytes go on into the buffer."""
        pieces = self._ear.hear(data)
        for piece in pieces:
            if piece in self._ear.commands:
                self.say(bytes([self._status(piece[2])]))
        return b"".join(pieces)

    def changed(self) -> None:
        """Automatic status: four bytes whenever something changed, where ``GS a`` asked for it."""
        status = self._asb()
        if self._reports and status != self._reported:
            self._reported = status
            self.say(status)

    def restart(self) -> None:
        """What was set is forgotten."""
        self._signs.clear()
        self._stored.clear()
        self._reports = False
        super().restart()

    def program(self) -> Work[None]:
        """Commands in their turn; none is read while the printer is offline."""
        while True:
            yield from self.feeder.ready()
            lead = yield from self.intake.byte()
            if lead == _LF:
                yield from self._end_line()
            elif lead == _DLE:
                yield from self._skip_realtime()
            elif lead in _PARAMETERS:
                yield from self._command(lead)
            elif lead not in _NO_MARKS:
                yield from self._sign(lead)

    @property
    def _row_bytes(self) -> int:
        return self.sheet.width_dots // 8

    def _status(self, which: int) -> int:
        """``DLE EOT``: bits 1 and 4 are always set, 0 and 7 never."""
        is_open, is_out = self.feeder.is_open, self.feeder.is_out
        near_end = is_out or self.feeder.left_mm < self.near_end_mm
        status = {
            1: 0x08 * (is_open or is_out),
            2: 0x04 * is_open | 0x20 * is_out,
            3: 0,
            4: 0x0C * near_end | 0x60 * is_out,
        }
        return 0x12 | status[which]

    def _asb(self) -> bytes:
        is_open, is_out = self.feeder.is_open, self.feeder.is_out
        near_end = is_out or self.feeder.left_mm < self.near_end_mm
        first = 0x10 | 0x08 * (is_open or is_out) | 0x20 * is_open
        return bytes([first, 0, 0x03 * near_end | 0x0C * is_out, 0])

    def _skip_realtime(self) -> Work[None]:
        kind = yield from self.intake.byte()
        yield from self.intake.take(3 if kind == 0x14 else 1)

    def _command(self, lead: int) -> Work[None]:
        name = yield from self.intake.byte()
        quiet = _PARAMETERS[lead].get(name)
        if quiet is not None:
            yield from self.intake.take(quiet)
            return
        known = self._of_escape(name) if lead == _ESC else self._of_group(name) if lead == _GS else None
        if known is None:
            self.garbage += 2
            return
        yield from known

    def _of_escape(self, name: int) -> Work[None] | None:
        match chr(name):
            case "@":
                return self._initialise()
            case "J":
                return self._feed(1)
            case "d":
                return self._feed(_LINE_DOTS)
            case "3":
                return self._skip(1)
            case "i" | "m":
                return self._cut_now()
        return None

    def _of_group(self, name: int) -> Work[None] | None:
        of_name = {
            "v": self._raster,
            "V": self._cut,
            "(": self._sized,
            "a": self._automatic,
            "r": self._report,
            "I": self._model,
            "k": self._barcode,
        }.get(chr(name))
        return of_name() if of_name is not None else None

    def _skip(self, count: int) -> Work[None]:
        yield from self.intake.take(count)

    def _initialise(self) -> Work[None]:
        self._signs.clear()
        yield from ()

    def _feed(self, dots: int) -> Work[None]:
        """``ESC J`` and ``ESC d``."""
        count = yield from self.intake.byte()
        yield from self._print_signs()
        yield from self._burn([bytes(self._row_bytes)] * (count * dots))

    def _end_line(self) -> Work[None]:
        if self._signs:
            yield from self._print_signs()
            return
        yield from self._burn([bytes(self._row_bytes)] * _LINE_DOTS)

    def _raster(self) -> Work[None]:
        """``GS v 0 m xL xH yL yH``: rows come one by one, so that a block may be larger than the buffer."""
        _, mode, low, high, rows_low, rows_high = yield from self.intake.take(6)
        yield from self._print_signs()
        size, rows = low + high * 256, rows_low + rows_high * 256
        wide, tall = 1 + mode % 2, 1 + mode // 2 % 2
        for _ in range(rows):
            row = yield from self.intake.take(size)
            yield from self._burn([_widened(row, wide)] * tall)

    def _sized(self) -> Work[None]:
        """``GS ( x pL pH``: only graphics and the process id mean anything here."""
        kind, low, high = yield from self.intake.take(3)
        data = yield from self.intake.take(low + high * 256)
        if kind == ord("H") and data[:2] == b"00" and len(data) == 6:
            self.say(b"\x37\x22" + data[2:] + b"\0")
        elif kind == ord("L") and data[:2] == b"\x30\x70":
            self._store(data[2:])
        elif kind == ord("L") and data[:1] == b"0" and data[1:2] in {b"\x02", b"2"}:
            yield from self._print_signs()
            yield from self._burn(self._stored)
            self._stored = []

    def _store(self, data: bytes) -> None:
        """Function 112: a b_x b_y c xL xH yL yH, width in dots."""
        wide, tall = data[1], data[2]
        size = (data[4] + data[5] * 256 + 7) // 8
        rows = [data[at : at + size] for at in range(8, len(data), size)]
        self._stored += [row for row in rows for row in [_widened(row, wide)] * tall]

    def _cut(self) -> Work[None]:
        """``GS V``: the way from the head to the knife is left out, as if the knife sat on the head."""
        mode = yield from self.intake.byte()
        if mode in _CUTS_AFTER_FEED:
            yield from self._feed(1)
        yield from self._cut_now()

    def _cut_now(self) -> Work[None]:
        yield from self._print_signs()
        self._let_go(is_whole=True)
        self._is_torn = False

    def _automatic(self) -> Work[None]:
        """``GS a n``: any bit switches the reports on, and the first one comes at once."""
        self._reports = (yield from self.intake.byte()) != 0
        self._reported = b""
        self.changed()

    def _report(self) -> Work[None]:
        """``GS r n``: the paper sensor or the drawer, in its turn."""
        which = yield from self.intake.byte()
        near_end = 0x03 * (self.feeder.left_mm < self.near_end_mm)
        self.say(bytes([near_end if which in b"\x011" else 0]))

    def _model(self) -> Work[None]:
        """``GS I n``: one byte for numbers, text between _ and NUL for names."""
        which = yield from self.intake.byte()
        self.say(b"_KT1 SIM\0" if which >= 65 else b"\x02")

    def _barcode(self) -> Work[None]:
        """``GS k``: read over; bars come as dots from whoever knows what a scanner needs."""
        kind = yield from self.intake.byte()
        if kind >= 65:
            yield from self.intake.take((yield from self.intake.byte()))
            return
        yield from self.intake.until(b"\0")

    def _sign(self, code: int) -> Work[None]:
        self._signs.append(code)
        if len(self._signs) * _SIGN_WIDTH >= self.sheet.width_dots:
            yield from self._print_signs()

    def _print_signs(self) -> Work[None]:
        """A line of what was no command."""
        signs = bytes(self._signs)
        self._signs.clear()
        if not signs:
            return
        self.garbage += len(signs)
        self._strip_garbage += len(signs)
        yield from self._burn(
            _line_of(signs, self._row_bytes) + [bytes(self._row_bytes)] * (_LINE_DOTS - _SIGN_HEIGHT)
        )

    def _burn(self, rows: Sequence[bytes]) -> Work[None]:
        """Print rows; where the paper ends among them, what hangs out is torn off and the rest comes on the next roll."""
        for row in rows:
            while not self.feeder.pull(1):
                self.changed()
                if self.feeder.is_out and self._strip:
                    self._let_go(is_whole=False)
                    self._is_torn = True
                yield Wait.TIME if self.feeder.is_ready else Wait.PAPER
            self._strip += row[: self._row_bytes].ljust(self._row_bytes, b"\0")

    def _let_go(self, *, is_whole: bool) -> None:
        if not self._strip:
            return
        rows = len(self._strip) // self._row_bytes
        whole = is_whole and not self._is_torn
        self.put_out(Picture(self._row_bytes * 8, rows, bytes(self._strip), whole, self._strip_garbage))
        self._strip.clear()
        self._strip_garbage = 0


def _line_of(signs: bytes, row_bytes: int) -> list[bytes]:
    """Signs without sense: each byte is a cell in which its own bits are black bars."""
    rows = []
    for bit in range(8):
        row = 0
        for at, sign in enumerate(signs):
            if sign >> bit & 1:
                row |= ((1 << _SIGN_WIDTH - 2) - 1) << (row_bytes * 8 - (at + 1) * _SIGN_WIDTH)
        rows += [row.to_bytes(row_bytes, "big")] * (_SIGN_HEIGHT // 8)
    return rows


def _widened(row: bytes, times: int) -> bytes:
    """Each dot so many times beside itself."""
    if times == 1:
        return row
    dots = "".join(bit * times for bit in f"{int.from_bytes(row, 'big'):0{len(row) * 8}b}")
    return int(dots, 2).to_bytes(len(row) * times, "big") if dots else b""
