"""What is no certificate, of no desk or of no day is never valid, and never a crash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kt1desk.exchange.certificate import (
    MAX_BYTES,
    MAX_STATIONS,
    Statement,
    check_certificate,
    make_certificates,
)
from kt1desk.exchange.trust import KeyList
from kt1desk.store.device_key import PointKey
from tests.support.certificates import (
    CODE,
    ITEM,
    NOON_S,
    chain_of,
    issued,
    payload_of,
    statement_of,
    to_be_signed,
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
    row_of,
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(CODE) * 8 - 1))
def test_a_flipped_bit_is_never_valid(bit: int) -> None:
    assert code_of(lambda: check_certificate(flipped(CODE, bit), KEYS)) in {
        "certificate.damaged",
        "certificate.forged",
        "trust.unknown_device",
    }


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=300)
    | st.integers(0, len(CODE) - 1).map(lambda end: CODE[:end])
    | st.just(CODE + b"\0")
)
def test_anything_else_is_damaged(data: bytes) -> None:
    assert code_of(lambda: check_certificate(data, KEYS)) == "certificate.damaged"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_well_signed_bytes_of_any_kind_are_refused_and_no_crash(payload: bytes) -> None:
    assert outcome(lambda: check_certificate(issued(payload), KEYS)) in {
        "certificate.damaged",
        "certificate.newer",
    }


_CBOR = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=5)
    | st.binary(max_size=20)
    | st.sampled_from([cbor2.CBORTag(18, ()), cbor2.CBORTag(4, (1, 10**9)), cbor2.CBORTag(1, 0)]),
    lambda inner: st.lists(inner, max_size=7) | st.dictionaries(st.text(max_size=2), inner, max_size=2),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 6), _CBOR)
def test_a_well_signed_statement_with_any_part_replaced_is_refused_or_read_whole(at: int, value: Any) -> None:
    made = payload_of()
    made[at] = value

    code = issued(made)
    refused = outcome(lambda: check_certificate(code, KEYS))

    assert refused in {"certificate.damaged", "certificate.newer", "trust.not_yet", "trust.expired"} or (
        make_certificates(check_certificate(code, KEYS).statement, OFFICE) == (code,)
    )


def _own_key_of_before() -> Callable[[], object]:
    (code,) = make_certificates(statement_of(), own_keys(7, life=1))
    return lambda: check_certificate(code, KEYS)


def _by(own: PointKey, keys: KeyList = KEYS, issued_s: int = NOON_S) -> str:
    code = issued(payload_of(issued=issued_s), own)
    return code_of(lambda: check_certificate(code, keys))


def test_a_certificate_of_a_desk_that_is_not_believed_is_refused_with_its_own_reason() -> None:
    day_s = 86_400

    assert _by(STRANGER) == "trust.unknown_device"
    assert _by(TRIAL) == "trust.trial_desk"
    assert _by(own_keys(7, life=1)) == "certificate.forged"
    assert _by(OFFICE, ended(KEYS, 7, DAY - timedelta(days=1))) == "trust.expired"
    assert _by(OFFICE, issued_s=NOON_S - 60 * day_s) == "trust.not_yet"
    assert _by(OFFICE, issued_s=NOON_S + 500 * day_s) == "trust.expired"
    assert code_of(_own_key_of_before()) == "certificate.forged"


def test_a_certificate_of_the_last_valid_day_is_proved_for_ever() -> None:
    assert check_certificate(CODE, ended(KEYS, 7, DAY)).desk.valid_to == DAY


def test_a_key_proves_only_what_is_of_its_own_days() -> None:
    new = own_keys(7, life=1)
    rows = (row_of(OFFICE, valid_to=DAY), row_of(new, valid_from=DAY + timedelta(days=1)))
    keys = KeyList(rows, 6, DAY)

    assert check_certificate(CODE, keys).desk.sign_key == OFFICE.public_key_hex
    assert _by(OFFICE, keys, NOON_S + 86_400) == "certificate.forged"
    assert _by(new, keys) == "certificate.forged"


def test_another_desk_cannot_sign_under_this_one_s_number() -> None:
    payload = cbor2.dumps(payload_of())
    protected = bytes.fromhex("a2012704420007")
    code = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, COMMUNE.sign(to_be_signed(payload))]))

    assert code_of(lambda: check_certificate(code, KEYS)) == "certificate.forged"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"format": 2}, "certificate.newer"),
        ({"format": True}, "certificate.damaged"),
        ({"item": ""}, "certificate.damaged"),
        ({"item": "một câu"}, "certificate.damaged"),
        ({"stations": []}, "certificate.damaged"),
        ({"of": MAX_STATIONS + 1}, "certificate.damaged"),
        ({"first": 2}, "certificate.damaged"),
        ({"first": 0}, "certificate.damaged"),
        ({"issued": -1}, "certificate.damaged"),
        ({"issued": 10**12}, "certificate.damaged"),
        ({"issued": 1.5}, "certificate.damaged"),
        ({"stations": [["", "x", 1, "", bytes(8), bytes(16)]]}, "certificate.damaged"),
        ({"stations": [["", "x", 1, "", bytes(9), bytes(16)]]}, "certificate.damaged"),
        ({"stations": [["", "x", 1, "", b"\0\7\1\0\1\0\0\0\1", bytes(15)]]}, "certificate.damaged"),
        ({"stations": [[0, "x", 1, "", b"\0\7\1\0\1\0\0\0\1", bytes(16)]]}, "certificate.damaged"),
        ({"stations": {"a": 1}}, "certificate.damaged"),
        ({"stations": [["", "x", 1, "", b"\0\7\1\0\1\0\0\0\0", bytes(16)]]}, "certificate.damaged"),
        ({"more": 1}, "certificate.damaged"),
    ],
)
def test_a_well_signed_statement_must_say_something_a_statement_can_say(
    changes: dict[str, Any], code: str
) -> None:
    assert code_of(lambda: check_certificate(issued(payload_of(**changes)), KEYS)) == code


@pytest.mark.parametrize("longer", ["9801", "9f"])
def test_one_statement_has_one_spelling(longer: str) -> None:
    payload = cbor2.dumps(payload_of())
    other = (
        bytes.fromhex("9807" if longer == "9801" else "9f")
        + payload[1:]
        + (b"\xff" if longer == "9f" else b"")
    )

    assert cbor2.loads(other) == cbor2.loads(payload)
    assert code_of(lambda: check_certificate(issued(other), KEYS)) == "certificate.damaged"


def test_a_desk_for_trying_out_certifies_nothing() -> None:
    assert code_of(lambda: make_certificates(statement_of(), TRIAL)) == "trust.trial_desk"


def _outer_forms() -> Sequence[bytes]:
    tag = cbor2.loads(CODE)
    protected, _, payload, signature = tag.value
    return [
        CODE[1:],
        b"\xd1" + CODE[1:],
        cbor2.dumps(cbor2.CBORTag(18, [protected, {4: b"\0\7"}, payload, signature])),
        cbor2.dumps(cbor2.CBORTag(18, [b"\xa1\x01\x27", {4: b"\0\7"}, payload, signature])),
        cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature + b"\0"])),
        cbor2.dumps(cbor2.CBORTag(18, [protected, {}, None, signature])),
        CODE[:11] + b"\x59\x00" + bytes([len(payload)]) + payload + CODE[-66:],
        CODE + bytes(MAX_BYTES),
    ]


def test_there_is_one_outer_form_and_no_other_is_read() -> None:
    found = {outcome(partial(check_certificate, data, KEYS)) for data in _outer_forms()}

    assert found == {"certificate.damaged"}


def test_a_statement_that_cannot_be_written_is_not_made() -> None:
    (station,) = chain_of(1)

    wrong = (replace(station, taker="một câu"), replace(station, hash=b""), replace(station, at_s=-1))
    found = {code_of(partial(Statement.whole, ITEM, "", NOON_S, [row])) for row in wrong}

    assert found == {"certificate.content"}
