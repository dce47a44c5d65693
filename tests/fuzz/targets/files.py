"""Signed files and files with a code that people bring on a medium, and codes that people type."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from unittest.mock import patch

from kt1desk.domain.canonical import encode
from kt1desk.domain.desk_file import Clearance, DeskFile, NumberBlock, PublicKey, Service, Transport
from kt1desk.exchange import desk_files, figure_file, key_list, line_file, rest_file, signed_file
from kt1desk.exchange.coded_box import shut, unshut
from kt1desk.exchange.enrolment import KIND as ENROLMENT
from kt1desk.exchange.enrolment import make_request, read_request
from kt1desk.exchange.key_list import prove_key_list, sign_key_list
from kt1desk.exchange.line_file import LineFile, open_line_file, seal_line_file
from kt1desk.exchange.line_request import KIND as LINE_REQUEST
from kt1desk.exchange.line_request import make_line_request, read_line_request
from kt1desk.exchange.reading import deflated, inflated
from kt1desk.exchange.rest_file import RestFile, open_rest, seal_rest
from kt1desk.exchange.signed_file import SignedKind
from kt1desk.store import recovery_code
from tests.fuzz.target import Layer, Target
from tests.fuzz.targets.exchange import FRAME
from tests.support.exchange_keys import DAY, KEYS, OFFICE, PROVINCE, PROVINCE_KEY, seeded
from tests.support.figure_samples import bytes_of

_PRINT = desk_files.print_of(PROVINCE_KEY)
_NO_SIGNATURE = bytes(64)
_WORDS = (
    b'"format":1',
    b'"format":2',
    b'\\"',
    b"\\u0000",
    b'":"',
    b'":[',
    b"]]",
    b"}",
    b'"by"',
    b"0" * 64,
    b"2026-11-23",
)


@contextmanager
def _believed() -> Iterator[None]:
    """Behind the signature: one of 64 zeros is taken for good, others are proved."""
    proved = signed_file.is_signed

    def is_signed(key: bytes, signature: bytes, data: bytes) -> bool:
        return signature == _NO_SIGNATURE or proved(key, signature, data)

    with patch.object(signed_file, "is_signed", is_signed):
        yield


def _signed_by(kind: SignedKind, key: bytes, content: bytes) -> bytes:
    """A file over any content that can be written as a text."""
    return kind.write(content.decode("utf-8", "replace").encode(), key, lambda _data: _NO_SIGNATURE)


DESK = DeskFile(
    point="240000",
    device=7,
    services=frozenset({Service.KT1, Service.TTHC}),
    transports=frozenset({Transport.BUNDLE, Transport.NETWORK}),
    blocks=(NumberBlock("MA", 1_000, 1_999), NumberBlock("MA", 5_000, 5_999)),
    valid_from=date(2026, 11, 1),
    valid_to=date(2027, 12, 31),
    keys=(PublicKey("gate", "ab" * 32),),
    clearances=(Clearance("lan.be", date(2027, 6, 30)),),
)


def _desk_file(data: bytes) -> None:
    desk_files._proved(data, _PRINT, DAY)


def _desk_content(data: bytes) -> None:
    DeskFile.decode(data).check_valid_on(DAY)


def _key_list(data: bytes) -> None:
    prove_key_list(data, PROVINCE_KEY)


def _enrolment_content(data: bytes) -> None:
    read_request(_signed_by(ENROLMENT, bytes.fromhex(OFFICE.public_key_hex), data))


def _line_request_content(data: bytes) -> None:
    request = read_line_request(_signed_by(LINE_REQUEST, bytes.fromhex(OFFICE.public_key_hex), data))
    assert request.check_code


_REQUEST = make_request(OFFICE, "0.8.0")
_LINE_REQUEST = make_line_request(
    OFFICE, "-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n-----END CERTIFICATE REQUEST-----\n"
)


def _figures(data: bytes) -> None:
    figure_file.read_figures(data, KEYS, DAY)


def _figures_told(told: bytes) -> None:
    packed = base64.b64encode(deflated(told, b"", 1))
    _figures(_signed_by(figure_file.KIND, bytes.fromhex(OFFICE.public_key_hex), packed))


def _told_figures() -> list[bytes]:
    packed = figure_file.KIND.take_apart(bytes_of()).payload
    told = inflated(base64.b64decode(packed), b"", figure_file.MAX_INFLATED_BYTES)
    return [told or b""]


def _content_of(kind: SignedKind, data: bytes) -> bytes:
    return kind.take_apart(data).payload


_LINE = LineFile(
    7, "240000", "gate.example", 5432, "kt1", "desk_7", "-----A\nB\n", "-----C\nD\n", "", "ab" * 32
)
_LINE_DATA, _LINE_CODE = seal_line_file(_LINE, seeded())
_REST_DATA, _REST_CODE = seal_rest(RestFile(9, 1, (FRAME,)), seeded())


def _line_content(plain: bytes) -> None:
    line_file._content(plain, 7, "240000")


def _rest_content(plain: bytes) -> None:
    box, code = shut(plain, rest_file._about(9, 1), seeded())
    open_rest(
        encode({"box": box.hex(), "device": 9, "format": 1, "incarnation": 1}, rest_file.MAX_BYTES), code
    )


def _rests() -> list[bytes]:
    return [len(FRAME).to_bytes(4, "big") + FRAME]


def _line_contents() -> list[bytes]:
    return [
        unshut(
            bytes.fromhex(str(line_file._outer(_LINE_DATA)[0]["box"])),
            line_file._about(7, "240000"),
            _LINE_CODE,
        )
    ]


def _typed(data: bytes) -> None:
    """A code as people type it: of the envelope, of a file, of a technician's slip."""
    text = data.decode("utf-8", "replace")
    recovery_code.read(text)


