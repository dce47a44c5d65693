"""How the dossiers of a point stand on a day: by where they are, and by the day their result is due.

A cover is about to leave, or on a way, or lies here for its authority or its applicant, or a postman has it; a case with its authority is
to be fetched or not yet. Nothing is counted twice within either. This module must not know how a figure is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kt1desk.domain.case import CaseState
from kt1desk.domain.custody import Holder, HolderKind, State
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import ReferenceData
from kt1desk.domain.reference_tthc import point_of_authority
from kt1desk.domain.service import Service
from kt1desk.services.day_rows import Coming, DueCounts, Lying, SeatCount, edges_of
from kt1desk.services.ports import Reader

_ASKED = (CaseState.HANDED, CaseState.REGISTERED, CaseState.AWAITED)
"""Its authority has it and owes a result by its day."""
_ENDED = (CaseState.REFUSED, CaseState.STOPPED)
"""Its papers come back."""
_WITH_AUTHORITY = frozenset({*_ASKED, CaseState.SUPPLEMENT})
_LIES = frozenset({State.ACCEPTED, State.STORED, State.ARRIVED, State.FORWARDED, State.RETURNING})
_OFFERED = frozenset({State.OUT, State.ATTEMPTED})


@dataclass(frozen=True, slots=True)
class CasesToday:
    """The figures of dossiers.

    Attributes:
        waiting: covers in the hands of this point that leave it for another, packed or not.
        under_way: covers that left here in a dispatch and have not arrived.
        coming: covers not confirmed yet of dispatches under way to here.
        to_hand: covers that lie here for authorities that this point serves.
        at_authority: cases with their authority of which nothing is to be fetched yet.
        to_fetch: cases with a way back whose day has come, and those whose papers come back: refused or stopped.
        to_give: covers that lie here for their applicants.
        out: covers that a postman has, or had in vain.
        untold: cases with an answer of their authority that the applicant was not told of.
        visits: visits that are planned and not done.
        due: cases that their authority owes a result for, by its day.
    """

    waiting: int = 0
    under_way: int = 0
    coming: Coming = field(default_factory=Coming)
    to_hand: int = 0
    at_authority: int = 0
    to_fetch: int = 0
    to_give: int = 0
    out: int = 0
    untold: int = 0
    visits: int = 0
    due: DueCounts = field(default_factory=DueCounts)


def cases_today(reader: Reader, reference: ReferenceData, here: str, today: date) -> CasesToday:
    """The figures of this moment."""
    found = _covers(reader, reference, here, today)
    due = reader.due_counts(_ASKED, edges_of(today))
    there = sum(cases for _, stage, cases in reader.case_counts() if stage in _WITH_AUTHORITY)
    ended = sum(reader.returning_counts(_ENDED).values())
    return replace(
        found,
        coming=reader.coming(Service.TTHC),
        at_authority=there - due.to_fetch,
        to_fetch=due.to_fetch + ended,
        untold=reader.untold(),
        visits=reader.open_visits(),
        due=due,
    )


def _covers(reader: Reader, reference: ReferenceData, here: str, on: date) -> CasesToday:
    """Covers of this point by what is to be done with them."""
    found = CasesToday()
    for seat in reader.seats(Service.TTHC):
        if Holder.parse(seat.keeper).kind is HolderKind.TRIP:
            found = replace(found, under_way=found.under_way + seat.items)
        elif seat.state is State.PACKED:
            found = replace(found, waiting=found.waiting + seat.items)
        elif seat.state in _OFFERED:
            found = replace(found, out=found.out + seat.items)
        elif seat.state in _LIES:
            for row in reader.lying(Service.TTHC, seat, here):
                found = _with(found, seat, row, _is_served(reference, row.authority, here, on))
    return found


def _with(found: CasesToday, seat: SeatCount, row: Lying, served: bool) -> CasesToday:
    if row.to_applicant and row.from_here and seat.state is not State.FORWARDED:
        return replace(found, to_give=found.to_give + row.items)
    if served and not row.to_applicant:
        return replace(found, to_hand=found.to_hand + row.items)
    return replace(found, waiting=found.waiting + row.items)


def _is_served(reference: ReferenceData, authority: str, here: str, on: date) -> bool:
    """Whether an authority's dossiers are handed over by this point."""
    try:
        return bool(authority) and point_of_authority(reference, authority, on) == here
    except DeskError:
        return False
