"""What the answers of a closing do: a paper in doubt is answered for, numbers that nobody can account for are voided.

All of it stands in the one commit of the closing and before it, by the acts that there are for it: what cannot be done refuses the closing,
and the clerk answers otherwise. This module must not know what is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kt1desk.domain.errors import DeskError
from kt1desk.domain.identifiers import number_at
from kt1desk.domain.print_job import JobState
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.settling import Answer, Asked, Question
from kt1desk.services.numbers import VoidReason, Voids
from kt1desk.services.papers import PaperAnswers, ReprintReason
from kt1desk.services.ports import Clock, Work
from kt1desk.services.sessions import Session
from kt1desk.services.settling_rows import Findings
from kt1desk.services.shift_events import read_shift
from kt1desk.services.shift_numbers import serials_of

MOST_VOIDED = 100
"""A voided number never comes back: where more than these are unknown, somebody took a label from the wrong roll."""


class Effects:
    """Does what was answered."""

    def __init__(self, reference: ReferenceData, clock: Clock) -> None:
        self._reference = reference
        self._voids = Voids(reference, clock)
        self._answers = PaperAnswers(clock)

    def carry_out(
        self, work: Work, session: Session, found: Findings, pairs: Iterable[tuple[Asked, str]]
    ) -> Findings:
        """Do it; returns what there is now.

        Raises:
            DeskError: ``settle.too_many_to_void`` with ``count`` and ``limit``; ``settle.paper_waits`` with ``job`` where it
                never left the queue; ``print.reversed``, rights.
        """
        voided: set[str] = set()
        for asked, answer in pairs:
            if asked.question is Question.PAPER and answer in {Answer.CAME_OUT, Answer.NOT_OUT}:
                for job in _jobs(found, asked):
                    self._answer(work, session, job, came_out=answer == Answer.CAME_OUT)
            if asked.question is Question.NUMBERS and answer == Answer.TO_VOID:
                voided.add(asked.about)
        return self._void(work, session, found, voided) if voided else found

    def _answer(self, work: Work, session: Session, job: int, *, came_out: bool) -> None:
        """One that only waits in the queue is let go: it has not been at a printer, so it is no second copy."""
        waits = work.paper(job).state == JobState.QUEUED.value
        if came_out and waits:
            raise DeskError("settle.paper_waits", "answers", job=job)
        if came_out:
            self._answers.seen(work, session, job)
        elif waits:
            self._answers.check_sending(work, session, work.paper(job))
            work.release_paper(job)
        else:
            self._answers.again(work, session, job, ReprintReason.IN_DOUBT)

    def _void(self, work: Work, session: Session, found: Findings, prefixes: set[str]) -> Findings:
        numbers = tuple(_unknown(found, prefixes))
        if len(numbers) > MOST_VOIDED:
            raise DeskError("settle.too_many_to_void", "answers", count=len(numbers), limit=MOST_VOIDED)
        for number in numbers:
            self._voids.write(work, session, number, VoidReason.MISSING)
        events = read_shift(work, found.shift, found.services)
        return replace(found, serials=serials_of(work, self._reference, found.shift, found.services, events))


def _jobs(found: Findings, asked: Asked) -> tuple[int, ...]:
    """The job that was asked about, or all of them where it was asked once."""
    return (int(asked.about),) if asked.about else found.papers


def _unknown(found: Findings, prefixes: set[str]) -> Iterator[str]:
    for each in found.serials:
        if each.prefix in prefixes:
            yield from (number_at(each.prefix, serial).text for serial in each.unknown)
