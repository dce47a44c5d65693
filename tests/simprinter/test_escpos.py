"""The receipt printer against what Epson's reference prints, and against a client that others wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
from escpos.printer import Serial

from kt1desk.simprinter.escpos import EscPos
from kt1desk.simprinter.parts import Sheet
from kt1desk.simprinter.pty_line import PtyLine
from kt1desk.simprinter.troubles import Troubles

STATUS = [b"\x10\x04" + bytes([which]) for which in (1, 2, 3, 4)]
CUT = b"\x1dV\x00"


def square(rows: int, ink: int = 0xFF) -> bytes:
    """A block 16 dots wide."""
    return b"\x1dv0\0\x02\0" + rows.to_bytes(2, "little") + bytes([ink]) * 2 * rows


def statuses(machine: EscPos) -> str:
    return " ".join(machine.feed(question).hex() for question in STATUS)


def test_an_idle_printer_says_12_four_times() -> None:
    machine = EscPos()

    said = statuses(machine)

    assert said == "12 12 12 12"


def test_an_open_cover_and_missing_paper_are_said_as_by_the_printers_of_the_reference() -> None:
    opened, empty = EscPos(), EscPos()

    opened.open_cover()
    empty.load_paper(0)

    assert statuses(opened) == "1a 16 12 12"
    assert statuses(empty) == "1a 32 12 7e"


def test_a_printer_that_was_asked_to_speaks_by_itself_whenever_something_changes() -> None:
    machine = EscPos()

    at_once = machine.feed(b"\x1da\x0e")
    machine.open_cover()
    opened = machine.work()
    machine.close_cover()
    closed = machine.work()

    assert (at_once.hex(), opened.hex(), closed.hex()) == ("10000000", "38000000", "10000000")


def test_paper_that_ends_in_a_job_is_said_at_once_and_the_rest_comes_on_the_next_roll() -> None:
    machine = EscPos()
    machine.load_paper(5)
    machine.feed(b"\x1da\x0e")

    said = machine.feed(square(100) + CUT + b"\x1dr\x01")
    machine.load_paper(100)
    after = machine.work()

    first, rest = machine.pages
    assert said.hex() == "18000f00"
    assert (first.height_dots, rest.height_dots) == (40, 60)
    assert (first.is_whole, rest.is_whole) == (False, False)
    assert after.hex() == "1000000000"


def test_a_fence_is_answered_in_its_turn_and_not_before() -> None:
    machine = EscPos()
    fence = b"\x1d(H\x06\x0000ABCD"

    before = machine.feed(square(10)[:-1])
    after = machine.feed(square(10)[-1:] + CUT + fence)
    machine.open_cover()
    stopped = machine.feed(square(10) + fence)

    assert (before, after, stopped) == (b"", b"7\x22ABCD\0", b"")


def test_a_question_within_a_bitmap_is_answered_and_spoils_the_bitmap() -> None:
    machine = EscPos()
    data = square(30)

    said = machine.feed(data[:20] + b"\x10\x04\x01" + data[20:] + CUT)

    assert said == b"\x12"
    assert b"\x10\x04" in machine.pages[0].bits


def test_a_job_that_broke_off_goes_on_waiting_and_eats_the_next_one() -> None:
    machine = EscPos()

    machine.feed(square(200)[:50])
    machine.feed(b"\x1b@" + square(20) + CUT)
    swallowed = machine.pages
    machine.feed(b"\0" * 400 + CUT)

    assert swallowed == ()
    assert [page.height_dots for page in machine.pages] == [200]


def test_a_line_of_signs_ends_where_no_whole_sign_has_room() -> None:
    machine = EscPos(Sheet(80, 0, 0))

    machine.feed(b"A" * 54 + CUT)

    assert [(page.garbage, page.height_dots) for page in machine.pages] == [(54, 60)]


def test_what_is_no_command_stands_on_the_paper_as_signs() -> None:
    machine = EscPos()

    machine.feed(square(200)[-60:-40] + b"scraps\n" + CUT)

    assert machine.garbage == 26
    assert (machine.pages[0].garbage, machine.pages[0].is_blank) == (26, False)


def test_a_picture_that_is_stored_first_is_the_same_picture() -> None:
    machine = EscPos()
    bits = bytes(range(40))
    stored = b"\x1d(L\x32\0\x30\x70\x30\x01\x01\x31\x10\x00\x14\x00" + bits

    machine.feed(b"\x1dv0\0\x02\0\x14\0" + bits + CUT)
    machine.feed(stored + b"\x1d(L\x02\0\x30\x32" + CUT)

    direct, from_memory = machine.pages
    assert direct == from_memory


@pytest.mark.parametrize(("mode", "size"), [(0, (2, 10)), (1, (4, 10)), (2, (2, 20)), (3, (4, 20))])
def test_a_block_can_be_twice_as_wide_and_twice_as_high(mode: int, size: tuple[int, int]) -> None:
    machine = EscPos()

    machine.feed(b"\x1dv0" + bytes([mode]) + b"\x02\0\x0a\0" + b"\xff" * 20 + CUT)

    (page,) = machine.pages
    assert (page.bits.count(0xFF), page.height_dots) == (size[0] * size[1], size[1])


def test_feeding_moves_the_paper_and_prints_nothing() -> None:
    machine = EscPos()

    machine.feed(b"\x1bJ\x10\x1bd\x02\n" + square(1) + CUT)

    (page,) = machine.pages
    assert page.height_dots == 16 + 60 + 30 + 1
    assert machine.garbage == 0


def test_commands_that_print_nothing_are_read_over_with_all_their_bytes() -> None:
    machine = EscPos()
    settings = b"\x1b3\x18\x1ba\x01\x1dL\x10\0\x1bp\0\x19\xfa\x1c&\x1dkI\x04{BAB\x1dk\x04123\0\x1bt\x1e\x10\x14\1\0\1"

    said = machine.feed(settings + b"\x1dI\x43\x1dI\x01" + square(4) + b"\x1di" + CUT)

    assert said == b"_KT1 SIM\0\x02"
    assert machine.garbage == 2  # GS i is no command
    assert [(page.height_dots, page.garbage) for page in machine.pages] == [(4, 0)]


def test_what_hangs_out_is_seen_before_it_is_cut() -> None:
    machine = EscPos()

    machine.feed(square(7))

    assert (machine.hanging.height_dots, machine.pages) == (7, ())


def test_a_client_of_others_understands_the_printer(tmp_path: Path) -> None:
    with PtyLine(EscPos(), tmp_path / "port") as line:
        client = Serial(devfile=line.address, baudrate=115200, timeout=0.2)
        idle = (client.is_online(), client.paper_status())
        line.change(Troubles(cover_open=True))
        opened = client.is_online()
        line.change(Troubles())
        line.load_paper(0)
        empty = (client.is_online(), client.paper_status())
        client.close()

    assert idle == (True, 2)
    assert opened is False
    assert empty == (False, 0)
