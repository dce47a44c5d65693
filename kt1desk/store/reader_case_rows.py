"""Questions about cases after their acceptance: where they stand, their covers, what is known of them.

Who applied is read from beside the acceptance at the moment of asking.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from itertools import islice

from sqlalchemy import bindparam, literal_column, select, text

from kt1desk.domain.case import OVER, CaseState
from kt1desk.domain.dossier import PaperLine
from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.facts.dossiers import DossierListed, read_lines
from kt1desk.domain.identifiers import normalise_number
from kt1desk.domain.service import Service
from kt1desk.services.case_rows import CaseQuery, CaseRow, CoverRow, DueQuery
from kt1desk.store import due_cases, received
from kt1desk.store.case_tables import (
    HAS_OFFICIAL,
    IDENTITY,
    NOT_TOLD,
    case_count,
    case_event,
    cover,
    dossier,
)
from kt1desk.store.case_values import CASES, COVERS, case, cover_row
from kt1desk.store.custody_tables import standing
from kt1desk.store.reader_waiting import WaitingRows
from kt1desk.store.statements import Prepared, Row
from kt1desk.store.tables import item

_BY_NUMBER = Prepared(CASES.where(dossier.c.dossier == bindparam("number")))
_BY_COVER = Prepared(
    CASES.where(
        dossier.c.dossier
        == select(cover.c.dossier).where(cover.c.item == bindparam("number")).scalar_subquery()
    )
)
_BY_OFFICIAL = Prepared(
    CASES.where(dossier.c.official == bindparam("number"), text(f"dossier.{HAS_OFFICIAL}")).order_by(
        dossier.c.state, dossier.c.id.desc()
    )
)
_COUNTS = Prepared(
    select(case_count.c.authority, case_count.c.stage, case_count.c.cases).order_by(
        case_count.c.authority, case_count.c.stage
    )
)
_NEWEST = Prepared(
    select(dossier.c.id)
    .where(dossier.c.stage == bindparam("of_stage"), dossier.c.authority == bindparam("of_authority"))
    .order_by(dossier.c.id.desc())
    .limit(bindparam("most"))
)
_BY_ROW = Prepared(CASES.where(dossier.c.id == bindparam("of_row")))
_NOTICES = Prepared(
    CASES.where(text(f"dossier.{NOT_TOLD.replace(' AND ', ' AND dossier.')}"))
    .order_by(dossier.c.decided_ms, literal_column("+dossier.id"))
    .limit(bindparam("most"))
)
_EVENTS = Prepared(
    select(*(case_event.c[name] for name in IDENTITY), case_event.c.type)
    .where(case_event.c.dossier == bindparam("of_dossier"))
    .order_by(case_event.c.hlc_ms, case_event.c.hlc_count, *(case_event.c[name] for name in IDENTITY))
)
_tthc = item.c.service == bindparam("of_service")
_COVER = Prepared(COVERS.where(item.c.item == bindparam("of_item"), _tthc))
_COVERS = Prepared(
    COVERS.where(cover.c.dossier == bindparam("of_dossier"), _tthc).order_by(
        cover.c.hlc_ms, cover.c.hlc_count, cover.c.item
    )
)
_POINT = Prepared(
    select(standing.c.point).where(standing.c.number == bindparam("of_item"), standing.c.kind == "item")
)


class CaseRows(WaitingRows):
    """Implements `kt1desk.services.case_ports.CaseReader`."""

    def case(self, number: str) -> CaseRow | None:
        """See `Reader.case`. Of several cases with one mã hồ sơ it is the newest that stands."""
        asked = {"number": normalise_number(number)}
        for way in (_BY_NUMBER, _BY_COVER, _BY_OFFICIAL):
            row = way.one(self._connection, asked)
            if row is not None:
                return case(row)
        return None

    def cases(self, query: CaseQuery) -> Sequence[CaseRow]:
        """See `Reader.cases`: asked only where the counts say that there are any, each place in the order of its rows."""
        wanted = query.states or tuple(state for state in CaseState if state not in OVER)
        places = [
            {"of_authority": authority, "of_stage": stage, "most": query.limit}
            for authority, stage, _ in _COUNTS.all(self._connection)
            if stage in wanted and query.authority in {"", authority}
        ]
        found = ([row for (row,) in _NEWEST.all(self._connection, place)] for place in places)
        return self._cases(islice(heapq.merge(*found, reverse=True), query.limit))

    def due_cases(self, query: DueQuery) -> Sequence[CaseRow]:
        """See `Reader.due_cases`."""
        return self._cases(due_cases.rows(self._connection, query))

    def slips_here(self, limit: int) -> Sequence[CaseRow]:
        """See `Reader.slips_here`."""
        return self._cases(due_cases.slips(self._connection, limit))

    def case_counts(self) -> Sequence[tuple[str, str, int]]:
        """See `Reader.case_counts`."""
        return [(authority, stage, cases) for authority, stage, cases in _COUNTS.all(self._connection)]

    def case_events(self, dossier: str) -> Sequence[Event]:
        """See `Reader.case_events`."""
        rows = _EVENTS.all(self._connection, {"of_dossier": dossier})
        found = (received.read_any(self._connection, _identity(row)) for row in rows)
        return [event for event in found if event is not None]

    def case_papers(self, dossier: str) -> Sequence[PaperLine]:
        """See `Reader.case_papers`."""
        rows = _EVENTS.all(self._connection, {"of_dossier": dossier})
        lists = (
            received.read_any(self._connection, _identity(row))
            for row in rows
            if row[4] == DossierListed.TYPE
        )
        return [line for event in lists if event is not None for line in read_lines(event.body())]

    def cover(self, item: str) -> CoverRow | None:
        """See `Reader.cover`."""
        row = _COVER.one(self._connection, {"of_item": normalise_number(item), "of_service": Service.TTHC})
        return None if row is None else self._cover(row)

    def covers_of(self, dossier: str) -> Sequence[CoverRow]:
        """See `Reader.covers_of`; a leg is among them from when somebody has it in hand."""
        asked = {"of_dossier": dossier, "of_service": Service.TTHC}
        return [self._cover(row) for row in _COVERS.all(self._connection, asked)]

    def notices(self, limit: int = 500) -> Sequence[CaseRow]:
        """See `Reader.notices`."""
        return [case(row) for row in _NOTICES.all(self._connection, {"most": limit})]

    def _cases(self, rows: Iterable[int]) -> Sequence[CaseRow]:
        return [case(row) for at in rows for row in _BY_ROW.all(self._connection, {"of_row": at})]

    def _cover(self, row: Row) -> CoverRow:
        at = _POINT.one(self._connection, {"of_item": row[0]})
        return cover_row(row, str(at[0]) if at is not None else row[-1])


def _identity(row: Row) -> EventId:
    device, stream, incarnation, seq = row[:4]
    return EventId(device, Stream(stream), incarnation, seq)
