"""kill -9 at every write and sync call of accepting a dossier that lay aside: it is accepted, or it lies aside still."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kt1desk.services.parking import Aside
from kt1desk.store.drafts import ParkedDrafts
from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import opened
from tests.faults.sweep import Run, calls_made, killed_at_each, worker
from tests.support.desks import Counter, counter
from tests.support.dossiers import ordinary_dossier
from tests.support.furnished import DEK
from tests.support.killing import STRACE

pytestmark = [pytest.mark.soak, pytest.mark.skipif(STRACE is None, reason="needs strace")]

TASK = "accept what lies aside"


def test_a_dossier_that_lay_aside_is_accepted_or_lies_there_still_wherever_the_power_went(
    tmp_path: Path,
) -> None:
    with counter(tmp_path / "before") as desk:
        desk.open_shift()
        clerk = desk.session()
        _aside(desk).park_dossier(clerk, ordinary_dossier())
        left = _aside(desk).park_dossier(clerk, ordinary_dossier())
        before = desk.folder.root
    root = tmp_path / "desk"

    seen: list[tuple[Run, list[str], list[int]]] = []
    with worker() as program:
        calls = calls_made(program, TASK, _fresh(before, root))
        _fresh(before, root)
        for run in killed_at_each(program, TASK, root, tuple(calls)):
            seen.append((run, *_found(root)))
            _fresh(before, root)

    for run, cases, aside in seen:
        assert (len(cases), aside) in ((1, [left]), (0, [left, left - 1])), run
        assert cases or not run.receipts, run
    assert {len(cases) for run, cases, _ in seen if run.killed} == {0, 1}
    assert len(seen) == sum(calls.values()) + len(calls)


def _found(root: Path) -> tuple[list[str], list[int]]:
    """The cases of the desk and what lies aside, once its books are proved."""
    desk = opened(root, DEK)
    try:
        assert verify(desk.store).ok
        with desk.store.read() as reader:
            cases = [row.dossier for row in reader.dossiers_here(10)]
        return cases, [row.parked for row in _aside(desk).dossiers(desk.session())]
    finally:
        desk.store.close()


def _aside(desk: Counter) -> Aside:
    return Aside(ParkedDrafts(desk.store, desk.clock), desk.store, desk.clock)


def _fresh(before: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(before, to)
    return to
