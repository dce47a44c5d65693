"""Measured side by side: our exchange, rows through one SQL function, Anki's sync, PouchDB's replication; same events, same bad line.

All ways take turns at each thing to do, so that whatever else the machine does hits them alike. Every way has a line of its own: 150 ms
each way and 8,000 bytes a second in each direction. "Connected" is right after an exchange that is not counted; "cold" begins with the
connection. Ours and rows go over TLS with a client's certificate; Anki and PouchDB go in clear, as they come, and once more with TLS
before their servers (no client's certificate: Anki's client has none). Rows are in one process with ours, so what ours tells OpenSSL
(`kt1desk.exchange.tls_guess`) spares them a turn as well. Opening TCP itself takes no time here, for nobody. Who cannot be
installed is named and left out. Prints figures, judges nothing but that every event arrived.
"""

from __future__ import annotations

import contextlib
import faulthandler
import functools
import random
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from kt1desk.domain.events import Event
from kt1desk.services.ports import Appending
from tests.bench.peers import installing, processes
from tests.bench.peers.table import Middle, Seen, Task, middle, table
from tests.bench.peers.ways import Ours, Rows, Way
from tests.support.exchange_keys import COMMUNE_POINT
from tests.support.line_bench import LineBench, line_bench, until
from tests.support.line_proxy import LineProxy, Weather
from tests.support.mail_desks import MailDesk
from tests.support.ninety_days import Worker
from tests.support.postgres import ADDRESS, Cluster, own_cluster

pytestmark = pytest.mark.bench

LINE = Weather(delay_s=0.15, bytes_per_s=8_000)
BEFORE = 200
"""Events of the days before, exchanged over a good line."""
TASKS = {
    **{Task(events, cold): 5 for events in (0, 1) for cold in (False, True)},
    **{Task(100, cold): 2 for cold in (False, True)},
    Task(1_000, cold=False): 1,
}
"""What is done, how often. At 1,000 events a connection to be opened is lost in the rest."""


class Writer:
    """Writes into the journals of a desk, day by day."""

    def __init__(self, desk: MailDesk) -> None:
        worker = Worker(7, persons=True)
        self._desk = desk
        self._facts = (each for day in range(100) for each in worker.day(day))
        self._chance = random.Random(7)

    def write(self, count: int) -> list[Event]:
        written = []
        with self._desk.store.work() as work:
            for _ in range(count):
                fact, beside = next(self._facts)
                self._desk.clock.pass_ms(self._chance.randrange(5_000, 280_000))
                written.append(work.append(fact, Appending("ha.hoang", particulars=beside)))
            work.commit()
        return written


@pytest.fixture(autouse=True)
def _threads_take_turns_quickly() -> Iterator[None]:
    """The proxies are threads of this process, as ours and rows are; else each turn would wait 5 ms for one of them to let go."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(0.000_2)
    yield
    sys.setswitchinterval(usual)


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    with own_cluster(fsync=True) as cluster:
        yield cluster


@pytest.fixture
def bench(server: Cluster, tmp_path: Path) -> Iterator[LineBench]:
    with line_bench(server, tmp_path / "ours") as made:
        yield made


@pytest.fixture
def ways(server: Cluster, bench: LineBench, tmp_path: Path) -> Iterator[list[Way]]:
    with contextlib.ExitStack() as stack:
        proxy = stack.enter_context(LineProxy((ADDRESS, server.port)))
        rows = Rows(server, server.add_desk(10, COMMUNE_POINT), proxy)
        stack.callback(rows.hang_up)
        found: list[Way] = [Ours(bench), rows]
        for title, installed, started in (
            ("Anki", installing.anki, processes.anki),
            ("PouchDB", installing.pouch, processes.pouch),
        ):
            try:
                program = installed()
            except installing.NotInstalledError as error:
                print(f"{title} is not measured: {error}")
                continue
            for tls in (None, server):
                folder = tmp_path / f"{title}-{'tls' if tls else 'clear'}"
                found.append(stack.enter_context(started(program, folder, tls)))
        yield found


def _hung_up(way: Way) -> None:
    way.hang_up()
    way.proxy.cut()
    until(lambda: not way.proxy.open)


def _seen(way: Way, task: Task, written: Callable[[], list[Event]]) -> Seen:
    if task.cold:
        _hung_up(way)
    else:
        way.exchange()
    way.write(written())
    before = way.proxy.counted
    seconds = way.exchange()
    after = way.proxy.counted
    return Seen(seconds, after.up - before.up, after.down - before.down, after.turns - before.turns)


def _begun(ways: list[Way], events: list[Event]) -> None:
    """Everybody has exchanged the days before; from here on the line is bad."""
    for way in ways:
        way.write(events)
        way.exchange()
        _hung_up(way)
        way.proxy.weather = LINE


def test_the_same_events_over_the_same_line(bench: LineBench, ways: list[Way]) -> None:
    faulthandler.cancel_dump_traceback_later()  # ten minutes are no sign of a program that hangs, here
    writer = Writer(bench.desk)
    _begun(ways, writer.write(BEFORE))
    seen: dict[str, dict[Task, list[Seen]]] = {way.name: {task: [] for task in TASKS} for way in ways}
    written = BEFORE
    for task, times in TASKS.items():
        for _ in range(times):
            # our desk comes first and writes them when its line stands; the others are told the same
            events = functools.cache(partial(writer.write, task.events))
            for way in ways:
                seen[way.name][task].append(_seen(way, task, events))
            written += task.events

    found: dict[str, dict[Task, Middle]] = {
        name: {task: middle(task, each) for task, each in figures.items()} for name, figures in seen.items()
    }
    print()
    print("\n".join(table(found)))
    arrived: dict[str, Callable[[], int]] = {way.name: partial(way.arrived) for way in ways[1:]}
    assert {name: count() for name, count in arrived.items()} == dict.fromkeys(arrived, written)
    assert ways[0].arrived() >= written
