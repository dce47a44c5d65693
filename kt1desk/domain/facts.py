"""Facts: the body of each type of event, as frozen values.

A type's name and the meaning of its version are frozen for ever: a change is a new version, and old ones are lifted by a pure function
when they are projected. Each fact says in which stream it stands; particulars (natural persons; both parties of an A, B or C item) are
handed over beside it and never stand in a body.

This module must not know how facts are stored, shown or checked against rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol, cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream


class Fact(Protocol):
    """What every body can do."""

    TYPE: ClassVar[str]
    VERSION: ClassVar[int]
    STREAM: ClassVar[Stream]

    def body(self) -> Mapping[str, Json]:
        """The body for the journal: no empty texts, no absent parts."""


@dataclass(frozen=True, slots=True)
class DeskOpened:
    """First event of each stream of a desk: who it is. ``mode`` is ``trial`` (device 0) or ``production``.

    ``public_key`` is the device's Ed25519 key in hex; ``desk_file`` the SHA-256 of the signed desk file in hex, empty in trial mode.
    """

    TYPE: ClassVar[str] = "desk.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    point: str
    mode: str
    public_key: str
    program: str
    desk_file: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "key": self.public_key,
            "mode": self.mode,
            "point": self.point,
            "program": self.program,
        }
        return made | ({"file": self.desk_file} if self.desk_file else {})


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
class ShiftOpened:
    """A shift with its drawer. The business date of all that follows comes from here, not from the clock."""

    TYPE: ClassVar[str] = "shift.opened"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    business_date: str
    drawer: str
    float_dong: int

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {
            "date": self.business_date,
            "drawer": self.drawer,
            "float": self.float_dong,
            "shift": self.shift,
        }


@dataclass(frozen=True, slots=True)
class ShiftClosed:
    """A shift closed with what was counted against what the journal says; a difference stands there for ever.

    ``signature`` is the device key's Ed25519 signature in hex over the text of `signed_text`.
    """

    TYPE: ClassVar[str] = "shift.closed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    counted_dong: int
    expected_dong: int
    items: int
    signature: str = ""

    def signed_text(self) -> str:
        """What the device key signs."""
        return f"kt1desk/shift.closed/1|{self.shift}|{self.counted_dong}|{self.expected_dong}|{self.items}"

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "counted": self.counted_dong,
            "expected": self.expected_dong,
            "items": self.items,
            "shift": self.shift,
        }
        return made | ({"sig": self.signature} if self.signature else {})


@dataclass(frozen=True, slots=True)
class CashReceived:
    """Cash into the drawer: an amount and its kind only. What it was paid for stands in the other stream, which names this event."""

    TYPE: ClassVar[str] = "cash.received"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.COUNTER
    shift: str
    amount_dong: int
    kind: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"amount": self.amount_dong, "kind": self.kind, "shift": self.shift}


@dataclass(frozen=True, slots=True)
class Party:
    """A sending or receiving agency as on the cover. ``agency`` is its id in the list, empty where it is not listed."""

    agency: str
    name: str
    address: str
    province: str
    commune: str = ""

    def fields(self) -> dict[str, str]:
        """As texts, empty ones left out."""
        whole = {
            "address": self.address,
            "agency": self.agency,
            "commune": self.commune,
            "name": self.name,
            "province": self.province,
        }
        return {name: value for name, value in whole.items() if value}

    @classmethod
    def of(cls, fields: Mapping[str, Json]) -> Party:
        """Read `fields` back."""
        text = {name: str(value) for name, value in fields.items()}
        return cls(
            text.get("agency", ""),
            text.get("name", ""),
            text.get("address", ""),
            text.get("province", ""),
            text.get("commune", ""),
        )


@dataclass(frozen=True, slots=True)
class Charge:
    """The price as it was told to the customer, part by part. No charge at all means «chưa có giá»."""

    table: str
    status: str
    parts: tuple[tuple[str, int], ...]
    vat_basis_points: int
    vat_dong: int
    total_dong: int

    def body(self) -> dict[str, Json]:
        """As it stands in the item's body."""
        return {
            "parts": [[code, dong] for code, dong in self.parts],
            "status": self.status,
            "table": self.table,
            "total": self.total_dong,
            "vat": self.vat_dong,
            "vat_bp": self.vat_basis_points,
        }

    @classmethod
    def of(cls, body: Mapping[str, Json]) -> Charge:
        """Read `body` back."""
        parts = cast(list[list[str | int]], body["parts"])
        return cls(
            str(body["table"]),
            str(body["status"]),
            tuple((str(code), int(dong)) for code, dong in parts),
            cast(int, body["vat_bp"]),
            cast(int, body["vat"]),
            cast(int, body["total"]),
        )


