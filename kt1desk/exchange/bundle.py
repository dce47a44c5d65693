"""The bundle file: mail from one desk to the desks of one point, signed by the one and sealed to the others, on whatever medium.

    bundle = head | sealed
    head   = "KB" | version 1 | device u16 | incarnation u16 | number u32 | made ms u64 | made offset i16 | its point, length 1 in front
    sealed = `kt1desk.exchange.sealing` of: signature 64 | contents; bound to the head
    contents = letter (canonical JSON, length u32 in front) | dictionary 1 | packed
    packed = raw DEFLATE, begun with the preset dictionary, of the events, length u32 in front of each
    signature = Ed25519("kt1desk/bundle/1" NUL ‖ head ‖ contents)
    letter = {"acks": [[device, mail number, hash], …], "after": [mail number, hash], "count", "point", "previous"}

The events are mail to that point without a gap: the first one has the number after ``after``. That number with the hash of its event is
what the other side last said it has; ``acks`` say the same the other way round, for each desk of the point it is for. What was sent is
never a reason not to send it again, only what was taken is (`docs/decisions/bundles.md`).

Reading goes on from one step to the next only when the one before held: size, head, whether it is for us, the seal, the signature, the
letter, the size unpacked. A byte that nobody signed is never unpacked. A bundle about dossiers begins with "KH" instead of "KB", to which
everything else in it is bound. This module must not know where mail numbers come from.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import HASH_BYTES, Event, Moment
from kt1desk.domain.service import Service
from kt1desk.exchange import wire
from kt1desk.exchange.dictionary import CURRENT, shipped
from kt1desk.exchange.reading import ByteReader, counted, deflated, inflated
from kt1desk.exchange.sealing import Entropy, open_sealed, seal_to
from kt1desk.exchange.trust import DeskKeys, KeyList, OwnKeys, local_day, refuse_trial

VERSION = 1
MAX_EVENTS = 10_000
MAX_INFLATED_BYTES = 16 * 1024 * 1024
MAX_BYTES = MAX_INFLATED_BYTES + 1_048_576
"""A larger file is refused unread: what does not go into one bundle goes into the next, once this one was taken."""
MAX_ACKS = 64

_MAGIC: Mapping[Service, bytes] = MappingProxyType({Service.KT1: b"KB", Service.TTHC: b"KH"})
_MAGIC_BYTES = 2
_TAG = b"kt1desk/bundle/1\0"
_SEAL_CONTEXT = b"kt1desk/bundle-seal/1\0"
_SIGNATURE_BYTES = 64
_MAX_LETTER_BYTES = 16_384
_MAX_POINT = 16
_DAMAGED = "bundle.damaged"
_PARTS = frozenset({"acks", "after", "count", "point", "previous"})


@dataclass(frozen=True, slots=True, order=True)
class MailMark:
    """How far the mail from one desk to one point was taken: the number and, to be sure of which event, its hash in hex."""

    number: int = 0
    hash: str = ""


NOTHING = MailMark()


@dataclass(frozen=True, slots=True)
class BundleHead:
    """What stands outside: from which device, in which incarnation, the how manyeth, when, for which point, of which service."""

    device: int
    incarnation: int
    number: int
    made: Moment
    to: str
    service: Service = Service.KT1

    def encode(self) -> bytes:
        """The head as it stands in the file."""
        parts = (
            _MAGIC[self.service],
            VERSION.to_bytes(1, "big"),
            self.device.to_bytes(2, "big"),
            self.incarnation.to_bytes(2, "big"),
            self.number.to_bytes(4, "big"),
            self.made.utc_ms.to_bytes(8, "big"),
            self.made.offset_min.to_bytes(2, "big", signed=True),
            counted(self.to.encode(), 1),
        )
        return b"".join(parts)


@dataclass(frozen=True, slots=True)
class Letter:
    """What the desk says beside its events.

    Attributes:
        point: where it stands.
        after: the mail before the first event, as the other side last said it has it.
        acks: how far it has taken our mail, for each device of the point it writes to.
        previous: SHA-256 of the bundle before, in hex, "" where it knows of none.
    """

    point: str
    after: MailMark = NOTHING
    acks: tuple[tuple[int, MailMark], ...] = ()
    previous: str = ""


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that was proved. ``records`` are the events as they travelled, one for each mail number after ``letter.after``."""

    head: BundleHead
    desk: DeskKeys
    letter: Letter
    records: tuple[bytes, ...] = field(repr=False)
    sha256: str


def seal_bundle(
    events: Sequence[Event],
    head: BundleHead,
    letter: Letter,
    recipients: Sequence[DeskKeys],
    own: OwnKeys,
    entropy: Entropy,
) -> bytes:
    """The bytes of a bundle.

    Args:
        events: the mail after ``letter.after``, without a gap.
        head: what stands outside.
        letter: what is said beside the events.
        recipients: the desks of the point it is for.
        own: who signs.
        entropy: random bytes for the sealing.

    Raises:
        DeskError: ``trust.trial_desk``, ``sealing.*``, ``wire.too_large``.
    """
    refuse_trial(own.device)
    packed = deflated(b"".join(counted(wire.encode(event), 4) for event in events), shipped()[CURRENT])
    told = canonical.encode(_letter_json(letter, len(events)), _MAX_LETTER_BYTES)
    contents = counted(told, 4) + bytes([CURRENT]) + packed
    outside = head.encode()
    signature = own.sign(_TAG + outside + contents)
    return outside + seal_to(signature + contents, recipients, _SEAL_CONTEXT + outside, entropy)


