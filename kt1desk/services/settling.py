"""Settling a shift: what was counted and seen against the books, each question once, both sign, and then it is locked.

The answers, what was seen and missing, and the closing itself stand in one commit: a shift is either settled whole or still open. What a
closed shift had wrong is put right in the next one (`kt1desk.services.drawer_book`). This module must not know how a thing is scanned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from kt1desk.domain.coded import CodeList, check_code, word_for, words_of
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, Moment
from kt1desk.domain.facts import ShiftSettled
from kt1desk.domain.permissions import Act, permits
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.domain.settling import ALONE, KT1_UNCOUNTED, Answer, Asked, Question, answered, check_reason
from kt1desk.services import confirming
from kt1desk.services.confirming import Confirmations
from kt1desk.services.custody_papers import check_paper, paper_head, queue_paper
from kt1desk.services.custody_steps import Occasion
from kt1desk.services.ports import Appending, Clock, Documents, Journal, Reader, Work
from kt1desk.services.record_check import require_sound
from kt1desk.services.rights import day_of_rights, require_now
from kt1desk.services.rows import ShiftRow
from kt1desk.services.sessions import Session, actor_of
from kt1desk.services.settling_effects import Effects
from kt1desk.services.settling_ports import Surroundings
from kt1desk.services.settling_questions import Looking, questions_of
from kt1desk.services.settling_rows import (
    Around,
    Counted,
    Findings,
    Settled,
    SettleDraft,
    SettlingView,
)
from kt1desk.services.shift_events import read_shift
from kt1desk.services.shift_numbers import serials_of, written_numbers
from kt1desk.services.shift_paper import (
    CASH_RECORD,
    SHIFT_REPORT,
    ShiftPaper,
    cash_record_values,
    shift_paper_number,
    shift_report_values,
)
from kt1desk.services.shift_things import counted_parts, things_here
from kt1desk.services.shifts import closed_shift, needed_shift, without_items


@dataclass(frozen=True, slots=True)
class _Checked:
    """A closing that nothing speaks against."""

    found: Findings
    asked: tuple[Asked, ...]
    answers: tuple[tuple[str, str], ...]
    draft: SettleDraft

    @property
    def taker(self) -> str:
        """Id of the second person, "" for none."""
        return self.draft.taker.second if self.draft.taker is not None else ""

    @property
    def manner(self) -> str:
        """How the second person signed."""
        return self.draft.taker.manner.value if self.draft.taker is not None else ALONE

    @property
    def pairs(self) -> tuple[tuple[Asked, str], ...]:
        """Every question with its answer."""
        return tuple((each, answer) for each, (_, answer) in zip(self.asked, self.answers, strict=True))

    @property
    def _uncounted(self) -> tuple[tuple[str, str], ...]:
        """Said whether there was any item or not: that alone would tell of some."""
        return () if self.found.counts_items else ((KT1_UNCOUNTED, Answer.NEXT_SHIFT),)

    def settled(self, point: str) -> ShiftSettled:
        """As it is written down."""
        found, closing = self.found, self.found.closing
        return ShiftSettled(
            shift=closing.shift,
            counted_dong=closing.counted_dong,
            expected_dong=closing.expected_dong,
            point=point,
            notes=tuple((str(value), pieces) for value, pieces in self.draft.counted.notes if pieces),
            kinds=tuple((each.kind, each.received_dong - each.paid_dong) for each in found.cash),
            reason=self.draft.reason,
            handed_to=self.taker,
            manner=self.manner,
            asked=(*self.answers, *self._uncounted),
            numbers=written_numbers(found.serials, found.seals),
        )


class Settling:
    """The end of a shift."""

    def __init__(
        self,
        journal: Journal,
        reference: ReferenceData,
        clock: Clock,
        documents: Documents,
        around: Surroundings,
    ) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._documents = documents
        self._around = around
        self._looking = Looking(reference, clock)
        self._rules = Confirmations(reference, clock)
        self._effects = Effects(reference, clock)

    def view(self, session: Session) -> SettlingView:
        """What must be seen and counted.

        Raises:
            DeskError: ``shift.not_open``, rights.
        """
        with self._journal.read() as reader:
            shift = self._shift(reader, session)
            services = self._looking.services(reader, session)
            events = read_shift(reader, shift, services)
            day = date.fromisoformat(shift.business_date)
            values = {row.value_dong for row in self._reference.denominations if row.holds(day)}
            return SettlingView(
                shift=shift if Service.KT1 in services else without_items(shift),
                things=things_here(reader, session, self._clock),
                denominations=tuple(sorted(values, reverse=True)),
                reasons=words_of(self._reference.coded, CodeList.CASH_DIFFERENCE, day),
                serials=serials_of(reader, self._reference, shift, services, events),
                seals=tuple(reversed(events.seals)),
                kinds=tuple(row.kind for row in reader.cash_by_kind(shift.shift)),
                one_person=self._may_be_alone(reader, session, shift),
            )

    def questions(self, session: Session, counted: Counted) -> tuple[Asked, ...]:
        """What is to be asked after this was counted, each once.

        Raises:
            DeskError: ``shift.not_open``, ``shift.denomination_unknown``, ``shift.count_*``, ``record.doubted``, rights.
        """
        around = self._look_around(session)
        with self._journal.read() as reader:
            self._shift(reader, session)
            return questions_of(self._looking.all_of(reader, session, counted, around))

    def close(self, session: Session, draft: SettleDraft) -> Settled:
        """Write everything down and close the shift for ever; both papers are queued.

        Raises:
            DeskError: ``shift.*``, ``settle.*``, ``record.doubted``, ``code.unknown``, ``approval.*`` for who signs as second,
                ``paper.text_does_not_fit``, what speaks against doing what was answered (`Effects`), rights. Nothing is written then.
        """
        around = self._look_around(session)
        with self._journal.read() as reader:  # both papers are laid out before anybody else has to wait
            checked = self._checked(reader, session, draft, around)
            for template, values in self._papers(reader, session, checked, self._clock.now()):
                check_paper(self._documents, template, values)
        with self._journal.work() as work:
            checked = self._checked(work, session, draft, around)
            found = self._effects.carry_out(work, session, checked.found, checked.pairs)
            made = self._write(work, session, replace(checked, found=found))
            work.commit()
        return made

    def _look_around(self, session: Session) -> Around:
        """Before the transaction begins: what lies about is kept elsewhere. Whoever may not close a shift looks at nothing."""
        with self._journal.read() as reader:
            self._shift(reader, session)
        return Around(self._around.unsent(), self._around.aside(session))

    def _shift(self, reader: Reader, session: Session) -> ShiftRow:
        shift = needed_shift(reader)
        require_now(session, Act.CLOSE_SHIFT, shift, self._clock)
        require_sound(reader)
        return shift

    def _may_be_alone(self, reader: Reader, session: Session, shift: ShiftRow) -> bool:
        """At points with one person; and where this desk knows nobody else who may take a drawer over, for else it could never close."""
        on = day_of_rights(shift, self._clock)
        others = (row for row in reader.users() if row.active and row.user != session.actor.user_id)
        return self._rules.is_one_person(session, on) or not any(
            permits(actor_of(reader, row), Act.TAKE_OVER_SHIFT, on) for row in others
        )

    def _checked(self, reader: Reader, session: Session, draft: SettleDraft, around: Around) -> _Checked:
        shift = self._shift(reader, session)
        found = self._looking.all_of(reader, session, draft.counted, around)
        check_reason(found.closing.difference_dong, draft.reason, found.bound)
        if draft.reason:
            day = date.fromisoformat(shift.business_date)
            check_code(self._reference.coded, CodeList.CASH_DIFFERENCE, draft.reason, day)
        asked = questions_of(found)
        # The difference is answered by its reason.
        given = {each.key: Answer.EXPLAINED for each in asked if each.question is Question.DIFFERENCE}
        answers = answered(asked, {**draft.answers, **given})
        self._check_taker(reader, session, shift, draft)
        return _Checked(found, asked, answers, draft)

    def _check_taker(self, reader: Reader, session: Session, shift: ShiftRow, draft: SettleDraft) -> None:
        if draft.taker is not None:
            asked = confirming.Asked(Act.TAKE_OVER_SHIFT)
            self._rules.check(reader, session, asked, draft.taker)
        elif not draft.alone:
            raise DeskError("settle.taker_missing", "user")
        elif not self._may_be_alone(reader, session, shift):
            raise DeskError("settle.alone_not_here", "user")

    def _write(self, work: Work, session: Session, checked: _Checked) -> Settled:
        found, user, now = checked.found, session.actor.user_id, self._clock.now()
        seen, point = checked.draft.counted.seen, session.desk.point
        for part in counted_parts(found.things, seen, found.shift.shift, point):
            work.append(part, Appending(user, checked.taker, happened=now))
        event = work.append(checked.settled(point), Appending(user, checked.taker, happened=now))
        closed_shift(work, found.closing, Appending(user, checked.taker, (event.id,), now))
        number = shift_paper_number(point, session.desk.device, found.shift.shift)
        jobs = [
            queue_paper(work, template, number, values)
            for template, values in self._papers(work, session, checked, now, event)
        ]
        return Settled(
            closing=found.closing,
            asked=checked.pairs,
            reason=checked.draft.reason,
            taker=checked.taker,
            manner=checked.manner,
            event=event,
            jobs=tuple(jobs),
        )

    def _papers(
        self, reader: Reader, session: Session, checked: _Checked, now: Moment, event: Event | None = None
    ) -> Iterator[tuple[str, Mapping[str, str]]]:
        """The texts of the report and of the record of cash, proved by the event where there is one already."""
        found, on = checked.found, date.fromisoformat(checked.found.shift.business_date)
        at = Occasion(session, found.shift, on, now)
        taker = reader.user(checked.taker) if checked.taker else None
        head = partial(paper_head, self._reference, at)
        paper = ShiftPaper(
            head=head(SHIFT_REPORT),
            number=shift_paper_number(at.point, session.desk.device, found.shift.shift),
            found=found,
            notes=checked.draft.counted.notes,
            asked=checked.pairs,
            reason=self._reason(checked.draft.reason),
            taker=taker.name if taker is not None else "",
            manner=checked.manner,
            reference=self._reference,
            zero_tens=self._reference.zero_tens(on),
        )
        if event is not None:
            paper = paper.proved_by(event)
        yield SHIFT_REPORT, shift_report_values(paper)
        record = paper.headed(head(CASH_RECORD))
        yield CASH_RECORD, cash_record_values(record if event is None else record.proved_by(event))

    def _reason(self, code: str) -> str:
        return word_for(self._reference.coded, CodeList.CASH_DIFFERENCE, code) if code else ""
