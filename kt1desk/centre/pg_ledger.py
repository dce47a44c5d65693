"""The ledger in PostgreSQL: `kt1desk.centre.ledger_ports.Ledger`. A batch is one transaction; its rows go in by COPY.

One integrator works at a time. An advisory lock of its session says which: it goes with the session, so nobody waits for a dead one. The
row of the lease says so to people, and every transaction begins by asking it: whoever lost the lock while he was not heard from writes
nothing more.

This module must not know what rows mean.
"""

from __future__ import annotations

import os
import socket
import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import Any

import psycopg
from psycopg.types.string import BytesBinaryDumper

from kt1desk.centre.ledger_values import Alarm, Batch, ParkedRow
from kt1desk.centre.pg_errors import later
from kt1desk.centre.pg_reader import AWAY, Connection, PgLedgerReader
from kt1desk.centre.settling import SETTLING
from kt1desk.domain.errors import DeskError

_LOCK = 4_701_001
"""Number of the advisory lock, in the database ``core`` alone."""

_EVENT_TYPES = (
    *("int4", "int2", "int4", "int8", "text", "int4", "int8", "int4", "text", "int8"),
    *("bytea", "bytea", "bytea", "bytea"),
)
COPY_EVENTS = """COPY ledger.event (device, stream, incarnation, seq, type, version, hlc_ms, hlc_count, point, frame, prev, hash,
  envelope, body) FROM STDIN (FORMAT binary)"""
_BESIDE_TYPES = ("int4", "int2", "int4", "int8", "text", "bytea", "bytea")
COPY_BESIDE = (
    "COPY ledger.particulars (device, stream, incarnation, seq, slot, salt, row) FROM STDIN (FORMAT binary)"
)
_FRAME_TYPES = ("int4", "int2", "int4", "int8", "bytea", "int8", "int4")
_COPY_FRAMES = "COPY ledger.frame (device, stream, incarnation, number, hash, first_seq, count) FROM STDIN (FORMAT binary)"
_MAIL_TYPES = ("text", "int8", "bytea", "bytea", "int8")
_COPY_MAIL = "COPY ledger.mail (point, number, hash, data, made_ms) FROM STDIN (FORMAT binary)"
_MAILED_TYPES = ("text", "int4", "int2", "int4", "int8", "int8")
_COPY_MAILED = (
    "COPY ledger.mailed (point, device, stream, incarnation, seq, number) FROM STDIN (FORMAT binary)"
)

_PUT_CHAIN = """INSERT INTO ledger.chain (device, stream, incarnation, number, hash, seq, head, state, integrated_ms)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)
  ON CONFLICT (device, stream, incarnation) DO UPDATE SET number = excluded.number, hash = excluded.hash, seq = excluded.seq,
  head = excluded.head, state = excluded.state, integrated_ms = excluded.integrated_ms"""
_PUT_PARKED = """INSERT INTO ledger.parked (what, device, stream, incarnation, at, state, reason, tries, since_ms, data)
  VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
  ON CONFLICT (what, device, stream, incarnation, at) DO UPDATE SET state = excluded.state, reason = excluded.reason,
  tries = greatest(ledger.parked.tries, excluded.tries), data = excluded.data"""
_TRIED = """INSERT INTO ledger.parked AS p (what, device, stream, incarnation, at, state, reason, tries, since_ms, data)
  VALUES (%s, %s, %s, %s, %s, %s, %s, 1, %s, %s)
  ON CONFLICT (what, device, stream, incarnation, at) DO UPDATE SET tries = p.tries + 1 RETURNING tries"""
_UNPARK = "DELETE FROM ledger.parked WHERE (what, device, stream, incarnation, at) = (%s, %s, %s, %s, %s)"
_PUT_BOX = """INSERT INTO ledger.mailbox (point, number, hash) VALUES (%s, %s, %s)
  ON CONFLICT (point) DO UPDATE SET number = excluded.number, hash = excluded.hash"""