def read_head(data: bytes) -> BundleHead:
    """What stands outside; nothing of it is proved.

    Raises:
        DeskError: ``bundle.damaged`` (also too large), ``bundle.newer``.
    """
    return _take_head(_reader(data))


def open_bundle(data: bytes, own: OwnKeys, keys: KeyList) -> OpenedBundle:
    """Prove a bundle and take it apart.

    Raises:
        DeskError: as `read_head`; ``trust.trial_desk``; ``bundle.other_point`` with ``point``; ``bundle.own`` for one this desk wrote;
            as `KeyList.of_device` for the day it was made; ``bundle.unopened`` where it was changed or not sealed to this desk;
            ``bundle.forged``; ``bundle.wrong_point`` with ``device`` and ``point``; ``bundle.dictionary`` with ``number``.
    """
    refuse_trial(own.device)
    reader = _reader(data)
    head = _take_head(reader)
    outside, sealed = reader.read, reader.rest()
    _check_address(head, own)
    desk = keys.of_device(head.device, local_day(head.made))
    signature, contents = _unsealed(sealed, outside, own)
    if not desk.has_signed(signature, _TAG + outside + contents):
        raise DeskError("bundle.forged")
    inside = ByteReader(contents, _DAMAGED)
    letter, count = _read_letter(inside.counted(4, _MAX_LETTER_BYTES))
    if letter.point != desk.point:
        raise DeskError("bundle.wrong_point", device=desk.device, point=desk.point)
    records = _records(inside, count)
    return OpenedBundle(head, desk, letter, records, hashlib.sha256(data).hexdigest())


def _reader(data: bytes) -> ByteReader:
    if len(data) > MAX_BYTES or not data.startswith(tuple(_MAGIC.values())):
        raise DeskError(_DAMAGED)
    return ByteReader(data, _DAMAGED)


def _take_head(reader: ByteReader) -> BundleHead:
    magic = reader.take(_MAGIC_BYTES)
    service = next(each for each, begins in _MAGIC.items() if begins == magic)
    version = reader.number(1)
    if version != VERSION:
        raise DeskError("bundle.newer" if version > VERSION else _DAMAGED)
    device, incarnation, number, made_ms = (reader.number(width) for width in (2, 2, 4, 8))
    offset = int.from_bytes(reader.take(2), "big", signed=True)
    made, to = Moment(made_ms, offset), reader.text(1, _MAX_POINT)
    return BundleHead(device, incarnation, number, made, to, service)


def _check_address(head: BundleHead, own: OwnKeys) -> None:
    refuse_trial(head.device)
    if head.device == own.device:
        raise DeskError("bundle.own")
    if head.to != own.point:
        raise DeskError("bundle.other_point", point=head.to)


def _unsealed(sealed: bytes, outside: bytes, own: OwnKeys) -> tuple[bytes, bytes]:
    try:
        inside = open_sealed(sealed, own, _SEAL_CONTEXT + outside)
    except DeskError as error:
        raise DeskError("bundle.unopened") from error
    return inside[:_SIGNATURE_BYTES], inside[_SIGNATURE_BYTES:]


def _records(inside: ByteReader, count: int) -> tuple[bytes, ...]:
    dictionary = inside.number(1)
    if dictionary not in shipped():
        raise DeskError("bundle.dictionary", number=dictionary)
    told = inflated(inside.rest(), shipped()[dictionary], MAX_INFLATED_BYTES)
    if told is None:
        raise DeskError(_DAMAGED)
    reader = ByteReader(told, _DAMAGED)
    records = tuple(reader.counted(4, MAX_INFLATED_BYTES) for _ in range(count))
    reader.end()
    return records


def _letter_json(letter: Letter, count: int) -> dict[str, Json]:
    return {
        "acks": [[device, mark.number, mark.hash] for device, mark in letter.acks],
        "after": [letter.after.number, letter.after.hash],
        "count": count,
        "point": letter.point,
        "previous": letter.previous,
    }


def _read_letter(data: bytes) -> tuple[Letter, int]:
    try:
        made = canonical.decode(data, _MAX_LETTER_BYTES)
        acks, count = made["acks"], made["count"]
        if made.keys() != _PARTS or not isinstance(acks, list) or len(acks) > MAX_ACKS:
            raise TypeError
        if not isinstance(count, int) or not 0 <= count <= MAX_EVENTS:
            raise TypeError
        letter = Letter(
            point=_text(made["point"], _MAX_POINT),
            after=_mark(made["after"]),
            acks=tuple(_ack(row) for row in acks),
            previous=_text(made["previous"], 2 * HASH_BYTES),
        )
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise DeskError(_DAMAGED) from error
    return letter, count


def _ack(row: Json) -> tuple[int, MailMark]:
    if not isinstance(row, list) or not row or not isinstance(row[0], int):
        raise TypeError
    return row[0], _mark(row[1:])


def _mark(row: Json) -> MailMark:
    if not isinstance(row, list) or len(row) != 2 or not isinstance(row[0], int) or row[0] < 0:
        raise TypeError
    return MailMark(row[0], _text(row[1], 2 * HASH_BYTES))


def _text(value: Json, most: int) -> str:
    if not isinstance(value, str) or len(value) > most:
        raise TypeError
    return value
