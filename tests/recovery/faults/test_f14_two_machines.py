"""Fault 14, at the desk: whoever is not believed by the gate writes nothing, and goes on only in a later incarnation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.courier import Courier
from kt1desk.recovery.bringing_back import bring_together_in_memory
from kt1desk.recovery.restoring import Approval, reason_to_bar
from kt1desk.store import incarnations
from kt1desk.store.journal import in_memory
from kt1desk.store.verify import verify
from tests.recovery.faults.test_f13_restored_desk import assert_whole
from tests.support.restoring import DEVICE, NoMail, gate_of, seller


def test_the_second_of_two_machines_is_shut_and_the_supervisor_lets_it_go_on(tmp_path: Path) -> None:
    gate, first = gate_of(), seller(tmp_path / "first")
    first.sell(2)
    first.push(gate)
    image = first.copy(tmp_path / "image.db", marker=True)
    first.push(gate)
    first.push(gate)
    first.put_back(image, marker=True)
    first.start()

    reason = reason_to_bar(first.push(gate))
    incarnations.bar(first.store, reason)
    with pytest.raises(DeskError, match=r"desk\.read_only"):
        first.sell()
    first.bring_together(gate, numbers=(first.receipts[-1][0],))
    first.sell(2)

    assert reason == "token"
    assert_whole(first, gate)


def test_another_machine_is_told_nothing_and_shut(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk")
    desk.sell(1)
    desk.push(gate)
    elsewhere = replace(desk.line, hardware=bytes(16))

    report = Courier(gate.line(DEVICE), elsewhere, NoMail()).round()

    assert reason_to_bar(report) == "hardware"


def test_a_desk_in_memory_is_brought_together_like_one_on_a_disk(tmp_path: Path) -> None:
    gate, desk = gate_of(), seller(tmp_path / "desk", on_disk=False)
    desk.sell(2)
    desk.push(gate)
    outside = (desk.clock, bytes)
    with desk.store.held() as held:
        older = in_memory(*outside, like=held.connection)
    desk.sell(3)
    desk.push(gate)
    last = desk.receipts[-1][0]

    brought = bring_together_in_memory(
        older, outside, gate.line(DEVICE), desk.line_of, Approval("ha.hoang", (last,))
    )

    assert brought.rewritten is not None
    assert brought.rewritten.came_back == 6
    assert verify(brought.store).ok
