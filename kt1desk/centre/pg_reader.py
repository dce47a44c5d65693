"""Reading the ledger in PostgreSQL: `kt1desk.centre.ledger_ports.LedgerReader`. Each question is one statement, or two.

This module must not know who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

import psycopg

from kt1desk.centre.ledger_ports import Addressed
from kt1desk.centre.ledger_values import (
    ChainKey,
    ChainMark,
    ChainState,
    EventKey,
    EventRow,
    LineWord,
    MailRow,
    ParkedRow,
    ParkedState,
    ParkedWhat,
    PostedRow,
    SiblingRow,
    StoredEvent,
    WaitingRow,
)
from kt1desk.centre.pg_errors import later
from kt1desk.domain.events import Particulars
from kt1desk.exchange.bundle import MailMark

AWAY = "centre.ledger_away"
Connection = psycopg.Connection[tuple[Any, ...]]
Row = tuple[Any, ...]

_EVENTS_AFTER = """SELECT device, stream, incarnation, seq, type, version, hlc_ms, hlc_count, point, frame, prev, hash, envelope, body
  FROM ledger.event WHERE device = %s AND stream = %s AND incarnation = %s AND seq > %s ORDER BY seq LIMIT %s"""
_BESIDE = """SELECT seq, slot, salt, row FROM ledger.particulars
  WHERE device = %s AND stream = %s AND incarnation = %s AND seq BETWEEN %s AND %s ORDER BY seq, slot"""
_FRAME_HASHES = """SELECT device, stream, incarnation, number, hash FROM ledger.frame
  JOIN unnest(%s::int4[], %s::int2[], %s::int4[], %s::int8[]) AS wanted (device, stream, incarnation, number)
  USING (device, stream, incarnation, number)"""
_MAILED = """SELECT point, device, stream, incarnation, seq FROM ledger.mailed
  JOIN unnest(%s::text[], %s::int4[], %s::int2[], %s::int4[], %s::int8[]) AS wanted (point, device, stream, incarnation, seq)
  USING (point, device, stream, incarnation, seq)"""
_MAILED_LATELY = """SELECT point, device, stream, incarnation
  FROM unnest(%s::text[], %s::int4[], %s::int2[], %s::int4[], %s::int8[]) AS w (point, device, stream, incarnation, seq)
  WHERE EXISTS (SELECT FROM ledger.mailed AS m
    WHERE (m.point, m.device, m.stream, m.incarnation) = (w.point, w.device, w.stream, w.incarnation) AND m.seq >= w.seq)"""

_LINES = """SELECT DISTINCT ON (device) device, incarnation, seq, type = 'line.allowed' FROM ledger.event
  WHERE stream = 1 AND type IN ('line.allowed', 'line.closed') ORDER BY device, incarnation DESC, seq DESC"""


class PgLedgerReader:
    """Reads the ledger.

    Args:
        connection: gives the connection, opened anew where the last one was lost; each statement stands for itself.
    """

    def __init__(self, connection: Callable[[], Connection]) -> None:
        self._rows = partial(_rows, connection)

    def setting(self, name: str) -> bytes | None:
        """Named bytes, None where there are none."""
        rows = self._rows("SELECT value FROM ledger.setting WHERE name = %s", (name,))
        return bytes(rows[0][0]) if rows else None

    def marks(self) -> dict[ChainKey, ChainMark]:
        """How far every chain is."""
        rows = self._rows(
            "SELECT device, stream, incarnation, number, hash, seq, head, state FROM ledger.chain"
        )
        return {
            ChainKey(*row[:3]): ChainMark(row[3], row[4], row[5], row[6], ChainState(row[7])) for row in rows
        }

    def frame_hashes(self, wanted: Collection[tuple[ChainKey, int]]) -> dict[tuple[ChainKey, int], bytes]:
        """Hashes of frames that were taken in, where they are known."""
        if not wanted:
            return {}
        columns = _columns([(*chain, number) for chain, number in wanted])
        return {(ChainKey(*row[:3]), row[3]): row[4] for row in self._rows(_FRAME_HASHES, columns)}

    def events_after(self, chain: ChainKey, seq: int, limit: int) -> list[StoredEvent]:
        """The next events of a chain, in their order, with what stands beside them."""
        events = [EventRow(*row) for row in self._rows(_EVENTS_AFTER, (*chain, seq, limit))]
        if not events:
            return []
        beside: dict[int, list[Particulars]] = {}
        for at, slot, salt, row in self._rows(_BESIDE, (*chain, events[0].seq, events[-1].seq)):
            beside.setdefault(at, []).append(Particulars(slot, salt, row))
        return [StoredEvent(event, tuple(beside.get(event.seq, ()))) for event in events]

    def parked(self) -> list[ParkedRow]:
        """Everything that is parked or being tried, chain by chain in order; of each chain frames before events."""
        rows = self._rows(
            "SELECT what, device, stream, incarnation, at, state, reason, tries, since_ms, data FROM ledger.parked"
            " ORDER BY device, stream, incarnation, what DESC, at"
        )
        return [_parked(*row) for row in rows]

    def mailboxes(self) -> dict[str, MailMark]:
        """The newest frame of each mailbox."""
        rows = self._rows("SELECT point, number, hash FROM ledger.mailbox")
        return {point: MailMark(number, hashed.hex()) for point, number, hashed in rows}

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        """The next frames of a mailbox, in their order."""
        rows = self._rows(
            "SELECT point, number, hash, data, made_ms FROM ledger.mail WHERE point = %s AND number > %s"
            " ORDER BY number LIMIT %s",
            (point, number, limit),
        )
        return [MailRow(*row) for row in rows]

    def mailed(self, wanted: Collection[Addressed]) -> set[Addressed]:
        """Which of these went out already.

        Of a chain whose events a point gets in their order none from the first one asked for on went out, so that is asked first.
        """
        first: dict[tuple[str, ChainKey], int] = {}
        for point, key in wanted:
            place, seq = (point, key.chain), key[3]
            if seq < first.get(place, seq + 1):
                first[place] = seq
        if not first:
            return set()
        late = {
            (row[0], ChainKey(*row[1:]))
            for row in self._rows(
                _MAILED_LATELY, _columns([(point, *chain, seq) for (point, chain), seq in first.items()])
            )
        }
        asked = [(point, *key) for point, key in wanted if (point, key.chain) in late] if late else []
        rows = self._rows(_MAILED, _columns(asked)) if asked else []
        return {(row[0], EventKey(*row[1:])) for row in rows}

    def mailed_after(self, point: str, number: int) -> list[EventKey]:
        """What went out to a point in its mail frames after one, in the order of the frames; each chain in its own."""
        rows = self._rows(
            "SELECT device, stream, incarnation, seq FROM ledger.mailed WHERE point = %s AND number > %s"
            " ORDER BY number, device, stream, incarnation, seq",
            (point, number),
        )
        return [EventKey(*row) for row in rows]

    def posted(self, limit: int) -> list[PostedRow]:
        """What was posted and is not in every mailbox, in the order of posting."""
        rows = self._rows(
            "SELECT id, target, kind, content FROM ledger.posted WHERE NOT mailed ORDER BY id LIMIT %s",
            (limit,),
        )
        return [PostedRow(*row) for row in rows]

    def siblings(self) -> dict[str, SiblingRow]:
        """Points with several desks, and how far their earlier events were told."""
        rows = self._rows("SELECT point, device, stream, incarnation, seq, done FROM ledger.sibling")
        return {row[0]: SiblingRow(*row) for row in rows}

    def lines(self) -> dict[int, LineWord]:
        """The last word of each desk's KT1 register about its line."""
        return {row[0]: LineWord(*row) for row in self._rows(_LINES)}

    def waiting_points(self) -> set[str]:
        """The points for which something waits."""
        return {row[0] for row in self._rows("SELECT DISTINCT point FROM ledger.waiting")}

    def waiting(self, point: str, limit: int) -> list[WaitingRow]:
        """What waits for a point, in its order."""
        rows = self._rows(
            "SELECT point, device, stream, incarnation, seq FROM ledger.waiting WHERE point = %s ORDER BY id LIMIT %s",
            (point, limit),
        )
        return [WaitingRow(*row) for row in rows]


def _rows(connection: Callable[[], Connection], statement: str, values: Sequence[object] = ()) -> list[Row]:
    with later(AWAY):
        return connection().execute(statement.encode(), values, binary=True).fetchall()


def _columns(rows: Sequence[tuple[object, ...]]) -> list[list[object]]:
    """Rows as arrays, one for each column."""
    return [list(column) for column in zip(*rows, strict=True)]


def _parked(what: str, *rest: Any) -> ParkedRow:
    device, stream, incarnation, at, state, *others = rest
    return ParkedRow(ParkedWhat(what), device, stream, incarnation, at, ParkedState(state), *others)
