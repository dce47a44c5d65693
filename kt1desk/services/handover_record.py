"""The record of a hand-over as its paper says it.

This module must not know how anything is checked or written.
"""

from __future__ import annotations

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority
from kt1desk.services.case_covers import Contents
from kt1desk.services.custody_papers import paper_head
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_drafts import Residence
from kt1desk.services.dossier_people import Places
from kt1desk.services.handover_checks import OFF_THE_LIST, Checked, Counted
from kt1desk.services.handover_drafts import CountedCover
from kt1desk.services.handover_record_paper import (
    HANDOVER_RECORD_FORM,
    HandoverRecordPaper,
    RecordedCover,
    RecordedFee,
)
from kt1desk.services.wording_case import NO_DATA, OFF_LIST, way_name
from kt1desk.services.wording_tthc import procedure_words

WIDEST_NUMBER = "GN240000-261122-65535-99999"
"""As wide as a number of a record can be: texts are tried with it before there is one."""


def record_paper(
    reference: ReferenceData, at: Occasion, number: str, checked: Checked
) -> HandoverRecordPaper:
    """Everything the record says, but for the event it proves."""
    draft = checked.draft
    return HandoverRecordPaper(
        head=paper_head(reference, at, HANDOVER_RECORD_FORM),
        number=number,
        authority=checked.authority_name,
        place=_place(reference, at, draft.authority),
        officer=draft.officer_name,
        position=draft.officer_position,
        covers=tuple(_cover(reference, each) for each in checked.covers),
        fees=tuple(
            RecordedFee(due.dossier, due.amount_dong, due.official, due.receipt) for due in checked.dues
        ),
        fee_reference=draft.fee_reference,
        zero_tens=reference.zero_tens(at.on),
    )


def _place(reference: ReferenceData, at: Occasion, authority_id: str) -> str:
    try:
        commune = authority(reference, authority_id, at.on).commune
        point = reference.point(at.point, at.on)
        return Places(reference, point, at.on).residence(Residence(commune=commune))
    except DeskError:
        return ""


def _cover(reference: ReferenceData, counted: Counted) -> RecordedCover:
    found, case, said = counted.contents, counted.case, counted.said
    return RecordedCover(
        item=said.item,
        dossier=found.dossier,
        way=way_name(found.way.value) if found.way is not None else NO_DATA,
        documents=said.documents,
        seal_intact=said.seal_intact,
        official=case.official if case is not None else "",
        procedure=procedure_words(case.procedure, case.procedure_name) if case is not None else "",
        originals=sum(line.originals for line in found.papers),
        certified=sum(line.certified for line in found.papers),
        plain=sum(line.plain for line in found.papers) if found.papers else found.documents,
        electronic=sum(line.electronic for line in found.papers),
        seal=found.seal,
        differences=_differences(reference, found, said),
    )


def _differences(reference: ReferenceData, found: Contents, said: CountedCover) -> tuple[str, ...]:
    """What differs in words of its code, each with the paper it is about."""
    names = {line.key: line.name for line in found.papers} | {OFF_THE_LIST: OFF_LIST}
    return tuple(
        f"{names.get(key, key)}: {word_for(reference.coded, CodeList.PAPER_DIFFERENCE, code)}"
        for key, code in said.differences
    )
