"""A dispatch as 2D codes: the very event at the other end, its masked names for that point's desks alone, and every change refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kt1desk.domain.events import Event
from kt1desk.exchange import wire
from kt1desk.exchange.codes import PaperCodes, collected, read_paper
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.paper_code import A4_PART_BYTES, MAX_PARTS, PaperMessage, parts_of
from kt1desk.exchange.reading import deflated
from kt1desk.exchange.sealing import seal_to
from kt1desk.exchange.trust import KeyList, verify_event
from kt1desk.store.device_key import PointKey
from tests.support.chains import AGENCIES, Writer, dispatch, send, tried
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    KEYS,
    OFFICE,
    OFFICE_SECOND,
    TRIAL,
    code_of,
    flipped,
    own_keys,
    refusal,
    row_of,
    seeded,
)

SECRET = send(Writer(), dispatch(12, secret=5))
OPEN = Writer().append(dispatch(6))
CODES = PaperCodes(OFFICE, KEYS, seeded())


def _paper(event: Event = SECRET) -> PaperMessage:
    return collected(CODES.parts(event, COMMUNE_POINT))


def _reader(own: PointKey = COMMUNE) -> Event:
    return read_paper(_paper(), own)


@pytest.mark.parametrize("event", [SECRET, OPEN], ids=["names beside it", "nothing beside it"])
def test_the_desk_it_goes_to_has_the_very_event(event: Event) -> None:
    parts = CODES.parts(event, COMMUNE_POINT)

    taken = read_paper(collected(reversed(parts)), COMMUNE)

    assert taken == event
    assert verify_event(taken, KEYS).device == OFFICE.device


def test_every_desk_of_the_point_can_read_it() -> None:
    second = own_keys(10, COMMUNE_POINT)
    keys = KeyList((*KEYS.desks, row_of(second)), 6, KEYS.day)

    paper = collected(PaperCodes(OFFICE, keys, seeded()).parts(SECRET, COMMUNE_POINT))

    assert read_paper(paper, second) == read_paper(paper, COMMUNE) == SECRET


def test_names_that_are_masked_on_the_paper_cannot_be_read_from_its_code() -> None:
    event = send(Writer(), dispatch(4, secret=4))

    told = _paper(event).payload

    assert AGENCIES[0].name.encode() in wire.encode(event)
    assert AGENCIES[0].name.encode() not in told
    assert [row.slot for row in event.particulars if row.row in told or row.salt in told] == []


@pytest.mark.parametrize("own", [OFFICE_SECOND, own_keys(66)], ids=["another desk", "a stranger"])
def test_the_desk_of_another_point_is_told_whom_the_paper_is_for(own: PointKey) -> None:
    assert refusal(lambda: _reader(own)).details == {"point": COMMUNE_POINT}
    assert code_of(lambda: _reader(own)) == "inbox.other_point"


def test_another_desk_of_the_same_point_that_it_was_not_sealed_to_cannot_open_it() -> None:
    assert code_of(lambda: _reader(own_keys(67, COMMUNE_POINT))) == "sealing.unopened"


def test_rows_sealed_beside_one_dispatch_open_beside_no_other() -> None:
    writer = Writer()
    writer.append(dispatch(1))
    other = send(writer, dispatch(12, secret=5))
    head = 3 + len(SECRET.prev + wire.encode_core(SECRET))
    foreign = _paper(other).payload[3 + len(other.prev + wire.encode_core(other)) :]

    moved = PaperMessage(SECRET.id, _paper().payload[:head] + foreign)

    assert code_of(lambda: read_paper(moved, COMMUNE)) == "sealing.unopened"


def test_rows_that_somebody_else_sealed_make_no_event_that_was_signed() -> None:
    told = SECRET.prev + wire.encode_core(SECRET)
    first = replace(SECRET.particulars[0], salt=bytes(8))
    rows = deflated(wire.encode_rows((first, *SECRET.particulars[1:])), shipped()[1])
    sealed = seal_to(rows, [row_of(COMMUNE)], b"kt1desk/paper-rows/1\0" + told, seeded(5))

    taken = read_paper(PaperMessage(SECRET.id, bytes([1, 1, 1]) + told + sealed), COMMUNE)

    assert code_of(lambda: verify_event(taken, KEYS)) == "trust.forged"


def test_parts_that_name_another_event_than_they_carry_are_refused() -> None:
    disguised = PaperMessage(replace(SECRET.id, seq=99), _paper().payload)

    assert code_of(lambda: read_paper(disguised, COMMUNE)) == "paper_code.altered"


def test_a_payload_whose_rows_are_neither_there_nor_absent_is_refused() -> None:
    payload = _paper(OPEN).payload

    assert read_paper(PaperMessage(OPEN.id, payload), COMMUNE) == OPEN
    odd = PaperMessage(OPEN.id, payload[:1] + b"\x07" + payload[2:])
    assert code_of(lambda: read_paper(odd, COMMUNE)) == "paper_code.altered"


def test_a_payload_of_a_later_program_says_so() -> None:
    later = PaperMessage(SECRET.id, b"\x02" + _paper().payload[1:])

    assert code_of(lambda: read_paper(later, COMMUNE)) == "paper_code.newer"


def test_a_desk_for_trying_out_prints_no_codes_and_reads_none() -> None:
    assert code_of(lambda: PaperCodes(TRIAL, KEYS).parts(SECRET, COMMUNE_POINT)) == "trust.trial_desk"
    assert code_of(lambda: _reader(TRIAL)) == "trust.trial_desk"


def test_a_point_without_a_desk_in_the_list_gets_no_names() -> None:
    assert code_of(lambda: CODES.parts(SECRET, "249999")) == "trust.unknown_point"


def test_a_dispatch_too_large_for_paper_has_no_codes_and_goes_as_a_bundle() -> None:
    large = Writer().append(
        dispatch(3), {f"row.{at:03}": {"name": seeded(at)(700).hex()} for at in range(40)}
    )

    assert CODES.parts(large, COMMUNE_POINT) == ()


@pytest.mark.parametrize("items", [40, 80, 200])
def test_a_large_dispatch_with_agencies_by_number_fits_on_paper(items: int) -> None:
    event = send(Writer(), dispatch(items, agencies="2026-11-01"))

    parts = CODES.parts(event, COMMUNE_POINT)

    assert 0 < len(parts) <= MAX_PARTS
    assert max(map(len, parts)) <= A4_PART_BYTES
    assert read_paper(collected(parts), COMMUNE) == event


@given(st.data())
def test_no_bit_of_the_payload_can_be_changed_below_the_checksums(data: st.DataObject) -> None:
    payload = _paper().payload
    changed = flipped(payload, data.draw(st.integers(0, len(payload) * 8 - 1)))
    parts = parts_of(changed, SECRET.id, A4_PART_BYTES, shipped(), 1)

    outcome = tried(lambda: verify_event(read_paper(collected(parts), COMMUNE), KEYS))

    assert isinstance(outcome, str)
    assert outcome.startswith(("paper_code.", "sealing.", "trust.")) or outcome == "inbox.other_point"


@given(st.binary(max_size=300), st.booleans())
def test_any_payload_at_all_ends_in_a_refusal_of_ours(noise: bytes, begun: bool) -> None:
    payload = b"\x01\x01\x01" + noise if begun else noise

    outcome = tried(lambda: read_paper(PaperMessage(SECRET.id, payload), COMMUNE))

    assert isinstance(outcome, str)
