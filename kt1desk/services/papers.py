"""Papers after the acceptance: the clerk's answers to doubts, reprints, and what a scan of a fresh label proves.

«Đã gửi tới máy in» is not «Đã in»: a paper of which nobody knows whether it came out is a question to the clerk, and a second copy is
always a new paper that says IN LẠI, with who and why in the journal. This module must not know printers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kt1desk.domain.custody import Custody
from kt1desk.domain.errors import DeskError
from kt1desk.domain.facts import DossierPaperReprinted, PaperReprinted
from kt1desk.domain.kt1 import Secrecy
from kt1desk.domain.permissions import Act
from kt1desk.domain.print_job import JobState, JobTrigger, PrinterRole, first_copy
from kt1desk.services.board import is_of_item, shown_paper
from kt1desk.services.paper_values import when_words
from kt1desk.services.ports import Appending, Clock, Journal, PaperDraft, Reader, Work
from kt1desk.services.reversal_papers import REVERSAL_SLIP
from kt1desk.services.rights import permits_now, require_now
from kt1desk.services.rows import PaperRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import needed_shift


class ReprintReason(StrEnum):
    """Why a paper is printed again."""

    IN_DOUBT = "in_doubt"
    DAMAGED = "damaged"
    LOST = "lost"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class PaperAnswers:
    """The clerk's answers to a paper in doubt, inside a transaction that may hold more than one."""

    clock: Clock

    def seen(self, work: Work, session: Session, job: int) -> PaperRow:
        """The clerk holds the paper in his hand.

        Raises:
            DeskError: ``print.unknown_job``, ``print.wrong_state`` where nobody doubts it, ``shift.not_open``, rights.
        """
        return self.change(work, session, job, JobTrigger.CLERK_SAW)

    def change(self, work: Work, session: Session, job: int, trigger: JobTrigger) -> PaperRow:
        """One step of a job by the clerk's word.

        Raises:
            DeskError: as `seen`.
        """
        self.check(work, session, work.paper(job))
        return work.change_paper(job, trigger)

    def again(self, work: Work, session: Session, job: int, reason: ReprintReason) -> int:
        """As `Papers.reprint`."""
        old = work.paper(job)
        self.check_sending(work, session, old)
        state = JobState(old.state)
        if state in {JobState.QUEUED, JobState.SENDING, JobState.SENT}:
            raise DeskError("print.not_yet")
        if state is JobState.UNKNOWN:
            work.change_paper(job, JobTrigger.REPRINT, "print.reprinted")
        same = (row for row in work.papers(old.item) if row.template == old.template)
        copy = 1 + max(row.copy for row in same if first_copy(row.values) == first_copy(old.values))
        now = self.clock.now()
        values = {**old.values, "reprinted_at": when_words(now.utc_ms, now.offset_min)}
        kind = PaperReprinted if is_of_item(work, old) else DossierPaperReprinted
        fact = kind(old.template, old.item, copy, reason.value)
        work.append(fact, Appending(session.actor.user_id, happened=now))
        return work.queue_paper(PaperDraft(old.role, old.template, old.version, old.item, values, copy))

    def check(self, work: Work, session: Session, paper: PaperRow) -> None:
        """Whether the user may answer for this paper. Raises ``shift.not_open``, rights."""
        act = Act.REPRINT_ITEM_PAPER if is_of_item(work, paper) else Act.REPRINT_DOSSIER_PAPER
        require_now(session, act, needed_shift(work), self.clock)

    def check_sending(self, work: Work, session: Session, paper: PaperRow) -> None:
        """Papers of an A, B or C item name both its parties, so whoever sends one to a printer must be allowed to see them.

        Raises:
            DeskError: as `check`; ``print.reversed``.
        """
        self.check(work, session, paper)
        item = work.item(paper.item)
        if item is not None and Secrecy(item.secrecy).is_marked:
            require_now(session, Act.SEE_SECRET_PARTIES, needed_shift(work), self.clock)
        taken = item or work.dossier(paper.item)
        if taken is not None and not may_come_out(paper, here=taken.state != Custody.REVERSED):
            raise DeskError("print.reversed")


