"""The centre counts what desks count: together they are the province, and each reader has the figures of his own points alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from psycopg import errors

from kt1desk.centre.cluster_sql import CORE
from kt1desk.centre.figures_schema import place_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reporting.figures import Measure, is_of_kt1, merged
from kt1desk.store.figure_place import Grain
from kt1desk.store.figure_sql import questions
from tests.support.figure_scribe import POINT
from tests.support.postgres import Cluster
from tests.support.small_province import FAR, FIRST, LAST, Province, small_province


@pytest.fixture(scope="module")
def province(shared_cluster: Cluster) -> Iterator[Province]:
    """Every measure is in it."""
    with small_province(shared_cluster, 500) as made:
        yield made


def test_the_figures_of_the_centre_are_those_of_its_desks_together(province: Province) -> None:
    with province.read_by("all.reader") as told:
        found = told.figures(FIRST, LAST, Grain.DAY)

    assert found == province.counted
    assert {each.measure for each in found} == set(Measure)


def test_by_months_the_sums_are_the_same_and_stand_under_the_first_day_that_was_asked_for(
    province: Province,
) -> None:
    first = date.fromisoformat(min(each.day for each in province.counted)) + timedelta(days=2)

    def of_month(day: str) -> str:
        return max(first.isoformat(), f"{day[:7]}-01")

    with province.read_by("all.reader") as told:
        found = told.figures(first, LAST)

    wanted = (each for each in province.counted if each.day >= first.isoformat())
    assert found == merged(replace(each, day=of_month(each.day)) for each in wanted)


def test_a_reader_of_a_point_has_its_figures_and_entries_and_no_other(province: Province) -> None:
    with province.read_by("far.reader") as told:
        found = told.figures(FIRST, LAST, Grain.DAY)
        entries = told.register_entries(["service_points"])

    assert found == province.of[9]
    assert [(each["code"], each["point"]) for each in entries["service_points"]] == [("D9", FAR)]


def test_a_reader_without_kt1_has_none_of_its_figures_none_of_its_registers_and_no_item(
    province: Province,
) -> None:
    with province.read_by("counter.reader") as told:
        found = told.figures(FIRST, LAST, Grain.DAY)
        entries = told.register_entries(["service_points", "cameras"])
        items = told._core.execute("SELECT count(*) FROM report.items").fetchone()
        cash = told._core.execute("SELECT DISTINCT items FROM report.cash").fetchall()
        for column in ("items", "first_item", "last_item"):
            with pytest.raises(errors.InsufficientPrivilege):
                told._core.execute(f"SELECT {column} FROM desks.shift".encode())
    with province.read_by("all.reader") as told:
        with_kt1 = told._core.execute("SELECT sum(items) FROM report.cash").fetchone()

    assert found == tuple(each for each in province.counted if not is_of_kt1(each))
    assert {each.measure for each in found} >= {Measure.CASH, Measure.COMPLAINTS, Measure.INCIDENTS}
    assert items == (0,)
    assert cash == [(None,)]
    assert with_kt1 is not None
    assert with_kt1[0] > 0
    assert entries["cameras"] == ()
    assert len(entries["service_points"]) == 3


def test_who_reads_of_nothing_counts_nothing_and_who_is_no_reader_is_told_so(province: Province) -> None:
    with province.read_by("nobody.reader") as told:
        assert told.figures(FIRST, LAST) == ()
        assert told.missing(FIRST, LAST, {}) == ()
    with province.read_by("operator") as told, pytest.raises(DeskError) as refused:
        told.figures(FIRST, LAST)

    assert refused.value.code == "centre.not_a_reader_here"


def test_no_function_gives_a_sum_of_another_point_or_of_kt1_to_who_may_not_read_it(
    province: Province,
) -> None:
    all_days = f"('month', '{FIRST}', '{LAST}', 0, {2**52})"
    names = sorted({question.name for question in questions(place_of(Grain.MONTH))})

    def told(person: str) -> dict[str, set[tuple[int, str]]]:
        with province.read_by(person) as by:
            return {
                name: {
                    (at, says[-1])
                    for at, says in by._core.execute(f"SELECT at_desk, says FROM figures.{name}{all_days}")
                }
                for name in names
            }

    everything, far, counter = told("all.reader"), told("far.reader"), told("counter.reader")

    assert all(everything[name] for name in names)
    assert {at for rows in far.values() for at, _ in rows} == {9}
    assert {name for name in names if not counter[name]} - {"incidents_closed"} == {
        *("items", "agency_items", "first_offers", "items_delivered", "items_returned"),
        *("kt1_complaints", "kt1_complaints_answered"),
    }
    assert {whose for _, whose in counter["incidents"] | counter["incidents_closed"]} == {"tthc"}
    assert not any(told("nobody.reader").values())


def test_no_table_that_is_counted_from_opens_for_a_reader(province: Province) -> None:
    with province.read_by("all.reader") as told:
        rights = told._core.execute(
            "SELECT has_table_privilege('desks.touch', 'SELECT'), has_table_privilege('desks.case_event', 'SELECT'),"
            " has_table_privilege('desks.register_value', 'SELECT')"
        ).fetchone()

    assert rights == (False, False, False)


def test_entries_stand_with_the_point_that_wrote_them(province: Province) -> None:
    with province.read_by("all.reader") as told:
        entries = told.register_entries(["service_points", "cameras", "adoption"])

    assert [(each["code"], each["point"]) for each in entries["service_points"]] == [
        *(("D1", POINT), ("D2", POINT)),
        ("D9", FAR),
    ]
    assert [each["camera"] for each in entries["cameras"]] == ["C1", "C2", "C9"]
    assert entries["adoption"] == ()


def test_a_point_is_missing_after_the_last_day_of_which_something_is_here(province: Province) -> None:
    with province.read_by("all.reader") as told:
        here = told.missing(FIRST, date.fromisoformat(province.all_until), {})
        later = told.missing(FIRST, LAST, {"249999": "Điểm chưa nối"})

    assert here == ()
    assert [(each.point, each.name) for each in later] == [
        *((POINT, POINT), (FAR, FAR)),
        ("249999", "Điểm chưa nối"),
    ]
    assert [each.since for each in later if each.since] == [province.all_until, province.some_until]
    assert later[2].since == ""


def test_a_desk_that_was_let_in_and_never_sent_anything_is_missing_until_it_is_put_out(
    province: Province,
) -> None:
    later = date.fromisoformat(province.some_until) + timedelta(days=40)
    with province.cluster.admin(CORE) as core:
        core.execute(
            "INSERT INTO ledger.desk_seen (device, point, program, enrolled_ms, revoked_ms, seen_ms, said_ms, copied_ms)"
            " VALUES (11, '240102', 3, 1, NULL, 1, 1, 1)"
        )
    try:
        with province.read_by("all.reader") as told:
            let_in = {each.point: each.since for each in told.missing(FIRST, later, {})}
        with province.cluster.admin(CORE) as core:
            core.execute("UPDATE ledger.desk_seen SET revoked_ms = 1 WHERE device = 11")
        with province.read_by("all.reader") as told:
            put_out = {each.point: each.since for each in told.missing(FIRST, later, {})}
    finally:
        with province.cluster.admin(CORE) as core:
            core.execute("DELETE FROM ledger.desk_seen")

    assert let_in.keys() - put_out.keys() == {"240102"}
    assert let_in["240102"] == ""
    assert put_out[FAR] == province.some_until


def test_a_reader_of_a_cluster_may_read_it_while_one_of_its_points_has_no_desk_yet(
    province: Province,
) -> None:
    cluster = frozenset({FAR, "240199"})
    with province.cluster.admin(CORE) as core:
        core.execute("INSERT INTO access.cluster VALUES ('north', %s), ('north', '240199')", (FAR,))
        core.execute("INSERT INTO access.reader VALUES ('nobody.reader', 'cluster', 'north', false)")
    try:
        with province.read_by("nobody.reader") as told:
            may = [told.may_read(points, kt1=False) for points in (cluster, cluster | {POINT}, frozenset())]
            kt1 = told.may_read(cluster, kt1=True)
        with province.read_by("far.reader") as told:
            far = [told.may_read(frozenset({point}), kt1=True) for point in (FAR, "240199")]
        with province.read_by("all.reader") as told:
            everything = [told.may_read(points, kt1=True) for points in (cluster, frozenset())]
    finally:
        with province.cluster.admin(CORE) as core:
            core.execute("DELETE FROM access.cluster")
            core.execute("DELETE FROM access.reader WHERE name = 'north'")

    assert (may, kt1) == ([True, False, False], False)
    assert far == [True, False]
    assert everything == [True, True]
