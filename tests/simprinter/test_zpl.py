"""The ZPL printer: host status, fences, damaged graphics, jobs that broke off."""

from __future__ import annotations

import pytest

from kt1desk.printing.encoders import zpl
from kt1desk.printing.encoders.options import GraphicCoding
from kt1desk.simprinter.picture import Picture
from kt1desk.simprinter.zpl import Zpl
from kt1desk.simprinter.zpl_graphic import crc16
from tests.simprinter.papers import LABEL, PLAIN_LABEL, job

Z64 = job(GraphicCoding.ZPL_Z64)
ACS = job(GraphicCoding.ZPL_ACS)


def dots(page: Picture) -> bytes:
    return page.cut_to(LABEL.width_dots, LABEL.height_dots).bits


def test_the_check_sum_is_the_one_of_the_standard() -> None:
    check = b"123456789"

    found = crc16(check)

    assert found == 0x31C3  # CRC-16/XMODEM, catalogue of parametrised CRC algorithms


def test_a_ready_printer_answers_three_lines_and_a_stopped_one_nothing() -> None:
    machine = Zpl()

    ready = machine.feed(b"~HS")
    machine.open_cover()
    opened = machine.feed(b"~HS")
    machine.close_cover()
    machine.load_paper(0)
    empty = machine.feed(b"~HS")

    assert ready.count(b"\x02") == ready.count(b"\x03\r\n") == 3
    assert ready.startswith(b"\x02030,0,0,0480,000,0,0,0,000,0,0,0\x03\r\n\x02001,0,0,0,")
    assert (opened, empty) == (b"", b"")


def test_a_clone_that_answers_with_the_paper_out_says_so() -> None:
    machine = Zpl()
    machine.answers_when_stopped = True
    machine.load_paper(0)

    said = machine.feed(b"~HS")

    assert said.startswith(b"\x02030,1,")


def test_a_field_is_told_once_for_each_label_behind_its_print() -> None:
    machine = Zpl()
    fence = b"^FN1^FDABCD^FS^FH_^HV1,4,KT1[,]_0D_0A,L^FS^PQ2^XZ"

    said = machine.feed(Z64.replace(b"^PQ1,0,1,N^XZ", fence))

    assert said == b"KT1[ABCD]\r\n" * 2
    assert len(machine.pages) == 2


def test_a_fence_is_silent_until_the_paper_is_there() -> None:
    machine = Zpl()
    machine.load_paper(20)
    data = Z64.replace(b"^XZ", b"^FN1^FDABCD^FS^HV1,4,KT1[,],L^FS^XZ")

    said = machine.feed(data)
    machine.load_paper(200)
    after = machine.work()

    torn, whole = machine.pages
    assert (said, after) == (b"", b"KT1[ABCD]")
    assert (torn.is_whole, torn.height_dots) == (False, 160)
    assert dots(whole) == LABEL.bits


@pytest.mark.parametrize("lost", [slice(200, 210), slice(-300, -290)])
def test_a_graphic_that_lost_bytes_is_left_out(lost: slice) -> None:
    machine = Zpl()
    damaged = bytearray(Z64)
    del damaged[lost]

    machine.feed(bytes(damaged))

    assert machine.spoilt_graphics == 1
    assert machine.pages == ()


def test_the_scraps_of_a_job_stand_in_the_next_label_unless_they_are_cancelled() -> None:
    spoilt, cancelled = Zpl(), Zpl()
    scraps = job(GraphicCoding.ZPL_ACS, PLAIN_LABEL)[:15_000]

    spoilt.feed(scraps)
    spoilt.feed(ACS)
    cancelled.feed(scraps)
    cancelled.feed(zpl.RESYNC + ACS)

    assert [dots(page) == LABEL.bits for page in spoilt.pages] == [False]
    assert [dots(page) == LABEL.bits for page in cancelled.pages] == [True]


def test_a_question_in_the_middle_of_a_graphic_is_answered_and_spoils_nothing() -> None:
    machine = Zpl()

    said = machine.feed(Z64[:5000] + b"~H") + machine.feed(b"S" + Z64[5000:])

    assert said.count(b"\x02") == 3
    assert [dots(page) for page in machine.pages] == [LABEL.bits]


def test_binary_and_plain_hex_are_the_same_picture() -> None:
    machine = Zpl()
    bits = bytes(range(16))

    machine.feed(b"^XA^PW16^LL8^FO0,0^GFB,16,16,2," + bits + b"^FS^XZ")
    machine.feed(b"^XA^PW16^LL8^FO0,0^GFA,16,16,2," + bits.hex().encode() + b"^FS^XZ")

    binary, hexadecimal = machine.pages
    assert binary.bits == hexadecimal.bits == bits


def test_a_command_that_is_not_known_is_counted() -> None:
    machine = Zpl()

    machine.feed(b"^XA^QQ7^XZnoise\r\n^XA^XZ")

    assert machine.garbage == 4 + 5
    assert machine.pages == ()
