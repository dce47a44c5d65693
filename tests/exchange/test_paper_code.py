"""Bytes on paper: exact bytes come back, in any order of scanning, or a refusal that says what is missing."""

from __future__ import annotations

import random
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange import paper_code
from kt1desk.exchange.paper_code import (
    A4_PART_BYTES,
    HEAD_BYTES,
    MAX_PARTS,
    MAX_PAYLOAD_BYTES,
    THERMAL_PART_BYTES,
    Collector,
    PaperMessage,
    Progress,
    is_part,
    parts_of,
)
from tests.support.exchange_keys import code_of, flipped, outcome, refusal

IDENT = EventId(7, Stream.KT1, 1, 4_711)
OTHER = EventId(7, Stream.KT1, 1, 4_712)
NOISE = random.Random(3).randbytes(2_000)
PARTS = parts_of(NOISE, IDENT, A4_PART_BYTES)
DICTIONARY = b'["ME473124829VN","none","240000"]' * 4


def _collected(parts: tuple[bytes, ...] | list[bytes]) -> PaperMessage:
    collector = Collector()
    for part in parts:
        collector.add(part)
    return collector.result()


def _resealed(part: bytes, at: int, value: int) -> bytes:
    """The same part with another byte in its head and a check sum that fits."""
    head = bytearray(part[: HEAD_BYTES - 4])
    head[at] = value
    piece = part[HEAD_BYTES:]
    return bytes(head) + zlib.crc32(piece, zlib.crc32(head)).to_bytes(4, "big") + piece


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=6_000),
    st.sampled_from([A4_PART_BYTES, THERMAL_PART_BYTES]),
    st.randoms(use_true_random=False),
)
def test_exact_bytes_come_back_from_parts_scanned_in_any_order_and_more_than_once(
    payload: bytes, max_bytes: int, order: random.Random
) -> None:
    parts = parts_of(payload, IDENT, max_bytes)
    scanned = [*parts, *order.choices(parts, k=3)]
    order.shuffle(scanned)

    message = _collected(scanned)

    assert message == PaperMessage(IDENT, payload)
    assert all(len(part) <= max_bytes and is_part(part) for part in parts)
    assert len(parts) == max(
        1, -(-(sum(len(part) - HEAD_BYTES for part in parts)) // (max_bytes - HEAD_BYTES))
    )


def test_the_parts_of_a_message_look_alike_on_the_page() -> None:
    sizes = {len(part) for part in PARTS}

    assert len(PARTS) == 3
    assert max(sizes) - min(sizes) <= 1


def test_the_bytes_of_a_part_are_fixed() -> None:
    (part,) = parts_of(b"kt1 kt1 kt1 kt1", IDENT, A4_PART_BYTES)

    assert part == bytes.fromhex("4b3101000007010001000012670101000852f14b2ae99813eaa69caa39cb2e3154c8466000")
    assert _collected([part]).payload == b"kt1 kt1 kt1 kt1"


def test_the_counter_is_told_which_parts_are_missing() -> None:
    collector = Collector()

    assert collector.progress == Progress(0, 0, ())
    assert collector.add(PARTS[2]) == Progress(1, 3, (1, 2))
    assert collector.add(PARTS[0]) == Progress(2, 3, (2,))
    assert collector.add(PARTS[0]) == Progress(2, 3, (2,))

    error = refusal(collector.result)
    assert (error.code, dict(error.details)) == (
        "paper_code.part_missing",
        {"have": 2, "of": 3, "missing": "2"},
    )
    assert collector.add(PARTS[1]).is_whole
    assert collector.result().payload == NOISE


def test_nothing_scanned_is_no_message() -> None:
    assert code_of(Collector().result) == "paper_code.part_missing"


@pytest.mark.parametrize(
    "others",
    [parts_of(NOISE, OTHER, A4_PART_BYTES), parts_of(NOISE[::-1], IDENT, A4_PART_BYTES)],
    ids=["event", "bytes"],
)
def test_a_part_of_another_paper_is_told_apart_and_loses_nothing(others: tuple[bytes, ...]) -> None:
    collector = Collector()
    collector.add(PARTS[0])

    error = refusal(lambda: collector.add(others[1]))

    assert (error.code, error.details["missing"]) == ("paper_code.other_message", "2, 3")
    collector.add(PARTS[1])
    collector.add(PARTS[2])
    assert collector.result().payload == NOISE


def test_after_clearing_another_paper_can_be_scanned() -> None:
    collector = Collector()
    collector.add(PARTS[0])

    collector.clear()

    for part in parts_of(b"x", OTHER, A4_PART_BYTES):
        collector.add(part)
    assert collector.result() == PaperMessage(OTHER, b"x")


def test_the_same_part_with_another_piece_is_altered() -> None:
    collector = Collector()
    collector.add(PARTS[0])
    head, piece = PARTS[0][: HEAD_BYTES - 4], flipped(PARTS[0][HEAD_BYTES:], 9)
    forged = head + zlib.crc32(piece, zlib.crc32(head)).to_bytes(4, "big") + piece

    assert code_of(lambda: collector.add(forged)) == "paper_code.altered"


def test_pieces_that_do_not_make_the_message_are_let_go_and_the_next_try_succeeds() -> None:
    head, piece = PARTS[1][: HEAD_BYTES - 4], flipped(PARTS[1][HEAD_BYTES:], 9)
    forged = head + zlib.crc32(piece, zlib.crc32(head)).to_bytes(4, "big") + piece
    collector = Collector()
    for part in (PARTS[0], forged, PARTS[2]):
        collector.add(part)

    assert code_of(collector.result) == "paper_code.altered"

    assert collector.progress == Progress(0, 0, ())
    for part in PARTS:
        collector.add(part)
    assert collector.result().payload == NOISE


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(PARTS[0]) * 8 - 1))
def test_a_flipped_bit_is_refused_before_anything_is_read(bit: int) -> None:
    code = code_of(lambda: Collector().add(flipped(PARTS[0], bit)))

    assert code in {"paper_code.damaged", "paper_code.unknown", "paper_code.newer"}


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200) | st.integers(2, len(PARTS[0]) - 1).map(lambda end: PARTS[0][:end]))
def test_anything_else_is_no_part(data: bytes) -> None:
    assert code_of(lambda: Collector().add(data)) in {
        "paper_code.damaged",
        "paper_code.unknown",
        "paper_code.newer",
    }


