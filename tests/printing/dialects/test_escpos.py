"""ESC/POS answers by the bits of Epson's command reference: each known for what it is, whatever comes with it."""

from __future__ import annotations

import pytest

from kt1desk.printing.capabilities import Fence
from kt1desk.printing.condition import Condition, worst
from kt1desk.printing.dialects import escpos

TOKEN = b"AbCd"
IDLE_BLOCK = b"\x10\x00\x00\x00"


@pytest.mark.parametrize(
    ("answers", "condition"),
    [
        ("12 12 12 12", Condition.READY),
        ("1a 16 12 12", Condition.COVER_OPEN),
        ("1a 32 12 7e", Condition.PAPER_OUT),
        ("1a 12 12 12", Condition.OFFLINE),
        ("1a 52 1a 12", Condition.JAMMED),
        ("12 12 12 1e", Condition.PAPER_LOW),
    ],
)
def test_the_answers_of_a_printer_say_what_to_mend_first(answers: str, condition: Condition) -> None:
    said = bytes.fromhex(answers)

    each = [read(bytes([byte])) for byte, (_, read) in zip(said, escpos.questions(), strict=True)]

    assert worst(*(one for one in each if one is not None)) is condition


@pytest.mark.parametrize(
    ("block", "condition"),
    [
        ("10 00 00 00", Condition.READY),
        ("30 00 00 00", Condition.COVER_OPEN),
        ("18 00 0c 00", Condition.PAPER_OUT),
        ("10 00 03 00", Condition.PAPER_LOW),
        ("18 08 00 00", Condition.JAMMED),
        ("18 00 00 00", Condition.OFFLINE),
    ],
)
def test_a_block_that_came_by_itself_says_the_same(block: str, condition: Condition) -> None:
    assert escpos.condition_of_block(bytes.fromhex(block)) is condition


@pytest.mark.parametrize("stray", [b"\x11", b"\x13", b"\xff", b"\x80\xa5", b"\x00", b"7", b"\x10"])
def test_stray_bytes_are_no_answer_to_a_question_about_the_condition(stray: bytes) -> None:
    _, read = escpos.questions()[0]

    assert read(stray) is None
    assert read(stray + b"\x1a") is Condition.OFFLINE


def test_an_answer_is_put_together_from_its_parts() -> None:
    whole = b'\x377"AbCd\x00'[1:]

    halves = [escpos.sort_out(whole[:cut], asb=False) for cut in range(1, len(whole))]

    assert [half.completed for half in halves] == [()] * len(halves)
    assert [half.rest for half in halves] == [whole[:cut] for cut in range(1, len(whole))]
    assert all(escpos.sort_out(half.rest + whole[len(half.rest) :], asb=False).completed for half in halves)


@pytest.mark.parametrize("between", [b"\x11", b"\x13", b"\x12", b"\x1a", b"\x7e"])
def test_what_is_said_in_real_time_in_the_middle_of_a_confirmation_does_not_spoil_it(between: bytes) -> None:
    whole = b'7"AbCd\x00'

    heard = [whole[:cut] + between + whole[cut:] for cut in range(len(whole) + 1)]

    assert all(escpos.confirms(Fence.GS_H, each, TOKEN) for each in heard)


@pytest.mark.parametrize(
    "heard", [b'7"AbCe\x00', b'7"AbC', b'7"AbCd\x01', b"AbCd", b'7"\x00', b"", b"7 AbCd\x00", IDLE_BLOCK]
)
def test_a_job_is_confirmed_by_its_own_token_alone(heard: bytes) -> None:
    assert not escpos.confirms(Fence.GS_H, heard, TOKEN, asb=True)


def test_two_confirmations_and_a_block_between_them_are_told_apart() -> None:
    heard = b'7"AAAA\x00' + IDLE_BLOCK + b'7"AbCd\x00'

    said = escpos.sort_out(heard, asb=True)

    assert said.completed == (b"AAAA", TOKEN)
    assert said.blocks == (IDLE_BLOCK,)
    assert said.in_turn == said.rest == b""


@pytest.mark.parametrize(
    ("heard", "asb", "is_through"),
    [
        (b"\x00", False, True),
        (b"\x0c", False, True),
        (IDLE_BLOCK, True, False),
        (b"\x12", False, False),
        (b"\xff", False, False),
    ],
)
def test_an_answer_in_turn_is_no_block_and_no_status(heard: bytes, asb: bool, is_through: bool) -> None:
    assert escpos.confirms(Fence.GS_R, heard, TOKEN, asb=asb) is is_through


def test_the_question_for_confirmation_carries_the_token() -> None:
    assert escpos.fence(Fence.GS_H, TOKEN) == bytes.fromhex("1d 28 48 06 00 30 30") + TOKEN
    assert escpos.fence(Fence.GS_R, TOKEN) == bytes.fromhex("1d 72 01")
