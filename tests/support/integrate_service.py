"""``kt1desk centre integrate`` as a process of its own, before a real server: started, told to end, killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kt1desk.centre import pki
from kt1desk.centre.place import CentrePlace
from kt1desk.exchange.new_file import write_new
from tests.support.integrating import KEY
from tests.support.postgres import ADDRESS, HOST, Cluster

WITHIN_S = 60
_NEVER = threading.Event()


@dataclass
class Service:
    """The service before one server; any number of processes of it.

    Attributes:
        cluster: the server.
        folder: the centre's folder.
    """

    cluster: Cluster
    folder: Path
    _running: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """A process that has just begun; what it says goes into its pipes."""
        return self._start("integrate", "--folder", str(self.folder), "--dsn", self._as("integrator"), *words)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """``integrate`` to its end."""
        return _to_end(self.start(*words))

    def command(self, name: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Another command of the centre, to its end."""
        return _to_end(self._start(name, "--folder", str(self.folder), *words))

    def end_all(self) -> None:
        """Kill what a test left behind."""
        for process in self._running:
            process.kill()
            process.communicate(timeout=WITHIN_S)

    def _as(self, role: str) -> str:
        return f"host={self.cluster.folder} user={role}"

    def _start(self, *words: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "kt1desk", "centre", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUTF8": "1"},
        )
        self._running.append(process)
        return process


def wait_for(holds: Callable[[], bool]) -> None:
    """Wait for another process to come so far, and leave the machine to it meanwhile."""
    given_up = time.monotonic() + WITHIN_S
    while not holds():
        assert time.monotonic() < given_up, "it did not come so far"
        _NEVER.wait(0.05)


def terminate(process: subprocess.Popen[str], how: signal.Signals = signal.SIGTERM) -> tuple[int, str]:
    """Tell it to end; its exit code and what it said on standard error."""
    process.send_signal(how)
    _, said = process.communicate(timeout=WITHIN_S)
    return process.returncode, said


@contextmanager
def service_before(cluster: Cluster, folder: Path) -> Iterator[Service]:
    """A centre's folder with the tests' key, as ``centre init`` would leave it; ends what still runs afterwards."""
    CentrePlace(folder, (HOST, ADDRESS), cluster.port, f"host={cluster.folder} user=operator").keep()
    pem = KEY.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    write_new(folder / pki.GATE_KEY, pem, taken="centre.key_exists")
    made = Service(cluster, folder)
    try:
        yield made
    finally:
        made.end_all()


def _to_end(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = process.communicate(timeout=WITHIN_S)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)
