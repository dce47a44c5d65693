"""Rows: what the queries of the store hand to services and pages, as frozen values. They are read models, never written back."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from kt1desk.domain.custody import Custody, State
from kt1desk.domain.events import EventId
from kt1desk.domain.facts import Charge, Leg, Party, Sums


@dataclass(frozen=True, slots=True)
class DeskRow:
    """Who this desk is. ``mode`` is ``trial`` or ``production``; ``public_key`` is hex."""

    device: int
    incarnation: int
    point: str
    mode: str
    public_key: str
    services: frozenset[str] = frozenset()

    @property
    def trial(self) -> bool:
        """Whether nothing of this desk is ever accepted by a real one."""
        return self.mode == "trial"


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user as the journal knows him. ``clearance_until`` is an ISO date or empty."""

    user: str
    name: str = field(repr=False)
    roles: tuple[str, ...]
    clearance_until: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """A shift. Amounts in đồng; ``closed_ms`` is 0 while it is open.

    ``cash_dong`` is what came in, ``paid_dong`` what was given back; ``items`` and ``dossiers`` count acceptances, those taken back
    later included.
    """

    shift: str
    business_date: str
    drawer: str
    user: str
    float_dong: int
    cash_dong: int
    items: int
    opened_ms: int
    closed_ms: int = 0
    counted_dong: int = 0
    paid_dong: int = 0
    dossiers: int = 0


@dataclass(frozen=True, slots=True)
class CashSum:
    """Cash of one kind (`CashReceived.kind`) in a shift, in đồng: what came in, and what was given back."""

    kind: str
    received_dong: int
    paid_dong: int


@dataclass(frozen=True, slots=True)
class BlockRow:
    """A block of numbers. ``next`` is the next serial to try, ``left`` how many are still free."""

    prefix: str
    first: int
    last: int
    next: int
    left: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A KT1 item. ``sender`` and ``receiver`` are None where they were erased. ``state`` is a `State`.

    Of an A, B or C item both are here for whoever asks the store; whoever shows it takes them out for a user without clearance.
    """

    item: str
    event: EventId
    proof: str
    product: str
    urgency: str
    secrecy: str
    scope: str
    weight_g: int
    accepted_ms: int
    deadline_ms: int
    agreed_ms: int
    shift: str
    user: str
    payment: str
    sender: Party | None = None
    receiver: Party | None = None
    charge: Charge | None = None
    state: str = State.ACCEPTED


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A case. ``applicant`` is "" where it was erased; ``state`` is ``here`` or ``reversed``; days are ISO dates or "".

    ``official`` is the authority's mã hồ sơ, "" while nobody has told it.
    """

    dossier: str
    event: EventId
    proof: str
    form: str
    procedure: str
    procedure_name: str
    procedure_version: str
    authority: str
    authority_name: str
    legs: tuple[Leg, ...]
    sums: Sums
    accepted_ms: int
    promised: str
    official: str
    shift: str
    user: str
    payment: str
    documents: int
    applicant: str = field(default="", repr=False)
    state: str = Custody.HERE


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One answer of the search: its kind and its key there.

    ``kind`` is ``item``, ``dossier``, ``procedure``, ``agency``, ``authority``, ``point`` or ``action``; ``ref`` an item number, the post's
    own number of a case, the code of a procedure, or an id.
    """

    kind: str
    ref: str
    title: str = field(repr=False)
    subtitle: str = field(repr=False)


PDF_PRINTER: Final = "pdf."
"""How the ids of printers begin that are folders for PDF files: there the file itself is the paper."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A print job as the screens show it. ``role`` is ``label`` or ``receipt``; state and evidence as in the print queue."""

    job: int
    item: str
    role: str
    copy: int
    state: str
    evidence: str
    reason: str
    created_ms: int
    printer: str = ""
    values: dict[str, str] = field(default_factory=dict, repr=False)
    template: str = ""
    version: int = 0

    @property
    def is_file(self) -> bool:
        """Whether it goes into a folder for PDF files: written is done there, and no printer has anything to confirm."""
        return self.printer.startswith(PDF_PRINTER)


class DraftKind(StrEnum):
    """What half-done work would become."""

    ITEM = "item"
    DOSSIER = "dossier"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """Half-done work laid aside: ``kind`` is a `DraftKind`, ``title`` what the clerk finds it by."""

    parked: int
    kind: str
    title: str = field(repr=False)
    saved_ms: int
