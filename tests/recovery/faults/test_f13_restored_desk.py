"""Fault 13: the desk's file is copied, the desk goes on, and the copy is put back: with the line up, after selling offline, or both."""

from __future__ import annotations

from pathlib import Path

import pytest

from kt1desk.domain.desk_file import Transport
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Stream
from kt1desk.domain.facts import NumbersSkipped
from kt1desk.domain.facts.restored import Cause
from kt1desk.exchange.policy import ways_of
from kt1desk.recovery.restoring import Comparing, is_settled, reason_to_bar
from kt1desk.services.ports import Appending
from kt1desk.store import incarnations
from kt1desk.store.incarnations import Renewal
from kt1desk.store.verify import verify
from tests.support.gate_model import GateModel
from tests.support.journals import FIRST_SERIAL
from tests.support.restoring import (
    DEVICE,
    Seller,
    accepted,
    events_at,
    gate_of,
    ours,
    seller,
    start_again_elsewhere,
)


def assert_whole(desk: Seller, gate: GateModel) -> None:
    """No number twice, every receipt found, every event at the gate once its register may go there again, the books proved."""
    desk.allow()
    report = desk.push(gate)
    assert reason_to_bar(report) == ""
    assert report.unsent == 0
    here, there = ours(desk), events_at(gate, desk)
    assert sorted(event.id for event in there) == sorted(event.id for event in here)
    assert {event.hash for event in there} == {event.hash for event in here}
    assert not [number for number, count in accepted(here).items() if count > 1]
    for _, digits in desk.receipts:
        assert desk.found_by_receipt(digits)
    assert verify(desk.store).ok


def test_with_the_line_up_the_lost_events_come_back_from_the_centre(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(4, secret=True)
    desk.push(gate)

    desk.put_back(copy)
    desk.start_unchecked()
    done = desk.bring_together(gate)
    desk.sell(2)

    assert done.came_back == 8
    assert done.renamed == ()
    assert done.begun is not None
    assert done.begun.incarnation == 2
    assert done.begun.skipped == ()
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 9


def test_what_was_never_sent_is_lost_and_its_numbers_are_passed_over(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(4)
    desk.push(gate)
    lost = {number for number, _ in [(event.body()["item"], 0) for event in desk.sell(2)]}
    del desk.receipts[-2:]

    desk.put_back(copy)
    desk.start_unchecked()
    desk.bring_together(gate)
    desk.sell(10)

    assert not lost & set(accepted(ours(desk)))
    assert_whole(desk, gate)


def test_offline_it_begins_a_later_incarnation_before_the_first_sale(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    lost = {str(event.body()["item"]) for event in desk.sell(4)}
    desk.push(gate)

    desk.put_back(copy)
    with pytest.raises(DeskError, match=r"store\.records_missing"):
        desk.start()
    desk.start_restored()
    sold = desk.sell(5)

    assert {event.id.incarnation for event in sold} == {2}
    assert not lost & {str(event.body()["item"]) for event in sold}
    assert verify(desk.store).ok


def test_after_offline_sales_the_lost_events_come_back_behind_them(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(4)
    desk.push(gate)
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(5)

    done = desk.bring_together(gate)
    desk.sell(2)

    assert done.came_back == 8
    assert done.renamed == ()
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 14


def test_sales_that_nobody_heard_of_before_the_copy_arrive_too(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    desk.sell(2)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(1)
    desk.receipts.pop()
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(2)

    before = ours(desk)

    brought = desk.settle_alone(gate)

    assert brought.rewritten is None
    assert not is_settled(desk.line.notes, 2)
    assert_whole(desk, gate)
    assert {event.hash for event in before} < {event.hash for event in events_at(gate, desk)}
    assert len(accepted(ours(desk))) == 7
    desk.settle_alone(gate)
    assert is_settled(desk.line.notes, 2)


def test_a_desk_that_went_on_offline_settles_by_itself_in_the_name_of_whoever_let_it_go_on(
    tmp_path: Path,
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(4)
    desk.push(gate)
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(2)

    brought = desk.settle_alone(gate)

    assert brought.rewritten is not None
    assert brought.rewritten.begun is None
    assert brought.rewritten.came_back == 8
    assert is_settled(desk.line.notes, 2)
    assert_whole(desk, gate)


def test_a_desk_that_another_life_overtook_settles_nothing_by_itself_and_writes_no_more(
    tmp_path: Path,
) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(1)
    desk.push(gate)
    start_again_elsewhere(desk, gate, tmp_path / "other")
    incarnations.begin(desk.store, Renewal(Cause.COPIED, "ha.hoang"))

    brought = desk.settle_alone(gate)

    assert brought.findings.cause is Cause.FORK
    with pytest.raises(DeskError, match=r"desk\.read_only"):
        desk.allow()


def test_no_approval_outlives_a_restore_and_none_comes_back_with_a_branch(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk", allowed=False)
    desk.sell(2)
    desk.push(gate)
    image = desk.copy(tmp_path / "image.db", marker=True)
    with desk.store.work() as work:
        work.append(
            NumbersSkipped("ME", FIRST_SERIAL + 2, FIRST_SERIAL + 2, "older_copy"), Appending("ha.hoang")
        )
        work.commit()
    desk.allow()
    desk.push(gate)
    desk.put_back(image, marker=True)
    desk.start()
    desk.allow()

    done = desk.bring_together(gate)

    with desk.store.read() as reader:
        assert Transport.NETWORK not in ways_of(reader, Stream.KT1)
        assert reader.kt1_line() is None
    assert [row.why for row in done.not_reissued] == ["restore.allow_again"]


def test_an_image_with_its_marker_that_sold_is_a_fork_and_its_branch_is_written_again(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(3)
    desk.push(gate)
    image = desk.copy(tmp_path / "image.db", marker=True)
    lost = desk.sell(2)
    desk.push(gate)
    desk.put_back(image, marker=True)
    desk.start()
    twice = desk.sell(2)
    third = desk.sell(1, secret=True)[0]

    assert reason_to_bar(desk.push(gate)) == "fork"
    found = Comparing(gate.line(DEVICE), desk.line, desk.store).look()
    done = desk.bring_together(gate, numbers=(str(third.body()["item"]),))
    desk.sell(2)

    assert found.cause is Cause.FORK
    assert done.came_back == 4
    assert [row.why for row in done.not_reissued] == ["number.used", "number.used"]
    assert [event.body()["item"] for event in twice] == [event.body()["item"] for event in lost]
    now = next(row.now for row in done.renamed if row.was_hash == third.hash.hex())
    assert desk.found_by_receipt(third.proof)[0].now == now
    assert_whole(desk, gate)
    assert list(desk.folder.database.parent.glob("forked-*.db"))


def test_both_times_restored_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(2)
    desk.push(gate)
    copy = desk.copy(tmp_path / "copy.db")
    desk.sell(2)
    desk.push(gate)
    desk.put_back(copy)
    desk.start_restored()
    desk.sell(2)
    desk.bring_together(gate)
    desk.allow()
    desk.push(gate)
    desk.sell(2)
    desk.push(gate)

    desk.put_back(copy)
    desk.start_unchecked()
    done = desk.bring_together(gate)
    desk.sell(1)

    assert done.begun is not None
    assert done.begun.incarnation >= 3
    assert_whole(desk, gate)
    assert len(accepted(ours(desk))) == 9
