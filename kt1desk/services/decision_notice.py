"""The notice to an applicant: what his authority said, in the words of the point that tells him.

This module must not know how a decision is checked or written.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import Outcome
from kt1desk.domain.coded import word_for
from kt1desk.domain.facts.authority import DossierDecided
from kt1desk.domain.facts.dossiers import APPLICANT
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.applicant_notice_paper import APPLICANT_NOTICE_FORM, ApplicantNoticePaper, NoticeOf
from kt1desk.services.case_covers import procedure_of
from kt1desk.services.case_rows import CaseRow
from kt1desk.services.custody_papers import paper_head
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.decision_checks import REASONS
from kt1desk.services.dossier_list import shortened
from kt1desk.services.dossier_people import Places, residence_of
from kt1desk.services.ports import Reader
from kt1desk.services.wording_tthc import procedure_words


@dataclass(frozen=True, slots=True)
class NoticeMaker:
    """Notices on an occasion, at the point that accepted the cases."""

    reference: ReferenceData
    at: Occasion

    def of(self, reader: Reader, case: CaseRow, decided: DossierDecided) -> ApplicantNoticePaper:
        """Everything the notice says of a decision, but for the event it proves."""
        point = self.reference.point(self.at.point, self.at.on)
        return ApplicantNoticePaper(
            head=paper_head(self.reference, self.at, APPLICANT_NOTICE_FORM),
            of=NoticeOf(decided.outcome),
            dossier=case.dossier,
            item=case.send_item or case.return_item,
            applicant=case.applicant,
            procedure=procedure_words(case.procedure, case.procedure_name),
            authority=case.authority_name,
            where=f"{point.name}, {point.address}",
            address=self._address(reader, case),
            official=case.official,
            paper=decided.paper,
            paper_day=decided.paper_day,
            reason=word_for(self.reference.coded, REASONS[Outcome(decided.outcome)], decided.reason),
            asked=_names(reader, case, decided.asked),
            day=decided.day,
        )

    def _address(self, reader: Reader, case: CaseRow) -> str:
        accepted = reader.event(case.event)
        told = accepted.particular(APPLICANT) if accepted is not None else {}
        if not told:
            return ""
        point = self.reference.point(self.at.point, self.at.on)
        return Places(self.reference, point, self.at.on).residence(residence_of(told))


def _names(reader: Reader, case: CaseRow, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Papers by their names in the version that the case was accepted under, or in its own list."""
    procedure = procedure_of(reader, case)
    published = {line.key: shortened(line.name) for line in (procedure.papers if procedure else ())}
    own = {line.key: line.name for line in reader.case_papers(case.dossier)}
    return tuple((published | own).get(key, key) for key in asked)
