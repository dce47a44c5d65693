"""Fault 5: a router forgot the connection; both sides still believe in it, and nothing moves."""

from __future__ import annotations

import pytest

from kt1desk.exchange.line_settings import GIVES_UP_WITHIN_S, LineSettings
from kt1desk.exchange.round_report import Ending
from tests.support.line_bench import LineBench, Script

AFTER_LOGIN = 4_200
"""Within the first frames: the login is over, and more frames are on their way."""


def test_as_it_is_shipped_a_silent_line_is_given_up_within_half_a_minute(bench: LineBench) -> None:
    shipped = LineSettings(
        "h", 5432, "r", bench.settings().root, bench.settings().root, bench.settings().root
    )

    assert shipped.connect_s + shipped.answer_s <= GIVES_UP_WITHIN_S == 30


@pytest.mark.parametrize("frozen_after", [1, 1_000, AFTER_LOGIN, 9_000])
def test_a_desk_gives_up_a_silent_line_and_a_new_one_of_the_same_desk_is_not_blocked(
    bench: LineBench, frozen_after: int
) -> None:
    bench.write(900)
    bench.proxy.scripts.append(Script(frozen_after=frozen_after))

    silent = bench.round(bench.line(connect_s=1, answer_s=0.3))
    believed = bench.sessions()
    healed = bench.round()

    assert (silent.ended, silent.problem.code if silent.problem else "") == (Ending.LATER, "line.timeout")
    assert believed == (1 if frozen_after >= AFTER_LOGIN else 0)
    assert (healed.ended, healed.unsent) == (Ending.DONE, 0)
    assert bench.all_arrived()
