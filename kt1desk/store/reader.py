"""Questions to the store: the same inside a transaction and outside. Rows become values here.

Names of persons, and both parties of A, B and C items, are read from beside the event at the moment of asking: no projection keeps a copy
of them. Print jobs do, in the texts of their paper.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, bindparam, func, select

from kt1desk.domain.events import Event, EventId, Stream
from kt1desk.domain.service import Service
from kt1desk.services.rows import ItemRow, PaperRow, SearchHit
from kt1desk.store import doubts, entries, held_rows, item_rows, newest, papers, search
from kt1desk.store.held_rows import WAITING
from kt1desk.store.reader_registers import RegisterViewRows
from kt1desk.store.statements import Prepared
from kt1desk.store.tables import desk, pair

_RECEIVERS = Prepared(
    select(pair.c.receiver)
    .where(pair.c.sender == bindparam("of_sender"))
    .order_by(pair.c["count"].desc(), pair.c.last_ms.desc(), pair.c.receiver)
    .limit(bindparam("most"))
)


def _frequent(side: ColumnElement[str]) -> Prepared:
    """Pairs are few, however many items there are: one agency wrote to a few hundred others at most."""
    times, newest_ms = func.sum(pair.c["count"]), func.max(pair.c.last_ms)
    ordered = select(side).group_by(side).having(times > 0).order_by(times.desc(), newest_ms.desc(), side)
    return Prepared(ordered.limit(bindparam("most")))


_SENDING, _RECEIVING = _frequent(pair.c.sender), _frequent(pair.c.receiver)
_CHAINS = Prepared(select(desk.c.device, desk.c.incarnation))


class StoreReader(RegisterViewRows):
    """All of `kt1desk.services.ports.Reader`."""

    def item(self, item: str) -> ItemRow | None:
        """See `Reader.item`."""
        return item_rows.one(self._connection, item)

    def items_here(self, limit: int) -> Sequence[ItemRow]:
        """The newest items of KT1 with which this point must still do something, newest first."""
        return item_rows.among(
            self._connection, held_rows.newest(self._connection, Service.KT1, "", WAITING, limit)
        )

    def items_of_shift(self, shift: str, limit: int) -> Sequence[ItemRow]:
        """See `Reader.items_of_shift`."""
        return item_rows.of_shift(self._connection, shift, limit)

    def last_receivers(self, sender_agency: str, limit: int) -> Sequence[str]:
        """See `Reader.last_receivers`."""
        rows = _RECEIVERS.all(self._connection, {"of_sender": sender_agency, "most": limit})
        return [receiver for (receiver,) in rows]

    def frequent_agencies(self, limit: int, *, receiving: bool) -> Sequence[str]:
        """See `Reader.frequent_agencies`."""
        way = _RECEIVING if receiving else _SENDING
        return [agency for (agency,) in way.all(self._connection, {"most": limit})]

    def papers(self, item: str = "", limit: int = 50) -> Sequence[PaperRow]:
        """See `Reader.papers`."""
        return papers.newest(self._connection, item, limit)

    def paper(self, job: int) -> PaperRow:
        """See `Reader.paper`."""
        return papers.show(self._connection, job)

    def open_questions(self) -> Sequence[PaperRow]:
        """See `Reader.open_questions`."""
        return papers.questions(self._connection, self._clock.now().utc_ms)

    def search(self, text: str, kinds: Sequence[str], limit: int) -> Sequence[SearchHit]:
        """See `Reader.search`."""
        return search.find(self._connection, text, kinds, limit)

    def event(self, event_id: EventId) -> Event | None:
        """See `Reader.event`."""
        return entries.read(self._connection, event_id)

    def newest(self, stream: Stream, types: frozenset[str] = frozenset()) -> Iterator[Event]:
        """See `Reader.newest`."""
        return newest.events(self._connection, stream, types)

    def doubted_at(self) -> str:
        """See `SoundReader.doubted_at`."""
        return doubts.doubted_at(self._connection)

    def event_count(self) -> int:
        """See `Reader.event_count`."""
        chains = (
            entries.Chain(device, stream, incarnation)
            for device, incarnation in _CHAINS.all(self._connection)
            for stream in Stream
        )
        return sum(entries.head(self._connection, chain).seq for chain in chains)
