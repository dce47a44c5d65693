"""Papers that travel free of charge beside a case: the giấy hẹn to the applicant, papers taken back from him to the authority.

TT 22/2017/TT-BTTTT: both are contained in the two prices of the case. Each has a number of its own, so that it can be traced. This module
must not know screens, SQL or printers.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import CaseState
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.case_steps import case_occasion, known_case
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_papers import LABEL, LABEL_VERSION
from kt1desk.services.enclosing import (
    Enclosed,
    EnclosureSaid,
    check_enclosure,
    enclosure_label,
    write_enclosure,
)
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.sessions import Session

_ACTS = {Way.SLIP: Act.RECORD_DECISION, Way.WITHDRAWN: Act.DELIVER_RESULT}
"""Whoever copies the official slip sends it on; whoever delivers a result takes old papers back."""


@dataclass(frozen=True, slots=True)
class EnclosureDraft:
    """What is to travel: ``pieces`` sheets; ``number`` a scanned label of this desk's block, "" for the next free number."""

    dossier: str
    way: Way
    pieces: int = 1
    number: str = ""


class Enclosures:
    """The use case of covers without a price."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def make(self, session: Session, draft: EnclosureDraft) -> Enclosed:
        """Give it a number and a label, and begin its custody.

        Raises:
            DeskError: ``enclosure.*``, ``case.unknown``, ``case.no_applicant``, ``number.*``, ``shift.not_open``, rights,
                ``paper.text_does_not_fit``. Nothing is written then.
        """
        if draft.way not in _ACTS:
            raise DeskError("enclosure.way", "way")
        said = EnclosureSaid(draft.way, draft.pieces, draft.number)
        with self._journal.read() as reader:
            at = self._occasion(reader, session, draft)
            check_enclosure(self._reference, at, said)
            values = enclosure_label(reader, self._reference, at, _checked(reader, draft), said)
        self._documents.check_fit(LABEL, LABEL_VERSION, values)
        with self._journal.work() as work:
            at = self._occasion(work, session, draft)
            made = write_enclosure(work, at, self._reference, _checked(work, draft), said)
            work.commit()
        return made

    def _occasion(self, reader: Reader, session: Session, draft: EnclosureDraft) -> Occasion:
        return case_occasion(reader, session, _ACTS[draft.way], self._clock, self._reference)


def _checked(reader: Reader, draft: EnclosureDraft) -> CaseRow:
    case = known_case(reader, draft.dossier)
    if draft.way is Way.WITHDRAWN:
        if case.state not in {CaseState.RESULT, CaseState.DELIVERED}:
            raise DeskError("enclosure.too_early", "way", number=case.dossier)
        return case
    if not case.slip:
        raise DeskError("enclosure.no_slip", "way", number=case.dossier)
    made = [cover for cover in reader.covers_of(case.dossier) if cover.way == Way.SLIP.value]
    if made:
        raise DeskError("enclosure.twice", "way", number=case.dossier, item=made[-1].item)
    return case
