"""What the projecting put aside: events a desk took in before they came, events that could not be followed, desks to be made anew.

Rows of the schema ``projecting``, inside the caller's transaction. This module must not know what follows from an event.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kt1desk.centre.cluster_sql import Connection
from kt1desk.centre.projecting_rows import COLUMNS, Waiting
from kt1desk.domain.events import EventId

_IS_HERE = "SELECT 1 FROM ledger.event WHERE device = %s AND stream = %s AND incarnation = %s AND seq = %s AND type <> ''"
_AWAIT = """INSERT INTO projecting.awaited (device, stream, incarnation, seq, at_desk, hash) VALUES (%s, %s, %s, %s, %s, %s)
  ON CONFLICT DO NOTHING"""
_CAME = f"""SELECT a.at_desk, a.hash, {COLUMNS} FROM projecting.awaited a JOIN ledger.event e
  ON e.device = a.device AND e.stream = a.stream AND e.incarnation = a.incarnation AND e.seq = a.seq AND e.type <> ''
  ORDER BY a.at_desk, e.hlc_ms, e.hlc_count LIMIT %s"""  # noqa: S608 - names of our own
_NOT_AWAITED = """DELETE FROM projecting.awaited
  WHERE device = %s AND stream = %s AND incarnation = %s AND seq = %s AND at_desk = %s"""
_OF_EVENT = "device = %s AND stream = %s AND incarnation = %s AND seq = %s"
_TRIES = f"SELECT coalesce(max(tries), 0) FROM projecting.stuck WHERE {_OF_EVENT}"  # noqa: S608
_FREE = f"DELETE FROM projecting.stuck WHERE {_OF_EVENT} AND at_desk = %s"  # noqa: S608
_STUCK = """INSERT INTO projecting.stuck (device, stream, incarnation, seq, at_desk, type, version, state, reason, tries, since_ms)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (at_desk, device, stream, incarnation, seq)
  DO UPDATE SET state = excluded.state, reason = excluded.reason, tries = excluded.tries"""
_ALARM = """INSERT INTO ledger.alarm (what, subject, detail, owner, first_ms, last_ms, times) VALUES (%s, %s, %s, 'operator', %s, %s, 1)
  ON CONFLICT (what, subject) WHERE ended_ms IS NULL DO UPDATE SET last_ms = excluded.last_ms, times = ledger.alarm.times + 1"""
_OLD = "SELECT DISTINCT at_desk, type, version FROM projecting.stuck WHERE state = 'needs_upgrade'"
_STUCK_AT = f"""SELECT {COLUMNS} FROM projecting.stuck s JOIN ledger.event e
  ON e.device = s.device AND e.stream = s.stream AND e.incarnation = s.incarnation AND e.seq = s.seq
  WHERE s.at_desk = %s AND s.state = 'needs_upgrade' ORDER BY e.hlc_ms, e.hlc_count"""  # noqa: S608 - names of our own
_ANEW = "INSERT INTO projecting.anew (at_desk, reason) VALUES (%s, %s) ON CONFLICT DO NOTHING"
_TO_MAKE = "SELECT at_desk FROM projecting.anew ORDER BY at_desk"

TRYING, PARKED, NEEDS_UPGRADE = "trying", "parked", "needs_upgrade"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an event could not be followed at a desk; ``state`` is `PARKED` or `NEEDS_UPGRADE` once nobody tries any more."""

    at_desk: int
    reason: str
    state: str


class Aside:
    """All of it, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def is_here(self, event_id: EventId) -> bool:
        """Whether an event has come to the centre and can be read."""
        return self._connection.execute(_IS_HERE, event_id.as_json()).fetchone() is not None

    def wait_for(self, event_id: EventId, hashed: str, at_desk: int) -> None:
        """A desk took this event in, and it is not here yet."""
        self._connection.execute(_AWAIT, (*event_id.as_json(), at_desk, bytes.fromhex(hashed)))

    def came(self, most: int) -> list[tuple[int, bytes, Waiting]]:
        """Events that were waited for and are here now: at which desk, the hash that it took in, the event."""
        rows = self._connection.execute(_CAME, (most,)).fetchall()
        return [(at_desk, hashed, Waiting.of(rest)) for at_desk, hashed, *rest in rows]

    def waits_no_more(self, event_id: EventId, at_desk: int) -> None:
        """That one is settled."""
        self._connection.execute(_NOT_AWAITED, (*event_id.as_json(), at_desk))

    def tries(self, event_id: EventId) -> int:
        """How often an event was tried in vain."""
        row = self._connection.execute(_TRIES, event_id.as_json()).fetchone()
        return int(row[0]) if row is not None else 0

    def stuck(self, each: Waiting, faults: Sequence[Fault], tries: int, now_ms: int) -> None:
        """An event could not be followed; who looks after the centre is told once it is not tried any more."""
        for fault in faults:
            values = (each.type, each.version, fault.state, fault.reason, tries, now_ms)
            self._connection.execute(_STUCK, (*each.id.as_json(), fault.at_desk, *values))
            if fault.state != TRYING:
                what, subject = "projecting", f"{each.id.text} {fault.at_desk}"
                detail = f"{each.type} {fault.reason}"
                self._connection.execute(_ALARM, (what, subject, detail, now_ms, now_ms))

    def free(self, event_id: EventId, at_desk: int) -> None:
        """It was followed after all."""
        self._connection.execute(_FREE, (*event_id.as_json(), at_desk))

    def upgraded(self, known: Callable[[str, int], bool]) -> list[int]:
        """Desks with events that had to wait for a program that knows them, and this one does."""
        rows = self._connection.execute(_OLD).fetchall()
        return sorted({int(at_desk) for at_desk, kind, version in rows if known(kind, version)})

    def stuck_at(self, at_desk: int) -> list[Waiting]:
        """Events that wait for another program there."""
        return [Waiting.of(row) for row in self._connection.execute(_STUCK_AT, (at_desk,)).fetchall()]

    def make_anew(self, at_desk: int, reason: str) -> None:
        """All of a desk is to be made again, when there is time."""
        self._connection.execute(_ANEW, (at_desk, reason))

    def to_make(self) -> list[int]:
        """Desks that are to be made again."""
        return [int(at_desk) for (at_desk,) in self._connection.execute(_TO_MAKE).fetchall()]
