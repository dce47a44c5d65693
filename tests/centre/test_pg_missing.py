"""The centre says of a point that it is whole only where nothing of it can be missing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.pg_figures import PgFigures
from kt1desk.centre.readers import Scope, let_read
from kt1desk.domain.facts import LineAllowed
from kt1desk.store.figure_place import local_day
from tests.support import figure_acts as acts
from tests.support import figure_books as books
from tests.support.clocks import HandClock
from tests.support.figure_scribe import Scribe
from tests.support.figure_steps import file_of
from tests.support.following import following
from tests.support.ledgers import take_in, written
from tests.support.postgres import Cluster

FAR, DAYS, DAY_MS = "240100", 6, 86_400_000


@dataclass
class Sent:
    """A desk of six days, of which the last two thirds never arrived.

    Attributes:
        today: its last day.
        until: the day of its last event that was taken in.
    """

    cluster: Cluster
    today: date
    until: date

    def missing(self, first: date, last: date, *, kt1: bool = False) -> list[tuple[str, str]]:
        """Points and since when."""
        with self.cluster.admin(CORE) as core:
            core.execute('SET SESSION AUTHORIZATION "missing.reader"')
            return [(each.point, each.since) for each in PgFigures(core).missing(first, last, {}, kt1=kt1)]

    @contextmanager
    def but(self, change: str, back: str) -> Iterator[None]:
        """While something is otherwise."""
        with self.cluster.admin(CORE) as core:
            core.execute(change)
            try:
                yield
            finally:
                core.execute(back)


@pytest.fixture(scope="module")
def sent(shared_cluster: Cluster) -> Iterator[Sent]:
    shared_cluster.empty()
    clock = HandClock()
    far = Scribe.at(9, clock, FAR)
    far.open_shift()
    far.write(LineAllowed("PT-1", "2026-11-01", FAR))
    acts.item(far)
    for day in range(DAYS):
        if day:
            far.open_shift(days=1)
        books.served(far, "pension", 1, 0, 1_000)
        far.close_shift()
        clock.pass_ms(DAY_MS)
    events = written(file_of(far), 2)
    upto = len(events) // 3
    with following(shared_cluster) as centre:
        take_in(centre.core, file_of(far), 1)
        take_in(centre.core, file_of(far), 2, upto)
        centre.rounds()
        assert centre.stuck() == []
        row = centre.core.execute(
            "SELECT hlc_ms FROM projecting.place WHERE device = 9 AND stream = 2"
        ).fetchone()
    assert row is not None
    now_ms = clock.now().utc_ms
    with shared_cluster.admin(CORE) as admin:
        let_read(admin, "missing.reader", Scope.PROVINCE)
        admin.execute("UPDATE desks.desk SET services = 'kt1 tthc' WHERE at_desk = 9")
        admin.execute(
            "INSERT INTO ledger.desk_seen (device, point, program, enrolled_ms, revoked_ms, seen_ms, said_ms, copied_ms)"
            " VALUES (9, %s, 3, 1, NULL, %s, %s, %s)",
            (FAR, now_ms, now_ms, now_ms),
        )
    yield Sent(shared_cluster, date.fromisoformat(local_day(now_ms)), date.fromisoformat(local_day(row[0])))
    far.store.close()
    shared_cluster.empty()
    with shared_cluster.admin() as admin:
        admin.execute('DROP ROLE "missing.reader"')


def test_a_desk_that_called_today_and_broke_off_is_missing_from_the_day_of_its_last_event(sent: Sent) -> None:
    before = sent.until - timedelta(days=1)

    assert sent.until < sent.today
    assert sent.missing(before, sent.today) == [(FAR, before.isoformat())]
    assert sent.missing(before, before) == []
    assert sent.missing(before, sent.until) == [(FAR, before.isoformat())]


@pytest.mark.parametrize("state", ["forked", "gap"])
def test_a_chain_that_is_not_whole_reaches_no_further_than_what_was_taken_in(sent: Sent, state: str) -> None:
    before = sent.until - timedelta(days=1)
    with sent.but(
        f"UPDATE ledger.chain SET state = '{state}' WHERE device = 9",
        "UPDATE ledger.chain SET state = 'whole' WHERE device = 9",
    ):
        assert sent.missing(before, sent.today) == [(FAR, before.isoformat())]


def test_before_a_parked_frame_and_a_stuck_event_a_stream_ends(sent: Sent) -> None:
    parked = (
        "INSERT INTO ledger.parked VALUES ('frame', 9, 2, 1, 1, 'parked', 'frame.damaged', 1, 1, '')",
        "DELETE FROM ledger.parked",
    )
    stuck = (
        "INSERT INTO projecting.stuck VALUES (9, 9, 2, 1, 1, 'x', 1, 'parked', 'x', 1, 1)",
        "DELETE FROM projecting.stuck",
    )
    long_ago = sent.today - timedelta(days=30)

    with sent.but(*parked):
        assert sent.missing(long_ago, long_ago) == [(FAR, "")]
    with sent.but(*stuck):
        first = sent.missing(long_ago, sent.today)
    assert first < [(FAR, (sent.until - timedelta(days=1)).isoformat())]
    assert sent.missing(long_ago, long_ago) == []


def test_kt1_is_whole_as_far_as_events_of_the_counter_that_came_after_all_of_it(sent: Sent) -> None:
    before = sent.until - timedelta(days=1)
    later = ("UPDATE ledger.chain SET integrated_ms = 9 WHERE device = 9 AND stream = 2",
             "UPDATE ledger.chain SET integrated_ms = 1 WHERE device = 9")  # fmt: skip

    together = sent.missing(before, before, kt1=True)
    with sent.but(*later):
        after = sent.missing(before, before, kt1=True)
        with sent.but(
            "UPDATE ledger.chain SET state = 'gap' WHERE device = 9 AND stream = 1",
            "UPDATE ledger.chain SET state = 'whole' WHERE device = 9",
        ):
            gap = sent.missing(before, before, kt1=True)

    assert after == []
    assert together == gap != []
