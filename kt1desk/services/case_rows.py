"""Rows of cases: what the queries of the store hand to services and pages about dossiers after their acceptance, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import State
from kt1desk.domain.events import EventId


class Way(StrEnum):
    """What a cover of a case carries, and which way it goes; the ``product`` of its row of custody."""

    SEND = "send"
    RETURN = "return"
    SUPPLEMENT = "supplement"
    SLIP = "slip"
    WITHDRAWN = "withdrawn"

    @property
    def to_authority(self) -> bool:
        """Whether it goes to the authority; else to the applicant."""
        return self in {Way.SEND, Way.SUPPLEMENT, Way.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class CaseRow:
    """A case as it stands.

    Attributes:
        origin: the point that accepted it; ``source`` as with items: 1 accepted here, 2 told by that point.
        state, since_ms, head: by `kt1desk.domain.case.fold_case`; ``unfit`` how many events did not fit.
        official, received_day, official_day: the authority's code and days, "" while it has not said them; ``official_day`` is the newest
            (an extension replaces it).
        promised: our provisional day.
        send_item, return_item: numbers of its legs, "" for none.
        decided: the newest decision (`kt1desk.domain.case.Outcome`), "" for none; ``told_ms`` when the applicant was told of it, 0 never.
        asked_until: last day (ISO) to bring what the newest supplement asks for.
        results: how many results were taken over, ``delivered`` how many of them were delivered.
        slip: whether the giấy hẹn was in the post's hands; ``slip_told_ms`` when the applicant was told or had it, 0 never.
        collected_dong, remitted_dong: the authority's money, as corrected; what of it was passed on.
        applicant, phone: "" where they were erased.
    """

    dossier: str
    event: EventId
    proof: str
    origin: str
    source: int
    form: str
    procedure: str
    procedure_name: str
    procedure_version: str
    authority: str
    authority_name: str
    state: CaseState
    since_ms: int
    head: EventId
    accepted_ms: int
    official: str = ""
    received_day: str = ""
    official_day: str = ""
    promised: str = ""
    send_item: str = ""
    return_item: str = ""
    deliver_to: str = ""
    decided: str = ""
    told_ms: int = 0
    asked_until: str = ""
    results: int = 0
    delivered: int = 0
    slip: bool = False
    slip_told_ms: int = 0
    documents: int = 0
    collected_dong: int = 0
    remitted_dong: int = 0
    unfit: int = 0
    mode: str = ""
    applicant: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases: in some states (any that is not over where none is said), of one authority, newest first."""

    states: tuple[CaseState, ...] = ()
    authority: str = ""
    limit: int = 500


@dataclass(frozen=True, slots=True)
class DueQuery:
    """Which cases by their day: in some states, of one authority or any, the earliest day in front.

    Attributes:
        until: last day (ISO); "" for any, and then those without a day come last.
        only_returning: only those whose way back was bought.
    """

    states: tuple[CaseState, ...]
    authority: str = ""
    until: str = ""
    only_returning: bool = False
    limit: int = 500


@dataclass(frozen=True, slots=True)
class DueDay:
    """The day (ISO) a case's result is due by, and whether it is the authority's own word or ours; it names no person."""

    dossier: str
    official: str
    authority: str
    day: str
    is_official: bool


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A cover of a case and where it is. ``dossier`` is "" where only its label is known here."""

    item: str
    dossier: str
    way: str
    state: State
    holder: str
    point: str


@dataclass(frozen=True, slots=True)
class WaitingResult:
    """A cover that waits here for its applicant: what the pick-up view shows of it."""

    item: str
    dossier: str
    way: str
    official: str
    procedure_name: str
    holder: str
    since_ms: int
    applicant: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class HandoverRow:
    """A hand-over record."""

    handover: str
    event: EventId
    proof: str
    authority: str
    items: tuple[str, ...]
    documents: int
    differences: int
    fees_dong: int
    made_ms: int
    user: str


@dataclass(frozen=True, slots=True)
class TakeoverRow:
    """A book of results taken over; ``closed_ms`` is 0 while the clerk still stands there. ``taken`` counts what is in hand so far."""

    takeover: str
    event: EventId
    authority: str
    expected: int
    taken: int
    opened_ms: int
    closed_ms: int
    user: str


@dataclass(frozen=True, slots=True)
class TakenResult:
    """One line of such a book."""

    item: str
    dossier: str
    official: str
    kinds: tuple[tuple[str, int], ...]
    event: EventId
    taken_ms: int


@dataclass(frozen=True, slots=True)
class FeeDue:
    """Money of an authority that is still here: of one case, in đồng; ``state`` is where that case stands."""

    dossier: str
    authority: str
    amount_dong: int
    accepted_ms: int
    official: str = ""
    receipt: str = ""
    state: CaseState = CaseState.UNKNOWN


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A complaint; ``answered_ms`` is 0 while it is open."""

    complaint: str
    event: EventId
    proof: str
    dossier: str
    item: str
    code: str
    who: str
    received_day: str
    due_day: str
    outcome: str = ""
    answered_ms: int = 0
    compensation_dong: int = 0


@dataclass(frozen=True, slots=True)
class VisitRow:
    """A visit at an applicant's address; ``outcome`` is "" while it is open. Who asked stands beside and is "" once erased."""

    visit: str
    event: EventId
    commune: str
    from_ms: int
    until_ms: int
    procedure: str
    outcome: str = ""
    dossier: str = ""
    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