class Papers:
    """What a clerk may do with print jobs."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._answers = PaperAnswers(clock)

    def of_item(self, session: Session, item: str) -> Sequence[PaperRow]:
        """All papers of one item or leg of a case, newest first, without what stands on them.

        Raises:
            DeskError: ``user.not_allowed``; ``user.clearance_missing``, ``user.clearance_expired`` where it is no leg of a case.
        """
        with self._journal.read() as reader:
            case = reader.dossier(item)
            require_now(
                session, Act.SEE_ITEMS if case is None else Act.SEE_DOSSIERS, reader.open_shift(), self._clock
            )
            return [shown_paper(row) for row in reader.papers(item)]

    def newest(self, session: Session, limit: int = 50) -> Sequence[PaperRow]:
        """The newest papers of this desk; those of dossiers alone for whoever may see no KT1 items.

        Raises:
            DeskError: ``user.not_allowed``; so for the next.
        """
        with self._journal.read() as reader:
            return self._shown(reader, session, reader.papers(limit=limit))

    def questions(self, session: Session) -> Sequence[PaperRow]:
        """Papers that wait for an answer, as `newest`."""
        with self._journal.read() as reader:
            return self._shown(reader, session, reader.open_questions())

    def seen(self, session: Session, job: int) -> PaperRow:
        """«Đã có nhãn»: the clerk holds the paper in his hand."""
        return self._change(session, job, JobTrigger.CLERK_SAW)

    def cancel(self, session: Session, job: int) -> PaperRow:
        """Take a paper out of the queue before it went to the printer."""
        return self._change(session, job, JobTrigger.CANCEL)

    def release(self, session: Session, job: int) -> None:
        """Let a held or old paper go to the printer after all.

        Raises:
            DeskError: ``print.unknown_job``, ``print.wrong_state`` where it does not wait, ``print.reversed``, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            self._answers.check_sending(work, session, work.paper(job))
            work.release_paper(job)
            work.commit()

    def reprint(self, session: Session, job: int, reason: ReprintReason) -> int:
        """Print the same paper again, as the next copy, from the template it was made with; returns the new job.

        Raises:
            DeskError: ``print.unknown_job``, ``print.not_yet`` while the first copy is still on its way, ``print.reversed`` for label and
                receipt of what was taken back, ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            made = self._answers.again(work, session, job, reason)
            work.commit()
        return made

    def scanned(self, session: Session, item: str) -> PaperRow | None:
        """The fresh label was scanned, of an item or of a dossier's leg: the strongest proof that it came out.

        None where there is nothing to prove.
        """
        with self._journal.work() as work:
            act = Act.ACCEPT_ITEM if work.dossier(item) is None else Act.ACCEPT_DOSSIER
            require_now(session, act, needed_shift(work), self._clock)
            label = next((row for row in work.papers(item) if row.role == PrinterRole.LABEL.value), None)
            waiting = {JobState.SENT.value, JobState.UNKNOWN.value, JobState.DONE.value}
            if label is None or label.state not in waiting:
                return None
            proved = work.change_paper(label.job, JobTrigger.SCAN)
            work.commit()
        return proved

    def _change(self, session: Session, job: int, trigger: JobTrigger) -> PaperRow:
        with self._journal.work() as work:
            row = self._answers.change(work, session, job, trigger)
            work.commit()
        return row

    def _shown(self, reader: Reader, session: Session, papers: Sequence[PaperRow]) -> list[PaperRow]:
        shift = reader.open_shift()
        require_now(session, Act.SEE_DOSSIERS, shift, self._clock)
        all_of_them = permits_now(session, Act.SEE_ITEMS, shift, self._clock)
        return [shown_paper(row) for row in papers if all_of_them or not is_of_item(reader, row)]


def may_come_out(paper: PaperRow, *, here: bool) -> bool:
    """Whether a paper of what is here, or was taken back, may go to a printer.

    Of what was taken back only the slip that says so may: a fresh label would stand for an item that the post does not have.
    """
    return here or paper.template == REVERSAL_SLIP