@settings(max_examples=300, deadline=None)
@given(st.integers(2, HEAD_BYTES - 5), st.integers(0, 255))
def test_a_forged_head_with_a_fitting_check_sum_is_refused_or_never_makes_a_message(
    at: int, value: int
) -> None:
    forged = [_resealed(part, at, value) for part in PARTS]
    true = forged == list(PARTS)

    assert (outcome(lambda: _collected(forged)) == "") is true


@pytest.mark.parametrize(
    ("at", "value", "code"),
    [
        (3, 9, "paper_code.dictionary"),
        (6, 3, "paper_code.damaged"),  # no such stream
        (13, 0, "paper_code.damaged"),  # part 0
        (13, 4, "paper_code.damaged"),  # part 4 of 3
        (14, 17, "paper_code.damaged"),  # of more than there may be
    ],
)
def test_a_head_that_no_program_writes_is_refused(at: int, value: int, code: str) -> None:
    assert code_of(lambda: Collector().add(_resealed(PARTS[0], at, value))) == code


def test_a_desk_for_trying_out_prints_and_is_read_by_nobody() -> None:
    trial = EventId(0, Stream.KT1, 1, 1)

    assert code_of(lambda: parts_of(b"x", trial, A4_PART_BYTES)) == "trust.trial_desk"
    assert code_of(lambda: Collector().add(_resealed(_resealed(PARTS[0], 4, 0), 5, 0))) == "trust.trial_desk"


def test_what_needs_more_than_sixteen_codes_travels_as_a_bundle() -> None:
    most = MAX_PARTS * (THERMAL_PART_BYTES - HEAD_BYTES)
    noise = random.Random(4).randbytes(most + 100)

    error = refusal(lambda: parts_of(noise, IDENT, THERMAL_PART_BYTES))

    assert (error.code, error.details["parts"], error.details["limit"]) == ("paper_code.too_large", 17, 16)
    assert len(parts_of(noise[: most - 20], IDENT, THERMAL_PART_BYTES)) == MAX_PARTS


def test_a_payload_has_a_limit_on_both_sides(monkeypatch: pytest.MonkeyPatch) -> None:
    largest, bomb = bytes(MAX_PAYLOAD_BYTES), bytes(MAX_PAYLOAD_BYTES + 1)

    assert _collected(parts_of(largest, IDENT, A4_PART_BYTES)).payload == largest
    assert code_of(lambda: parts_of(bomb, IDENT, A4_PART_BYTES)) == "paper_code.too_large"
    with monkeypatch.context() as patch:
        patch.setattr(paper_code, "MAX_PAYLOAD_BYTES", len(bomb))
        parts = parts_of(bomb, IDENT, A4_PART_BYTES)
    assert code_of(lambda: _collected(parts)) == "paper_code.altered"


def test_a_preset_dictionary_makes_it_smaller_and_gives_the_same_bytes() -> None:
    payload = b'["ME473124830VN","none","240600"]' * 2
    known = {1: DICTIONARY}

    packed = parts_of(payload, IDENT, A4_PART_BYTES, known, 1)

    assert len(packed[0]) < len(parts_of(payload, IDENT, A4_PART_BYTES)[0])
    collector = Collector(known)
    collector.add(packed[0])
    assert collector.result().payload == payload


def test_a_code_packed_with_a_dictionary_this_program_has_not_is_refused_with_its_number() -> None:
    (packed,) = parts_of(b"x", IDENT, A4_PART_BYTES, {3: DICTIONARY}, 3)

    error = refusal(lambda: Collector({1: DICTIONARY}).add(packed))

    assert (error.code, error.details["number"]) == ("paper_code.dictionary", 3)
    assert code_of(lambda: parts_of(b"x", IDENT, A4_PART_BYTES, {}, 3)) == "paper_code.dictionary"
