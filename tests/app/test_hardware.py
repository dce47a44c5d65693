"""Printers as they are set up: which bytes they get by default, and which of them are the same printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.app.hardware import A4, A5, Hardware, SettingsInHand, port_key, port_of, printer_at
from kt1desk.devices.serial_lines import port_name
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import SLOW_SECONDS, Language, Link, PortKind

LABEL, RECEIPT = PrinterRole.LABEL, PrinterRole.RECEIPT
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


def test_two_serial_printers_are_two_so_that_a_doubt_about_one_is_not_forgotten_at_the_other() -> None:
    one, other = Link(PortKind.SERIAL, "/dev/ttyUSB0"), Link(PortKind.SERIAL, "/dev/ttyUSB1")

    first = printer_at(LABEL, Language.TSPL, one)
    second = printer_at(LABEL, Language.TSPL, other)
    first_again = printer_at(LABEL, Language.ZPL, Link(PortKind.SERIAL, "/dev/ttyUSB0", 9600))

    assert first.printer_id != second.printer_id
    assert first.printer_id == first_again.printer_id


def test_no_printer_draws_the_bars_itself_before_its_test_page_was_scanned_back() -> None:
    link = Link(PortKind.SERIAL, "/dev/ttyUSB0")

    codings = {
        language: printer_at(LABEL, language, link).coding for language in (Language.TSPL, Language.ZPL)
    }

    assert codings == {Language.TSPL: GraphicCoding.TSPL_TILES, Language.ZPL: GraphicCoding.ZPL_Z64}
    assert printer_at(LABEL, Language.TSPL, link).estimated_seconds() < SLOW_SECONDS


@pytest.mark.parametrize(
    ("role", "language", "link", "code"),
    [
        (LABEL, Language.ZPL, Link(PortKind.PDF_FOLDER, "giay"), "printer.language_port"),
        (LABEL, Language.PDF, Link(PortKind.TCP, "printer"), "printer.language_port"),
        (RECEIPT, Language.ZPL, Link(PortKind.TCP, "printer"), "printer.receipt_needs_page"),
    ],
)
def test_a_language_that_does_not_go_with_the_way_is_refused(
    role: PrinterRole, language: Language, link: Link, code: str
) -> None:
    with pytest.raises(DeskError) as refusal:
        printer_at(role, language, link)

    assert (refusal.value.code, refusal.value.field) == (code, "language")


def test_a_kept_printer_is_the_same_again_and_an_unreadable_one_is_none(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    wanted = printer_at(LABEL, Language.TSPL, Link(PortKind.SERIAL, "/dev/ttyUSB0", 9600, "xonxoff"))

    hardware.keep_printer(wanted)
    kept = hardware.printer(LABEL)
    hardware.settings.put("printer.label", {**wanted.to_json(), "language": "klingon"})

    assert kept == wanted
    assert hardware.printer(LABEL) is None


def test_an_office_printer_has_a4_and_a_folder_a5_until_somebody_chooses(tmp_path: Path) -> None:
    office, folder = Link(PortKind.SYSTEM, "van_phong"), Link(PortKind.PDF_FOLDER, str(tmp_path))

    usual = [
        printer_at(RECEIPT, Language.SYSTEM, office).stock,
        printer_at(RECEIPT, Language.PDF, folder).stock,
    ]
    chosen = [
        printer_at(RECEIPT, Language.SYSTEM, office, A5).stock,
        printer_at(RECEIPT, Language.PDF, folder, A4).stock,
    ]

    assert usual == [A4, A5]
    assert chosen == [A5, A4]


def test_an_office_printer_kept_by_the_first_release_goes_on_with_a5(tmp_path: Path) -> None:
    hardware = Hardware(SettingsInHand(), tmp_path)
    hardware.settings.put("printer.receipt", FIRST_RELEASE)

    kept = hardware.printer(RECEIPT)

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