@dataclass(frozen=True, slots=True)
class ItemAccepted:
    """A KT1 item taken over from its sender: from here on the post answers for it.

    Only what stands on the outside of the cover (domain rule of no content). ``sender`` and ``receiver`` are empty for A, B and C
    items: both stand beside the event (slots ``sender`` and ``receiver``), as does who handed it in (slot ``handed_by``).
    """

    TYPE: ClassVar[str] = "item.accepted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    product: str
    urgency: str
    secrecy: str
    scope: str
    named_person: bool
    weight_g: int
    pieces: int
    place: str
    checks: tuple[str, ...]
    payment: str
    shift: str
    point: str
    sender: Party | None = None
    receiver: Party | None = None
    charge: Charge | None = None
    agreed_ms: int = 0
    deadline_ms: int = 0

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "checks": sorted(self.checks),
            "item": self.item,
            "named": int(self.named_person),
            "pay": self.payment,
            "pieces": self.pieces,
            "place": self.place,
            "point": self.point,
            "product": self.product,
            "scope": self.scope,
            "secrecy": self.secrecy,
            "shift": self.shift,
            "urgency": self.urgency,
            "weight": self.weight_g,
        }
        if self.sender is not None:
            made["from"] = self.sender.fields()
        if self.receiver is not None:
            made["to"] = self.receiver.fields()
        if self.charge is not None:
            made["charge"] = self.charge.body()
        if self.agreed_ms:
            made["agreed"] = self.agreed_ms
        if self.deadline_ms:
            made["deadline"] = self.deadline_ms
        return made


@dataclass(frozen=True, slots=True)
class NumberVoided:
    """A number of the block that will never be given out: spoilt label, lost label, missing on the roll. ``reason`` is coded."""

    TYPE: ClassVar[str] = "number.voided"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    reason: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"item": self.item, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class PaperReprinted:
    """A paper printed again: which, the how-many-eth copy, and why (coded). The paper itself says IN LẠI and the number."""

    TYPE: ClassVar[str] = "paper.reprinted"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    paper: str
    item: str
    copy: int
    reason: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"copy": self.copy, "item": self.item, "paper": self.paper, "reason": self.reason}


KNOWN: Mapping[str, type[Fact]] = {
    fact.TYPE: fact
    for fact in (
        DeskOpened,
        RegisterOpened,
        UserEnrolled,
        KeySlotWritten,
        BlockGranted,
        ShiftOpened,
        ShiftClosed,
        CashReceived,
        ItemAccepted,
        NumberVoided,
        PaperReprinted,
    )
}
"""Every type this program writes, by its frozen name."""


def read_item_accepted(event: Event) -> ItemAccepted:
    """The acceptance that an event records; parties come back from beside it where they are still kept.

    Raises:
        DeskError: ``event.body`` where a part is missing.
    """
    body = event.body()
    try:
        sender = cast(Mapping[str, Json], body.get("from")) or event.particular("sender")
        receiver = cast(Mapping[str, Json], body.get("to")) or event.particular("receiver")
        charge = body.get("charge")
        return ItemAccepted(
            item=str(body["item"]),
            product=str(body["product"]),
            urgency=str(body["urgency"]),
            secrecy=str(body["secrecy"]),
            scope=str(body["scope"]),
            named_person=body["named"] == 1,
            weight_g=cast(int, body["weight"]),
            pieces=cast(int, body["pieces"]),
            place=str(body["place"]),
            checks=tuple(cast(list[str], body["checks"])),
            payment=str(body["pay"]),
            shift=str(body["shift"]),
            point=str(body["point"]),
            sender=Party.of(sender) if sender else None,
            receiver=Party.of(receiver) if receiver else None,
            charge=Charge.of(cast(Mapping[str, Json], charge)) if charge else None,
            agreed_ms=cast(int, body.get("agreed", 0)),
            deadline_ms=cast(int, body.get("deadline", 0)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("event.body", type=event.envelope.type) from error
