"""How far the projecting has got: which events wait, which were followed.

Rows of the schema ``projecting`` and of the ledger, inside the caller's transaction. This module must not know what follows from an event.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from kt1desk.centre.cluster_sql import Connection
from kt1desk.domain.events import Envelope, Event, EventId, HybridTime, Stream

_LOCK = "SELECT pg_advisory_xact_lock(hashtext('kt1desk.projecting'))"
_DESKS = """SELECT DISTINCT c.device FROM ledger.chain c
  LEFT JOIN projecting.place p ON p.device = c.device AND p.stream = c.stream AND p.incarnation = c.incarnation
  WHERE c.device > 0 AND c.seq > coalesce(p.seq, 0) ORDER BY 1"""
_CHAINS = """SELECT c.stream, c.incarnation, coalesce(p.seq, 0), c.seq FROM ledger.chain c
  LEFT JOIN projecting.place p ON p.device = c.device AND p.stream = c.stream AND p.incarnation = c.incarnation
  WHERE c.device = %s AND c.seq > coalesce(p.seq, 0) ORDER BY 1, 2"""
COLUMNS = """e.device, e.stream, e.incarnation, e.seq, e.type, e.version, e.hlc_ms, e.hlc_count,
  e.envelope, e.body, e.prev, e.hash"""
_EVENTS = f"""SELECT {COLUMNS} FROM ledger.event e
  WHERE e.device = %s AND e.stream = %s AND e.incarnation = %s AND e.seq > %s AND e.seq <= %s ORDER BY e.seq LIMIT %s"""  # noqa: S608
_FOLLOWED = f"""SELECT {COLUMNS} FROM ledger.event e JOIN projecting.place p
  ON p.device = e.device AND p.stream = e.stream AND p.incarnation = e.incarnation AND e.seq <= p.seq
  ORDER BY e.hlc_ms, e.hlc_count, e.device, e.stream, e.incarnation, e.seq"""  # noqa: S608 - names of our own
_PASSED = """INSERT INTO projecting.place (device, stream, incarnation, seq, hlc_ms, hlc_count) VALUES (%s, %s, %s, %s, %s, %s)
  ON CONFLICT (device, stream, incarnation) DO UPDATE SET seq = excluded.seq, hlc_ms = excluded.hlc_ms, hlc_count = excluded.hlc_count"""
_FRONT = "SELECT hlc_ms, hlc_count FROM projecting.place WHERE device = %s ORDER BY 1 DESC, 2 DESC LIMIT 1"
_HEARD = """SELECT hlc_ms, hlc_count FROM ledger.event WHERE device = %s AND stream = %s
  ORDER BY incarnation DESC, seq DESC LIMIT 1"""
_STANDS = """INSERT INTO access.desk (device, point) VALUES (%s, %s)
  ON CONFLICT (device) DO UPDATE SET point = excluded.point"""

_FORGET = (
    "DELETE FROM projecting.awaited WHERE at_desk = %s",
    "DELETE FROM projecting.stuck WHERE at_desk = %s",
    "DELETE FROM projecting.anew WHERE at_desk = %s",
    "DELETE FROM projecting.place WHERE device = %s",
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One event of the ledger as it lies there, nothing read into it yet."""

    id: EventId
    type: str
    version: int
    hlc: HybridTime
    _bytes: tuple[bytes, bytes, bytes, bytes] = field(repr=False)

    @classmethod
    def of(cls, row: Sequence[Any]) -> Waiting:
        """A row of the columns that all questions here ask for."""
        device, stream, incarnation, seq, kind, version, hlc_ms, hlc_count, *data = row
        envelope, body, prev, hashed = data
        return cls(
            EventId(device, Stream(stream), incarnation, seq),
            kind,
            version,
            HybridTime(hlc_ms, hlc_count),
            (envelope, body, prev, hashed),
        )

    @property
    def hash(self) -> bytes:
        """What its desk made of it."""
        return self._bytes[3]

    def event(self) -> Event:
        """The event in it.

        Raises:
            DeskError: ``canonical.*`` or ``event.*`` where its envelope cannot be read.
        """
        envelope, body, prev, hashed = self._bytes
        return Event(Envelope.decode(envelope), prev, hashed, envelope, body)


class Book:
    """How far it has got, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def lock(self) -> None:
        """Nobody else projects until this transaction ends."""
        self._connection.execute(_LOCK)

    def desks(self) -> list[int]:
        """Desks of which events wait."""
        return [int(device) for (device,) in self._connection.execute(_DESKS).fetchall()]

    def next(self, device: int, most: int) -> list[Waiting]:
        """The next events of a desk, of all its chains together, in the order in which they were written."""
        chains = self._connection.execute(_CHAINS, (device,)).fetchall()
        found = [
            map(Waiting.of, self._connection.execute(_EVENTS, (device, *chain, most)).fetchall())
            for chain in chains
        ]
        merged = heapq.merge(*found, key=lambda each: (each.hlc, each.id))
        return [each for _, each in zip(range(most), merged, strict=False)]

    def followed(self) -> Iterator[Waiting]:
        """Every event that was followed, of all desks, oldest first."""
        with self._connection.cursor("followed") as cursor:
            for row in cursor.execute(_FOLLOWED):
                yield Waiting.of(row)

    def passed(self, events: Iterable[Waiting]) -> None:
        """These were followed, each chain as far as its last one."""
        last = {(each.id.device, each.id.stream, each.id.incarnation): each for each in events}
        for (device, stream, incarnation), each in last.items():
            self._connection.execute(
                _PASSED, (device, stream.value, incarnation, each.id.seq, each.hlc.ms, each.hlc.count)
            )

    def front(self, device: int) -> HybridTime:
        """The latest time of an event of a desk that was followed."""
        row = self._connection.execute(_FRONT, (device,)).fetchone()
        return HybridTime(*row) if row is not None else HybridTime()

    def heard(self, device: int, stream: Stream) -> HybridTime:
        """The time of the last event of a stream that came."""
        row = self._connection.execute(_HEARD, (device, stream.value)).fetchone()
        return HybridTime(*row) if row is not None else HybridTime()

    def forget(self, at_desk: int) -> None:
        """A desk begins with its first event; what is stuck or awaited there, too."""
        for statement in _FORGET:
            self._connection.execute(statement, (at_desk,))

    def stands_at(self, device: int, point: str) -> None:
        """At which point a desk stands, for who may read what of it."""
        self._connection.execute(_STANDS, (device, point))
