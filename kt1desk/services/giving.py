"""A result given into somebody's hands, at the counter or at an address: who showed which paper, what came back, what is written of it.

The rules of delivery are those of every item; what is more is asked here. The whole number of the paper stands beside the event, where it
can be erased. This module must not know a page or a round.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

from kt1desk.domain.coded import CodeList
from kt1desk.domain.custody import RECEIVER
from kt1desk.domain.dossier import ApplicantKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts.dossier_custody import DossierDelivered, for_service
from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.domain.text import as_name, fold, required
from kt1desk.services.case_rows import CaseRow, CoverRow, Way
from kt1desk.services.case_steps import coded
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.delivery import giving
from kt1desk.services.delivery_rules import MAX_NAME, DeliveryDraft
from kt1desk.services.dossier_people import MAX_AUTHORISATION, identity
from kt1desk.services.ports import Reader, Work

FOR_APPLICANT = (Way.RETURN, Way.SLIP)
"""What is given to applicants."""


@dataclass(frozen=True, slots=True)
class GiveDraft:
    """A result about to be given.

    Attributes:
        item: its cover.
        taker_name: who takes it; "" for the applicant himself, as the case names him.
        identity_paper: which paper he shows, coded.
        identity: its number, whole.
        proxy: as what somebody else takes it, coded; "" for the applicant himself.
        authorisation: number and day of the paper that allows it.
        withdrawn: how many old papers are taken back from him for the authority.
        withdrawn_number: the label that was scanned for their cover, "" for the next free number of the roll.
        slip_back: whether the giấy hẹn is taken back.
        round: the delivery list, "" at the counter (or to look it up).
    """

    item: str
    taker_name: str = field(default="", repr=False)
    identity_paper: str = ""
    identity: str = field(default="", repr=False)
    proxy: str = ""
    authorisation: str = field(default="", repr=False)
    withdrawn: int = 0
    withdrawn_number: str = ""
    slip_back: bool = False
    scan: bool = False
    round: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """What was written of a cover that was given: the case, the delivery, who took it (the fields beside it)."""

    case: CaseRow
    cover: CoverRow
    event: Event
    taker: dict[str, str] = field(repr=False)


def cover_for_applicant(reader: Reader, item: str) -> tuple[CoverRow, CaseRow]:
    """A cover that an applicant may be given, and its case.

    Raises:
        DeskError: ``pickup.unknown``, ``pickup.not_for_applicant``; ``pickup.case_unknown`` where nobody here knows whose it is.
    """
    number = normalise_number(item)
    cover = reader.cover(number)
    if cover is None:
        raise DeskError("pickup.unknown", "item", number=number)
    if cover.way and cover.way not in FOR_APPLICANT:
        raise DeskError("pickup.not_for_applicant", "item", number=number)
    case = reader.case(cover.dossier) if cover.dossier else None
    if case is None:
        raise DeskError("pickup.case_unknown", "item", number=number)
    return cover, case


def give_cover(work: Work, at: Occasion, reference: ReferenceData, draft: GiveDraft) -> Given:
    """Write that a cover is in the hands it is for; the caller commits.

    Raises:
        DeskError: ``pickup.*``, ``identity.*``, ``code.unknown``, ``delivery.*``, ``round.*``, ``custody.*``, ``text.*``.
    """
    cover, case = cover_for_applicant(work, draft.item)
    taker = taker_of(work, at, reference, draft)
    most = reference.setting_int("tthc.copies_max", at.on)
    if not 0 <= draft.withdrawn <= most:
        raise DeskError("pickup.withdrawn_range", "withdrawn", limit=most)
    offered = DeliveryDraft(cover.item, taker["name"], round=draft.round, party=RECEIVER, scan=draft.scan)
    given = giving(work, at, reference, offered)
    if given.row is None:  # at the counter he signs the receipt that is found under the cover's number
        given = replace(given, said=replace(given.said, reference=cover.item))
    plain = cast(DossierDelivered, for_service(given.fact(at), at.service))
    serving = point_of_authority(reference, case.authority, at.on)
    fact = replace(
        plain,
        identity_paper=draft.identity_paper,
        proxy=draft.proxy,
        withdrawn=draft.withdrawn,
        slip_back=draft.slip_back,
        to=serving if serving != at.point else "",
    )
    return Given(case, cover, given.write(work, at, fact, taker), taker)


def taker_of(work: Reader, at: Occasion, reference: ReferenceData, draft: GiveDraft) -> dict[str, str]:
    """Who takes it, to stand beside the event: the applicant against his own number, anybody else with a paper that allows it.

    Raises:
        DeskError: ``identity.*`` at ``identity``, ``code.unknown``, ``text.*``; ``pickup.other_identity``, ``pickup.other_name`` where
            it is not the applicant, ``pickup.organisation`` where no person is; ``pickup.not_comparable`` with ``number`` where nothing
            about him stands here (not told yet, or erased): any name would do, so only a paper that allows it is enough.
    """
    cover, case = cover_for_applicant(work, draft.item)
    coded(reference, CodeList.IDENTITY_PAPER, draft.identity_paper, at.on, "identity_paper")
    number = identity(draft.identity, "identity")
    applicant = applicant_fields(work, case)
    if draft.proxy:
        coded(reference, CodeList.PROXY, draft.proxy, at.on, "proxy")
        name = as_name(required(draft.taker_name, "taker_name", MAX_NAME), "taker_name")
        allowed = required(draft.authorisation, "authorisation", MAX_AUTHORISATION)
        return {"name": name, "identity": number, "authorisation": allowed}
    if not applicant.get("name"):
        raise DeskError("pickup.not_comparable", "proxy", number=cover.item)
    if applicant.get("kind") == ApplicantKind.ORGANISATION.value:
        raise DeskError("pickup.organisation", "proxy")
    known = applicant.get("identity", "")
    if known and known != number and not _renewed(known, number):
        raise DeskError("pickup.other_identity", "identity")
    typed = draft.taker_name if draft.taker_name.strip() else applicant["name"]
    name = as_name(required(typed, "taker_name", MAX_NAME), "taker_name")
    if fold(name) != fold(applicant["name"]):
        raise DeskError("pickup.other_name", "taker_name")
    return {"name": name, "identity": number}


def applicant_fields(reader: Reader, case: CaseRow) -> dict[str, str]:
    """What stands beside the acceptance of a case about its applicant; nothing once it was erased."""
    accepted = reader.any_event(case.event)
    return accepted.particular(APPLICANT) if accepted is not None else {}


def _renewed(known: str, shown: str) -> bool:
    """Whether the two can be papers of different kinds of one person: a passport against a personal number says nothing."""
    return known.isdigit() != shown.isdigit()
