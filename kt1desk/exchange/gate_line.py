"""The line to the gate: PostgreSQL over TLS, questions one after the other without waiting, each its own transaction.

A `sync` follows every question. Without it all of them would be one transaction: a cut line would leave nothing, and the server would hold
the device's row until it noticed. An answer counts when the server has said "ready" after it, which is when it is committed; what was said
before a cut is handed on before the cut is told.

libpq is asked directly (`psycopg.pq`) and not through cursors: only so can answers be read while questions are still being written, and
can somebody watch that anything moves at all. This module must not know what frames or mail mean.
"""

from __future__ import annotations

import contextlib
import selectors
from collections.abc import Iterable, Iterator
from typing import Any

import psycopg
from psycopg import pq
from psycopg.adapt import Transformer

from kt1desk.domain.errors import DeskError
from kt1desk.exchange.gate_rows import STATEMENT, TYPES, parameters, reply_of
from kt1desk.exchange.gate_talk import Ask, Reply
from kt1desk.exchange.line_settings import LineSettings
from kt1desk.exchange.line_trouble import not_connected, server_said
from kt1desk.exchange.tls_guess import guessing_well

MAX_AHEAD = 8
"""So many questions may be without an answer; with 300 ms there and back and frames of 8 kB that fills 200 kB/s."""
MAX_BYTES_AHEAD = 65_536
_NAME = b"x"
_BINARY = pq.Format.BINARY
Connection = psycopg.Connection[Any]


class GateLine:
    """Implements `kt1desk.exchange.gate_talk.Gate`. The connection is kept while it lives and dropped with the first trouble."""

    def __init__(self, settings: LineSettings) -> None:
        self._settings = settings
        self._connection: Connection | None = None

    def talk(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        """See `Gate.talk`."""
        connection = self._connection
        fresh = connection is None
        if connection is None:
            connection = self._connection = self._opened()
        ended = False
        try:
            yield from _Conversation(connection, self._settings.answer_s, fresh=fresh).replies(asks)
            ended = True
        finally:
            if not ended:
                self.close()

    def close(self) -> None:
        """See `Gate.close`."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(psycopg.Error):
                connection.close()

    def _opened(self) -> Connection:
        connection, trouble = connected(self._settings)
        if connection is None:
            # Not where it was caught: an error that somebody remembers would keep the half-made connection, and the server counts it.
            raise not_connected(trouble)
        connection.pgconn.nonblocking = 1
        connection.pgconn.enter_pipeline_mode()
        return connection


def connected(settings: LineSettings) -> tuple[Connection | None, str]:
    """A connection, or what libpq says of why there is none. Then nothing of it is left: not a socket, and at the server no session."""
    told: dict[str, Any] = dict(settings.parameters())
    try:
        with guessing_well():
            return psycopg.connect(**told, autocommit=True), ""
    except psycopg.OperationalError as error:
        error.__context__ = error.__traceback__ = (
            None  # both go round in a circle with the connection; it would wait for the collector
        )
        return None, str(error)


class _Conversation:
    """Questions that are on the line, and what came back. Lives for one `talk`."""

    def __init__(self, connection: Connection, answer_s: float, *, fresh: bool) -> None:
        self._libpq = connection.pgconn
        self._rows = Transformer(connection)
        self._answer_s = answer_s
        self._fresh = fresh
        self._sizes: list[int] = []
        self._row: pq.abc.PGresult | None = None
        self._trouble: DeskError | None = None

    def replies(self, asks: Iterable[Ask]) -> Iterator[Reply]:
        waiting = iter(asks)
        more = True
        with selectors.DefaultSelector() as selector:
            selector.register(self._libpq.socket, selectors.EVENT_READ)
            while True:
                while more and self._has_room():
                    ask = next(waiting, None)
                    more = ask is not None
                    if ask is not None:
                        self._put(ask)
                if not self._sizes:
                    return
                cut = self._moved(selector)
                yield from self._committed()
                if cut is not None:
                    raise cut

    def _has_room(self) -> bool:
        return len(self._sizes) < MAX_AHEAD and sum(self._sizes) < MAX_BYTES_AHEAD

    def _put(self, ask: Ask) -> None:
        """Write a question into libpq's buffer; the first one of a connection goes together with the statement it is asked by."""
        try:
            if self._fresh:
                self._libpq.send_prepare(_NAME, STATEMENT, TYPES)
                self._fresh = False
            told = parameters(ask)
            self._libpq.send_query_prepared(_NAME, told, [_BINARY] * len(told), _BINARY)
            self._libpq.pipeline_sync()
        except psycopg.OperationalError:
            raise DeskError("line.cut") from None
        self._sizes.append(sum(len(each or b"") for each in told))

    def _moved(self, selector: selectors.BaseSelector) -> DeskError | None:
        """Wait until something was sent or came; the trouble where neither will."""
        try:
            unsent = self._libpq.flush()
            want = selectors.EVENT_READ | (selectors.EVENT_WRITE if unsent else 0)
            selector.modify(self._libpq.socket, want)
            ready = selector.select(self._answer_s)
            if not ready:
                return DeskError("line.timeout")
            if ready[0][1] & selectors.EVENT_READ:
                self._libpq.consume_input()
        except (psycopg.OperationalError, OSError, ValueError):
            return DeskError("line.cut")
        return None

    def _committed(self) -> Iterator[Reply]:
        """The answers that are there whole, each with the server's word that it is ready for the next question."""
        while self._sizes and not self._libpq.is_busy():
            result = self._libpq.get_result()
            if result is None and self._libpq.status == pq.ConnStatus.BAD:
                raise DeskError("line.cut")
            if result is None:
                continue
            if result.status == pq.ExecStatus.PIPELINE_SYNC:
                self._sizes.pop(0)
                yield self._answer()
            else:
                self._keep(result)

    def _keep(self, result: pq.abc.PGresult) -> None:
        if result.status == pq.ExecStatus.TUPLES_OK:
            self._row = result
        elif result.status != pq.ExecStatus.COMMAND_OK and self._trouble is None:
            state = result.error_field(pq.DiagnosticField.SQLSTATE)
            self._trouble = server_said(state.decode()) if state else DeskError("line.cut")
        if self._trouble is not None and self._libpq.status == pq.ConnStatus.BAD:
            raise self._trouble

    def _answer(self) -> Reply:
        row, self._row = self._row, None
        if self._trouble is not None:
            raise self._trouble
        if row is None or row.ntuples != 1 or row.nfields != 1:
            raise DeskError("line.answer")
        self._rows.set_pgresult(row)
        found: tuple[object, ...] | None = self._rows.load_row(0, tuple)
        return reply_of(found[0] if found else None)
