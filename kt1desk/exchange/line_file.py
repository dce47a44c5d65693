"""The line file: what a desk needs to call the centre, written there for one desk and opened at it with a one-time code.

    file    = canonical JSON {"box", "device", "format": 1, "point"}
    box     = a coded box (`kt1desk.exchange.coded_box`) about "line|" device "|" point, in hex
    content = canonical JSON of the fields of `LineFile`

Nothing makes a file good for one machine only: whoever has file and code first is bound to it by the gate, and whoever comes second is
refused there. This module must not know where the file lies, nor what becomes of the line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.coded_box import shut, unshut
from kt1desk.exchange.sealing import Entropy

MAX_CONTENT_BYTES = 32_768
MAX_BYTES = 4 * MAX_CONTENT_BYTES
FIELD = "line_file"

_FORMAT = 1
_PARTS = frozenset({"box", "device", "format", "point"})
_LAST_DEVICE, _LAST_PORT, _KEY_BYTES = 65_535, 65_535, 32


@dataclass(frozen=True, slots=True)
class LineFile:
    """Everything about the line of one desk.

    Attributes:
        device, point: whose line it is.
        host, port, database: where the gate answers.
        role: whom the desk logs in as; the common name of its certificate.
        authority: certificate (PEM) of the centre's authority: nobody else's server is talked to.
        certificate: the desk's own, PEM.
        key: its private key, PEM (PKCS#8); "" where the desk made it itself and never gave it away.
        gate_key: Ed25519 key (hex) that the centre signs mail with.
    """

    device: int
    point: str
    host: str
    port: int
    database: str
    role: str
    authority: str
    certificate: str
    key: str = field(repr=False)
    gate_key: str


def seal_line_file(content: LineFile, entropy: Entropy) -> tuple[bytes, str]:
    """The bytes of a line file and its code, which is shown once and kept nowhere.

    Raises:
        DeskError: ``canonical.*`` where something in it cannot be written.
    """
    lines = {name: _lines(value) if name in _PEMS else value for name, value in asdict(content).items()}
    plain = canonical.encode(lines, MAX_CONTENT_BYTES)
    box, code = shut(plain, _about(content.device, content.point), entropy)
    made: dict[str, Json] = {
        "box": box.hex(),
        "device": content.device,
        "format": _FORMAT,
        "point": content.point,
    }
    return canonical.encode(made, MAX_BYTES), code


def read_line_file(path: Path) -> bytes:
    """The bytes at ``path``.

    Raises:
        DeskError: as `read_brought`.
    """
    return read_brought(path, MAX_BYTES, FIELD)


def open_line_file(data: bytes, typed_code: str) -> LineFile:
    """Read a line file with its code.

    Raises:
        DeskError: ``line_file.damaged`` (also too large), ``line_file.newer``; ``one_time.*`` where the code is not the one of this file.
    """
    made, device, point = _outer(data)
    try:
        box = bytes.fromhex(str(made["box"]))
    except ValueError as error:
        raise _damaged() from error
    return _content(unshut(box, _about(device, point), typed_code), device, point)


def whose(data: bytes) -> tuple[int, str]:
    """Device and point that a file says it is for; not proved until it is opened.

    Raises:
        DeskError: ``line_file.damaged``, ``line_file.newer``.
    """
    return _outer(data)[1:]


_PEMS = frozenset({"authority", "certificate", "key"})


def _lines(pem: str) -> list[str]:
    """Line by line: canonical JSON holds no line ends."""
    return pem.splitlines()


def _outer(data: bytes) -> tuple[Mapping[str, Json], int, str]:
    try:
        made = canonical.decode(data, MAX_BYTES)
    except DeskError as error:
        raise _damaged() from error
    version, device, point = (made.get(part) for part in ("format", "device", "point"))
    if isinstance(version, int) and version > _FORMAT:
        raise DeskError("line_file.newer", FIELD)
    if (
        version != _FORMAT
        or made.keys() != _PARTS
        or not isinstance(device, int)
        or not isinstance(point, str)
    ):
        raise _damaged()
    return made, device, point


def _content(plain: bytes, device: int, point: str) -> LineFile:
    """The centre wrote it: what does not fit was written by a program that is not this one."""
    try:
        said = canonical.decode(plain, MAX_CONTENT_BYTES)
        content = LineFile(
            device=_number(said["device"], _LAST_DEVICE),
            port=_number(said["port"], _LAST_PORT),
            **{name: text_of(said[name]) for name in _TEXTS},
            **{name: _pem(said[name]) for name in _PEMS},
        )
        if len(bytes.fromhex(content.gate_key)) != _KEY_BYTES or (content.device, content.point) != (
            device,
            point,
        ):
            raise ValueError
    except (DeskError, KeyError, TypeError, ValueError) as error:
        raise _damaged() from error
    return content


_TEXTS = tuple(each.name for each in fields(LineFile) if each.type == "str" and each.name not in _PEMS)


def _damaged() -> DeskError:
    return DeskError("line_file.damaged", FIELD)


def _about(device: int, point: str) -> bytes:
    return f"line|{device}|{point}".encode()


def _number(value: Json, most: int) -> int:
    if not isinstance(value, int) or not 1 <= value <= most:
        raise ValueError
    return value


def _pem(value: Json) -> str:
    if not isinstance(value, list):
        raise TypeError
    return "".join(f"{text_of(line)}\n" for line in value)
