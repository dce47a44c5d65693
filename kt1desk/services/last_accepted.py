"""What somebody accepted last in the shift that is open: the acceptance that he can take back at once, before he goes on.

Whether it may still be taken back is asked of the same rules as the taking back itself (`kt1desk.services.taken`). This module must not
know how it is taken back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kt1desk.domain.custody import Custody, State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.permissions import Act
from kt1desk.domain.reference import ReferenceData
from kt1desk.services.ports import Clock, Journal
from kt1desk.services.records import DossierRecord, ItemRecord, Records
from kt1desk.services.rights import require_now
from kt1desk.services.rows import DossierRow, ItemRow
from kt1desk.services.sessions import Session
from kt1desk.services.shifts import needed_shift
from kt1desk.services.taken import check_rights, dossier_taken, item_taken

_LOOKED_THROUGH = 50
"""So many of the newest acceptances of the shift are looked through: whoever works alone finds his own at once."""


@dataclass(frozen=True, slots=True)
class LastAccepted:
    """The newest acceptance of a person that was not taken back. ``why_not``: it cannot be taken back any more; None where it can."""

    record: ItemRecord | DossierRecord
    why_not: DeskError | None = None


class LastAcceptances:
    """Answers for the one who asks, about his own work."""

    def __init__(self, journal: Journal, reference: ReferenceData, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock
        self._records = Records(journal, reference, clock)

    def item(self, session: Session) -> LastAccepted:
        """The KT1 item he accepted last.

        Raises:
            DeskError: ``reversal.none_of_yours`` where he accepted none in this shift; ``shift.not_open``; rights.
        """
        with self._journal.read() as reader:
            shift = needed_shift(reader)
            on = require_now(session, Act.REVERSE_ITEM, shift, self._clock)
            rows = reader.items_of_shift(shift.shift, _LOOKED_THROUGH)
            row = next((row for row in rows if _is_own(row, session) and row.state != State.REVERSED), None)
            number = row.item if row is not None else ""
            why_not = (
                _refusal(lambda: check_rights(session.actor, item_taken(reader, number), on))
                if number
                else None
            )
        return self._found(session, number, why_not)

    def dossier(self, session: Session) -> LastAccepted:
        """The case he accepted last.

        Raises:
            DeskError: as `item`.
        """
        with self._journal.read() as reader:
            shift = needed_shift(reader)
            require_now(session, Act.REVERSE_DOSSIER, shift, self._clock)
            rows = reader.dossiers_of_shift(shift.shift, _LOOKED_THROUGH)
            row = next((row for row in rows if _is_own(row, session) and row.state != Custody.REVERSED), None)
            number = row.dossier if row is not None else ""
            why_not = _refusal(lambda: dossier_taken(reader, number)) if number else None
        return self._found(session, number, why_not)

    def _found(self, session: Session, number: str, why_not: DeskError | None) -> LastAccepted:
        record = self._records.find(session, number) if number else None
        if not isinstance(record, ItemRecord | DossierRecord):
            raise DeskError("reversal.none_of_yours", "item")
        return LastAccepted(record, why_not)


def _is_own(row: ItemRow | DossierRow, session: Session) -> bool:
    return row.user == session.actor.user_id


def _refusal(check: Callable[[], object]) -> DeskError | None:
    try:
        check()
    except DeskError as error:
        return error
    return None
