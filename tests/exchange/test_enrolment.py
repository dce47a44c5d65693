"""A desk asks to be listed: the request proves that whoever wrote it has the key, and says no more."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.domain import canonical
from kt1desk.exchange.enrolment import KIND, MAX_BYTES, make_request, read_request
from tests.support.exchange_keys import COMMUNE, FIRST_DAY, LAST_DAY, OFFICE, TRIAL, code_of, flipped, row_of

PROGRAM = "0.3.0"
REQUEST = make_request(OFFICE, PROGRAM)


def _signed(**changes: Any) -> bytes:
    content = json.loads(json.loads(REQUEST)["content"]) | changes
    return KIND.write(canonical.encode(content, MAX_BYTES), bytes.fromhex(OFFICE.public_key_hex), OFFICE.sign)


def test_a_request_is_read_as_it_was_written_and_becomes_the_row_of_its_desk() -> None:
    request = read_request(REQUEST)

    assert request.program == PROGRAM
    assert request.as_row(FIRST_DAY, LAST_DAY) == row_of(OFFICE)


def test_the_check_code_is_the_same_on_both_sides_and_covers_both_keys() -> None:
    request = read_request(REQUEST)

    assert read_request(make_request(OFFICE, "0.4.0")).check_code == request.check_code
    assert read_request(make_request(COMMUNE, PROGRAM)).check_code != request.check_code
    sealed_to_another = read_request(_signed(seal=COMMUNE.seal_key_hex))
    assert sealed_to_another.check_code != request.check_code


def test_a_desk_for_trying_out_asks_nothing_and_is_not_heard() -> None:
    assert code_of(lambda: make_request(TRIAL, PROGRAM)) == "trust.trial_desk"
    assert code_of(lambda: read_request(_signed(device=0))) == "trust.trial_desk"


def test_a_request_with_the_key_of_somebody_else_is_forged() -> None:
    assert code_of(lambda: read_request(_signed(sign=COMMUNE.public_key_hex))) == "enrolment.forged"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": 2}, "enrolment.newer"),
        ({"device": "7"}, "enrolment.damaged"),
        ({"more": 1}, "enrolment.damaged"),
        ({"point": 7}, "enrolment.damaged"),
        ({"device": 70_000}, "enrolment.content"),
        ({"point": "a b"}, "enrolment.content"),
        ({"seal": "AB" * 32}, "enrolment.content"),
        ({"program": "a b"}, "enrolment.content"),
        ({"program": "0" * 33}, "enrolment.content"),
    ],
)
def test_a_well_signed_request_must_be_of_something_a_desk_can_be(changes: dict[str, Any], code: str) -> None:
    assert code_of(lambda: read_request(_signed(**changes))) == code


@pytest.mark.parametrize("seal", ["00" * 32, "01" + "00" * 31, "ec" + "ff" * 30 + "7f"])
def test_a_sealing_key_that_anybody_can_compute_with_is_refused(seal: str) -> None:
    # points of small order (RFC 7748 §6.1): the agreed bytes are all zero, whatever the other side has
    assert code_of(lambda: read_request(_signed(seal=seal))) == "enrolment.content"


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(REQUEST) * 8 - 1))
def test_a_flipped_bit_is_never_believed(bit: int) -> None:
    assert code_of(lambda: read_request(flipped(REQUEST, bit))) in {
        "enrolment.damaged",
        "enrolment.forged",
        "enrolment.newer",
    }


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | st.integers(0, len(REQUEST) - 1).map(lambda end: REQUEST[:end]))
def test_anything_else_is_damaged(data: bytes) -> None:
    assert code_of(lambda: read_request(data)) == "enrolment.damaged"
