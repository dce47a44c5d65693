"""What a printer may hang on here: serial ports, printer devices of the USB, and the printers of the system.

Nothing is opened and nobody is asked anything. The maker of a USB device is a hint at the language it may speak, never more: clones carry
the numbers of the chips they were made of, and one machine speaks several languages. This module must not know settings or screens.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from serial.tools import list_ports

from kt1desk.printing.ports.usb_names import USB_PRINTERS, device_identities, serial_identities
from kt1desk.printing.ports.windows_spooler import spooler_printers
from kt1desk.printing.profile import Language, PortKind

_LIST_S: Final = 5.0
_NOTHING_SAID: Final = "n/a"
"""pyserial's word for a port the system has no description of."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What a number or a name suggests: a maker in words, and the language its machines usually speak, None where they speak several."""

    maker: str
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Find:
    """One thing a printer may hang on.

    Attributes:
        kind: how it would be reached.
        address: name of the port, path, or queue.
        usb: ``VID:PID:serial`` in hexadecimal where it is a USB device, the last part empty where it tells no serial number; else "".
        said: what the system says of it, "" for nothing.
        guess: what that suggests, None for nothing.
    """

    kind: PortKind
    address: str
    usb: str = ""
    said: str = ""
    guess: Guess | None = None


_MAKERS: Final[Mapping[str, Guess]] = MappingProxyType(
    {
        "04B8": Guess("Epson", Language.ESCPOS),
        "0A5F": Guess("Zebra", Language.ZPL),
        "1203": Guess("TSC", Language.TSPL),
        "0519": Guess("Star"),
        "0828": Guess("SATO"),
        "08BD": Guess("Citizen"),
        "1D90": Guess("Citizen"),
        "2730": Guess("Citizen"),
        "1504": Guess("Bixolon"),
        "0DD4": Guess("Custom", Language.ESCPOS),
        "154F": Guess("SNBC"),
        "2AAF": Guess("HPRT (iDPRT)", Language.TSPL),
        "6868": Guess("Gprinter / Xprinter"),
    }
)
"""Makers by the vendor's number of a USB device.

Sources: linux-usb.org/usb.ids for all but the last two; 2AAF is the iDPRT SP410 of lprint's issue 143, 6868 the Gprinter ZH-380 of
sintrb/USB-Printer-Descriptors. Nobody has seen these machines here.
"""
_CHIPS: Final[Mapping[str, Guess]] = MappingProxyType(
    {
        "0416:5011": Guess("máy in hóa đơn phổ thông (chip Winbond)", Language.ESCPOS),
        "0FE6:811E": Guess("máy in hóa đơn phổ thông", Language.ESCPOS),
        "1FC9:2016": Guess("Xprinter (chip NXP)", Language.ESCPOS),
    }
)
"""Devices that carry the numbers of their chips. Source: the device table of NielsLeenheer/WebUSBReceiptPrinter."""
_COMMAND_SETS: Final[Sequence[tuple[str, Language]]] = (
    ("ZPL", Language.ZPL),
    ("TSPL", Language.TSPL),
    ("EPL", Language.EPL),
    ("ESC/POS", Language.ESCPOS),
    ("ESCPOS", Language.ESCPOS),
    ("CPCL", Language.CPCL),
)
"""Words of the command set in an IEEE 1284 device id, the richer language first: a Zebra says ``EPL,ZPL`` and speaks both."""


def guess_of_usb(usb: str) -> Guess | None:
    """What the numbers of a USB device suggest."""
    vendor, _, rest = usb.upper().partition(":")
    return _CHIPS.get(f"{vendor}:{rest.partition(':')[0]}") or _MAKERS.get(vendor)


def guess_of_device_id(device_id: str) -> Guess | None:
    """What an IEEE 1284 device id suggests (``MFG:Zebra ;CMD:EPL,ZPL;MDL:…;``): the printer's own words, and clones lie in them."""
    said = dict(_pairs(device_id))
    maker = " ".join(
        filter(None, (said.get("MFG", said.get("MANUFACTURER", "")), said.get("MDL", said.get("MODEL", ""))))
    )
    commands = said.get("CMD", said.get("COMMAND SET", "")).upper()
    language = next((language for word, language in _COMMAND_SETS if word in commands), None)
    return Guess(maker, language) if maker or language else None


def serial_finds() -> tuple[Find, ...]:
    """Serial ports, virtual ones of the USB among them, by their names."""
    identities = serial_identities()
    return tuple(
        Find(
            PortKind.SERIAL,
            port.device,
            usb := identities.get(port.device, ""),
            _said(port.description),
            guess_of_usb(usb),
        )
        for port in sorted(list_ports.comports(), key=lambda port: str(port.device))
    )


def device_finds(listed: Path = USB_PRINTERS) -> tuple[Find, ...]:
    """Printers of the USB that Linux's printer class driver has taken, by their names; none where there is no such driver."""
    return tuple(_device(path, usb, listed) for path, usb in device_identities(listed).items())


def system_finds(command: str = "lpstat") -> tuple[Find, ...]:
    """Queues of CUPS; none where it is not installed or does not answer."""
    found = shutil.which(command)
    if found is None:
        return ()
    try:
        listed = subprocess.run(  # noqa: S603 - the path of a program that was found, no shell
            [found, "-e"], capture_output=True, text=True, timeout=_LIST_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    names = (line.strip() for line in listed.stdout.splitlines())
    return tuple(Find(PortKind.SYSTEM, name) for name in names if name)


def spooler_finds() -> tuple[Find, ...]:
    """Printers of the Windows spooler; none elsewhere."""
    return tuple(Find(PortKind.SPOOLER, name) for name in spooler_printers())


def all_finds() -> tuple[Find, ...]:
    """Everything a printer may hang on here, what can answer first."""
    return (*serial_finds(), *device_finds(), *system_finds(), *spooler_finds())


def _device(path: str, usb: str, listed: Path) -> Find:
    """One printer of usblp: what it says of itself stands at its interface, its maker's words at the USB device above that."""
    interface = (listed / Path(path).name / "device").resolve()
    said = " ".join(
        filter(None, (_line(interface.parent / "manufacturer"), _line(interface.parent / "product")))
    )
    guess = guess_of_device_id(_line(interface / "ieee1284_id")) or guess_of_usb(usb)
    return Find(PortKind.DEVICE, path, usb, said, guess)


def _said(description: str | None) -> str:
    return description if description and description != _NOTHING_SAID else ""


def _line(path: Path) -> str:
    """The one line of a file of sysfs, "" where a device does not tell it or has just gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def _pairs(device_id: str) -> Sequence[tuple[str, str]]:
    parts = (part.partition(":") for part in device_id.split(";"))
    return [(key.strip().upper(), value.strip()) for key, found, value in parts if found]
