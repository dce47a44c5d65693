"""The first thousand acts of a plan written in bulk are the same, byte for byte and row for row, as written one by one at a counter."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import pytest

from kt1desk.app.desk import PaperFit, starter_procedures
from kt1desk.app.reference_docs import index
from kt1desk.app.sample_desk import desk_plan, entropy_of
from kt1desk.sampling.acts import Act, Day
from kt1desk.sampling.desk_life import DeskLife, Tools
from kt1desk.sampling.fits import RememberedFits
from kt1desk.sampling.order import SampleOrder
from kt1desk.sampling.plan import PointPlan, days_of, points_of
from kt1desk.sampling.virtual import VirtualClock, midnight_ms
from kt1desk.services.set_up import open_desk
from kt1desk.store.bulk import bulk
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.printed import count_as_printed
from kt1desk.store.tables import PROJECTIONS
from kt1desk.store.verify import verify
from tests.support.desks import sample_reference
from tests.support.furnished import DEK

ACTS = 1_000
ORDER = SampleOrder(seed=12, points=1, last_day=date(2026, 11, 20), days=4, items=1_200)
WRITTEN_ONCE = ("event", "particulars", "search_fts_data", "print_job")


@pytest.fixture(scope="module")
def plan() -> PointPlan:
    return points_of(ORDER, sample_reference())[0]


def _first(days: Iterator[Day], acts: int) -> Iterator[Day]:
    """The days up to the given number of acts; the last one may be cut off."""
    for day in days:
        yield replace(day, acts=day.acts[:acts])
        acts -= len(day.acts)
        if acts <= 0:
            return


def _made(root: Path, plan: PointPlan) -> tuple[DeskStore, VirtualClock]:
    """The desk of the plan before its first day."""
    clock = VirtualClock(midnight_ms(next(ORDER.dates())))
    chance = entropy_of(ORDER, plan)
    store = DeskStore.create(DataFolder(root), DEK, clock, chance)
    open_desk(store, desk_plan(plan, sample_reference()), plan.staff.users)
    index(store, sample_reference(), ORDER.last_day, starter_procedures())
    return store, clock


def _print_all(store: DeskStore) -> None:
    with store.local() as connection:
        count_as_printed(connection)


def _rows(store: DeskStore, table: str) -> list[tuple[object, ...]]:
    with store.transaction() as connection:
        return sorted(connection.execute(f'SELECT * FROM "{table}"').fetchall(), key=repr)


def test_the_first_thousand_acts_in_bulk_equal_those_on_the_durable_way(
    tmp_path: Path, plan: PointPlan
) -> None:
    reference = sample_reference()
    one_by_one, clock = _made(tmp_path / "durable", plan)
    life = DeskLife(Tools(one_by_one, reference, clock, PaperFit(), lambda: _print_all(one_by_one)))
    for day in _first(days_of(ORDER, reference, starter_procedures(), plan), ACTS):
        life.live(day)

    together, clock = _made(tmp_path / "bulk", plan)
    with bulk(together, units=300) as journal:
        quick = DeskLife(Tools(journal, reference, clock, RememberedFits(PaperFit()), journal.papers_out))
        for day in _first(days_of(ORDER, reference, starter_procedures(), plan), ACTS):
            quick.live(day)

    assert sum(life.done.values()) == ACTS
    assert quick.done == life.done
    assert set(life.done) == {kind.__name__ for kind in get_args(Act)}
    tables = (*(table.name for table in PROJECTIONS), *WRITTEN_ONCE)
    for table in tables:
        assert _rows(together, table) == _rows(one_by_one, table), table
    assert together.heads() == one_by_one.heads()
    assert len(_rows(together, "event")) > ACTS
    for store in (one_by_one, together):
        assert verify(store).ok
        store.close()


def test_a_generated_desk_has_no_paper_that_waits(tmp_path: Path, plan: PointPlan) -> None:
    store, clock = _made(tmp_path, plan)
    reference = sample_reference()

    with bulk(store) as journal:
        life = DeskLife(Tools(journal, reference, clock, RememberedFits(PaperFit()), journal.papers_out))
        for day in itertools.islice(days_of(ORDER, reference, starter_procedures(), plan), 1):
            life.live(day)

    with store.read() as reader:
        papers = reader.papers(limit=10_000)
        assert not reader.open_questions()
    assert len(papers) > 2 * life.done["ItemBrought"]
    assert {(paper.state, paper.evidence) for paper in papers} <= {
        ("done", "transport_only"),
        ("cancelled", ""),
    }
    store.close()
