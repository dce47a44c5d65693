"""Fault 7: a frame comes before the one before it."""

from __future__ import annotations

from dataclasses import replace

from kt1desk.domain.events import Stream
from kt1desk.exchange.frames import read_head
from kt1desk.exchange.gate_talk import Answer
from kt1desk.exchange.round_report import Ending
from tests.support.line_bench import LineBench
from tests.support.line_desks import Tapped, courier


def test_the_gate_names_where_to_go_on_and_the_desk_does(bench: LineBench) -> None:
    bench.write(900)
    tapped = Tapped(bench.line())
    courier(tapped, bench.desk).round()
    kt1 = [ask for ask in tapped.asks if ask.frame is not None and ask.frame[6] == Stream.KT1]
    bench.forget()

    first, third, second = bench.line().talk([replace(kt1[at], token=bytes(16)) for at in (0, 2, 1)])

    assert [first.answer, third.answer, second.answer] == [Answer.OK, Answer.GAP, Answer.OK]
    assert third.places[Stream.KT1].mark == read_head(kt1[0].frame or b"").mark
    assert second.places[Stream.KT1].mark.number == 2


def test_a_desk_that_believes_too_much_sends_what_the_gate_misses(bench: LineBench) -> None:
    bench.write(900)
    bench.round()
    with bench.cluster.admin("gate") as admin:
        admin.execute("DELETE FROM gate.frame_in WHERE stream = 1 AND number > 1")
        head = read_head(bench.frames()[0])
        admin.execute("UPDATE gate.chain SET number = 1, hash = %s WHERE stream = 1", (head.hash,))
    bench.write(300, start=900)

    report = bench.round()

    assert (report.ended, report.unsent) == (Ending.DONE, 0)
    assert bench.all_arrived()
