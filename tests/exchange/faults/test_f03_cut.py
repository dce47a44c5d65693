"""Fault 3: the line is cut after any byte, going there or coming back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from kt1desk.domain.events import Stream
from kt1desk.exchange.round_report import Ending
from tests.support.line_bench import LineBench, Script
from tests.support.line_proxy import Weather

EVENTS = 900
SLACK = 200
"""The sizes of handshakes differ by some bytes from one connection to the next (signatures, tickets)."""


@dataclass(frozen=True)
class _Whole:
    """A conversation that was not cut: bytes each way, and how many had gone by when each frame of KT1, or its answer, was there."""

    up: int
    down: int
    frame_ends: Sequence[int]
    answer_ends: Sequence[int]


def _whole(bench: LineBench) -> _Whole:
    """KT1 goes first and the counter's only frame last, so where each frame ends is known from the end of all; answers are of one size."""
    line = bench.line()
    bench.round(line)
    up, down = bench.proxy.counted.up, bench.proxy.counted.down
    bench.round(line)
    answer = bench.proxy.counted.down - down
    line.close()
    sizes = [len(data) for stream in Stream for data in bench.frames(stream)]
    frames = range(len(bench.frames()))
    ends = [up - sum(sizes[at + 1 :]) for at in frames]
    return _Whole(up, down, ends, [down - answer * (len(sizes) - 1 - at) for at in frames])


def _cut_and_heal(bench: LineBench, whole: _Whole, script: Script) -> None:
    bench.forget()
    bench.proxy.scripts.append(script)

    cut = bench.round()
    bench.until_alone()
    there = len(bench.frames())
    healed = bench.round()

    fully_sent = sum(end + SLACK <= (script.cut_up or 0) for end in whole.frame_ends)
    answered = sum(end + SLACK <= (script.cut_down or 0) for end in whole.answer_ends)
    assert cut.ended is Ending.LATER
    assert there >= max(fully_sent, answered)
    assert there >= cut.streams[0].kept >= answered
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)
    assert sum(each.again for each in healed.streams) <= 1
    assert there + healed.streams[0].kept == len(whole.frame_ends)
    assert bench.all_arrived()


def _sweep(bench: LineBench, steps: int) -> None:
    # frames come one by one, as over a line that is slower than the server
    bench.proxy.weather = Weather(bytes_per_s=300_000)
    bench.write(EVENTS)
    whole = _whole(bench)
    assert len(whole.frame_ends) >= 4
    for k in range(1, whole.up - SLACK, max(1, whole.up // steps)):
        _cut_and_heal(bench, whole, Script(cut_up=k))
    for k in range(1, whole.down - SLACK, max(1, 2 * whole.down // steps)):
        _cut_and_heal(bench, whole, Script(cut_down=k))


def test_a_cut_at_any_byte_leaves_at_the_gate_what_was_fully_sent_and_costs_one_frame_at_most(
    bench: LineBench,
) -> None:
    _sweep(bench, 10)


@pytest.mark.soak
def test_a_cut_at_each_of_a_thousand_bytes_leaves_what_was_fully_sent(bench: LineBench) -> None:
    _sweep(bench, 700)
