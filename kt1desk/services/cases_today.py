"""How the dossiers of a point stand, in five figures that do not count the same cover twice.

A cover is either about to leave, or on its way from here, or waits for its applicant; a case is with its authority, or its applicant must
be told, or neither. This module must not know how a figure is shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import Holder, HolderKind, State
from kt1desk.domain.permissions import Act
from kt1desk.domain.service import Service
from kt1desk.services.ports import Clock, Journal, Reader
from kt1desk.services.rights import require_now
from kt1desk.services.sessions import Session

_WITH_AUTHORITY = frozenset(
    {CaseState.HANDED.value, CaseState.REGISTERED.value, CaseState.AWAITED.value, CaseState.SUPPLEMENT.value}
)
"""Its authority has the dossier, also while it waits for what it asked for."""
_OUT = frozenset({State.OUT, State.ATTEMPTED})
"""With a postman: neither waiting nor on a way from here."""
_MOST = 5_000


@dataclass(frozen=True, slots=True)
class CasesToday:
    """The figures.

    Attributes:
        waiting: covers in the hands of this point that leave it again, packed or not.
        under_way: covers that left here in a dispatch and have not arrived.
        at_authority: cases known here whose dossier is with its authority.
        results: covers that wait here for their applicants.
        notices: cases accepted here with an answer of their authority that the applicant was not told of.
    """

    waiting: int
    under_way: int
    at_authority: int
    results: int
    notices: int


class DossierDay:
    """Counts."""

    def __init__(self, journal: Journal, clock: Clock) -> None:
        self._journal = journal
        self._clock = clock

    def counts(self, session: Session) -> CasesToday:
        """The figures of this moment.

        Raises:
            DeskError: ``user.not_allowed``.
        """
        with self._journal.read() as reader:
            require_now(session, Act.SEE_DOSSIERS, reader.open_shift(), self._clock)
            for_applicants = {row.item for row in reader.waiting_results("", _MOST)}
            waiting, under_way = _covers(reader, for_applicants)
            states = (number for _, state, number in reader.case_counts() if state in _WITH_AUTHORITY)
            return CasesToday(
                waiting, under_way, sum(states), len(for_applicants), len(reader.notices(_MOST))
            )


def _covers(reader: Reader, for_applicants: set[str]) -> tuple[int, int]:
    """Covers about to leave, and those on their way from here."""
    waiting = under_way = 0
    for text, number in reader.holders(service=Service.TTHC):
        if Holder.parse(text).kind is HolderKind.TRIP:
            under_way += number
            continue
        held = reader.held(text, service=Service.TTHC)
        waiting += sum(row.item not in for_applicants and row.state not in _OUT for row in held)
    return waiting, under_way
