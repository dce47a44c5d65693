"""Fault 6: what was said is said again: at once, days later, and over two connections at the same time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from kt1desk.domain.events import Stream
from kt1desk.exchange.gate_talk import Answer, Ask, Reason, Reply
from kt1desk.exchange.line_state import NO_TOKEN
from tests.support.line_bench import LineBench
from tests.support.line_desks import Tapped, courier

DAY_MS = 86_400_000


def _recorded(bench: LineBench, events: int) -> list[Ask]:
    """What a desk said when it sent so many events."""
    bench.write(events)
    tapped = Tapped(bench.line())
    courier(tapped, bench.desk).round()
    tapped.close()
    bench.until_alone()
    return tapped.asks


def _said(bench: LineBench, asks: list[Ask]) -> list[Reply]:
    return list(bench.line().talk(asks))


def test_frames_said_again_at_once_are_there_already_and_kept_once(bench: LineBench) -> None:
    asks = _recorded(bench, 600)
    before = bench.frames()

    replies = _said(bench, [replace(ask, token=bench.state.token) for ask in asks])

    assert {reply.answer for reply in replies} == {Answer.DUP}
    assert bench.frames() == before


def test_a_recorded_conversation_is_worth_nothing_once_the_desk_has_spoken_since(bench: LineBench) -> None:
    asks = _recorded(bench, 600)
    for _ in range(3):
        bench.desk.clock.pass_ms(DAY_MS)
        bench.round()
    before = bench.frames()

    replies = _said(bench, asks)

    assert {(reply.answer, reply.reason) for reply in replies} == {(Answer.FORK, Reason.TOKEN)}
    assert {reply.token for reply in replies} == {b""}
    assert bench.frames() == before


def test_the_same_frames_over_two_connections_at_once_are_kept_once(bench: LineBench) -> None:
    asks = _recorded(bench, 900)
    frames = {stream: bench.frames(stream) for stream in Stream}
    bench.forget()
    asks = [replace(ask, token=NO_TOKEN) for ask in asks]

    with ThreadPoolExecutor(2) as pool:
        both = list(pool.map(lambda _: _said(bench, asks), range(2)))

    answers = [reply.answer for replies in both for reply in replies]
    assert {stream: bench.frames(stream) for stream in Stream} == frames
    assert answers.count(Answer.OK) == sum(map(len, frames.values()))
    assert set(answers) <= {Answer.OK, Answer.DUP}
