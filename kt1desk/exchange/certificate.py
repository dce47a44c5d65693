"""The custody certificate: who held one item, from whom and since when, signed by the desk that says so.

    code    = COSE_Sign1 (RFC 9052 §4.2, tag 18), algorithm EdDSA, key id = device u16; nothing unprotected
    payload = CBOR in its shortest form (RFC 8949 §4.2): [1, item, dispatch, issued, first, of, [station, …]]
    station = [giver, taker, time, seal, event identity 9 bytes, first 16 bytes of the event's hash]

Times are whole seconds UTC. A giver who is the taker of the station before is written as 0: that is what a chain is. A long chain needs
several codes; each says which stations it holds of how many, is signed for itself, and proves them without the others.

Reading takes three steps in this order: the outer bytes, of which only this one form is allowed; the signature, under the key that the
province's list has for the day of issue; and only then CBOR, so that its reader never sees what nobody signed. It needs no desk and no
network. This module must not know how a chain comes about, nor where the code stands on paper.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import cbor2

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId, Moment, Stream
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial
from kt1desk.exchange.wedge_code import from_wedge, wedge_text

MAX_SIGNS = 1_249
"""The longest text of one code: a QR code of 109 modules at level M holds as much, the same that holds 830 bytes (version 23)."""
MAX_BYTES = 830
"""A longer one is refused unread."""
MAX_STATIONS = 256
HASH_BYTES = 16

_FORMAT = 1
_WORD = re.compile(r"[0-9A-Za-z:./_-]{0,64}")
"""Numbers, references and names to log in with; never a name of a person, never a sentence."""
_IDENTITY = struct.Struct(">HBHI")
_OUTER = bytes.fromhex("d28447a201270442")
"""Tag 18, array of four, byte string of seven: map of two, algorithm (1) is EdDSA (-8), key id (4) is two bytes, which follow."""
_KEY_ID_BYTES = 2
_UNPROTECTED = b"\xa0"
_SIGNATURE_HEAD = b"\x58\x40"
_SIGNATURE_BYTES = 64
_DEPTH = 8
_LAST_SECOND = 253_402_300_799
"""The end of the year 9999."""


@dataclass(frozen=True, slots=True)
class Station:
    """One change of custody.

    Attributes:
        giver: who gave, as the journal writes a holder (``place:240000/KET1``); empty where the item came in.
        taker: who took.
        at_s: when, in whole seconds UTC.
        seal: number of the seal it went under, or empty.
        event: the event it follows from.
        hash: the first 16 bytes of that event's hash.
    """

    giver: str
    taker: str
    at_s: int
    seal: str
    event: EventId
    hash: bytes


@dataclass(frozen=True, slots=True)
class Statement:
    """What is certified of one item.

    Attributes:
        item: its number.
        dispatch: number of the dispatch it last left with, or empty.
        issued_s: when the certificate was made, in whole seconds UTC; the key must hold on that day (in Việt Nam).
        stations: in their order.
        first: number of the first of ``stations`` in the whole chain, from 1.
        of: how many stations the whole chain has.
    """

    item: str
    dispatch: str
    issued_s: int
    stations: tuple[Station, ...]
    first: int
    of: int

    def __post_init__(self) -> None:
        """Refuse what cannot be written.

        Raises:
            DeskError: ``certificate.content``.
        """
        times = (self.issued_s, *(station.at_s for station in self.stations))
        words = (self.item, self.dispatch, *(word for row in self.stations for word in _words(row)))
        if not (
            self.item
            and self.stations
            and 1 <= self.first <= self.first + len(self.stations) - 1 <= self.of <= MAX_STATIONS
            and all(0 <= second <= _LAST_SECOND for second in times)
            and all(map(_WORD.fullmatch, words))
            and all(len(station.hash) == HASH_BYTES for station in self.stations)
        ):
            raise DeskError("certificate.content")

    @classmethod
    def whole(cls, item: str, dispatch: str, issued_s: int, stations: Sequence[Station]) -> Statement:
        """A whole chain.

        Raises:
            DeskError: ``certificate.content``.
        """
        return cls(item, dispatch, issued_s, tuple(stations), 1, len(stations))


@dataclass(frozen=True, slots=True)
class Certificate:
    """A statement that was proved, and whose it is."""

    statement: Statement
    desk: DeskKeys


def make_certificates(statement: Statement, own: OwnKeys, max_signs: int = MAX_SIGNS) -> tuple[bytes, ...]:
    """The codes that certify a statement: one, or as many as a long chain needs.

    Args:
        statement: what is certified.
        own: the keys of the desk that says so.
        max_signs: what a code on the paper holds, in signs of its text (`kt1desk.exchange.wedge_code.wedge_text`).

    Raises:
        DeskError: ``trust.trial_desk``; ``certificate.content`` where not even one station would fit.
    """
    refuse_trial(own.device)
    for count in range(1, len(statement.stations) + 1):
        ends = [len(statement.stations) * at // count for at in range(count + 1)]
        codes = [_signed(_between(statement, start, end), own) for start, end in pairwise(ends)]
        if all(len(wedge_text(code)) <= max_signs for code in codes):
            return tuple(codes)
    raise DeskError("certificate.content")


def check_certificate(data: bytes, keys: KeyList) -> Certificate:
    """Prove one code and read it.

    Raises:
        DeskError: ``certificate.damaged`` for what is no certificate, ``certificate.newer``, ``certificate.forged``, and as
            `KeyList.of_device` for the day of issue.
    """
    device, payload, signature = _taken_apart(data)
    signed = _to_be_signed(device, payload)
    # Which of a device's keys counts follows from the day inside, and what is inside is not read before a key has proved it.
    signers = [row for row in keys.of_any_day(device) if row.has_signed(signature, signed)]
    if not signers:
        raise DeskError("certificate.forged")
    statement = _decode(payload)
    desk = keys.of_device(device, local_day(Moment(statement.issued_s * 1_000)))
    if desk not in signers:
        raise DeskError("certificate.forged")
    return Certificate(statement, desk)


def check_certificate_text(text: str, keys: KeyList) -> Certificate:
    """The same for the text of a code as a scanner types it (`kt1desk.exchange.wedge_code`).

    Raises:
        DeskError: as `check_certificate`, and ``paper_code.unknown``, ``paper_code.rewritten``, ``paper_code.damaged``.
    """
    return check_certificate(from_wedge(text), keys)


def _taken_apart(data: bytes) -> tuple[int, bytes, bytes]:
    """Device, payload and signature, none of them believed yet. The payload's length is written in 1, 2 or 3 bytes, as it needs."""
    start, end = (
        len(_OUTER) + _KEY_ID_BYTES + len(_UNPROTECTED),
        len(data) - _SIGNATURE_BYTES - len(_SIGNATURE_HEAD),
    )
    device = int.from_bytes(data[len(_OUTER) : len(_OUTER) + _KEY_ID_BYTES], "big")
    signature = data[-_SIGNATURE_BYTES:]
    if len(data) <= MAX_BYTES and start < end:
        for length_bytes in (1, 2, 3):
            payload = data[start + length_bytes : end]
            if _outer(device, payload, signature) == data:
                return device, payload, signature
    raise DeskError("certificate.damaged")


