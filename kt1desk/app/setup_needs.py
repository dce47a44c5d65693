"""What the pages for printers and devices need, on the real ports.

This module must not know any screen; it implements what the pages say they need.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from kt1desk.app.hardware import A4, A5, Hardware, port_key, printer_at, serial_ports
from kt1desk.app.words import PRINTER_NAMES, pace_words
from kt1desk.desktop.needs import (
    Choice,
    DeviceChoices,
    DeviceSettings,
    PaperChoice,
    PrinterChoices,
    PrinterProfile,
    PrinterState,
    Tone,
    Weighing,
)
from kt1desk.devices.scale import ScaleProtocol
from kt1desk.domain.errors import DeskError
from kt1desk.domain.print_job import JobState, PrinterRole, PrintJob, job_key
from kt1desk.printing import profile as printing
from kt1desk.printing.connect import port_for
from kt1desk.printing.payload import payload_for
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.queue import LinkStates, send_past_queue
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Clock
from kt1desk.services.shifts import local_time

_LANGUAGES = (
    Choice("zpl", "ZPL (Zebra)"),
    Choice("tspl", "TSPL (TSC, HPRT)"),
    Choice("system", "Máy in của hệ thống"),
    Choice("pdf", "Tệp PDF"),
)
_ROLE_LANGUAGES = {
    PrinterRole.LABEL: {"zpl", "tspl", "system", "pdf"},
    PrinterRole.RECEIPT: {"system", "pdf"},
}
_PAPERS = (
    PaperChoice(
        "a4",
        "A4 (hai liên một tờ ngang)",
        ("system",),
        "Hai liên cạnh nhau, cắt theo đường giữa; phiếu một liên nằm ở nửa trái.",
    ),
    PaperChoice("a5", "A5 (từng liên một tờ)", ("pdf",), "Mỗi liên in trên tờ riêng."),
)
_STOCKS = {"a4": A4, "a5": A5}
_TYPED = ("tcp", "pdf_folder", "device")
_SLOW_BAUD = 9600
"""What many label printers leave the factory with; the other speed offered is 115200, `kt1desk.printing.profile.Link`'s own."""
_AT_SLOW = f"@{_SLOW_BAUD}"
_LIST_S = 5


class _LinksInHand:
    """Before there is a queue: remembered as long as the first run lasts."""

    def __init__(self) -> None:
        self._dirty: set[str] = set()

    def is_link_dirty(self, printer_id: str) -> bool:
        """See `LinkStates`."""
        return printer_id in self._dirty

    def mark_link_dirty(self, printer_id: str, at_ms: int) -> None:  # noqa: ARG002  the port's shape
        """See `LinkStates`."""
        self._dirty.add(printer_id)

    def mark_link_clean(self, printer_id: str, at_ms: int) -> None:  # noqa: ARG002  the port's shape
        """See `LinkStates`."""
        self._dirty.discard(printer_id)


class PrinterSetup:
    """Implements `kt1desk.desktop.needs.PrinterSetupNeeds`.

    Args:
        hardware: where profiles are kept.
        clock: for the test page.
        state: the printer of a role in words.
        kept: called after a profile was kept, so that it is used.
        links: what the queue knows of the printers; None before there is one.
    """

    def __init__(
        self,
        hardware: Hardware,
        clock: Clock,
        state: Callable[[PrinterRole], PrinterState],
        kept: Callable[[], None],
        links: LinkStates | None = None,
    ) -> None:
        self._links = links or _LinksInHand()
        self._hardware = hardware
        self._clock = clock
        self._state = state
        self._kept = kept

    def choices(self, role: str) -> PrinterChoices:
        """See the port."""
        wanted = PrinterRole(role)
        languages = tuple(choice for choice in _LANGUAGES if choice.key in _ROLE_LANGUAGES[wanted])
        lines = serial_ports()
        found = [Choice(f"serial:{device}", f"Cổng nối tiếp{_said(words)}") for device, words in lines]
        found += [
            Choice(f"serial:{device}{_AT_SLOW}", f"Cổng nối tiếp chậm, {_SLOW_BAUD} bit/giây{_said(words)}")
            for device, words in lines
        ]
        found += [
            Choice(f"device:{path}", f"Cổng USB {path}") for path in sorted(Path("/dev/usb").glob("lp*"))
        ]
        found += [Choice(f"system:{name}", f"Máy in {name}") for name in _system_printers()]
        found += [
            Choice("tcp", "Mạng, cổng 9100 (gõ địa chỉ)"),
            Choice("pdf_folder", "Thư mục (gõ đường dẫn)"),
            Choice("device", "Tệp thiết bị (gõ đường dẫn)"),
        ]
        shown = self._shown(wanted)
        if shown is not None and shown.port not in {choice.key for choice in found}:
            found.append(Choice(shown.port, "Đang dùng, lúc này không thấy"))
        papers = _PAPERS if wanted is PrinterRole.RECEIPT else ()
        return PrinterChoices(languages, tuple(found), _TYPED, shown, self._state(wanted), papers)

    def save_profile(self, profile: PrinterProfile) -> None:
        """See the port. A printer that stays as it is goes on with the paper it is at."""
        made = _made(profile)
        try:
            port_for(made, self._local_now)
        except DeskError as error:
            raise DeskError(error.code, "target" if made.link.kind.value in _TYPED else "port") from error
        if made != self._hardware.printer(made.role):
            self._hardware.keep_printer(made)
            self._kept()

    def print_test(self, role: str) -> str:
        """See the port. The test page goes past the queue: it proves nothing and belongs to no item.

        What it leaves behind at a printer the queue has to know: after half a test page the next label would be garbage.
        """
        kept = self._hardware.printer(PrinterRole(role))
        if kept is None:
            raise DeskError("printer.not_set_up", "port")
        port = port_for(kept, self._local_now)
        payload = payload_for(self._test_job(kept), kept)
        try:
            send_past_queue(payload.data, kept, port, self._links, lambda: self._clock.now().utc_ms)
        except PortError as error:
            raise DeskError(error.code, "port") from error
        return (
            f"Đã gửi trang thử. {PRINTER_NAMES[kept.role]}, {kept.name}{_paper_said(kept)}{pace_words(kept)}: "
            "xem giấy ra có đủ khung và thước không."
        )

    def _local_now(self) -> datetime:
        return local_time(self._clock.now())

    def _test_job(self, kept: printing.PrinterProfile) -> PrintJob:
        now = self._clock.now()
        values = {
            "printer_name": f"{PRINTER_NAMES[kept.role]}: {kept.name}",
            "printed_at": when_words(now.utc_ms, now.offset_min),
            "scan_code": "KT1TEST0001",
        }
        if kept.role is PrinterRole.LABEL:
            template, values["dpi"] = "test_page", str(kept.head.dpi)
        else:
            template, values["paper"] = "test_sheet", paper_words(kept.stock)
        key = job_key("test", kept.role, template, 1)
        return PrintJob("test", key, template, 1, values, 1, kept.role, JobState.QUEUED, now.utc_ms)

    def _shown(self, role: PrinterRole) -> PrinterProfile | None:
        kept = self._hardware.printer(role)
        if kept is None:
            return None
        kind, address = kept.link.kind.value, kept.link.address
        typed = kind in _TYPED
        speed = _AT_SLOW if kept.link.baud == _SLOW_BAUD else ""
        port = kind if typed else f"{kind}:{address}{speed}"
        paper = "" if role is PrinterRole.LABEL else _paper_key(kept.stock)
        return PrinterProfile(role.value, kept.language.value, port, address if typed else "", paper)


