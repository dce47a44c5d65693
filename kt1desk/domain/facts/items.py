"""Facts of KT1 items: what stands on the outside of a cover, and nothing of what is inside.

This module must not know prices, checklists or paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, cast

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Stream


@dataclass(frozen=True, slots=True)
class Party:
    """A sending or receiving agency as on the cover. ``agency`` is its id in the list, empty where it is not listed.

    A traceback or a log that shows a value of this kind does not say who writes to whom.
    """

    agency: str = field(repr=False)
    name: str = field(repr=False)
    address: str = field(repr=False)
    province: str
    commune: str = field(default="", repr=False)

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

    ``line`` is the key of the line of a list it was accepted from, ``replaces`` the number of the acceptance that this one corrects.
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
    line: str = ""
    replaces: str = ""

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
        if self.line:
            made["line"] = self.line
        if self.replaces:
            made["replaces"] = self.replaces
        return made


@dataclass(frozen=True, slots=True)
class ItemReversed:
    """The acceptance of an item taken back: it leaves the books of what is here, its number is never given out again.

    Its parent is the acceptance. ``reason`` is coded; ``replaced_by`` is the number of the acceptance that corrects it, or "" where the
    sender took the item back.
    """

    TYPE: ClassVar[str] = "item.reversed"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    item: str
    reason: str
    shift: str
    point: str
    replaced_by: str = ""

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        made: dict[str, Json] = {
            "item": self.item,
            "point": self.point,
            "reason": self.reason,
            "shift": self.shift,
        }
        return made | ({"replaced_by": self.replaced_by} if self.replaced_by else {})


@dataclass(frozen=True, slots=True)
class ItemRefused:
    """A cover handed back to its sender, and why: the code of the checklist line that was answered with a no.

    No number was given and no party is named: what was not taken over is no item of the post. ``secrecy`` is the letter on the cover.
    """

    TYPE: ClassVar[str] = "item.refused"
    VERSION: ClassVar[int] = 1
    STREAM: ClassVar[Stream] = Stream.KT1
    line: str
    secrecy: str
    shift: str
    point: str

    def body(self) -> Mapping[str, Json]:
        """See `Fact.body`."""
        return {"line": self.line, "point": self.point, "secrecy": self.secrecy, "shift": self.shift}


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
class DossierNumberVoided(NumberVoided):
    """The same for a number of a block that serves dossiers: it travels with them, where the KT1 register stays off the network."""

    STREAM: ClassVar[Stream] = Stream.COUNTER


@dataclass(frozen=True, slots=True)
class PaperReprinted:
    """A paper printed again: which, the how-many-eth copy, and why (coded). The paper itself says IN LẠI and the number.

    ``paper`` is the name of its template, not of a printer: one number may have several papers for one printer.
    """

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


@dataclass(frozen=True, slots=True)
class DossierPaperReprinted(PaperReprinted):
    """The same for a paper of a dossier, beside the dossier's own events."""

    STREAM: ClassVar[Stream] = Stream.COUNTER


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
            line=str(body.get("line", "")),
            replaces=str(body.get("replaces", "")),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DeskError("event.body", type=event.envelope.type) from error
