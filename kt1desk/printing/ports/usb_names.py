"""Where a printer is plugged in now: it keeps its USB serial number when it comes back under another name.

``ttyUSB0`` may be the scanner by then, and a label must not go there: what is not found is missing, whatever has its old name.
"""

from __future__ import annotations

import sys
from pathlib import Path

from serial.tools import list_ports

USB_PRINTERS = Path("/sys/class/usbmisc")
"""Where Linux lists the devices of its usblp driver: ``lp0/device`` is the USB interface, its parent the device."""
_DEVICES = Path("/dev/usb")


def serial_identities() -> dict[str, str]:
    """The serial ports of USB devices plugged in now: ``VID:PID:serial`` by name of the port; the serial number may be empty."""
    return {
        port.device: f"{port.vid:04X}:{port.pid:04X}:{port.serial_number or ''}"
        for port in list_ports.comports()
        if port.vid is not None and port.pid is not None
    }


def device_identities(listed: Path = USB_PRINTERS) -> dict[str, str]:
    """The USB printers of the usblp driver plugged in now: ``VID:PID:serial`` by path of the device."""
    if sys.platform == "win32" or not listed.is_dir():
        return {}
    found = {}
    for entry in sorted(listed.glob("lp*")):
        usb = (entry / "device").resolve().parent
        vendor, product = _said(usb / "idVendor"), _said(usb / "idProduct")
        if vendor and product:
            found[str(_DEVICES / entry.name)] = f"{vendor.upper()}:{product.upper()}:{_said(usb / 'serial')}"
    return found


def serial_name(usb: str) -> str:
    """The port of a USB device by its ``VID:PID:serial``; "" where it is not plugged in, or cannot be told from another one."""
    return _only(usb, serial_identities())


def device_name(usb: str, listed: Path = USB_PRINTERS) -> str:
    """The device file of a USB printer by its ``VID:PID:serial``; "" as in `serial_name`."""
    return _only(usb, device_identities(listed))


def _only(usb: str, plugged_in: dict[str, str]) -> str:
    names = [name for name, identity in plugged_in.items() if identity.upper() == usb.upper()]
    return names[0] if len(names) == 1 else ""


def _said(attribute: Path) -> str:
    """One attribute of sysfs; "" where the device has none or went away meanwhile."""
    try:
        return attribute.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""
