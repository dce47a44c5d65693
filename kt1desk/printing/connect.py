"""From a profile to a port: the only place that knows both."""

import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from serial.tools import list_ports

from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import PrinterRole
from kt1desk.printing.document import is_a4
from kt1desk.printing.ports.base import Port
from kt1desk.printing.ports.device_file import DeviceFilePort
from kt1desk.printing.ports.pdf_folder import PdfFolderPort
from kt1desk.printing.ports.serial_port import Flow, SerialPort, SerialSettings
from kt1desk.printing.ports.system_printer import SystemPrinterPort
from kt1desk.printing.ports.tcp import RAW_PORT, TcpPort
from kt1desk.printing.ports.usb_names import device_name, serial_name
from kt1desk.printing.ports.windows_spooler import WindowsSpoolerPort
from kt1desk.printing.profile import Link, PortKind, PrinterProfile, Stock

_ADDRESS = re.compile(r"(?:\[(?P<inner>[0-9A-Fa-f:.]+)\]|(?P<host>[^\s:\[\]/]+))(?::(?P<port>[0-9]{1,5}))?")

_KINDS = {PrinterRole.LABEL: "nhan", PrinterRole.RECEIPT: "phieu"}
"""How the names of PDF files begin."""


def _tcp(address: str) -> TcpPort:
    """``host``, ``host:port``, ``[IPv6 address]`` or ``[IPv6 address]:port``."""
    found = _ADDRESS.fullmatch(address)
    if found is None or not 0 < int(found["port"] or RAW_PORT) < 65536:
        raise DeskError("printer.profile", "address")
    return TcpPort(found["inner"] or found["host"], int(found["port"] or RAW_PORT))


def _serial(link: Link) -> SerialPort:
    if link.flow not in set(Flow):
        raise DeskError("printer.profile", "flow")
    return SerialPort(SerialSettings(link.address, link.baud, Flow(link.flow), usb=link.usb))


def _media(stock: Stock) -> str:
    """The name CUPS has for a paper."""
    if is_a4(stock.width_mm, stock.height_mm):
        return "A4"
    return "A5" if stock.width_mm == 148 else f"Custom.{stock.width_mm}x{stock.height_mm}mm"


def port_for(profile: PrinterProfile, local_now: Callable[[], datetime]) -> Port:
    """The port a profile describes, not yet open.

    Args:
        profile: the printer.
        local_now: local time, for the names of PDF files.

    Raises:
        DeskError: ``printer.profile`` when address or flow make no sense for the kind of port.
    """
    link = profile.link
    if not link.address and link.kind is not PortKind.SYSTEM:
        raise DeskError("printer.profile", "address")
    match link.kind:
        case PortKind.SERIAL:
            return _serial(link)
        case PortKind.DEVICE:
            return DeviceFilePort(Path(link.address), usb=link.usb)
        case PortKind.TCP:
            return _tcp(link.address)
        case PortKind.PDF_FOLDER:
            return PdfFolderPort(Path(link.address), local_now, _KINDS[profile.role])
        case PortKind.SYSTEM:
            return SystemPrinterPort(link.address, _media(profile.stock))
        case PortKind.SPOOLER:
            return WindowsSpoolerPort(link.address)


def is_plugged_in(link: Link) -> bool | None:
    """Whether the device of a link is there, without opening it; None where only opening could tell."""
    if link.kind is PortKind.SERIAL:
        if link.usb:
            return bool(serial_name(link.usb))
        if sys.platform == "win32":
            return link.address in {port.device for port in list_ports.comports()}
        return Path(link.address).exists()
    if link.kind is PortKind.DEVICE:
        return bool(device_name(link.usb)) if link.usb else Path(link.address).exists()
    return None
