"""A half-done re-count laid aside and taken up again: a power cut in the middle of forty covers loses none of them.

The page lays it aside after each cover; nothing is an event before both sides sign. This module must not know where drafts are kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import authority
from kt1desk.services.draft_json import read, written
from kt1desk.services.handover_drafts import HandoverDraft
from kt1desk.services.ports import Clock, Journal, Parking
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DraftKind, ParkedRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, local_time

_NOT_CHOSEN = "Chưa chọn cơ quan"


class HandoversAside:
    """What a clerk may do with half-done hand-overs."""

    def __init__(self, parking: Parking, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._parking = parking
        self._journal = journal
        self._reference = reference
        self._clock = clock

    def park(self, session: Session, draft: HandoverDraft, parked: int = 0) -> int:
        """Lay it aside, in the place ``parked`` where it lies already, else in a new one; returns the place.

        Raises:
            DeskError: rights; ``parked.unknown``; ``canonical.size``; ``disk.*``.
        """
        self._check(session)
        now = self._clock.now()
        title = f"{self._name(draft)} · {len(draft.covers)} bì · {local_time(now):%H:%M %d/%m}"
        if parked:
            self._parking.replace(DraftKind.HANDOVER, parked, title, written(draft))
            return parked
        return self._parking.park(DraftKind.HANDOVER, title, written(draft))

    def parked(self, session: Session) -> Sequence[ParkedRow]:
        """What lies aside, newest first.

        Raises:
            DeskError: rights.
        """
        self._check(session)
        return self._parking.parked(DraftKind.HANDOVER)

    def resume(self, session: Session, parked: int) -> HandoverDraft:
        """One of them, to go on with; it lies there until it is handed over or dropped.

        Raises:
            DeskError: rights; ``parked.unknown``, ``parked.damaged``.
        """
        self._check(session)
        return read(HandoverDraft, self._parking.take(DraftKind.HANDOVER, parked))

    def drop(self, session: Session, parked: int) -> None:
        """Forget one of them: it is counted anew.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        self._check(session)
        self._parking.drop(DraftKind.HANDOVER, parked)

    def _name(self, draft: HandoverDraft) -> str:
        if not draft.authority:
            return _NOT_CHOSEN
        try:
            return authority(self._reference, draft.authority, local_date(self._clock.now())).name
        except DeskError:
            return draft.authority

    def _check(self, session: Session) -> None:
        with self._journal.read() as reader:
            require_now(session, Act.HAND_TO_AUTHORITY, reader.open_shift(), self._clock)
