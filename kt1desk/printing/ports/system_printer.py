"""An office printer through the system's spooler: CUPS ``lp`` reading from a pipe.

The document never becomes a file of ours, and the job title is neutral: titles stand in queues, logs and on banner
pages. Windows printers are refused with a clear reason until they are reached through the spooler's own interface.
"""

import shutil
import subprocess
import sys

from kt1desk.printing.ports.base import STALL_SECONDS, PortError, Progress

JOB_TITLE = "KT1"


class SystemPrinterPort:
    """A CUPS queue.

    Args:
        queue: name of the CUPS queue, "" for the system's default.
        media: CUPS media name, for example ``A5``; "" leaves the queue's own.
        command: the program, for systems where it lies elsewhere.
        patience_seconds: how long the spooler may take.
    """

    def __init__(
        self,
        queue: str,
        media: str = "",
        command: str = "lp",
        patience_seconds: float = STALL_SECONDS,
    ) -> None:
        self._queue = queue
        self._media = media
        self._command = command
        self._patience_seconds = patience_seconds

    def open(self) -> None:
        """Find the spooler's program."""
        if sys.platform == "win32":
            raise PortError("printer.not_supported_here")
        if shutil.which(self._command) is None:
            raise PortError("printer.missing")

    def send(self, data: bytes, progress: Progress) -> int:
        """Hand the document to the spooler; all or nothing, unless it had to be given up."""
        # On one side: what is handed out in two liên must not come out as front and back of one sheet.
        arguments = [self._command, "-s", "-t", JOB_TITLE, "-o", "sides=one-sided"]
        arguments += ["-d", self._queue] if self._queue else []
        arguments += ["-o", f"media={self._media}"] if self._media else []
        try:
            done = subprocess.run(  # noqa: S603 - no shell; queue and media come from the printer's profile
                arguments, input=data, capture_output=True, timeout=self._patience_seconds, check=False
            )
        except subprocess.TimeoutExpired as error:
            raise PortError("printer.stalled", len(data)) from error
        except OSError as error:
            raise PortError("printer.missing") from error
        if done.returncode:
            raise PortError("printer.spooler_refused")
        progress(len(data))
        return len(data)

    @property
    def hears(self) -> bool:
        """The spooler keeps to itself what the printer says."""
        return False

    def receive(self, wait_s: float) -> bytes:  # noqa: ARG002 - the shape of a port; nothing is waited for
        """Nothing, at once."""
        return b""

    def close(self) -> None:
        """Nothing is held open between jobs."""
