"""Custody certificates and what is signed like one, for tests: chains as an item goes through them, and codes over anything."""

from __future__ import annotations

import random
from typing import Any

import cbor2

from kt1desk.domain.events import EventId, Stream
from kt1desk.exchange.certificate import Statement, Station, make_certificates
from kt1desk.store.device_key import PointKey
from tests.support.exchange_keys import NOON_MS, OFFICE

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


def chain_of(length: int) -> tuple[Station, ...]:
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


def statement_of(length: int = 3) -> Statement:
    return Statement.whole(ITEM, DISPATCH, NOON_S, chain_of(length))


(CODE,) = make_certificates(statement_of(), OFFICE)


def to_be_signed(payload: bytes, device: int = 7) -> bytes:
    protected = bytes.fromhex("a201270442") + device.to_bytes(2, "big")
    return cbor2.dumps(["Signature1", protected, b"", payload])


def issued(made: object, own: PointKey = OFFICE) -> bytes:
    """A code properly signed over anything."""
    payload = made if isinstance(made, bytes) else cbor2.dumps(made)
    protected = bytes.fromhex("a201270442") + own.device.to_bytes(2, "big")
    signature = own.sign(to_be_signed(payload, own.device))
    return cbor2.dumps(cbor2.CBORTag(18, [protected, {}, payload, signature]))


def payload_of(**changes: Any) -> list[Any]:
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
