"""Fault 11 at the desk: the disk does not confirm one write. That sale is refused or whole, the next one is made, nothing is lost.

Linux forgets what it could not write and says so once (fsync(2)); a program that only asks again is told that all is well. So the frames
of the log are written anew, and what was receipted is what a new start reads from the disk.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kt1desk.store.verify import verify
from tests.faults.children.desk_worker import opened
from tests.faults.sweep import Worker, calls_made, worker
from tests.support.desks import counter
from tests.support.furnished import DEK
from tests.support.killing import STRACE

pytestmark = pytest.mark.skipif(STRACE is None, reason="needs strace")

TASK = "accept again when refused"
SYNCS = ("fsync", "fdatasync")


@dataclass(frozen=True)
class Run:
    """One run: which sync failed, what was said."""

    failed: str
    receipts: tuple[str, ...]
    refusals: tuple[str, ...]
    items: tuple[str, ...]
    shift_items: int
    ok: bool


@pytest.fixture(scope="module")
def loaded() -> Iterator[Worker]:
    with worker() as program:
        yield program


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk with an open shift that was closed in order."""
    with counter(tmp_path_factory.mktemp("closed")) as desk:
        desk.open_shift()
        return desk.folder.root


def _run(loaded: Worker, root: Path, failed: str, *strace: str) -> Run:
    killed, said = loaded.run(TASK, root, "-o", "/dev/null", *strace)
    assert not killed
    again = opened(root, DEK)
    try:
        with again.store.read() as reader:
            shift = reader.open_shift()
            assert shift is not None
            items = tuple(sorted(row.item for row in reader.items_of_shift(shift.shift, 1_000)))
        ok = verify(again.store).ok
    finally:
        again.store.close()
    receipts = tuple(word for word in said if word.startswith("MX"))
    refusals = tuple(word for word in said if not word.startswith("MX"))
    return Run(failed, receipts, refusals, items, shift.items, ok)


def test_a_sync_that_fails_at_any_point_refuses_at_most_one_sale_and_everything_receipted_is_on_the_disk_once(
    loaded: Worker, shut: Path, tmp_path: Path
) -> None:
    root = tmp_path / "desk"
    shutil.copytree(shut, root)
    calls = calls_made(loaded, TASK, root, SYNCS)
    runs = []
    for call, most in calls.items():
        for number in range(1, most + 1):
            shutil.rmtree(root)
            shutil.copytree(shut, root)
            inject = ("-e", f"trace={call}", "-e", f"inject={call}:error=EIO:when={number}")
            runs.append(_run(loaded, root, f"{call} {number}", *inject))

    assert len(runs) > 4
    for run in runs:
        assert run.ok, run
        assert len(run.receipts) == len(set(run.receipts)) == 2, run
        assert set(run.receipts) <= set(run.items), run
        assert run.shift_items == len(run.items) == len(set(run.items)), run
        assert len(run.items) <= 2 + len(run.refusals), run
        assert set(run.refusals) <= {"disk.failed", "store.marker_behind"}, run
    assert any(run.refusals for run in runs)
