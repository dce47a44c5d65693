"""An event as it travels: the same bytes back, the hashes of rows left out and computed, and nothing but a refusal for anything else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.events import HASH_BYTES, MAX_ROW_BYTES, Event, Particulars
from kt1desk.exchange import wire
from kt1desk.exchange.trust import verify_event
from tests.support.chains import Writer, arrived, dispatch, send, tried
from tests.support.exchange_keys import COMMUNE, KEYS, code_of

PLAIN = Writer(COMMUNE).append(arrived())
SECRET = send(Writer(), dispatch(5, secret=3))
EVENTS = st.sampled_from((PLAIN, SECRET))


@pytest.mark.parametrize("event", [PLAIN, SECRET], ids=["plain", "with rows beside it"])
def test_an_event_comes_back_byte_for_byte_with_the_hash_it_has_in_its_journal(event: Event) -> None:
    travelled = wire.encode(event)

    back = wire.decode(travelled)

    assert back == event


def test_the_hash_of_a_row_that_comes_along_does_not_travel() -> None:
    hashes = [row.hash for row in SECRET.particulars]

    travelled = wire.encode(SECRET)

    assert len(hashes) == 8
    assert [found for found in hashes if found in travelled or found.hex().encode() in travelled] == []


def test_an_erased_row_is_told_by_its_hash_and_the_event_is_the_same() -> None:
    erased = replace(SECRET, particulars=SECRET.particulars[:2])

    back = wire.decode(wire.encode(erased))

    assert (back.hash, back.particulars) == (SECRET.hash, SECRET.particulars[:2])
    assert verify_event(back, KEYS).device == 7


@pytest.mark.parametrize("part", ["salt", "row"])
def test_a_row_that_was_changed_on_the_way_makes_another_event_that_nobody_signed(part: str) -> None:
    first = SECRET.particulars[0]
    other = Particulars.make(first.slot, {"name": "Người khác"}, first.salt)
    changed = replace(first, salt=bytes(8)) if part == "salt" else other
    travelled = wire.encode(replace(SECRET, particulars=(changed, *SECRET.particulars[1:])))

    back = wire.decode(travelled)

    assert back.hash != SECRET.hash
    assert code_of(lambda: verify_event(back, KEYS)) == "trust.forged"


def test_a_row_the_body_does_not_speak_of_is_refused() -> None:
    stray = Particulars.make("witness", {"name": "Ai đó"}, bytes(8))
    core, rows = wire.encode_core(SECRET), wire.encode_rows((*SECRET.particulars, stray))

    assert code_of(lambda: wire.decode(SECRET.prev + core + rows)) == "wire.damaged"


def test_a_row_the_body_speaks_of_without_its_hash_must_come_along() -> None:
    core, rows = wire.encode_core(SECRET), wire.encode_rows(SECRET.particulars[1:])

    assert code_of(lambda: wire.decode(SECRET.prev + core + rows)) == "wire.damaged"


def test_rows_have_one_order_and_no_slot_twice() -> None:
    swapped = (SECRET.particulars[1], SECRET.particulars[0], *SECRET.particulars[2:])
    core = wire.encode_core(SECRET)
    one = wire.encode_rows(SECRET.particulars[:1])[2:]
    two = wire.encode_rows(SECRET.particulars[1:])[2:]
    count = len(swapped).to_bytes(2, "big")

    in_order = wire.decode(SECRET.prev + core + count + one + two)

    assert in_order == SECRET
    assert code_of(lambda: wire.decode(SECRET.prev + core + count + two + one)) == "wire.damaged"
    doubled = (len(swapped) + 1).to_bytes(2, "big") + one + one + two
    assert code_of(lambda: wire.decode(SECRET.prev + core + doubled)) == "wire.damaged"


def test_a_row_longer_than_any_row_may_be_is_refused_unread() -> None:
    long = replace(SECRET.particulars[0], row=b"{" + b" " * MAX_ROW_BYTES)

    travelled = SECRET.prev + wire.encode_core(SECRET) + wire.encode_rows((long, *SECRET.particulars[1:]))

    assert code_of(lambda: wire.decode(travelled)) == "wire.damaged"


@pytest.mark.parametrize(
    "body", [b'{"a": 1}', b'{"b":1,"a":2}', b'{"a":1.5}', b'{"beside":["x"]}', b"[]", b""]
)
def test_a_body_in_another_than_its_one_form_is_refused(body: bytes) -> None:
    travelled = wire.encode(replace(PLAIN, body_bytes=body))

    assert code_of(lambda: wire.decode(travelled)) == "wire.damaged"


def test_a_follower_needs_the_hash_before_it() -> None:
    writer = Writer(COMMUNE)
    first, second = writer.append(arrived()), writer.append(arrived("ME473124019VN"))

    back = wire.decode_after(first.hash, wire.encode_follower(second))

    assert back == second
    assert wire.decode_after(bytes(HASH_BYTES), wire.encode_follower(second)).hash != second.hash


@given(EVENTS, st.data())
def test_a_cut_lengthened_or_changed_event_is_refused_or_is_another_event(
    event: Event, data: st.DataObject
) -> None:
    travelled = bytearray(wire.encode(event))
    at = data.draw(st.integers(0, len(travelled) - 1))
    if data.draw(st.booleans()):
        travelled[at] ^= data.draw(st.integers(1, 255))
    else:
        travelled = travelled[:at] if data.draw(st.booleans()) else travelled + bytes(at + 1)

    back = tried(lambda: wire.decode(bytes(travelled)))

    assert back == "wire.damaged" if isinstance(back, str) else back.hash != event.hash


@given(st.binary(max_size=400))
def test_any_bytes_at_all_are_refused(data: bytes) -> None:
    assert code_of(lambda: wire.decode(data)) == "wire.damaged"
