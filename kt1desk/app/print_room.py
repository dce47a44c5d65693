"""The print room: one thread for each printer, woken when a paper is queued, patient when a printer is gone.

A paper that cannot be sent stays queued and is tried again; what was begun and broke off is a question to the clerk. Between papers each
printer is watched by its own thread, which alone has its port. This module must not know any screen: it calls back when something changed.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from kt1desk.app.print_station import PrinterCondition, Station
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState
from kt1desk.printing.connect import port_for
from kt1desk.printing.ports.base import Port, PortError
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue import JobOutcome, PrintWorker, QueueStore
from kt1desk.printing.slots import PrinterSlot, Share, share_of
from kt1desk.printing.templates import ROLL_TEMPLATES
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

__all__ = ["CLOSING_PATIENCE_S", "RETRY_S", "PrintRoom", "PrinterCondition"]

RETRY_S = 4.0
"""How long a printer that could not be reached is left alone; a clerk who plugs it in again waits no longer."""
NO_ANSWER_RETRY_S = 30.0
"""The same for one that was woken and did not say that it is back: each attempt may move its paper."""
CLOSING_PATIENCE_S = 5.0
"""A printer that has taken no byte for so long is not waited for when the desk closes. 3 s is normal while a label is printed."""
_LOOK_S = 0.1
_PULSE_S = 0.5


class PrintRoom:
    """Prints what is queued, until it is closed.

    Args:
        queue: the queue on the disk.
        profiles: the printers; papers for which there is none stay queued.
        clock: for retries and the names of files.
        changed: called from a thread of the room whenever a paper or a printer changed its state.
        faulted: called with an error that is no refusal; the paper it hit is held, or in doubt by then.
    """

    def __init__(
        self,
        queue: QueueStore,
        profiles: Mapping[PrinterSlot, PrinterProfile],
        clock: Clock,
        changed: Callable[[], None],
        faulted: Callable[[BaseException], None],
    ) -> None:
        self._queue = queue
        self._clock = clock
        self._changed = changed
        self._faulted = faulted
        self._closing = threading.Event()
        self._left = False
        self._lent = 0
        self._lending = threading.Lock()
        self._stations = {
            slot: Station(slot, profiles.get(slot), self._port, self._call_back) for slot in PrinterSlot
        }

    def start(self) -> None:
        """What was on its way when the program last ended becomes a question; then the printers begin. Once only."""
        PrintWorker(self._queue, {}, self._port, self._now_ms).recover()
        for slot, station in self._stations.items():
            # Daemons: closing a port whose device is gone may hang for ever on Windows, and must not keep the program alive.
            station.thread = threading.Thread(
                target=self._serve, args=(station,), name=f"printer-{slot.value}", daemon=True
            )
            station.thread.start()
        threading.Thread(target=self._feel_pulses, name="print-room-pulse", daemon=True).start()

    def use(self, profiles: Mapping[PrinterSlot, PrinterProfile]) -> None:
        """Other printers: the paper under way is finished by the old one, the next goes to the new one. Waits for nothing."""
        for slot, station in self._stations.items():
            profile = profiles.get(slot)
            if profile != station.profile:
                station.profile, station.trouble = profile, ""
        self.wake()

    def wake(self, *, anew: bool = False) -> None:
        """A paper was queued or let go; ``anew``: the machine slept, and each printer is asked at once, one that was silent too."""
        for station in self._stations.values():
            station.is_old = station.is_old or anew
            station.woken.set()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """The printers are left alone meanwhile, for who sends a test page, asks what is plugged in or looks for printers.

        A printer that is at a paper is waited for as long as when the desk closes. One that still is at it is not lent: a network printer
        takes two at once, and the link of the paper under way would be called clean in its middle.

        Raises:
            PortError: ``printer.at_work``.
        """
        with self._lending:
            self._lent += 1
        self.wake()
        until = time.monotonic() + CLOSING_PATIENCE_S
        try:
            while self.is_printing():
                if time.monotonic() > until:
                    raise PortError("printer.at_work")
                time.sleep(_LOOK_S / 2)
            yield
        finally:
            with self._lending:
                self._lent -= 1
            self.wake()

    def close(self) -> bool:
        """Let every printer finish the paper it is at, but wait for none that takes no more bytes.

        Returns:
            Whether all have ended. A paper that is left behind is a question at the next start.
        """
        self._closing.set()
        begun_s = time.monotonic()
        self.wake()
        ended = [_has_ended(station, begun_s) for station in self._stations.values()]
        self._left = not all(ended)
        return not self._left

    def is_printing(self) -> bool:
        """Whether a printer is at a paper."""
        return any(station.is_at_it() for station in self._stations.values())

    def condition(self, slot: PrinterSlot) -> PrinterCondition:
        """What is known of a printer."""
        return self._stations[slot].shown()

    def _serve(self, station: Station) -> None:
        worker = PrintWorker(self._queue, station.printers, station.port_of, self._now_ms)
        while not self._closing.is_set():
            station.woken.clear()
            station.come()  # before the look at what is lent: who borrows looks the other way round
            if self._lent:
                station.rest()
                station.woken.wait(_LOOK_S)
                continue
            profile = station.begin()
            if profile is None:
                station.woken.wait(RETRY_S)
                continue
            outcome = self._tried(worker, station, profile)
            if outcome is None or (outcome.state is JobState.QUEUED and not outcome.held):
                is_silent = outcome is not None and outcome.reason == "printer.no_answer"
                station.pause(NO_ANSWER_RETRY_S if is_silent else RETRY_S)
        station.rest()

    def _tried(self, worker: PrintWorker, station: Station, profile: PrinterProfile) -> JobOutcome | None:
        share = self._share(station)
        try:
            reason = station.keeps_back()
            if reason:
                outcome = worker.hold_back(profile.printer_id, reason, share)
            else:
                outcome = worker.run_once(profile.printer_id, station.moved, share)
        except DeskError as refusal:
            station.tell(profile, refusal.code)
            return None
        except BaseException as error:  # noqa: BLE001  the room must go on for the other papers
            if not self._left:
                station.tell(profile, "printer.fault")
                self._faulted(error)
            return None
        if outcome is None:
            station.none_left()
        else:
            station.over(profile, outcome)
        return outcome

    def _share(self, station: Station) -> Share:
        has_roll = self._stations[PrinterSlot.ROLL].profile is not None
        return share_of(station.slot, has_roll, ROLL_TEMPLATES)

    def _feel_pulses(self) -> None:
        """A printer that takes no bytes calls nobody back: its own thread waits for it."""
        shown: list[PrinterCondition] = []
        while not self._closing.wait(_PULSE_S):
            now = [station.shown() for station in self._stations.values()]
            if now != shown:
                shown = now
                self._call_back()

    def _call_back(self) -> None:
        """Nobody is there any more for a printer that was left behind: its paper asks at the next start."""
        if not self._left:
            self._changed()

    def _port(self, profile: PrinterProfile) -> Port:
        return port_for(profile, lambda: local_time(self._clock.now()))

    def _now_ms(self) -> int:
        return self._clock.now().utc_ms


def _has_ended(station: Station, begun_s: float) -> bool:
    """Wait for a station's thread as long as its printer takes bytes."""
    thread = station.thread
    while thread is not None and thread.is_alive():
        if time.monotonic() - max(begun_s, station.moved_s()) > CLOSING_PATIENCE_S:
            return False
        thread.join(_LOOK_S)
    return True
