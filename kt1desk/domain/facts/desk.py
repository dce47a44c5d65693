"""Facts of the desk itself: whose it is, who works at it, which numbers it gives out.

This module must not know who may write them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Stream


@dataclass(frozen=True, slots=True)
class DeskOpened:
    """First event of each stream of a desk: who it is. ``mode`` is ``trial`` (device 0) or ``production``.

    Attributes:
        public_key: the device's Ed25519 key in hex.
        desk_file: SHA-256 of the signed desk file in hex, empty in trial mode.
        services: what the desk may take in (``kt1``, ``tthc``).
        transports: how its streams may travel (``network``, ``bundle``, ``paper``); none in trial mode.
        province_key: the Ed25519 key that signed the desk file, in hex, empty in trial mode.
        was: where a later incarnation begins, the last event of the one before in this stream; empty in the first one.
        was_hash: its hash in hex.
        reason: why a new incarnation began, coded (`kt1desk.domain.facts.restored.Cause`).
        approved: who let it begin.
    """

    TYPE: ClassVar[str] = "desk.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    point: str
    mode: str
    public_key: str
    program: str
    desk_file: str = ""
    services: tuple[str, ...] = ()
    transports: tuple[str, ...] = ()
    province_key: str = ""
    was: str = ""
    was_hash: str = ""
    reason: str = ""
    approved: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "key": self.public_key,
            "mode": self.mode,
            "point": self.point,
            "program": self.program,
        }
        said: dict[str, Json] = {
            "approved": self.approved,
            "file": self.desk_file,
            "province": self.province_key,
            "reason": self.reason,
            "services": sorted(self.services),
            "transports": sorted(self.transports),
            "was": self.was,
            "was_hash": self.was_hash,
        }
        return made | {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class RegisterOpened(DeskOpened):
    """The same as `DeskOpened`, as first event of the KT1 stream, so that each chain proves by itself whose it is."""

    TYPE: ClassVar[str] = "register.opened"
    STREAM: ClassVar[Stream] = Stream.KT1


@dataclass(frozen=True, slots=True)
class UserEnrolled:
    """A user of this desk. The name stands beside it, slot ``person``. ``clearance_until`` is an ISO date or empty (no KT1 clearance)."""

    TYPE: ClassVar[str] = "user.enrolled"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    user: str
    roles: tuple[str, ...]
    clearance_until: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {"roles": sorted(self.roles), "user": self.user}
        return made | ({"cleared": self.clearance_until} if self.clearance_until else {})


@dataclass(frozen=True, slots=True)
class KeySlotWritten:
    """A key slot was made or changed. ``holder`` is a user's id or ``recovery``; an older slot file is refused by the version."""

    TYPE: ClassVar[str] = "key_slot.written"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    holder: str
    slot_version: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"holder": self.holder, "slot": self.slot_version}


@dataclass(frozen=True, slots=True)
class BlockGranted:
    """A block of S10 serial numbers that only this desk gives out: ``first`` to ``last``, both included."""

    TYPE: ClassVar[str] = "block.granted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    prefix: str
    first: int
    last: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"first": self.first, "last": self.last, "prefix": self.prefix}


@dataclass(frozen=True, slots=True)
class DocumentTaken:
    """A version of a reference document that the centre sent is here whole, and counts from a business date on.

    Attributes:
        name: which reference file it stands for (``bcci_tariff``).
        version: a higher one replaces a lower one.
        valid_from: ISO date.
        sha256: of its bytes, in hex.
    """

    TYPE: ClassVar[str] = "document.taken"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    name: str
    version: int
    valid_from: str
    sha256: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {
            "from": self.valid_from,
            "name": self.name,
            "sha256": self.sha256,
            "version": self.version,
        }


@dataclass(frozen=True, slots=True)
class ReferenceImported:
    """Rows of reference data brought in from a file: which kind, from which bytes (SHA-256 in hex), how many were taken and refused.

    The rows themselves lie beside the journal; this says who brought them, when, and what they were.
    """

    TYPE: ClassVar[str] = "reference.imported"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    kind: str
    sha256: str
    taken: int
    refused: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"kind": self.kind, "refused": self.refused, "sha256": self.sha256, "taken": self.taken}
