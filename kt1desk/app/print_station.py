"""One place for a printer in the print room: its thread, the printers that stood there, and what is known of the one there now."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kt1desk.app.printer_watch import GONE, KEEPS_BACK, PrinterWatch
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.condition import Condition, worst
from kt1desk.printing.ports.base import Port
from kt1desk.printing.profile import PrinterProfile
from kt1desk.printing.queue import JobOutcome
from kt1desk.printing.slots import PrinterSlot

BUSY_AFTER_S: Final = 3.0
"""No byte accepted for so long: somebody should look at the paper and the cover."""
_ENDS_WITH_CONDITION: Final = GONE | {
    *KEEPS_BACK.values(),
    "printer.no_answer",
    "printer.stalled",
    "print.unconfirmed",
}
"""Troubles of the last attempt that are over when the printer says that it is ready."""

_ENDS_WITH_PAPER: Final = frozenset({"disk.full", "printer.no_answer"})
"""Troubles that are none while nothing is to be printed."""


@dataclass(frozen=True, slots=True)
class PrinterCondition:
    """What is known of a printer.

    Attributes:
        slot: where it stands.
        profile: None where none is set up.
        printing: it is being sent a paper, or has yet to confirm one.
        trouble: code of what the last attempt came to, "" for nothing.
        condition: what is the matter with it, by its own word or by what its port does.
    """

    slot: PrinterSlot
    profile: PrinterProfile | None
    printing: bool = False
    trouble: str = ""
    condition: Condition = Condition.UNKNOWN

    @property
    def role(self) -> PrinterRole:
        """The papers that come here."""
        return self.slot.role


class Station:
    """The printers of one place, one after the other.

    Args:
        slot: the place.
        profile: the printer there now.
        make_port: makes the port of a printer.
        call_back: called when something is to be shown.
    """

    def __init__(
        self,
        slot: PrinterSlot,
        profile: PrinterProfile | None,
        make_port: Callable[[PrinterProfile], Port],
        call_back: Callable[[], None],
    ) -> None:
        self.slot = slot
        self.profile = profile
        self.printers: dict[str, PrinterProfile] = {}
        """Those ever used, by their id."""
        self.woken = threading.Event()
        self.thread: threading.Thread | None = None
        self.trouble = ""
        self.is_old = False
        """What is known of the printer is of before a sleep: it is asked as one that was never seen."""
        self._make_port = make_port
        self._call_back = call_back
        self._printing = False
        self._at_it = False
        self._watched: tuple[PrinterProfile, PrinterWatch] | None = None

    def come(self) -> None:
        """Be at the printer from now on, whatever is done there; `rest` ends it."""
        self._at_it = True

    def begin(self) -> PrinterProfile | None:
        """The printer to serve now; the line of another one that stood here is given back."""
        profile, watched = self.profile, self._watched
        if watched is not None and (self.is_old or watched[0] != profile):
            watched[1].line.drop()
            self._watched = None
        self.is_old = False
        if profile is not None and self._watched is None:
            self._watched = profile, PrinterWatch(profile, lambda: self._make_port(profile), self._turned)
        if profile is not None:
            self.printers[profile.printer_id] = profile
        return profile

    def rest(self) -> None:
        """Leave the printer alone."""
        if self._watched is not None:
            self._watched[1].line.drop()
        self._at_it = False

    def is_at_it(self) -> bool:
        """Whether somebody else who opened the printer's port would meet this one. For any thread."""
        return self._at_it

    def pause(self, seconds: float) -> None:
        """Watch the printer until there is something to print."""
        if self._watched is not None:
            self._watched[1].pause(self.woken, seconds)

    def port_of(self, profile: PrinterProfile) -> Port:
        """The port for a job: a new one, over the line that is open already where there is one."""
        port = self._make_port(profile)
        return self._watched[1].line.over(port) if self._watched is not None else port

    def keeps_back(self) -> str:
        """The code of what the printer cannot print with, "" where a paper may be sent to it."""
        if self._watched is None:
            return ""
        self._watched[1].look_again()
        return self._watched[1].keeps_back()

    def moved_s(self) -> float:
        """When the printer last took a byte, by the monotonic clock; 0 if never. For any thread."""
        watched = self._watched
        return watched[1].line.moved_s if watched is not None else 0.0

    def moved(self, _sent: int) -> None:
        """The printer takes bytes of a paper, or is looked at while it does not."""
        if not self._printing:
            self._printing = True
            self._call_back()

    def over(self, profile: PrinterProfile, outcome: JobOutcome) -> None:
        """A paper came to its end, or could not be begun."""
        if self._watched is not None and not self._watched[1].keeps_back():
            self._watched[1].job_over("" if outcome.held else outcome.reason)
        # A held paper is a paper's trouble: its printer is as good as before.
        self.tell(profile, self.trouble if outcome.held else outcome.reason)

    def none_left(self) -> None:
        """There is nothing to print: what kept the last paper back is over with it, be it that the paper was cancelled."""
        if self._printing or self.trouble in _ENDS_WITH_PAPER:
            self._printing = False
            self.trouble = "" if self.trouble in _ENDS_WITH_PAPER else self.trouble
            self._call_back()

    def tell(self, profile: PrinterProfile, trouble: str) -> None:
        """What the last attempt came to."""
        self._printing = False
        if self.profile == profile:  # else it is the trouble of a printer that was taken away meanwhile
            self.trouble = trouble
        self._call_back()

    def shown(self) -> PrinterCondition:
        """What is known now. For any thread."""
        watched, profile = self._watched, self.profile
        condition = Condition.UNKNOWN
        if watched is not None and watched[0] == profile:
            condition = watched[1].condition
            if watched[1].line.stalled_s() > BUSY_AFTER_S:
                condition = worst(Condition.BUSY, condition)
        return PrinterCondition(self.slot, profile, self._printing, self.trouble, condition)

    def _turned(self, condition: Condition) -> None:
        """The printer's condition is another one: papers that waited for it need wait no longer."""
        is_well = condition not in KEEPS_BACK and condition is not Condition.UNPLUGGED
        if is_well and self.trouble in _ENDS_WITH_CONDITION:
            self.trouble = ""
            self.woken.set()
        self._call_back()
