"""The paper of a receipt printer: one strip that hangs out until it is cut, and torn where a roll ends."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.simprinter.parts import Feeder, Wait, Work
from kt1desk.simprinter.picture import Picture

LINE_DOTS = 30
_SIGN_WIDTH, _SIGN_HEIGHT = 12, 24


class Roll:
    """What a head has printed since the last cut.

    Args:
        feeder: what moves the paper.
        row_bytes: of the head.
        put_out: takes each piece that falls.
        stopped: told whenever the paper cannot move.
    """

    def __init__(
        self, feeder: Feeder, row_bytes: int, put_out: Callable[[Picture], None], stopped: Callable[[], None]
    ) -> None:
        self.row_bytes = row_bytes
        self._feeder = feeder
        self._put_out = put_out
        self._stopped = stopped
        self._strip = bytearray()
        self._strip_garbage = 0
        self._is_torn = False
        self._signs = bytearray()

    @property
    def hanging(self) -> Picture:
        """The paper that has come out and is not yet cut."""
        rows = len(self._strip) // self.row_bytes
        return Picture(self.row_bytes * 8, rows, bytes(self._strip), not self._is_torn, self._strip_garbage)

    def forget_signs(self) -> None:
        """The line that was begun is not printed."""
        self._signs.clear()

    def sign(self, code: int) -> Work[None]:
        """A byte that is no command: a sign in a line, which is printed when it is full."""
        self._signs.append(code)
        if (len(self._signs) + 1) * _SIGN_WIDTH > self.row_bytes * 8:
            yield from self.print_signs()

    def print_signs(self) -> Work[None]:
        """Print the line that was begun."""
        signs = bytes(self._signs)
        self._signs.clear()
        if signs:
            self._strip_garbage += len(signs)
            yield from self.burn(_line_of(signs, self.row_bytes))
            yield from self.feed(LINE_DOTS - _SIGN_HEIGHT)

    def end_line(self) -> Work[None]:
        """Print the line that was begun, or leave one free."""
        if self._signs:
            yield from self.print_signs()
        else:
            yield from self.feed(LINE_DOTS)

    def feed(self, dots: int) -> Work[None]:
        """Move the paper."""
        yield from self.burn([bytes(self.row_bytes)] * dots)

    def burn(self, rows: Sequence[bytes]) -> Work[None]:
        """Print rows; where the paper ends among them, what hangs out is torn off and the rest comes on the next roll."""
        for row in rows:
            while not self._feeder.pull(1):
                self._stopped()
                if self._feeder.is_out and self._strip:
                    self._is_torn = True
                    self._let_go()
                yield Wait.TIME if self._feeder.is_ready else Wait.PAPER
            self._strip += row[: self.row_bytes].ljust(self.row_bytes, b"\0")

    def cut(self) -> Work[None]:
        """Cut off what hangs out; the way from the head to the knife is left out, as if the knife sat on the head."""
        yield from self.print_signs()
        self._let_go()
        self._is_torn = False

    def _let_go(self) -> None:
        if self._strip:
            self._put_out(self.hanging)
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
