"""The print worker killed at any of its calls, on a real device file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

from kt1desk.domain.print_job import JobState
from kt1desk.printing.connect import port_for
from kt1desk.printing.queue import PrintWorker
from tests.printing.profiles import NOW_MS, label_printer
from tests.printing.queue_file import QueueFile
from tests.printing.samples import LABEL

_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("where", "state", "pages"),
    [
        ("open", JobState.QUEUED, 0),
        ("first byte", JobState.UNKNOWN, 0),
        ("middle", JobState.UNKNOWN, 0),
        ("last byte", JobState.UNKNOWN, 1),
        ("sent", JobState.UNKNOWN, 1),
        ("done", JobState.DONE, 1),
    ],
)
def test_a_worker_killed_anywhere_neither_loses_nor_doubles_a_label(
    where: str, state: JobState, pages: int, tmp_path: Path
) -> None:
    queue = QueueFile(tmp_path / "queue.db")
    job_id = queue.add(LABEL, NOW_MS)
    paper = _Paper(tmp_path / "lp0")
    killed = subprocess.run(
        [sys.executable, "-m", "tests.printing.killed_worker", tmp_path / "queue.db", paper.path, where],
        cwd=_ROOT,
        check=False,
    )

    worker = PrintWorker(
        queue,
        {"label-1": label_printer(str(paper.path))},
        lambda p: port_for(p, datetime.now),
        lambda: NOW_MS,
    )
    questions = worker.recover()
    recovered = queue.job(job_id).state
    while worker.run_once("label-1"):
        pass
    queue.db.close()

    assert killed.returncode == -signal.SIGKILL
    assert recovered is state
    assert questions == ([job_id] if state is JobState.UNKNOWN else [])
    assert paper.pages() == (pages or int(state is JobState.QUEUED))


class _Paper:
    """A device file with a reader behind it that counts the labels coming out."""

    def __init__(self, path: Path) -> None:
        self.path = path
        os.mkfifo(path)
        self._received = bytearray()
        self._reading = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        os.set_blocking(self._reading, True)
        self._keep_open = os.open(path, os.O_WRONLY)
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        while piece := os.read(self._reading, 65536):
            self._received += piece

    def pages(self) -> int:
        os.close(self._keep_open)
        self._thread.join(10)
        os.close(self._reading)
        return self._received.count(b"PRINT 1,1\r\n")
