"""Ports of the day's board: what it asks of the store, as a Protocol.

Everything here is answered from what is counted along and from indexes: the board reads again every minute and at every event, all day.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kt1desk.domain.case import CaseState
from kt1desk.domain.service import Service
from kt1desk.services.day_rows import Coming, DayEdges, DayItem, DueCounts, HourCount, Lying, SeatCount


class DayReader(Protocol):
    """Counts and first rows of a day."""

    def accepted_on(self, business_date: str, offset_min: int) -> Sequence[HourCount]:
        """What this desk accepted in the shifts of a business date (ISO) and was not taken back, by hour, empty hours left out."""

    def seats(self, service: Service) -> Sequence[SeatCount]:
        """How many items each keeper of this point has in each state, those on a trip from here included."""

    def lying(self, service: Service, seat: SeatCount, here: str) -> Sequence[Lying]:
        """Which ways the items of a keeper and state go; ``here`` is this point."""

    def day_items(self, here: str, most: int) -> Sequence[DayItem]:
        """KT1 items that ask for something here, in no order: those with the first deadlines, and then those without any."""

    def coming(self, service: Service) -> Coming:
        """What is under way to this point."""

    def due_counts(self, states: Sequence[CaseState], edges: DayEdges) -> DueCounts:
        """Cases in some states by the day their result is due."""

    def untold(self) -> int:
        """Cases accepted here with an answer of their authority that the applicant was not told of."""

    def open_visits(self) -> int:
        """Visits that are planned and not done."""
