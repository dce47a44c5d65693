"""Scanners at hand for pages alone: a pause that a test sets, arrivals of a hand's clock, sounds that are counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kt1desk.desktop.scanning.arrivals import Arrivals, ScannersAtHand
from kt1desk.devices.key_watch import SeenKey
from kt1desk.devices.keys import TOLERANT, Key, KeyKind
from kt1desk.devices.wedge import Recogniser
from tests.support.clocks import HandClock


class FakeScanners:
    """What `ScannersAtHand` wants, and the hand that scans."""

    def __init__(self, gap_ms: Callable[[], float] = lambda: 12.0) -> None:
        self.clock = HandClock()
        self.arrivals = Arrivals(self.clock)
        self.arrivals.use(TOLERANT)
        self.heard = 0
        self.at_hand = ScannersAtHand(gap_ms, self.arrivals, self._hear)
        self._recogniser = Recogniser(TOLERANT)

    def _hear(self) -> None:
        self.heard += 1

    def keys(self, keys: Sequence[Key]) -> None:
        """Keys that came through the filter, each as a US layout makes it."""
        for key in keys:
            text = {KeyKind.END: "\r", KeyKind.ERASE: "\b"}.get(key.kind, key.char)
            self.arrivals.see(SeenKey(key, text), self._recogniser.feed(key))

    def line(self, data: bytes) -> None:
        """A serial scanner sent this and was silent."""
        self.arrivals.take_bytes(data, 1000.0)
        self.arrivals.take_bytes(b"", 1200.0)
