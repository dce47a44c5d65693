"""The scale on the counter: its last weight, and honestly nothing once that is old.

A clerk must never take over the weight of the item before. So a reading counts for two seconds, a silent scale is called
silent, and figures without a sign of rest count as resting only when they repeat.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kt1desk.devices.serial_lines import Link, Poll, SerialLineReader, SerialPort
from kt1desk.devices.weighing import Fault, Said, Weighing, what_it_says
from kt1desk.domain.errors import DeskError

FRESH_MS = 2_000
"""A reading counts for so long."""
SILENT_MS = 3_000
"""After so long without a single line the scale is off, or its cable is out."""
RESTING_REPEATS = 3
"""Equal readings in a row that make a weight stable where the format does not tell."""

MonotonicMs = Callable[[], int]


class ScaleProtocol(Enum):
    """How a scale is made to speak: its key in the settings, its name for people, what it is asked.

    What it answers is recognised by itself; every format is distinct.
    """

    CONTINUOUS = ("continuous", "Gửi liên tục (A&D, CAS, Toledo, ...)", b"")
    A_AND_D = ("a_and_d", "A&D, hỏi Q", b"Q\r\n")
    CAS = ("cas", "CAS, hỏi W", b"W\r\n")
    MT_SICS = ("mt_sics", "MT-SICS, Mettler-Toledo, hỏi SI", b"SI\r\n")
    ENQ = ("enq", "Hỏi ENQ", b"\x05")

    def __init__(self, key: str, title: str, request: bytes) -> None:
        self.key = key
        self.title = title
        self.request = request

    @property
    def poll(self) -> Poll | None:
        """What to ask, None for a scale that speaks by itself."""
        return Poll(self.request) if self.request else None


def protocol_of(key: str) -> ScaleProtocol:
    """The protocol of a key in the settings; one that speaks by itself when the key is not known."""
    return next((protocol for protocol in ScaleProtocol if protocol.key == key), ScaleProtocol.CONTINUOUS)


class ScaleState(Enum):
    """What can be said of the scale now."""

    WEIGHING = "weighing"
    """A weight not older than two seconds."""
    NOT_UNDERSTOOD = "not_understood"
    """It speaks, but nothing of the last two seconds was a weight: wrong speed or protocol."""
    SILENT = "silent"
    """Not a line for three seconds: switched off, or set not to send."""
    UNPLUGGED = "unplugged"
    """Its port is not there, or is not being read."""


@dataclass(frozen=True, slots=True)
class ScaleReadout:
    """The scale at one moment; ``weighing`` is there exactly when ``state`` is WEIGHING."""

    state: ScaleState
    weighing: Weighing | None = None

    def resting_g(self) -> int:
        """The weight of what lies on the scale, whole grams.

        Raises:
            DeskError: why there is none to take, with field ``weight``: ``scale.missing``, ``scale.silent``,
                ``scale.garbled``, ``scale.overload``, ``scale.negative``, ``scale.unstable``.
        """
        if self.weighing is None:
            raise DeskError(_NO_WEIGHT[self.state], "weight")
        if self.weighing.fault is not None:
            raise DeskError(_NOT_USABLE[self.weighing.fault], "weight")
        if not self.weighing.stable:
            raise DeskError("scale.unstable", "weight")
        return self.weighing.weight_g


_NO_WEIGHT = {
    ScaleState.NOT_UNDERSTOOD: "scale.garbled",
    ScaleState.SILENT: "scale.silent",
    ScaleState.UNPLUGGED: "scale.missing",
}
_NOT_USABLE = {Fault.OVERLOAD: "scale.overload", Fault.NEGATIVE: "scale.negative"}


class ScaleLog:
    """What the scale said and when, without a port or a thread.

    Args:
        now_ms: milliseconds that never go back.
    """

    def __init__(self, now_ms: MonotonicMs) -> None:
        self._now_ms = now_ms
        self._weighing: Weighing | None = None
        self._weighed_ms = 0
        self._heard_ms: int | None = None
        self._last: Said | None = None
        self._repeats = 0

    def hear(self, line: bytes) -> Weighing | None:
        """Take one line; the weight it says, if it says one."""
        now_ms = self._now_ms()
        self._heard_ms = now_ms
        said = what_it_says(line)
        if said is None:
            return None
        fresh = now_ms - self._weighed_ms <= FRESH_MS
        self._repeats = self._repeats + 1 if said == self._last and fresh else 1
        self._last, self._weighed_ms = said, now_ms
        stable = self._repeats >= RESTING_REPEATS if said.stable is None else said.stable
        self._weighing = Weighing(said.weight_g, stable, said.fault)
        return self._weighing

    def forget(self) -> None:
        """The scale went away; nothing it said counts any longer."""
        self._weighing = self._last = self._heard_ms = None
        self._repeats = 0

    def readout(self) -> ScaleReadout:
        """What can be said now."""
        now_ms = self._now_ms()
        if self._weighing is not None and now_ms - self._weighed_ms <= FRESH_MS:
            return ScaleReadout(ScaleState.WEIGHING, self._weighing)
        if self._heard_ms is not None and now_ms - self._heard_ms <= SILENT_MS:
            return ScaleReadout(ScaleState.NOT_UNDERSTOOD)
        return ScaleReadout(ScaleState.SILENT)


class ScaleReader:
    """A scale on a serial port, read in a thread of its own.

    Args:
        port: where the scale is.
        now_ms: milliseconds that never go back.
        protocol: whether it must be asked.
        on_weighing: gets each weight, from the reader's thread.
        retry_s: pause between two attempts to find a scale that is not there.
    """

    def __init__(
        self,
        port: SerialPort,
        now_ms: MonotonicMs,
        protocol: ScaleProtocol = ScaleProtocol.CONTINUOUS,
        on_weighing: Callable[[Weighing], None] = lambda _weighing: None,
        retry_s: float = 1.0,
    ) -> None:
        self._log = ScaleLog(now_ms)
        self._on_weighing = on_weighing
        self._lock = threading.Lock()
        self._reader = SerialLineReader(port, self._on_line, self._on_link, protocol.poll, retry_s)

    def start(self) -> None:
        """Begin to read."""
        self._reader.start()

    def stop(self) -> None:
        """End reading and close the port."""
        self._reader.stop()

    def latest(self) -> ScaleReadout:
        """The scale now; from any thread."""
        with self._lock:
            if self._reader.link is not Link.OPEN:
                return ScaleReadout(ScaleState.UNPLUGGED)
            return self._log.readout()

    def _on_line(self, line: bytes) -> None:
        with self._lock:
            weighing = self._log.hear(line)
        if weighing is not None:
            self._on_weighing(weighing)

    def _on_link(self, _link: Link) -> None:
        with self._lock:
            self._log.forget()
