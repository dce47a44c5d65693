"""A print worker in a process of its own that kills itself at one of its calls: run as a program.

Arguments: queue file, device file, name of the call ("open", "first byte", "middle", "last byte", "sent", "done").
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from kt1desk.domain.print_job import Evidence
from kt1desk.printing.ports.base import Progress
from kt1desk.printing.ports.device_file import DeviceFilePort
from kt1desk.printing.queue import PrintWorker
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.queue_file import QueueFile

_QUEUE, _DEVICE, _WHERE = sys.argv[1:4]


def _die(where: str) -> None:
    if where == _WHERE:
        os.kill(os.getpid(), signal.SIGKILL)


class _DyingPort(DeviceFilePort):
    def open(self) -> None:
        _die("open")
        super().open()

    def send(self, data: bytes, progress: Progress) -> int:
        _die("first byte")
        half = super().send(data[: len(data) // 2], progress)
        _die("middle")
        rest = super().send(data[len(data) // 2 :], progress)
        _die("last byte")
        return half + rest


class _DyingQueue(QueueFile):
    def mark_done(self, job_id: str, evidence: Evidence, at_ms: int) -> None:
        _die("sent")
        super().mark_done(job_id, evidence, at_ms)
        _die("done")


if __name__ == "__main__":
    profile = label_printer(_DEVICE)
    worker = PrintWorker(
        _DyingQueue(Path(_QUEUE)),
        {profile.printer_id: profile},
        lambda wanted: _DyingPort(Path(wanted.link.address)),
        lambda: NOW_MS,
    )
    worker.run_once(profile.printer_id)