class DeviceSetup:
    """Implements `kt1desk.desktop.needs.DevicesNeeds`.

    Args:
        hardware: where settings are kept.
        weigh: one reading of the scale in use.
        kept: called after settings were kept, so that they are used.
    """

    def __init__(self, hardware: Hardware, weigh: Callable[[], Weighing], kept: Callable[[], None]) -> None:
        self._hardware = hardware
        self._weigh = weigh
        self._kept = kept

    def choices(self) -> DeviceChoices:
        """See the port."""
        ports = tuple(Choice(port_key(device), f"{device}{_said(words)}") for device, words in serial_ports())
        protocols = tuple(Choice(protocol.key, protocol.title) for protocol in ScaleProtocol)
        return DeviceChoices(ports, protocols, self._hardware.devices())

    def save_devices(self, settings: DeviceSettings) -> None:
        """See the port."""
        if settings.scanner_port and settings.scanner_port == settings.scale_port:
            raise DeskError("scale.port_taken", "scale_port")
        self._hardware.keep_devices(settings)
        self._kept()

    def weigh(self) -> Weighing:
        """See the port."""
        return self._weigh()


def unknown_state(role: PrinterRole) -> PrinterState:
    """While nobody has logged in, nothing is known of a printer."""
    return PrinterState(f"{PRINTER_NAMES[role]}: chưa cài", Tone.WARN)


def _said(words: str) -> str:
    """What the system says about a port; pyserial has ``n/a`` for nothing."""
    return f" – {words}" if words not in {"", "n/a"} else ""


def paper_words(stock: printing.Stock) -> str:
    """The paper in a printer for receipts, in words; one that nobody can choose is told by its size."""
    words = {choice.key: choice.text for choice in _PAPERS}
    return words.get(_paper_key(stock), f"{stock.width_mm} × {stock.height_mm} mm")


def _paper_said(kept: printing.PrinterProfile) -> str:
    return f", {paper_words(kept.stock)}" if kept.role is PrinterRole.RECEIPT else ""


def _paper_key(stock: printing.Stock) -> str:
    """The choice a stock is, "" where it is none of them."""
    return next((key for key, paper in _STOCKS.items() if paper == stock), "")


def _made(profile: PrinterProfile) -> printing.PrinterProfile:
    kind, _, address = profile.port.partition(":")
    target = profile.target.strip() if kind in _TYPED else address
    if not target:
        raise DeskError("printer.address_missing", "target" if kind in _TYPED else "port")
    try:
        link = _link(printing.PortKind(kind), target)
        language = printing.Language(profile.language)
    except ValueError as error:
        raise DeskError("printer.profile", "port") from error
    role = PrinterRole(profile.role)
    paper = _STOCKS.get(profile.paper) if role is PrinterRole.RECEIPT else None
    return printer_at(role, language, link, paper)


def _link(kind: printing.PortKind, target: str) -> printing.Link:
    if kind is printing.PortKind.SERIAL and target.endswith(_AT_SLOW):
        return printing.Link(kind, target.removesuffix(_AT_SLOW), _SLOW_BAUD)
    return printing.Link(kind, target)


def _system_printers() -> Sequence[str]:
    """Printers of CUPS; none where it is not installed or does not answer."""
    lpstat = shutil.which("lpstat")
    if lpstat is None:
        return ()
    try:
        listed = subprocess.run([lpstat, "-e"], capture_output=True, text=True, timeout=_LIST_S, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return tuple(line.strip() for line in listed.stdout.splitlines() if line.strip())
