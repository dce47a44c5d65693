"""Reading bytes from outside: nothing is taken that is not there, and nothing grows beyond what it may."""

from __future__ import annotations

import tracemalloc

import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.reading import ByteReader, counted, deflated, inflated

MOST = 1_000


def test_what_is_not_there_is_not_taken() -> None:
    reader = ByteReader(b"abc", "wire.damaged")

    assert reader.take(2) == b"ab"
    with pytest.raises(DeskError, match=r"wire\.damaged"):
        reader.take(2)


def test_a_length_above_the_most_is_refused_also_where_that_much_is_there() -> None:
    data = counted(bytes(10), 1)

    assert ByteReader(data, "wire.damaged").counted(1, 10) == bytes(10)
    with pytest.raises(DeskError, match=r"wire\.damaged"):
        ByteReader(data, "wire.damaged").counted(1, 9)


@pytest.mark.parametrize(
    "data", [b"\x02\xc3\xa1", b"\x01\x00", b"\x01\n"], ids=["not ASCII", "NUL", "line end"]
)
def test_a_text_is_printable_ascii(data: bytes) -> None:
    with pytest.raises(DeskError, match=r"wire\.damaged"):
        ByteReader(data, "wire.damaged").text(1, 10)


def test_exactly_the_most_unpacks_and_one_byte_more_does_not() -> None:
    assert inflated(deflated(bytes(MOST), b""), b"", MOST) == bytes(MOST)
    assert inflated(deflated(bytes(MOST + 1), b""), b"", MOST) is None


def test_a_bomb_takes_no_more_memory_than_the_most() -> None:
    bomb = deflated(bytes(50_000_000), b"")

    tracemalloc.start()
    unpacked = inflated(bomb, b"", MOST)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert unpacked is None
    assert peak < 1_000_000


@pytest.mark.parametrize("tail", [b"\x00", b"x" * 100])
def test_bytes_after_the_end_of_a_stream_are_refused(tail: bytes) -> None:
    assert inflated(deflated(b"abc", b"") + tail, b"", MOST) is None


def test_a_stream_that_was_cut_is_refused() -> None:
    assert inflated(deflated(b"abc" * 50, b"")[:-1], b"", MOST) is None
