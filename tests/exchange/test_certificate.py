"""A custody certificate is proved with nothing but the key list, and by no other bytes than those that were signed."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import cbor2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycose.algorithms import EdDSA
from pycose.headers import KID, Algorithm
from pycose.keys.curves import Ed25519
from pycose.keys.okp import OKPKey
from pycose.messages.sign1message import Sign1Message

from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.certificate import (
    MAX_BYTES,
    MAX_SIGNS,
    MAX_STATIONS,
    Statement,
    Station,
    check_certificate,
    check_certificate_text,
    make_certificates,
)
from kt1desk.exchange.trust import KeyList
from kt1desk.exchange.wedge_code import wedge_text
from kt1desk.store.device_key import PointKey
from tests.support.exchange_keys import (
    COMMUNE,
    DAY,
    KEYS,
    NOON_MS,
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

NOON_S = NOON_MS // 1_000
ITEM, DISPATCH = "ME473124829VN", "CT240000-261123-7-1"
HOLDERS = (
    "person:240000/lan.be",
    "place:240000/KET1",
    "receptacle:TUI00000001",
    f"trip:{DISPATCH}",
    "person:246940/hoa.ng",
    "place:246940/TU2",
    "person:246940/buu.ta",
    "party:receiver",
)


def _chain(length: int) -> tuple[Station, ...]:
    """A chain as an item goes through it, round and round."""
    draw = random.Random(length)
    takers = [HOLDERS[at % len(HOLDERS)] for at in range(length)]
    return tuple(
        Station(
            giver=takers[at - 1] if at else "",
            taker=takers[at],
            at_s=NOON_S - (length - at) * 600,
            seal="NP0012345" if takers[at].startswith("receptacle") else "",
            event=EventId(7, Stream.KT1, 1, 4_000 + at),
            hash=draw.randbytes(16),
        )
        for at in range(length)
    )


def _statement(length: int = 3) -> Statement:
    return Statement.whole(ITEM, DISPATCH, NOON_S, _chain(length))


(CODE,) = make_certificates(_statement(), OFFICE)


def _to_be_signed(payload: bytes, device: int = 7) -> bytes:
    protected = bytes.fromhex("a201270442") + device.to_bytes(2, "big")
    return cbor2.dumps(["Signature1", protected, b"", payload])


def _issued(made: object, own: PointKey = OFFICE) -> bytes:
    """A code properly signed over anything."""
    payload = made if isinstance(made, bytes) else cbor2.dumps(made)
    protected = bytes.fromhex("a201270442") + own.device.to_bytes(2, "big")
    signature = own.sign(_to_be_signed(payload, own.device))
    return cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))


def _payload(**changes: Any) -> list[Any]:
    identity = bytes.fromhex("0007") + b"\x01" + bytes.fromhex("0001") + (4_000).to_bytes(4, "big")
    made = {
        "format": 1,
        "item": ITEM,
        "dispatch": DISPATCH,
        "issued": NOON_S,
        "first": 1,
        "of": 1,
        "stations": [["", "place:240000/KET1", NOON_S, "", identity, bytes(16)]],
    }
    return list((made | changes).values())


def test_a_certificate_is_proved_and_read_as_it_was_written() -> None:
    proved = check_certificate(CODE, KEYS)

    assert proved.statement == _statement()
    assert proved.desk == row_of(OFFICE)
    assert check_certificate_text(wedge_text(CODE), KEYS) == proved


def test_one_hop_is_some_170_bytes() -> None:
    station = Station("240000", "246940", NOON_S, "", EventId(7, Stream.KT1, 1, 4_711), bytes(16))

    (code,) = make_certificates(Statement.whole(ITEM, DISPATCH, NOON_S, [station]), OFFICE)

    assert len(code) == 171


def test_the_bytes_of_a_certificate_are_fixed() -> None:
    station = Station("", "place:240000/KET1", NOON_S, "", EventId(7, Stream.KT1, 1, 4_000), bytes(16))

    (code,) = make_certificates(Statement.whole(ITEM, DISPATCH, NOON_S, [station]), OFFICE)

    assert code == _issued(_payload())


def test_another_program_for_cose_proves_ours() -> None:
    # without the tag: this reader of CBOR makes what is inside a tag unchangeable, and pycose wants to change it
    message = Sign1Message.from_cose_obj(cbor2.loads(CODE[1:]), allow_unknown_attributes=False)
    message.key = OKPKey(crv=Ed25519, x=bytes.fromhex(OFFICE.public_key_hex))

    assert message.verify_signature()
    assert message.phdr == {Algorithm: EdDSA, KID: bytes([0, 7])}
    assert message.uhdr == {}
    message.payload = cbor2.dumps(_payload())
    assert not message.verify_signature()


def test_ours_proves_what_another_program_for_cose_signed() -> None:
    seed = random.Random(7).randbytes(32)
    key = OKPKey(crv=Ed25519, d=seed, x=bytes.fromhex(OFFICE.public_key_hex))
    message = Sign1Message(
        phdr={Algorithm: EdDSA, KID: bytes([0, 7])}, payload=cbor2.dumps(_payload()), key=key
    )

    code: bytes = message.encode()

    assert check_certificate(code, KEYS).statement.item == ITEM
    assert code == _issued(_payload())


@pytest.mark.parametrize("length", [1, 2, 11, 12, 25, 40, MAX_STATIONS])
def test_a_long_chain_is_several_codes_that_prove_every_station_without_each_other(length: int) -> None:
    codes = make_certificates(_statement(length), OFFICE)

    read = [check_certificate(code, KEYS).statement for code in codes]
    assert all(len(wedge_text(code)) <= MAX_SIGNS and len(code) <= MAX_BYTES for code in codes)
    assert tuple(station for part in read for station in part.stations) == _chain(length)
    assert [part.first for part in read] == [
        1 + sum(len(earlier.stations) for earlier in read[:at]) for at in range(len(read))
    ]
    assert {(part.item, part.dispatch, part.issued_s, part.of) for part in read} == {
        (ITEM, DISPATCH, NOON_S, length)
    }


def test_a_smaller_code_on_the_paper_means_more_of_them() -> None:
    wide, narrow = (
        make_certificates(_statement(12), OFFICE),
        make_certificates(_statement(12), OFFICE, max_signs=600),
    )

    assert len(wide) < len(narrow)
    assert all(len(wedge_text(code)) <= 600 for code in narrow)
    assert code_of(lambda: make_certificates(_statement(12), OFFICE, max_signs=100)) == "certificate.content"


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
    assert outcome(lambda: check_certificate(_issued(payload), KEYS)) in {
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
    made = _payload()
    made[at] = value

    code = _issued(made)
    refused = outcome(lambda: check_certificate(code, KEYS))

    assert refused in {"certificate.damaged", "certificate.newer", "trust.not_yet", "trust.expired"} or (
        make_certificates(check_certificate(code, KEYS).statement, OFFICE) == (code,)
    )


def _own_key_of_before() -> Callable[[], object]:
    (code,) = make_certificates(_statement(), own_keys(7, life=1))
    return lambda: check_certificate(code, KEYS)


def _by(own: PointKey, keys: KeyList = KEYS, issued_s: int = NOON_S) -> str:
    code = _issued(_payload(issued=issued_s), own)
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
    payload = cbor2.dumps(_payload())
    protected = bytes.fromhex("a2012704420007")
    code = cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, COMMUNE.sign(_to_be_signed(payload))]))

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
    assert code_of(lambda: check_certificate(_issued(_payload(**changes)), KEYS)) == code


@pytest.mark.parametrize("longer", ["9801", "9f"])
def test_one_statement_has_one_spelling(longer: str) -> None:
    payload = cbor2.dumps(_payload())
    other = (
        bytes.fromhex("9807" if longer == "9801" else "9f")
        + payload[1:]
        + (b"\xff" if longer == "9f" else b"")
    )

    assert cbor2.loads(other) == cbor2.loads(payload)
    assert code_of(lambda: check_certificate(_issued(other), KEYS)) == "certificate.damaged"


def test_a_desk_for_trying_out_certifies_nothing() -> None:
    assert code_of(lambda: make_certificates(_statement(), TRIAL)) == "trust.trial_desk"


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
    (station,) = _chain(1)

    wrong = (replace(station, taker="một câu"), replace(station, hash=b""), replace(station, at_s=-1))
    found = {code_of(partial(Statement.whole, ITEM, "", NOON_S, [row])) for row in wrong}

    assert found == {"certificate.content"}
