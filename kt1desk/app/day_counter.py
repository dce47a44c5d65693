"""What the page of the day needs, by the services of an open desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kt1desk.app.counter import short_name
from kt1desk.app.desk import OpenDesk
from kt1desk.desktop.needs import TodayView
from kt1desk.domain.events import Moment
from kt1desk.domain.service import Service
from kt1desk.services.cases_today import CasesToday, DossierDay
from kt1desk.services.rows import ItemRow, WaitingItem
from kt1desk.services.shifts import local_time

_ALL_OF_A_SHIFT = 2_000
_HOURS = 7


class DayCounter:
    """Implements `TodayNeeds`."""

    def __init__(self, desk: OpenDesk) -> None:
        self._desk = desk

    def today(self) -> TodayView:
        """See the port."""
        desk, now = self._desk, self._desk.clock.now()
        rows = desk.board.day(desk.session, _ALL_OF_A_SHIFT)
        items, dossiers = rows.kept
        shift = rows.shift.shift if rows.shift is not None else ""
        return TodayView(
            shift_open=rows.shift is not None,
            accepted=items,
            waiting=len(rows.waiting),
            late=sum(0 < row.deadline_ms < now.utc_ms for row in rows.waiting),
            appointed=sum(row.agreed_ms > 0 for row in rows.waiting),
            questions=rows.questions,
            numbers_left=rows.numbers.left,
            numbers_low=rows.numbers.low,
            hours=_by_hour([row for row in rows.waiting if row.shift == shift], now.offset_min),
            items=tuple(_as_said(desk, row) for row in rows.items),
            now_ms=now.utc_ms,
            offset_min=now.offset_min,
            dossiers=dossiers,
            sees_items=rows.sees_items,
            cases=self._cases(),
        )

    def _cases(self) -> CasesToday | None:
        desk = self._desk
        if Service.TTHC.value not in desk.session.desk.services:
            return None
        return DossierDay(desk.store, desk.clock).counts(desk.session)


def _by_hour(rows: Sequence[WaitingItem], offset_min: int) -> tuple[tuple[str, int], ...]:
    hours = Counter(local_time(Moment(row.accepted_ms, offset_min)).hour for row in rows)
    return tuple((f"{hour}h", hours[hour]) for hour in sorted(hours))[-_HOURS:]


def _as_said(desk: OpenDesk, row: ItemRow) -> ItemRow:
    """With the receiver's short name: a line of a table has no room for «Ủy ban nhân dân» in front of each."""
    if row.receiver is None:
        return row
    return replace(row, receiver=replace(row.receiver, name=short_name(desk, row.receiver)))
