"""What is read from paper: parts of 2D codes and how they are joined, texts of a wedge scanner, custody certificates."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import EventId
from kt1desk.exchange import certificate, codes, paper_code
from kt1desk.exchange.certificate import check_certificate, make_certificates
from kt1desk.exchange.codes import PaperCodes, collected, read_paper
from kt1desk.exchange.dictionary import shipped
from kt1desk.exchange.paper_code import Collector, PaperMessage
from kt1desk.exchange.trust import DeskKeys
from kt1desk.exchange.wedge_code import from_wedge, wedge_text
from tests.fuzz.target import Layer, Target
from tests.support.certificates import statement_of
from tests.support.chains import Writer, dispatch, send
from tests.support.exchange_keys import COMMUNE, COMMUNE_POINT, KEYS, OFFICE, seeded

_EVENT = send(Writer(), dispatch(40, secret=2))
PARTS = PaperCodes(OFFICE, KEYS, seeded()).parts(_EVENT, COMMUNE_POINT)
"""A dispatch of forty items, as it stands on the paper that goes with it."""
_OTHERS = PaperCodes(OFFICE, KEYS, seeded(1)).parts(_EVENT, COMMUNE_POINT)
_HEAD, _CRC = 25, struct.Struct(">I")


def _part(data: bytes) -> None:
    Collector(shipped()).add(data)


def _summed(data: bytes) -> None:
    """The same behind the check sum: head and piece as they are, the sum put right."""
    head, piece = data[:_HEAD], data[_HEAD + _CRC.size :]
    _part(head + _CRC.pack(zlib.crc32(piece, zlib.crc32(head))) + piece)


def _joined(data: bytes) -> None:
    """Each byte is one scan: which part, of this paper or of another one, whole or with a changed head."""
    collector = Collector(shipped())
    for byte in data[:64]:
        part = (_OTHERS if byte & 0x40 else PARTS)[byte % 16 % len(PARTS)]
        if byte & 0x80:
            changed = bytearray(part[:_HEAD])
            changed[byte % _HEAD] ^= 1 + byte % 7
            part = (
                bytes(changed)
                + _CRC.pack(zlib.crc32(part[_HEAD + 4 :], zlib.crc32(changed)))
                + part[_HEAD + 4 :]
            )
        try:
            collector.add(part)
        except DeskError as error:
            if not error.code.startswith(("paper_code.", "trust.")):
                raise
    message = collector.result()
    assert message.ident == _EVENT.id


def _packed(data: bytes) -> None:
    """What was packed is changed, in one part with every hash and sum right."""
    ident = EventId(7, _EVENT.id.stream, 1, 1)
    hashed = paper_code._hash_of(1, ident, data)
    whole = paper_code._Whole(1, ident, 1, len(data), hashed)
    collected([paper_code._Part(whole, 1, data).encode()])


def _payload(data: bytes) -> None:
    read_paper(PaperMessage(_EVENT.id, data), COMMUNE)


@contextmanager
def _rows_unsealed() -> Iterator[None]:
    """The box with the rows stands open, so that what is in it is read."""
    with patch.object(codes, "open_sealed", lambda data, _own, _context: data):
        yield


def _payload_seeds() -> list[bytes]:
    plain = Writer()
    plain.append(dispatch(2))
    with patch.object(codes, "seal_to", lambda plain, *_: plain):
        return [PaperCodes(OFFICE, KEYS)._payload(each, COMMUNE_POINT) for each in (_EVENT, plain.events[0])]


_CODES = [make_certificates(statement_of(length), OFFICE)[0] for length in (1, 3, 5)]
_SIGNS = len(certificate._OUTER) + 3


def _certified(payload: bytes) -> None:
    """A certificate over any CBOR, its signature taken for good."""
    check_certificate(certificate._outer(7, payload, bytes(64)), KEYS)


def _certificate_payloads() -> list[bytes]:
    return [certificate._encode(statement_of(length)) for length in (1, 3, 5)]


@contextmanager
def _signed() -> Iterator[None]:
    """Every signature of 64 zeros is taken for good; others are proved."""
    proved = DeskKeys.has_signed

    def has_signed(row: DeskKeys, signature: bytes, data: bytes) -> bool:
        return signature == bytes(64) or proved(row, signature, data)

    with patch.object(DeskKeys, "has_signed", has_signed):
        yield


def _wedge(data: bytes) -> None:
    from_wedge(data.decode("utf-8", "replace"))


_PART_WORDS = (
    b"K1",
    b"\x01",
    b"\x02",
    b"\x00\x00",
    b"\xff\xff",
    *(bytes([at, of]) for at in (0, 1, 16, 17) for of in (1, 3, 16, 17)),
)
_CBOR = (
    b"\x80",
    b"\x9f",
    b"\xbf",
    b"\xff",
    b"\xf6",
    b"\xf5",
    b"\xc2\x41\x01",
    b"\xd8\x1d\x00",
    b"\x1b" + b"\xff" * 8,
    b"\xfb" + bytes(8),
    b"\xa1\x80\x80",
)

TARGETS = (
    Target(
        "paper_codes",
        (
            Layer("part", lambda: PARTS, _part, _PART_WORDS, share=2),
            Layer("summed", lambda: PARTS, _summed, _PART_WORDS, share=3),
            Layer("joined", lambda: [bytes(range(16)), bytes([0, 1, 2, 0x40, 1, 2, 3])], _joined, share=2),
            Layer(
                "packed", lambda: [paper_code._packed(_payload_seeds()[1], shipped()[1])], _packed, share=2
            ),
            Layer("payload", _payload_seeds, _payload, _PART_WORDS, share=4),
        ),
        _rows_unsealed,
    ),
    Target(
        "wedge_codes",
        (
            Layer(
                "text",
                lambda: [wedge_text(each).encode() for each in _CODES],
                _wedge,
                (b"KT1:", b"DD.A1:", b"/", "Đ.".encode()),
            ),
        ),
    ),
    Target(
        "certificates",
        (
            Layer(
                "code",
                lambda: _CODES,
                lambda data: check_certificate(data, KEYS),
                (b"\xd2\x84", b"\x58\x40", b"\xa0", b"\x59"),
                share=2,
            ),
            Layer("payload", _certificate_payloads, _certified, _CBOR, share=3),
        ),
        _signed,
    ),
)
