"""What arrives from the scanners, told to the one page that shows it, and only while that page is in front.

Whoever looks says by a question what is meant for him: a key that goes elsewhere, to the search field or to the password under the
curtain, is never looked at, and nothing is kept. Serial scanners read in threads of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from kt1desk.devices.arrivals import Arrival
from kt1desk.devices.key_watch import RUN_MS, KeyWatch, SeenKey
from kt1desk.devices.keys import FAST, Profile
from kt1desk.devices.line_watch import LineWatch
from kt1desk.devices.wedge import Verdict
from kt1desk.domain.events import Moment
from kt1desk.services.ports import Clock


@dataclass(frozen=True, slots=True)
class Told:
    """An arrival and when it was told."""

    when: Moment
    arrival: Arrival


class Arrivals(QObject):
    """Looks at keys and bytes while somebody watches. Signals: ``came`` with a `Told`.

    Args:
        clock: when something came.
        parent: the owner.
    """

    came = Signal(object)
    _bytes_came = Signal(bytes, float)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._is_meant: Callable[[], bool] | None = None
        self._keys = KeyWatch(FAST)
        self._lines = LineWatch()
        self._pause = QTimer(self, singleShot=True, interval=RUN_MS)
        self._pause.timeout.connect(lambda: self._tell(self._keys.end()))
        self._bytes_came.connect(self._see_bytes)

    def use(self, profile: Profile) -> None:
        """The speed that keys are judged by from now on."""
        self._keys = KeyWatch(profile)

    def watch(self, is_meant: Callable[[], bool]) -> None:
        """Look from now on; ``is_meant`` is asked at each key and each piece of a line."""
        self._is_meant = is_meant

    def leave(self) -> None:
        """Look no more; what was half seen is forgotten."""
        self._is_meant = None
        self._forget()

    def see(self, seen: SeenKey, verdict: Verdict) -> None:
        """A key and what the recogniser said to it; in the GUI thread."""
        if self._may_look():
            self._tell(self._keys.see(seen, verdict))
            self._pause.start()

    def timed_out(self, verdict: Verdict) -> None:
        """The recogniser waited long enough."""
        if self._may_look():
            self._keys.timed_out(verdict)

    def take_bytes(self, data: bytes, at_ms: float) -> None:
        """Bytes of a serial scanner; none say that it was silent for a while. Callable from any thread."""
        self._bytes_came.emit(data, at_ms)

    def _see_bytes(self, data: bytes, at_ms: float) -> None:
        if self._may_look():
            for arrival in self._lines.see(data, at_ms):
                self._tell(arrival)

    def _may_look(self) -> bool:
        if self._is_meant is None:
            return False
        if not self._is_meant():
            self._forget()
            return False
        return True

    def _forget(self) -> None:
        self._pause.stop()
        self._keys.forget()
        self._lines = LineWatch()

    def _tell(self, arrival: Arrival | None) -> None:
        if arrival is not None:
            self.came.emit(Told(self._clock.now(), arrival))


@dataclass(frozen=True, slots=True)
class ScannersAtHand:
    """What the page for scanners needs of those that are at work.

    Attributes:
        wedge_gap_ms: the longest pause in the last wedge scan.
        arrivals: what comes in.
        try_sounds: both sounds, whether they are switched on or not.
    """

    wedge_gap_ms: Callable[[], float]
    arrivals: Arrivals
    try_sounds: Callable[[], None]
