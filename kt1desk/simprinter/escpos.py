"""A receipt printer of the Epson kind: ESC/POS. Source: Epson's ESC/POS command reference for TM printers.

Three traps are kept. ``ESC @`` ends the reports of ``GS a`` (Bixolon SRP-332II, command manual, GS a). ``DLE EOT`` is answered wherever it
comes, and within a bitmap its bytes are dots all the same (TM-T81). What is no command is printed as text: the scraps of a job that broke
off stand on the paper as signs without sense.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from kt1desk.simprinter.ear import Ear
from kt1desk.simprinter.escpos_status import automatic, real_time
from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.parts import ROLL, Intake, Sheet, Work
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.roll import LINE_DOTS, Roll

_DLE, _LF, _ESC, _FS, _GS = 0x10, 0x0A, 0x1B, 0x1C, 0x1D
_NO_MARKS = frozenset(b"\0\r\t")
_PARAMETERS = {
    _ESC: {
        **dict.fromkeys(b" !%-3EGMRTVaertuv{=", 1),
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
        self._roll = Roll(self.feeder, sheet.width_dots // 8, self._pages.append, self.changed)
        self._stored: list[bytes] = []
        self._reports = False
        self._reported = b""
        self._commands: dict[tuple[int, str], Callable[[], Work[None]]] = {
            (_ESC, "@"): self._initialise,
            (_ESC, "J"): partial(self._feed, 1),
            (_ESC, "d"): partial(self._feed, LINE_DOTS),
            (_ESC, "i"): self._roll.cut,
            (_ESC, "m"): self._roll.cut,
            (_GS, "v"): self._raster,
            (_GS, "V"): self._cut,
            (_GS, "("): self._sized,
            (_GS, "a"): self._automatic,
            (_GS, "r"): self._report,
            (_GS, "I"): self._model,
            (_GS, "k"): partial(_read_over_barcode, self.intake),
        }

    @property
    def hanging(self) -> Picture:
        """The paper that has come out and is not yet cut."""
        return self._roll.hanging

    def realtime(self, data: bytes) -> bytes:
        """``DLE EOT n`` is answered at once; its bytes go on into the buffer."""
        pieces = self._ear.hear(data)
        for piece in pieces:
            if piece in self._ear.commands:
                self.say(real_time(self.feeder, piece[2], self.near_end_mm))
        return b"".join(pieces)

    def changed(self) -> None:
        """Automatic status: four bytes whenever something changed, where ``GS a`` asked for it."""
        status = automatic(self.feeder, self.near_end_mm)
        if self._reports and status != self._reported:
            self._reported = status
            self.say(status)

    def restart(self) -> None:
        """What was set is forgotten."""
        self._roll.forget_signs()
        self._stored.clear()
        self._reports = False
        super().restart()

    def program(self) -> Work[None]:
        """Commands in their turn; none is read while the printer is offline."""
        while True:
            yield from self.feeder.ready()
            lead = yield from self.intake.byte()
            if lead == _LF:
                yield from self._roll.end_line()
            elif lead == _DLE:
                yield from _skip_realtime(self.intake)
            elif lead in _PARAMETERS:
                yield from self._command(lead)
            elif lead not in _NO_MARKS:
                yield from self._roll.sign(lead)
                self.garbage += 1

    def _command(self, lead: int) -> Work[None]:
        name = yield from self.intake.byte()
        quiet = _PARAMETERS[lead].get(name)
        known = self._commands.get((lead, chr(name)))
        if quiet is not None:
            yield from self.intake.take(quiet)
        elif known is not None:
            yield from known()
        else:
            self.garbage += 2

    def _initialise(self) -> Work[None]:
        self._roll.forget_signs()
        self._reports = False
        yield from ()

    def _feed(self, dots: int) -> Work[None]:
        """``ESC J`` and ``ESC d``."""
        count = yield from self.intake.byte()
        yield from self._roll.print_signs()
        yield from self._roll.feed(count * dots)

    def _raster(self) -> Work[None]:
        """``GS v 0 m xL xH yL yH``: rows come one by one, so that a block may be larger than the buffer."""
        _, mode, low, high, rows_low, rows_high = yield from self.intake.take(6)
        yield from self._roll.print_signs()
        size, rows = low + high * 256, rows_low + rows_high * 256
        wide, tall = 1 + mode % 2, 1 + mode // 2 % 2
        for _ in range(rows):
            row = yield from self.intake.take(size)
            yield from self._roll.burn([_widened(row, wide)] * tall)

    def _sized(self) -> Work[None]:
        """``GS ( x pL pH``: only graphics and the process id mean anything here."""
        kind, low, high = yield from self.intake.take(3)
        data = yield from self.intake.take(low + high * 256)
        if kind == ord("H") and data[:2] == b"00" and len(data) == 6:
            self.say(b"\x37\x22" + data[2:] + b"\0")
        elif kind == ord("L") and data[:2] == b"\x30\x70":
            self._stored += _stored_rows(data[2:])
        elif kind == ord("L") and data[:1] == b"0" and data[1:2] in {b"\x02", b"2"}:
            yield from self._roll.print_signs()
            yield from self._roll.burn(self._stored)
            self._stored = []

    def _cut(self) -> Work[None]:
        """``GS V``, with a feed before it in some modes."""
        mode = yield from self.intake.byte()
        if mode in _CUTS_AFTER_FEED:
            yield from self._feed(1)
        yield from self._roll.cut()

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


def _skip_realtime(intake: Intake) -> Work[None]:
    """What was heard when it came is not obeyed again."""
    kind = yield from intake.byte()
    yield from intake.take(3 if kind == 0x14 else 1)


def _read_over_barcode(intake: Intake) -> Work[None]:
    """``GS k``: bars come as dots from whoever knows what a scanner needs."""
    kind = yield from intake.byte()
    if kind >= 65:
        yield from intake.take((yield from intake.byte()))
        return
    yield from intake.until(b"\0")


def _stored_rows(data: bytes) -> list[bytes]:
    """``GS ( L`` function 112: a b_x b_y c xL xH yL yH, width in dots."""
    wide, tall = data[1], data[2]
    size = (data[4] + data[5] * 256 + 7) // 8
    rows = [data[at : at + size] for at in range(8, len(data), size)]
    return [row for row in rows for row in [_widened(row, wide)] * tall]


def _widened(row: bytes, times: int) -> bytes:
    """Each dot so many times beside itself."""
    if times == 1:
        return row
    dots = "".join(bit * times for bit in f"{int.from_bytes(row, 'big'):0{len(row) * 8}b}")
    return int(dots, 2).to_bytes(len(row) * times, "big") if dots else b""
