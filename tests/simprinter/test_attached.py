"""What a line, a buffer and a head cost in seconds, with a clock of our own; and that a printer which waits is not woken."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter.attached import AttachedPrinter, Rest
from kt1desk.simprinter.escpos import EscPos
from kt1desk.simprinter.models import machine_of
from kt1desk.simprinter.parts import Wait
from kt1desk.simprinter.pty_line import PtyPlug
from kt1desk.simprinter.troubles import Troubles, Wiring
from kt1desk.simprinter.zpl import Zpl
from tests.simprinter.papers import CODINGS, job

Z64 = job(GraphicCoding.ZPL_Z64)


@contextmanager
def plugged(folder: Path) -> Iterator[tuple[PtyPlug, int]]:
    """A plug, and the host's end of its cable."""
    plug = PtyPlug()
    plug.put_in(str(folder / "port"))
    port = os.open(plug.address, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    try:
        yield plug, port
    finally:
        os.close(port)
        plug.pull_out()


def run(printer: AttachedPrinter, port: int, data: bytes) -> float:
    """Let the host send, and time pass exactly as asked for; returns when the page was out."""
    now_s, done = 0.0, 0
    while not printer.machine.pages:
        with suppress(BlockingIOError):
            done += os.write(port, data[done : done + 1024])
        rest = printer.step(now_s)
        now_s += rest.seconds or 0.0
    return now_s


@pytest.mark.parametrize(
    ("coding", "baud"),
    [
        (GraphicCoding.ZPL_Z64, 115_200),
        (GraphicCoding.TSPL_TILES, 115_200),
        (GraphicCoding.TSPL_PCX, 115_200),
        (GraphicCoding.ZPL_Z64, 9_600),
    ],
)
def test_a_label_is_through_after_ten_bits_for_each_byte(
    coding: GraphicCoding, baud: int, tmp_path: Path
) -> None:
    data = job(coding)

    with plugged(tmp_path) as (plug, port):
        printer = AttachedPrinter(machine_of(CODINGS[coding][0]), plug, Wiring(baud), 0.0)
        seconds = run(printer, port, data)

    assert seconds == pytest.approx(len(data) * 10 / baud, abs=0.05)


def test_the_head_needs_its_time_for_sixty_millimetres(tmp_path: Path) -> None:
    with plugged(tmp_path) as (plug, port):
        seconds = run(AttachedPrinter(Zpl(), plug, Wiring(head_mm_s=102), 0.0), port, Z64)

    assert seconds == pytest.approx(60 / 102, abs=0.05)


def test_seconds_of_the_printer_pass_as_fast_as_said(tmp_path: Path) -> None:
    with plugged(tmp_path) as (plug, port):
        wiring = Wiring(115_200, head_mm_s=102, time_scale=10)
        seconds = run(AttachedPrinter(Zpl(), plug, wiring, 0.0), port, Z64)

    assert seconds == pytest.approx((len(Z64) * 10 / 115_200 + 60 / 102) / 10, abs=0.02)


def test_a_printer_that_has_nothing_to_do_waits_for_bytes_alone(tmp_path: Path) -> None:
    with plugged(tmp_path) as (plug, port):
        printer = AttachedPrinter(Zpl(), plug, Wiring(115_200, head_mm_s=102), 0.0)
        end_s = run(printer, port, Z64)
        rest = printer.step(end_s + 1)

        assert rest == Rest(None, plug.watched)


def test_a_printer_that_can_do_nothing_waits_for_nothing(tmp_path: Path) -> None:
    with plugged(tmp_path) as (plug, _):
        printer = AttachedPrinter(Zpl(), plug, Wiring(), 0.0)
        printer.troubles = Troubles(frozen=True)
        frozen = printer.step(1.0)
        printer.troubles = Troubles(holding=True)
        holding = printer.step(2.0)

    assert frozen == holding == Rest(None, None)


def test_a_full_buffer_without_paper_is_not_watched(tmp_path: Path) -> None:
    with plugged(tmp_path) as (plug, port):
        machine = EscPos()
        machine.load_paper(0)
        printer = AttachedPrinter(machine, plug, Wiring(buffer_bytes=100), 0.0)
        os.write(port, b"x" * 200)
        printer.step(0.0)
        rest = printer.step(1.0)

    assert rest == Rest(None, None)
    assert (len(machine.intake), printer.heard_bytes, machine.waits) == (100, 100, Wait.PAPER)
