"""Lines of a serial device arrive one by one, through garbage and unplugging."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from serial.tools.list_ports_common import ListPortInfo

from kt1desk.devices.serial_lines import (
    LONGEST_LINE,
    LineSplitter,
    Link,
    Poll,
    SerialLineReader,
    SerialPort,
    is_code,
    port_name,
)
from kt1desk.devices.serial_scanner import SerialScanner, scan_text
from tests.devices.pty_port import PtyDevice

WAIT_S = 10.0


@pytest.fixture
def device(tmp_path: Path) -> Iterator[PtyDevice]:
    device = PtyDevice(tmp_path)
    device.plug_in()
    yield device
    device.unplug()


class Heard:
    """What a reader called back, in order, waiting for each."""

    def __init__(self) -> None:
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._links: queue.Queue[Link] = queue.Queue()
        self.line: Callable[[bytes], None] = self._lines.put
        self.link: Callable[[Link], None] = self._links.put

    def next_line(self) -> bytes:
        return self._lines.get(timeout=WAIT_S)

    def next_link(self) -> Link:
        return self._links.get(timeout=WAIT_S)


@given(
    st.lists(
        st.binary(min_size=1, max_size=20).filter(
            lambda part: not set(part) & set(b"\r\n") and not is_code(part)
        )
    ),
    st.data(),
)
def test_lines_are_the_same_however_the_bytes_are_cut(lines: list[bytes], data: st.DataObject) -> None:
    ends = [data.draw(st.sampled_from([b"\r", b"\n", b"\r\n"])) for _ in lines]
    stream = b"".join(line + end for line, end in zip(lines, ends, strict=True))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=5)))
    splitter = LineSplitter()

    got = [
        line
        for start, stop in zip([0, *cuts], [*cuts, len(stream)], strict=True)
        for line in splitter.feed(stream[start:stop])
    ]

    assert got == lines


def test_a_line_longer_than_the_limit_is_dropped_whole_and_the_next_one_arrives() -> None:
    splitter = LineSplitter()

    whole = splitter.feed(b"x" * LONGEST_LINE + b"\r")
    too_long = [line for _ in range(LONGEST_LINE) for line in splitter.feed(b"xx")]
    after = splitter.feed(b"tail\rNP0041772\r")

    assert whole == [b"x" * LONGEST_LINE]
    assert too_long == []
    assert after == [b"NP0041772"]


def test_a_scanner_that_is_unplugged_is_found_again(device: PtyDevice) -> None:
    heard = Heard()
    reader = SerialLineReader(SerialPort(device.name), heard.line, heard.link, retry_s=0.05)
    reader.start()
    links = [heard.next_link()]
    device.send(b"NP0041772\rhalf a li")
    lines = [heard.next_line()]

    device.unplug()
    links.append(heard.next_link())
    device.plug_in()
    links.append(heard.next_link())
    device.send(b"TUI25000017\r\n")
    lines.append(heard.next_line())
    ended = reader.stop()
    links.append(heard.next_link())

    assert links == [Link.OPEN, Link.LOST, Link.OPEN, Link.CLOSED]
    assert lines == [b"NP0041772", b"TUI25000017"]
    assert ended


def test_a_port_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    device = PtyDevice(tmp_path)
    heard = Heard()
    reader = SerialLineReader(SerialPort(device.name), heard.line, heard.link, retry_s=0.05)
    reader.start()
    first = heard.next_link()

    device.plug_in()
    second = heard.next_link()
    reader.stop()
    device.unplug()

    assert (first, second) == (Link.LOST, Link.OPEN)


def test_a_line_that_cannot_be_handled_does_not_end_the_reading(
    device: PtyDevice, caplog: pytest.LogCaptureFixture
) -> None:
    heard = Heard()

    def handle(line: bytes) -> None:
        if line == b"ME473124829VN":
            raise RuntimeError(f"no page for {line!r}")
        heard.line(line)

    reader = SerialLineReader(SerialPort(device.name), handle, heard.link)
    reader.start()
    heard.next_link()
    device.send(b"ME473124829VN\rNP0041772\r")
    line = heard.next_line()
    reader.stop()

    assert line == b"NP0041772"
    assert "RuntimeError" in caplog.text
    assert "ME473124829VN" not in caplog.text


def test_a_device_that_speaks_only_when_asked_is_asked_again_after_each_silence(device: PtyDevice) -> None:
    heard = Heard()
    reader = SerialLineReader(
        SerialPort(device.name), heard.line, heard.link, Poll(b"W\r\n", after_silence_s=0.05)
    )
    reader.start()

    asked = device.receive()
    device.send(b"  340 g\r\n")
    line = heard.next_line()
    asked_again = device.receive()
    reader.stop()

    assert (asked, line, asked_again[:3]) == (b"W\r\n", b"  340 g", b"W\r\n")


def test_a_serial_scanner_hands_on_each_code_and_no_garbage(device: PtyDevice) -> None:
    scans: queue.Queue[str] = queue.Queue()
    heard = Heard()
    scanner = SerialScanner(SerialPort(device.name), scans.put, heard.link)
    scanner.start()
    heard.next_link()

    device.send(b"\x00\x01\x02\r\xff\xfe\x00\rME473124829VN\r\n\r\n\x02NP0041772\x03\r")
    texts = [scans.get(timeout=WAIT_S) for _ in range(3)]
    scanner.stop()

    assert texts[1:] == ["ME473124829VN", "NP0041772"]
    assert texts[0].isprintable()
    assert scans.empty()


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_vietnamese_letters_of_a_card_arrive_in_either_encoding(encoding: str) -> None:
    decomposed = "Lê Va\u0306n Hoa\u0300".replace(
        "a\u0306", "ă"
    )  # cp1258 keeps ă and ê, and tones behind letters
    line = decomposed.encode(encoding)

    assert scan_text(line) == "Lê Văn Hoà"


@given(st.binary(max_size=60))
def test_any_bytes_become_text_without_control_characters(line: bytes) -> None:
    assert scan_text(line).isprintable()


def test_a_port_given_by_usb_identity_is_looked_up_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    here = [
        ListPortInfo("/dev/ttyS0", skip_link_detection=True),
        _usb("/dev/ttyUSB3", 0x0C2E, 0x0AF4, "A1"),
        _usb("/dev/ttyUSB4", 0x0403, 0x6001, None),
        _usb("/dev/ttyUSB5", 0x0403, 0x6001, "B2"),
    ]
    monkeypatch.setattr("serial.tools.list_ports.comports", lambda: here)

    names = {
        usb: port_name(SerialPort(usb=usb))
        for usb in ("0C2E:0AF4", "0C2E:0AF4:A1", "0403:6001", "0403:6001:B2", "1:2")
    }

    # Two devices of the same kind cannot be told apart without their serial number: neither is taken by chance.
    assert names == {
        "0C2E:0AF4": "/dev/ttyUSB3",
        "0C2E:0AF4:A1": "/dev/ttyUSB3",
        "0403:6001": "",
        "0403:6001:B2": "/dev/ttyUSB5",
        "1:2": "",
    }


def _usb(device: str, vendor: int, product: int, number: str | None) -> ListPortInfo:
    info = ListPortInfo(device, skip_link_detection=True)
    info.vid, info.pid, info.serial_number = vendor, product, number
    return info
