"""What lies on another medium: what stands on a backup, the recorder's files, and the extract of the security log.

Behind seal, check sum, link and signature everything is made to fit: what is read there was written by somebody with a key.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import cast
from unittest.mock import patch

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain.events import Stream
from kt1desk.exchange import extract, signed_file
from kt1desk.exchange.extract import ExtractWriter, read_extract
from kt1desk.services.audit_log import AuditExtract, AuditQuery
from kt1desk.services.rows import DeskRow
from kt1desk.store import flight
from kt1desk.store.backup_manifest import Manifest
from kt1desk.store.device_key import DeviceKey
from kt1desk.store.marker import Head, Heads
from tests.fuzz.target import Layer, Target
from tests.fuzz.targets.exchange import EVENTS, MADE
from tests.support.exchange_keys import COMMUNE, COMMUNE_POINT

_NO_SIGNATURE = bytes(64)
_KEY = DeviceKey(COMMUNE.device, 1, Ed25519PrivateKey.from_private_bytes(bytes(range(3, 35))))
_DEK, _SALT = bytes(range(32)), bytes(16)
_HEAD = flight._HEAD.pack(flight._MAGIC, COMMUNE.device, _SALT)
_UPTO = {(Stream.KT1, 1): 4, (Stream.COUNTER, 1): 0}
_TAG = b"kt1desk/audit-extract/1\0"
_WORDS = (
    b'"format":1',
    b'"format":2',
    b'"heads":[',
    b'":"',
    b'":[',
    b"]]",
    b"}",
    b"0" * 64,
    b"9007199254740991",
)


def _manifests() -> list[bytes]:
    heads = Heads(Head(Stream.KT1, 1, 4, bytes(32)), Head(Stream.COUNTER, 2, 0, bytes(32)))
    made = Manifest(COMMUNE.device, COMMUNE_POINT, "0.1.0", MADE.utc_ms, heads, 8_192, bytes(32), bytes(32))
    return [replace(made, signature=_NO_SIGNATURE).encode()]


def _manifest(data: bytes) -> None:
    """Also what is asked of one before anything of it is proved."""
    made = Manifest.decode(data)
    assert made.events >= 0
    for stream in Stream:
        made.last(stream)
    made.is_signed_by(_KEY)


class _OnStick:
    """A file that is there, without a disk."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def open(self, _mode: str) -> BytesIO:
        return BytesIO(self._data)


class _OpenBox:
    """A box that stands open."""

    def __init__(self, _key: bytes) -> None:
        pass

    def encrypt(self, _nonce: bytes, data: bytes, _beside: bytes) -> bytes:
        return data

    def decrypt(self, _nonce: bytes, data: bytes, _beside: bytes) -> bytes:
        return data


@contextmanager
def _opened() -> Iterator[None]:
    with patch.object(flight, "AESGCM", _OpenBox), patch.object(flight, "_key", lambda *_: bytes(32)):
        yield


def _records(*boxes: bytes) -> bytes:
    return _HEAD + b"".join(flight._RECORD.pack(len(box), zlib.crc32(box)) + box for box in boxes)


def _boxes() -> list[bytes]:
    return [flight._pack(_UPTO, EVENTS), flight._pack({}, ()), flight._pack(_UPTO, EVENTS[3:])]


def _flight(data: bytes) -> None:
    for _record in flight.read_flight(cast(Path, _OnStick(data)), _DEK):
        pass


def _in_box(data: bytes) -> None:
    _flight(_records(data))


def _extract_of(events: int) -> bytes:
    desk = DeskRow(COMMUNE.device, 1, COMMUNE_POINT, "production", COMMUNE.public_key_hex)
    heads = ((EVENTS[3].id.text, EVENTS[3].hash.hex()), ("", ""))
    return ExtractWriter(COMMUNE)(AuditExtract(desk, "lan.be", MADE, AuditQuery(), EVENTS[:events], heads))


def _extracts() -> list[bytes]:
    return [_extract_of(3)]


@contextmanager
def _believed() -> Iterator[None]:
    """Behind the signature: one of 64 zeros is taken for good, others are proved."""

    def is_signed(key: bytes, signature: bytes, data: bytes) -> bool:
        return signature == _NO_SIGNATURE or signed_file.is_signed(key, signature, data)

    with patch.object(extract, "is_signed", is_signed):
        yield


def _said(extract_bytes: bytes) -> list[bytes]:
    """What the lines of an extract say, without their links."""
    return [line.partition(b" ")[2] for line in extract_bytes.split(b"\n")[:-2]]


_LINES = _said(_extract_of(2))
"""Head, an event, the one after it, foot: whatever is changed in one, all are read each time."""


def _linked(data: bytes) -> None:
    """Lines of any kind, under links and a signature that fit."""
    link, lines = hashlib.sha256(_TAG).digest(), []
    for said in data.split(b"\n"):
        link = hashlib.sha256(link + said).digest()
        lines.append(link.hex().encode() + b" " + said)
    read_extract(b"\n".join((*lines, _NO_SIGNATURE.hex().encode())) + b"\n")


def _as_line(at: int, data: bytes) -> None:
    """One line of an extract in place of the true one."""
    _linked(b"\n".join((*_LINES[:at], data.replace(b"\n", b" "), *_LINES[at + 1 :])))


def _line(name: str, at: int) -> Layer:
    return Layer(name, lambda: [_LINES[at]], partial(_as_line, at), _WORDS, tree=True)


TARGETS = (
    Target("backup_manifests", (Layer("file", _manifests, _manifest, _WORDS, tree=True),)),
    Target(
        "flight_files",
        (
            Layer("file", lambda: [_records(*_boxes())], _flight, (b"KT1FLT1\0",)),
            Layer("box", _boxes, _in_box, (b"\x00\x01", b"\xff\xff"), share=3),
        ),
        _opened,
    ),
    Target(
        "audit_extracts",
        (
            Layer("file", _extracts, read_extract, _WORDS),
            Layer("lines", lambda: [b"\n".join(_LINES)], _linked, _WORDS),
            *(_line(name, at) for name, at in (("head", 0), ("event", 2), ("foot", len(_LINES) - 1))),
        ),
        _believed,
    ),
)
