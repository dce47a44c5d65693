"""What a printer may hang on: from the system's own lists, with a guess that is called one."""

from __future__ import annotations

from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.printing.finding import (
    Find,
    Guess,
    device_finds,
    guess_of_device_id,
    guess_of_usb,
    serial_finds,
    spooler_finds,
    system_finds,
)
from kt1desk.printing.profile import Language, PortKind


def _port(device: str, usb: tuple[int, int, str | None] | None = None, said: str = "n/a") -> ListPortInfo:
    port = ListPortInfo(device)
    port.description = said
    if usb is not None:
        port.vid, port.pid, port.serial_number = usb
    return port


def test_serial_ports_come_with_what_is_plugged_in_and_a_guess_at_its_maker(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ports = [
        _port("/dev/ttyUSB1", (0x1A86, 0x7523, None), "USB Serial"),
        _port("/dev/ttyACM0", (0x1203, 0x0250, "TE2100017"), "TSC TE200"),
        _port("/dev/ttyS0"),
    ]
    monkeypatch.setattr(list_ports, "comports", lambda: ports)

    finds = serial_finds()

    assert finds == (
        Find(
            PortKind.SERIAL, "/dev/ttyACM0", "1203:0250:TE2100017", "TSC TE200", Guess("TSC", Language.TSPL)
        ),
        Find(PortKind.SERIAL, "/dev/ttyS0"),
        Find(PortKind.SERIAL, "/dev/ttyUSB1", "1A86:7523:", "USB Serial"),
    )


def _usblp(folder: Path, name: str, files: dict[str, str], device_id: str = "") -> None:
    """One printer as Linux lays it out: the class entry points to an interface, whose folder lies in that of the USB device."""
    device = folder / "devices" / name
    interface = device / f"{name}-1.0"
    interface.mkdir(parents=True)
    for file, text in files.items():
        (device / file).write_text(f"{text}\n")
    if device_id:
        (interface / "ieee1284_id").write_text(device_id)
    entry = folder / "class" / name
    entry.mkdir(parents=True)
    (entry / "device").symlink_to(interface)


def test_usb_printers_of_linux_say_their_command_set_and_their_maker(tmp_path: Path) -> None:
    zebra = {
        "idVendor": "0a5f",
        "idProduct": "0166",
        "serial": "D4J1",
        "manufacturer": "Zebra",
        "product": "ZD230",
    }
    _usblp(
        tmp_path,
        "lp0",
        zebra,
        "MANUFACTURER:Zebra Technologies ;COMMAND SET:EPL,ZPL;MODEL:ZD230;CLASS:PRINTER;",
    )
    _usblp(tmp_path, "lp1", {"idVendor": "0416", "idProduct": "5011"})

    finds = device_finds(tmp_path / "class")

    assert finds == (
        Find(
            PortKind.DEVICE,
            "/dev/usb/lp0",
            "0A5F:0166:D4J1",
            "Zebra ZD230",
            Guess("Zebra Technologies ZD230", Language.ZPL),
        ),
        Find(PortKind.DEVICE, "/dev/usb/lp1", "0416:5011:", "", guess_of_usb("0416:5011:")),
    )


def test_without_a_driver_for_printers_there_are_none(tmp_path: Path) -> None:
    assert device_finds(tmp_path / "none") == ()
    assert spooler_finds() == ()


@pytest.mark.parametrize(
    ("device_id", "language"),
    [
        ("MFG:HPRT;CMD:TSPL;MDL:HT300;", Language.TSPL),
        ("MFG:EPSON;CMD:ESC/POS;MDL:TM-T82;", Language.ESCPOS),
        ("MFG:MARKLIFE ;CMD:XPP,XL;MDL:X4;CLS:PRINTER;", None),
    ],
)
def test_a_command_set_nobody_here_knows_suggests_no_language(
    device_id: str, language: Language | None
) -> None:
    guess = guess_of_device_id(device_id)

    assert guess is not None
    assert guess.language is language


def test_noise_suggests_nothing() -> None:
    assert guess_of_device_id("") is None
    assert guess_of_device_id("\x00\x00;;:") is None
    assert guess_of_usb("1A86:7523:") is None
    assert guess_of_usb("") is None


def _command(path: Path, script: str) -> str:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return str(path)


def test_queues_of_the_system_are_found_and_a_system_without_any_has_none(tmp_path: Path) -> None:
    listing = _command(tmp_path / "lpstat", "printf 'van_phong\\n\\nmay_quay_3\\n'")

    assert system_finds(listing) == (
        Find(PortKind.SYSTEM, "van_phong"),
        Find(PortKind.SYSTEM, "may_quay_3"),
    )
    assert system_finds(str(tmp_path / "none")) == ()
