"""A printer on its line: speed, full buffers, paper, cover, silence and cables, with real terminals and sockets."""

from __future__ import annotations

import os
import select
import socket
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter.attached import AttachedPrinter
from kt1desk.simprinter.escpos import EscPos
from kt1desk.simprinter.parts import Wait
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.tcp_line import TcpLine
from kt1desk.simprinter.troubles import Flow, Troubles, Wiring
from kt1desk.simprinter.tspl import Tspl
from kt1desk.simprinter.zpl import Zpl
from tests.simprinter.papers import LABEL, job

Z64, WHOLE = job(GraphicCoding.ZPL_Z64), job(GraphicCoding.TSPL_WHOLE)
FENCE = b"\x1d(H\x06\x0000ABCD"
SECONDS = 10.0


@contextmanager
def host(address: str) -> Iterator[int]:
    """The desk's end of a serial line."""
    port = os.open(address, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        yield port
    finally:
        os.close(port)


def heard(port: int, count: int, seconds: float = SECONDS) -> bytes:
    """So many bytes from the printer, fewer where they do not come."""
    said = b""
    while len(said) < count and select.select([port], [], [], seconds)[0]:
        said += os.read(port, count - len(said))
    return said


def send(port: int, data: bytes, seconds: float = 1.0) -> int:
    """Write as far as the line takes it; returns how far that was."""
    done = 0
    while done < len(data) and select.select([], [port], [], seconds)[1]:
        with suppress(BlockingIOError):
            done += os.write(port, data[done : done + 1024])
    return done


def pages(count: int) -> Callable[[AttachedPrinter], bool]:
    """Whether so many pages are out."""
    return lambda printer: len(printer.machine.pages) >= count


def took(count: int) -> Callable[[AttachedPrinter], bool]:
    """Whether the printer has taken so many bytes from the line."""
    return lambda printer: printer.heard_bytes >= count


def test_a_label_comes_out_at_the_other_end_of_a_serial_line(tmp_path: Path) -> None:
    with PtyLine(Zpl(), tmp_path / "port") as line, host(line.address) as port:
        sent = send(port, Z64)
        line.wait_until(pages(1))
        printed = line.pages

    assert sent == len(Z64)
    assert [page.bits for page in printed] == [LABEL.bits]


def test_one_host_after_the_other_prints_over_the_network() -> None:
    with TcpLine(Zpl()) as line:
        name, _, port = line.address.rpartition(":")
        answer = b""
        for count in (1, 2):
            with socket.create_connection((name, int(port)), SECONDS) as connection:
                connection.sendall(Z64 + b"~HS")
                connection.settimeout(SECONDS)
                answer = connection.recv(1024)
            line.wait_until(pages(count))
        printed = line.pages

    assert [page.bits for page in printed] == [LABEL.bits] * 2
    assert answer.startswith(b"\x02030,0,0,")


def test_a_full_buffer_holds_the_host_until_there_is_paper(tmp_path: Path) -> None:
    machine = EscPos()
    machine.load_paper(0)
    data = (b"\x1dv0\0\x48\0\x18\0" + b"\xaa" * 72 * 24) * 30 + b"\x1dV\0" + FENCE

    with PtyLine(machine, tmp_path / "port", Wiring(buffer_bytes=2048)) as line, host(line.address) as port:
        held = send(port, data, 0.3)
        in_buffer = line.ask(lambda printer: len(printer.machine.intake))
        line.load_paper(1000)
        held += send(port, data[held:])
        answer = heard(port, 7)
        lost, printed = line.ask(lambda printer: printer.lost_bytes), line.pages

    assert in_buffer == 2048
    assert held == len(data)
    assert (answer, lost) == (b'7"ABCD\0', 0)
    assert [(page.height_dots, page.garbage) for page in printed] == [(720, 0)]


def test_without_flow_control_what_does_not_fit_is_lost_and_the_printer_hangs(tmp_path: Path) -> None:
    wiring = Wiring(115_200, 2048, Flow.NONE, reads_bytes_s=3_000, time_scale=20.0)

    with PtyLine(Tspl(), tmp_path / "port", wiring) as line, host(line.address) as port:
        send(port, WHOLE)
        line.wait_until(lambda printer: printer.lost_bytes > 20_000)
        line.wait_until(lambda printer: printer.machine.waits is Wait.BYTES)
        good = [page.cut_to(LABEL.width_dots, LABEL.height_dots).bits == LABEL.bits for page in line.pages]
        lost = line.ask(lambda printer: printer.lost_bytes)

    assert lost > 20_000
    assert True not in good


def test_xoff_stops_the_host_and_xon_lets_it_go_on(tmp_path: Path) -> None:
    wiring = Wiring(buffer_bytes=4096, flow=Flow.XONXOFF)

    with PtyLine(EscPos(), tmp_path / "port", wiring) as line, host(line.address) as port:
        line.change(Troubles(holding=True))
        stopped = heard(port, 1)
        line.change(Troubles())
        going = heard(port, 1)

    assert (stopped, going) == (b"\x13", b"\x11")


def test_the_terminal_itself_obeys_xoff(tmp_path: Path) -> None:
    wiring, many = Wiring(flow=Flow.XONXOFF), Z64 * 10

    with PtyLine(Zpl(), tmp_path / "port", wiring) as line, host(line.address) as port:
        tty.setraw(port)
        modes = termios.tcgetattr(port)
        modes[0] |= termios.IXON
        termios.tcsetattr(port, termios.TCSANOW, modes)
        line.change(Troubles(holding=True))
        stopped = send(port, many, 0.3)
        line.change(Troubles())
        rest = send(port, many[stopped:])
        line.wait_until(pages(10))
        printed = line.pages

    assert stopped < len(many) == stopped + rest
    assert [page.bits for page in printed] == [LABEL.bits] * 10


def test_a_deaf_printer_prints_and_says_nothing(tmp_path: Path) -> None:
    with PtyLine(EscPos(), tmp_path / "port") as line, host(line.address) as port:
        line.change(Troubles(deaf=True))
        send(port, b"\x10\x04\x01\x1dv0\0\1\0\1\0\xff\x1dV\0")
        line.wait_until(pages(1))
        silent = heard(port, 1, 0.2)
        line.change(Troubles())
        send(port, b"\x10\x04\x01")
        answer = heard(port, 1)

    assert (silent, answer) == (b"", b"\x12")


def test_stray_bytes_come_before_an_answer(tmp_path: Path) -> None:
    with PtyLine(EscPos(), tmp_path / "port") as line, host(line.address) as port:
        line.change(Troubles(stray=b"\xff\x00"))
        send(port, b"\x10\x04\x01")
        said = heard(port, 3)

    assert said == b"\xff\x00\x12"


def test_a_frozen_printer_takes_up_its_work_where_it_was(tmp_path: Path) -> None:
    with PtyLine(Zpl(), tmp_path / "port") as line, host(line.address) as port:
        line.change(Troubles(frozen=True))
        send(port, Z64)
        came = line.wait_until(pages(1), 0.2)
        line.change(Troubles())
        came_after = line.wait_until(pages(1))

    assert (came, came_after) == (False, True)


def test_a_drawn_cable_is_an_error_at_the_host_and_the_port_comes_back_under_another_name(
    tmp_path: Path,
) -> None:
    with PtyLine(EscPos(), tmp_path / "ttyUSB0") as line:
        with host(line.address) as port:
            send(port, b"\x1dv0\0\2\0\2\0\xaa\xaa")
            line.wait_until(took(10))
            line.unplug()
            gone = (line.address, (tmp_path / "ttyUSB0").is_symlink())
            with pytest.raises(OSError, match="Input/output error"):
                os.write(port, b"x")
        line.replug(str(tmp_path / "ttyUSB1"))
        with host(line.address) as port:
            send(port, b"\x55\x55\x1dV\0" + FENCE)
            answer = heard(port, 7)
        (page,) = line.pages

    assert gone == ("", False)
    assert answer == b'7"ABCD\0'
    assert page.bits[:2] + page.bits[72:74] == b"\xaa\xaa\x55\x55"


def test_a_network_printer_that_is_unplugged_hangs_up_and_takes_no_call() -> None:
    with TcpLine(Zpl()) as line:
        name, _, port = line.address.rpartition(":")
        with socket.create_connection((name, int(port)), SECONDS) as connection:
            connection.sendall(b"~HS")
            connection.recv(1)
            line.unplug()
            connection.settimeout(SECONDS)
            with suppress(ConnectionResetError):
                while connection.recv(1024):
                    pass
            with pytest.raises(ConnectionRefusedError):
                socket.create_connection((name, int(port)), SECONDS)
            line.replug(f"{name}:{port}")
            with socket.create_connection((name, int(port)), SECONDS) as again:
                again.sendall(b"~HS")
                answer = again.recv(1)

    assert answer == b"\x02"


def test_power_off_and_on_forgets_the_bitmap_that_was_waited_for(tmp_path: Path) -> None:
    with PtyLine(Tspl(), tmp_path / "port") as line, host(line.address) as port:
        send(port, WHOLE[:9000])
        line.wait_until(took(9000))
        line.switch_off_and_on()
        send(port, WHOLE)
        line.wait_until(pages(1))
        (page,) = line.pages

    assert page.cut_to(LABEL.width_dots, LABEL.height_dots).bits == LABEL.bits


def test_a_file_is_never_taken_for_a_port(tmp_path: Path) -> None:
    taken = tmp_path / "port"
    taken.write_text("somebody's")

    with pytest.raises(FileExistsError):
        PtyLine(Zpl(), taken)

    assert taken.read_text() == "somebody's"
