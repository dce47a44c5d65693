"""The ledger goes on where it stopped, also where it was cut off in the middle of a line."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.ledger import Entry, Ledger


def _entry(seed: int) -> Entry:
    return Entry(seed, 53, 8.0, on_disk=False, trace="00ff", events=7, cpu_s=1.5, violations=("one",))


def test_each_lane_goes_on_with_its_own_next_seed(tmp_path: Path) -> None:
    first, second = (Ledger(tmp_path, lane, 2) for lane in range(2))

    first.add(_entry(0))
    first.add(_entry(2))
    second.add(_entry(1))

    assert [Ledger(tmp_path, lane, 2).next_seed() for lane in range(2)] == [4, 3]
    assert Ledger(tmp_path, 0, 2).entries() == [_entry(0), _entry(2)]


def test_a_line_that_was_cut_off_is_run_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, 0, 1)
    ledger.add(_entry(0))
    ledger.add(_entry(1))
    (path,) = tmp_path.iterdir()
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")

    seed = ledger.next_seed()
    ledger.add(_entry(seed))

    assert seed == 1
    assert ledger.entries() == [_entry(0), _entry(1)]
