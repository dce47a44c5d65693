"""A custody certificate is proved with nothing but the key list, and by no other bytes than those that were signed."""

from __future__ import annotations

import random

import cbor2
import pytest
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
from kt1desk.exchange.wedge_code import wedge_text
from tests.support.certificates import (
    CODE,
    DISPATCH,
    ITEM,
    NOON_S,
    chain_of,
    issued,
    payload_of,
    statement_of,
)
from tests.support.exchange_keys import (
    KEYS,
    OFFICE,
    code_of,
    row_of,
)


def test_a_certificate_is_proved_and_read_as_it_was_written() -> None:
    proved = check_certificate(CODE, KEYS)

    assert proved.statement == statement_of()
    assert proved.desk == row_of(OFFICE)
    assert check_certificate_text(wedge_text(CODE), KEYS) == proved


def test_one_hop_is_some_170_bytes() -> None:
    station = Station("240000", "246940", NOON_S, "", EventId(7, Stream.KT1, 1, 4_711), bytes(16))

    (code,) = make_certificates(Statement.whole(ITEM, DISPATCH, NOON_S, [station]), OFFICE)

    assert len(code) == 171


def test_the_bytes_of_a_certificate_are_fixed() -> None:
    station = Station("", "place:240000/KET1", NOON_S, "", EventId(7, Stream.KT1, 1, 4_000), bytes(16))

    (code,) = make_certificates(Statement.whole(ITEM, DISPATCH, NOON_S, [station]), OFFICE)

    assert code == issued(payload_of())


def test_another_program_for_cose_proves_ours() -> None:
    # without the tag: this reader of CBOR makes what is inside a tag unchangeable, and pycose wants to change it
    message = Sign1Message.from_cose_obj(cbor2.loads(CODE[1:]), allow_unknown_attributes=False)
    message.key = OKPKey(crv=Ed25519, x=bytes.fromhex(OFFICE.public_key_hex))

    assert message.verify_signature()
    assert message.phdr == {Algorithm: EdDSA, KID: bytes([0, 7])}
    assert message.uhdr == {}
    message.payload = cbor2.dumps(payload_of())
    assert not message.verify_signature()


def test_ours_proves_what_another_program_for_cose_signed() -> None:
    seed = random.Random(7).randbytes(32)
    key = OKPKey(crv=Ed25519, d=seed, x=bytes.fromhex(OFFICE.public_key_hex))
    message = Sign1Message(
        phdr={Algorithm: EdDSA, KID: bytes([0, 7])}, payload=cbor2.dumps(payload_of()), key=key
    )

    code: bytes = message.encode()

    assert check_certificate(code, KEYS).statement.item == ITEM
    assert code == issued(payload_of())


@pytest.mark.parametrize("length", [1, 2, 11, 12, 25, 40, MAX_STATIONS])
def test_a_long_chain_is_several_codes_that_prove_every_station_without_each_other(length: int) -> None:
    codes = make_certificates(statement_of(length), OFFICE)

    read = [check_certificate(code, KEYS).statement for code in codes]
    assert all(len(wedge_text(code)) <= MAX_SIGNS and len(code) <= MAX_BYTES for code in codes)
    assert tuple(station for part in read for station in part.stations) == chain_of(length)
    assert [part.first for part in read] == [
        1 + sum(len(earlier.stations) for earlier in read[:at]) for at in range(len(read))
    ]
    assert {(part.item, part.dispatch, part.issued_s, part.of) for part in read} == {
        (ITEM, DISPATCH, NOON_S, length)
    }


def test_a_smaller_code_on_the_paper_means_more_of_them() -> None:
    wide, narrow = (
        make_certificates(statement_of(12), OFFICE),
        make_certificates(statement_of(12), OFFICE, max_signs=600),
    )

    assert len(wide) < len(narrow)
    assert all(len(wedge_text(code)) <= 600 for code in narrow)
    assert (
        code_of(lambda: make_certificates(statement_of(12), OFFICE, max_signs=100)) == "certificate.content"
    )
