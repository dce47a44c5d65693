"""What comes over the line, in bundles and through shared folders: events, frames, mail, bundles, near files, sealed bytes.

Behind the signature every signature is taken for good and every box stands open: what is read there was written by somebody with a key,
who may have lost it, or whose program may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain import canonical
from kt1desk.domain.desk_file import NumberBlock
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.exchange import bundle, frames, mail_frames, mail_records, near_file, wire
from kt1desk.exchange.bundle import NOTHING, BundleHead, Letter, MailMark, open_bundle, seal_bundle
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.frames import START, open_frame, seal_frame
from kt1desk.exchange.mail_frames import MailRecord, RecordKind, open_mail, seal_mail
from kt1desk.exchange.near_file import ChainMark, NearHead, NearLetter, Span, open_near, seal_near
from kt1desk.exchange.reading import counted, deflated
from kt1desk.exchange.sealing import open_sealed, seal_to
from kt1desk.exchange.taking import readable
from kt1desk.exchange.trust import DeskKeys
from tests.fuzz.target import Layer, Target
from tests.support.chains import Writer, arrived, dispatch, item_number, send
from tests.support.exchange_keys import (
    COMMUNE,
    COMMUNE_POINT,
    KEYS,
    NOON_MS,
    OFFICE,
    OFFICE_POINT,
    OFFICE_SECOND,
    row_of,
    seeded,
)

_CENTRE = Ed25519PrivateKey.from_private_bytes(bytes(range(2, 34)))
_CENTRE_KEY = _CENTRE.public_key().public_bytes_raw()
_NO_SIGNATURE = bytes(64)
MADE = Moment(NOON_MS)
_WORDS = (
    b"beside",
    b'{"',
    b'"}',
    b'"point":',
    b'":"',
    b",",
    b"system",
    b"\x00\x01",
    b"\xff\xff",
    b'"id":[',
    b'"par":[',
)


def _events() -> tuple[Event, ...]:
    writer = Writer(COMMUNE)
    return (
        *(writer.append(arrived(item_number(at))) for at in range(3)),
        send(writer, dispatch(2, secret=1, to=OFFICE_POINT)),
    )


EVENTS = _events()
FRAME = seal_frame(EVENTS[:2], START, MADE, COMMUNE, shipped()).data


@contextmanager
def _believed() -> Iterator[None]:
    """Behind the signature, and behind the box."""
    with ExitStack() as stack:
        stack.enter_context(
            patch.object(DeskKeys, "has_signed", lambda _row, signature, _data: signature == _NO_SIGNATURE)
        )
        stack.enter_context(
            patch.object(mail_frames, "is_signed", lambda _key, signature, _data: signature == _NO_SIGNATURE)
        )
        for module in (bundle, near_file):
            stack.enter_context(patch.object(module, "open_sealed", lambda data, _own, _context: data))
        yield


def _event(data: bytes) -> None:
    event = readable(data)
    if isinstance(event, DeskError):
        raise event
    event.body()
    for row in event.particulars:
        event.particular(row.slot)


_FRAME_HEAD = frames.read_head(FRAME).head


def _in_frame(told: bytes) -> None:
    """Events as they lie in a frame, unpacked."""
    frames._events_in(told, _FRAME_HEAD)


def _packed_frame(packed: bytes) -> None:
    """Packed events, changed, and signed by a desk that keeps no rules."""
    open_frame(_FRAME_HEAD.encode() + counted(packed, 4) + _NO_SIGNATURE, KEYS, shipped())


def _envelope(data: bytes) -> None:
    _event(EVENTS[0].prev + counted(data[:65_535], 2) + counted(EVENTS[0].body_bytes, 4) + b"\0\0")


def _body(data: bytes) -> None:
    whole = EVENTS[3]
    _event(
        whole.prev + counted(whole.envelope_bytes, 2) + counted(data, 4) + wire.encode_rows(whole.particulars)
    )


def _row(data: bytes) -> None:
    """One row beside an event, as it stands in it."""
    body = b'{"beside":{"escort":""}}'
    rows = b"\0\1" + counted(b"escort", 1) + bytes(8) + counted(data[:65_535], 2)
    _event(EVENTS[0].prev + counted(EVENTS[0].envelope_bytes, 2) + counted(body, 4) + rows)


def _told() -> list[bytes]:
    return [EVENTS[0].prev + b"".join(counted(wire.encode_follower(event), 4) for event in EVENTS[:2])]


def _unsigned(data: bytes) -> bytes:
    return data[:-64] + _NO_SIGNATURE


_DOCUMENT = b'{"sources":{},"defaults":{},"rows":[]}'


def _records() -> list[MailRecord]:
    row = mail_records.document_row("points", 3, date(2026, 12, 1), _DOCUMENT)
    return [
        MailRecord(RecordKind.EVENT, wire.encode(EVENTS[0])),
        *mail_records.document_records(row, _DOCUMENT),
        mail_records.grant_record(mail_records.Grant(9, NumberBlock("MX", 1_000, 1_999))),
        mail_records.safe_record([mail_records.SafeMark(7, 1, 1, 5)]),
    ]


MAIL = seal_mail(_records(), NOTHING, MADE, COMMUNE_POINT, shipped(), _CENTRE.sign)


def _in_mail(told: bytes) -> None:
    data = MAIL.head.encode() + counted(deflated(told, shipped()[1], 1), 4) + _NO_SIGNATURE
    for record in open_mail(data, _CENTRE_KEY, shipped()).records:
        _record(bytes([record.kind]) + record.body)


_READERS = {
    RecordKind.DOCUMENT: mail_records.read_piece,
    RecordKind.GRANT: mail_records.read_grant,
    RecordKind.SAFE: mail_records.read_safe,
}


def _record(data: bytes) -> None:
    read = _READERS.get(RecordKind(data[0])) if data and data[0] in tuple(RecordKind) else None
    if read is not None:
        read(data[1:])


def _mail_told() -> list[bytes]:
    return [b"".join(bytes([each.kind]) + counted(each.body, 4) for each in _records())]


def _unsealed(plain: bytes, *_: object) -> bytes:
    return _NO_SIGNATURE + plain[64:]


_HEAD = BundleHead(COMMUNE.device, 1, 12, MADE, OFFICE_POINT)
_LETTER = Letter(COMMUNE_POINT, MailMark(4, "ab" * 32), ((7, MailMark(3, "cd" * 32)),), "ef" * 32)


def _bundles() -> list[bytes]:
    with patch.object(bundle, "seal_to", _unsealed):
        return [seal_bundle(EVENTS, _HEAD, _LETTER, (row_of(OFFICE),), COMMUNE, seeded())]


def _bundle_letter(data: bytes) -> None:
    bundle._read_letter(data)


_NEAR = NearHead(8, 7, 1, 12, MADE)
_MARK = ChainMark(EVENTS[0].id.stream, 1, 4, "ab" * 32)
_NEAR_LETTER = NearLetter(OFFICE_POINT, (_MARK,), (Span(_MARK, ChainMark(_MARK.stream, 1, 9, "cd" * 32)),))


def _nears() -> list[bytes]:
    with patch.object(near_file, "seal_to", _unsealed):
        return [seal_near(EVENTS, _NEAR, _NEAR_LETTER, row_of(OFFICE), OFFICE_SECOND, seeded())]


def _near_letters() -> list[bytes]:
    return [canonical.encode(near_file._letter_json(_NEAR_LETTER, 4), 65_536)]


def _letters() -> list[bytes]:
    return [canonical.encode(bundle._letter_json(_LETTER, 4), 65_536)]


def _sealed() -> list[bytes]:
    return [seal_to(b"plain", (row_of(OFFICE), row_of(OFFICE_SECOND)), b"context", seeded())]


TARGETS = (
    Target(
        "events",
        (
            Layer("wire", lambda: [wire.encode(event) for event in EVENTS], _event, _WORDS),
            Layer(
                "envelope", lambda: [event.envelope_bytes for event in EVENTS], _envelope, _WORDS, tree=True
            ),
            Layer("body", lambda: [wire._thin_body(EVENTS[3])], _body, _WORDS, tree=True),
            Layer("row", lambda: [row.row for row in EVENTS[3].particulars], _row, _WORDS, tree=True),
        ),
    ),
    Target(
        "frames",
        (
            Layer(
                "frame",
                lambda: [_unsigned(FRAME)],
                lambda data: open_frame(data, KEYS, shipped()),
                (b"KF\x01\x01",),
                share=3,
            ),
            Layer("packed", lambda: [deflated(_told()[0], shipped()[1])], _packed_frame, share=3),
            Layer("told", _told, _in_frame, _WORDS, share=2),
        ),
        _believed,
    ),
    Target(
        "mail_frames",
        (
            Layer(
                "frame",
                lambda: [_unsigned(MAIL.data)],
                lambda data: open_mail(data, _CENTRE_KEY, shipped()),
                (b"KN\x01\x01",),
                share=2,
            ),
            Layer("told", _mail_told, _in_mail, _WORDS),
            Layer(
                "record",
                lambda: [bytes([each.kind]) + each.body for each in _records()],
                _record,
                _WORDS,
                share=2,
            ),
        ),
        _believed,
    ),
    Target(
        "bundles",
        (
            Layer(
                "bundle",
                _bundles,
                lambda data: open_bundle(data, OFFICE, KEYS),
                (b"KB\x01", OFFICE_POINT.encode()),
                share=3,
            ),
            Layer("letter", _letters, _bundle_letter, tree=True),
        ),
        _believed,
    ),
    Target(
        "near_files",
        (
            Layer("file", _nears, lambda data: open_near(data, OFFICE, KEYS), (b"KV\x01",), share=3),
            Layer("letter", _near_letters, near_file._read_letter, tree=True),
        ),
        _believed,
    ),
    Target(
        "sealed",
        (Layer("box", _sealed, lambda data: open_sealed(data, OFFICE, b"context"), (b"KS\x01\x02",)),),
    ),
)