_PUT_SIBLING = """INSERT INTO ledger.sibling (point, device, stream, incarnation, seq, done) VALUES (%s, %s, %s, %s, %s, %s)
  ON CONFLICT (point) DO UPDATE SET device = excluded.device, stream = excluded.stream, incarnation = excluded.incarnation,
  seq = excluded.seq, done = excluded.done"""
_PUT_WAITING = """INSERT INTO ledger.waiting (point, device, stream, incarnation, seq) VALUES (%s, %s, %s, %s, %s)
  ON CONFLICT (point, device, stream, incarnation, seq) DO NOTHING"""
_CALLED = "DELETE FROM ledger.waiting WHERE (point, device, stream, incarnation, seq) = (%s, %s, %s, %s, %s)"
_PUT_ALARM = """INSERT INTO ledger.alarm AS a (what, subject, detail, owner, first_ms, last_ms, times)
  VALUES (%s, %s, %s, %s, %s, %s, 1) ON CONFLICT (what, subject) WHERE ended_ms IS NULL
  DO UPDATE SET detail = excluded.detail, last_ms = excluded.last_ms, times = a.times + 1"""
_END_ALARM = "UPDATE ledger.alarm SET ended_ms = %s WHERE what = %s AND subject = %s AND ended_ms IS NULL"
_TAKE = """UPDATE ledger.lease SET holder = %s, until_ms = %s, seen_ms = %s WHERE id = 1 RETURNING doing"""
_KEEP = """UPDATE ledger.lease SET until_ms = %s, doing = %s, lag_ms = %s, seen_ms = %s WHERE id = 1 AND holder = %s"""
_DONE = "UPDATE ledger.lease SET doing = '' WHERE id = 1 AND holder = %s"


class PgLedger:
    """The ledger of one integrator.

    Args:
        connect: opens a connection to ``core`` in which each statement stands for itself (autocommit).
        holder: name of this integrator, for people; made of machine and process where none is given.
    """

    def __init__(self, connect: Callable[[], Connection], holder: str = "") -> None:
        self._connect = connect
        self._holder = holder or f"{socket.gethostname()} {os.getpid()} {uuid.uuid4().hex[:8]}"
        self._open: Connection | None = None
        self._locked = False
        self._read = PgLedgerReader(self._connection)

    @property
    def read(self) -> PgLedgerReader:
        """What lies in it."""
        return self._read

    def take(self, now_ms: int, until_ms: int) -> str | None:
        """Become the one integrator, if no other is; see `kt1desk.centre.ledger_ports.Ledger`."""
        with later(AWAY):
            connection = self._connection()
            if not self._locked:
                row = connection.execute("SELECT pg_try_advisory_lock(%s)", (_LOCK,)).fetchone()
                self._locked = bool(row and row[0])
            if not self._locked:
                return None
            left = connection.execute(_TAKE, (self._holder, until_ms, now_ms)).fetchone()
        return str(left[0]) if left else ""

    def keep(self, now_ms: int, until_ms: int, doing: str, lag_ms: int) -> None:
        """Go on being it, and say what is begun."""
        with later(AWAY):
            done = self._connection().execute(_KEEP, (until_ms, doing, lag_ms, now_ms, self._holder))
        self._check(done.rowcount)

    def tried(self, row: ParkedRow) -> int:
        """Note one more try of a frame, at once and for good; returns how many there were."""
        values = (row.what, *row.chain, row.at, row.state, row.reason, row.since_ms, row.data)
        with later(AWAY):
            noted = self._connection().execute(_TRIED, values).fetchone()
        return int(noted[0]) if noted else 0

    def write(self, batch: Batch) -> None:
        """Write everything or nothing."""
        with later(AWAY):
            connection = self._connection()
            with connection.transaction():
                self._check(connection.execute(_DONE, (self._holder,)).rowcount)
                _write_frames(connection, batch)
                _write_parked(connection, batch)
                _write_settled(connection, batch)
                _write_mail(connection, batch)
                _write_alarms(connection, batch)

    def release(self) -> None:
        """Let another one work: the lock goes with the session, which may take the server a while to notice, so it is given back first."""
        if self._open is not None:
            if self._locked:
                with suppress(psycopg.Error):
                    self._open.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))
            self._open.close()
        self._open, self._locked = None, False

    def _check(self, changed: int) -> None:
        if changed != 1:
            raise DeskError("centre.lease_lost")

    def _connection(self) -> Connection:
        if self._open is None or self._open.broken or self._open.closed:
            self._locked = False
            self._open = self._connect()
        return self._open


