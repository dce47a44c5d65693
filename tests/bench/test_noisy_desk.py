"""Measured: how long a desk waits for the gate alone, and while another desk calls without a pause in both its sessions. Judges nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.bench.figures import Figure, clocked, line
from tests.centre.faults.loads import pipelined
from tests.support.gate_calls import Caller
from tests.support.postgres import Cluster, Desk, own_cluster

pytestmark = pytest.mark.bench
ROUNDS = 200


@contextmanager
def noise(cluster: Cluster, desk: Desk) -> Iterator[None]:
    """Calls that are refused, as fast as they go, over the two sessions a desk may have."""
    over = threading.Event()

    def shout(caller: Caller) -> None:
        while not over.is_set():
            pipelined(caller.connection, [caller.ask(hardware=b"\7" * 16)] * 50)

    with ExitStack() as stack:
        callers = [Caller(stack.enter_context(cluster.connect(desk.certificate)), desk) for _ in range(2)]
        callers[0].call()
        threads = [threading.Thread(target=shout, args=(caller,)) for caller in callers]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            over.set()
            for thread in threads:
                thread.join()


def test_a_desk_beside_a_noisy_one(capsys: pytest.CaptureFixture[str]) -> None:
    with own_cluster(fsync=True) as cluster:
        seven, eight = (cluster.add_desk(number, "240190") for number in (7, 8))
        with cluster.connect(eight.certificate) as connection:
            quiet = Caller(connection, eight)
            quiet.send()
            alone = Figure.of([clocked(quiet.send) for _ in range(ROUNDS)])
            with noise(cluster, seven):
                beside = Figure.of([clocked(quiet.send) for _ in range(ROUNDS)])

    with capsys.disabled():
        print()
        print(line("one frame, beside a noisy desk (floor: alone)", beside, alone, "p95 below twice"))
