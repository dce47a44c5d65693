"""Questions of the registers that are views: what was written between two moments, what was entered later, which agencies sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import bindparam, func, select

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.services.later_ports import LaterRow
from kt1desk.store import journal_span, received_span
from kt1desk.store.journal_span import Span
from kt1desk.store.reader_issued import IssuedRows
from kt1desk.store.report_tables import agency_day, later_entry
from kt1desk.store.statements import Prepared

_LATER = Prepared(
    select(
        *(later_entry.c[name] for name in ("device", "stream", "incarnation", "seq")),
        later_entry.c.number,
        later_entry.c.reason,
        later_entry.c.sheet,
        later_entry.c.user,
        later_entry.c.entered_ms,
    )
    .where(later_entry.c.number == bindparam("of_number"))
    .order_by(later_entry.c.id)
)
_SENDERS = Prepared(
    select(agency_day.c.agency, func.sum(agency_day.c["items"]))
    .where(agency_day.c.day >= bindparam("first"), agency_day.c.day <= bindparam("last"))
    .group_by(agency_day.c.agency)
)


class RegisterViewRows(IssuedRows):
    """Implements `kt1desk.services.register_ports.RegisterViewReader`."""

    def written_between(self, types: frozenset[str], first_ms: int, end_ms: int) -> Iterator[Event]:
        """See the port."""
        span = Span(first_ms, end_ms)
        yield from journal_span.written(self._connection, types, span)
        yield from received_span.written(self._connection, types, span)

    def later_of(self, number: str) -> LaterRow | None:
        """See the port."""
        rows = _LATER.all(self._connection, {"of_number": number})
        if not rows:
            return None
        device, stream, incarnation, seq, *rest = rows[0]
        return LaterRow(EventId(device, Stream(stream), incarnation, seq), *rest)

    def senders_between(self, first: str, last: str) -> Mapping[str, int]:
        """See the port."""
        rows = _SENDERS.all(self._connection, {"first": first, "last": last})
        return {str(agency): int(items) for agency, items in rows if items}
