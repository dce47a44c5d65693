"""Questions of the rule that erases: which old cases, visits and signed records still name persons beside events.

Asked a few times a year, so the tables are walked through. This module must not know when a case is over.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Table, bindparam, exists, func, literal_column, or_, select

from kt1desk.domain.case import CaseState
from kt1desk.domain.events import EventId, Stream
from kt1desk.domain.facts import FeesRemitted, HandoverMade, TakeoverClosed
from kt1desk.store.case_tables import IDENTITY, case_event, dossier, visit
from kt1desk.store.mail_tables import received_beside
from kt1desk.store.reader_mail import MailRows
from kt1desk.store.statements import Prepared
from kt1desk.store.tables import event, particulars


def _names_somebody(told: Table) -> ColumnElement[bool]:
    """Whether something stands beside an event of a row, ours or received."""
    beside = (
        exists(select(rows.c.slot).where(*(rows.c[name] == told.c[name] for name in IDENTITY)))
        for rows in (particulars, received_beside)
    )
    return or_(*beside)


_STANDS_SINCE = (
    select(dossier.c.dossier)
    .where(dossier.c.since_ms < bindparam("before_ms"))
    .where(
        exists(
            select(case_event.c.seq).where(
                case_event.c.dossier == dossier.c.dossier, _names_somebody(case_event)
            )
        )
    )
    .order_by(dossier.c.since_ms, dossier.c.id)
    .limit(bindparam("most"))
)
_WANTED = func.json_each(bindparam("states")).table_valued("value")
_CASES = Prepared(_STANDS_SINCE.where(dossier.c.stage.in_(select(_WANTED.c.value))))
_VISITS = Prepared(
    select(*(visit.c[name] for name in IDENTITY))
    .where(visit.c.outcome != "", visit.c.until_ms < bindparam("before_ms"), _names_somebody(visit))
    .order_by(visit.c.until_ms, visit.c.id)
    .limit(bindparam("most"))
)

_SIGNED_WITH_AUTHORITIES: list[ColumnElement[str]] = [
    literal_column(f"'{fact.TYPE}'") for fact in (HandoverMade, TakeoverClosed, FeesRemitted)
]
_RECORDS = Prepared(
    select(*(event.c[name] for name in IDENTITY))
    .where(
        event.c.type.in_(_SIGNED_WITH_AUTHORITIES),
        literal_column("CAST(envelope AS TEXT) ->> '$.at[0]'") < bindparam("before_ms"),
        _names_somebody(event),
    )
    .order_by(event.c.id)
    .limit(bindparam("most"))
)


class OutlivedRows(MailRows):
    """Implements what `kt1desk.services.purging` asks of `kt1desk.services.case_ports`."""

    def outlived_cases(self, states: Sequence[CaseState], before_ms: int, limit: int) -> Sequence[str]:
        """See `CaseReader.outlived_cases`."""
        wanted = json.dumps([state.value for state in states])
        asked = {"states": wanted, "before_ms": before_ms, "most": limit}
        return [str(number) for (number,) in _CASES.all(self._connection, asked)]

    def outlived_records(self, before_ms: int, limit: int) -> Sequence[EventId]:
        """See `CounterBookReader.outlived_records`."""
        return self._named(_RECORDS, before_ms, limit)

    def outlived_visits(self, before_ms: int, limit: int) -> Sequence[EventId]:
        """See `CounterBookReader.outlived_visits`."""
        return self._named(_VISITS, before_ms, limit)

    def _named(self, way: Prepared, before_ms: int, limit: int) -> list[EventId]:
        rows = way.all(self._connection, {"before_ms": before_ms, "most": limit})
        return [
            EventId(device, Stream(stream), incarnation, seq) for device, stream, incarnation, seq in rows
        ]
