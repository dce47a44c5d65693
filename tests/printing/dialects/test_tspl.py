"""TSPL: the status of one byte and that of four."""

from __future__ import annotations

import pytest

from kt1desk.printing.condition import Condition
from kt1desk.printing.dialects import tspl


@pytest.mark.parametrize(
    ("heard", "condition"),
    [
        (b"\x00", Condition.READY),
        (b"\x01", Condition.COVER_OPEN),
        (b"\x02", Condition.JAMMED),
        (b"\x04", Condition.PAPER_OUT),
        (b"\x05", Condition.COVER_OPEN),
        (b"\x08", Condition.RIBBON_OUT),
        (b"\x10", Condition.PAUSED),
        (b"\x20", Condition.READY),
        (b"\x80", Condition.JAMMED),
        (b"\x04\x00", Condition.READY),
    ],
)
def test_one_byte_says_what_to_mend_first_and_the_last_one_counts(heard: bytes, condition: Condition) -> None:
    assert tspl.condition_of(heard) is condition


@pytest.mark.parametrize(
    ("letters", "condition"),
    [
        (b"@@@@", Condition.READY),
        (b"P@@@", Condition.READY),
        (b"`@@@", Condition.PAUSED),
        (b"@A@@", Condition.PAPER_LOW),
        (b"@@H@", Condition.JAMMED),
        (b"@@@A", Condition.PAPER_OUT),
        (b"@@@`", Condition.COVER_OPEN),
        (b"@@@D", Condition.RIBBON_OUT),
    ],
)
def test_four_bytes_say_the_same_with_or_without_their_frame(letters: bytes, condition: Condition) -> None:
    assert tspl.condition_of(letters) is condition
    assert tspl.condition_of(b"\x02" + letters + b"\x03\r\n") is condition


@pytest.mark.parametrize("heard", [b"", b"@", b"@@@", b"\x02@@"])
def test_an_answer_that_is_not_whole_says_nothing(heard: bytes) -> None:
    assert tspl.condition_of(heard) is None
