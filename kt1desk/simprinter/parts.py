"""The parts every printer has: a buffer that bytes come into, and paper under a cover.

A printer's program is a generator: it gives back why it cannot go on, and is continued when it can. So a job that broke off within
a bitmap waits for the missing bytes exactly where a real printer does, and paper that ends stops it in the middle of a label.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from enum import Enum, auto
from math import inf
from typing import TypeVar

_Result = TypeVar("_Result")

_DOTS_PER_MM = {203: 8, 300: 12, 600: 24}
"""As the makers count: 203 dpi is eight dots to the millimetre."""


class Wait(Enum):
    """Why a program cannot go on."""

    BYTES = auto()
    """More must come from the host."""
    PAPER = auto()
    """There is no paper, or the cover is open."""
    TIME = auto()
    """The head needs its time."""
    READING = auto()
    """Bytes are there, and reading them takes its time."""


Work = Generator[Wait, None, _Result]
"""A step of a printer's program."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a printer is set up for.

    Attributes:
        width_mm: what its head can print.
        height_mm: of one label; 0 for a roll that is cut.
        gap_mm: between two labels.
        dpi: 203, 300 or 600.
    """

    width_mm: int = 100
    height_mm: int = 60
    gap_mm: int = 3
    dpi: int = 203

    @property
    def dots_per_mm(self) -> int:
        """Whole dots to the millimetre."""
        return _DOTS_PER_MM[self.dpi]

    @property
    def width_dots(self) -> int:
        """Dots of the head."""
        return self.width_mm * self.dots_per_mm

    @property
    def height_dots(self) -> int:
        """Dots of one label."""
        return self.height_mm * self.dots_per_mm


ROLL = Sheet(72, 0, 0)
"""An 80 mm roll: 72 mm of it, 576 dots, can be printed."""


class Intake:
    """Bytes that have come and are not yet read by the program."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._allowed: float = inf

    def __len__(self) -> int:
        return len(self._bytes)

    @property
    def allowed(self) -> float:
        """How many bytes may still be read."""
        return self._allowed

    def put(self, data: bytes) -> None:
        """Bytes from the host."""
        self._bytes += data

    def clear(self) -> None:
        """Forget what is not yet read."""
        self._bytes.clear()

    def count(self, mark: bytes) -> int:
        """How often something stands in what is not yet read."""
        return self._bytes.count(mark)

    def begins_with(self, signs: bytes) -> bool:
        """Whether the next byte is one of these."""
        return bool(self._bytes) and self._bytes[0] in signs

    def allow(self, count: float) -> None:
        """How many bytes may be read from now on."""
        self._allowed = count

    def take(self, count: int) -> Work[bytes]:
        """The next bytes; each leaves the buffer as it is read, so that a bitmap may be larger than the buffer."""
        got = bytearray()
        while True:
            got += self._read(count - len(got))
            if len(got) == count:
                return bytes(got)
            yield self._why()

    def byte(self) -> Work[int]:
        """The next byte."""
        return (yield from self.take(1))[0]

    def until(self, stops: bytes) -> Work[bytes]:
        """Everything before the first of these bytes, which stays where it is."""
        got = bytearray()
        while True:
            end = next((at for at, byte in enumerate(self._bytes) if byte in stops), None)
            count = len(self._bytes) if end is None else end
            piece = self._read(count)
            got += piece
            if end is not None and len(piece) == count:
                return bytes(got)
            yield self._why()

    def _read(self, most: int) -> bytes:
        piece = bytes(self._bytes[: int(min(most, self._allowed))])
        del self._bytes[: len(piece)]
        self._allowed -= len(piece)
        return piece

    def _why(self) -> Wait:
        return Wait.READING if self._bytes else Wait.BYTES


class Feeder:
    """Paper under the head, and the cover over it; lengths in rows of dots."""

    def __init__(self, dots_per_mm: int) -> None:
        self._dots_per_mm = dots_per_mm
        self._left: float = inf
        self._allowed: float = inf
        self.is_open = False

    @property
    def is_out(self) -> bool:
        """Whether the paper has ended."""
        return self._left < 1

    @property
    def is_ready(self) -> bool:
        """Whether paper lies under a closed cover."""
        return not self.is_out and not self.is_open

    @property
    def is_resting(self) -> bool:
        """Whether the head has moved as far as time allowed."""
        return self._allowed < 1

    @property
    def allowed_mm(self) -> float:
        """How far it may still move."""
        return self._allowed / self._dots_per_mm

    @property
    def left_mm(self) -> float:
        """Paper left; infinite until a length was loaded."""
        return self._left / self._dots_per_mm

    def load(self, length_mm: float) -> None:
        """Put in a new roll."""
        self._left = length_mm * self._dots_per_mm

    def allow(self, length_mm: float) -> None:
        """How far the paper may move from now on."""
        self._allowed = length_mm * self._dots_per_mm

    def pull(self, rows: int) -> int:
        """Move by so many rows or as many as can be now; returns how many those were."""
        moved = int(min(rows, self._left, self._allowed)) if self.is_ready else 0
        self._left -= moved
        self._allowed -= moved
        return moved

    def ready(self) -> Work[None]:
        """Wait for paper under a closed cover."""
        while not self.is_ready:
            yield Wait.PAPER

    def skip(self, rows: int) -> Work[None]:
        """Move the paper by so many rows, waiting as often as must be."""
        while rows > 0:
            rows -= self.pull(rows)
            if rows > 0:
                yield Wait.TIME if self.is_ready else Wait.PAPER
