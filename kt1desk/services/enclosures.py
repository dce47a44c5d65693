"""Papers that travel free of charge beside a case: the giấy hẹn to the applicant, papers taken back from him to the authority.

TT 22/2017/TT-BTTTT: both are contained in the two prices of the case. Each has a number of its own, so that it can be traced. This module
must not know screens, SQL or printers.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import CaseState
from kt1desk.domain.dossier import Direction
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import Leg
from kt1desk.domain.facts.authority import EnclosureMade
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import CaseRow, Way
from kt1desk.services.case_steps import case_occasion, known_case, told_point
from kt1desk.services.cover_papers import CoverPapers, accepted, label
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.dossier_drafts import DossierQuote
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.dossier_papers import LABEL, LABEL_VERSION
from kt1desk.services.numbers import number_to_give, service_prefixes
from kt1desk.services.ports import Appending, Clock, Documents, Journal, PaperDraft, Reader
from kt1desk.services.sessions import Session

_ACTS = {Way.SLIP: Act.RECORD_DECISION, Way.WITHDRAWN: Act.DELIVER_RESULT}
"""Whoever copies the official slip sends it on; whoever delivers a result takes old papers back."""
_PIECES_MAX = "tthc.copies_max"


@dataclass(frozen=True, slots=True)
class EnclosureDraft:
    """What is to travel: ``pieces`` sheets; ``number`` a scanned label of this desk's block, "" for the next free number."""

    dossier: str
    way: Way
    pieces: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A cover that begins its way here; its label is queued."""

    item: str
    event: Event
    jobs: tuple[int, ...]


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
        with self._journal.read() as reader:
            at = self._occasion(reader, session, draft)
            case = self._checked(reader, at, draft)
            values = self._label(reader, at, case, draft)
        self._documents.check_fit(LABEL, LABEL_VERSION, values)
        with self._journal.work() as work:
            at = self._occasion(work, session, draft)
            case = self._checked(work, at, draft)
            item = self._number(work, at, draft)
            values = self._label(work, at, case, draft)
            told = told_point(self._reference, case, at.point, at.on)
            fact = EnclosureMade(
                dossier=case.dossier,
                item=item,
                way=draft.way.value,
                pieces=draft.pieces,
                point=at.point,
                shift=at.shift.shift,
                to=told,
                origin=case.origin if case.origin != at.point else "",
            )
            event = work.append(fact, Appending(at.user, parents=(case.head,), happened=at.now))
            proved = {**values, "event_ref": event.id.text}
            job = work.queue_paper(PaperDraft("label", LABEL, LABEL_VERSION, item, proved))
            work.commit()
        return Enclosed(item, event, (job,))

    def _occasion(self, reader: Reader, session: Session, draft: EnclosureDraft) -> Occasion:
        return case_occasion(reader, session, _ACTS[draft.way], self._clock, self._reference)

    def _checked(self, reader: Reader, at: Occasion, draft: EnclosureDraft) -> CaseRow:
        case = known_case(reader, draft.dossier)
        most = self._reference.setting_int(_PIECES_MAX, at.on)
        if not 1 <= draft.pieces <= most:
            raise DeskError("enclosure.pieces", "pieces", limit=most)
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

    def _number(self, reader: Reader, at: Occasion, draft: EnclosureDraft) -> str:
        ours = service_prefixes(reader, self._reference.number_rule(at.on, TTHC_SERVICE))
        return number_to_give(reader, draft.number, ours)

    def _label(self, reader: Reader, at: Occasion, case: CaseRow, draft: EnclosureDraft) -> dict[str, str]:
        """As the label of a leg the same way round; it says what it carries instead of a weight."""
        of = accepted(reader, case)
        paper = CoverPapers(self._reference, at).paper(of, of.draft(), DossierQuote())
        way = Direction.SEND if draft.way.to_authority else Direction.RETURN
        leg = Leg(self._number(reader, at, draft), way.value, "", 0, 0)
        return {**label(paper, draft.way, leg), "weight": f"{draft.pieces} tờ"}
