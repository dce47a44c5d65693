"""Fault 11 at the centre: there is no room for one row more. A desk hears "later" and never a refusal; nothing is in part; then it goes on.

New sessions may write no file beyond the size that the fullest table has (``prlimit``), so that the next page of it is refused
by the system as on a full disk. Its log lies in files of a fixed size below that.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.round_report import Ending
from tests.centre.faults.test_f26_integrator_killed import ONE_DESK_EACH
from tests.centre.oracle import violations
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE_POINT, OFFICE_POINT
from tests.support.integrating import DeskChain, PgCentre
from tests.support.line_bench import line_bench
from tests.support.postgres import Cluster, own_cluster
from tests.support.postgres_server import run_as_server

LOG_FILE = 16 * 2**20
"""Files of the server's log have this size (PostgreSQL 15, 30.5)."""
FILLER = "INSERT INTO {} SELECT {} FROM generate_series(1, 300) AS number"
RANDOM_BYTES = "(SELECT string_agg(sha256((number::text || part::text)::bytea), '') FROM generate_series(1, 1875) AS part)"
"""60,000 bytes that differ with ``number`` and do not pack."""


@pytest.fixture(scope="module")
def narrow() -> Iterator[Cluster]:
    with own_cluster() as cluster:
        yield cluster


def _size(cluster: Cluster, database: str, table: str) -> int:
    with cluster.admin(database) as admin:
        row = admin.execute(
            "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE oid = %s::regclass", (table,)
        ).fetchone()
    assert row is not None
    return int(row[0])


def _limit(cluster: Cluster, most: str) -> None:
    """How large a file the sessions that begin from now on may write: its own user may say so, and take it back."""
    words = ["prlimit", f"--pid={cluster.pid}", f"--fsize={most}:"]
    assert run_as_server(words, cluster.folder / "log").wait(10) == 0


@contextmanager
def no_room(cluster: Cluster, database: str, table: str, values: str) -> Iterator[None]:
    """A table that cannot grow while the block lasts."""
    with cluster.admin(database) as admin:
        admin.execute(FILLER.format(table, values))
    full = _size(cluster, database, table)
    assert full > LOG_FILE
    _limit(cluster, str(full))
    try:
        yield
    finally:
        _limit(cluster, "unlimited")
    assert _size(cluster, database, table) == full


def test_a_gate_without_room_says_later_keeps_whole_frames_and_goes_on_when_there_is_room(
    narrow: Cluster, tmp_path: Path
) -> None:
    narrow.empty()
    filler = f"8, 1, 1, number, sha256(number::text::bytea), {RANDOM_BYTES}, 0"
    with line_bench(narrow, tmp_path) as bench:
        with narrow.admin("gate") as admin:
            admin.execute(
                "INSERT INTO gate.device (device, role, point, serial, enrolled_ms) VALUES (8, 'd8', '', '', 0)"
            )
        bench.write(3_000)

        with no_room(narrow, "gate", "gate.frame_in", filler):
            rounds = [bench.round() for _ in range(3)]
            there = len(bench.frames())
        after = [bench.round() for _ in range(2)]

        assert {report.ended for report in rounds} == {Ending.LATER}
        assert {report.problem.code for report in rounds if report.problem} == {"line.server"}
        assert there < 12
        assert [report.ended for report in after] == [Ending.DONE, Ending.DONE]
        assert bench.all_arrived()
        with narrow.admin("gate") as admin:
            audited = admin.execute("SELECT what FROM gate.audit WHERE what <> 'bound'").fetchall()
        assert audited == []


def test_an_integrator_without_room_writes_nothing_in_part_and_goes_on_when_there_is_room(
    narrow: Cluster,
) -> None:
    narrow.empty()
    centre, commune = PgCentre(narrow), DeskChain()
    for number in range(4):
        commune.seal(*(arrived(item_number(number * 200 + at)) for at in range(200)))
    centre.list_keys(ONE_DESK_EACH)
    centre.lay(*commune.frames)
    filler = f"'filler', number, sha256(number::text::bytea), {RANDOM_BYTES}, 0"

    with no_room(narrow, "core", "ledger.mail", filler):
        with pytest.raises(DeskError, match=r"centre\.ledger_away"):
            centre.integrator("first").round()
        half = [*centre.reader.marks(), *centre.mail(OFFICE_POINT)]
        centre.gone()
    with narrow.admin("core") as admin:
        admin.execute("DELETE FROM ledger.mail WHERE point = 'filler'")
    while centre.integrator("next").round().frames:
        centre.gone()

    assert half == []
    assert violations(centre, commune.writer.events, [OFFICE_POINT, COMMUNE_POINT]) == []
    assert len(centre.mail(OFFICE_POINT)) > 0
    centre.gone()
