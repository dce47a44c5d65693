"""The line that everything at the desk shares with a printer: kept open, listened to, given back."""

from __future__ import annotations

import pytest

from kt1desk.app.printer_line import PrinterLine
from kt1desk.printing.ports.base import PortError, Progress


class _Port:
    """A printer that answers while it is being sent the end of a job."""

    hears = True

    def __init__(self, answer: bytes = b"", fails_after: int | None = None) -> None:
        self.answer, self.fails_after = answer, fails_after
        self.calls: list[str] = []

    def open(self) -> None:
        self.calls.append("open")

    def send(self, data: bytes, progress: Progress) -> int:
        progress(len(data) // 2)
        if self.fails_after is not None:
            raise PortError("printer.unplugged", self.fails_after)
        progress(len(data))
        return len(data)

    def receive(self, wait_s: float) -> bytes:
        if self.fails_after is not None:
            raise PortError("printer.unplugged")
        said, self.answer = self.answer, b""
        return said

    def close(self) -> None:
        self.calls.append("close")


def test_an_answer_that_comes_during_the_sending_is_there_for_who_asked_and_for_who_watches() -> None:
    heard: list[bytes] = []
    line = PrinterLine(True, heard.append).over(_Port(b'7"AbCd\x00'))
    line.open()

    line.send(b"label and question", lambda _: None)

    assert line.receive(0) == b'7"AbCd\x00'
    assert heard == [b'7"AbCd\x00']
    assert line.receive(0) == b""


def test_a_line_that_is_gone_is_told_by_the_sending_with_its_number_of_bytes_and_closed() -> None:
    port = _Port(fails_after=5)
    line = PrinterLine(True, lambda _: None).over(port)
    line.open()

    with pytest.raises(PortError) as failure:
        line.send(b"label", lambda _: None)

    assert failure.value.sent == 5
    assert (port.calls, line.is_open) == (["open", "close"], False)


@pytest.mark.parametrize("keeps", [True, False])
def test_a_line_that_is_kept_survives_the_end_of_a_job_and_no_failure(keeps: bool) -> None:
    port = _Port()
    line = PrinterLine(keeps, lambda _: None).over(port)

    for _ in range(2):
        line.open()
        line.close()
    after_jobs = list(port.calls)
    line.open()
    line.drop()

    assert after_jobs == (["open"] if keeps else ["open", "close"] * 2)
    assert (port.calls[-1], line.is_open) == ("close", False)


def test_the_port_of_a_new_job_is_used_only_where_none_is_open() -> None:
    first, second = _Port(b"first"), _Port(b"second")
    line = PrinterLine(True, lambda _: None).over(first)

    line.open()
    kept = line.over(second).receive(0)
    line.drop()
    line.over(second).open()

    assert (kept, line.receive(0)) == (b"first", b"second")


def test_bytes_that_leave_the_buffer_are_a_movement_and_a_look_at_it_is_none() -> None:
    seen: list[float] = []

    class Draining(_Port):
        def send(self, data: bytes, progress: Progress) -> int:
            for told in (len(data), 1, 1, len(data)):
                line.moved_s = 0.0
                progress(told)
                seen.append(line.moved_s)
            return len(data)

    line = PrinterLine(True, lambda _: None).over(Draining())
    line.open()
    line.send(b"label", lambda _: None)

    assert [moved_s > 0 for moved_s in seen] == [True, True, False, True]
