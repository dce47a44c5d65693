"""Measured: a thousand desks at one gate, where the ceiling is and what it is made of. Judges nothing.

Desks are processes that call the gate's function over TLS with their certificates and bring a frame each. What one login and one exchange
cost in seconds of a processor, at the server and at the desks, is told apart: a server of its own has its cores for its share alone.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bench.spent import server_seconds
from tests.support.postgres import Cluster, Desk, own_cluster

pytestmark = pytest.mark.bench

DESKS = int(os.environ.get("KT1DESK_BENCH_DESKS", "1000"))
PROCESSES = 2
ROUNDS = 5
SESSIONS = DESKS + 100


@dataclass(frozen=True)
class Cost:
    """What a number of calls took: seconds on the wall, of the server's processors, of the desks'."""

    calls: int
    wall_s: float
    server_s: float
    desks_s: float

    def line(self, what: str) -> str:
        """One line of the report."""
        cores = os.cpu_count() or 1
        server_ms, desks_ms = (1000 * each / self.calls for each in (self.server_s, self.desks_s))
        busy = (self.server_s + self.desks_s) / self.wall_s / cores
        return (
            f"{what:<44} {self.calls / self.wall_s:7,.0f}/s   processor: server {server_ms:.2f} ms, desks {desks_ms:.2f} ms each,"
            f" {busy:.0%} of {cores} cores; a server's {cores} cores alone: {cores * 1000 / server_ms:,.0f}/s"
        )


class Crowd:
    """The desks in their processes."""

    def __init__(self, server: Cluster, shares: list[Path]) -> None:
        self._server = server
        self._processes = [_started(share) for share in shares]

    def do(self, word: str) -> Cost:
        """All processes do something at once."""
        begun, server_s = time.perf_counter(), server_seconds(self._server)
        for process in self._processes:
            assert process.stdin is not None
            print(word, file=process.stdin, flush=True)
        said = [_heard(process) for process in self._processes]
        wall_s, server_s = time.perf_counter() - begun, server_seconds(self._server) - server_s
        return Cost(sum(calls for _, calls in said), wall_s, server_s, sum(seconds for seconds, _ in said))

    def end(self) -> None:
        """All go home."""
        for process in self._processes:
            process.kill()
            process.communicate()


def _started(share: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.bench.children.calling_desks", str(share)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _heard(process: subprocess.Popen[str]) -> tuple[float, int]:
    assert process.stdout is not None
    word, seconds, calls = process.stdout.readline().split()
    assert word == "done"
    return float(seconds), int(calls)


def _row(server: Cluster, desk: Desk) -> dict[str, object]:
    shown = desk.certificate
    return {
        "device": desk.number,
        "point": desk.point,
        "serial": shown.serial,
        "certificate": str(shown.certificate),
        "key": str(shown.key),
        "parameters": dict(server.parameters(shown)),
    }


@contextmanager
def _crowd(server: Cluster, folder: Path) -> Iterator[Crowd]:
    rows = [_row(server, server.add_desk(number, str(240_000 + number))) for number in range(1, DESKS + 1)]
    shares = [folder / f"share-{at}.json" for at in range(PROCESSES)]
    for at, share in enumerate(shares):
        share.write_text(json.dumps(rows[at::PROCESSES]), encoding="utf-8")
    made = Crowd(server, shares)
    try:
        yield made
    finally:
        made.end()


def _megabytes_a_session(server: Cluster) -> float:
    """What a session of a desk has for itself, on the average (Pss of proc(5), which shares out what is shared)."""
    with server.admin() as admin:
        rows = admin.execute("SELECT pid FROM pg_stat_activity WHERE usename ~ '^d[0-9]{5}$'").fetchall()
    kilobytes = [
        int(line.split()[1])
        for (pid,) in rows
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        if line.startswith("Pss:")
    ]
    return sum(kilobytes) / len(kilobytes) / 1024


def test_a_thousand_desks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with own_cluster(fsync=True) as server:
        with server.admin() as admin:
            admin.execute(f"ALTER SYSTEM SET max_connections = {SESSIONS}")
        server.stop()
        server.start()
        with _crowd(server, tmp_path) as crowd:
            lines = [
                crowd.do("new").line(f"{DESKS} desks: log in over TLS, a frame, go"),
                crowd.do("stay").line(f"{DESKS} desks: log in over TLS and stay"),
            ]
            lines += [crowd.do("more").line("a frame each over the open lines") for _ in range(ROUNDS)]
            lines.append(f"a session of a desk: {_megabytes_a_session(server):.1f} MB")
        with server.admin("gate") as admin:
            row = admin.execute("SELECT count(*) FROM gate.frame_in").fetchone()
        refused = [line for line in server.log().splitlines() if " user=d0" in line and "FATAL" in line]
        locked = "deadlock detected" in server.log()

    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert row == (DESKS * (1 + ROUNDS),)
    assert (refused, locked) == ([], False)
