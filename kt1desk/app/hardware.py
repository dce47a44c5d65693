"""The machines of a desk: which are set up, and what finds them. Kept in the encrypted store, as local settings.

This module must not know any screen.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from serial.tools import list_ports

from kt1desk.app.words import PDF_PRINTER
from kt1desk.desktop.needs import DeviceSettings
from kt1desk.devices.serial_lines import SerialPort, usb_ports
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.printing.profile import Head, Language, Link, PortKind, PrinterProfile, Stock

_DEVICES = "devices"
_USB = "usb:"
_LABEL_STOCK = Stock(100, 60, 3)
A5, A4 = Stock(148, 210), Stock(210, 297)
"""The papers of receipts; a profile of the first release has A5 and keeps it."""
_PDF_DPI = 600
_MOST_OF_NAME = 24


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


@dataclass(frozen=True, slots=True)
class Hardware:
    """Printers, scanner and scale as they are set up."""

    settings: Settings
    papers: Path

    def prepare(self) -> None:
        """Make the folder for papers; where that fails, the printer that writes there says so with each paper."""
        with suppress(OSError):
            self.papers.mkdir(mode=0o700, parents=True, exist_ok=True)

    def printer(self, role: PrinterRole) -> PrinterProfile | None:
        """The printer of a role; papers go to a folder as PDF files until one is set up."""
        kept = self.settings.get(f"printer.{role.value}")
        if kept is None:
            return pdf_printer(role, self.papers)
        try:
            return PrinterProfile.from_json(kept)
        except DeskError:
            return None

    def keep_printer(self, profile: PrinterProfile) -> None:
        """Use this printer for its role from now on."""
        self.settings.put(f"printer.{profile.role.value}", profile.to_json())

    def devices(self) -> DeviceSettings:
        """Scanner and scale; a wedge scanner needs nothing and is expected until somebody says otherwise."""
        kept = self.settings.get(_DEVICES) or {}
        return DeviceSettings(
            wedge=kept.get("wedge", 1) == 1,
            wedge_gap_ms=_whole(kept.get("gap", 0)),
            scanner_port=str(kept.get("scanner", "")),
            scale_port=str(kept.get("scale", "")),
            scale_protocol=str(kept.get("protocol", "")),
        )

    def keep_devices(self, settings: DeviceSettings) -> None:
        """Use these from now on."""
        self.settings.put(
            _DEVICES,
            {
                "wedge": int(settings.wedge),
                "gap": settings.wedge_gap_ms,
                "scanner": settings.scanner_port,
                "scale": settings.scale_port,
                "protocol": settings.scale_protocol,
            },
        )


def usual_paper(role: PrinterRole, language: Language) -> Stock:
    """The paper of a role until somebody chooses another.

    A counter has one office printer with A4 in its tray: there both liên of a case come out side by side on one sheet. In a folder
    nothing is fed: each liên is a page of its own, and no half of a page is empty where a paper has one liên only.
    """
    if role is PrinterRole.LABEL:
        return _LABEL_STOCK
    return A4 if language is Language.SYSTEM else A5


def pdf_printer(role: PrinterRole, folder: Path, paper: Stock | None = None) -> PrinterProfile:
    """The folder that takes papers as PDF files."""
    stock = paper or usual_paper(role, Language.PDF)
    link = Link(PortKind.PDF_FOLDER, str(folder))
    return PrinterProfile(
        f"{PDF_PRINTER}{role.value}", "ghi PDF vào thư mục", role, Language.PDF, link, stock, Head(_PDF_DPI)
    )


def printer_at(
    role: PrinterRole, language: Language, link: Link, paper: Stock | None = None
) -> PrinterProfile:
    """A printer as the clerk described it, with the paper chosen or the one it usually has.

    Raises:
        DeskError: ``printer.profile``, ``printer.language_port``.
    """
    on_page = language in {Language.PDF, Language.SYSTEM}
    if on_page != (link.kind in {PortKind.PDF_FOLDER, PortKind.SYSTEM}):
        raise DeskError("printer.language_port", "language")
    if not on_page and role is PrinterRole.RECEIPT:
        raise DeskError("printer.receipt_needs_page", "language")
    if link.kind is PortKind.PDF_FOLDER:
        return pdf_printer(role, Path(link.address), paper)
    # Not the shorter hybrid: a printer may draw bars of its own only once its test page was scanned back.
    coding = GraphicCoding.TSPL_TILES if language is Language.TSPL else GraphicCoding.ZPL_Z64
    stock = paper or usual_paper(role, language)
    head = Head(_PDF_DPI) if on_page else Head()
    # The address belongs to the id: what broke off at one printer must not be forgotten when another one is tried.
    printer_id = f"{role.value}.{link.kind.value}.{link.address}"
    return PrinterProfile(printer_id, _name(link), role, language, link, stock, head, coding)


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


def _name(link: Link) -> str:
    """What tells this printer apart, in words that fit on the status line and on the test page."""
    end = link.address.rsplit("/", 1)[-1]
    return end if len(end) <= _MOST_OF_NAME else f"…{end[-_MOST_OF_NAME:]}"


def _whole(value: Json) -> int:
    return value if isinstance(value, int) else 0
