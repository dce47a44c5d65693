"""ZPL: the three lines of a host status, and the field that comes back with its label."""

from __future__ import annotations

import pytest
import zplkit

from kt1desk.printing.condition import Condition
from kt1desk.printing.dialects import zpl

IDLE = b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"


def _status(first: str = "0,0", heat: str = "0,0", second: str = "0,0") -> bytes:
    return (
        f"\x02030,{first},1245,000,0,0,0,000,0,{heat}\x03\r\n\x02000,0,{second},0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("heard", "condition"),
    [
        (IDLE, Condition.READY),
        (_status(first="1,0"), Condition.PAPER_OUT),
        (_status(first="0,1"), Condition.PAUSED),
        (_status(heat="0,1"), Condition.JAMMED),
        (_status(second="1,0"), Condition.COVER_OPEN),
        (_status(second="0,1"), Condition.RIBBON_OUT),
        (_status(first="1,1", second="1,0"), Condition.COVER_OPEN),
    ],
)
def test_a_host_status_says_what_to_mend_first(heard: bytes, condition: Condition) -> None:
    assert zpl.condition_of(heard) is condition


def test_a_status_that_came_in_part_is_none_yet() -> None:
    second_line_ends = IDLE.index(b"\x03", IDLE.index(b"\x03") + 1)

    early = {zpl.condition_of(IDLE[:cut]) for cut in range(second_line_ends + 1)}

    assert early == {None}
    assert zpl.condition_of(IDLE[: second_line_ends + 1]) is Condition.READY


@pytest.mark.parametrize("stray", [b"\x12", b"\x11\x13", b"\xff\x00", b"KT1[AbCd]\r\n"])
def test_stray_bytes_do_not_change_a_status(stray: bytes) -> None:
    middle = len(IDLE) // 3

    assert zpl.condition_of(stray + IDLE) is Condition.READY
    assert stray[:1] == b"K" or zpl.condition_of(IDLE[:middle] + stray + IDLE[middle:]) is Condition.READY


@pytest.mark.parametrize(
    "heard", [b"", b"\x02\x03", b"\x02030,0,0\x03", b"V72.18.7Z\r\n", b"\x02" + b"9" * 50 + b"\x03"]
)
def test_what_is_no_status_says_nothing(heard: bytes) -> None:
    assert zpl.condition_of(heard) is None


def test_the_last_label_alone_is_to_be_confirmed() -> None:
    job = b"^XA^FO1,1^GB9,9,9^FS^XZ\r\n^XA^FO2,2^GB9,9,9^FS^PQ1,0,1,N^XZ\r\n"

    sent = zpl.fenced(job, b"AbCd")

    before, after = sent.split(zpl.fence(b"AbCd"))
    assert before + after == job
    assert after == b"^XZ\r\n"


@pytest.mark.parametrize("waking", [b"~JA\r\n", b"~JA\r\n^XA^XZ\r\n"])
def test_a_printer_that_was_woken_confirms_it_with_a_format_of_its_own(waking: bytes) -> None:
    sent = zpl.fenced(waking, b"AbCd")

    assert sent == waking + b"^XA" + zpl.fence(b"AbCd") + b"^XZ\r\n"


def test_what_is_read_back_is_not_seen_on_the_label() -> None:
    label = b"^XA^PW200^LL100^FO10,10^GB50,50,50^FS^XZ"
    fenced = zpl.fenced(label, b"AbCd")
    command = fenced[fenced.index(b"^FH_^HV") : fenced.index(b"^XZ")]

    # The renderer has no host to answer to and refuses the command itself; what stays is the field that is read back.
    field_alone = fenced.replace(command, b"")
    seen = label.replace(b"^XZ", b"^FO0,0^A0N,10,10^FN1^FDAbCd^FS^XZ")

    assert b"^FN1^FDAbCd^FS" in field_alone
    assert _drawn(field_alone) == _drawn(label) != _drawn(seen)


def _drawn(job: bytes) -> list[bytes]:
    return [label.rasterize().pixels for label in zplkit.render(job.decode()).labels]


@pytest.mark.parametrize(
    ("heard", "is_through"),
    [
        (b"KT1[AbCd]\r\n", True),
        (b"\x12KT1\x11[AbCd]", True),
        (b"KT1[AbCe]\r\n", False),
        (b"KT1[AbC", False),
        (b"AbCd", False),
        (b"", False),
    ],
)
def test_a_label_is_confirmed_by_its_own_token_alone(heard: bytes, is_through: bool) -> None:
    assert zpl.confirms(heard, b"AbCd") is is_through
