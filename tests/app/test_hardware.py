"""Printers as they are set up: which bytes they get by default, and which of them are the same printer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.app.hardware import A5, Hardware, SettingsInHand, port_key, port_of, slot_of, trusted
from kt1desk.app.print_station import PrinterCondition
from kt1desk.app.printer_profiles import profile_of, proposed
from kt1desk.app.words import printer_words
from kt1desk.desktop.needs import PrinterDraft, Tone
from kt1desk.devices.serial_lines import port_name
from kt1desk.printing.capabilities import Capabilities, Origin
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import SLOW_SECONDS, Language, PrinterProfile
from kt1desk.printing.slots import PrinterSlot

FIRST_RELEASE: dict[str, str | int] = {
    "printer_id": "receipt.system.van_phong",
    "name": "van_phong",
    "role": "receipt",
    "language": "system",
    "port": "system",
    "address": "van_phong",
    "baud": 115200,
    "flow": "rtscts",
    "width_mm": 148,
    "height_mm": 210,
    "gap_mm": 0,
    "dpi": 600,
    "density": -1,
    "speed_ips": 0,
    "coding": "z64",
}
"""As it stands in the settings of a desk set up before there was a choice of paper."""


def _printer(port: str, language: str = "zpl", **kept: object) -> PrinterProfile:
    draft = PrinterDraft("label", port, language, "100x60", **kept)  # type: ignore[arg-type]
    return profile_of(draft, (), None)


def test_two_serial_printers_are_two_so_that_a_doubt_about_one_is_not_forgotten_at_the_other() -> None:
    first = _printer("serial:/dev/ttyUSB0", "tspl")
    second = _printer("serial:/dev/ttyUSB1", "tspl")
    first_again = _printer("serial:/dev/ttyUSB0", "zpl", baud=9600)

    assert first.printer_id != second.printer_id
    assert first.printer_id == first_again.printer_id


def test_no_printer_draws_the_bars_itself_before_its_test_page_was_scanned_back(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    hybrid = _printer("serial:/dev/ttyUSB0", "tspl", coding="hybrid")
    hardware.keep_printer(hybrid)

    in_use = hardware.printers()[PrinterSlot.LABEL]

    assert hardware.printer(PrinterSlot.LABEL) == hybrid
    assert in_use.coding is GraphicCoding.TSPL_TILES
    assert in_use.estimated_seconds() < SLOW_SECONDS
    assert (
        trusted(replace(hybrid, can=Capabilities(coding_by=Origin.CLERK))).coding is GraphicCoding.TSPL_HYBRID
    )


def test_a_kept_printer_is_the_same_again_and_an_unreadable_one_is_none(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    wanted = _printer("serial:/dev/ttyUSB0", "tspl", baud=9600, flow="xonxoff")

    hardware.keep_printer(wanted)
    kept = hardware.printer(PrinterSlot.LABEL)
    hardware.settings.put("printer.label", {**wanted.to_json(), "language": "klingon"})

    assert kept == wanted
    assert hardware.printer(PrinterSlot.LABEL) is None


def test_each_slot_keeps_a_printer_of_its_own_and_only_the_roll_may_have_none(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    roll = profile_of(PrinterDraft("roll", "serial:/dev/ttyUSB1", "escpos", "roll80"), (), None)
    before = set(hardware.printers())

    hardware.keep_printer(roll)
    label, page = hardware.printers()[PrinterSlot.LABEL], hardware.printers()[PrinterSlot.PAGE]

    assert before == {PrinterSlot.LABEL, PrinterSlot.PAGE}
    assert hardware.printers()[PrinterSlot.ROLL] == roll
    assert (slot_of(label), slot_of(page), slot_of(roll)) == tuple(PrinterSlot)
    assert (label.language, page.language) == (Language.PDF, Language.PDF)


def test_an_office_printer_has_a4_and_a_folder_a5_until_somebody_chooses() -> None:
    office, folder = (proposed(PrinterSlot.PAGE, port, "", None, None) for port in ("system:x", "pdf_folder"))

    assert (office.language, office.stock) == ("system", "a4")
    assert (folder.language, folder.stock) == ("pdf", "a5")


def test_an_office_printer_kept_by_the_first_release_goes_on_with_a5(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    hardware.settings.put("printer.receipt", FIRST_RELEASE)

    kept = hardware.printer(PrinterSlot.PAGE)

    assert kept is not None
    assert (kept.link.address, kept.stock) == ("van_phong", A5)


def _usb(device: str, serial_number: str | None) -> ListPortInfo:
    port = ListPortInfo(device)
    port.vid, port.pid, port.serial_number = 0x0403, 0x6001, serial_number
    return port


def test_a_scanner_with_a_serial_number_is_found_again_at_another_socket(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        list_ports, "comports", lambda: [_usb("/dev/ttyUSB0", "A1"), _usb("/dev/ttyUSB1", "B2")]
    )
    kept = port_key("/dev/ttyUSB0")

    monkeypatch.setattr(
        list_ports, "comports", lambda: [_usb("/dev/ttyUSB0", "B2"), _usb("/dev/ttyUSB7", "A1")]
    )

    assert port_name(port_of(kept)) == "/dev/ttyUSB7"


def test_a_port_that_nothing_tells_apart_is_kept_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    twins = [_usb("/dev/ttyUSB0", None), _usb("/dev/ttyUSB1", None), ListPortInfo("/dev/ttyS0")]
    monkeypatch.setattr(list_ports, "comports", lambda: twins)

    names = [port_name(port_of(port_key(port.device))) for port in twins]

    assert names == ["/dev/ttyUSB0", "/dev/ttyUSB1", "/dev/ttyS0"]


def test_a_printer_that_takes_long_for_a_label_says_how_long() -> None:
    slow, fast = _printer("serial:/dev/ttyUSB0", "tspl", baud=9600), _printer("serial:/dev/ttyUSB0", "tspl")

    words = printer_words(PrinterCondition(PrinterSlot.LABEL, slow))

    assert words.tone is Tone.WARN
    assert words.text.endswith(f"khoảng {round(slow.estimated_seconds())} giây một nhãn")
    assert "giây" not in printer_words(PrinterCondition(PrinterSlot.LABEL, fast)).text
