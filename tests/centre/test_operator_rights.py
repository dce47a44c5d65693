"""The operator lets desks in and makes readers; he becomes nobody else, and no certificate in his name opens the desks' door."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import psycopg
import pytest
from psycopg import errors

from kt1desk.centre.cluster_sql import CORE, GATE, create_device, prepare_cluster, revoke_device
from kt1desk.centre.readers import Scope, let_read
from tests.support.exchange_keys import refusal
from tests.support.postgres import Cluster, Connection, own_cluster

GATE_STATEMENTS = (
    "GRANT gate_owner TO operator",
    "GRANT core_owner TO operator",
    "GRANT desk TO operator",
    "GRANT integrator TO operator",
    "GRANT pg_execute_server_program TO operator",
    "GRANT pg_read_server_files TO operator",
    "GRANT pg_read_all_data TO operator",
    "GRANT pg_write_all_data TO operator",
    "GRANT pg_signal_backend TO operator",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT count(*) FROM gate.frame_in",
    "SELECT count(*) FROM gate.mail_out",
    "SET ROLE gate_owner",
    "ALTER ROLE gate_owner LOGIN",
    "ALTER ROLE integrator PASSWORD 'x'",
    "ALTER ROLE operator CREATEROLE",
    "CREATE ROLE spare LOGIN",
    "CREATE ROLE d00099 LOGIN",
    "DROP ROLE integrator",
    "CREATE FUNCTION roles.of_desk(text) RETURNS text LANGUAGE sql RETURN 'operator'",
    "SELECT roles.of_desk(7)",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'integrator'",
)
READER = "lan.be"
OTHERS = (
    "d00007",
    "integrator",
    "operator",
    "gate_owner",
    "desk",
    "postgres",
    "pg_read_all_data",
    "d00999",
    "",
)


@contextmanager
def logged_in(cluster: Cluster, role: str, database: str = GATE) -> Iterator[Connection]:
    """Logged in as a service, as over the server's own socket."""
    with psycopg.connect(
        host=str(cluster.folder), port=cluster.port, user=role, dbname=database, autocommit=True
    ) as connection:
        yield connection


operator = partial(logged_in, role="operator")


def roles(cluster: Cluster) -> list[tuple[object, ...]]:
    """Each role of the centre with what it may, and each membership."""
    with cluster.admin() as admin:
        own = admin.execute(
            "SELECT rolname, rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls, rolconnlimit FROM pg_roles"
            " WHERE rolname !~ '^pg_' ORDER BY 1"
        ).fetchall()
        members = admin.execute(
            "SELECT roleid::regrole::text, member::regrole::text, admin_option FROM pg_auth_members"
            " WHERE member::regrole::text <> 'pg_monitor' ORDER BY 1, 2"
        ).fetchall()
    return [*own, *members]


@pytest.mark.parametrize("statement", GATE_STATEMENTS)
def test_what_would_make_the_operator_somebody_else_is_refused(cluster: Cluster, statement: str) -> None:
    with (
        logged_in(cluster, "integrator"),  # so that there is a session he could end
        operator(cluster) as connection,
        pytest.raises(errors.InsufficientPrivilege),
    ):
        connection.execute(statement.encode())


def test_the_operator_reads_no_event(cluster: Cluster) -> None:
    with operator(cluster, database=CORE) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute("SELECT count(*) FROM ledger.event")


def test_a_certificate_in_the_operators_name_does_not_open_the_door_of_desks(cluster: Cluster) -> None:
    certificate = cluster.authority.client("operator")

    with pytest.raises(psycopg.OperationalError, match=r"pg_hba\.conf rejects"):
        cluster.connect(certificate)


def test_a_desk_and_an_integrator_call_none_of_the_operators_functions(cluster: Cluster) -> None:
    desk = cluster.add_desk(7, "240190")

    with cluster.connect(desk.certificate) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute("SELECT roles.let_in(8)")
    with cluster.admin(GATE) as admin:
        admin.execute("SET SESSION AUTHORIZATION integrator")
        with pytest.raises(errors.InsufficientPrivilege):
            admin.execute("SELECT roles.put_out(7)")


