"""What the gate knows of each desk comes into the ledger with the integrator's turns, and the operator reads it there."""

from __future__ import annotations

from functools import partial

from kt1desk.centre.following import SEEN_EVERY_MS, Watching
from kt1desk.centre.seen import copy_seen
from tests.support.clocks import NOON_MS, HandClock
from tests.support.postgres import Cluster, Connection

DESK = 7


def integrator(cluster: Cluster, database: str) -> Connection:
    return Connection.connect(
        host=str(cluster.folder), port=cluster.port, user="integrator", dbname=database, autocommit=True
    )


def let_in(cluster: Cluster, device: int = DESK, seen_ms: int = NOON_MS) -> None:
    with cluster.admin("gate") as admin:
        admin.execute(
            "INSERT INTO gate.device (device, role, point, serial, enrolled_ms, seen_ms, said_ms, program)"
            " VALUES (%s, %s, '240000', '', 5, %s, %s, 1002)",
            (device, f"d{device:05}", seen_ms, seen_ms + 40),
        )


def has_block(cluster: Cluster, left: int, device: int = DESK) -> None:
    """A block of which the desk has told that so many are left."""
    with cluster.admin("core") as admin:
        columns = admin.execute(
            "SELECT column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'desks' AND table_name = 'block' ORDER BY ordinal_position"
        ).fetchall()
        given = {"at_desk": device, "left": left}
        names = ", ".join(f'"{name}"' for name, _ in columns)
        values = [
            given.get(name, "MX" if kind in {"text", "character varying"} else 0) for name, kind in columns
        ]
        marks = ", ".join(["%s"] * len(values))
        admin.execute(f"INSERT INTO desks.block ({names}) VALUES ({marks})", values)


def seen(cluster: Cluster) -> list[tuple[object, ...]]:
    with Connection.connect(
        host=str(cluster.folder), port=cluster.port, user="operator", dbname="core", autocommit=True
    ) as operator:
        return operator.execute(
            "SELECT device, point, program, seen_ms, said_ms, revoked_ms, numbers_left, copied_ms"
            " FROM ledger.desk_seen ORDER BY device"
        ).fetchall()


def test_each_desk_is_copied_with_its_clock_its_program_and_the_numbers_it_has_left(cluster: Cluster) -> None:
    let_in(cluster)
    let_in(cluster, 8, seen_ms=0)
    has_block(cluster, 212)

    with integrator(cluster, "gate") as gate, integrator(cluster, "core") as core:
        copied = copy_seen(gate, core, NOON_MS + 1)
        again = copy_seen(gate, core, NOON_MS + 2)

    assert (copied, again) == (2, 0)
    assert seen(cluster) == [
        (DESK, "240000", 1002, NOON_MS, NOON_MS + 40, None, 212, NOON_MS + 1),
        (8, "240000", 1002, 0, 40, None, 0, NOON_MS + 1),
    ]


def test_the_turns_of_the_integrator_follow_a_desk_that_calls_again_and_one_that_is_put_out(
    cluster: Cluster,
) -> None:
    let_in(cluster)
    clock = HandClock()
    watching = Watching(partial(integrator, cluster), clock)
    watching.round()

    with cluster.admin("gate") as admin:
        admin.execute("UPDATE gate.device SET seen_ms = seen_ms + 60000, revoked_ms = 9")
    watching.round()
    before = seen(cluster)
    clock.pass_ms(SEEN_EVERY_MS)
    watching.round()
    watching.close()

    assert [(row[3], row[5]) for row in before] == [(NOON_MS, None)]
    assert [(row[3], row[5]) for row in seen(cluster)] == [(NOON_MS + 60_000, 9)]
