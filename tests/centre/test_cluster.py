"""Making the centre's server ready: may be done twice, refuses what a newer program made, says when there is no server."""

from __future__ import annotations

import psycopg
import pytest

from kt1desk.centre import migrate
from kt1desk.centre.cluster_sql import (
    CORE,
    DESK_GROUP,
    GATE,
    SETTINGS,
    create_device,
    hba_lines,
    prepare_cluster,
    revoke_device,
    role_of,
)
from kt1desk.domain.errors import DeskError
from tests.support.postgres import Cluster, Connection

PRIVILEGES = """
SELECT grantee, table_name, privilege_type FROM information_schema.role_table_grants
 WHERE table_schema = 'gate' AND grantee NOT IN ('gate_owner', 'postgres') ORDER BY 1, 2, 3
"""


def privileges(cluster: Cluster) -> list[tuple[str, ...]]:
    with cluster.admin(GATE) as admin:
        return admin.execute(PRIVILEGES.encode()).fetchall()


def test_preparing_and_upgrading_again_changes_nothing(cluster: Cluster) -> None:
    before = privileges(cluster)

    prepare_cluster(cluster.admin)
    for database in (GATE, CORE):
        migrate.upgrade(database, cluster.admin)

    assert privileges(cluster) == before
    with cluster.admin(GATE) as admin:
        assert migrate.current(admin) == migrate.head(GATE)
        assert admin.execute("SELECT count(*) FROM gate.centre").fetchone() == (1,)


def test_no_desk_and_not_everybody_has_a_right_to_any_table(cluster: Cluster) -> None:
    granted = {grantee for grantee, *_ in privileges(cluster)}

    assert granted == {"integrator", "operator"}


def test_everything_in_the_gate_belongs_to_an_owner_nobody_can_log_in_as(cluster: Cluster) -> None:
    with cluster.admin(GATE) as admin:
        owners = admin.execute(
            "SELECT DISTINCT pg_get_userbyid(relowner) FROM pg_class WHERE relnamespace = 'gate'::regnamespace"
            " UNION SELECT DISTINCT pg_get_userbyid(proowner) FROM pg_proc WHERE pronamespace = 'gate'::regnamespace"
        ).fetchall()
        login = admin.execute(
            "SELECT rolcanlogin, rolsuper, rolcreaterole, rolcreatedb, rolbypassrls FROM pg_roles WHERE rolname = 'gate_owner'"
        ).fetchone()

    assert owners == [("gate_owner",)]
    assert login == (False, False, False, False, False)


def test_every_function_that_runs_as_its_owner_holds_its_search_path_and_is_not_for_everybody(
    cluster: Cluster,
) -> None:
    with cluster.admin(GATE) as admin:
        rows = admin.execute(
            "SELECT proname, proconfig, has_function_privilege('public', oid, 'EXECUTE') FROM pg_proc"
            " WHERE pronamespace = 'gate'::regnamespace AND prosecdef ORDER BY 1"
        ).fetchall()

    assert {"exchange", "note_stale"} <= {name for name, *_ in rows}
    assert {(*config, everybody) for _, config, everybody in rows} == {
        ("search_path=pg_catalog, pg_temp", False)
    }


def test_a_desk_may_talk_at_the_gate_and_read_a_release_and_execute_nothing_else_there(
    cluster: Cluster,
) -> None:
    with cluster.admin(GATE) as admin:
        rows = admin.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'gate'::regnamespace AND has_function_privilege(%s, oid, 'EXECUTE')",
            (DESK_GROUP,),
        ).fetchall()

    assert sorted(rows) == [("exchange",), ("release_piece",)]