def _outer(device: int, payload: bytes, signature: bytes) -> bytes:
    key_id = device.to_bytes(_KEY_ID_BYTES, "big")
    return b"".join(
        (_OUTER, key_id, _UNPROTECTED, cbor2.dumps(payload, canonical=True), _SIGNATURE_HEAD, signature)
    )


def _to_be_signed(device: int, payload: bytes) -> bytes:
    """The Sig_structure (RFC 9052 §4.4), without data from outside."""
    protected = _OUTER[3:] + device.to_bytes(_KEY_ID_BYTES, "big")
    return cbor2.dumps(["Signature1", protected, b"", payload], canonical=True)


def _signed(statement: Statement, own: OwnKeys) -> bytes:
    payload = _encode(statement)
    return _outer(own.device, payload, own.sign(_to_be_signed(own.device, payload)))


def _between(statement: Statement, start: int, end: int) -> Statement:
    rows = statement.stations[start:end]
    return replace(statement, stations=rows, first=statement.first + start)


def _encode(statement: Statement) -> bytes:
    before = (None, *statement.stations)
    rows = [
        [
            0 if earlier is not None and earlier.taker == row.giver else row.giver,
            row.taker,
            row.at_s,
            row.seal,
            _identity_bytes(row.event),
            row.hash,
        ]
        for earlier, row in zip(before, statement.stations, strict=False)
    ]
    made = [
        _FORMAT,
        statement.item,
        statement.dispatch,
        statement.issued_s,
        statement.first,
        statement.of,
        rows,
    ]
    return cbor2.dumps(made, canonical=True)


def _decode(payload: bytes) -> Statement:
    try:
        made = cbor2.loads(payload, allow_indefinite=False, allow_duplicate_keys=False, max_depth=_DEPTH)
        if _whole(made[0]) != _FORMAT:
            raise DeskError("certificate.newer")
        _, item, dispatch, issued_s, first, of, rows = made
        stations: list[Station] = []
        for row in rows:
            stations.append(_station(row, stations[-1].taker if stations else ""))
        words = (_text(item), _text(dispatch), _whole(issued_s))
        statement = Statement(*words, tuple(stations), _whole(first), _whole(of))
    except (cbor2.CBORDecodeError, LookupError, TypeError, ValueError) as error:
        raise DeskError("certificate.damaged") from error
    except DeskError as error:
        newer = error.code == "certificate.newer"
        raise (error if newer else DeskError("certificate.damaged")) from error
    if _encode(statement) != payload:  # one statement has one spelling
        raise DeskError("certificate.damaged")
    return statement


def _station(row: Sequence[object], taker_before: str) -> Station:
    giver, taker, at_s, seal, identity, hashed = row
    if not isinstance(identity, bytes) or not isinstance(hashed, bytes) or len(identity) != _IDENTITY.size:
        raise TypeError
    device, stream, incarnation, seq = _IDENTITY.unpack(identity)
    return Station(
        giver=taker_before if isinstance(giver, int) and giver == 0 else _text(giver),
        taker=_text(taker),
        at_s=_whole(at_s),
        seal=_text(seal),
        event=EventId(device, Stream(stream), incarnation, seq),
        hash=hashed,
    )


def _identity_bytes(event: EventId) -> bytes:
    return _IDENTITY.pack(event.device, event.stream.value, event.incarnation, event.seq)


def _words(row: Station) -> tuple[str, str, str]:
    return row.giver, row.taker, row.seal


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value
