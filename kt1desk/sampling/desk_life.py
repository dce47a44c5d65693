"""Living through a plan at one desk: each act by the service that the counter calls for it.

This module must not know what is planned, nor whether each act is on the disk at once or many are written together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.shift import Drawer
from kt1desk.sampling.acts import (
    Act,
    CoverRefused,
    Day,
    DossierBrought,
    ItemBrought,
    ItemCorrected,
    ItemWithdrawn,
    NumberSpoilt,
    PaperAgain,
    ShiftBegun,
    ShiftEnded,
)
from kt1desk.sampling.virtual import VirtualClock
from kt1desk.services.acceptance import Acceptance
from kt1desk.services.dossiers import Dossiers
from kt1desk.services.numbers import Rolls, VoidReason, next_number, prefixes_for, void_number
from kt1desk.services.papers import Papers
from kt1desk.services.ports import Documents, Journal
from kt1desk.services.reversal import Reversals
from kt1desk.services.sessions import Session, begin_session
from kt1desk.services.shifts import Shifts, needed_shift


@dataclass(frozen=True, slots=True)
class Tools:
    """What a desk works with. ``papers_out`` lets every paper that waits count as printed: there is no printer."""

    journal: Journal
    reference: ReferenceData
    clock: VirtualClock
    documents: Documents
    papers_out: Callable[[], object]


class DeskLife:
    """The people of one desk at work. ``done`` counts their acts by kind."""

    def __init__(self, tools: Tools) -> None:
        journal, clock = tools.journal, tools.clock
        self.done: Counter[str] = Counter()
        self._tools = tools
        self._acceptance = Acceptance(journal, tools.reference, clock, tools.documents)
        services = (journal, tools.reference, clock, tools.documents)
        self._dossiers, self._reversals = Dossiers(*services), Reversals(*services)
        self._shifts, self._papers = Shifts(journal, clock), Papers(journal, clock)
        self._taken: list[str] = []
        with journal.read() as reader:
            self._sessions: Mapping[str, Session] = {
                row.user: begin_session(reader, row.user, {}) for row in reader.users()
            }

    def live(self, day: Day) -> None:
        """One day from its first act to its last.

        Raises:
            DeskError: what a service refuses; a plan that is refused is a fault of the plan.
        """
        self._tools.clock.begin(day.acts[0].at_ms)
        for act in day.acts:
            self._tools.clock.set(act.at_ms)
            self._do(act, day.date)
            self.done[type(act).__name__] += 1
        self._tools.papers_out()

    def _do(self, act: Act, day: date) -> None:
        session = self._sessions[act.user]
        match act:
            case ItemBrought(draft=draft):
                self._taken.append(self._acceptance.accept(session, draft).item)
            case DossierBrought(draft=dossier):
                self._dossiers.accept(session, dossier)
            case ItemCorrected(which=which, draft=draft):
                self._taken.append(self._acceptance.accept(session, draft, replaces=self._taken[which]).item)
            case ItemWithdrawn(which=which, reason=why):
                self._reversals.withdraw_item(session, self._taken[which], why)
            case PaperAgain():
                self._print_again(session, act)
            case CoverRefused(draft=draft, line=line):
                self._acceptance.refuse_cover(session, draft, line)
            case NumberSpoilt(reason=reason):
                self._spoil(session, reason, day)
            case ShiftBegun(business_date=business_date, float_dong=float_dong):
                self._taken = []
                self._shifts.open(session, business_date, float_dong)
            case ShiftEnded(difference_dong=difference):
                self._end_shift(session, difference)

    def _spoil(self, session: Session, reason: VoidReason, day: date) -> None:
        journal = self._tools.journal
        with journal.read() as reader:
            number = next_number(reader, prefixes_for(reader, self._tools.reference.number_rule(day)))
        void_number(Rolls(journal, self._tools.reference, self._tools.clock), session, number, reason)

    def _print_again(self, session: Session, act: PaperAgain) -> None:
        """The first copy came out before: nobody asks for a second one while it is on its way."""
        self._tools.papers_out()
        with self._tools.journal.read() as reader:
            papers = reader.papers(self._taken[act.which])
        job = next(paper.job for paper in papers if paper.role == act.role)
        self._papers.reprint(session, job, act.reason)

    def _end_shift(self, session: Session, difference_dong: int) -> None:
        with self._tools.journal.read() as reader:
            shift = needed_shift(reader)
        expected = Drawer(shift.float_dong, shift.cash_dong, shift.paid_dong).expected_dong
        self._shifts.close(session, max(0, expected + difference_dong))
