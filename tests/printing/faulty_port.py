"""A port that fails where a test wants it to, and a worker for one label printer."""

from __future__ import annotations

from kt1desk.printing.ports.base import Port, PortError, Progress
from kt1desk.printing.queue import PrintWorker
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.queue_file import QueueFile


class FaultyPort:
    """A printer that accepts a number of bytes and then fails; None never fails. The fault is the point of it."""

    def __init__(self, fails_at: int | None = None, opens: bool = True, closes: bool = True) -> None:
        self.fails_at, self.opens, self.closes = fails_at, opens, closes
        self.received = bytearray()
        self.when_first_byte = ""
        self.watch: QueueFile | None = None

    def open(self) -> None:
        if not self.opens:
            raise PortError("printer.missing")

    def send(self, data: bytes, progress: Progress) -> int:
        if self.watch is not None:
            self.when_first_byte = ",".join(self.watch.calls)
        accepted = len(data) if self.fails_at is None else min(self.fails_at, len(data))
        self.received += data[:accepted]
        progress(accepted)
        if accepted < len(data):
            raise PortError("printer.unplugged", accepted)
        return accepted

    @property
    def hears(self) -> bool:
        return False

    def receive(self, wait_s: float) -> bytes:
        return b""

    def close(self) -> None:
        if not self.closes:
            raise PortError("printer.unplugged")


def label_worker(queue: QueueFile, port: Port, now_ms: int = NOW_MS) -> PrintWorker:
    """Every printer is this port."""
    profile = label_printer("unused")
    return PrintWorker(queue, {profile.printer_id: profile}, lambda _profile: port, lambda: now_ms)
