"""Faults 13 and 15 at once: the centre comes back from a backup, and so does the desk, from another day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.recovery.faults.test_f13_restored_desk import assert_whole
from tests.support.restoring import accepted, gate_of, ours, seller


@pytest.mark.parametrize("desk_first", [True, False])
def test_what_either_of_them_still_has_is_at_both_in_the_end(tmp_path: Path, desk_first: bool) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    held = copy = None
    for kind in ("desk", "centre") if desk_first else ("centre", "desk"):
        if kind == "desk":
            copy = desk.copy(tmp_path / "copy.db")
        else:
            held = gate.backup()
        desk.sell(2)
        desk.push(gate)
    assert copy is not None
    del desk.receipts[-2:]
    gate.restore(held)
    desk.put_back(copy)
    desk.start_unchecked()

    done = desk.bring_together(gate)
    desk.sell(1)

    assert done.begun is not None
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 5


def test_offline_the_desk_sells_on_and_later_both_have_all_of_it(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    held = gate.backup()
    desk.sell(2)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(2)
    desk.push(gate)
    del desk.receipts[-2:]
    gate.restore(held)
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(2)

    desk.push(gate)
    brought = desk.settle_alone(gate)

    assert brought.findings.cause is None
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 6
