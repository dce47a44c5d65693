"""The machines of a desk: which are set up, and what finds them. Kept in the encrypted store, as local settings.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from serial.tools import list_ports

from kt1desk.desktop.needs import DeviceSettings
from kt1desk.devices.serial_lines import SerialPort, usb_ports
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.capabilities import Origin
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.paper import ROLL_WIDTH_MM
from kt1desk.printing.profile import Head, Language, Link, PortKind, PrinterProfile, Stock
from kt1desk.printing.slots import PrinterSlot
from kt1desk.services.rows import PDF_PRINTER

_DEVICES = "devices"
_USB = "usb:"
LABEL_STOCK = Stock(100, 60, 3)
A5, A4 = Stock(148, 210), Stock(210, 297)
"""The sheets of receipts; a profile of the first release has A5 and keeps it."""
ROLL = Stock(ROLL_WIDTH_MM, 0)
PDF_DPI = 600


class Settings(Protocol):
    """Local settings by name."""

    def get(self, name: str) -> Mapping[str, Json] | None:
        """A setting, or None."""

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep a setting."""


class SettingsInHand:
    """Settings chosen before there is a store to keep them; handed over to the first desk that is opened."""

    def __init__(self) -> None:
        self._chosen: dict[str, Mapping[str, Json]] = {}

    def get(self, name: str) -> Mapping[str, Json] | None:
        """See `Settings`."""
        return self._chosen.get(name)

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """See `Settings`."""
        self._chosen[name] = value

    def hand_over(self, settings: Settings) -> None:
        """Keep in ``settings`` what was chosen; nothing is left here."""
        while self._chosen:
            settings.put(*self._chosen.popitem())


def _anybody() -> None:
    """Before a desk is open nobody has rights yet."""


@dataclass(frozen=True, slots=True)
class Hardware:
    """Printers, scanner and scale as they are set up.

    Attributes:
        settings: where that is kept.
        papers: the folder of printers that write files.
        require: refuses whoever may not set anything up.
    """

    settings: Settings
    papers: Path
    require: Callable[[], None] = _anybody

    def prepare(self) -> None:
        """Make the folder for papers; where that fails, the printer that writes there says so with each paper."""
        with suppress(OSError):
            self.papers.mkdir(mode=0o700, parents=True, exist_ok=True)

    def printers(self) -> dict[PrinterSlot, PrinterProfile]:
        """The printers papers go to, each as far as it can be trusted; see `trusted`."""
        found = {slot: self.printer(slot) for slot in PrinterSlot}
        return {slot: trusted(profile) for slot, profile in found.items() if profile is not None}

    def printer(self, slot: PrinterSlot) -> PrinterProfile | None:
        """The printer of a slot as it is set; labels and sheets go to a folder as PDF files until one is set up."""
        kept = self.settings.get(slot.setting)
        if not kept:
            return None if slot is PrinterSlot.ROLL else pdf_printer(slot, self.papers)
        try:
            return PrinterProfile.from_json(kept)
        except DeskError:
            return None

    def keep_printer(self, profile: PrinterProfile) -> None:
        """Use this printer in its slot from now on. Raises ``user.*``."""
        self.require()
        self.settings.put(slot_of(profile).setting, profile.to_json())

    def forget_printer(self, slot: PrinterSlot) -> None:
        """No printer of its own here any more. Raises ``user.*``."""
        self.require()
        self.settings.put(slot.setting, {})

    def devices(self) -> DeviceSettings:
        """Scanner and scale; a wedge scanner needs nothing and is expected until somebody says otherwise."""
        kept = self.settings.get(_DEVICES) or {}
        return DeviceSettings(
            wedge=kept.get("wedge", 1) == 1,
            wedge_gap_ms=_whole(kept.get("gap", 0)),
            scanner_port=str(kept.get("scanner", "")),
            scale_port=str(kept.get("scale", "")),
            scale_protocol=str(kept.get("protocol", "")),
            sounds=kept.get("sounds", 1) == 1,
        )

    def keep_devices(self, settings: DeviceSettings) -> None:
        """Use these from now on. Raises ``user.*``."""
        self.require()
        self.settings.put(
            _DEVICES,
            {
                "wedge": int(settings.wedge),
                "gap": settings.wedge_gap_ms,
                "scanner": settings.scanner_port,
                "scale": settings.scale_port,
                "protocol": settings.scale_protocol,
                "sounds": int(settings.sounds),
            },
        )


def slot_of(profile: PrinterProfile) -> PrinterSlot:
    """The slot a printer belongs in: its role, and for receipts whether its paper is a roll."""
    if profile.role is PrinterRole.LABEL:
        return PrinterSlot.LABEL
    return PrinterSlot.PAGE if profile.stock.height_mm else PrinterSlot.ROLL


def trusted(profile: PrinterProfile) -> PrinterProfile:
    """The printer as papers of items are sent to it: it draws no bars of its own before its test page was scanned back."""
    if profile.coding is GraphicCoding.TSPL_HYBRID and profile.can.coding_by is not Origin.CLERK:
        return replace(profile, coding=GraphicCoding.TSPL_TILES)
    return profile


def usual_paper(slot: PrinterSlot, language: Language | None) -> Stock:
    """The paper of a slot until somebody chooses another.

    A counter has one office printer with A4 in its tray: there both liên of a case come out side by side on one sheet. In a folder
    nothing is fed: each liên is a page of its own, and no half of a page is empty where a paper has one liên only.
    """
    if slot is PrinterSlot.LABEL:
        return LABEL_STOCK
    if slot is PrinterSlot.ROLL:
        return ROLL
    return A4 if language is Language.SYSTEM else A5


def pdf_printer(slot: PrinterSlot, folder: Path, paper: Stock | None = None) -> PrinterProfile:
    """The folder that takes papers as PDF files."""
    stock = paper or usual_paper(slot, Language.PDF)
    link = Link(PortKind.PDF_FOLDER, str(folder))
    return PrinterProfile(
        f"{PDF_PRINTER}{slot.value}",
        "ghi PDF vào thư mục",
        slot.role,
        Language.PDF,
        link,
        stock,
        Head(PDF_DPI),
    )


def serial_ports() -> list[tuple[str, str]]:
    """Serial ports of this machine: device, and what the system says about it."""
    return sorted((port.device, port.description or "") for port in list_ports.comports())


def port_key(device: str) -> str:
    """How a port is kept: by what is plugged in where that has a serial number, so that it is found again at another socket."""
    identities = [identity for identity, name in usb_ports().items() if name == device]
    has_serial_number = bool(identities) and identities[0].count(":") == 2
    return f"{_USB}{identities[0]}" if has_serial_number else device


def port_of(key: str) -> SerialPort:
    """The port kept under a key."""
    return SerialPort(usb=key.removeprefix(_USB)) if key.startswith(_USB) else SerialPort(key)


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0
