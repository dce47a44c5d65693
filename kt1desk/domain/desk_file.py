"""The desk file: what the province says a desk is. Nothing else makes a real desk; device 0 is only for trying out.

The content is canonical JSON, so that there is one way to write it and a signature over its bytes means one thing. This module must not
know signatures, files or what day it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json, text_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import S10, number_at

MAX_BYTES = 65_536
"""Size of a whole desk file; larger ones are refused unread."""
LAST_DEVICE = 65_535
MAX_BLOCKS = 64
MAX_KEYS = 256
FIELD = "desk_file"
"""Input the refusals belong to."""

_FORMAT = 1
_POINT = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{0,15}")
_KEY = re.compile(r"[0-9a-f]{64}")
_USER = re.compile(r"[a-z0-9][a-z0-9.]{0,15}")
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")


class Service(StrEnum):
    """What a desk may take in."""

    KT1 = "kt1"
    TTHC = "tthc"


class Transport(StrEnum):
    """How a desk's streams may travel: over the network, as a bundle on a medium, as codes on paper."""

    NETWORK = "network"
    BUNDLE = "bundle"
    PAPER = "paper"


@dataclass(frozen=True, slots=True, order=True)
class NumberBlock:
    """S10 serials ``first`` to ``last``, both included, that only this desk gives out."""

    prefix: str
    first: int
    last: int

    def __post_init__(self) -> None:
        """Both ends must be numbers, in order."""
        ends: tuple[S10, S10] = number_at(self.prefix, self.first), number_at(self.prefix, self.last)
        if ends[0].serial > ends[1].serial:
            raise DeskError("number.serial_range", "number", serial=self.first)

    @property
    def count(self) -> int:
        """How many numbers it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, order=True)
class PublicKey:
    """An Ed25519 key the desk is to trust, in hex, under the name of what it is for (``gate``, ``release``)."""

    name: str
    key: str


@dataclass(frozen=True, slots=True, order=True)
class Clearance:
    """Who of the point may work on KT1 and see anything of it, by the id he logs in with, and the last day of it.

    It comes from the province after vetting, commitment and training; nobody gives it to himself.
    """

    user: str
    until: date


@dataclass(frozen=True, slots=True)
class DeskFile:
    """Identity and limits of one desk. It may be used for setting up from ``valid_from`` to ``valid_to``, both included."""

    point: str
    device: int
    services: frozenset[Service]
    transports: frozenset[Transport]
    blocks: tuple[NumberBlock, ...]
    valid_from: date
    valid_to: date
    keys: tuple[PublicKey, ...] = ()
    clearances: tuple[Clearance, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no desk can be.

        Raises:
            DeskError: ``desk_file.device_zero``, ``desk_file.content`` with ``part``.
        """
        if self.device == 0:
            raise DeskError("desk_file.device_zero", FIELD)
        wrong = {
            "device": not 0 < self.device <= LAST_DEVICE,
            "point": _POINT.fullmatch(self.point) is None,
            "services": not self.services,
            "dates": self.valid_from > self.valid_to,
            "blocks": len(self.blocks) > MAX_BLOCKS or _overlap(self.blocks),
            "clearances": len(self.clearances) > MAX_KEYS or not all(map(_well_named, self.clearances)),
            "keys": len(self.keys) > MAX_KEYS or not all(map(_well_formed, self.keys)),
        }
        for part, is_wrong in wrong.items():
            if is_wrong:
                raise DeskError("desk_file.content", FIELD, part=part)

    @property
    def numbers(self) -> int:
        """How many numbers all blocks hold together."""
        return sum(block.count for block in self.blocks)

    def encode(self) -> bytes:
        """The canonical bytes that are signed."""
        made: dict[str, Json] = {
            "blocks": [[block.prefix, block.first, block.last] for block in sorted(self.blocks)],
            "cleared": [[row.user, row.until.isoformat()] for row in sorted(self.clearances)],
            "device": self.device,
            "format": _FORMAT,
            "from": self.valid_from.isoformat(),
            "keys": [[key.name, key.key] for key in sorted(self.keys)],
            "point": self.point,
            "services": sorted(self.services),
            "to": self.valid_to.isoformat(),
            "transports": sorted(self.transports),
        }
        return canonical.encode(made, MAX_BYTES)

    @classmethod
    def decode(cls, data: bytes) -> DeskFile:
        """Read signed bytes.

        Raises:
            DeskError: ``desk_file.newer`` where a later program wrote them, ``desk_file.device_zero``, ``desk_file.content``,
                ``desk_file.damaged`` for everything else.
        """
        try:
            made = canonical.decode(data, MAX_BYTES)
            if _whole(made["format"]) != _FORMAT:
                raise DeskError("desk_file.newer", FIELD)
            return cls(
                point=text_of(made["point"]),
                device=_whole(made["device"]),
                services=frozenset(Service(text_of(name)) for name in _list(made["services"])),
                transports=frozenset(Transport(text_of(name)) for name in _list(made["transports"])),
                blocks=tuple(_block(row) for row in _list(made["blocks"])),
                valid_from=date.fromisoformat(text_of(made["from"])),
                valid_to=date.fromisoformat(text_of(made["to"])),
                keys=tuple(_key(row) for row in _list(made["keys"])),
                clearances=tuple(_clearance(row) for row in _list(made["cleared"])),
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DeskError("desk_file.damaged", FIELD) from error
        except DeskError as error:
            raise (error if error.field == FIELD else DeskError("desk_file.damaged", FIELD)) from error

    def check_valid_on(self, today: date) -> None:
        """Refuse to set a desk up outside the file's dates.

        Raises:
            DeskError: ``desk_file.not_yet_valid`` with ``day``, ``desk_file.expired`` with ``day`` (ISO dates).
        """
        if today < self.valid_from:
            raise DeskError("desk_file.not_yet_valid", FIELD, day=self.valid_from.isoformat())
        if today > self.valid_to:
            raise DeskError("desk_file.expired", FIELD, day=self.valid_to.isoformat())


def _overlap(blocks: tuple[NumberBlock, ...]) -> bool:
    ordered = sorted(blocks)
    return any(one.prefix == other.prefix and other.first <= one.last for one, other in pairwise(ordered))


def _well_formed(key: PublicKey) -> bool:
    return _NAME.fullmatch(key.name) is not None and _KEY.fullmatch(key.key) is not None


def _well_named(row: Clearance) -> bool:
    return _USER.fullmatch(row.user) is not None


def _clearance(row: Json) -> Clearance:
    user, until = map(text_of, _list(row))
    return Clearance(user, date.fromisoformat(until))


def _block(row: Json) -> NumberBlock:
    prefix, first, last = _list(row)
    return NumberBlock(text_of(prefix), _whole(first), _whole(last))


def _key(row: Json) -> PublicKey:
    name, key = map(text_of, _list(row))
    return PublicKey(name, key)


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _whole(value: Json) -> int:
    if not isinstance(value, int):
        raise TypeError
    return value
