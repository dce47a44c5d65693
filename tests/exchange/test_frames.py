"""Frames: the same events are the same bytes, the chain inside is whole, and what is forged, changed, doubled or too large is refused."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.events import Event, Moment
from kt1desk.exchange import frames, wire
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import (
    MAX_EVENTS,
    START,
    Frame,
    Mark,
    OpenedFrame,
    open_frame,
    read_head,
    seal_frame,
)
from kt1desk.exchange.reading import counted, deflated
from kt1desk.exchange.trust import KeyList
from tests.support.chains import Writer, arrived, dispatch, item_number, send, tried
from tests.support.exchange_keys import (
    COMMUNE,
    DAY,
    KEYS,
    NOON_MS,
    OFFICE,
    TRIAL,
    code_of,
    flipped,
    own_keys,
    refusal,
    row_of,
)

MADE = Moment(NOON_MS)


@cache
def _chain(count: int) -> tuple[Event, ...]:
    writer = Writer(COMMUNE)
    return tuple(writer.append(arrived(item_number(at))) for at in range(count))


def _sealed(events: tuple[Event, ...], after: Mark = START) -> Frame:
    return seal_frame(events, after, MADE, COMMUNE, shipped())


def _opened(data: bytes, keys: KeyList = KEYS) -> OpenedFrame:
    return open_frame(data, keys, shipped())


def _resigned(frame: Frame, packed: bytes, dictionary: int = 1) -> bytes:
    """The frame of a desk that knows its own key and nothing of the rules: other contents, well signed."""
    unsigned = replace(frame.head, dictionary=dictionary).encode() + counted(packed, 4)
    hashed = hashlib.sha256(b"kt1desk/frame/1\0" + unsigned).digest()
    return unsigned + COMMUNE.sign(b"kt1desk/signed-frame/1\0" + hashed)


def _told(events: tuple[Event, ...], prev: bytes) -> bytes:
    return prev + b"".join(counted(wire.encode_follower(event), 4) for event in events)


def test_the_events_of_a_frame_come_back_whole_and_in_their_order() -> None:
    events = _chain(20)

    opened = _opened(_sealed(events).data)

    assert opened.events == events
    assert opened.desk.device == COMMUNE.device


def test_a_retry_sends_identical_bytes() -> None:
    events = _chain(20)

    assert _sealed(events).data == _sealed(events).data


def test_each_frame_names_the_hash_of_the_one_before_and_counts_on() -> None:
    events = _chain(20)

    first = _sealed(events[:12])
    second = _sealed(events[12:], first.mark)

    assert (second.head.number, second.head.prev, second.head.first.seq) == (2, first.hash, 13)
    assert _opened(second.data).events == events[12:]


def test_a_frame_takes_no_more_events_than_it_may_and_leaves_the_rest_for_the_next() -> None:
    events = _chain(MAX_EVENTS + 5)

    frame = _sealed(events)

    assert frame.head.count == MAX_EVENTS
    assert frame.head.last_seq == MAX_EVENTS


def test_a_frame_is_cut_before_its_packed_bytes_pass_a_second_of_a_slow_line() -> None:
    writer = Writer()
    events = tuple(send(writer, dispatch(40, secret=40)) for _ in range(12))

    frame = seal_frame(events, START, MADE, OFFICE, shipped())

    assert 1 < frame.head.count < 12
    assert len(frame.data) <= frames.GOOD_BYTES + 200


def test_one_event_larger_than_that_goes_alone() -> None:
    writer = Writer()
    events = tuple(send(writer, dispatch(220, secret=220)) for _ in range(2))

    frame = seal_frame(events, START, MADE, OFFICE, shipped())

    assert frame.head.count == 1
    assert len(frame.data) > frames.GOOD_BYTES
    assert _opened(frame.data).events == events[:1]


@given(st.integers(0, len(_sealed(_chain(3)).data) * 8 - 1))
def test_no_bit_of_a_frame_can_be_changed(bit: int) -> None:
    data = flipped(_sealed(_chain(3)).data, bit)

    code = code_of(lambda: _opened(data))

    assert code.startswith(("frame.", "trust."))


def test_a_frame_of_a_desk_that_is_in_no_list_or_for_trying_out_is_refused() -> None:
    stranger, trial = own_keys(66), TRIAL
    events = (Writer(stranger).append(arrived()),)

    foreign = seal_frame(events, START, MADE, stranger, shipped())

    assert code_of(lambda: _opened(foreign.data)) == "trust.unknown_device"
    assert code_of(lambda: seal_frame(events, START, MADE, trial, shipped())) == "trust.trial_desk"


def test_a_frame_counts_for_the_day_it_was_sealed_and_not_for_the_key_of_another_day() -> None:
    late = seal_frame(_chain(3), START, Moment(NOON_MS + 86_400_000), COMMUNE, shipped())
    ended = KeyList((row_of(COMMUNE, valid_to=DAY),), 6, DAY)

    assert refusal(lambda: _opened(late.data, ended)).details["day"] == "2026-11-24"
    assert len(_opened(late.data).events) == 3


def test_a_signature_of_another_desk_of_the_list_is_forged() -> None:
    signed_by_other = seal_frame(_chain(3), START, MADE, OFFICE, shipped())

    assert code_of(lambda: _opened(signed_by_other.data)) == "frame.forged"


@pytest.mark.parametrize(
    "events",
    [
        _chain(6)[:1] + _chain(6)[2:],
        _chain(6)[1:],
        _chain(5)[::-1],
        _chain(5)[:4],
        (*_chain(5), _chain(5)[0]),
    ],
    ids=["one left out", "another first", "turned round", "fewer than said", "more than said"],
)
def test_events_that_do_not_follow_each_other_are_refused_even_well_signed(events: tuple[Event, ...]) -> None:
    frame = _sealed(_chain(5))

    data = _resigned(frame, deflated(_told(events, events[0].prev), shipped()[1]))

    assert code_of(lambda: _opened(data)) in {"frame.chain", "frame.damaged"}


def test_the_first_event_of_a_chain_stands_after_nothing() -> None:
    frame = _sealed(_chain(2))

    data = _resigned(frame, deflated(_told(_chain(2), bytes([1]) * 32), shipped()[1]))

    assert code_of(lambda: _opened(data)) == "frame.chain"


def test_what_would_unpack_to_more_than_a_frame_may_hold_is_refused_before_it_is_unpacked() -> None:
    frame = _sealed(_chain(2))
    bomb = deflated(bytes(30 * frames.MAX_INFLATED_BYTES), shipped()[1])

    assert len(bomb) < frames.MAX_BYTES
    assert code_of(lambda: _opened(_resigned(frame, bomb))) == "frame.damaged"


def test_a_frame_longer_than_any_may_be_is_refused_unread() -> None:
    most = frames.MAX_BYTES - len(_resigned(_sealed(_chain(2)), b""))

    assert read_head(_resigned(_sealed(_chain(2)), bytes(most))).head.number == 1
    assert code_of(lambda: read_head(_resigned(_sealed(_chain(2)), bytes(most + 1)))) == "frame.damaged"


def test_a_version_to_come_is_told_apart_from_damage() -> None:
    data = bytearray(_sealed(_chain(2)).data)
    data[2] = frames.VERSION + 1

    assert code_of(lambda: read_head(bytes(data))) == "frame.newer"


def test_frames_are_read_back_to_the_third_version_before_the_newest(monkeypatch: pytest.MonkeyPatch) -> None:
    data = _sealed(_chain(2)).data
    monkeypatch.setattr(frames, "OLDEST_VERSION", 2)

    assert code_of(lambda: read_head(data)) == "frame.too_old"
    assert frames.OLDEST_VERSION >= frames.VERSION - 3


def test_a_dictionary_this_program_has_not_is_named() -> None:
    data = _resigned(_sealed(_chain(2)), b"x", dictionary=9)

    assert refusal(lambda: _opened(data)).details["number"] == 9


@given(st.binary(max_size=300), st.booleans())
def test_any_contents_under_a_true_signature_end_in_a_refusal_of_ours(noise: bytes, packed: bool) -> None:
    contents = deflated(noise, shipped()[1]) if packed else noise
    data = _resigned(_sealed(_chain(2)), contents)

    outcome = tried(lambda: _opened(data))

    assert outcome in {"frame.damaged", "frame.chain", "wire.damaged"}


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_at_all_are_refused(noise: bytes, begun: bool) -> None:
    data = b"KF\x01\x01" + noise if begun else noise

    outcome = tried(lambda: _opened(data))

    assert isinstance(outcome, str)
