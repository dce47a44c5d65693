"""One way to talk to any printer: what is asked has no side effect, and a token is never taken for a status."""

from __future__ import annotations

import pytest

from kt1desk.printing.capabilities import Capabilities, Fence, StatusWay
from kt1desk.printing.condition import Condition
from kt1desk.printing.dialects.talk import confirms, fenced, questions, token_of, unasked

_HARMFUL = (b"\x10\x05", b"\x10\x14", b"\x1b!R", b"~JR", b"~JA")
"""Restart, cash drawer, emptying of buffers, reset."""


@pytest.mark.parametrize("way", list(StatusWay))
def test_no_question_has_a_side_effect(way: StatusWay) -> None:
    asked = b"".join(question.data for question in questions(way))

    assert not [harm for harm in _HARMFUL if harm in asked]
    assert (asked == b"") is (way is StatusWay.NONE)


def test_a_token_has_no_byte_that_could_be_a_status_of_the_printer() -> None:
    tokens = [token_of("label-1", str(number)) for number in range(2000)]

    letters = set(b"".join(tokens))

    assert {len(token) for token in tokens} == {4}
    assert len(set(tokens)) > 1990
    assert not [byte for byte in letters if byte & 0x90]


@pytest.mark.parametrize("fence", list(Fence))
def test_only_a_printer_with_a_fence_is_asked_to_confirm_and_only_its_answer_does(fence: Fence) -> None:
    job = b"^XA^FO1,1^GB9,9,9^FS^XZ\r\n"
    answers = {Fence.GS_R: b"\x00", Fence.GS_H: b'7"AbCd\x00', Fence.HV: b"KT1[AbCd]\r\n", Fence.NONE: b""}

    is_asked = fenced(fence, job, b"AbCd") != job
    through = {way for way, heard in answers.items() if confirms(Capabilities(fence), heard, b"AbCd")}

    assert is_asked is (fence is not Fence.NONE)
    # GS r carries no token: there any byte of its kind counts, which is why it is the weakest of the fences.
    assert through - ({Fence.HV, Fence.GS_H} if fence is Fence.GS_R else set()) == {fence} - {Fence.NONE}


def test_what_a_printer_says_by_itself_is_put_together_and_the_newest_counts() -> None:
    told = b"\x30\x00\x00\x00\x10\x00\x00\x00\x30\x00"

    condition, rest = unasked(StatusWay.ASB, told)
    later, nothing = unasked(StatusWay.ASB, rest + b"\x00\x00")

    assert (condition, rest) == (Condition.READY, b"\x30\x00")
    assert (later, nothing) == (Condition.COVER_OPEN, b"")
    assert unasked(StatusWay.DLE_EOT, told) == (None, b"")
