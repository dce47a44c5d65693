"""Fault 4: the gate kept the frame, and its answer is lost."""

from __future__ import annotations

from kt1desk.exchange.round_report import Ending
from tests.support.line_bench import LineBench


def test_a_desk_that_waited_in_vain_asks_shows_its_old_token_and_learns_that_the_frame_is_there(
    bench: LineBench,
) -> None:
    line = bench.line(answer_s=0.3)
    bench.round(line)
    token = bench.state.token
    bench.write(3)
    bench.proxy.deafen()

    lost = bench.round(line)
    kept = len(bench.frames())
    healed = bench.round(line)

    assert (lost.ended, lost.problem.code if lost.problem else "") == (Ending.LATER, "line.timeout")
    assert (lost.unsent, kept) == (3, 2)
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)
    assert sum(each.bytes_sent for each in healed.streams) == 0
    assert bench.state.token != token


def test_a_desk_that_died_waiting_sends_the_frame_once_more_and_it_is_there_once(bench: LineBench) -> None:
    line = bench.line(answer_s=0.3)
    bench.round(line)
    remembered = bench.state
    bench.write(3)
    bench.proxy.deafen()
    bench.round(line)
    bench.remember(remembered)

    healed = bench.round()

    kt1 = healed.streams[0]
    assert (kt1.kept, kt1.again, kt1.unsent) == (0, 1, 0)
    assert len(bench.frames()) == 2
    assert bench.all_arrived()


def test_the_token_of_a_lost_answer_is_not_waited_for_however_often_it_happens(bench: LineBench) -> None:
    bench.round()
    for _ in range(4):
        line = bench.line(answer_s=0.3)
        assert bench.round(line).ended is Ending.DONE
        bench.proxy.deafen()
        assert bench.round(line).ended is Ending.LATER

    assert bench.round().ended is Ending.DONE
