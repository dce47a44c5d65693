"""The gate's shelves in PostgreSQL, as the integrator's role may use them: `kt1desk.centre.ledger_ports.GateStore`.

This module must not know what frames hold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from kt1desk.centre.ledger_values import ChainKey, GateFrame, MailRow
from kt1desk.centre.pg_errors import later
from kt1desk.centre.pg_reader import Connection
from kt1desk.domain.errors import DeskError
from kt1desk.exchange.bundle import MailMark

AWAY = "centre.gate_away"
_FRAMES = """WITH wanted AS (
    SELECT c.* FROM unnest(%s::int4[], %s::int4[], %s::int4[], %s::int8[]) AS c (device, stream, incarnation, number)
    LEFT JOIN gate.frame_in AS f ON (f.device, f.stream, f.incarnation, f.number) = (c.device, c.stream, c.incarnation, c.number + 1)
    ORDER BY f.received_ms NULLS FIRST LIMIT %s)
  SELECT w.device, w.stream, w.incarnation, f.number, f.hash, f.data, f.received_ms FROM wanted AS w
  CROSS JOIN LATERAL (
    SELECT f.number, f.hash, f.data, f.received_ms FROM gate.frame_in AS f
    WHERE (f.device, f.stream, f.incarnation) = (w.device, w.stream, w.incarnation) AND f.number > w.number
    ORDER BY f.number LIMIT %s) AS f
  ORDER BY 1, 2, 3, 4"""
_PUT_MAIL = """INSERT INTO gate.mail_out (point, number, hash, data, made_ms) VALUES (%s, %s, %s, %s, %s)
  ON CONFLICT (point, number) DO NOTHING"""
_PUT_BOX = """INSERT INTO gate.mailbox AS b (point, number, hash) VALUES (%s, %s, %s)
  ON CONFLICT (point) DO UPDATE SET number = excluded.number, hash = excluded.hash WHERE b.number < excluded.number"""
_FOUND = """SELECT m.point, m.number, m.hash FROM gate.mail_out AS m
  JOIN unnest(%s::text[], %s::int8[]) AS w (point, number) ON (m.point, m.number::int8) = (w.point, w.number)"""


class PgGateStore:
    """The gate's shelves.

    Args:
        connect: opens a connection to ``gate`` in which each statement stands for itself (autocommit).
    """

    def __init__(self, connect: Callable[[], Connection]) -> None:
        self._connect = connect
        self._open: Connection | None = None

    def chains(self) -> Mapping[ChainKey, tuple[int, bytes]]:
        """Number and hash of the last frame of each chain."""
        with later(AWAY):
            rows = self._connection().execute(
                "SELECT device, stream, incarnation, number, hash FROM gate.chain", binary=True
            )
            return {ChainKey(*row[:3]): (row[3], row[4]) for row in rows}

    def frames(self, after: Mapping[ChainKey, int], limit: int) -> list[GateFrame]:
        """The next frames of some chains; of those that waited longest where there are more chains than ``limit``."""
        of_each = max(1, limit // max(1, len(after)))
        columns = [
            list(column)
            for column in zip(*((*chain, number) for chain, number in after.items()), strict=True)
        ]
        with later(AWAY):
            rows = self._connection().execute(_FRAMES, (*columns, limit, of_each), binary=True).fetchall()
        return [GateFrame(ChainKey(*row[:3]), *row[3:]) for row in rows]

    def mailboxes(self) -> dict[str, MailMark]:
        """The newest mail frame of each point."""
        with later(AWAY):
            rows = self._connection().execute("SELECT point, number, hash FROM gate.mailbox").fetchall()
        return {point: MailMark(number, hashed.hex()) for point, number, hashed in rows if number}

    def mail_after(self, point: str, number: int, limit: int) -> list[MailRow]:
        """The next mail frames of a point, in order."""
        with later(AWAY):
            rows = self._connection().execute(
                "SELECT point, number, hash, data, made_ms FROM gate.mail_out WHERE point = %s AND number > %s"
                " ORDER BY number LIMIT %s",
                (point, number, limit),
                binary=True,
            )
            return [MailRow(*row) for row in rows]

    def put_mail(self, rows: Sequence[MailRow]) -> None:
        """Add mail frames; those that are there already stay.

        Raises:
            DeskError: ``centre.gate_away``; ``centre.mail_collides`` where another frame has the number, or one before it is missing.
        """
        last: dict[str, MailRow] = {}
        with later(AWAY):
            connection = self._connection()
            with connection.transaction(), connection.cursor() as cursor:
                _check_followers(rows, self.mailboxes())
                cursor.executemany(_PUT_MAIL, rows)
                cursor.execute(_FOUND, ([row.point for row in rows], [row.number for row in rows]))
                _check_kept(rows, {(point, number): hashed for point, number, hashed in cursor})
                last.update((row.point, row) for row in rows)
                cursor.executemany(_PUT_BOX, [(row.point, row.number, row.hash) for row in last.values()])

    def close(self) -> None:
        """Let the connection go; the next question opens another one."""
        if self._open is not None:
            self._open.close()
        self._open = None

    def _connection(self) -> Connection:
        if self._open is None or self._open.broken or self._open.closed:
            self._open = self._connect()
        return self._open


def _check_followers(rows: Sequence[MailRow], boxes: Mapping[str, MailMark]) -> None:
    ends = {point: mark.number for point, mark in boxes.items()}
    for row in rows:
        if row.number > ends.get(row.point, 0) + 1:
            raise _collision(row)
        ends[row.point] = max(row.number, ends.get(row.point, 0))


def _check_kept(rows: Sequence[MailRow], kept: Mapping[tuple[str, int], bytes]) -> None:
    for row in rows:
        if kept.get((row.point, row.number)) != row.hash:
            raise _collision(row)


def _collision(row: MailRow) -> DeskError:
    return DeskError("centre.mail_collides", point=row.point, number=row.number)
