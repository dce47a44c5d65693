"""The rest file: frames that a desk could not send, carried to the centre by hand, opened there with a one-time code.

    file = canonical JSON {"box", "device", "format": 1, "incarnation"}
    box  = a coded box (`kt1desk.exchange.coded_box`) about "rest|" device "|" incarnation of count × (length u32 | frame), in hex

Frames are signed and not encrypted, and the KT1 register names who writes to whom; so what travels on a stick is shut. This module must not
know which frames were sent, nor what is in one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.brought_file import read_brought
from kt1desk.exchange.coded_box import shut, unshut
from kt1desk.exchange.frames import Frame, read_head
from kt1desk.exchange.sealing import Entropy

MAX_BYTES = 256 * 1024 * 1024
"""A desk that was cut off for a year has some 2 MB of frames."""
FIELD = "rest_file"

_FORMAT = 1
_PARTS = frozenset({"box", "device", "format", "incarnation"})
_COUNT_BYTES = 4


@dataclass(frozen=True, slots=True)
class RestFile:
    """The frames of one desk, stream by stream; of each the earlier incarnations first, for the gate takes nothing of one that is over.

    ``incarnation`` is the one in which the desk wrote when the file was made.
    """

    device: int
    incarnation: int
    frames: tuple[bytes, ...] = field(repr=False)


def seal_rest(content: RestFile, entropy: Entropy) -> tuple[bytes, str]:
    """The bytes of a rest file and its code, which is shown once and kept nowhere.

    Raises:
        DeskError: ``canonical.size`` where it would be too large to be read.
    """
    plain = b"".join(len(frame).to_bytes(_COUNT_BYTES, "big") + frame for frame in content.frames)
    box, code = shut(plain, _about(content.device, content.incarnation), entropy)
    made: dict[str, Json] = {
        "box": box.hex(),
        "device": content.device,
        "format": _FORMAT,
        "incarnation": content.incarnation,
    }
    return canonical.encode(made, MAX_BYTES), code


def read_rest_file(path: Path) -> bytes:
    """The bytes at ``path``.

    Raises:
        DeskError: as `read_brought`.
    """
    return read_brought(path, MAX_BYTES, FIELD)


def open_rest(data: bytes, typed_code: str) -> RestFile:
    """Read a rest file with its code; frames of another desk than it names are refused.

    Raises:
        DeskError: ``rest_file.damaged`` (also too large), ``rest_file.newer``; ``one_time.*`` where the code is not the one of this file.
    """
    made = _outer(data)
    device, incarnation = made["device"], made["incarnation"]
    if not isinstance(device, int) or not isinstance(incarnation, int):
        raise _damaged()
    try:
        box = bytes.fromhex(str(made["box"]))
    except ValueError as error:
        raise _damaged() from error
    frames = tuple(_frames(unshut(box, _about(device, incarnation), typed_code)))
    if any(frame.head.first.device != device for frame in frames):
        raise _damaged()
    return RestFile(device, incarnation, tuple(frame.data for frame in frames))


def _frames(plain: bytes) -> Sequence[Frame]:
    found, at = [], 0
    while at < len(plain):
        length = int.from_bytes(plain[at : at + _COUNT_BYTES], "big")
        data = plain[at + _COUNT_BYTES : at + _COUNT_BYTES + length]
        if not length or len(data) != length:
            raise _damaged()
        try:
            found.append(read_head(data))
        except DeskError as error:
            raise _damaged() from error
        at += _COUNT_BYTES + length
    return found


def _outer(data: bytes) -> Mapping[str, Json]:
    try:
        made = canonical.decode(data, MAX_BYTES)
    except DeskError as error:
        raise _damaged() from error
    version = made.get("format")
    if isinstance(version, int) and version > _FORMAT:
        raise DeskError("rest_file.newer", FIELD)
    if version != _FORMAT or made.keys() != _PARTS:
        raise _damaged()
    return made


def _damaged() -> DeskError:
    return DeskError("rest_file.damaged", FIELD)


def _about(device: int, incarnation: int) -> bytes:
    return f"rest|{device}|{incarnation}".encode()
