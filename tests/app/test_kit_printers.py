"""Printers that a kit knew are proposals: chosen and described, never set up by themselves, and the machine's own answer goes first."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.app.kit_opening import PRINTERS
from kt1desk.app.printer_options import LANGUAGES, STOCK_OPTIONS
from kt1desk.desktop.needs import PrinterProbe
from kt1desk.domain.kit import RAW_LANGUAGES, STOCKS, KnownPrinter, Slot, Way
from kt1desk.printing.finding import Guess
from kt1desk.printing.profile import RAW, Language
from kt1desk.printing.slots import PrinterSlot
from tests.support.printer_desks import LABEL, PAGE, ROLL, PrinterDesk


@pytest.fixture
def desk(tmp_path: Path) -> PrinterDesk:
    made = PrinterDesk(tmp_path)
    known = (
        KnownPrinter(Slot.LABEL, Way.SERIAL, "tspl", "80x50", "/dev/ttyUSB0"),
        KnownPrinter(Slot.ROLL, Way.NETWORK, "escpos", "roll80", "10.1.2.3:9100"),
    )
    made.hardware.settings.put(PRINTERS, {"rows": [each.to_json() for each in known]})
    return made


def test_what_the_plan_can_say_is_what_a_printer_can_be() -> None:
    for slot in Slot:
        place = PrinterSlot(slot.value)
        assert set(STOCKS[slot]) == {option.key for option in STOCK_OPTIONS[place]}
        assert RAW_LANGUAGES[slot] == {each.value for each in LANGUAGES[place] if each in RAW}


def test_the_printer_of_the_kit_is_chosen_and_described_but_not_set_up(desk: PrinterDesk) -> None:
    desk.plug_in("/dev/ttyUSB0", "1203:0250:TE2", Guess("TSC", Language.ZPL))

    found = desk.setup.find(LABEL)
    described = desk.setup.propose(LABEL, "serial:/dev/ttyUSB0")

    assert found.suggested is not None
    assert (found.suggested.port, found.suggested.language, found.suggested.stock) == (
        "serial:/dev/ttyUSB0",
        "tspl",
        "80x50",
    )
    assert "Bộ cài ghi Máy in nhãn: TSPL" in found.suggested_text
    assert (described.language, described.stock) == ("tspl", "80x50")
    assert desk.hardware.settings.get(PrinterSlot.LABEL.setting) is None


def test_what_the_printer_says_itself_goes_before_the_plan(desk: PrinterDesk) -> None:
    desk.plug_in("/dev/ttyUSB0")
    answered = PrinterProbe("zpl", 9600)

    described = desk.setup.propose(LABEL, "serial:/dev/ttyUSB0", probe=answered)

    assert (described.language, described.stock) == ("zpl", "80x50")


def test_an_address_of_the_plan_is_filled_in_and_a_place_that_it_does_not_name_is_left_alone(
    desk: PrinterDesk,
) -> None:
    roll, page = desk.setup.find(ROLL), desk.setup.find(PAGE)

    assert roll.suggested is not None
    assert (roll.suggested.port, roll.suggested.target) == ("tcp", "10.1.2.3:9100")
    assert (page.suggested, page.suggested_text) == (None, "")


def test_a_printer_of_the_plan_that_is_not_there_is_said(desk: PrinterDesk) -> None:
    desk.plug_in("/dev/ttyUSB7")

    found = desk.setup.find(LABEL)

    assert found.suggested is None
    assert "Chưa thấy máy ấy" in found.suggested_text


def test_once_a_printer_is_set_up_the_plan_says_nothing_more(desk: PrinterDesk) -> None:
    desk.plug_in("/dev/ttyUSB0")
    desk.setup.save(desk.setup.propose(LABEL, "serial:/dev/ttyUSB0"))

    found = desk.setup.find(LABEL)

    assert (found.suggested, found.suggested_text) == (None, "")
    assert found.kept is not None
    assert found.kept.language == "tspl"
