"""Parts of 2D codes come out of a serial scanner whole, whatever bytes they hold and however they are cut."""

from __future__ import annotations

import queue
import random
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kt1desk.devices.serial_lines import LONGEST_CODE, LineSplitter, Link, SerialPort, is_code
from kt1desk.devices.serial_scanner import SerialScanner
from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.paper_code import A4_PART_BYTES, Collector, parts_of
from tests.devices.pty_port import PtyDevice

WAIT_S = 10.0
IDENT = EventId(7, Stream.KT1, 1, 42)
PAYLOAD = random.Random(4).randbytes(2_000) + b"\r\n" * 40
PARTS = parts_of(PAYLOAD, IDENT, A4_PART_BYTES)
ENDS = st.sampled_from([b"\r", b"\n", b"\r\n"])


def test_parts_hold_ends_of_lines() -> None:
    assert any(b"\r" in part or b"\n" in part for part in PARTS)


@given(st.data())
def test_parts_and_lines_are_the_same_however_the_bytes_are_cut(data: st.DataObject) -> None:
    sent = data.draw(st.lists(st.sampled_from([*PARTS, b"ME473124829VN", b"NP0004412"]), max_size=6))
    stream = b"".join(each + data.draw(ENDS) for each in sent)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=6)))
    splitter = LineSplitter()

    came = [
        line
        for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)
        for line in splitter.feed(stream[start:end])
    ]

    assert came == sent


def test_a_code_that_lost_a_byte_is_handed_over_when_the_line_is_quiet_and_harms_no_other() -> None:
    splitter = LineSplitter()
    broken = PARTS[0][:300] + PARTS[0][301:] + b"\r"

    came = splitter.feed(broken), splitter.quiet(), splitter.feed(b"ME473124829VN\r"), splitter.quiet()

    assert came == ([], [broken], [b"ME473124829VN"], [])


def test_a_quiet_line_does_not_end_a_scan_that_has_only_begun() -> None:
    splitter = LineSplitter()

    came = splitter.feed(b"ME4731"), splitter.quiet(), splitter.feed(b"24829VN\r")

    assert came == ([], [], [b"ME473124829VN"])


def test_what_begins_like_a_code_and_never_ends_is_dropped() -> None:
    splitter = LineSplitter()

    came = [*splitter.feed(b"K1\x01" + b"x" * LONGEST_CODE), *splitter.feed(b"y\rNP0004412\r")]

    assert came == [b"NP0004412"]


def test_a_scanner_hands_on_parts_as_bytes_and_codes_as_texts(tmp_path: Path) -> None:
    device = PtyDevice(tmp_path)
    device.plug_in()
    texts: queue.Queue[str] = queue.Queue()
    parts: queue.Queue[bytes] = queue.Queue()
    links: queue.Queue[Link] = queue.Queue()
    scanner = SerialScanner(SerialPort(device.name), texts.put, links.put, on_part=parts.put)
    scanner.start()
    assert links.get(timeout=WAIT_S) is Link.OPEN  # what comes before is dropped with the opening

    collector = Collector()
    for part in PARTS:
        device.send(part + b"\r")
        collector.add(parts.get(timeout=WAIT_S))
    device.send(b"ME473124829VN\r")
    text = texts.get(timeout=WAIT_S)
    scanner.stop()
    device.unplug()

    assert collector.result().payload == PAYLOAD
    assert text == "ME473124829VN"
    assert not is_code(text.encode())
