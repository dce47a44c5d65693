"""Which printer takes which paper."""

from __future__ import annotations

import pytest

from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.slots import PrinterSlot, Share, share_of

ROLLS = frozenset({"kt1_receipt", "reversal_slip"})


@pytest.mark.parametrize(
    ("slot", "has_roll", "share"),
    [
        (PrinterSlot.LABEL, False, Share(PrinterRole.LABEL)),
        (PrinterSlot.LABEL, True, Share(PrinterRole.LABEL)),
        (PrinterSlot.PAGE, False, Share(PrinterRole.RECEIPT)),
        (PrinterSlot.PAGE, True, Share(PrinterRole.RECEIPT, but=ROLLS)),
        (PrinterSlot.ROLL, True, Share(PrinterRole.RECEIPT, only=ROLLS)),
    ],
)
def test_a_roll_takes_what_there_is_for_rolls_and_the_page_printer_the_rest(
    slot: PrinterSlot, has_roll: bool, share: Share
) -> None:
    assert share_of(slot, has_roll, ROLLS) == share


def test_the_settings_of_the_first_releases_stay_those_of_labels_and_pages() -> None:
    assert [slot.setting for slot in PrinterSlot] == ["printer.label", "printer.receipt", "printer.roll"]
