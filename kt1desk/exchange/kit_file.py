"""The kit of a desk as a file: signed by the province, shut under a one-time code.

    file    = a signed file (`kt1desk.exchange.signed_file`); tag "kt1desk/kit/1" NUL
    signed  = canonical JSON {"box", "device", "issue", "point"}
    box     = a coded box (`kt1desk.exchange.coded_box`) about "kit|" device "|" point "|" issue, in hex
    content = canonical JSON of `Kit`; files in it in base 64

The province's fingerprint is typed as with a plain desk file: whoever had slip and file in his hands could otherwise make a kit of his own
under the same code. The signature is over the shut box, so a foreign or damaged kit is refused before a code is asked for.

This module must not know where the file lies, nor what a desk does with it.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.desk_file import LAST_DEVICE
from kt1desk.domain.errors import DeskError
from kt1desk.domain.kit import FIELD, LISTS, KnownPrinter
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.coded_box import shut, unshut
from kt1desk.exchange.desk_files import print_of, typed_print
from kt1desk.exchange.sealing import Entropy
from kt1desk.exchange.signed_file import SignedKind

MAX_BYTES = 16 << 20
MAX_CONTENT_BYTES = 7 << 20
ENDING = ".kt1kit"

_KIND = SignedKind("kit", b"kt1desk/kit/1\0", MAX_BYTES, FIELD)
_OUTER = frozenset({"box", "device", "issue", "point"})


@dataclass(frozen=True, slots=True)
class KitList:
    """A list as it was brought: what of (`kt1desk.domain.kit.LISTS`), its name, its bytes."""

    kind: str
    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything that comes with a desk.

    Attributes:
        desk_file: as the province signed it; it says who the desk is.
        line: a line file, b"" for none, with its own one-time code.
    """

    device: int
    point: str
    issue: int
    desk_file: bytes = field(repr=False)
    printers: tuple[KnownPrinter, ...] = ()
    lists: tuple[KitList, ...] = ()
    line: bytes = field(default=b"", repr=False)
    line_code: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ShutKit:
    """A kit whose signature was proved, and which is not opened yet.

    Attributes:
        digest: SHA-256 of the whole file in hex.
    """

    device: int
    point: str
    issue: int
    digest: str
    box: bytes = field(repr=False)

    def open(self, typed_code: str) -> Kit:
        """What is in it.

        Raises:
            DeskError: ``one_time.*`` with field ``one_time_code``; ``kit.damaged``.
        """
        try:
            plain = unshut(self.box, _about(self.device, self.point, self.issue), typed_code)
        except DeskError as error:
            if error.code != "one_time.wrong_code":
                raise
            # The box is as it was signed: it is the code that belongs to another kit.
            raise DeskError("kit.wrong_code", error.field, device=self.device, issue=self.issue) from error
        return _content(plain, self)


def seal_kit(kit: Kit, province: Ed25519PrivateKey, entropy: Entropy) -> tuple[bytes, str]:
    """The bytes of a kit and its code, which stands on a slip and nowhere else.

    Raises:
        DeskError: ``kit.too_large``; ``canonical.*`` where something in it cannot be written.
    """
    made: dict[str, Json] = {
        "desk_file": _base64(kit.desk_file),
        "line": _base64(kit.line),
        "line_code": kit.line_code,
        "lists": [[row.kind, row.name, _base64(row.data)] for row in kit.lists],
        "printers": [printer.to_json() for printer in kit.printers],
    }
    try:
        plain = canonical.encode(made, MAX_CONTENT_BYTES)
    except DeskError as error:
        raise (DeskError("kit.too_large") if error.code == "canonical.size" else error) from error
    box, code = shut(plain, _about(kit.device, kit.point, kit.issue), entropy)
    outer: dict[str, Json] = {
        "box": box.hex(),
        "device": kit.device,
        "issue": kit.issue,
        "point": kit.point,
    }
    payload = canonical.encode(outer, MAX_BYTES)
    return _KIND.write(payload, province.public_key().public_bytes_raw(), province.sign), code


def read_kit(path: Path) -> bytes:
    """The bytes at ``path``, of a kit or of a plain desk file.

    Raises:
        DeskError: as `read_brought`.
    """
    return read_brought(path, MAX_BYTES, FIELD)


def is_kit(data: bytes) -> bool:
    """Whether a file has the form of a kit; nothing of it is proved."""
    try:
        return canonical.decode(_KIND.take_apart(data).payload, MAX_BYTES).keys() == _OUTER
    except DeskError:
        return False


def prove_kit(data: bytes, typed_fingerprint: str) -> ShutKit:
    """Prove a kit by the fingerprint that was typed.

    Raises:
        DeskError: field ``fingerprint``: ``desk_file.fingerprint_*``. Field ``desk_file``: ``kit.damaged``, ``kit.newer``,
            ``kit.wrong_province``, ``kit.forged``.
    """
    expected = typed_print(typed_fingerprint)
    file = _KIND.take_apart(data)
    if print_of(file.key) != expected:
        raise _KIND.refusal("wrong_province")
    made = canonical.decode(file.proved(), MAX_BYTES)
    device, issue, point, box = (made.get(part) for part in ("device", "issue", "point", "box"))
    if (
        made.keys() != _OUTER
        or not isinstance(device, int)
        or not isinstance(issue, int)
        or not isinstance(point, str)
        or not isinstance(box, str)
        or not 1 <= device <= LAST_DEVICE
    ):
        raise _KIND.refusal("damaged")
    try:
        return ShutKit(device, point, issue, hashlib.sha256(data).hexdigest(), bytes.fromhex(box))
    except ValueError as error:
        raise _KIND.refusal("damaged") from error


def _content(plain: bytes, shut_kit: ShutKit) -> Kit:
    try:
        made = canonical.decode(plain, MAX_CONTENT_BYTES)
        return Kit(
            shut_kit.device,
            shut_kit.point,
            shut_kit.issue,
            _bytes(made["desk_file"]),
            tuple(map(KnownPrinter.from_json, _rows(made["printers"]))),
            tuple(map(_list, _rows(made["lists"]))),
            _bytes(made["line"]),
            text_of(made["line_code"]),
        )
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise _KIND.refusal("damaged") from error


def _list(row: Json) -> KitList:
    kind, name, data = _rows(row)
    if kind not in LISTS:
        raise ValueError
    return KitList(text_of(kind), text_of(name), _bytes(data))


def _rows(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _bytes(value: Json | Mapping[str, Json]) -> bytes:
    return base64.b64decode(text_of(value), validate=True)


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _about(device: int, point: str, issue: int) -> bytes:
    return f"kit|{device}|{point}|{issue}".encode()
