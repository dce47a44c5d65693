"""A certificate bent in every way there is: every bit, every length, every other signer; none of them is ever valid (S11)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import cbor2
import pytest

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Moment
from kt1desk.exchange.certificate import check_certificate, check_certificate_text, make_certificates
from kt1desk.exchange.certificate_parts import whole_chain
from kt1desk.exchange.trust import KeyList, local_day
from kt1desk.exchange.wedge_code import from_wedge, wedge_text
from kt1desk.store.device_key import PointKey
from tests.support.certificates import (
    CODE,
    DISPATCH,
    NOON_S,
    chain_of,
    issued,
    payload_of,
    statement_of,
)
from tests.support.exchange_keys import (
    COMMUNE,
    DAY,
    KEYS,
    OFFICE,
    STRANGER,
    TRIAL,
    code_of,
    ended,
    flipped,
    outcome,
    own_keys,
)

PAYLOAD = cbor2.dumps(payload_of())
SMALL = issued(PAYLOAD)
BEFORE = DAY - timedelta(days=1)
WITHDRAWN = ended(KEYS, 7, BEFORE)
OUTER = {"certificate.damaged", "certificate.forged", "trust.unknown_device", "trust.trial_desk"}
SLOWEST_S = 0.05
"""Of the processor; what a person waits for at a counter, and far more than any of these takes."""


def _checked(data: bytes, keys: KeyList = KEYS) -> str:
    """The reason of the refusal, "" for none; slower than a person would wait is no answer."""
    before = time.process_time()
    reason = outcome(lambda: check_certificate(data, keys))
    assert time.process_time() - before < SLOWEST_S
    return reason


@pytest.mark.parametrize("code", [CODE, SMALL], ids=["three stations", "one station"])
def test_no_flipped_bit_is_valid(code: bytes) -> None:
    found = {_checked(flipped(code, bit)) for bit in range(len(code) * 8)}

    assert found <= OUTER
    assert "certificate.forged" in found


@pytest.mark.soak
def test_no_byte_in_the_place_of_another_is_valid() -> None:
    found = {
        _checked(CODE[:at] + bytes([value]) + CODE[at + 1 :])
        for at in range(len(CODE))
        for value in range(256)
        if value != CODE[at]
    }

    assert found <= OUTER


def test_no_part_of_one_and_nothing_longer_is_valid() -> None:
    cut = {_checked(CODE[:end]) for end in range(len(CODE))} | {
        _checked(CODE[start:]) for start in range(1, len(CODE))
    }
    longer = {_checked(CODE + bytes([value])) for value in range(256)}
    without = {_checked(CODE[:at] + CODE[at + 1 :]) for at in range(len(CODE))}
    twice = {_checked(CODE[:at] + CODE[at : at + 1] + CODE[at:]) for at in range(len(CODE))}

    assert cut | longer | twice == {"certificate.damaged"}
    assert without <= OUTER


def test_no_two_neighbours_that_changed_places_are_valid() -> None:
    bent = (
        CODE[:at] + CODE[at + 1 : at + 2] + CODE[at : at + 1] + CODE[at + 2 :] for at in range(len(CODE) - 1)
    )

    assert {_checked(each) for each in bent if each != CODE} <= OUTER


def _bent_payloads() -> Iterator[bytes]:
    """Every bit of what is signed, flipped."""
    for bit in range(len(PAYLOAD) * 8):
        yield flipped(PAYLOAD, bit)


@pytest.mark.parametrize(
    ("own", "reason"),
    [
        (STRANGER, "trust.unknown_device"),
        (TRIAL, "trust.trial_desk"),
        (own_keys(7, life=1), "certificate.forged"),
    ],
    ids=["unknown", "trial", "a key of another life"],
)
def test_signed_again_by_a_desk_that_is_not_listed_nothing_is_valid_whatever_it_says(
    own: PointKey, reason: str
) -> None:
    assert _checked(issued(PAYLOAD, own)) == reason
    assert {_checked(issued(each, own)) for each in _bent_payloads()} == {reason}


def _says_a_day_of_the_key(data: bytes) -> bool:
    """Whether it is a statement of a day on which the withdrawn key still held: that it cannot prove when it was signed is written down."""
    try:
        said = check_certificate(data, KEYS).statement
    except DeskError:
        return False
    return local_day(Moment(said.issued_s * 1_000)) <= BEFORE


def test_signed_again_by_a_desk_whose_key_was_withdrawn_nothing_of_a_later_day_is_valid() -> None:
    assert _checked(SMALL) == ""
    assert _checked(SMALL, WITHDRAWN) == "trust.expired"

    valid = [data for each in _bent_payloads() if not _checked(data := issued(each), WITHDRAWN)]

    assert all(map(_says_a_day_of_the_key, valid))
    reasons = {_checked(issued(each), WITHDRAWN) for each in _bent_payloads()} - {""}
    assert reasons == {"certificate.damaged", "certificate.newer", "trust.expired", "trust.not_yet"}


def _under(own: PointKey, number: int, payload: bytes) -> bytes:
    """Signed with the key of one desk, under the number of another."""
    whole = issued(payload, own)
    return whole[:8] + number.to_bytes(2, "big") + whole[10:]


def test_a_desk_that_is_believed_proves_nothing_under_the_number_of_another() -> None:
    assert _under(OFFICE, 7, PAYLOAD) == SMALL
    assert _checked(_under(COMMUNE, 7, PAYLOAD)) == "certificate.forged"
    assert _checked(_under(OFFICE, 9, PAYLOAD)) == "certificate.forged"
    assert _checked(_under(OFFICE, 66, PAYLOAD)) == "trust.unknown_device"
    assert _checked(_under(OFFICE, 0, PAYLOAD)) == "trust.trial_desk"


def test_the_signature_of_one_item_proves_no_other() -> None:
    other = issued(payload_of(item="ME473124832VN"))
    swapped = SMALL[:-64] + other[-64:]

    assert (_checked(other), len(other)) == ("", len(SMALL))
    assert check_certificate(other, KEYS).statement.item == "ME473124832VN"
    assert {_checked(swapped), _checked(other[:-64] + SMALL[-64:])} == {"certificate.forged"}


def _codes(
    item: str, issued_s: int = NOON_S, own: PointKey = OFFICE, dispatch: str = DISPATCH
) -> tuple[bytes, ...]:
    """A certificate of several codes."""
    whole = type(statement_of()).whole(item, dispatch, issued_s, chain_of(24))
    found = make_certificates(whole, own, max_signs=900)
    assert len(found) > 2
    return found


@pytest.mark.parametrize(
    "other",
    [
        lambda: _codes("ME473124832VN"),
        lambda: _codes("ME473124829VN", NOON_S + 60),
        lambda: _codes("ME473124829VN", own=COMMUNE),
        lambda: _codes("ME473124829VN", dispatch=""),
    ],
    ids=["of another item", "of another minute", "of another desk", "of no dispatch"],
)
def test_a_code_of_another_certificate_joins_no_chain(other: Callable[[], tuple[bytes, ...]]) -> None:
    own, foreign = _codes("ME473124829VN"), other()
    assert len(whole_chain([check_certificate(each, KEYS) for each in own]).statement.stations) == 24

    for at in range(min(len(own), len(foreign))):
        mixed = [*own[:at], foreign[at], *own[at + 1 :]]
        proved = [check_certificate(each, KEYS) for each in mixed]
        assert code_of(partial(whole_chain, proved)) == "certificate.other_chain"


def test_another_sign_in_its_text_is_refused_or_only_another_spelling_of_the_same() -> None:
    text, true = wedge_text(SMALL), check_certificate(SMALL, KEYS)
    bent = {
        text[:at] + sign + text[at + 1 :]
        for at in range(len(text))
        for sign in (text[at - 1], "0", "A", "z", "-")
    }

    for each in bent:
        try:
            read = check_certificate_text(each, KEYS)
        except DeskError:
            continue
        assert (read, from_wedge(each)) == (true, SMALL)
