"""Dossiers that people bring: which procedure, in which of the three forms, with which papers. Applicants are invented."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from kt1desk.domain.dated import in_force
from kt1desk.domain.dossier import DeliverTo, DossierPayment, Form, InsistReason, PaperLine, Presence
from kt1desk.domain.procedure import Channel, ListedPaper, Procedure
from kt1desk.domain.reference import Authority, Commune, Point, ReferenceData
from kt1desk.sampling.people import name
from kt1desk.services.authorities import proposed
from kt1desk.services.dossier_drafts import Applicant, DossierDraft, Residence

_FORMS = {Form.BOTH: 6, Form.SEND: 2, Form.RETURN: 2}
_NOT_NEEDED, _MISSING, _TRANSFER, _AT_POINT = 0.15, 0.02, 0.1, 0.15
_LEAST_G, _MOST_G = 40, 900
_PROVINCE_OF_BIRTH = "020"


@dataclass(frozen=True, slots=True)
class _Offer:
    """A procedure that may come by post here, its authority, and the forms it may come in."""

    procedure: Procedure
    authority: Authority
    forms: tuple[Form, ...]


class Cases:
    """The dossiers that are brought to one point."""

    def __init__(
        self, reference: ReferenceData, procedures: Sequence[Procedure], point: Point, on: date
    ) -> None:
        self._point = point
        self._communes = {row.code: row for row in in_force(reference.communes, on)}
        self._offers = tuple(_offers(reference, in_force(procedures, on), point, on))
        self._reached = tuple(accumulate(1 / rank for rank in range(1, len(self._offers) + 1)))

    def brought(self, on: date, chance: random.Random) -> DossierDraft:
        """A dossier with nothing wrong with it; now and then a paper is missing and the applicant insists."""
        offer = chance.choices(self._offers, cum_weights=self._reached)[0]
        procedure, authority = offer.procedure, offer.authority
        form = chance.choices(offer.forms, [_FORMS[form] for form in offer.forms])[0]
        papers = _papers(procedure.papers, chance) if form.sends else ()
        missing = any(paper.presence is Presence.MISSING for paper in papers)
        rule = procedure.channel(Channel.POST)
        return DossierDraft(
            form=form,
            procedure=procedure.code,
            papers=papers,
            authority=authority.authority_id,
            authority_district=_district(self._communes.get(authority.commune)),
            applicant=self._applicant(chance),
            weight_g=chance.randint(_LEAST_G, _MOST_G) if form.sends else 0,
            deliver_to=DeliverTo.POINT if chance.random() < _AT_POINT else DeliverTo.APPLICANT,
            collected_dong=(rule.fee_dong or 0) if rule is not None and form.sends else 0,
            payment=DossierPayment.TRANSFER if chance.random() < _TRANSFER else DossierPayment.CASH,
            official="" if form.sends else f"H37.10-{on:%y%m%d}-{chance.randint(1, 9_999):04d}",
            insists=InsistReason.BRINGS_LATER if missing else None,
        )

    def _applicant(self, chance: random.Random) -> Applicant:
        born = f"{chance.randint(0, 1)}{chance.randint(50, 99)}"
        commune = self._communes.get(self._point.commune)
        street = f"Số {chance.randint(1, 200)}, đường Lê Lợi"
        return Applicant(
            name=name(chance),
            identity=f"{_PROVINCE_OF_BIRTH}{born}{chance.randint(0, 999_999):06d}",
            phone=f"0912{chance.randint(0, 999_999):06d}",
            residence=Residence(street, self._point.commune, _district(commune)),
        )


def _offers(
    reference: ReferenceData, procedures: Sequence[Procedure], point: Point, on: date
) -> Iterator[_Offer]:
    for procedure in procedures:
        receiving = proposed(reference, procedure, point.commune, on)
        forms = tuple(
            form
            for form in _FORMS
            if not (form.sends and procedure.may_send is False)
            and not (form.returns and procedure.may_return is False)
        )
        if receiving and forms:
            yield _Offer(procedure, receiving[0], forms)


def _papers(listed: Sequence[ListedPaper], chance: random.Random) -> tuple[PaperLine, ...]:
    """The list as counted; the first paper is always there. Where no list is published the applicant's own form is added by hand."""
    if not listed:
        return (PaperLine("x1", "Đơn đề nghị", originals=1),)
    first, *others = listed
    return (_there(first), *(_counted(paper, chance) for paper in others))


def _counted(paper: ListedPaper, chance: random.Random) -> PaperLine:
    drawn = chance.random()
    if drawn < _MISSING:
        return PaperLine(paper.key, paper.name, presence=Presence.MISSING)
    if drawn < _MISSING + _NOT_NEEDED:
        return PaperLine(paper.key, paper.name, presence=Presence.NOT_NEEDED)
    return _there(paper)


def _there(paper: ListedPaper) -> PaperLine:
    certified = paper.copies if paper.certified else 0
    plain = paper.copies - certified
    originals = paper.originals if paper.originals or paper.copies else 1
    return PaperLine(paper.key, paper.name, originals, certified, plain)


def _district(commune: Commune | None) -> str:
    """The main one of a commune that lies on two former districts: the clerk must say which."""
    return commune.former_districts[0] if commune is not None and len(commune.former_districts) > 1 else ""
