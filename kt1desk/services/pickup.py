"""Results that wait here, and giving them out at the counter: found in one field, given against a paper, with a receipt for both.

Old papers that are taken back begin their own way to the authority in the same transaction (TT 22/2017/TT-BTTTT: free of charge). This
module must not know how a cover is drawn on a screen.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kt1desk.domain.coded import CodeList, word_for
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ResultTaken
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_rows import CaseRow, CoverRow, WaitingResult, Way
from kt1desk.services.case_steps import case_occasion
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.enclosing import EnclosureSaid, write_enclosure
from kt1desk.services.giving import GiveDraft, Given, applicant_fields, cover_for_applicant, give_cover
from kt1desk.services.paper_head import point_words
from kt1desk.services.ports import Clock, Documents, Journal, Reader
from kt1desk.services.result_receipt_paper import (
    RESULT_RECEIPT,
    RESULT_RECEIPT_FORM,
    ResultReceiptPaper,
    result_receipt_values,
)
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session
from kt1desk.services.wording_tthc import masked_identity, procedure_words

WITHDRAWN_NAME = "Giấy tờ thu hồi"
SLIP_NAME = "Giấy hẹn trả kết quả"


@dataclass(frozen=True, slots=True)
class ShownPerson:
    """A person as he may stand on a screen: the last four signs of his number, and of a phone all of it, for he is called by it."""

    name: str = field(repr=False)
    identity: str = field(repr=False)
    phone: str = field(repr=False)
    is_organisation: bool = False


@dataclass(frozen=True, slots=True)
class PickupSheet:
    """One result at the counter.

    Attributes:
        kinds: what lies in the cover, coded, and how many of each; nothing where its taking over is not known here.
        slip: whether the applicant has a giấy hẹn, ours or one he handed the dossier in with: it is asked back from him.
    """

    case: CaseRow
    cover: CoverRow
    applicant: ShownPerson
    kinds: tuple[tuple[str, int], ...]
    slip: bool


@dataclass(frozen=True, slots=True)
class GivenResult:
    """A result that was given: its event is on the disk, its receipt is queued; ``withdrawn_item`` is the cover of old papers or ""."""

    event: Event
    jobs: tuple[int, ...]
    withdrawn_item: str = ""


class Pickup:
    """The use cases of giving results out."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def find(self, session: Session, text: str = "", limit: int = 50) -> tuple[WaitingResult, ...]:
        """What waits here for applicants: by label, name, phone, mã hồ sơ or any number; the oldest where nothing is asked.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            return tuple(reader.waiting_results(text, limit))

    def sheet(self, session: Session, item: str) -> PickupSheet:
        """One result, with whom it is for.

        Raises:
            DeskError: ``pickup.*``, rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            cover, case = cover_for_applicant(reader, item)
            told = applicant_fields(reader, case)
            number = told.get("identity", "")
            shown = ShownPerson(
                case.applicant,
                masked_identity(number),
                case.phone,
                is_organisation=bool(told.get("tax_code")),
            )
            slip = bool(case.slip_told_ms) or (cover.way == Way.RETURN and bool(case.official_day))
            return PickupSheet(case, cover, shown, kinds_in(reader, cover), slip)

    def give(self, session: Session, draft: GiveDraft) -> GivenResult:
        """Give it; the receipt is printed, and old papers that were taken back go on their way to the authority.

        Raises:
            DeskError: what `give_cover` raises, ``number.*`` where old papers need a number, ``shift.not_open``,
                ``paper.text_does_not_fit``, rights, ``disk.*``.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.DELIVER_RESULT, self._clock, self._reference)
            kinds = kinds_in(work, cover_for_applicant(work, draft.item)[0])
            given = give_cover(work, at, self._reference, draft)
            back, jobs = "", tuple[int, ...]()
            if draft.withdrawn:
                said = EnclosureSaid(Way.WITHDRAWN, draft.withdrawn, draft.withdrawn_number)
                enclosed = write_enclosure(work, at, self._reference, given.case, said)
                back, jobs = enclosed.item, enclosed.jobs
            values = result_receipt_values(self._paper(at, draft, given, kinds, back).proved_by(given.event))
            check_paper(self._documents, RESULT_RECEIPT, values)
            receipt = queue_paper(work, RESULT_RECEIPT, given.cover.item, values)
            work.commit()
        return GivenResult(given.event, (receipt, *jobs), back)

    def _paper(
        self, at: Occasion, draft: GiveDraft, given: Given, kinds: tuple[tuple[str, int], ...], back: str
    ) -> ResultReceiptPaper:
        rows, case, taker = self._reference.coded, given.case, given.taker
        named = tuple((word_for(rows, CodeList.RESULT_KIND, kind), count) for kind, count in kinds)
        return ResultReceiptPaper(
            head=paper_head(self._reference, at, RESULT_RECEIPT_FORM),
            dossier=case.dossier,
            item=given.cover.item,
            given=((SLIP_NAME, 1),) if given.cover.way == Way.SLIP else named,
            taker=taker["name"],
            identity_paper=word_for(rows, CodeList.IDENTITY_PAPER, draft.identity_paper),
            identity=taker["identity"],
            place=point_words(self._reference.point(at.point, at.on)),
            official=case.official,
            procedure=procedure_words(case.procedure, case.procedure_name),
            authority=case.authority_name,
            applicant=case.applicant,
            authorisation=taker.get("authorisation", ""),
            withdrawn=((WITHDRAWN_NAME, draft.withdrawn),) if draft.withdrawn else (),
            withdrawn_item=back,
            slip_back=draft.slip_back,
            zero_tens=self._reference.zero_tens(at.on),
        )


def kinds_in(reader: Reader, cover: CoverRow) -> tuple[tuple[str, int], ...]:
    """What lies in a cover by the book it was taken over with; nothing where that is not known here."""
    if not cover.dossier or cover.way != Way.RETURN:
        return ()
    for event in reversed(reader.case_events(cover.dossier)):
        if event.envelope.type == ResultTaken.TYPE:
            taken = ResultTaken.of(event.body())
            if taken.item == cover.item:
                return taken.kinds
    return ()
