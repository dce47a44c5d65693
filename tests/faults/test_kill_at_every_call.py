"""kill -9 at every write and sync call of an acceptance, and of what else a clerk does: nothing receipted is lost or doubled."""

from __future__ import annotations

import shutil
from collections import Counter as Tally
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.services.rows import ItemRow
from kt1desk.store.folder import DataFolder
from kt1desk.store.key_format import LEAST_MEMORY_KIB, Cost
from kt1desk.store.keys import KeyRing
from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import FIRST_RUN, PASSWORD, opened
from tests.faults.sweep import Run, Worker, calls_made, killed_at_each, worker
from tests.support.clocks import HandClock
from tests.support.desks import Counter, counter
from tests.support.furnished import DEK
from tests.support.killing import STRACE

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

A_PAIR_OF_PAPERS = Tally({"label": 1, "receipt": 1})


@dataclass(frozen=True)
class Before:
    """The folder that each run starts from, and what stood in its books."""

    folder: Path
    events: int
    items: frozenset[str]


@pytest.fixture(scope="module")
def loaded() -> Iterator[Worker]:
    with worker() as program:
        yield program


@pytest.fixture(scope="module")
def with_an_empty_log(tmp_path_factory: pytest.TempPathFactory) -> Before:
    """A desk with an open shift that was closed in order: the task writes the first frames of a new log."""
    with counter(tmp_path_factory.mktemp("closed")) as desk:
        desk.open_shift()
        return _seen(desk, desk.folder.root)


@pytest.fixture(scope="module")
def with_a_log(tmp_path_factory: pytest.TempPathFactory) -> Before:
    """A desk that was at work when its power went: the last acceptance stands in the log only."""
    root = tmp_path_factory.mktemp("working")
    with counter(root) as desk:
        desk.open_shift()
        desk.accept()
        shutil.copytree(desk.folder.root, root / "left")
        return _seen(desk, root / "left")


@contextmanager
def _reopened(folder: Path) -> Iterator[Counter]:
    desk = opened(folder, DEK)
    try:
        yield desk
    finally:
        desk.store.close()


def _seen(desk: Counter, folder: Path) -> Before:
    with desk.store.read() as reader:
        return Before(folder, reader.event_count(), frozenset(row.item for row in _items(desk)))


def _items(desk: Counter) -> list[ItemRow]:
    with desk.store.read() as reader:
        shift = reader.open_shift()
        return list(reader.items_of_shift(shift.shift, 1_000)) if shift is not None else []


