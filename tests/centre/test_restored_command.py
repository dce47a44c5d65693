"""After gate or ledger were put back from a backup: desks are believed again, and what the operator must do again is named."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest

from kt1desk.centre.enrolling import Revoking, revoke
from kt1desk.centre.restored_command import go_on_after_restore
from tests.support.enrolled import ask, made_centre
from tests.support.exchange_keys import code_of
from tests.support.postgres import SUPERUSER, Cluster

MACHINE, OTHER_MACHINE = b"m" * 16, b"o" * 16


@pytest.mark.parametrize("forgotten", [True, False])
def test_a_desk_with_newer_tokens_than_the_backup_is_believed_again_and_another_machine_is_not(
    tmp_path: Path, *, forgotten: bool
) -> None:
    with made_centre(tmp_path / "f") as centre:
        line = centre.enrol(1)
        with centre.call(line, tmp_path / "desk") as gate, centre.place.connect() as operator:
            token = ask(gate, MACHINE)[2]
            with centre.cluster.admin("gate") as admin:
                backup = admin.execute("SELECT token, token_before FROM gate.device").fetchone()
                for _ in range(3):
                    token = ask(gate, MACHINE, token)[2]
                admin.execute("UPDATE gate.device SET token = %s, token_before = %s", backup)
            done = go_on_after_restore(operator) if forgotten else None

            other = ask(gate, OTHER_MACHINE, token)[:2]
            own = ask(gate, MACHINE, token)[:2]

        noted = centre.cluster.admin("gate").execute("SELECT what FROM gate.audit WHERE role = 'operator'")
        told = [what for (what,) in noted.fetchall()]
        noted.connection.close()

    assert other == ("fork", "hardware")
    assert own == (("ok", "") if forgotten else ("fork", "token"))
    if done is not None:
        assert (done.epoch, done.desks, done.unlike) == (2, 1, ())
        assert done.until_ms > 0
        assert "restored" in told


def test_what_was_done_to_desks_after_the_backup_is_named_by_their_roles(tmp_path: Path) -> None:
    with made_centre(tmp_path / "f") as centre, centre.place.connect() as operator:
        for device in (1, 2, 3):
            centre.enrol(device)
        revoke(operator, 2, Revoking.LOST, datetime.now(UTC))
        with centre.cluster.admin("gate") as admin:
            admin.execute("UPDATE gate.device SET revoked_ms = NULL WHERE device = 2")
            admin.execute("DELETE FROM gate.device WHERE device = 3")

        done = go_on_after_restore(operator)

    assert done.unlike == (2, 3)


def test_only_the_operator_says_so(tmp_path: Path) -> None:
    with made_centre(tmp_path / "f") as centre:
        other = replace(centre.place, database=centre.place.database.replace("operator", "integrator"))
        with other.connect() as gate:
            code = code_of(lambda: go_on_after_restore(gate))

    assert code == "centre.not_operator"


def test_a_desk_that_calls_a_restored_gate_before_the_operator_said_so_is_answered_later_and_not_barred(
    tmp_path: Path,
) -> None:
    with made_centre(tmp_path / "f") as centre:
        line = centre.enrol(1)
        with centre.call(line, tmp_path / "desk") as gate:
            token = ask(gate, MACHINE)[2]
            _dump(centre.cluster, tmp_path / "gate.dump")
            for _ in range(3):
                token = ask(gate, MACHINE, token)[2]
        _restore_into_another_database(centre.cluster, tmp_path / "gate.dump")

        with centre.call(line, tmp_path / "early") as gate:
            with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState):
                ask(gate, MACHINE, token)
            with centre.place.connect() as operator:
                go_on_after_restore(operator)
            after = ask(gate, MACHINE, token)[:2]

    assert after == ("ok", "")


def _dump(cluster: Cluster, path: Path) -> None:
    _tool(cluster, "pg_dump", "-Fc", "-f", str(path), "gate")


def _restore_into_another_database(cluster: Cluster, path: Path) -> None:
    with cluster.admin() as admin:
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'gate'")
        admin.execute("ALTER DATABASE gate RENAME TO gate_before")
        admin.execute("CREATE DATABASE gate OWNER gate_owner TEMPLATE template0 ENCODING 'UTF8'")
    _tool(cluster, "pg_restore", "-d", "gate", str(path))


def _tool(cluster: Cluster, name: str, *words: str) -> None:
    where = ("-h", str(cluster.folder), "-p", str(cluster.port), "-U", SUPERUSER)
    subprocess.run([name, *where, *words], check=True, capture_output=True, timeout=120)
