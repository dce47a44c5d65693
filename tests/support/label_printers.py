"""The printer for labels as the print room tells of it, for pages that show what is the matter with it."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.app.print_room import PrinterCondition
from kt1desk.printing.condition import Condition
from kt1desk.printing.profile import Stock
from kt1desk.printing.slots import PrinterSlot
from tests.printing.profiles import label_printer


def told(
    condition: Condition = Condition.READY, width_mm: int = 100, height_mm: int = 60, dpi: int = 203
) -> PrinterCondition:
    """What is known of a printer in this condition, with labels of this size in it."""
    profile = label_printer("/dev/usb/lp0")
    head = replace(profile.head, dpi=dpi)
    profile = replace(profile, stock=Stock(width_mm, height_mm, 3), head=head)
    return PrinterCondition(PrinterSlot.LABEL, profile, condition=condition)
