"""Test pages of printers that were left in the middle of something, or confirm less than the one that stood there before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.printing.capabilities import Fence
from kt1desk.printing.delivery import Delivery
from kt1desk.printing.encoders.zpl import RESYNC
from kt1desk.services.wording import sentence
from tests.printing.serial_device import SerialDevice, on_a_line
from tests.printing.test_probing import HS
from tests.support.printer_desks import LABEL, PrinterDesk, refused


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrinterDesk:
    """A desk that does not wait long for a confirmation."""
    monkeypatch.setattr(Delivery.__init__, "__defaults__", (0.2,))
    return PrinterDesk(tmp_path)


def _silent_zebra() -> SerialDevice:
    """It tells its condition and confirms nothing."""
    return SerialDevice(lambda data: HS if data == b"~HS" else b"")


def test_a_printer_in_doubt_that_confirms_nothing_is_woken_and_gets_its_test_page(desk: PrinterDesk) -> None:
    with on_a_line(_silent_zebra()) as device:
        desk.set_up(LABEL, desk.plug_in(device.name))
        desk.links.mark_link_dirty(desk.profile().printer_id, 0)

        printed = desk.setup.print_test_page(LABEL)

    assert printed.text.startswith("Đã gửi trang thử")
    assert bytes(device.heard).count(RESYNC) == 1
    assert not desk.links.is_link_dirty(desk.profile().printer_id)


def test_a_test_page_that_nobody_confirms_is_told_as_one_and_not_asked_about_as_a_paper(
    desk: PrinterDesk,
) -> None:
    with on_a_line(_silent_zebra()) as device:
        desk.set_up(LABEL, desk.plug_in(device.name))
        kept = desk.profile()
        desk.hardware.keep_printer(replace(kept, can=replace(kept.can, fence=Fence.HV)))

        told = refused(lambda: desk.setup.print_test_page(LABEL))

    assert told == ("print.test_unconfirmed", "port")
    assert "in lại trang thử" in sentence(DeskError(*told))
    assert desk.links.is_link_dirty(kept.printer_id)


def test_a_printer_that_is_asked_again_is_not_held_to_what_the_one_before_it_confirmed(
    desk: PrinterDesk,
) -> None:
    with on_a_line(_silent_zebra()) as device:
        port = desk.plug_in(device.name)
        desk.set_up(LABEL, port)
        kept = desk.profile()
        desk.hardware.keep_printer(replace(kept, can=replace(kept.can, fence=Fence.HV)))
        desk.links.mark_link_dirty(kept.printer_id, 0)

        before = refused(lambda: desk.setup.print_test_page(LABEL))
        desk.set_up(LABEL, port)
        printed = desk.setup.print_test_page(LABEL)

    assert before == ("printer.no_answer", "port")
    assert printed.text.startswith("Đã gửi trang thử")
    assert desk.profile().can.fence is Fence.NONE
