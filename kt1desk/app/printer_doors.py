"""What of the print room setting up printers needs, and what stands in for it before anybody has logged in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from kt1desk.app.printer_options import SLOT_NAMES
from kt1desk.desktop.needs import PrinterState, Tone
from kt1desk.printing.queue_store import LinkStates
from kt1desk.printing.slots import PrinterSlot


class _LinksInHand:
    """Before there is a queue: remembered as long as the first run lasts."""

    def __init__(self) -> None:
        self._dirty: set[str] = set()

    def is_link_dirty(self, printer_id: str) -> bool:
        """See `LinkStates`."""
        return printer_id in self._dirty

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:  # noqa: ARG002  the port's shape
        """See `LinkStates`."""
        self._dirty.add(printer_id)

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:  # noqa: ARG002  the port's shape
        """See `LinkStates`."""
        self._dirty.discard(printer_id)


def unknown_state(slot: PrinterSlot) -> PrinterState:
    """While nobody has logged in, nothing is known of a printer."""
    return PrinterState(f"{SLOT_NAMES[slot]}: chưa cài", Tone.WARN)


def _nobody_waits() -> None:
    """Before anybody has logged in there is no print room."""


def _all_is_free() -> AbstractContextManager[None]:
    """Before anybody has logged in no printer is in use."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class RoomDoors:
    """What of the print room setting up needs; as it stands, there is none yet.

    Attributes:
        state: the printer of a slot in words.
        kept: called after a profile was kept, so that it is used.
        lent: the printers are left alone as long as this is entered.
        links: what the queue knows of the printers.
    """

    state: Callable[[PrinterSlot], PrinterState] = unknown_state
    kept: Callable[[], None] = _nobody_waits
    lent: Callable[[], AbstractContextManager[None]] = _all_is_free
    links: LinkStates = field(default_factory=_LinksInHand)
