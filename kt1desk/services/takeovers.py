"""Results taken over from an authority: a book opened at its desk, every result scanned into it, both sign when it is closed.

One transaction for each scan, so that whatever was scanned is in the post's hands however the morning ends (QĐ 45/2016/QĐ-TTg, Điều 8).
What a refused or stopped dossier leaves behind comes back in the same way. This module must not know how a scan is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kt1desk.domain.coded import CodeList
from kt1desk.domain.custody import SENDER, Step, ThingKind
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import ItemDelivered, ResultTaken, TakeoverOpened
from kt1desk.domain.facts.authority import OFFICER
from kt1desk.domain.identifiers import LocalKind, NumberRule, normalise_number
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority as authority_row
from kt1desk.services.case_rows import CaseRow, TakeoverRow
from kt1desk.services.case_steps import case_occasion, coded, next_case_number
from kt1desk.services.custody_papers import check_paper, queue_paper
from kt1desk.services.custody_steps import Occasion, check_in_hand, may_step, written
from kt1desk.services.dossier_occasion import TTHC_SERVICE
from kt1desk.services.numbers import own_number, service_prefixes
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader
from kt1desk.services.problems import at_field
from kt1desk.services.result_book_paper import RESULT_BOOK, result_book_values
from kt1desk.services.result_books import (
    WAITING,
    Closing,
    Difference,
    TakeoverView,
    awaited,
    book_paper,
    given_back,
    known_book,
    signed_book,
)
from kt1desk.services.result_scans import ResultScan, Scanned, ScanOutcome, answer, judge
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

RESULT = (("result", 1),)
"""What lies in a cover unless the clerk says otherwise: one result."""
NO_DIFFERENCE = Difference()
"""Where nobody names what differs: the paper says both counts all the same."""


@dataclass(frozen=True, slots=True)
class ClosedBook:
    """A book that both signed; nothing is printed for one in which nothing stands."""

    takeover: str
    event: Event
    jobs: tuple[int, ...]


class Takeovers:
    """The use cases of taking results over."""

    def __init__(
        self, journal: Journal, reference: ReferenceData, clock: Clock, documents: Documents
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents

    def expected(self, session: Session, authority: str) -> tuple[CaseRow, ...]:
        """Cases for whose result or papers an authority is waited for, those whose day comes first in front.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.TAKE_RESULTS, reader.open_shift(), self._clock)
            return awaited(reader, authority)

    def waiting(self, session: Session) -> Mapping[str, int]:
        """How many results are waited for, by authority.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.TAKE_RESULTS, reader.open_shift(), self._clock)
            return reader.returning_counts(WAITING)

    def books(self, session: Session, *, only_open: bool = True) -> tuple[TakeoverRow, ...]:
        """Books of this point's desks, newest first; only the desk that opened one goes on with it.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            return tuple(reader.takeovers(only_open=only_open))

    def open(self, session: Session, authority: str, expected: int = 0) -> Event:
        """Open a book; ``expected`` is how many results the authority's list has, 0 where it has none.

        Raises:
            DeskError: ``reference.authority_unknown``, ``takeover.expected_range``, ``takeover.open_already`` with ``number``,
                ``shift.not_open``, rights.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.TAKE_RESULTS, self._clock, self._reference)
            authority_row(self._reference, authority, at.on)
            most = self._most(at)
            if not 0 <= expected <= most:
                raise DeskError("takeover.expected_range", "expected", limit=most)
            for row in work.takeovers(only_open=True):
                if row.authority == authority and row.event.device == session.desk.device:
                    raise DeskError("takeover.open_already", "authority", number=row.takeover)
            name = next_case_number(work, LocalKind.TAKEOVER, at)
            fact = TakeoverOpened(name, authority, expected, at.point, at.shift.shift)
            event = work.append(fact, Appending(at.user, happened=at.now))
            work.commit()
        return event

    def scan(
        self,
        session: Session,
        takeover: str,
        text: str,
        kinds: Sequence[tuple[str, int]] = RESULT,
        *,
        label: str = "",
        scan: bool = False,
    ) -> ResultScan:
        """Take one result over, or say why not: one transaction of its own, durable when this returns.

        Args:
            session: who stands there.
            takeover: the open book.
            text: label of the returning cover, the post's own number of the case, or its mã hồ sơ.
            kinds: what lies in the cover, coded, and how many of each.
            label: a free label of this desk's roll, for a further result of a case whose own cover is used already.
            scan: whether it was read by a scanner.

        Raises:
            DeskError: ``text.empty``, ``takeover.unknown``, ``takeover.other_desk``, ``takeover.closed``,
                ``takeover.full`` with ``limit``, ``takeover.kinds``,
                ``takeover.pieces_range``, ``code.unknown``, ``number.*`` for the label, ``shift.not_open``, rights, ``disk.*``.
        """
        number = normalise_number(text)
        if not number:
            raise DeskError("text.empty", "scan")
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.TAKE_RESULTS, self._clock, self._reference)
            book = _open_book(work, takeover)
            if book.taken >= self._most(at):
                raise DeskError("takeover.full", "takeover", limit=self._most(at))
            held = self._kinds(at, kinds)
            rule = self._reference.number_rule(at.on, TTHC_SERVICE)
            further = _further(work, label, rule) if label.strip() else ""
            judged = judge(work, at, book, Scanned(number, further), rule)
            case = judged.case
            if judged.outcome is not ScanOutcome.TAKEN:
                return answer(judged.outcome, judged.item, case)
            fact = ResultTaken(
                dossier=case.dossier if case is not None else "",
                item=judged.item,
                takeover=book.takeover,
                authority=book.authority,
                kinds=held,
                point=at.point,
                shift=at.shift.shift,
                official=case.official if case is not None else "",
                origin=case.origin if case is not None else "",
                scan=scan,
            )
            parents = (book.event, case.head) if case is not None else (book.event,)
            event = work.append(fact, Appending(at.user, parents=parents, happened=at.now))
            work.commit()
        return answer(ScanOutcome.TAKEN, judged.item, case, event)

    def give_back(self, session: Session, takeover: str, item: str) -> Event:
        """Give a cover that was taken by mistake back at once: while the book is open and who took it still has it.

        Raises:
            DeskError: ``takeover.unknown``, ``takeover.other_desk``, ``takeover.closed``,
                ``takeover.not_in_book`` with ``number``, ``custody.*``, ``shift.not_open``, rights.
        """
        number = normalise_number(item)
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.TAKE_RESULTS, self._clock, self._reference)
            book = _open_book(work, takeover)
            line = next((each for each in work.taken_in(book.takeover) if each.item == number), None)
            if line is None:
                raise DeskError("takeover.not_in_book", "item", number=number)
            standing = may_step(work, ThingKind.ITEM, number, Step.DELIVER, at.service)
            check_in_hand(standing.holder, at, number)
            case = work.case(line.dossier) if line.dossier else None
            fact = ItemDelivered(
                item=number,
                n=standing.n + 1,
                point=at.point,
                shift=at.shift.shift,
                party=SENDER,
                reference=book.takeover,
                origin=case.origin if case is not None else "",
            )
            event = written(work, at, fact, (standing.head,))
            work.commit()
        return event

    def view(self, session: Session, takeover: str) -> TakeoverView:
        """A book with what is still asked for.

        Raises:
            DeskError: ``takeover.unknown``, rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            book = known_book(reader, takeover)
            lines = tuple(reader.taken_in(book.takeover))
            taken = {line.dossier for line in lines}
            missing = tuple(
                case for case in awaited(reader, book.authority, on.isoformat()) if case.dossier not in taken
            )
            return TakeoverView(book, lines, missing, given_back(reader, book, lines))

    def close(
        self,
        session: Session,
        takeover: str,
        officer_name: str,
        officer_position: str,
        differs: Difference = NO_DIFFERENCE,
    ) -> ClosedBook:
        """Close a book; both sign its paper. A book in which nothing stands is closed without a paper, and nobody is named for it.

        Raises:
            DeskError: ``takeover.unknown``, ``takeover.other_desk``, ``takeover.closed``, what `tallied` raises,
                ``text.*``, ``shift.not_open``, ``paper.text_does_not_fit``, rights.
        """
        said = Closing(takeover, officer_name, officer_position, differs)
        with (
            self._journal.read() as reader
        ):  # three hundred lines are laid out before anybody else has to wait
            at = case_occasion(reader, session, Act.TAKE_RESULTS, self._clock, self._reference)
            shown = signed_book(reader, at, _open_book(reader, takeover), said)
            if not shown.is_empty:
                paper = book_paper(reader, self._reference, at, shown)
                check_paper(self._documents, RESULT_BOOK, result_book_values(paper))
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.TAKE_RESULTS, self._clock, self._reference)
            signed = signed_book(work, at, _open_book(work, takeover), said)
            beside = {OFFICER: signed.officer} if signed.officer else None
            how = Appending(at.user, parents=(signed.row.event,), happened=at.now, particulars=beside)
            event = work.append(signed.closing, how)
            jobs: tuple[int, ...] = ()
            if not signed.is_empty:
                proved = book_paper(work, self._reference, at, signed).proved_by(event)
                jobs = (queue_paper(work, RESULT_BOOK, signed.row.takeover, result_book_values(proved)),)
            work.commit()
        return ClosedBook(signed.row.takeover, event, jobs)

    def _most(self, at: Occasion) -> int:
        return self._reference.setting_int("takeover.items_max", at.on)

    def _kinds(self, at: Occasion, kinds: Sequence[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        most = self._reference.setting_int("tthc.copies_max", at.on)
        names = [kind for kind, _ in kinds]
        if not names or len(set(names)) < len(names):
            raise DeskError("takeover.kinds", "kinds")
        for kind, count in kinds:
            coded(self._reference, CodeList.RESULT_KIND, kind, at.on, "kinds")
            if not 1 <= count <= most:
                raise DeskError("takeover.pieces_range", "kinds", limit=most)
        return tuple(kinds)


def _open_book(reader: Reader, takeover: str) -> TakeoverRow:
    book = known_book(reader, takeover)
    desk = reader.desk()
    if desk is None or book.event.device != desk.device:
        raise DeskError("takeover.other_desk", "takeover", number=book.takeover)
    if book.closed_ms:
        raise DeskError("takeover.closed", "takeover", number=book.takeover)
    return book


def _further(reader: Reader, label: str, rule: NumberRule) -> str:
    return at_field(lambda: own_number(reader, label, service_prefixes(reader, rule)), "label")
