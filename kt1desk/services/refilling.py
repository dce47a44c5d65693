"""A form filled again from what was accepted, for a correction: the clerk changes what is wrong and accepts anew.

The number is not filled in: a correction gets a new one. This module must not know how the correction is written.
"""

from __future__ import annotations

from dataclasses import replace

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
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DossierAccepted, read_dossier_accepted, read_item_accepted
from kt1desk.domain.facts.dossiers import APPLICANT, DELIVERY, PROOF, PROXY
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.kt1 import Payment, Place, Secrecy, Urgency
from kt1desk.domain.permissions import Act, require
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Proxy
from kt1desk.services.dossier_people import residence_of
from kt1desk.services.drafts import AcceptanceDraft, OtherParty
from kt1desk.services.examination import NAMED_PERSON
from kt1desk.services.later_entry import said_before
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.taken import listed_papers


def draft_of_item(journal: Journal, session: Session, item: str, clock: Clock) -> AcceptanceDraft:
    """A KT1 item as its form was filled; the questions about the cover are answered as they were.

    Raises:
        DeskError: ``reversal.unknown``; rights: name and telephone of who handed it in are for whoever may accept.
    """
    with journal.read() as reader:
        on = require_now(session, Act.ACCEPT_ITEM, reader.open_shift(), clock)
        row = reader.item(normalise_number(item))
        event = reader.event(row.event) if row is not None else None
        later = said_before(reader, event, row.item) if row is not None and event is not None else None
    if event is None:
        raise DeskError("reversal.unknown", "item")
    fact = read_item_accepted(event)
    if Secrecy(fact.secrecy).is_marked:
        require(session.actor, Act.SEE_SECRET_PARTIES, on)
    receiver, handed_by = fact.receiver, event.particular("handed_by")
    listed = receiver is not None and bool(receiver.agency)
    other = (
        OtherParty(receiver.name, receiver.address, receiver.province) if receiver and not listed else None
    )
    return AcceptanceDraft(
        sender=fact.sender.agency if fact.sender else "",
        receiver=receiver.agency if receiver else "",
        other_receiver=other,
        secrecy=Secrecy(fact.secrecy),
        urgency=Urgency(fact.urgency),
        weight_g=fact.weight_g,
        pieces=fact.pieces,
        agreed_ms=fact.agreed_ms or None,
        answers={**dict.fromkeys(fact.checks, True), NAMED_PERSON: fact.named_person},
        place=Place(fact.place),
        payment=Payment(fact.payment),
        handed_by=handed_by.get("name", ""),
        handed_by_phone=handed_by.get("phone", ""),
        later=later,
    )


def draft_of_dossier(journal: Journal, session: Session, number: str, clock: Clock) -> DossierDraft:
    """A case as its form was filled, set to replace it.

    Raises:
        DeskError: ``reversal.unknown``; rights: who may accept may read the personal number that stands in it.
    """
    with journal.read() as reader:
        require_now(session, Act.ACCEPT_DOSSIER, reader.open_shift(), clock)
        row = reader.dossier(number.strip())
        event = reader.event(row.event) if row is not None else None
        if event is None:
            raise DeskError("reversal.unknown", "item")
        fact = read_dossier_accepted(event)
        lines = listed_papers(reader, event)
        at_address = Place(fact.place) is Place.ADDRESS
        later = said_before(reader, event, fact.dossier) if not at_address else None
    received_ms = event.envelope.happened.utc_ms if at_address and event.envelope.entered is not None else 0
    return replace(filled(fact, event, lines), later=later, received_ms=received_ms)


def filled(fact: DossierAccepted, event: Event, lines: tuple[PaperLine, ...]) -> DossierDraft:
    """A case as its form was filled, from its acceptance with what stands beside it, and a list of papers."""
    delivery = event.particular(DELIVERY)
    weights = {leg.direction: leg.weight_g for leg in fact.legs}
    return DossierDraft(
        form=Form(fact.form),
        procedure=fact.procedure,
        papers=lines,
        sets=fact.sets,
        authority=fact.authority,
        authority_district=fact.authority_district,
        applicant=_applicant(event.particular(APPLICANT)),
        proxy=_proxy(event.particular(PROXY)),
        place=Place(fact.place),
        weight_g=weights.get("send", 0),
        deliver_to=DeliverTo(delivery.get("to", DeliverTo.APPLICANT.value)),
        delivery=residence_of(delivery),
        exemption=fact.exemption,
        exemption_proof=event.particular(PROOF).get("number", ""),
        collected_dong=fact.sums.collected_dong,
        passes_on=fact.sums.pass_on_dong > 0 or not fact.sums.collected_dong,
        receipt_number=fact.receipt_number,
        payment=DossierPayment(fact.payment),
        seal=fact.seal,
        official=fact.official,
        official_day=fact.official_day,
        insists=InsistReason(fact.insisted) if fact.insisted else None,
        replaces=fact.dossier,
        mode=Mode(fact.mode),
        visit=fact.visit,
    )


def _applicant(said: dict[str, str]) -> Applicant:
    return Applicant(
        ApplicantKind(said.get("kind", ApplicantKind.PERSON.value)),
        said.get("name", ""),
        said.get("identity", ""),
        said.get("tax_code", ""),
        said.get("phone", ""),
        residence_of(said),
    )


def _proxy(said: dict[str, str]) -> Proxy | None:
    if not said:
        return None
    names = ("name", "identity", "phone", "authorisation")
    return Proxy(*(said.get(name, "") for name in names))
