"""Half-done acceptances laid aside and taken up again, several at once.

An applicant fetches a missing paper while the next one is served, so a dossier's draft must wait without losing a line. This module must
not know where drafts are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.procedure import procedure_code
from kt1desk.services.dossier_drafts import DossierDraft
from kt1desk.services.draft_json import read, written
from kt1desk.services.drafts import AcceptanceDraft
from kt1desk.services.ports import Clock, Journal, Parking
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DraftKind, ParkedRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import local_date, local_time
from kt1desk.services.wording import secrecy_name
from kt1desk.services.wording_tthc import procedure_code_words

_MAX_TITLE = 120
_NOBODY = "Chưa có tên"
_NOTHING = "chưa chọn thủ tục"


class Aside:
    """What a clerk may do with half-done work."""

    def __init__(self, parking: Parking, journal: Journal, clock: Clock) -> None:
        self._parking = parking
        self._journal = journal
        self._clock = clock

    def park_dossier(self, session: Session, draft: DossierDraft, parked: int = 0) -> int:
        """Lay a dossier's draft aside, in the place ``parked`` where it was taken from, else in a new one; returns the place.

        Names of published papers are left to the published list, which knows them; they come back empty.

        Raises:
            DeskError: rights; ``parked.unknown``; ``canonical.size``; ``disk.*``.
        """
        self._check(session, Act.ACCEPT_DOSSIER)
        added = tuple(line if line.key.startswith("x") else replace(line, name="") for line in draft.papers)
        title = self._title(draft.applicant.name or _NOBODY, self._procedure_name(draft))
        value = written(replace(draft, papers=added))
        if parked:
            self._parking.replace(DraftKind.DOSSIER, parked, title, value)
            return parked
        return self._parking.park(DraftKind.DOSSIER, title, value)

    def dossiers(self, session: Session) -> Sequence[ParkedRow]:
        """Drafts of dossiers that lie aside, newest first.

        Raises:
            DeskError: rights.
        """
        self._check(session, Act.ACCEPT_DOSSIER)
        return self._parking.parked(DraftKind.DOSSIER)

    def dossier(self, session: Session, parked: int) -> DossierDraft:
        """One of them, to go on with; it lies there until it is dropped.

        Raises:
            DeskError: rights; ``parked.unknown``, ``parked.damaged``.
        """
        self._check(session, Act.ACCEPT_DOSSIER)
        return read(DossierDraft, self._parking.take(DraftKind.DOSSIER, parked))

    def drop_dossier(self, session: Session, parked: int) -> None:
        """Forget one of them: nobody comes back for it. One that is accepted goes with its acceptance.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        self._check(session, Act.ACCEPT_DOSSIER)
        self._parking.drop(DraftKind.DOSSIER, parked)

    def park_item(self, session: Session, draft: AcceptanceDraft, parked: int = 0) -> int:
        """The same for a KT1 item, for its owner alone: nobody else finds it. The title of one with a letter names nobody.

        Raises:
            DeskError: as `park_dossier`.
        """
        self._check_letter(session, draft)
        shown = (secrecy_name(draft.secrecy),) if draft.secrecy.is_marked else (draft.sender, draft.receiver)
        title = self._title(*(text for text in shown if text))
        if parked:
            self._parking.replace(own_items(session), parked, title, written(draft))
            return parked
        return self._parking.park(own_items(session), title, written(draft))

    def items(self, session: Session) -> Sequence[ParkedRow]:
        """The user's own drafts of KT1 items that lie aside, newest first.

        Raises:
            DeskError: rights.
        """
        self._check(session, Act.ACCEPT_ITEM)
        return self._parking.parked(own_items(session))

    def item(self, session: Session, parked: int) -> AcceptanceDraft:
        """One of them, to go on with.

        Raises:
            DeskError: rights; ``parked.unknown``, ``parked.damaged``.
        """
        self._check(session, Act.ACCEPT_ITEM)
        draft = read(AcceptanceDraft, self._parking.take(own_items(session), parked))
        self._check_letter(session, draft)
        return draft

    def drop_item(self, session: Session, parked: int) -> None:
        """As `drop_dossier`, for a KT1 item.

        Raises:
            DeskError: rights; ``disk.*``.
        """
        self._check(session, Act.ACCEPT_ITEM)
        self._parking.drop(own_items(session), parked)

    def _title(self, *parts: str) -> str:
        at = f"{local_time(self._clock.now()):%H:%M %d/%m}"
        return " · ".join((*(" ".join(part.split())[:_MAX_TITLE] for part in parts), at))

    def _procedure_name(self, draft: DossierDraft) -> str:
        try:
            code = procedure_code(draft.procedure)
        except DeskError:
            return _NOTHING
        with self._journal.read() as reader:
            row = reader.procedure(code, local_date(self._clock.now()))
        return row.name if row is not None else procedure_code_words(code)

    def _check(self, session: Session, act: Act) -> None:
        with self._journal.read() as reader:
            require_now(session, act, reader.open_shift(), self._clock)

    def _check_letter(self, session: Session, draft: AcceptanceDraft) -> None:
        self._check(session, Act.ACCEPT_SECRET_ITEM if draft.secrecy.is_marked else Act.ACCEPT_ITEM)


def own_items(session: Session) -> str:
    """Under which a user's drafts of KT1 items lie: who takes over at a shared counter is not shown what the other one had half typed."""
    return f"{DraftKind.ITEM}:{session.actor.user_id}"
