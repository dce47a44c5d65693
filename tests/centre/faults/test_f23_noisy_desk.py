"""Fault 23: a desk makes noise. It fills nothing, and nobody waits for it.

What a login may not do at all stands in `tests/centre/login`; how much slower others get is measured in `make bench`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import psycopg
import pytest

from kt1desk.exchange.gate_talk import Answer, Ask
from tests.centre.faults.loads import pipelined
from tests.support.gate_calls import NO_TOKEN, Caller, audited
from tests.support.postgres import Cluster

BATCH = 250
GATE_TABLES = "SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relnamespace = 'gate'::regnamespace AND relkind = 'r'"


@dataclass
class Two:
    """The noisy desk in both sessions it may have, and a quiet one of the same point."""

    cluster: Cluster
    noisy: Caller
    second: Caller
    quiet: Caller


@pytest.fixture
def two(cluster: Cluster) -> Iterator[Two]:
    seven, eight = (cluster.add_desk(number, "240190") for number in (7, 8))
    with ExitStack() as stack:
        first, second, other = (
            stack.enter_context(cluster.connect(desk.certificate)) for desk in (seven, seven, eight)
        )
        # whoever had to wait for the noisy one would get an error here, not an answer
        other.execute("SET lock_timeout = '1ms'")
        yield Two(cluster, Caller(first, seven), Caller(second, seven), Caller(other, eight))


def noise(two: Two, count: int, ask: Ask) -> list[Answer]:
    """Many calls without a pause."""
    return [
        answer for _ in range(count // BATCH) for answer in pipelined(two.noisy.connection, [ask] * BATCH)
    ]


def size(cluster: Cluster) -> int:
    """Bytes of the gate's tables on the disk."""
    with cluster.admin("gate") as admin:
        admin.execute("VACUUM gate.audit, gate.device, gate.chain")
        row = admin.execute(GATE_TABLES).fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize("calls", [2_000, pytest.param(10_000, marks=pytest.mark.soak)])
def test_thousands_of_calls_that_are_refused_leave_a_few_rows_and_another_desk_goes_on(
    two: Two, calls: int
) -> None:
    two.noisy.call()
    before = size(two.cluster)
    answers: list[Answer] = []
    for _ in range(4):
        answers += noise(two, calls // 4, two.noisy.ask(hardware=b"\7" * 16))
        assert two.quiet.send().answer is Answer.OK

    with two.cluster.admin("gate") as admin:
        rows = admin.execute("SELECT count(*) FROM gate.audit WHERE role = 'd00007'").fetchone()
    assert answers == [Answer.FORK] * calls
    assert audited(two.cluster)["d00007", "hardware"] == calls
    assert rows is not None
    assert rows[0] <= 4
    assert size(two.cluster) < before + 2**21


def test_a_call_that_is_held_open_holds_nobody_but_the_desk_itself(two: Two) -> None:
    two.noisy.connection.execute("BEGIN")
    two.noisy.send()

    said = [two.quiet.send().answer for _ in range(20)]
    two.second.connection.execute("SET lock_timeout = '50ms'")
    with pytest.raises(psycopg.errors.LockNotAvailable):
        two.second.call(token=NO_TOKEN)

    two.noisy.connection.execute("ROLLBACK")
    assert said == [Answer.OK] * 20
    assert two.second.call(token=NO_TOKEN).answer is Answer.OK


def test_while_both_its_sessions_burn_the_processor_another_desk_is_answered(two: Two) -> None:
    for caller in (two.noisy, two.second):
        caller.connection.pgconn.send_query(
            b"SET statement_timeout = 0; SELECT count(*) FROM generate_series(1, 1000000000000)"
        )
        caller.connection.pgconn.flush()

    said = [two.quiet.send().answer for _ in range(20)]

    with two.cluster.admin("gate") as admin:
        ended = admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'd00007' AND state = 'active'"
        )
        assert ended.fetchall() == [(True,), (True,)]
    for caller in (two.noisy, two.second):
        while caller.connection.pgconn.get_result():
            pass
    assert said == [Answer.OK] * 20


def test_notices_that_nobody_reads_are_not_kept(two: Two) -> None:
    for _ in range(200):
        two.noisy.connection.execute("NOTIFY noise, '" + "x" * 7_000 + "'")

    row = two.quiet.connection.execute("SELECT pg_notification_queue_usage()").fetchone()
    assert row == (0,)
    assert two.quiet.send().answer is Answer.OK


def test_a_desk_that_sends_without_end_fills_its_day_and_not_the_disk(two: Two) -> None:
    with two.cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.centre SET bytes_a_day = 150000")
    said = [two.noisy.send(b"x" * 60_000).answer for _ in range(2)]

    with pytest.raises(psycopg.errors.ConfigurationLimitExceeded):
        two.noisy.send(b"x" * 60_000)

    assert said == [Answer.OK] * 2
    assert two.noisy.send().answer is Answer.OK
    assert two.quiet.send(b"x" * 60_000).answer is Answer.OK
    with two.cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.device SET day = day - 1")
    assert two.noisy.send(b"x" * 60_000).answer is Answer.OK
