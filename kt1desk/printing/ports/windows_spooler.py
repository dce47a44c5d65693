"""A printer of the Windows spooler that takes raw bytes: a printer with its vendor's driver, or "Generic / Text Only".

The spooler takes the bytes and says nothing of the printer: it does not ask it for its state, and "printed" means handed to the port
(Microsoft, "Printer Status and Job Status"). So there is no way back, and a job is never more than sent. Written after the documentation of
the spooler's functions and of pywin32; no Windows machine with a printer has run it yet.
"""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from typing import Final, Protocol, cast

from kt1desk.printing.ports.base import PortError, Progress

JOB_TITLE: Final = "KT1"
"""Titles stand in queues and logs: this one says nothing."""
_PIECE: Final = 4096
_DATA_TYPE: Final = "RAW"
_PART_OF_A_PIECE: Final = 1
"""A part of the piece that failed may have gone out: counted, so that it is a doubt and never a clean zero."""
_CODES: Final = {
    5: "printer.no_permission",  # ERROR_ACCESS_DENIED
    1722: "printer.missing",  # RPC_S_SERVER_UNAVAILABLE: the spooler service does not run
    1801: "printer.missing",  # ERROR_INVALID_PRINTER_NAME
    1905: "printer.missing",  # ERROR_PRINTER_DELETED
}
"""Source: "System Error Codes", Microsoft. What is not here is a spooler that does not take the job."""


class RawSpooler(Protocol):
    """What is used of pywin32's module ``win32print``. Each call may raise its ``error``, whose first argument is the system's number."""

    error: type[Exception]
    PRINTER_ENUM_LOCAL: int
    PRINTER_ENUM_CONNECTIONS: int

    def EnumPrinters(self, flags: int) -> list[tuple[int, str, str, str]]:  # noqa: N802 - the names of the system
        """Printers as (flags, description, name, comment)."""

    def OpenPrinter(self, name: str) -> int:  # noqa: N802
        """A handle."""

    def StartDocPrinter(self, handle: int, level: int, document: tuple[str, str | None, str]) -> int:  # noqa: N802
        """Begin a job; its number."""

    def StartPagePrinter(self, handle: int) -> None:  # noqa: N802
        """Begin a page."""

    def WritePrinter(self, handle: int, data: bytes) -> int:  # noqa: N802
        """Bytes taken."""

    def EndPagePrinter(self, handle: int) -> None:  # noqa: N802
        """End a page."""

    def EndDocPrinter(self, handle: int) -> None:  # noqa: N802
        """End the job: only now the spooler sends it on."""

    def AbortPrinter(self, handle: int) -> None:  # noqa: N802
        """Delete the job."""

    def ClosePrinter(self, handle: int) -> None:  # noqa: N802
        """Give the handle back."""


def spooler_printers(spooler: RawSpooler | None = None) -> tuple[str, ...]:
    """Names of the printers of this machine's spooler, local and connected ones; none on other systems and where it does not run."""
    asked = spooler or _of_the_system()
    if asked is None:
        return ()
    try:
        listed = asked.EnumPrinters(asked.PRINTER_ENUM_LOCAL | asked.PRINTER_ENUM_CONNECTIONS)
    except asked.error:
        return ()
    return tuple(sorted(entry[2] for entry in listed))


class WindowsSpoolerPort:
    """A printer of the Windows spooler, one job for each `send`.

    Args:
        printer: its name in the spooler.
        spooler: the spooler's functions; None for those of the system.
    """

    def __init__(self, printer: str, spooler: RawSpooler | None = None) -> None:
        self._printer = printer
        self._spooler = spooler or _of_the_system()
        self._handle: int | None = None

    def open(self) -> None:
        """Open the printer."""
        if self._spooler is None:
            raise PortError("printer.not_supported_here")
        try:
            self._handle = self._spooler.OpenPrinter(self._printer)
        except self._spooler.error as error:
            raise PortError(_code(error)) from error

    def send(self, data: bytes, progress: Progress) -> int:
        """Hand a job over, counted piece by piece.

        The spooler sends nothing on before the job is ended, as a rule; a printer set to "print directly" it does. So what broke off is
        deleted, and its bytes are counted all the same.
        """
        spooler, handle = self._spooler, self._handle
        if spooler is None or handle is None:
            raise PortError("printer.unplugged")
        try:
            spooler.StartDocPrinter(handle, 1, (JOB_TITLE, None, _DATA_TYPE))
            spooler.StartPagePrinter(handle)
        except spooler.error as error:
            raise PortError(_code(error)) from error
        done = 0
        try:
            while done < len(data):
                taken = spooler.WritePrinter(handle, data[done : done + _PIECE])
                if taken <= 0:
                    raise self._given_up(spooler, handle, done)
                done += taken
                progress(done)
            spooler.EndPagePrinter(handle)
            spooler.EndDocPrinter(handle)
        except spooler.error as error:
            raise self._given_up(spooler, handle, done) from error
        return done

    def _given_up(self, spooler: RawSpooler, handle: int, done: int) -> PortError:
        """Delete what the spooler has of the job."""
        with suppress(spooler.error):  # where it cannot even do that, the doubt about the job is the same
            spooler.AbortPrinter(handle)
        return PortError("printer.spooler_refused", done + _PART_OF_A_PIECE)

    @property
    def hears(self) -> bool:
        """The spooler keeps to itself what the printer says."""
        return False

    def receive(self, wait_s: float) -> bytes:  # noqa: ARG002 - the shape of a port; nothing is waited for
        """Nothing, at once."""
        return b""

    def close(self) -> None:
        """Give the printer back."""
        handle, self._handle = self._handle, None
        if handle is None or self._spooler is None:
            return
        try:
            self._spooler.ClosePrinter(handle)
        except self._spooler.error as error:
            raise PortError("printer.spooler_refused") from error


def _of_the_system() -> RawSpooler | None:
    """pywin32's functions; None on systems that have no such spooler, and so no pywin32."""
    return cast("RawSpooler", importlib.import_module("win32print")) if sys.platform == "win32" else None


def _code(error: Exception) -> str:
    number = error.args[0] if error.args else 0
    return _CODES.get(number, "printer.spooler_refused")
