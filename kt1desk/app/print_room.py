"""The print room: one thread for each printer, woken when a paper is queued, patient when a printer is gone.

A paper that cannot be sent stays queued and is tried again; what was begun and broke off is a question to the clerk. This module must not
know any screen: it calls back when something changed.
"""

from __future__ import annotations

import threading
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


@dataclass(frozen=True, slots=True)
class PrinterCondition:
    """What is known of a printer: whether one is set up, whether it prints now, and what the last attempt came to."""

    role: PrinterRole
    profile: PrinterProfile | None
    printing: bool = False
    trouble: str = ""


@dataclass(slots=True)
class _Station:
    """One printer and its thread."""

    profile: PrinterProfile
    woken: threading.Event = field(default_factory=threading.Event)
    thread: threading.Thread | None = None
    printing: bool = False
    trouble: str = ""


class PrintRoom:
    """Prints what is queued, until it is closed.

    Args:
        queue: the queue on the disk.
        profiles: the printer of each role; a role without one keeps its papers queued.
        clock: for retries and the names of files.
        changed: called from a printer's thread whenever a paper or a printer changed its state.
        faulted: called with an error that is no refusal; the paper it hit is in doubt by then.
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
        self._stations = {role: _Station(profile) for role, profile in profiles.items()}

    def start(self) -> None:
        """What was on its way when the program last ended becomes a question; then the printers begin."""
        PrintWorker(self._queue, {}, self._port, self._now_ms).recover()
        for role, station in self._stations.items():
            station.thread = threading.Thread(
                target=self._serve, args=(station,), name=f"printer-{role.value}"
            )
            station.thread.start()

    def wake(self) -> None:
        """A paper was queued or let go."""
        for station in self._stations.values():
            station.woken.set()

    def close(self) -> None:
        """Let every printer finish the paper it is at."""
        self._closing = True
        self.wake()
        for station in self._stations.values():
            if station.thread is not None:
                station.thread.join()

    def condition(self, role: PrinterRole) -> PrinterCondition:
        """What is known of the printer of a role."""
        station = self._stations.get(role)
        if station is None:
            return PrinterCondition(role, None)
        return PrinterCondition(role, station.profile, station.printing, station.trouble)

    def _serve(self, station: _Station) -> None:
        worker = PrintWorker(
            self._queue, {station.profile.printer_id: station.profile}, self._port, self._now_ms
        )
        while not self._closing:
            station.woken.clear()
            outcome = self._tried(worker, station)
            if outcome is None or (outcome.state is JobState.QUEUED and not outcome.held):
                station.woken.wait(RETRY_S)

    def _tried(self, worker: PrintWorker, station: _Station) -> JobOutcome | None:
        try:
            outcome = worker.run_once(station.profile.printer_id, lambda _: self._is_printing(station))
        except DeskError as refusal:
            self._set(station, trouble=refusal.code)
            return None
        except BaseException as error:  # noqa: BLE001  the room must go on for the other papers
            self._set(station, trouble="printer.fault")
            self._faulted(error)
            return None
        if outcome is None:
            return None
        self._set(station, trouble=outcome.reason)
        return outcome

    def _is_printing(self, station: _Station) -> None:
        if not station.printing:
            station.printing = True
            self._changed()

    def _set(self, station: _Station, trouble: str) -> None:
        station.printing, station.trouble = False, trouble
        self._changed()

    def _port(self, profile: PrinterProfile) -> Port:
        return port_for(profile, self._local_now)

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms
