"""Reading frames for the ledger: every event is kept byte for byte under its place, also one that nobody can read.

A frame is proved by its desk's signature, and its events by their places and their chain. Nothing else is asked here: what a body says
is read only where mail is made of it, and by those who show it. So a desk with a strange text in a field stops nobody. An envelope in
its usual form is read by its pattern, which takes a tenth of the time; any other one by `kt1desk.domain.events.Envelope`.

This module must not know what is done with events.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from kt1desk.centre.ledger_values import BesideRow, ChainKey, EventRow, GateFrame
from kt1desk.domain.body_limits import LARGEST_BODY_BYTES
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import (
    GENESIS,
    HASH_BYTES,
    MAX_ENVELOPE_BYTES,
    MAX_ROW_BYTES,
    SALT_BYTES,
    Envelope,
    Moment,
    Particulars,
    event_hash,
)
from kt1desk.exchange import wire
from kt1desk.exchange.frames import FrameHead, ProvedFrame, prove_frame, read_head
from kt1desk.exchange.paper_code import Dictionaries
from kt1desk.exchange.reading import ByteReader
from kt1desk.exchange.trust import KeyList, local_day

_TEXT = rb'"((?:[ !#-\[\]-~]|\\["\\])*)"'
_NUMBER = rb"(0|[1-9][0-9]{0,14})"
_ENVELOPE = re.compile(
    rb'\{"at":\[' + _NUMBER + rb",-?[0-9]{1,4}" + rb'\],"boot":' + _TEXT + rb',"by":' + _TEXT
    + rb',"hlc":\[' + _NUMBER + rb"," + _NUMBER + rb'\],"id":\[([0-9,]{7,23})\]'
    + rb'(?:,"in":\[' + _NUMBER + rb",-?[0-9]{1,4}" + rb'\])?(?:,"par":\[[0-9,\[\]]+\])?'
    + rb',"type":"([a-z0-9_.]{1,64})","v":' + _NUMBER + rb'(?:,"with":' + _TEXT + rb")?\}"
)  # fmt: skip
_MAX_INT4 = 2**31 - 1
_BESIDE = b'"beside":{'
_NO_ROWS = bytes(2)
_BODY_LENGTH = struct.Struct(">I")
_ENVELOPE_LENGTH = struct.Struct(">H")


class _Told(NamedTuple):
    """What an envelope says that the ledger has columns for, or why it cannot be read."""

    type: str = ""
    version: int = 0
    hlc_ms: int = 0
    hlc_count: int = 0
    flaw: str = ""


class ReadEvent(NamedTuple):
    """An event of a proved frame.

    Attributes:
        follower: as `kt1desk.exchange.wire` writes it after the hash of the event before.
        flaw: code of why its envelope cannot be read, "" where it can.
    """

    row: EventRow
    beside: tuple[BesideRow, ...]
    follower: bytes
    flaw: str

    @property
    def record(self) -> bytes:
        """As `kt1desk.exchange.wire` writes it by itself, to be sent on."""
        return self.row.prev + self.follower


@dataclass(frozen=True, slots=True)
class ReadFrame:
    """A proved frame, read. ``prev`` is the hash of the event before its first one."""

    head: FrameHead
    prev: bytes
    events: tuple[ReadEvent, ...] = field(repr=False)


def read_frame(kept: GateFrame, keys: KeyList, presets: Dictionaries) -> ReadFrame:
    """Prove a frame of the gate and read it.

    Raises:
        DeskError: as `kt1desk.exchange.frames.prove_frame`; ``wire.damaged`` where events cannot be told from each other, or the rows
            beside one are not those its body speaks of; ``frame.chain``; ``centre.frame_moved`` where the gate has it in another place.
    """
    proved = prove_frame(kept.data, _keys_for(kept, keys), presets)
    head = proved.frame.head
    first = head.first
    place = (ChainKey(first.device, int(first.stream), first.incarnation), head.number, proved.frame.hash)
    if place != (kept.chain, kept.number, kept.hash):
        raise DeskError("centre.frame_moved")
    prev = proved.told[:HASH_BYTES]
    if len(prev) != HASH_BYTES or (first.seq == 1) != (prev == GENESIS):
        raise DeskError("frame.chain")
    return ReadFrame(head, prev, tuple(_events(proved, prev)))


def _keys_for(kept: GateFrame, keys: KeyList) -> KeyList:
    """Where the clock of a desk stood years off, the day on which the gate received the frame stands witness."""
    head = read_head(kept.data).head
    made, received = local_day(head.made), local_day(Moment(kept.received_ms))
    return keys.witnessed(head.first.device, made, received)


def _events(proved: ProvedFrame, prev: bytes) -> Iterator[ReadEvent]:
    told, head, point = proved.told, proved.frame.head, proved.desk.point
    device, stream, incarnation = head.first.device, int(head.first.stream), head.first.incarnation
    at = HASH_BYTES
    place = b"%d,%d,%d," % (device, stream, incarnation)
    number = head.number
    for seq in range(head.first.seq, head.first.seq + head.count):
        begin, at = _span(told, at, len(told), _BODY_LENGTH, wire.MAX_EVENT_BYTES)
        start, after = _span(told, begin, at, _ENVELOPE_LENGTH, MAX_ENVELOPE_BYTES)
        envelope = told[start:after]
        start, after = _span(told, after, at, _BODY_LENGTH, LARGEST_BODY_BYTES)
        body, follower = told[start:after], told[begin:at]
        beside: tuple[BesideRow, ...] = ()
        if told[after:at] != _NO_ROWS:
            rows = _rows(told[after:at])
            body = _whole_body(body, rows) if rows else body
            place_of = (device, stream, incarnation, seq)
            beside = tuple(BesideRow(*place_of, each.slot, each.salt, each.row) for each in rows)
        hashed = event_hash(prev, envelope, body)
        kind, version, ms, count, flaw = _told_by(envelope, b"%b%d" % (place, seq))
        row = EventRow(
            *(device, stream, incarnation, seq, kind, version, ms, count, point, number),
            *(prev, hashed, envelope, body),
        )
        yield ReadEvent(row, beside, follower, flaw)
        prev = hashed
    if at != len(told):
        raise DeskError(wire.DAMAGED)


def _span(data: bytes, at: int, limit: int, width: struct.Struct, most: int) -> tuple[int, int]:
    """Where bytes with their length in front begin and end, before ``limit``."""
    begin = at + width.size
    if begin > limit:
        raise DeskError(wire.DAMAGED)
    (count,) = width.unpack_from(data, at)
    end: int = begin + count
    if count > most or end > limit:
        raise DeskError(wire.DAMAGED)
    return begin, end


def _rows(data: bytes) -> tuple[Particulars, ...]:
    reader = ByteReader(data, wire.DAMAGED)
    count = reader.number(2)
    if count > wire.MAX_ROWS:
        raise DeskError(wire.DAMAGED)
    rows = tuple(
        Particulars(reader.text(1, 64), reader.take(SALT_BYTES), reader.counted(2, MAX_ROW_BYTES))
        for _ in range(count)
    )
    reader.end()
    slots = [row.slot for row in rows]
    if slots != sorted(set(slots)):
        raise DeskError(wire.DAMAGED)
    return rows


def _whole_body(thin: bytes, rows: tuple[Particulars, ...]) -> bytes:
    """The body as the desk's journal has it: the hashes of the rows put back into the part that is called beside.

    Within a text a quotation mark has a backslash before it, so the name of that part and of a slot stand in no text.
    """
    begin = thin.find(_BESIDE)
    end = thin.find(b"}", begin)
    if begin < 0 or end < 0 or thin.find(_BESIDE, end) >= 0:
        raise DeskError(wire.DAMAGED)
    part = thin[begin:end]
    for row in rows:
        empty = b'"%b":""' % row.slot.encode()
        if part.count(empty) != 1:
            raise DeskError(wire.DAMAGED)
        part = part.replace(empty, b'"%b":"%b"' % (row.slot.encode(), row.hash.hex().encode()))
    if b':""' in part:  # a row it speaks of is missing
        raise DeskError(wire.DAMAGED)
    return thin[:begin] + part + thin[end:]


def _told_by(envelope: bytes, place: bytes) -> _Told:
    usual = _ENVELOPE.fullmatch(envelope)
    if usual is None:
        return _told_by_unusual(envelope, place)
    hlc_ms, hlc_count, found, kind, version = usual.group(4, 5, 6, 8, 9)
    if found != place:
        return _Told(flaw="frame.chain")
    return _fitting(kind.decode(), int(version), int(hlc_ms), int(hlc_count))


def _told_by_unusual(envelope: bytes, place: bytes) -> _Told:
    try:
        read = Envelope.decode(envelope)
    except DeskError as error:
        return _Told(flaw=error.code)
    if ",".join(map(str, read.id.as_json())).encode() != place:
        return _Told(flaw="frame.chain")
    return _fitting(read.type, read.version, read.hlc.ms, read.hlc.count)


def _fitting(kind: str, version: int, hlc_ms: int, hlc_count: int) -> _Told:
    """Numbers that are canonical and yet too large for any clock or version are a flaw."""
    if kind and 0 <= version <= _MAX_INT4 and 0 <= hlc_count <= _MAX_INT4:
        return _Told(kind, version, hlc_ms, hlc_count)
    return _Told(flaw="event.envelope")
