"""Persons in the journal: a whole identity number is shown on request and each view is written down; what is long over is erased.

Luật 91/2025/QH15: kept for a purpose, looked at for a reason, erased when the time of the rule has come. The events and their hashes stay;
what stood beside them goes. This module must not know how the store erases.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.coded import CodeList
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.domain.facts import IdentityViewed, PersonsErased
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.case_steps import case_occasion, coded, known_case
from kt1desk.services.giving import applicant_fields
from kt1desk.services.ports import Appending, Clock, Journal, Parking
from kt1desk.services.purging import DraftRule, Outlived, Rule
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

EVENTS_PER_CHUNK = 400
"""References of so many events fit the body of one erasing."""


@dataclass(frozen=True, slots=True)
class PurgeDue:
    """What has outlived the rule of the day: how many cases, visits, records signed at authorities, all before ``before_day`` (ISO).

    ``drafts`` is how much half-done work was laid aside more than ``draft_days`` days ago.
    """

    cases: int
    visits: int
    records: int
    before_day: str
    keep_months: int
    rule: str
    drafts: int
    draft_days: int


@dataclass(frozen=True, slots=True)
class Purged:
    """What was erased: how many events lost what stood beside them, the records of it, and how much half-done work was dropped."""

    events: int
    records: tuple[Event, ...]
    drafts: int


class Privacy:
    """The use cases of what is known of natural persons."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock, parking: Parking) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock
        self._parking = parking

    def identity(self, session: Session, dossier: str, reason: str) -> str:
        """The whole number of an applicant's identity; that it was shown is on the disk before it is.

        Raises:
            DeskError: ``identity.case_unknown`` and ``identity.erased`` with ``number``, ``code.unknown``, ``shift.not_open``, rights,
                ``disk.*``.
        """
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.SEE_IDENTITY, self._clock, self._reference)
            coded(self._reference, CodeList.IDENTITY_VIEW, reason, at.on, "reason")
            case = known_case(work, dossier, "identity.case_unknown")
            told = applicant_fields(work, case)
            number = told.get("identity", "") or told.get("tax_code", "")
            if not number:
                raise DeskError("identity.erased", "dossier", number=case.dossier)
            fact = IdentityViewed(case.dossier, reason, at.point)
            work.append(fact, Appending(at.user, parents=(case.event,), happened=at.now))
            work.commit()
        return number

    def due(self, session: Session) -> PurgeDue:
        """What may be erased today.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            on = require_now(session, Act.ERASE_PERSONS, reader.open_shift(), self._clock)
            now = self._clock.now()
            rule, of_drafts = Rule.at(self._reference, on, now), DraftRule.at(self._reference, on, now)
            found = Outlived(reader, rule)
            cases, visits = sum(1 for _ in found.cases()), len(found.visits())
            records = len(found.records())
        drafts = len(of_drafts.outlived(self._parking))
        day = rule.before.isoformat()
        return PurgeDue(cases, visits, records, day, rule.months, rule.text, drafts, of_drafts.days)

    def erase(self, session: Session) -> Purged:
        """Erase it: part by part, each with the record of it in one transaction, so that a power cut leaves no part without one.

        Half-done work that lies aside too long is dropped after it; no event knew of it, so none tells of its end.

        Raises:
            DeskError: ``privacy.nothing`` where nothing is due; ``shift.not_open``, rights, ``disk.*``.
        """
        made: list[Event] = []
        erased = 0
        while part := self._erased(session):
            event, events = part
            made.append(event)
            erased += events
        drafts = self._dropped(session)
        if not made and not drafts:
            raise DeskError("privacy.nothing")
        return Purged(erased, tuple(made), drafts)

    def _dropped(self, session: Session) -> int:
        """Half-done work dropped piece by piece; how much."""
        with self._journal.read() as reader:
            on = require_now(session, Act.ERASE_PERSONS, reader.open_shift(), self._clock)
        old = DraftRule.at(self._reference, on, self._clock.now()).outlived(self._parking)
        for row in old:
            self._parking.drop(row.kind, row.parked)
        return len(old)

    def _erased(self, session: Session) -> tuple[Event, int] | None:
        with self._journal.work() as work:
            at = case_occasion(work, session, Act.ERASE_PERSONS, self._clock, self._reference)
            rule = Rule.at(self._reference, at.on, at.now)
            events = Outlived(work, rule).events(EVENTS_PER_CHUNK)
            if not events:
                return None
            fact = PersonsErased(rule.text, events, rule.before.isoformat(), at.point)
            event = work.append(fact, Appending(at.user, happened=at.now))
            work.commit()
        return event, len(events)
