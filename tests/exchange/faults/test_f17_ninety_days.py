"""Fault 17: ninety days without a line, then 64 kbit/s, 300 ms there and back, and a cut every 20 seconds."""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass

import pytest

from kt1desk.domain.events import Stream
from kt1desk.exchange import wire
from kt1desk.exchange.round_report import Ending
from tests.support.line_bench import LineBench, Script, Weather
from tests.support.ninety_days import write_days

DAYS_90 = 18_000
SLOW = Weather(delay_s=0.15, bytes_per_s=8_000)


@dataclass
class _Journey:
    """How a queue emptied: seconds, rounds, frames that the gate had already, bytes that went up in all."""

    seconds: float = 0.0
    rounds: int = 0
    again: int = 0
    frames: int = 0
    sent_frames_bytes: int = 0


def _empty_the_queue(bench: LineBench) -> _Journey:
    journey, line, begun = _Journey(), bench.line(answer_s=20.0), time.monotonic()
    while True:
        report = bench.round(line)
        journey.rounds += 1
        journey.again += sum(each.again for each in report.streams)
        journey.sent_frames_bytes += sum(each.bytes_sent for each in report.streams)
        if report.ended is Ending.DONE and not report.unsent:
            break
        assert report.ended is Ending.LATER
    journey.seconds = time.monotonic() - begun
    journey.frames = sum(len(bench.frames(stream)) for stream in Stream)
    return journey


@pytest.mark.soak
def test_ninety_days_go_in_two_minutes_over_a_line_that_breaks_every_twenty_seconds(
    bench: LineBench, capsys: pytest.CaptureFixture[str]
) -> None:
    write_days(bench.desk, DAYS_90)
    bench.proxy.weather = SLOW
    bench.proxy.usual = Script(lives_s=20.0)

    journey = _empty_the_queue(bench)

    up, cuts = bench.proxy.counted.up, len(bench.proxy.passages) - 1
    frames = sum(len(data) for stream in Stream for data in bench.frames(stream))
    with capsys.disabled():
        print(
            f"\n90 days: {journey.seconds:.1f} s, {cuts} cuts, {journey.frames} frames of {frames} bytes,"
            f" {frames / DAYS_90:.1f} bytes an event in frames, {up / DAYS_90:.1f} on the line (up),"
            f" {bench.proxy.counted.down / DAYS_90:.1f} (down); frames the gate had already: {journey.again};"
            f" bytes of frames handed to the line: {journey.sent_frames_bytes}"
        )
    assert bench.all_arrived()
    assert journey.again <= cuts
    assert journey.seconds < 120


def test_some_days_go_over_a_line_that_breaks_every_second_and_no_frame_that_arrived_is_sent_again(
    bench: LineBench,
) -> None:
    write_days(bench.desk, 1_500)
    bench.proxy.weather = Weather(delay_s=0.01, bytes_per_s=40_000)
    bench.proxy.usual = Script(lives_s=0.8)

    journey = _empty_the_queue(bench)

    assert len(bench.proxy.passages) >= 2
    assert journey.again == 0
    assert bench.all_arrived()


def _floor(bench: LineBench) -> int:
    """What zlib makes of the same events, all in one stream: no frame, no signature, no question, no TLS."""
    with bench.desk.store.read() as reader:
        events = [event for stream in Stream for event in reader.events_after(stream, 0, 10_000)]
    return len(zlib.compress(b"".join(map(wire.encode_follower, events)), 9))


@pytest.mark.parametrize("persons", [False, True], ids=["without persons", "with persons"])
def test_a_thousand_events_on_the_line_are_near_what_zlib_makes_of_them(
    bench: LineBench, capsys: pytest.CaptureFixture[str], persons: bool
) -> None:
    line = bench.line()
    bench.round(line)
    up, down = bench.proxy.counted.up, bench.proxy.counted.down
    write_days(bench.desk, 1_000, persons=persons)

    report = bench.round(line)

    sent = (bench.proxy.counted.up - up) / 1_000
    frames, floor = sum(each.bytes_sent for each in report.streams) / 1_000, _floor(bench) / 1_000
    with capsys.disabled():
        print(
            f"\n1,000 events {'with' if persons else 'without'} persons: {sent:.1f} bytes an event up,"
            f" {(bench.proxy.counted.down - down) / 1_000:.1f} down, {frames:.1f} in frames, zlib floor {floor:.1f},"
            f" ratio {sent / floor:.2f}"
        )
    assert report.unsent == 0
    assert sent <= 1.3 * floor
    assert persons or sent <= 26
