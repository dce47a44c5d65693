"""A printer behind its plug, moment by moment: it reads as fast as line and buffer allow, lets the head move, says its answers.

It knows no thread and reads no clock: whoever calls says what time it is, and is told when to come again.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Final

from kt1desk.simprinter.machine import Machine
from kt1desk.simprinter.parts import Wait
from kt1desk.simprinter.plug import Plug
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring

_TICK_S: Final = 0.01
"""Bytes and paper move in pieces of so long: shorter ones would wake the machine more often than anybody sees."""
_LATEST_S: Final = 0.1
_LARGEST_PIECE: Final = 4096
_BITS_PER_BYTE: Final = 10
_XON, _XOFF = b"\x11", b"\x13"


@dataclass(frozen=True, slots=True)
class Rest:
    """When to come again: after so many seconds (None for never), or as soon as something comes on the descriptor."""

    seconds: float | None
    watched: int | None


_FOR_EVER: Final = Rest(None, None)


class _Pace:
    """How much of something may happen by now: bytes that are read, or millimetres of paper."""

    def __init__(self, per_second: float) -> None:
        self._per_second = per_second
        self.credit = 0.0 if per_second else inf

    def pass_time(self, seconds: float) -> None:
        """So much time went by."""
        self.credit += min(seconds, _LATEST_S) * self._per_second if self._per_second else 0.0

    def keep(self, credit: float, *, is_waiting: bool) -> None:
        """What was not used is kept only while something waits for it: nobody prints in advance."""
        if self._per_second:
            self.credit = credit if is_waiting else 0.0


class AttachedPrinter:
    """A machine, its plug, and what is the matter between them."""

    def __init__(self, machine: Machine, plug: Plug, wiring: Wiring, now_s: float) -> None:
        self.machine = machine
        self.plug = plug
        self.heard_bytes = 0
        """Bytes taken from the line since the beginning."""
        self.lost_bytes = 0
        """Bytes that did not fit in the buffer of a printer without flow control."""
        self._troubles = Troubles()
        self._wiring = wiring
        self._reading = _Pace(wiring.reads_bytes_s * wiring.time_scale)
        self._head = _Pace(wiring.head_mm_s * wiring.time_scale)
        self._byte_s = _BITS_PER_BYTE / wiring.baud / wiring.time_scale if wiring.baud else 0.0
        self._wire_free_s = now_s
        self._then_s = now_s
        self._is_streaming = False
        self._has_stopped_host = False

    @property
    def troubles(self) -> Troubles:
        """What is the matter; changing it lifts or closes the cover."""
        return self._troubles

    @troubles.setter
    def troubles(self, troubles: Troubles) -> None:
        was_open, self._troubles = self._troubles.cover_open, troubles
        if troubles.cover_open and not was_open:
            self.machine.open_cover()
        elif was_open and not troubles.cover_open:
            self.machine.close_cover()

    def step(self, now_s: float) -> Rest:
        """Do what can be done now; returns when to come again."""
        passed_s, self._then_s = now_s - self._then_s, now_s
        if self._troubles.frozen:
            return _FOR_EVER
        self._hear(now_s)
        self._go_on(passed_s)
        self._steer()
        return self._rest(now_s)

    @property
    def _room(self) -> int:
        """Bytes that may be taken from the line."""
        if self._troubles.holding:
            return 0
        if self._wiring.flow is Flow.NONE:
            return _LARGEST_PIECE
        return max(0, self._wiring.buffer_bytes - len(self.machine.intake))

    def _hear(self, now_s: float) -> None:
        if now_s < self._wire_free_s:
            return
        by_wire = max(1, int(_TICK_S / self._byte_s)) if self._byte_s else _LARGEST_PIECE
        most = min(self._room, by_wire, _LARGEST_PIECE)
        data = self.plug.receive(most) if most else b""
        # A line that never paused is not slower because this program was woken late.
        begun_s = max(self._wire_free_s, now_s - _LATEST_S) if self._is_streaming else now_s
        self._wire_free_s = begun_s + len(data) * self._byte_s
        self._is_streaming = len(data) == by_wire
        fits = max(0, self._wiring.buffer_bytes - len(self.machine.intake))
        self.heard_bytes += len(data)
        self.lost_bytes += max(0, len(data) - fits)
        self.machine.hear(data[:fits])

    def _go_on(self, passed_s: float) -> None:
        self._head.pass_time(passed_s)
        self._reading.pass_time(passed_s)
        said = self.machine.work(self._head.credit, self._reading.credit)
        waits = self.machine.waits
        self._head.keep(self.machine.feeder.allowed_mm, is_waiting=waits is Wait.TIME)
        self._reading.keep(self.machine.intake.allowed, is_waiting=waits is Wait.READING)
        if said and not self._troubles.deaf:
            self.plug.send(self._troubles.stray + said)

    def _steer(self) -> None:
        """XOFF while the buffer is three quarters full, XON when a quarter is left."""
        if self._wiring.flow is not Flow.XONXOFF:
            return
        held, size = len(self.machine.intake), self._wiring.buffer_bytes
        if not self._has_stopped_host and (self._troubles.holding or held * 4 >= size * 3):
            self._has_stopped_host = True
            self.plug.send(_XOFF)
        elif self._has_stopped_host and not self._troubles.holding and held * 4 <= size:
            self._has_stopped_host = False
            self.plug.send(_XON)

    def _rest(self, now_s: float) -> Rest:
        is_moving = self.machine.waits in {Wait.TIME, Wait.READING}
        seconds = _TICK_S if is_moving else None
        if now_s < self._wire_free_s:
            wire_s = self._wire_free_s - now_s
            return Rest(wire_s if seconds is None else min(wire_s, seconds), None)
        return Rest(seconds, self.plug.watched if self._room else None)
