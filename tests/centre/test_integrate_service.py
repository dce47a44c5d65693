"""The service that integrates, as a process before a real server: what is there is taken in once, whatever happens to it."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kt1desk.domain.facts import LineAllowed
from kt1desk.services.sentences import SENTENCES
from tests.centre.oracle import mailed_events, violations
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT
from tests.support.exchange_keys import KEYS as LISTED
from tests.support.integrate_service import Service, service_before, terminate, wait_for
from tests.support.integrating import DeskChain, PgCentre
from tests.support.postgres import Cluster

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ALLOWED = LineAllowed("12/BĐT", "2026-11-20", COMMUNE_POINT)
"""Belongs to no shift, so projections follow it at once."""
FOR_EVER = date(2099, 12, 31)
"""The service goes by the real clock, so what it believes must hold on any day on which this is run."""
KEYS = replace(LISTED, desks=tuple(replace(row, valid_to=FOR_EVER) for row in LISTED.desks))
TEN_MINUTES_MS = 600_000


@pytest.fixture
def centre(cluster: Cluster) -> Iterator[PgCentre]:
    made = PgCentre(cluster)
    with made.cluster.admin("core") as admin:
        admin.execute("UPDATE ledger.lease SET holder = '', until_ms = 0, doing = ''")
    made.list_keys(KEYS)
    yield made
    made.gone()


@pytest.fixture
def service(cluster: Cluster, tmp_path: Path) -> Iterator[Service]:
    with service_before(cluster, tmp_path / "centre") as made:
        yield made


def _laid(centre: PgCentre, chain: DeskChain, frames: int) -> None:
    """Some frames at the gate, two events in each."""
    for _ in range(frames):
        at = len(chain.writer.events)
        centre.lay(chain.seal(*(arrived(item_number(at + more)) for more in range(2))))


def _events(centre: PgCentre) -> int:
    """How many were taken in of those that a test laid at the gate."""
    with centre.cluster.admin("core") as admin:
        return int(
            admin.execute("SELECT count(*) FROM ledger.event WHERE type <> 'line.allowed'").fetchall()[0][0]
        )


def _works(centre: PgCentre) -> bool:
    """Whether somebody is the one integrator."""
    with centre.cluster.admin("core") as admin:
        return bool(
            admin.execute("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted").fetchone()
        )


def _wrong(centre: PgCentre, chain: DeskChain) -> list[str]:
    """What does not hold now that all is at rest."""
    found = violations(centre, chain.writer.events, POINTS)
    if mailed_events(centre.mail(OFFICE_POINT)) != [event.id for event in chain.writer.events]:
        found.append("the office was told something else")
    return found


@contextmanager
def _held_up(centre: PgCentre, database: str, table: str) -> Iterator[None]:
    """Nobody can write into a table."""
    with centre.cluster.admin(database) as admin, admin.transaction():
        admin.execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE".encode())
        yield


def _waits_for(centre: PgCentre, table: str) -> bool:
    with centre.cluster.admin("gate" if table.startswith("gate.") else "core") as admin:
        rows = admin.execute(
            "SELECT 1 FROM pg_locks WHERE relation = %s::regclass AND NOT granted", (table,)
        ).fetchall()
    return bool(rows)


def test_it_takes_in_what_is_there_and_what_comes_and_ends_when_it_is_told_to(
    centre: PgCentre, service: Service
) -> None:
    chain = DeskChain()
    _laid(centre, chain, 2)
    process = service.start()
    wait_for(lambda: _events(centre) == 4)
    _laid(centre, chain, 1)
    wait_for(lambda: _events(centre) == 6)

    code, said = terminate(process)

    assert (code, said) == (0, "")
    assert not _works(centre)
    assert _wrong(centre, chain) == []


def test_an_interrupt_from_the_keyboard_ends_it_the_same_way(centre: PgCentre, service: Service) -> None:
    process = service.start()
    wait_for(lambda: _works(centre))

    code, said = terminate(process, signal.SIGINT)

    assert (code, said) == (0, "")


def test_once_takes_in_what_is_there_and_ends(centre: PgCentre, service: Service) -> None:
    chain = DeskChain()
    _laid(centre, chain, 3)

    done = service.run("--once")

    assert (done.returncode, done.stderr) == (0, "")
    assert _wrong(centre, chain) == []


def test_once_is_refused_beside_the_service_and_does_not_pretend(centre: PgCentre, service: Service) -> None:
    service.start()
    wait_for(lambda: _works(centre))

    done = service.run("--once")

    assert (done.returncode, done.stderr.strip()) == (1, SENTENCES["centre.busy"])


def test_without_a_key_list_once_is_refused_in_words(cluster: Cluster, service: Service) -> None:
    done = service.run("--once")

    assert (done.returncode, done.stderr.strip()) == (1, SENTENCES["centre.no_key_list"])


def test_a_key_list_that_comes_later_is_noticed_and_the_want_of_it_said_once(
    cluster: Cluster, service: Service
) -> None:
    centre, chain = PgCentre(cluster), DeskChain()
    _laid(centre, chain, 1)
    process = service.start()
    assert process.stderr is not None
    first = process.stderr.readline()
    centre.list_keys(KEYS)
    wait_for(lambda: _events(centre) == 2)

    code, said = terminate(process)

    assert (code, first.strip(), said) == (0, SENTENCES["centre.no_key_list"], "")


def test_lost_connections_are_made_anew_and_nothing_is_taken_in_twice(
    centre: PgCentre, service: Service
) -> None:
    chain = DeskChain()
    process = service.start()
    for turn in range(1, 3):
        _laid(centre, chain, 1)
        wait_for(lambda want=2 * turn: _events(centre) == want)  # type: ignore[misc]
        with centre.cluster.admin() as admin:
            admin.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'integrator'"
            )
    _laid(centre, chain, 1)
    wait_for(lambda: _events(centre) == 6)

    code, said = terminate(process)

    assert code == 0
    assert set(said.splitlines()) <= {SENTENCES["centre.ledger_away"], SENTENCES["centre.gate_away"]}
    assert said != ""
    assert _wrong(centre, chain) == []


def test_a_second_one_waits_and_takes_over_when_the_first_is_killed(
    centre: PgCentre, service: Service
) -> None:
    chain = DeskChain()
    first = service.start()
    wait_for(lambda: _works(centre))
    second = service.start()
    _laid(centre, chain, 1)
    wait_for(lambda: _events(centre) == 2)
    first.kill()
    _laid(centre, chain, 1)
    wait_for(lambda: _events(centre) == 4)

    code, said = terminate(second)

    assert (code, said) == (0, "")
    assert _wrong(centre, chain) == []


@pytest.mark.parametrize(
    ("database", "table"), [("core", "ledger.event"), ("core", "ledger.mailed"), ("gate", "gate.mail_out")]
)
def test_killed_in_the_middle_of_a_batch_the_next_one_takes_everything_in_once(
    centre: PgCentre, service: Service, database: str, table: str
) -> None:
    chain = DeskChain()
    _laid(centre, chain, 4)
    with _held_up(centre, database, table):
        killed = service.start()
        wait_for(lambda: _waits_for(centre, table))
        killed.kill()
        killed.wait()
    after = service.start()
    wait_for(lambda: len(mailed_events(centre.mail(OFFICE_POINT))) == 8)

    code, said = terminate(after)

    assert (killed.returncode, code, said) == (-signal.SIGKILL, 0, "")
    assert _wrong(centre, chain) == []
    assert centre.reader.parked() == []


def test_mail_does_not_wait_for_projections_and_neither_does_the_end(
    centre: PgCentre, service: Service
) -> None:
    chain = DeskChain()
    centre.lay(chain.seal(ALLOWED))
    with _held_up(centre, "core", "projecting.place"):
        process = service.start()
        wait_for(lambda: _waits_for(centre, "projecting.place"))
        _laid(centre, chain, 2)
        wait_for(lambda: len(mailed_events(centre.mail(OFFICE_POINT))) == 4)

        code, said = terminate(process)

    assert (code, said) == (0, "")
    assert violations(centre, chain.writer.events, POINTS) == []


def test_what_waited_too_long_raises_an_alarm_and_taking_it_in_ends_it(
    centre: PgCentre, service: Service
) -> None:
    chain = DeskChain()
    centre.clock.wall_ms = int(time.time() * 1000) - TEN_MINUTES_MS
    _laid(centre, chain, 1)

    done = service.run("--once")
    raised = _lag_alarms(centre)
    again = service.run("--once")

    assert (done.returncode, again.returncode) == (0, 0)
    assert [open_ for _, open_ in raised] == [True]
    assert all(int(seconds) >= TEN_MINUTES_MS // 1000 for seconds, _ in raised)
    assert [open_ for _, open_ in _lag_alarms(centre)] == [False]


def _lag_alarms(centre: PgCentre) -> list[tuple[str, bool]]:
    with centre.cluster.admin("core") as admin:
        rows = admin.execute(
            "SELECT detail, ended_ms IS NULL FROM ledger.alarm WHERE what = 'lag'"
        ).fetchall()
    return [(str(detail), bool(open_)) for detail, open_ in rows]


def test_projections_follow_also_with_once(centre: PgCentre, service: Service) -> None:
    chain = DeskChain()
    centre.lay(chain.seal(ALLOWED))

    done = service.run("--once")

    with centre.cluster.admin("core") as admin:
        places = admin.execute("SELECT device, seq FROM projecting.place").fetchall()
    assert (done.returncode, done.stderr) == (0, "")
    assert places == [(chain.own.device, 1)]
