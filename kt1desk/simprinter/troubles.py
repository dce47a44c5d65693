"""What can be wrong with a printer and with the line to it, as values that are changed while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Flow(StrEnum):
    """What a printer does when its receive buffer is full."""

    HOLD = "hold"
    """It takes nothing more (RTS/CTS): the host waits."""
    XONXOFF = "xonxoff"
    """It says XOFF, and XON when there is room again; what comes nevertheless waits on the line."""
    NONE = "none"
    """It says nothing: what does not fit is lost, and nobody is told."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """How a printer is attached; it does not change while the printer runs.

    Attributes:
        baud: bits per second, ten to a byte; 0 for a line without a speed of its own (USB, network).
        buffer_bytes: of its receive buffer.
        flow: what it does when that is full.
        reads_bytes_s: how fast it reads its buffer; 0 for at once. Slower than the line, and the buffer fills.
        head_mm_s: how fast its head prints; 0 for at once. Four inches a second are 102.
        time_scale: how many seconds of the printer pass in one of ours.
    """

    baud: int = 0
    buffer_bytes: int = 16_384
    flow: Flow = Flow.HOLD
    reads_bytes_s: float = 0.0
    head_mm_s: float = 0.0
    time_scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Troubles:
    """What is the matter now; all of it may be changed at any moment.

    Attributes:
        cover_open: the head stands still until it is closed.
        deaf: it prints and never says a word.
        frozen: it neither reads nor prints nor speaks, as a stopped process.
        holding: it prints what it has and takes no byte more (CTS low, XOFF), full or not.
        stray: bytes it says before each of its answers, as some printers do.
    """

    cover_open: bool = False
    deaf: bool = False
    frozen: bool = False
    holding: bool = False
    stray: bytes = b""
