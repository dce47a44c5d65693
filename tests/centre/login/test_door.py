"""A desk knocks where it must not, or with what is not its own: turned away, and written down."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import psycopg
import pytest

from tests.centre.login.scenes import Scene
from tests.support.postgres_tls import Authority


def refused_at_the_door(scene: Scene, said: str, **others: Any) -> str:
    """Try to log in as desk 7 with other parameters; gives what the log says to it."""
    with pytest.raises(psycopg.OperationalError, match=said):
        scene.cluster.connect(scene.seven.certificate, **others)
    return scene.said()


@pytest.mark.parametrize("database", ["core", "postgres", "template1", "template0"])
def test_a_desk_gets_into_no_other_database(scene: Scene, database: str) -> None:
    logged = refused_at_the_door(scene, "pg_hba.conf rejects", dbname=database)

    assert f'database "{database}"' in logged


def test_even_without_the_list_of_doors_no_other_database_lets_a_desk_in(scene: Scene) -> None:
    may = scene.admin.execute(
        "SELECT datname, has_database_privilege('d00007', datname, 'CONNECT') FROM pg_database"
    ).fetchall()

    assert dict(may) == {
        "core": False,
        "gate": True,
        "postgres": False,
        "template0": False,
        "template1": False,
    }


def test_a_desks_certificate_does_not_open_for_another_desk(scene: Scene) -> None:
    logged = refused_at_the_door(scene, "certificate authentication failed", user="d00008")

    assert 'certificate authentication failed for user "d00008"' in logged


@pytest.mark.parametrize("role", ["postgres", "gate_owner", "operator", "integrator"])
def test_a_desks_certificate_opens_for_nobody_at_the_centre(scene: Scene, role: str) -> None:
    logged = refused_at_the_door(scene, "pg_hba.conf rejects|certificate authentication failed", user=role)

    assert f'user "{role}"' in logged


def test_without_encryption_nobody_gets_in(scene: Scene) -> None:
    logged = refused_at_the_door(scene, "pg_hba.conf rejects", sslmode="disable")

    assert "no encryption" in logged


def test_without_a_certificate_nobody_gets_in(scene: Scene, tmp_path: Any) -> None:
    nothing = str(tmp_path / "none")

    logged = refused_at_the_door(
        scene, "connection requires a valid client certificate", sslcert=nothing, sslkey=nothing
    )

    assert "FATAL:  connection requires a valid client certificate" in logged


def test_a_certificate_that_somebody_else_signed_is_refused(scene: Scene, tmp_path: Any) -> None:
    forged = Authority(tmp_path / "other").client("d00007")

    refused_at_the_door(
        scene,
        "connection failed",
        sslcert=str(forged.certificate),
        sslkey=str(forged.key),
    )

    assert "user=d00007" not in scene.until_said("could not accept SSL connection")


def test_a_certificate_that_has_expired_is_refused(scene: Scene) -> None:
    expired = scene.cluster.authority.client("d00007", days=-1)

    refused_at_the_door(scene, "connection failed", sslcert=str(expired.certificate), sslkey=str(expired.key))

    assert "user=d00007" not in scene.until_said("could not accept SSL connection")


def test_the_stream_of_changes_is_not_for_a_desk(scene: Scene) -> None:
    logged = refused_at_the_door(scene, "replication", replication="database")

    assert "user=d00007 db=gate FATAL:" in logged


def test_of_a_hundred_connections_two_are_let_in(scene: Scene) -> None:
    refused = 0
    with ExitStack() as stack:
        for _ in range(100):
            try:
                stack.enter_context(scene.cluster.connect(scene.seven.certificate))
            except psycopg.OperationalError as error:
                refused += "too many connections for role" in str(error)

        with scene.cluster.connect(scene.eight.certificate) as other:
            answered = other.execute("SELECT 1").fetchone()

    assert refused == 98
    assert answered == (1,)
    assert scene.said().count('FATAL:  too many connections for role "d00007"') == 98
