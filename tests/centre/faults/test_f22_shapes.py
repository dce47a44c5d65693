"""Strange shapes from a desk that has its key and keeps no rules: kept byte for byte, or set aside; whatever it is, the others go on."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kt1desk.domain.events import GENESIS, EventId, Moment, Stream, event_hash
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import FIRST_PREV, MAX_BYTES, Frame, FrameHead
from kt1desk.exchange.reading import counted, deflated
from tests.centre.oracle import violations
from tests.support.chains import arrived, item_number
from tests.support.exchange_keys import COMMUNE, COMMUNE_POINT, KEYS, OFFICE, OFFICE_POINT
from tests.support.gate_model import frame_hash
from tests.support.integrating import NOON, AnyCentre, DeskChain, MemoryCentre, all_events

POINTS = (OFFICE_POINT, COMMUNE_POINT)
ENVELOPE = (
    b'{"at":[1795410001000,420],"boot":"b","by":"ha.hoang","hlc":[1795410001000,0],"id":[9,1,1,%d],'
    b'"type":"item.arrived","v":1}'
)
GOOD_BODY = b'{"from_point":"240000","point":"246940"}'
BODIES = {
    "quotes": b'{"from_point":"240000\' OR 1=1; --","point":"246940"}',
    "percent": b'{"from_point":"%s%n%00","point":"246940"}',
    "nul": b'{"from_point":"\\u0000","point":"246940"}',
    "raw nul": b'{"from_point":"\0","point":"246940"}',
    "lone surrogate": b'{"from_point":"\\ud800","point":"246940"}',
    "not utf-8": b'{"from_point":"\xed\xa0\x80\xff","point":"246940"}',
    "right to left": '{"from_point":"\u202e240000","point":"246940"}'.encode(),
    "emoji": '{"from_point":"🐉🇻🇳","point":"246940"}'.encode(),
    "20 digits": b'{"from_point":100000000000000000000,"point":"246940"}',
    "a million digits": b'{"from_point":' + b"9" * 100_000 + b"}",
    "not a number": b'{"from_point":NaN,"point":"246940"}',
    "deep": b'{"from_point":' + b"[" * 60_000 + b"]" * 60_000 + b"}",
    "an array": b"[1]",
    "not json": b"\x00\x01\x02",
    "empty": b"",
    "a list of points": b'{"from_point":["240000"],"point":"246940"}',
    "copy's end": b"\\.\n",
}


def _sealed(told: bytes, count: int, number: int = 1, prev: bytes = FIRST_PREV, seq: int = 1) -> Frame:
    """A frame as a desk makes it that signs whatever it is given."""
    head = FrameHead(EventId(COMMUNE.device, Stream.KT1, 1, seq), count, number, prev, Moment(NOON.utc_ms), 1)
    unsigned = head.encode() + counted(deflated(told, shipped()[1]), 4)
    hashed = frame_hash(unsigned + bytes(64))
    return Frame(head, hashed, unsigned + COMMUNE.sign(b"kt1desk/signed-frame/1\0" + hashed))


def _follower(envelope: bytes, body: bytes, rows: bytes = b"\0\0") -> bytes:
    return counted(counted(envelope, 2) + counted(body, 4) + rows, 4)


def _three(envelope: bytes, body: bytes) -> tuple[Frame, list[tuple[bytes, bytes]]]:
    """A frame of three events, the strange one in the middle, and what each of them is."""
    pairs = [(ENVELOPE % 1, GOOD_BODY), (envelope, body), (ENVELOPE % 3, GOOD_BODY)]
    return _sealed(GENESIS + b"".join(_follower(*pair) for pair in pairs), 3), pairs


def _goes_on(centre: AnyCentre) -> list[str]:
    """Another desk's frames, which came with the strange one, and what does not hold of them."""
    office = DeskChain.of(OFFICE)
    office.seal(arrived(item_number(1), point=OFFICE_POINT, to=COMMUNE_POINT))
    centre.lay(*office.frames)
    integrator = centre.integrator()
    for _ in range(5):
        integrator.round()
    here = all_events(centre.reader)
    return [event.id.text for event in office.writer.events if event.id.text not in {k.text for k in here}]


@pytest.mark.parametrize("name", BODIES)
def test_a_strange_body_is_kept_byte_for_byte_and_everything_else_goes_on(
    centre: AnyCentre, name: str
) -> None:
    frame, pairs = _three(ENVELOPE % 2, BODIES[name])
    centre.list_keys(KEYS)
    centre.lay(frame)

    missing = _goes_on(centre)

    stored = [
        each.row for key, each in sorted(all_events(centre.reader).items()) if key.device == COMMUNE.device
    ]
    assert missing == []
    assert [(row.envelope, row.body) for row in stored] == pairs
    assert all(event_hash(row.prev, row.envelope, row.body) == row.hash for row in stored)


