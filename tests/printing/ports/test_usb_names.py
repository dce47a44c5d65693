"""A printer is found by what it is, not by the name its port has today."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from serial.tools import list_ports
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.printing.connect import is_plugged_in, port_for
from kt1desk.printing.ports import usb_names
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.profile import Link, PortKind
from tests.devices.pty_port import PtyDevice
from tests.printing.profiles import label_printer

IDENTITY = "1A86:7523:A10K3X"


def _plugged_in(monkeypatch: pytest.MonkeyPatch, *ports: tuple[str, str]) -> None:
    """The system's list of ports: no machine of ours has a USB printer."""
    found = []
    for name, identity in ports:
        port = ListPortInfo(name)
        vendor, product, port.serial_number = identity.split(":")
        port.vid, port.pid = int(vendor, 16), int(product, 16)
        found.append(port)
    monkeypatch.setattr(list_ports, "comports", lambda: [ListPortInfo("/dev/ttyS0"), *found])


def test_a_serial_printer_is_used_at_the_port_where_it_is_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    link = Link(PortKind.SERIAL, "/dev/ttyUSB0", 115200, "none", IDENTITY)
    _plugged_in(monkeypatch, ("/dev/ttyUSB0", "1A86:7523:SCANNER"), (device.name, IDENTITY))

    port = port_for(replace(label_printer("unused"), link=link), datetime.now)
    port.open()
    port.send(b"label", lambda _: None)
    received = device.receive()
    port.close()
    device.unplug()

    assert received == b"label"
    assert is_plugged_in(link)


@pytest.mark.parametrize(
    "others",
    [["1A86:7523:SCANNER"], [], [IDENTITY, IDENTITY]],
    ids=["another device has its old name", "nothing", "two that cannot be told apart"],
)
def test_a_printer_that_is_not_found_is_missing_whatever_has_its_old_name(
    others: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    names = (device.name, f"{device.name}2")
    _plugged_in(monkeypatch, *zip(names, others, strict=False))
    link = Link(PortKind.SERIAL, device.name, 115200, "none", IDENTITY)

    with pytest.raises(PortError) as refusal:
        port_for(replace(label_printer("unused"), link=link), datetime.now).open()
    is_there = is_plugged_in(link)
    device.unplug()

    assert refusal.value.code == "printer.missing"
    assert is_there is False


def _usb_printer(listed: Path, name: str, identity: str) -> None:
    """As Linux lists a printer of its usblp driver."""
    vendor, product, number = identity.split(":")
    usb = listed.parent / "devices" / f"usb-{name}"
    (usb / "interface").mkdir(parents=True)
    for attribute, text in (("idVendor", vendor.lower()), ("idProduct", product.lower()), ("serial", number)):
        if text:
            (usb / attribute).write_text(f"{text}\n")
    (listed / name).mkdir(parents=True)
    (listed / name / "device").symlink_to(usb / "interface")


def test_a_usb_printer_is_found_by_its_serial_number_under_another_name(tmp_path: Path) -> None:
    listed = tmp_path / "usbmisc"
    _usb_printer(listed, "lp0", "0483:5743:OTHER")
    _usb_printer(listed, "lp1", "0A5F:0166:ZD230-7")
    _usb_printer(listed, "lp2", "0FE6:811E:")

    assert usb_names.device_name("0A5F:0166:ZD230-7", listed) == "/dev/usb/lp1"
    assert usb_names.device_name("0a5f:0166:ZD230-7", listed) == "/dev/usb/lp1"
    assert usb_names.device_name("0A5F:0166:ELSE", listed) == ""
    assert usb_names.device_identities(listed)["/dev/usb/lp2"] == "0FE6:811E:"
    assert usb_names.device_identities(tmp_path / "nothing") == {}


def test_without_a_serial_number_the_device_itself_says_whether_it_is_there(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lp0")

    there = [
        is_plugged_in(Link(kind, str(tmp_path / name)))
        for kind, name in (
            (PortKind.DEVICE, "lp0"),
            (PortKind.DEVICE, "lp1"),
            (PortKind.SERIAL, "lp1"),
            (PortKind.TCP, "lp0"),
        )
    ]

    assert there == [True, False, False, None]
