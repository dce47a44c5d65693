"""Restored without the centre, and the line comes up while somebody works: what both lives sold reaches the centre once, settled or not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kt1desk.domain.events import Stream
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.round_report import Ending
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from tests.support.restoring import accepted, digits_of, events_at, gate_of, ours, seller


@pytest.mark.parametrize("settles", [False, True])
@pytest.mark.parametrize("lost", [0, 2])
def test_sales_before_and_after_a_restore_reach_the_centre_once(
    tmp_path: Path, *, settles: bool, lost: int
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    unsent = desk.sell(3)
    copy = desk.copy(tmp_path / "copy.db")
    gone = desk.sell(lost)
    desk.put_back(copy)
    if lost:
        desk.start_restored()
    else:
        desk.start()
        incarnations.begin(desk.store, Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 0)))
    desk.allow()
    after = desk.sell(2)

    if settles:
        desk.settle_alone(gate)
        desk.allow()
    first, then = desk.push(gate), desk.push(gate)

    there, here = events_at(gate, desk), ours(desk)
    assert (first.ended, then.ended, then.unsent) == (Ending.DONE, Ending.DONE, 0)
    assert {event.hash for event in there} == {event.hash for event in here}
    assert len(there) == len(here)
    assert max(Counter(event.id for event in there).values()) == 1
    sold = Counter(str(event.body()["item"]) for event in (*unsent, *after))
    assert sold.items() <= accepted(there).items()
    assert not {str(event.body()["item"]) for event in gone} & set(accepted(there))
    assert max(accepted(there).values()) == 1


@pytest.mark.parametrize("settles_first", [True, False])
def test_what_a_copy_sold_before_its_restore_is_there_once_whether_the_line_or_the_log_in_came_first(
    tmp_path: Path, *, settles_first: bool
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    image = desk.copy(tmp_path / "image.db", marker=True)
    desk.sell(1)
    desk.push(gate)
    desk.put_back(image, marker=True)
    desk.start()
    branch = desk.sell(3)
    incarnations.begin(desk.store, Renewal(Cause.COPIED, "ha.hoang", missing=dict.fromkeys(Stream, 1)))
    desk.allow()
    after = desk.sell(2)

    if not settles_first:
        assert desk.push(gate).ended is Ending.DONE
        desk.clock.pass_ms(60_000)
    desk.settle_alone(gate)
    desk.allow()
    assert desk.push(gate).unsent == 0

    there = events_at(gate, desk)
    # the first of the copy had the number of the sale that it did not know; a person looks at that one, the others are there again
    told = {
        digits_of(event): [row.now != "" for row in desk.found_by_receipt(digits_of(event))]
        for event in branch
    }
    assert list(told.values()) == [[False], [True], [True]]
    sold = Counter(str(event.body()["item"]) for event in (*branch, *after))
    assert sold.items() <= accepted(there).items()
    assert max(accepted(there).values()) == 1
    assert {event.hash for event in there} == {event.hash for event in ours(desk)}
