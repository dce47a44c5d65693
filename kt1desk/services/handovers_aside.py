"""Hand-overs that were begun and not made: kept after each cover, one for each authority, so that a restart loses no count.

This module must not know where drafts are kept.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.permissions import Act
from kt1desk.services.draft_json import read, written
from kt1desk.services.handover_drafts import HandoverDraft
from kt1desk.services.ports import Clock, Journal, Parking
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DraftKind
from kt1desk.services.sessions import Session


@dataclass(frozen=True, slots=True)
class KeptHandover:
    """A hand-over as far as it has come, and the place where it lies."""

    parked: int
    draft: HandoverDraft


class HandoversAside:
    """What a clerk may do with half-done hand-overs."""

    def __init__(self, parking: Parking, journal: Journal, clock: Clock) -> None:
        self._parking = parking
        self._journal = journal
        self._clock = clock

    def kept(self, session: Session) -> tuple[KeptHandover, ...]:
        """All of them, newest first.

        Raises:
            DeskError: rights; ``parked.damaged``.
        """
        self._check(session)
        places = [row.parked for row in self._parking.parked(DraftKind.HANDOVER)]
        return tuple(
            KeptHandover(place, read(HandoverDraft, self._parking.take(DraftKind.HANDOVER, place)))
            for place in places
        )

    def keep(self, session: Session, draft: HandoverDraft, parked: int = 0) -> int:
        """Keep one, in the place ``parked`` where it lies, else in a new one; returns the place. Its title names nobody.

        Raises:
            DeskError: rights; ``parked.unknown``; ``canonical.size``; ``disk.*``.
        """
        self._check(session)
        value = written(draft)
        if parked:
            self._parking.replace(DraftKind.HANDOVER, parked, draft.authority, value)
            return parked
        return self._parking.park(DraftKind.HANDOVER, draft.authority, value)

    def drop(self, session: Session, parked: int) -> None:
        """Forget one of them. One that is made goes with its record.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        self._check(session)
        self._parking.drop(DraftKind.HANDOVER, parked)

    def _check(self, session: Session) -> None:
        with self._journal.read() as reader:
            require_now(session, Act.HAND_TO_AUTHORITY, reader.open_shift(), self._clock)
