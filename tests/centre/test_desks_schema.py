"""The centre has each projection of a desk, column for column, and shows nobody the rows of another desk."""

from __future__ import annotations

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import BigInteger, Integer, NullPool, create_engine

from kt1desk.centre import derived_schema, desks_schema
from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.desks_schema import AT_DESK
from kt1desk.store.tables import PROJECTIONS
from tests.support.ledgers import integrator
from tests.support.postgres import Cluster
from tests.support.tree import ROOT

_COLUMNS = """SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
  WHERE table_schema = 'desks' AND table_name NOT IN ('event', 'particulars', 'received', 'received_beside')"""
_KEYS = """SELECT c.relname, i.indisunique, a.attname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = 1
  WHERE c.relnamespace = 'desks'::regnamespace"""
_BEHIND = """SELECT relname FROM pg_class WHERE relnamespace = 'desks'::regnamespace AND relkind = 'r'
  AND NOT (relrowsecurity AND relforcerowsecurity)"""
_ADD = "INSERT INTO desks.voided_number (item, reason) VALUES ('RA000000011VN', 'spoilt')"


def test_the_newest_revision_that_makes_the_tables_of_desks_made_those_of_this_program() -> None:
    revisions = sorted((ROOT / "alembic" / "centre" / "core" / "versions").glob("*.py"))
    named = [
        line.split('"')[1]
        for path in revisions
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("MADE_OF = ")
    ]

    made = derived_schema.fingerprint()

    assert named[-1] == made, (
        f"a projection or a report has changed: add a revision of core that calls make_again, MADE_OF = {made!r}"
    )


def test_each_column_of_a_desk_stands_in_the_database_and_no_other_but_whose_it_is(
    shared_cluster: Cluster,
) -> None:
    wanted = {
        (table.name, column.name, "bigint" if isinstance(column.type, BigInteger) else "text", "NO")
        for table in PROJECTIONS
        for column in table.columns
    } | {(table.name, AT_DESK, "integer", "NO") for table in PROJECTIONS}

    with shared_cluster.admin(CORE) as core:
        found = set(core.execute(_COLUMNS).fetchall())

    assert found == wanted


def test_every_key_and_index_begins_with_whose_row_it_is(shared_cluster: Cluster) -> None:
    with shared_cluster.admin(CORE) as core:
        found = core.execute(_KEYS).fetchall()

    indexes = sum(len(table.indexes) for table in PROJECTIONS)
    assert len(found) == len(PROJECTIONS) + indexes
    assert {first for _, _, first in found} == {AT_DESK}


def test_no_table_of_desks_is_without_row_level_security(shared_cluster: Cluster) -> None:
    with shared_cluster.admin(CORE) as core:
        found = core.execute(_BEHIND).fetchall()

    assert found == []


def test_whoever_projects_and_says_no_desk_sees_and_writes_nothing(cluster: Cluster) -> None:
    with integrator(cluster) as core:
        for statement in ("SELECT * FROM desks.item", _ADD):
            with pytest.raises(errors.UndefinedObject):
                core.execute(statement)


def test_what_is_projected_for_one_desk_never_meets_what_another_has(cluster: Cluster) -> None:
    with integrator(cluster) as core:
        for device in (7, 9):
            with core.transaction():
                core.execute("SELECT set_config('kt1desk.device', %s, true)", (str(device),))
                core.execute(_ADD)

        with core.transaction():
            core.execute("SELECT set_config('kt1desk.device', '7', true)")
            seen = core.execute("SELECT at_desk FROM desks.voided_number").fetchall()
            changed = core.execute("UPDATE desks.voided_number SET reason = 'lost'").rowcount

    assert seen == [(7,)]
    assert changed == 1


def test_a_row_cannot_be_put_at_another_desk(cluster: Cluster) -> None:
    with integrator(cluster) as core:
        core.execute("SELECT set_config('kt1desk.device', '7', false)")

        with pytest.raises(errors.InsufficientPrivilege):
            core.execute("INSERT INTO desks.voided_number (at_desk, item, reason) VALUES (9, 'x', 'y')")


def test_the_derived_tables_are_dropped_and_made_again_by_their_owner(cluster: Cluster) -> None:
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: psycopg.connect(
            host=str(cluster.folder), port=cluster.port, user="postgres", dbname=CORE
        ),
        poolclass=NullPool,
    )
    with cluster.admin(CORE) as core:
        core.execute("INSERT INTO projecting.place VALUES (7, 1, 1, 5, 0, 0)")
        before = set(core.execute(_COLUMNS).fetchall())

    with engine.begin() as connection:
        connection.exec_driver_sql("SET LOCAL ROLE core_owner")
        derived_schema.make_again(connection)

    with cluster.admin(CORE) as core:
        assert set(core.execute(_COLUMNS).fetchall()) == before
        assert core.execute("SELECT * FROM projecting.place").fetchall() == []
    assert len(desks_schema.tables()) == len(PROJECTIONS)
    assert isinstance(desks_schema.tables()[0].c[AT_DESK].type, Integer)