def test_a_database_that_a_newer_program_upgraded_is_refused_and_left_alone(cluster: Cluster) -> None:
    with cluster.admin(GATE) as admin:
        admin.execute("UPDATE public.alembic_version SET version_num = '9999'")
    try:
        with pytest.raises(DeskError) as refused:
            migrate.upgrade(GATE, cluster.admin)
        with cluster.admin(GATE) as admin:
            found = migrate.current(admin)
    finally:
        with cluster.admin(GATE) as admin:
            admin.execute("UPDATE public.alembic_version SET version_num = %s", (migrate.head(GATE),))

    assert (refused.value.code, refused.value.details["found"]) == ("centre.newer_schema", "9999")
    assert found == "9999"


def test_a_server_that_is_not_there_is_said_in_so_many_words() -> None:
    def nowhere(database: str) -> Connection:
        return psycopg.connect(host="127.0.0.1", port=1, dbname=database, connect_timeout=2)

    with pytest.raises(DeskError) as refused:
        migrate.upgrade(GATE, nowhere)

    assert (refused.value.code, refused.value.details["database"]) == ("centre.unreachable", GATE)


def test_the_servers_settings_are_settings_the_server_knows_and_has(cluster: Cluster) -> None:
    with cluster.admin() as admin:
        rows = admin.execute("SELECT name, setting, error FROM pg_file_settings ORDER BY seqno").fetchall()

    told = {name: (setting, error) for name, setting, error in rows}  # the last of two counts
    assert {name: told[name] for name in SETTINGS} == {
        name: (value.strip("'"), None) for name, value in SETTINGS.items()
    }


@pytest.mark.parametrize("people", ["", "10.20.30.0/24"])
def test_the_server_understands_every_line_about_who_may_come_in(cluster: Cluster, people: str) -> None:
    with cluster.admin() as admin:
        file = cluster.data / "pg_hba.conf"
        before = file.read_text(encoding="utf-8")
        try:
            file.write_text("\n".join(hba_lines("10.20.0.0/16", people)) + "\n", encoding="utf-8")
            rows = admin.execute(
                "SELECT type, user_name[1], auth_method, error FROM pg_hba_file_rules ORDER BY line_number"
            ).fetchall()
        finally:
            file.write_text(before, encoding="utf-8")

    readers = [("hostssl", "+core_reader", "scram-sha-256", None)] if people else []
    assert rows == [
        ("local", "postgres", "peer", None),
        ("local", "integrator", "peer", None),
        ("hostssl", "+desk", "cert", None),
        *readers,
        ("host", "all", "reject", None),
        ("local", "all", "reject", None),
    ]


@pytest.mark.parametrize(("device", "role"), [(1, "d00001"), (65_535, "d65535")])
def test_a_desks_role_is_its_number(device: int, role: str) -> None:
    assert role_of(device) == role


@pytest.mark.parametrize("device", [0, -1, 65_536])
def test_a_number_that_no_desk_can_have_has_no_role(device: int) -> None:
    with pytest.raises(DeskError) as refused:
        role_of(device)

    assert refused.value.code == "centre.device_number"


def test_an_operator_enrols_and_revokes_without_being_a_superuser(cluster: Cluster) -> None:
    with psycopg.connect(
        host=str(cluster.folder), port=cluster.port, user="operator", dbname=GATE, autocommit=True
    ) as operator:
        create_device(operator, 9, "240190", "1", 5)
        done = revoke_device(operator, 9, 6)
        rows = operator.execute("SELECT role, revoked_ms FROM gate.device").fetchall()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            operator.execute("SELECT data FROM gate.frame_in")

    assert done
    assert rows == [("d00009", 6)]


def test_an_integrator_changes_nothing_that_is_out_already(cluster: Cluster) -> None:
    with psycopg.connect(
        host=str(cluster.folder), port=cluster.port, user="integrator", dbname=GATE, autocommit=True
    ) as integrator:
        for statement in (
            "UPDATE gate.mail_out SET data = ''",
            "DELETE FROM gate.mail_out",
            "DELETE FROM gate.frame_in",
            "UPDATE gate.device SET point = '240190'",
            "DELETE FROM gate.audit",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                integrator.execute(statement.encode())
        assert integrator.execute("SELECT count(*) FROM gate.frame_in").fetchone() == (0,)
