"""Fault 29: each call over the network fails once; then the line heals, and nobody writes anything. The outbox empties by itself."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from kt1desk.domain.events import Stream
from kt1desk.exchange.courier import Courier
from kt1desk.exchange.pacing import Pacing
from kt1desk.exchange.round_report import Ending, RoundReport
from tests.support.clocks import HandClock
from tests.support.exchange_keys import COMMUNE_POINT, seeded
from tests.support.gate_model import GateModel
from tests.support.line_bench import DEVICE, LineBench, Script, until
from tests.support.line_desks import LetterBox, Tapped, courier, letter, letter_hash

HEALED_WITHIN_MS = 60_000
TURNS = 8
"""TLS, login and questions: how often a desk speaks after the server in the longest conversation here, and some more."""


def _until_empty(
    clock: HandClock, one: Courier, settle: Callable[[], None] = lambda: None
) -> tuple[list[RoundReport], int]:
    """Rounds whenever the timer says so, and nothing else; how long it took. ``settle`` waits for what the hand clock does not."""
    chance, begun = random.Random(29).random, clock.monotonic_ms()
    pacing = Pacing(begun)
    reports: list[RoundReport] = []
    while not reports or reports[-1].unsent or reports[-1].mail.left or reports[-1].ended is not Ending.DONE:
        clock.pass_ms(pacing.wait_ms(clock.monotonic_ms()))
        settle()
        assert clock.monotonic_ms() - begun <= HEALED_WITHIN_MS
        reports.append(one.round())
        now = clock.monotonic_ms()
        well = reports[-1].ended is Ending.DONE
        pacing = pacing.went_well(now, chance) if well else pacing.failed(now, chance)
    return reports, clock.monotonic_ms() - begun


@pytest.mark.parametrize("turn", range(1, TURNS + 1))
def test_whichever_turn_on_the_line_fails_once_the_outbox_empties_with_nothing_written(
    bench: LineBench, turn: int
) -> None:
    bench.write(600)
    bench.proxy.scripts.append(Script(cut_turn=turn))

    line = bench.line()
    reports, _ = _until_empty(bench.desk.clock, bench.courier(line))

    assert reports[-1].unsent == 0
    assert bench.all_arrived()


def test_a_refused_a_frozen_a_cut_and_a_deaf_connection_in_a_row_only_delay(bench: LineBench) -> None:
    bench.write(600)
    bench.proxy.scripts += [
        Script(refused=True),
        Script(frozen_after=4_200),
        Script(cut_up=5_000),
        Script(deaf_after=1_500),  # connected and greeted, which takes some 1,360 bytes; no answer comes
    ]

    def one_frozen() -> None:
        until(lambda: bench.sessions() <= 1)

    one = bench.courier(bench.line(connect_s=1, answer_s=0.3))
    reports, _ = _until_empty(bench.desk.clock, one, one_frozen)

    assert [each.ended for each in reports] == [Ending.LATER] * 4 + [Ending.DONE]
    assert bench.all_arrived()


@pytest.mark.parametrize("lost", ["question", "answer"])
def test_each_question_fails_once_in_memory_and_frames_and_mail_arrive(bench: LineBench, lost: str) -> None:
    bench.write(600)
    whole = 0
    for call in range(30):
        chance = seeded(call)
        gate = GateModel(lambda chance=chance: chance(16), lambda: 0)  # type: ignore[misc]
        gate.enrol(DEVICE, COMMUNE_POINT)
        letters = [letter(number, "x" * 20_000) for number in range(1, 9)]
        for data in letters:
            gate.post(COMMUNE_POINT, letter_hash(data), data)
        line, box = Tapped(gate.line(DEVICE)), LetterBox()
        line.lost_asks, line.lost_replies = ({call}, set()) if lost == "question" else (set(), {call})
        bench.forget()

        _until_empty(bench.desk.clock, courier(line, bench.desk, box))

        assert box.letters == letters
        assert gate.frames(DEVICE, Stream.KT1, 1)
        whole = max(whole, len(line.asks))
    assert whole > 5
