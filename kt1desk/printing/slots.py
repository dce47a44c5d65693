"""The places for printers at a desk, and which papers each of them takes.

A desk has a printer for labels, one for pages, and perhaps one for 80 mm rolls. A paper belongs to labels or receipts (`PrinterRole`);
which of the two receipt printers takes it is decided by its layout when it is claimed, so that a roll printer may come and go at any time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.print_job import PrinterRole


class PrinterSlot(StrEnum):
    """Where a printer stands. The values are the ends of the names of settings, `setting`."""

    LABEL = "label"
    PAGE = "receipt"
    ROLL = "roll"

    @property
    def role(self) -> PrinterRole:
        """The papers that come here."""
        return PrinterRole.LABEL if self is PrinterSlot.LABEL else PrinterRole.RECEIPT

    @property
    def setting(self) -> str:
        """The name of the setting that keeps the printer's profile."""
        return f"printer.{self.value}"


@dataclass(frozen=True, slots=True)
class Share:
    """The papers one printer takes from the queue.

    Attributes:
        role: labels or receipts.
        only: names of the layouts it takes; None for all.
        but: names of layouts it leaves to another printer.
    """

    role: PrinterRole
    only: frozenset[str] | None = None
    but: frozenset[str] = frozenset()


def share_of(slot: PrinterSlot, has_roll: bool, roll_templates: frozenset[str]) -> Share:
    """What a printer takes: the roll the layouts there are for rolls, the page printer the rest, or all where there is no roll.

    Args:
        slot: where the printer stands.
        has_roll: whether a roll printer is set up.
        roll_templates: names of the layouts that can be printed on a roll.
    """
    if slot is PrinterSlot.ROLL:
        return Share(slot.role, only=roll_templates)
    if slot is PrinterSlot.PAGE and has_roll:
        return Share(slot.role, but=roll_templates)
    return Share(slot.role)
