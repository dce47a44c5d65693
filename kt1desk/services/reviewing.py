"""Looking at what was done without a second person: another one says what he thinks of it.

Each service has its own: what was done with dossiers is looked at without a clearance and does not count where KT1 items are let go. This
module must not know how something came to be done without a second person (`kt1desk.services.confirming`).
"""

from __future__ import annotations

from typing import ClassVar

from kt1desk.domain.coded import CodeList, check_code
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event, EventId
from kt1desk.domain.facts import ExceptionReviewed
from kt1desk.domain.facts.dossier_custody import for_service
from kt1desk.domain.permissions import Act, act_for
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.service import Service
from kt1desk.services.custody_rows import ExceptionRow
from kt1desk.services.ports import Appending, Clock, Journal
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session


class Reviews:
    """What waits for somebody else's look, and his word."""

    service: ClassVar[Service] = Service.KT1

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def exceptions(self, session: Session) -> tuple[ExceptionRow, ...]:
        """What was done without a second person and nobody has looked at yet, oldest first.

        Raises:
            DeskError: rights.
        """
        with self._journal.read() as reader:
            require_now(session, act_for(self.service, Act.SEE_CUSTODY), reader.open_shift(), self._clock)
            return tuple(reader.exceptions(service=self.service))

    def review(self, session: Session, event: EventId, outcome: str) -> Event:
        """Somebody else looked at what was done without a second person.

        Raises:
            DeskError: ``approval.review_unknown``, ``approval.review_own``, ``code.unknown``, rights.
        """
        with self._journal.work() as work:
            act = act_for(self.service, Act.APPROVE_ITEM)
            on = require_now(session, act, work.open_shift(), self._clock)
            check_code(self._reference.coded, CodeList.REVIEW, outcome, on)
            waiting = work.exceptions(service=self.service)
            row = next((each for each in waiting if each.event == event), None)
            if row is None:
                raise DeskError("approval.review_unknown", "event")
            if row.user == session.actor.user_id:
                raise DeskError("approval.review_own", "event")
            fact = for_service(ExceptionReviewed(event.text, outcome, session.desk.point), self.service)
            how = Appending(session.actor.user_id, parents=(event,), happened=self._clock.now())
            made = work.append(fact, how)
            work.commit()
        return made