def copy_rows(
    connection: Connection, statement: str, types: Sequence[str], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Add rows by COPY in its binary form."""
    with connection.cursor() as cursor:
        # psycopg has one for the wrapper type of DB-API in its place, in Python, which takes half the time of a row
        cursor.adapters.register_dumper(bytes, BytesBinaryDumper)
        with cursor.copy(statement.encode()) as copy:
            copy.set_types(types)
            for row in rows:
                copy.write_row(row)


def copy_events(connection: Connection, batch: Batch) -> None:
    """Add the events of a batch and what stands beside them."""
    if batch.events:
        copy_rows(connection, COPY_EVENTS, _EVENT_TYPES, batch.events)
    if batch.beside:
        copy_rows(connection, COPY_BESIDE, _BESIDE_TYPES, batch.beside)


def _many(connection: Connection, statement: str, rows: Sequence[Sequence[object]]) -> None:
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(statement.encode(), rows)


def _write_frames(connection: Connection, batch: Batch) -> None:
    marks = [
        (*chain, mark.number, mark.hash, mark.seq, mark.head, mark.state, batch.now_ms)
        for chain, mark in batch.chains.items()
    ]
    if batch.frames:
        copy_rows(connection, _COPY_FRAMES, _FRAME_TYPES, batch.frames)
    copy_events(connection, batch)
    _many(connection, _PUT_CHAIN, marks)


def _write_parked(connection: Connection, batch: Batch) -> None:
    _many(connection, _UNPARK, [(what, *chain, at) for what, chain, at in batch.unparked])
    _many(connection, _PUT_PARKED, batch.parked)


def _write_settled(connection: Connection, batch: Batch) -> None:
    for table in ("mail", "mailed"):
        statement = f"DELETE FROM ledger.{table} WHERE point = %s AND number > %s"  # noqa: S608 - two names of our own
        _many(connection, statement, batch.taken_back)
    if batch.posted_again:
        connection.execute(
            "UPDATE ledger.posted SET mailed = false WHERE id = ANY(%s)", (list(batch.posted_again),)
        )
    if batch.settled:
        connection.execute("UPDATE ledger.setting SET value = '' WHERE name = %s", (SETTLING,))


def _write_mail(connection: Connection, batch: Batch) -> None:
    if batch.mail:
        copy_rows(connection, _COPY_MAIL, _MAIL_TYPES, batch.mail)
    last = {row.point: (row.point, row.number, row.hash) for row in batch.mail}
    _many(connection, _PUT_BOX, list(last.values()))
    if batch.mailed:
        copy_rows(connection, _COPY_MAILED, _MAILED_TYPES, batch.mailed)
    if batch.posted_done:
        connection.execute(
            "UPDATE ledger.posted SET mailed = true WHERE id = ANY(%s)", (list(batch.posted_done),)
        )
    _many(connection, _CALLED, batch.called)
    _many(connection, _PUT_WAITING, batch.waits)
    _many(connection, _PUT_SIBLING, batch.siblings)
    _many(
        connection, "DELETE FROM ledger.sibling WHERE point = %s", [(each,) for each in batch.siblings_gone]
    )


def _write_alarms(connection: Connection, batch: Batch) -> None:
    _many(connection, _END_ALARM, [(batch.now_ms, what, subject) for what, subject in batch.ended])
    _many(connection, _PUT_ALARM, [_alarm_values(each, batch.now_ms) for each in batch.alarms])


def _alarm_values(alarm: Alarm, now_ms: int) -> tuple[object, ...]:
    return (alarm.what, alarm.subject, alarm.detail, alarm.owner, now_ms, now_ms)
