"""What tests of confirmed jobs share: a worker at a simulated printer, and a job that breaks off in its middle."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kt1desk.printing.capabilities import Fence
from kt1desk.printing.connect import port_for
from kt1desk.printing.payload import resync_bytes
from kt1desk.printing.ports.base import PortError
from kt1desk.printing.profile import Language, PrinterProfile
from kt1desk.printing.queue import PrintWorker
from tests.printing.profiles import NOW_MS
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL

SECOND = {**LABEL, "number": "ME287043775VN"}
FASTEST = 4_000_000
"""So that a printer that says nothing is not waited for as long as its label needs on a real line."""
FENCES = [(Language.ZPL, Fence.HV), (Language.ESCPOS, Fence.GS_H), (Language.ESCPOS, Fence.GS_R)]


def worker_at(
    queue: QueueFile, profile: PrinterProfile, confirm_s: float = 5.0, resync: bool = True
) -> PrintWorker:
    worker = PrintWorker(
        queue,
        {"label-1": profile},
        lambda wanted: port_for(wanted, datetime.now),
        lambda: NOW_MS,
        resync=resync,
    )
    worker.confirm_s = confirm_s
    return worker


def break_off(queue: QueueFile, profile: PrinterProfile) -> None:
    """Half of the first label goes out, then its desk is gone."""

    class Broken:
        def __init__(self) -> None:
            self.real = port_for(profile, datetime.now)
            self.open, self.close, self.receive = self.real.open, self.real.close, self.real.receive

        hears = True

        def send(self, data: bytes, progress: Callable[[int], None]) -> int:
            half = self.real.send(data[: len(data) // 2], progress)
            raise PortError("printer.unplugged", half)

    worker = PrintWorker(queue, {"label-1": profile}, lambda _profile: Broken(), lambda: NOW_MS)
    worker.run_once("label-1")
    assert resync_bytes(profile.language)