def _typed_print(data: bytes) -> None:
    desk_files.typed_print(data.decode("utf-8", "replace"))


def _typed_codes() -> list[bytes]:
    _, text = recovery_code.make(bytes(range(16)))
    return [text.encode(), text.lower().replace("-", " ").encode(), text.replace("0", "O").encode()]


TARGETS = (
    Target(
        "desk_files",
        (
            Layer("file", lambda: [desk_files.sign(DESK, PROVINCE)], _desk_file, _WORDS, tree=True),
            Layer("content", lambda: [DESK.encode()], _desk_content, _WORDS, tree=True, share=2),
        ),
        _believed,
    ),
    Target(
        "key_lists",
        (
            Layer("file", lambda: [sign_key_list(KEYS, PROVINCE)], _key_list, _WORDS, tree=True),
            Layer(
                "content",
                lambda: [key_list._encode(KEYS)],
                key_list._decode,
                _WORDS,
                tree=True,
                share=2,
            ),
        ),
        _believed,
    ),
    Target(
        "figure_files",
        (
            Layer("file", lambda: [bytes_of()], _figures, _WORDS, tree=True),
            Layer("told", _told_figures, _figures_told, (*_WORDS, b'"items"'), tree=True, share=2),
        ),
        _believed,
    ),
    Target(
        "enrolment_requests",
        (
            Layer("file", lambda: [_REQUEST], read_request, _WORDS, tree=True),
            Layer(
                "content",
                lambda: [_content_of(ENROLMENT, _REQUEST)],
                _enrolment_content,
                _WORDS,
                tree=True,
                share=2,
            ),
        ),
        _believed,
    ),
    Target(
        "line_requests",
        (
            Layer("file", lambda: [_LINE_REQUEST], read_line_request, _WORDS, tree=True),
            Layer(
                "content",
                lambda: [_content_of(LINE_REQUEST, _LINE_REQUEST)],
                _line_request_content,
                _WORDS,
                tree=True,
            ),
        ),
        _believed,
    ),
    Target(
        "line_files",
        (
            Layer(
                "file", lambda: [_LINE_DATA], lambda data: open_line_file(data, _LINE_CODE), _WORDS, tree=True
            ),
            Layer("content", _line_contents, _line_content, _WORDS, tree=True, share=2),
        ),
    ),
    Target(
        "rest_files",
        (
            Layer("file", lambda: [_REST_DATA], lambda data: open_rest(data, _REST_CODE), _WORDS, tree=True),
            Layer("shut", _rests, _rest_content, (b"KF\x01",)),
            Layer("frames", _rests, rest_file._frames, (b"KF\x01",), share=2),
        ),
    ),
    Target(
        "typed_codes",
        (
            Layer("recovery", _typed_codes, _typed, (b"-", b" ", b"O", b"I", b"L", b"U", "İ".encode(), b"*")),
            Layer(
                "print",
                lambda: [desk_files.fingerprint(PROVINCE_KEY).encode()],
                _typed_print,
                (b"-", b" ", b"O", b"U"),
            ),
        ),
    ),
)