def _fresh(before: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(before, to)
    return to


def _check_books(desk: Counter, before: Before, run: Run) -> set[str]:
    """What must hold after any death; returns the items that are there now and were not before."""
    report = verify(desk.store)
    items = [row.item for row in _items(desk)]
    new = set(items) - before.items

    assert report.ok, (run, report)
    assert len(set(items)) == len(items), run
    assert before.items | set(run.receipts) <= set(items), run
    assert len(new - set(run.receipts)) <= 1, run
    return new


def _check_whole(desk: Counter, before: Before, new: set[str], events_each: int, run: Run) -> None:
    """Each item that is there has its events and both papers, and there are no others."""
    papers = {item: Tally(paper.role for paper in desk.papers_of(item)) for item in before.items | new}
    with desk.store.read() as reader:
        events = reader.event_count()
        shift = reader.open_shift()

    assert all(found == A_PAIR_OF_PAPERS for found in papers.values()), run
    assert len(desk.papers_of()) == 2 * len(papers), run
    assert events == before.events + events_each * len(new), run
    assert shift is not None
    assert shift.items == len(papers), run
    charged = [row.charge.total_dong for row in _items(desk) if row.charge and row.payment == "cash"]
    assert shift.cash_dong == sum(charged), run


def _sweep(loaded: Worker, task: str, before: Before, tmp_path: Path, events_each: int) -> list[Run]:
    """Kill the task at each of its calls and look at the desk after each death, then accept one more item there."""
    root = tmp_path / "desk"
    calls = calls_made(loaded, task, _fresh(before.folder, root))
    runs: list[Run] = []
    _fresh(before.folder, root)
    for run in killed_at_each(loaded, task, root, tuple(calls)):
        with _reopened(root) as desk:
            new = _check_books(desk, before, run)
            _check_whole(desk, before, new, events_each, run)
            following = desk.accept().item
            assert following not in before.items | new, run
            assert [row.item for row in _items(desk)].count(following) == 1
        runs.append(run)
        _fresh(before.folder, root)

    assert Tally(run.death.call for run in runs if run.killed) == calls  # every call of it was died at
    return runs


def test_an_item_for_cash_killed_at_every_call_is_there_whole_or_not_at_all(
    loaded: Worker, with_an_empty_log: Before, tmp_path: Path
) -> None:
    """The cash stands in the counter's stream, the item in the KT1 stream: both or neither."""
    runs = _sweep(loaded, "accept for cash", with_an_empty_log, tmp_path, events_each=2)

    survived = {run.receipts for run in runs if not run.killed}
    assert survived == {("MX000000014VN",)}
    assert all(run.receipts == () for run in runs if run.killed)  # the receipt is the last call of all


def test_a_c_item_killed_at_every_call_is_there_whole_or_not_at_all(
    loaded: Worker, with_a_log: Before, tmp_path: Path
) -> None:
    """After a power cut: the log of the run before is read back, then written on."""
    runs = _sweep(loaded, "accept a C item", with_a_log, tmp_path, events_each=1)

    assert {run.receipts for run in runs if not run.killed} == {("MX000000028VN",)}
    assert len([run for run in runs if run.killed]) > 20


def test_a_receipt_that_comes_before_the_commit_is_found_by_the_same_kills(
    loaded: Worker, with_an_empty_log: Before, tmp_path: Path
) -> None:
    """The order turned round on purpose: these kills must see it, or they prove nothing."""
    root = _fresh(with_an_empty_log.folder, tmp_path / "desk")

    lost = 0
    for run in killed_at_each(loaded, "receipt before commit", root, ("fsync",)):
        with _reopened(root) as desk:
            lost += not set(run.receipts) <= {row.item for row in _items(desk)}
        _fresh(with_an_empty_log.folder, root)

    assert (
        lost == 2
    )  # at the syncs of the log's header and of the folder; at the third all frames are written


@pytest.mark.soak
def test_an_afternoon_killed_at_every_call_keeps_what_was_receipted(
    loaded: Worker, with_a_log: Before, tmp_path: Path
) -> None:
    """Three acceptances and the end of the program, which moves the log into the database."""
    runs = _sweep(loaded, "accept three and end", with_a_log, tmp_path, events_each=1)

    assert {len(run.receipts) for run in runs if run.killed} == {0, 1, 2, 3}
    assert {run.death.call for run in runs} >= {"ftruncate", "unlink"}


@pytest.mark.soak
def test_a_shift_opening_killed_at_every_call_opens_one_shift_or_none(
    loaded: Worker, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    with counter(tmp_path_factory.mktemp("morning")) as desk:
        before = _seen(desk, desk.folder.root)
    root = _fresh(before.folder, tmp_path / "desk")
    calls = calls_made(loaded, "open a shift", root)

    shifts: list[str | None] = []
    _fresh(before.folder, root)
    for run in killed_at_each(loaded, "open a shift", root, tuple(calls)):
        with _reopened(root) as desk:
            _check_books(desk, before, Run(run.death, ()))
            there = desk.shifts.current()
            assert there is not None or run.receipts == (), run
            shifts.append(there.shift if there else None)
            if there is None:
                desk.open_shift()
            assert desk.accept().item == "MX000000014VN"
        _fresh(before.folder, root)

    assert set(shifts) == {None, shifts[-1]}
    assert len(shifts) == sum(calls.values()) + len(calls)


@pytest.mark.soak
def test_a_reprint_killed_at_every_call_is_one_more_paper_or_none(
    loaded: Worker, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    with counter(tmp_path_factory.mktemp("reprint")) as desk:
        desk.open_shift()
        item = desk.accept()
        desk.papers.cancel(desk.session(), item.label_job)
        before = _seen(desk, desk.folder.root)
    root = _fresh(before.folder, tmp_path / "desk")
    calls = calls_made(loaded, "reprint", root)

    copies: Tally[int] = Tally()
    _fresh(before.folder, root)
    for run in killed_at_each(loaded, "reprint", root, tuple(calls)):
        with _reopened(root) as desk:
            _check_books(desk, before, Run(run.death, ()))
            labels = [paper.copy for paper in desk.papers_of(item.item) if paper.role == "label"]
            assert sorted(labels) in ([1], [1, 2]), run
            assert len(labels) == 2 or run.receipts == (), run
            copies[len(labels)] += 1
        _fresh(before.folder, root)

    assert copies.keys() == {1, 2}


@pytest.mark.soak
def test_a_first_run_killed_at_every_call_leaves_a_desk_that_opens_or_one_that_is_begun_again(
    loaded: Worker, tmp_path: Path
) -> None:
    """Most calls make the schema; they are died at too."""
    empty = tmp_path / "empty"
    empty.mkdir()
    root = _fresh(empty, tmp_path / "desk")
    calls = calls_made(loaded, FIRST_RUN, root)

    whole: Tally[bool] = Tally()
    _fresh(empty, root)
    for run in killed_at_each(loaded, FIRST_RUN, root, tuple(calls)):
        folder = DataFolder(root)
        finished = folder.keys.exists()
        assert finished or run.receipts == (), run
        if not finished:
            killed, said = loaded.run(FIRST_RUN, root, "-e", "trace=none")
            assert not killed, run
            assert said == ("recovery", "code")
        ring = KeyRing(folder, HandClock(), Cost(memory_kib=LEAST_MEMORY_KIB))
        dek = ring.unlock("chief", PASSWORD)
        desk = opened(root, dek)
        assert verify(desk.store).ok, run
        desk.store.close()
        whole[finished] += 1
        _fresh(empty, root)

    assert whole[False] > whole[True] > 0
