"""The TSPL printer: status, files, jobs that broke off, and what must never stand within a bitmap."""

from __future__ import annotations

from kt1desk.printing.encoders import tspl
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter.tspl import Tspl
from tests.simprinter.papers import LABEL, PLAIN_LABEL, job

WHOLE = job(GraphicCoding.TSPL_WHOLE)
STATUS = b"\x1b!?"


def good(machine: Tspl) -> list[bool]:
    return [page.cut_to(LABEL.width_dots, LABEL.height_dots).bits == LABEL.bits for page in machine.pages]


def test_the_status_is_one_byte_with_a_bit_for_each_trouble() -> None:
    machine = Tspl()

    ready = machine.feed(STATUS)
    machine.open_cover()
    opened = machine.feed(STATUS)
    machine.load_paper(0)
    both = machine.feed(STATUS)

    assert (ready, opened, both) == (b"\0", b"\1", b"\5")


def test_a_printer_is_busy_while_its_head_moves() -> None:
    machine = Tspl()

    machine.hear(WHOLE)
    machine.work(length_mm=20)
    machine.hear(STATUS)

    assert machine.work(length_mm=0) == b"\x20"
    assert machine.pages == ()


def test_an_interrupted_label_is_printed_again_from_its_beginning() -> None:
    machine = Tspl()
    machine.hear(WHOLE)
    machine.work(length_mm=20)

    machine.open_cover()
    machine.work()
    machine.close_cover()
    machine.work()

    torn, whole = machine.pages
    assert (torn.is_whole, torn.height_dots, whole.is_whole) == (False, 160, True)


def test_a_job_that_broke_off_eats_the_next_one_unless_it_is_filled_up() -> None:
    eaten, filled = Tspl(), Tspl()
    scraps = job(GraphicCoding.TSPL_WHOLE, PLAIN_LABEL)[:30_000]

    eaten.feed(scraps)
    eaten.feed(WHOLE)
    filled.feed(scraps)
    filled.feed(tspl.RESYNC + WHOLE)

    assert good(eaten) == [False]
    assert good(filled) == [True]


def test_a_real_time_command_within_a_bitmap_is_taken_out_of_it() -> None:
    machine = Tspl()

    said = machine.feed(WHOLE[:9000] + STATUS + WHOLE[9000:])

    assert said == b"\0"
    assert good(machine) == [True]


def test_a_reset_within_a_bitmap_forgets_the_label() -> None:
    machine = Tspl()

    machine.feed(WHOLE[:9000] + b"\x1b!R" + WHOLE)

    assert good(machine) == [True]


def test_a_picture_that_was_downloaded_is_drawn_at_its_place() -> None:
    machine = Tspl()

    machine.feed(job(GraphicCoding.TSPL_PCX))

    assert good(machine) == [True]


def test_copies_and_lines_that_are_no_command() -> None:
    machine = Tspl()

    machine.feed(b"SIZE 10 mm,10 mm\r\nCLS\r\nBAR 8,8,16,16\r\nKLINGON 1\r\nBITMAP x\r\nPRINT 2,2\r\n")

    assert len(machine.pages) == 4
    assert machine.pages[0].bits.count(0xFF) == 2 * 16
    assert machine.garbage == len("KLINGON 1") + len("BITMAP x")
