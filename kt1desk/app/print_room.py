"""The print room: one thread for each printer, woken when a paper is queued, patient when a printer is gone.

A paper that cannot be sent stays queued and is tried again; what was begun and broke off is a question to the clerk. This module must not
know any screen: it calls back when something changed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole
from kt1desk.printing.connect import port_for
from kt1desk.printing.ports.base import Port
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue import JobOutcome, PrintWorker, QueueStore
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

RETRY_S = 4.0
"""How long a printer that could not be reached is left alone; a clerk who plugs it in again waits no longer."""
CLOSING_PATIENCE_S = 5.0
"""A printer that has taken no byte for so long is not waited for when the desk closes. 3 s is normal while a label is printed."""
_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class PrinterCondition:
    """What is known of a printer: whether one is set up, whether it prints now, and what the last attempt came to."""

    role: PrinterRole
    profile: PrinterProfile | None
    printing: bool = False
    trouble: str = ""


@dataclass(slots=True)
class _Station:
    """The printers of one role, one after the other, and their thread. ``printers`` are those ever used, by their id."""

    role: PrinterRole
    profile: PrinterProfile | None
    printers: dict[str, PrinterProfile] = field(default_factory=dict)
    woken: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None
    printing: bool = False
    trouble: str = ""
    moved_s: float = 0.0


class PrintRoom:
    """Prints what is queued, until it is closed.

    Args:
        queue: the queue on the disk.
        profiles: the printer of each role; a role without one keeps its papers queued.
        clock: for retries and the names of files.
        changed: called from a printer's thread whenever a paper or a printer changed its state.
        faulted: called with an error that is no refusal; the paper it hit is held, or in doubt by then.
    """

    def __init__(
        self,
        queue: QueueStore,
        profiles: Mapping[PrinterRole, PrinterProfile],
        clock: Clock,
        changed: Callable[[], None],
        faulted: Callable[[BaseException], None],
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._changed = changed
        self._faulted = faulted
        self._closing = False
        self._left = False
        self._stations = {role: _Station(role, profiles.get(role)) for role in PrinterRole}

    def start(self) -> None:
        """What was on its way when the program last ended becomes a question; then the printers begin. Once only."""
        PrintWorker(self._queue, {}, self._port, self._now_ms).recover()
        for role, station in self._stations.items():
            # Daemons: closing a port whose device is gone may hang for ever on Windows, and must not keep the program alive.
            station.thread = threading.Thread(
                target=self._serve, args=(station,), name=f"printer-{role.value}", daemon=True
            )
            station.thread.start()

    def use(self, profiles: Mapping[PrinterRole, PrinterProfile]) -> None:
        """Other printers: the paper under way is finished by the old one, the next goes to the new one. Waits for nothing."""
        for role, station in self._stations.items():
            profile = profiles.get(role)
            if profile != station.profile:
                station.profile, station.trouble = profile, ""
        self.wake()

    def wake(self) -> None:
        """A paper was queued or let go."""
        for station in self._stations.values():
            station.woken.set()

    def close(self) -> bool:
        """Let every printer finish the paper it is at, but wait for none that takes no more bytes.

        Returns:
            Whether all have ended. A paper that is left behind is a question at the next start.
        """
        self._closing = True
        begun_s = time.monotonic()
        self.wake()
        ended = [_has_ended(station, begun_s) for station in self._stations.values()]
        self._left = not all(ended)
        return not self._left

    def condition(self, role: PrinterRole) -> PrinterCondition:
        """What is known of the printer of a role."""
        station = self._stations[role]
        return PrinterCondition(role, station.profile, station.printing, station.trouble)

    def _serve(self, station: _Station) -> None:
        worker = PrintWorker(self._queue, station.printers, self._port, self._now_ms)
        while not self._closing:
            station.woken.clear()
            profile = station.profile
            outcome = None if profile is None else self._tried(worker, station, profile)
            if outcome is None or (outcome.state is JobState.QUEUED and not outcome.held):
                station.woken.wait(RETRY_S)

    def _tried(self, worker: PrintWorker, station: _Station, profile: PrinterProfile) -> JobOutcome | None:
        station.printers[profile.printer_id] = profile
        try:
            outcome = worker.run_once(profile.printer_id, lambda _: self._moved(station))
        except DeskError as refusal:
            self._tell(station, profile, refusal.code)
            return None
        except BaseException as error:  # noqa: BLE001  the room must go on for the other papers
            if not self._left:
                self._tell(station, profile, "printer.fault")
                self._faulted(error)
            return None
        if outcome is not None:
            # A held paper is a paper's trouble: its printer is as good as before.
            self._tell(station, profile, station.trouble if outcome.held else outcome.reason)
        return outcome

    def _moved(self, station: _Station) -> None:
        station.moved_s = time.monotonic()
        if not station.printing:
            station.printing = True
            self._call_back()

    def _tell(self, station: _Station, profile: PrinterProfile, trouble: str) -> None:
        station.printing = False
        if station.profile == profile:  # else it is the trouble of a printer that was taken away meanwhile
            station.trouble = trouble
        self._call_back()

    def _call_back(self) -> None:
        """Nobody is there any more for a printer that was left behind: its paper asks at the next start."""
        if not self._left:
            self._changed()

    def _port(self, profile: PrinterProfile) -> Port:
        return port_for(profile, self._local_now)

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms


def _has_ended(station: _Station, begun_s: float) -> bool:
    """Wait for a station's thread as long as its printer takes bytes."""
    thread = station.thread
    while thread is not None and thread.is_alive():
        if time.monotonic() - max(begun_s, station.moved_s) > CLOSING_PATIENCE_S:
            return False
        thread.join(_LOOK_S)
    return True
