"""People read the reports of their own points, whatever they ask and however they ask it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from psycopg import errors

from kt1desk.centre.cluster_sql import CORE, Connection
from kt1desk.centre.projector import Projector
from kt1desk.centre.readers import Scope, let_read, read_no_more
from kt1desk.centre.reports_schema import OF_KT1, READ
from tests.support.clocks import HandClock
from tests.support.following import enrolled, file_of
from tests.support.ledgers import integrator, take_in
from tests.support.postgres import Cluster

LEFT, RIGHT = "240000", "240100"
_POLICIES = """SELECT tablename, qual FROM pg_policies WHERE roles = '{core_reader}'"""
_FUNCTIONS = """SELECT DISTINCT p.proname, p.proleakproof FROM pg_operator o JOIN pg_proc p ON p.oid = o.oprcode
  WHERE o.oprname = '=' AND o.oprleft = 'integer'::regtype AND o.oprright = 'integer'::regtype"""
_INVOKERS = """SELECT relname FROM pg_class WHERE relnamespace = 'report'::regnamespace
  AND NOT coalesce('security_invoker=true' = ANY (reloptions), false)"""


@pytest.fixture(scope="module")
def filled(shared_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Two points with a desk each; the left one accepted two items and a case, the right one three items."""
    shared_cluster.empty()
    root: Path = tmp_path_factory.mktemp("points")
    with (
        enrolled(root, 8, LEFT) as left,
        enrolled(root, 9, RIGHT) as right,
        integrator(shared_cluster) as core,
    ):
        left.accept(), left.accept(), left.accept_dossier()
        for _ in range(3):
            right.accept()
        for desk in (left, right):
            take_in(core, file_of(desk))
        Projector(core, HandClock()).round()
        for device, point in ((8, LEFT), (9, RIGHT)):
            core.execute(
                "INSERT INTO ledger.desk_seen VALUES (%s, %s, 3, 1, NULL, 1000, 1250, 2000)", (device, point)
            )
    with shared_cluster.admin(CORE) as admin:
        let_read(admin, "left.reader", Scope.POINT, LEFT)
        let_read(admin, "right.reader", Scope.POINT, RIGHT)
        let_read(admin, "cluster.reader", Scope.CLUSTER, "north")
        admin.execute("INSERT INTO access.cluster VALUES ('north', %s)", (RIGHT,))
        let_read(admin, "bureau.reader", Scope.PROVINCE)
        let_read(admin, "nobody", Scope.POINT, "249999")
    yield shared_cluster
    shared_cluster.empty()
    with shared_cluster.admin() as admin:
        for person in ("left.reader", "right.reader", "cluster.reader", "bureau.reader", "nobody"):
            admin.execute(f'DROP ROLE "{person}"')


@contextmanager
def reading(cluster: Cluster, person: str) -> Iterator[Connection]:
    """Logged in as a person."""
    with cluster.admin(CORE) as connection:
        connection.execute(f'SET SESSION AUTHORIZATION "{person}"')
        yield connection


def counted(core: Connection, of: str) -> int:
    row = core.execute(f"SELECT count(*) FROM {of}").fetchone()
    assert row is not None
    return int(row[0])


@pytest.mark.parametrize(
    ("person", "items", "cases", "desks"),
    [
        ("left.reader", 2, 1, 1),
        ("right.reader", 3, 0, 1),
        ("cluster.reader", 3, 0, 1),
        ("bureau.reader", 5, 1, 2),
        ("nobody", 0, 0, 0),
    ],
)
def test_each_reader_counts_what_is_of_his_points(
    filled: Cluster, person: str, items: int, cases: int, desks: int
) -> None:
    with reading(filled, person) as core:
        found = [counted(core, f"report.{view}") for view in ("items", "cases", "cash", "desks")]

    assert found == [items, cases, desks, desks]


def test_a_reader_sees_no_row_of_another_point_in_any_table_under_the_views(filled: Cluster) -> None:
    with reading(filled, "left.reader") as core:
        seen = {
            at_desk
            for table in READ
            for (at_desk,) in core.execute(f"SELECT DISTINCT at_desk FROM desks.{table}")
        }
        gate = core.execute("SELECT device FROM ledger.desk_seen").fetchall()
        of_whom = core.execute("SELECT device FROM access.progress").fetchall()

    assert seen == {8}
    assert gate == of_whom == [(8,)]


def test_where_an_item_is_by_all_that_is_known_is_one_question_of_who_reads_the_province(
    filled: Cluster,
) -> None:
    with reading(filled, "bureau.reader") as core:
        (item,) = core.execute(
            "SELECT item FROM report.items WHERE point = %s LIMIT 1", (LEFT,)
        ).fetchone() or ("",)
        known = core.execute(
            "SELECT state, holder FROM report.whereabouts WHERE number = %s", (item,)
        ).fetchall()
        listed = core.execute("SELECT state, holder FROM report.items WHERE item = %s", (item,)).fetchall()
    with reading(filled, "left.reader") as core:
        hidden = core.execute("SELECT * FROM report.whereabouts").fetchall()
        own = core.execute("SELECT state_here, state FROM report.items WHERE item = %s", (item,)).fetchall()

    assert known == listed == [("accepted", f"person:{LEFT}/clerk")]
    assert hidden == []
    assert own == [("accepted", None)]


