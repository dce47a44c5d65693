"""The old label printer: its own bars, black lines, what is no command, and power off."""

from __future__ import annotations

import zxingcpp
from PIL import Image

from kt1desk.simprinter.epl import Epl


def test_bars_and_lines_are_drawn_where_they_were_asked_for() -> None:
    machine = Epl()

    machine.feed(
        b'N\r\nq799\r\nQ480,24\r\nN\r\nB80,80,0,1,3,6,104,N,"ME473124829VN"\r\nLO0,470,799,10\r\nP2\r\n'
    )

    first, second = machine.pages
    shown = Image.frombytes("1", (first.width_dots, first.height_dots), first.bits, "raw", "1;I")
    assert first == second
    assert [found.text for found in zxingcpp.read_barcodes(shown.convert("L"))] == ["ME473124829VN"]
    assert first.bits[470 * 100] == 0xFF


def test_a_line_that_is_no_command_is_counted_and_prints_nothing() -> None:
    machine = Epl()

    machine.feed(b"KLINGON 1,2\r\n" + b"x," * 3000 + b"\r\nP1\r\n")

    assert machine.garbage >= len("KLINGON 1,2") + 6000
    assert machine.pages[0].is_blank


def test_power_off_forgets_what_was_drawn() -> None:
    machine = Epl()
    machine.feed(b"N\r\nLO0,0,100,100\r\n")

    machine.switch_on()
    machine.feed(b"P1\r\n")

    assert machine.pages[0].is_blank
