"""All figures of a year of the province, beside one aggregate over the same rows that somebody wrote by hand."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from kt1desk.centre.cluster_sql import CORE, Connection
from kt1desk.centre.pg_figures import PgFigures
from kt1desk.centre.readers import Scope, let_read
from kt1desk.domain.reporting.figures import Measure, total
from kt1desk.domain.reporting.periods import Period
from kt1desk.services.report_bureau import Bureau
from kt1desk.store.figure_place import Grain
from tests.bench.figures import clocked, in_turns, line
from tests.bench.province_year import DAY_MS, YEAR, YEAR_MS, fill
from tests.support.postgres import Cluster, own_cluster
from tests.support.reference import trial_reference

EVENTS = int(os.environ.get("KT1DESK_BENCH_EVENTS", "100000"))
"""What the rows stand for; `make bench` asks for 4,000,000."""
REPORTS = ("kt1_results", "bcci_results", "inspection_results", "counter_summary")
READER = "bench.reader"
SETTINGS = (
    "shared_buffers = '1GB'\nmax_wal_size = '8GB'\neffective_cache_size = '4GB'\nrandom_page_cost = 1.1\n"
)
"""A server of its own for the centre has at least so much; what tests run with is too little for any year."""
BY_HAND = f"""
SELECT i.at_desk, (i.accepted_ms + 25200000 - {YEAR_MS}) / {DAY_MS} / 30 AS month, 'items', i.product, count(*), sum(i.total_dong)
  FROM desks.item i WHERE i.source = 1 AND i.service = 'kt1' AND i.state NOT IN ('reversed', 'rejected') GROUP BY 1, 2, 4
UNION ALL SELECT t.at_desk, (e.happened_ms + 25200000 - {YEAR_MS}) / {DAY_MS} / 30, 'delivered', i.product, count(*), 0
  FROM desks.touch t JOIN desks.custody_event e USING (at_desk, device, stream, incarnation, seq)
    JOIN desks.item i ON i.at_desk = t.at_desk AND i.item = t.number
  WHERE t.step = 'deliver' AND t.kind = 'item' AND t.device = t.at_desk GROUP BY 1, 2, 4
UNION ALL SELECT d.at_desk, (d.accepted_ms + 25200000 - {YEAR_MS}) / {DAY_MS} / 30, 'dossiers', d.authority, count(*), sum(d.postage_dong)
  FROM desks.dossier d WHERE d.source = 1 AND d.state <> 'reversed' GROUP BY 1, 2, 4
UNION ALL SELECT s.at_desk, (s.opened_ms + 25200000 - {YEAR_MS}) / {DAY_MS} / 30, 'cash', c.kind, count(*), sum(c.received_dong)
  FROM desks.shift s JOIN desks.shift_cash c USING (at_desk, shift) GROUP BY 1, 2, 4
UNION ALL SELECT l.at_desk, 0, 'services', l.what, sum(l.customers), sum(l.paid_dong + l.received_dong)
  FROM desks.drawer_line l GROUP BY 1, 4
UNION ALL SELECT a.at_desk, substr(a.day, 6, 2)::integer, 'agencies', a.agency, sum(a.items), sum(a.total_dong)
  FROM desks.agency_day a GROUP BY 1, 2, 4"""


@pytest.mark.bench
def test_measure_all_figures_of_a_year_of_the_province(capsys: pytest.CaptureFixture[str]) -> None:
    with own_cluster() as cluster:
        _with_room(cluster)
        with cluster.admin(CORE) as admin:
            begun = time.perf_counter()
            events = fill(admin, EVENTS)
            filled_s = time.perf_counter() - begun
            let_read(admin, READER, Scope.PROVINCE)
            said = _measured(cluster, admin)
    with capsys.disabled():
        print(f"\na year of 53 desks, {events:,} events, rows made in {filled_s:.0f} s")
        print("\n".join(said))


def _measured(cluster: Cluster, admin: Connection) -> list[str]:
    with cluster.admin(CORE) as core:
        core.execute(f'SET SESSION AUTHORIZATION "{READER}"')
        told = PgFigures(core)
        figures = told.figures(*YEAR)
        admin.execute("SET work_mem = '64MB'")
        admin.execute("SET jit = off")
        rows = admin.execute(BY_HAND.encode()).fetchall()
        by_month, by_hand = in_turns(
            lambda: clocked(lambda: told.figures(*YEAR)),
            lambda: clocked(lambda: admin.execute(BY_HAND.encode()).fetchall()),
            rounds=3,
            warm_up=0,
        )
        by_day_s = clocked(lambda: told.figures(*YEAR, Grain.DAY))
        missing_s = clocked(lambda: told.missing(*YEAR, {}))
        said = [line("all figures by month, beside one by hand", by_month, by_hand, "5 s")]
        said += [
            f"  by day {by_day_s:.2f} s; what is missing {missing_s:.2f} s; {len(figures):,} figures, {len(rows):,} rows by hand"
        ]
        said += [f"  report {code:<28}{seconds:6.2f} s" for code, seconds in _reports(told)]
        said += [f"  sums of {what:<27}{seconds:6.2f} s" for what, seconds in _each(core)]
    items = total(each for each in figures if each.measure is Measure.ITEMS)
    assert items.count == sum(row[4] for row in rows if row[2] == "items")
    assert items.dong == sum(row[5] for row in rows if row[2] == "items")
    delivered = total(each for each in figures if each.measure is Measure.ITEMS_DELIVERED)
    assert delivered.count > items.count * 9 // 10
    assert {Measure.RESULTS, Measure.FIRST_OFFERS, Measure.REMITTED} <= {each.measure for each in figures}
    return said


def _reports(told: PgFigures) -> list[tuple[str, float]]:
    """Whole reports of the year, from the question to the value that is shown."""
    bureau = Bureau(told, trial_reference(), lambda _code, _on: None, "")
    period = Period(*YEAR)
    return [(code, clocked(partial(bureau.report, code, period, "province", YEAR[1]))) for code in REPORTS]


def _each(core: Connection) -> list[tuple[str, float]]:
    """Each statement by itself, the slowest first."""
    names = [
        str(name)
        for (name,) in core.execute(
            "SELECT proname FROM pg_proc WHERE pronamespace = 'figures'::regnamespace AND pronargs = 5"
        )
    ]
    from_ms, until_ms = YEAR_MS, YEAR_MS + 365 * DAY_MS
    asked = f"('month', '{YEAR[0]}', '{YEAR[1]}', {from_ms}, {until_ms})"
    times = [
        (name, clocked(partial(core.execute, f"SELECT count(*) FROM figures.{name}{asked}".encode())))
        for name in names
    ]
    return sorted(times, key=lambda each: -each[1])


def _with_room(cluster: Cluster) -> None:
    cluster.stop()
    with (cluster.data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(SETTINGS)
    cluster.start()
