"""Many units in few commits: the same events as one by one, a unit that fails goes alone, and in the end the books are whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import DeskOpened, NumberVoided
from kt1desk.services.ports import Appending
from kt1desk.store.bulk import BulkJournal, bulk
from kt1desk.store.folder import DataFolder
from kt1desk.store.journal import DeskStore
from kt1desk.store.marker import HeadMarker
from kt1desk.store.verify import verify
from tests.support.cases import grant_legs, take_case_in
from tests.support.clocks import HandClock
from tests.support.journals import DEK, accept_in, begin, make, reopen
from tests.support.tree import ROOT


def pragma(store: DeskStore, name: str) -> object:
    with store.transaction() as connection:
        row = connection.execute(f"PRAGMA {name}").fetchone()
    return row[0] if row else None


def rows_of(store: DeskStore, table: str) -> list[tuple[Any, ...]]:
    with store.transaction() as connection:
        return connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def accept_and_fail(journal: BulkJournal) -> None:
    with journal.work() as work:
        accept_in(work)
        raise ZeroDivisionError


def accept_in_bulk_and_fail(store: DeskStore) -> None:
    with bulk(store) as journal:
        with journal.work() as work:
            accept_in(work)
            work.commit()
        raise ZeroDivisionError


def test_papers_that_nobody_waits_for_count_as_printed_when_they_are_said_to(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)

    with bulk(store, units=2) as journal:
        for _ in range(3):
            with journal.work() as work:
                accept_in(work)
                work.commit()
        journal.papers_out()
        with journal.work() as work:
            last = accept_in(work)
            work.commit()

    with store.read() as reader:
        states = {paper.item: paper.state for paper in reader.papers()}
    assert states.pop(str(last.body()["item"])) == "queued"
    assert set(states.values()) == {"done"}


def test_what_is_made_in_bulk_is_byte_for_byte_what_is_made_one_by_one(tmp_path: Path) -> None:
    stores = [make(tmp_path / name) for name in ("slow", "fast")]
    for store in stores:
        begin(store)
        grant_legs(store)
    slow, fast = stores

    for at in range(70):
        with slow.work() as work:
            accept_in(work, secret=at % 3 == 0)
            take_case_in(work)
            work.commit()
    with bulk(fast, units=8) as journal:
        for at in range(70):
            with journal.work() as work:
                accept_in(work, secret=at % 3 == 0)
                take_case_in(work)
                work.commit()

    for table in ("event", "item", "dossier", "cover", "case_event", "print_job"):
        assert rows_of(fast, table) == rows_of(slow, table)
    assert (
        fast.heads() == slow.heads()
    )  # and so are the rows beside the events: their hashes stand in the bodies
    assert verify(fast).ok


def test_afterwards_the_disk_is_waited_for_again_and_the_marker_knows_the_last_event(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)
    usual = pragma(store, "synchronous")

    with bulk(store) as journal:
        for _ in range(5):
            with journal.work() as work:
                accept_in(work)
                work.commit()

    assert pragma(store, "synchronous") == usual == 2
    assert HeadMarker(DataFolder(tmp_path).marker).read() == store.heads()
    assert DataFolder(tmp_path).database.with_name("desk.db-wal").stat().st_size == 0
    with pytest.raises(DeskError, match=r"store\.forbidden"), store.transaction() as connection:
        connection.execute("PRAGMA synchronous=OFF")
    store.close()
    assert verify(reopen(tmp_path)).ok


@pytest.mark.parametrize("fault", ["left", "refused", "error"])
def test_a_unit_that_is_not_committed_is_undone_alone(tmp_path: Path, fault: str) -> None:
    store = make(tmp_path)
    begin(store)

    with bulk(store) as journal:
        with journal.work() as work:
            kept = accept_in(work)
            work.commit()
        if fault == "left":
            with journal.work() as work:
                accept_in(work)
        elif fault == "refused":
            with journal.work() as work, pytest.raises(DeskError, match=r"number\.used"):
                accept_in(work, str(kept.body()["item"]))
        else:
            with pytest.raises(ZeroDivisionError):
                accept_and_fail(journal)
        with journal.work() as work:
            after = accept_in(work)
            work.commit()

    assert after.id.seq == kept.id.seq + 1
    with store.read() as reader:
        assert [row.item for row in reader.items_here(9)] == [after.body()["item"], kept.body()["item"]]
    assert verify(store).ok


def test_what_was_done_before_an_error_stays(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)

    with pytest.raises(ZeroDivisionError):
        accept_in_bulk_and_fail(store)

    assert pragma(store, "synchronous") == 2
    with store.read() as reader:
        assert len(reader.items_here(9)) == 1
    assert verify(store).ok


def test_a_unit_sees_what_the_ones_before_it_did_and_nobody_else_comes_to_the_store(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)

    with bulk(store) as journal, journal.work() as work:
        accept_in(work)
        work.commit()
        with journal.read() as reader:
            assert len(reader.items_here(9)) == 1
        for door in (store.work, store.transaction, journal.work):
            with pytest.raises(DeskError, match=r"store\.busy"), door():
                pass


def test_a_desk_that_takes_in_real_items_is_refused(tmp_path: Path) -> None:
    empty = make(tmp_path / "empty")
    real = DeskStore.create(DataFolder(tmp_path / "real"), DEK, HandClock(), random.Random(1).randbytes, 7)
    with real.work() as work:
        work.append(DeskOpened("LS01", "production", work.public_key(), "0.1.0"), Appending("system"))
        work.commit()

    for store in (empty, real):
        with pytest.raises(DeskError, match=r"sample\.not_trial"), bulk(store):
            pass
        assert pragma(store, "synchronous") == 2


CHILD = """
import os, sys
from pathlib import Path
from tests.support.journals import accept_in, begin, make
from kt1desk.store.bulk import BulkJournal, bulk

store = make(Path(sys.argv[1]))
begin(store)
with bulk(store, units=10) as journal:
    for at in range(35):
        with journal.work() as work:
            accept_in(work)
            work.commit()
    os._exit(9)
"""


def test_a_program_that_dies_in_the_middle_leaves_whole_units_up_to_the_last_commit(tmp_path: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(CHILD), str(tmp_path)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )

    store = reopen(tmp_path)

    assert child.returncode == 9
    with store.read() as reader:
        assert len(reader.items_here(99)) == 30
    assert verify(store).ok


def test_a_number_is_used_once_across_units(tmp_path: Path) -> None:
    store = make(tmp_path)
    begin(store)

    with bulk(store, units=2) as journal:
        given = []
        for _ in range(6):
            with journal.work() as work:
                given.append(work.take_number())
                work.append(NumberVoided(given[-1], "spoilt"), Appending("lan"))
                work.commit()

    assert len(set(given)) == 6
    assert verify(store).ok