@pytest.mark.parametrize(
    "question",
    [
        "SELECT 1 FROM desks.item WHERE 1 / (at_desk - 9) > 5",
        "SELECT 1 FROM desks.item WHERE CASE WHEN at_desk = 9 THEN item::integer END > 5",
        "SELECT 1 FROM desks.shift WHERE 1 / (at_desk - 9) > 5",
        "SELECT 1 FROM report.items WHERE 1 / (device - 9) > 5",
        "SELECT 1 FROM report.desks WHERE 1 / (device - 9) > 5",
        "SELECT 1 FROM access.mine WHERE 1 / (device - 9) > 5",
        "SELECT 1 FROM access.progress WHERE 1 / (device - 9) > 5",
        "SELECT 1 FROM report.cash WHERE CASE WHEN device = 9 THEN shift::integer END > 5",
    ],
)
def test_no_error_tells_of_a_row_that_is_hidden(filled: Cluster, question: str) -> None:
    with reading(filled, "bureau.reader") as core, pytest.raises(errors.DataError):
        core.execute(question)

    with reading(filled, "left.reader") as core:
        assert core.execute(question).fetchall() == []


def test_a_reader_changes_nothing_and_learns_nothing_from_a_key_that_is_taken(filled: Cluster) -> None:
    with filled.admin(CORE) as admin:
        row = admin.execute("SELECT item FROM desks.item WHERE at_desk = 9 LIMIT 1").fetchone()
    assert row is not None
    tried = [
        ("INSERT INTO desks.holding VALUES (9, 'kt1', 'k', 's', 1)", ()),
        ("UPDATE desks.item SET state = 'x' WHERE item = %s", row),
        ("DELETE FROM desks.shift", ()),
        ("INSERT INTO access.reader VALUES ('left.reader', 'province', '')", ()),
        ("SELECT * FROM access.reader", ()),
        ("SELECT body FROM desks.event", ()),
        ("SELECT body FROM ledger.event", ()),
        ("SELECT * FROM ledger.particulars", ()),
        ("CREATE TABLE desks.mine (a int)", ()),
        ("SET ROLE integrator", ()),
    ]

    with reading(filled, "left.reader") as core:
        for statement, values in tried:
            with pytest.raises(errors.InsufficientPrivilege):
                core.execute(statement, values)


def test_the_setting_that_projecting_goes_by_opens_nothing_for_a_reader(filled: Cluster) -> None:
    with reading(filled, "left.reader") as core:
        core.execute("SELECT set_config('kt1desk.device', '9', false)")
        found = core.execute("SELECT DISTINCT at_desk FROM desks.item").fetchall()

    assert found == [(8,)]


def test_policies_for_people_compare_by_an_operator_that_cannot_leak(filled: Cluster) -> None:
    with filled.admin(CORE) as core:
        policies = core.execute(_POLICIES).fetchall()
        leaks = core.execute(_FUNCTIONS).fetchall()
        definers = core.execute(_INVOKERS).fetchall()

    assert {table for table, _ in policies} == {*READ, "desk_seen"}
    assert len({qual.replace("at_desk", "device").replace("mine_kt1", "mine") for _, qual in policies}) == 1
    assert {table for table, qual in policies if "mine_kt1" in qual} == OF_KT1
    assert leaks == [("int4eq", True)]
    assert definers == []


def test_a_desk_is_shown_with_its_last_contact_its_clock_and_the_numbers_it_has_left(filled: Cluster) -> None:
    with reading(filled, "right.reader") as core:
        found = core.execute(
            "SELECT point, device, program, seen_ms, clock_offset_ms, waiting, stuck, numbers_left FROM report.desks"
        ).fetchall()

    assert found == [(RIGHT, 9, 3, 1000, 250, 0, 0, 1_997)]


def test_the_drawer_of_a_shift_adds_up(filled: Cluster) -> None:
    with reading(filled, "left.reader") as core:
        found = core.execute(
            "SELECT items, dossiers, should_be_dong = float_dong + cash_dong - paid_dong, cash_dong > 0 FROM report.cash"
        ).fetchall()

    assert found == [(2, 1, True, True)]


def test_who_may_read_no_more_sees_nothing_at_once(filled: Cluster) -> None:
    with filled.admin(CORE) as admin:
        let_read(admin, "right.reader", Scope.POINT, LEFT)
    with reading(filled, "right.reader") as core:
        both = counted(core, "report.items")
        with filled.admin(CORE) as admin:
            read_no_more(admin, "right.reader", Scope.POINT, LEFT)
        one = counted(core, "report.items")

    assert (both, one) == (5, 3)
