"""The draft of an acceptance and what it comes to: values that pages fill and read.

There is no field for what is inside a cover (domain rule of no content), and no place for free text about an item.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kt1desk.domain.checklist import ChecklistLine
from kt1desk.domain.deadline import Deadline
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Party
from kt1desk.domain.kt1 import Payment, Place, Product, RouteScope, Secrecy, Urgency
from kt1desk.domain.later import Later
from kt1desk.domain.tariff import Price, Unpriced


@dataclass(frozen=True, slots=True)
class OtherParty:
    """A receiver that is not in the list: as written on the cover."""

    name: str
    address: str
    province: str


@dataclass(frozen=True, slots=True)
class AcceptanceDraft:
    """What the clerk has said so far; anything may still be missing.

    Attributes:
        number: a scanned label of this desk's block, or "" for the next free number.
        sender: id or call code of the sending agency.
        receiver: the same for the receiving one, or "" where `other_receiver` is given.
        weight_g: 0 while unknown.
        agreed_ms: agreed time of delivery (UTC ms) of a Hẹn giờ item.
        answers: yes or no by the code of each checklist line.
        handed_by: who hands it in; may be empty.
        later: when it was really accepted, where that was written on paper first; None for now.
        replaces: number of the item that it corrects, "" for none.
    """

    number: str = ""
    sender: str = ""
    receiver: str = ""
    other_receiver: OtherParty | None = None
    secrecy: Secrecy = Secrecy.NONE
    urgency: Urgency = Urgency.NONE
    weight_g: int = 0
    pieces: int = 1
    agreed_ms: int | None = None
    answers: Mapping[str, bool] = field(default_factory=dict)
    place: Place = Place.COUNTER
    payment: Payment = Payment.ACCOUNT
    handed_by: str = ""
    handed_by_phone: str = ""
    later: Later | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """What the draft comes to, and what is still wrong with it, in the order of the fields."""

    number: str = ""
    sender: Party | None = None
    receiver: Party | None = None
    route: RouteScope | None = None
    product: Product | None = None
    price: Price | Unpriced | None = None
    deadline: Deadline | None = None
    checklist: tuple[ChecklistLine, ...] = ()
    problems: tuple[DeskError, ...] = ()
