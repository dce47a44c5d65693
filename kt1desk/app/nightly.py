"""The check of all records in a thread of its own, once a day while the desk is open.

It begins when nobody has typed for a while, or two hours after it was due although somebody types, and then works one part in five only.
Where the program ends, it ends with it at once, and goes on the next time with the step it was at. This module must not know what is
checked, nor any screen: it calls back when something was found.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from typing import Protocol

from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.services.record_check import CheckState, Stopped

if sys.platform == "win32":
    import ctypes

QUIET_MS = 180_000
"""So long nobody has touched anything."""
DUE_MS = 20 * 3_600_000
"""So long after the last check ended: a day's, whatever the hour when the desk is opened."""
LATE_MS = 2 * 3_600_000
"""So long a check that is due waits for a quiet moment."""
SLICE_MS = 20
"""So long it works before it rests."""
_REST_QUIET, _REST_BUSY = 0.25, 4.0
_LOOK_S = 5.0
_AFTER_FAILURE_S = 900.0
_NICE = 10
_LOWEST = -2


class Steps(Protocol):
    """What is done (`kt1desk.services.record_check.RecordCheck`)."""

    def state(self) -> CheckState:
        """Where it stands."""

    def step(self) -> bool:
        """The next step; False when that was the last."""


class Pace:
    """The breath of whatever reads long: it rests a part of the time, a longer one while somebody works, and ends it when told to."""

    def __init__(self, clock: Clock, quiet_ms: Callable[[], int]) -> None:
        self._clock = clock
        self._quiet_ms = quiet_ms
        self._over = threading.Event()
        self._since_ms = clock.monotonic_ms()

    def __call__(self) -> None:
        """Rest, if it is time.

        Raises:
            Stopped: the program ends.
        """
        if self._over.is_set():
            raise Stopped
        worked_ms = self._clock.monotonic_ms() - self._since_ms
        if worked_ms < SLICE_MS:
            return
        part = _REST_QUIET if self._quiet_ms() >= QUIET_MS else _REST_BUSY
        if self.rest(min(worked_ms, 10 * SLICE_MS) * part / 1_000):
            raise Stopped
        self._since_ms = self._clock.monotonic_ms()

    def rest(self, seconds: float) -> bool:
        """Wait; whether it is over."""
        return self._over.wait(seconds)

    def check(self) -> None:
        """For whoever holds up others meanwhile and must not rest.

        Raises:
            Stopped: the program ends.
        """
        if self._over.is_set():
            raise Stopped

    def end(self) -> None:
        """Work no more."""
        self._over.set()


def is_due(state: CheckState, now_ms: int, opened_ms: int, quiet_ms: int) -> bool:
    """Whether a check may begin or go on now.

    Args:
        state: where it stands.
        now_ms: the wall clock.
        opened_ms: when the desk was opened, by it.
        quiet_ms: how long nobody has touched anything.
    """
    went_back = state.ended_ms > now_ms
    noticed = any(each.since_ms > state.ended_ms for each in state.known)  # by the start, since then
    due_ms = 0 if state.begun_ms or went_back or noticed else state.ended_ms + DUE_MS
    if now_ms < due_ms:
        return False
    return quiet_ms >= QUIET_MS or noticed or now_ms - max(due_ms, opened_ms) >= LATE_MS


class Nightly:
    """Checks until it is closed.

    Args:
        check: what is done.
        pace: its breath; closing ends it.
        clock: both clocks.
        quiet_ms: how long nobody has touched anything.
        found: called from the thread after each step of which something is known, and with a fault of the program.
    """

    def __init__(
        self,
        check: Steps,
        pace: Pace,
        clock: Clock,
        quiet_ms: Callable[[], int],
        found: tuple[Callable[[], None], Callable[[BaseException], None]],
    ) -> None:
        self._check, self._pace = check, pace
        self._clock, self._quiet_ms = clock, quiet_ms
        self._changed, self._faulted = found
        self._opened_ms = clock.now().utc_ms
        self._thread = threading.Thread(target=self._work, name="nightly", daemon=True)

    def start(self) -> None:
        """Begin to look whether a check is due."""
        self._thread.start()

    def close(self, patience_s: float) -> bool:
        """End it; the step under way begins anew the next time. May be called again; returns whether its thread has ended."""
        self._pace.end()
        if self._thread.is_alive():
            self._thread.join(patience_s)
        return not self._thread.is_alive()

    def look(self) -> float:
        """Do a check if one is due; returns after how many seconds to look again.

        Raises:
            Stopped: the program ends.
        """
        try:
            state = self._check.state()
            if is_due(state, self._clock.now().utc_ms, self._opened_ms, self._quiet_ms()):
                while self._go_on(state.findings):
                    self._pace()
        except DeskError:
            return _AFTER_FAILURE_S  # the disk's trouble is told by whoever writes; the check comes again
        return _LOOK_S

    def _go_on(self, before: tuple[object, ...]) -> bool:
        more = self._check.step()
        if self._check.state().findings != before:
            self._changed()
        return more

    def _work(self) -> None:
        _step_back()
        try:
            while not self._pace.rest(self.look()):
                pass
        except Stopped:
            pass
        except BaseException as error:  # noqa: BLE001  a fault must reach log and screen, whatever it is
            self._faulted(error)


def _step_back() -> None:
    """Everybody else goes first."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetThreadPriority(kernel.GetCurrentThread(), _LOWEST)
    else:
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
