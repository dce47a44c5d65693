"""Label and slip of a cover that a case gets after its acceptance: a supplement, the giấy hẹn, papers taken back from the applicant.

They say what the first papers of the case said of who and where; number, list, weight and price are the cover's own. This module must not
know where anything stands on paper, nor who asks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from kt1desk.domain.dated import Status
from kt1desk.domain.dossier import Form, Mode, PaperLine
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import DossierAccepted, Leg, read_dossier_accepted
from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.procedure import Procedure
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority
from kt1desk.services.case_covers import procedure_of
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_drafts import DossierDraft, DossierQuote
from kt1desk.services.dossier_facts import MAX_NAME_ON_PAPER
from kt1desk.services.dossier_list import shortened
from kt1desk.services.dossier_papers import DossierPaper, dossier_label_values, slip_values
from kt1desk.services.dossier_people import Places
from kt1desk.services.ports import Reader
from kt1desk.services.refilling import filled

_HEADINGS: Mapping[Way, str] = MappingProxyType(
    {Way.SUPPLEMENT: "BỔ SUNG HỒ SƠ", Way.SLIP: "GIẤY HẸN", Way.WITHDRAWN: "GIẤY TỜ THU HỒI"}
)
SUPPLEMENT_FORM = "Bổ sung hồ sơ"
"""Stands on the slip where the form of the case would."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A case as it was accepted: what its later covers say again."""

    case: CaseRow
    fact: DossierAccepted
    event: Event
    procedure: Procedure

    def draft(self, lines: tuple[PaperLine, ...] = ()) -> DossierDraft:
        """Who and where as accepted; nothing that was paid, sealed or promised for the first cover."""
        return replace(
            filled(self.fact, self.event, lines),
            form=Form.SEND,
            sets=1,
            weight_g=0,
            seal="",
            collected_dong=0,
            receipt_number="",
            insists=None,
            replaces="",
            official="",
            official_day="",
            mode=Mode.COURIER,
            visit="",
        )


def accepted(reader: Reader, case: CaseRow) -> Accepted:
    """The acceptance of a case, of this point or told by another.

    Raises:
        DeskError: ``case.no_applicant`` where nobody stands beside it any more, or it never came here.
    """
    event = reader.any_event(case.event)
    if event is None or not event.particular(APPLICANT).get("name"):
        raise DeskError("case.no_applicant", "dossier", number=case.dossier)
    return Accepted(case, read_dossier_accepted(event), event, _procedure(reader, case))


def _procedure(reader: Reader, case: CaseRow) -> Procedure:
    """The version of the acceptance; where this desk does not have it, what the acceptance itself says of it."""
    found = procedure_of(reader, case)
    if found is not None:
        return found
    return Procedure(
        code=case.procedure,
        name=case.procedure_name,
        valid_from=date.fromisoformat(case.procedure_version),
        valid_to=None,
        source=case.dossier,
        status=Status.SAMPLE,
    )


@dataclass(frozen=True, slots=True)
class CoverPapers:
    """Papers of a later cover on an occasion."""

    reference: ReferenceData
    at: Occasion

    def paper(self, of: Accepted, draft: DossierDraft, quote: DossierQuote) -> DossierPaper:
        """Everything they say, but for the event they prove.

        Raises:
            DeskError: ``reference.authority_unknown``, ``reference.commune_unknown``, ``reference.province_unknown``.
        """
        at, reference = self.at, self.reference
        point = reference.point(at.point, at.on)
        to = authority(reference, of.case.authority, at.on)
        return DossierPaper(
            number=of.case.dossier,
            form=Form.SEND,
            draft=replace(draft, official=of.case.official, official_day=of.case.official_day),
            procedure=replace(of.procedure, name=shortened(of.procedure.name, MAX_NAME_ON_PAPER)),
            authority=to,
            quote=quote,
            addresses=Places(reference, point, at.on).addresses(draft, to),
            point=point,
            provider=str(reference.setting("provider.name", at.on).value),
            accepted=at.now,
            clerk=at.session.name,
            trial=at.session.desk.trial,
            zero_tens=reference.zero_tens(at.on),
        )


def label(paper: DossierPaper, way: Way, leg: Leg) -> dict[str, str]:
    """The texts of the cover's label: its heading says what it carries."""
    return {**dossier_label_values(paper, leg), "heading": _HEADINGS[way]}


def supplement_slip(paper: DossierPaper) -> dict[str, str]:
    """The texts of the slip both sign for a supplement."""
    return {**slip_values(paper), "form": SUPPLEMENT_FORM}