def test_the_operator_lets_a_desk_in_and_ends_its_session_when_he_puts_it_out(cluster: Cluster) -> None:
    certificate = cluster.authority.client("d00007")
    with operator(cluster) as connection:
        create_device(connection, 7, "240190", certificate.serial, 1)

        with cluster.connect(certificate) as desk:
            desk.execute("SELECT 1")
            done = revoke_device(connection, 7, 2)
            with pytest.raises(psycopg.OperationalError):
                desk.execute("SELECT 1")

    assert done
    assert ("d00007", False, False, False, False, False, 2) in roles(cluster)
    with pytest.raises(psycopg.OperationalError, match="not permitted to log in"):
        cluster.connect(certificate)


@pytest.mark.parametrize("number", ["0", "-1", "65536", "NULL"])
@pytest.mark.parametrize("act", ["let_in", "put_out"])
def test_a_number_that_no_desk_has_names_no_role(cluster: Cluster, act: str, number: str) -> None:
    before = roles(cluster)

    with operator(cluster) as connection, pytest.raises(errors.NumericValueOutOfRange):
        connection.execute(f"SELECT roles.{act}({number})".encode())

    assert roles(cluster) == before


@pytest.mark.parametrize("name", OTHERS)
def test_nobody_is_made_a_reader_who_is_something_else(cluster: Cluster, name: str) -> None:
    cluster.add_desk(7, "240190")
    before = roles(cluster)

    with operator(cluster, database=CORE) as connection:
        refused = refusal(lambda: let_read(connection, name, Scope.PROVINCE))
        rows = connection.execute("SELECT count(*) FROM access.reader").fetchone()

    assert refused.code == "centre.not_a_reader"
    assert roles(cluster) == before
    assert rows == (0,)


def test_a_person_is_made_a_reader_once_and_gets_more_to_read_later(cluster: Cluster) -> None:
    with operator(cluster, database=CORE) as connection:
        let_read(connection, READER, Scope.POINT, "240190")
        let_read(connection, READER, Scope.PROVINCE)
        rows = connection.execute("SELECT scope FROM access.reader ORDER BY scope").fetchall()
    found = roles(cluster)
    with cluster.admin() as admin:
        admin.execute(f'DROP ROLE "{READER}"')

    assert rows == [("point",), ("province",)]
    assert ("core_reader", f'"{READER}"', False) in found


def test_a_reader_without_kt1_stays_without_it_until_it_is_said(cluster: Cluster) -> None:
    with operator(cluster, database=CORE) as connection:
        said = [
            let_read(connection, READER, Scope.PROVINCE, kt1=kt1) for kt1 in (None, False, None, True, None)
        ]
        row = connection.execute("SELECT kt1 FROM access.reader").fetchall()
    with cluster.admin() as admin:
        admin.execute(f'DROP ROLE "{READER}"')

    assert said == [True, False, False, True, True]
    assert row == [(True,)]


def test_a_server_that_was_made_ready_by_an_earlier_program_is_mended() -> None:
    with own_cluster() as cluster:
        seven = cluster.add_desk(7, "240190")
        before = roles(cluster)
        with cluster.admin() as admin:
            for statement in (
                "ALTER ROLE operator CREATEROLE",
                "GRANT desk TO operator WITH ADMIN OPTION",
                "GRANT pg_signal_backend, pg_read_all_stats TO operator",
                # and what he could have done with it
                "GRANT gate_owner, pg_read_all_data TO operator",
                "GRANT core_reader TO d00007, integrator",
                "ALTER ROLE gate_owner LOGIN",
            ):
                admin.execute(statement.encode())
        with cluster.admin(GATE) as admin:
            admin.execute("DROP SCHEMA roles CASCADE")
        with operator(cluster) as connection:
            refused = refusal(lambda: create_device(connection, 8, "240190", "1", 1))

        prepare_cluster(cluster.admin)

        assert refused.code == "centre.not_prepared"
        assert roles(cluster) == before
        with operator(cluster) as connection:
            create_device(connection, 8, "240190", "1", 1)
        with cluster.connect(seven.certificate) as desk:
            assert desk.execute("SELECT session_user").fetchone() == ("d00007",)
