"""Fault 18: all desks of the province come back at once, each with a day's work, over TLS; the centre takes it in meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from tests.centre.oracle import mailed_events, violations
from tests.support.exchange_keys import OFFICE_POINT
from tests.support.integrate_service import service_before, terminate, wait_for
from tests.support.integrating import PgCentre
from tests.support.postgres import Cluster, own_cluster
from tests.support.reconnecting import FarDesk, all_at_once, desks_of_a_province

DAY = 200
DEADLOCK = "deadlock detected"
WITHIN_S = 60


@pytest.fixture
def server() -> Iterator[Cluster]:
    """A server that commits to the disk, as the real one does."""
    with own_cluster(fsync=True) as cluster:
        yield cluster


@pytest.mark.parametrize(("desks", "events"), [(8, 40), pytest.param(53, DAY, marks=pytest.mark.soak)])
def test_desks_that_come_back_at_once_are_all_done_and_no_two_sessions_lock_each_other_out(
    server: Cluster, tmp_path: Path, desks: int, events: int, capsys: pytest.CaptureFixture[str]
) -> None:
    centre = PgCentre(server)
    with (
        desks_of_a_province(server, tmp_path / "desks", desks, events) as far,
        service_before(server, tmp_path / "centre") as service,
    ):
        centre.list_keys(far[0].desk.keys, approved=False)
        begun = sum(len(each.events) for each in far)
        process = service.start()
        wait_for(lambda: _count(server, "core", "ledger.lease WHERE until_ms > 0") == 1)

        back = all_at_once(far)
        wait_for(lambda: _is_at_rest(server, far))
        code, said = terminate(process)

        waited = sorted(each.seconds for each in back)
        p95 = waited[int(0.95 * (len(waited) - 1))]
        with capsys.disabled():
            print(
                f"\n{desks} desks at once, {begun} events: outbox empty p50 {waited[len(waited) // 2]:.1f} s, p95 {p95:.1f} s,"
                f" last {waited[-1]:.1f} s; rounds without an answer {sum(each.laters for each in back)}"
            )
        points = [each.desk.own.point for each in far]
        assert (code, said) == (0, "")
        assert violations(centre, [event for each in far for event in each.events], points) == []
        assert len(mailed_events(centre.mail(OFFICE_POINT))) > 0
        assert DEADLOCK not in server.log()
        assert desks < 53 or p95 < WITHIN_S
    centre.gone()


def test_two_sessions_that_lock_each_other_out_would_stand_in_the_log(server: Cluster) -> None:
    for number in (7, 8):
        server.add_desk(number, OFFICE_POINT)
    both = threading.Barrier(2)

    def lock(first: int, second: int) -> None:
        touch = "UPDATE gate.device SET seen_ms = 1 WHERE device = %s"
        with suppress(psycopg.errors.DeadlockDetected), server.admin("gate") as admin, admin.transaction():
            admin.execute(touch, (first,))
            both.wait()
            admin.execute(touch, (second,))

    threads = [threading.Thread(target=lock, args=pair) for pair in ((7, 8), (8, 7))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert DEADLOCK in server.log()


def _count(server: Cluster, database: str, table: str) -> int:
    with server.admin(database) as admin:
        return int(admin.execute(f"SELECT count(*) FROM {table}".encode()).fetchall()[0][0])


def _is_at_rest(server: Cluster, far: list[FarDesk]) -> bool:
    """Whether the office has all its mail, and the ledger all that anybody wrote: that it was taken in, too."""
    far[0].rounds()
    everything = _count(server, "core", "ledger.event") == sum(len(each.events) for each in far)
    return everything and _count(server, "core", "ledger.mail") == _count(server, "gate", "gate.mail_out")