@pytest.mark.parametrize(
    "envelope",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        ENVELOPE % 1,
        ENVELOPE.replace(b'"v":1', b'"v":99999999999') % 2,
        ENVELOPE.replace(b"1000,0]", b"1000,99999999999]") % 2,
        ENVELOPE.replace(b"1795410001000,0", b"100000000000000000000,0") % 2,
        ENVELOPE.replace(b"item.arrived", "vật.đến\U0001f40a".encode()) % 2,
        ENVELOPE.replace(b"ha.hoang", b"ha\x00hoang") % 2,
    ],
)
def test_an_event_whose_envelope_says_nothing_is_kept_in_its_place_and_parked(
    centre: AnyCentre, envelope: bytes
) -> None:
    frame, pairs = _three(envelope, GOOD_BODY)
    centre.list_keys(KEYS)
    centre.lay(frame)

    missing = _goes_on(centre)

    stored = [
        each.row for key, each in sorted(all_events(centre.reader).items()) if key.device == COMMUNE.device
    ]
    assert missing == []
    assert [(row.envelope, row.body) for row in stored] == pairs
    assert [row.at for row in centre.reader.parked()] == [2]


def _bomb() -> Frame:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, zdict=shipped()[1])
    packed = packer.compress(bytes(64 * 1024 * 1024)) + packer.flush()
    head = FrameHead(EventId(COMMUNE.device, Stream.KT1, 1, 1), 1, 1, FIRST_PREV, NOON, 1)
    unsigned = head.encode() + counted(packed[: MAX_BYTES - 200], 4)
    hashed = frame_hash(unsigned + bytes(64))
    return Frame(head, hashed, unsigned + COMMUNE.sign(b"kt1desk/signed-frame/1\0" + hashed))


def _large() -> Frame:
    frame = _sealed(GENESIS + _follower(ENVELOPE % 1, GOOD_BODY), 1)
    data = frame.data + bytes(MAX_BYTES)
    return Frame(frame.head, frame_hash(data), data)


WHOLE_FRAMES: dict[str, Callable[[], Frame]] = {
    "inflates to 64 MiB": _bomb,
    "larger than 64 kB": _large,
    "no events though it counts one": lambda: _sealed(GENESIS, 1),
    "a length past the end": lambda: _sealed(GENESIS + b"\xff\xff\xff\xff", 1),
    "rows that are not there": lambda: _sealed(GENESIS + _follower(ENVELOPE % 1, GOOD_BODY, b"\xff\xff"), 1),
    "more than it counts": lambda: _sealed(GENESIS + _follower(ENVELOPE % 1, GOOD_BODY) * 2, 1),
    "another beginning": lambda: _sealed(b"\1" * 32 + _follower(ENVELOPE % 1, GOOD_BODY), 1),
}


@pytest.mark.parametrize("name", WHOLE_FRAMES)
def test_a_frame_that_cannot_be_taken_apart_is_parked_whole_and_everything_else_goes_on(
    centre: AnyCentre, name: str
) -> None:
    frame = WHOLE_FRAMES[name]()
    centre.list_keys(KEYS)
    centre.lay(frame)

    missing = _goes_on(centre)

    (parked,) = centre.reader.parked()
    assert missing == []
    assert parked.data == frame.data


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    body=st.one_of(
        st.binary(max_size=300), st.text(max_size=80).map(lambda text: json.dumps({"point": text}).encode())
    )
)
def test_whatever_stands_in_a_body_it_comes_back_as_it_was(body: bytes) -> None:
    centre = MemoryCentre()
    frame, pairs = _three(ENVELOPE % 2, body)
    centre.list_keys(KEYS)
    centre.lay(frame)

    missing = _goes_on(centre)

    stored = [
        each.row for key, each in sorted(all_events(centre.reader).items()) if key.device == COMMUNE.device
    ]
    assert missing == []
    assert [(row.envelope, row.body) for row in stored] == pairs


def test_the_oracle_sees_an_event_that_is_not_there(centre: AnyCentre) -> None:
    chain = DeskChain()
    chain.seal(arrived())
    centre.list_keys(KEYS)
    centre.lay(*chain.frames)

    before = violations(centre, chain.writer.events, POINTS)
    centre.integrator().round()
    after = violations(centre, chain.writer.events, POINTS)

    assert (before, after) == ([f"{chain.writer.events[0].id.text} is not at the centre"], [])
