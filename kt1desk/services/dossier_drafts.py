"""The draft of a dossier's acceptance and what it comes to: values that pages fill and read, and that can be parked and resumed.

This module must not know how a draft is kept or shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import (
    ApplicantKind,
    DeliverTo,
    DossierPayment,
    Form,
    InsistReason,
    Mode,
    PaperLine,
)
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import Leg, Sums
from kt1desk.domain.kt1 import Place
from kt1desk.domain.later import Later
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import Authority


@dataclass(frozen=True, slots=True)
class Residence:
    """An address for a leg. ``district`` is the former district where the commune spans two and the clerk has chosen, else "".

    ``province`` is the code of another province, where there is no commune in the list; "" for the point's own.
    """

    address: str = field(default="", repr=False)
    commune: str = ""
    district: str = ""
    province: str = ""


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who applies. ``identity`` is the personal number (12 digits) or a passport's; ``tax_code`` an organisation's MST."""

    kind: ApplicantKind = ApplicantKind.PERSON
    name: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)
    tax_code: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    residence: Residence = field(default_factory=Residence, repr=False)


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who hands the dossier in for the applicant. ``authorisation`` is number and day of the paper that allows it."""

    name: str = field(default="", repr=False)
    identity: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    authorisation: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class DossierDraft:
    """What the clerk has said so far; anything may still be missing.

    Attributes:
        form: None until chosen.
        procedure: code, "" until chosen.
        papers: one line for each published paper that has been answered, then those added by hand.
        authority: id, "" until chosen; ``authority_district`` as in `Residence`.
        authority_proposed: whether procedure and commune proposed it and nobody has chosen: another commune may propose another.
        proxy: None where the applicant is there himself.
        weight_g: of the cover to be sent, 0 while unknown; the result's weight is priced by rule.
        exemption: id of the rule, "" for none; ``exemption_proof`` number of the document shown.
        collected_dong: fees and charges of the authority collected for it.
        passes_on: whether the post passes the collected money on for its fee.
        receipt_number: number of the official biên lai for the collected money, "" where none is issued.
        seal: number of the seal put on before the applicant's eyes, "" where the cover is only glued and signed.
        send_number, return_number: scanned labels of this desk's block, "" for the next free numbers.
        official, official_day: mã hồ sơ and day of result (ISO) on the giấy hẹn, for a result that is only to be fetched, and on the
            official paper of the one-stop system where the clerk works as its staff.
        insists: why the applicant sends it although a paper is missing.
        replaces: the case that this one corrects, "" for none.
        mode: in which role the clerk works.
        visit: number of the visit at the applicant's address that it comes from, "" for none.
        received_ms: when it was received at the address, UTC milliseconds, where it is entered later; 0 for now.
        later: the same of one that was handed in at the counter and written on paper first; None for now.
    """

    form: Form | None = None
    procedure: str = ""
    papers: tuple[PaperLine, ...] = field(default=(), repr=False)
    sets: int = 1
    authority: str = ""
    authority_district: str = ""
    authority_proposed: bool = False
    applicant: Applicant = field(default_factory=Applicant)
    proxy: Proxy | None = None
    place: Place = Place.COUNTER
    weight_g: int = 0
    deliver_to: DeliverTo = DeliverTo.APPLICANT
    delivery: Residence = field(default_factory=Residence)
    exemption: str = ""
    exemption_proof: str = field(default="", repr=False)
    collected_dong: int = 0
    passes_on: bool = True
    receipt_number: str = ""
    payment: DossierPayment = DossierPayment.CASH
    seal: str = ""
    send_number: str = ""
    return_number: str = ""
    official: str = ""
    official_day: str = ""
    insists: InsistReason | None = None
    replaces: str = ""
    mode: Mode = Mode.COURIER
    visit: str = ""
    received_ms: int = 0
    later: Later | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """The provisional day of the result and how far it may be trusted; the authority's own date replaces it later.

    ``words`` say how it was counted: the post's days, then the authority's own duration.
    """

    day: date
    status: Status
    words: str


@dataclass(frozen=True, slots=True)
class DossierQuote:
    """What the draft comes to, and what is still wrong with it, in the order of the fields.

    ``legs`` hold the numbers that would be given now. ``flags`` are codes of reservations that refuse nothing, in words by
    `kt1desk.services.wording_tthc.flag_text`. ``papers`` is the published list with the clerk's answers.
    """

    procedure: Procedure | None = None
    authority: Authority | None = None
    legs: tuple[Leg, ...] = ()
    sums: Sums = field(default_factory=Sums)
    tariff: str = ""
    flags: tuple[str, ...] = ()
    promise: Promise | None = None
    papers: tuple[PaperLine, ...] = ()
    problems: tuple[DeskError, ...] = ()
