"""The rows of what the centre posts, in the ledger. Implements `kt1desk.centre.posting.Board` as the operator.

This module must not know what is posted.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import psycopg

from kt1desk.centre.posting import Post, block_of_event
from kt1desk.exchange.mail_frames import RecordKind
from kt1desk.exchange.mail_records import Grant, SafeMark, read_grant, read_piece
from kt1desk.services.centre_rows import DocumentRow

Connection = psycopg.Connection[tuple[Any, ...]]

_POST = "INSERT INTO ledger.posted (target, kind, content, posted_ms) VALUES (%s, %s, %s, %s)"
_POSTED = "SELECT content FROM ledger.posted WHERE kind = %s ORDER BY id"
_KEEP = "INSERT INTO ledger.setting (name, value) VALUES (%s, %s) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


class PgBoard:
    """One board of one operator.

    Args:
        core: a connection to the database ``core``, each statement for itself.
        now_ms: the clock.
    """

    def __init__(self, core: Connection, now_ms: Callable[[], int]) -> None:
        self._core = core
        self._now_ms = now_ms

    def setting(self, name: str) -> bytes | None:
        """See the port."""
        row = self._core.execute("SELECT value FROM ledger.setting WHERE name = %s", (name,)).fetchone()
        return bytes(row[0]) if row is not None else None

    def post(self, posts: Sequence[Post], settings: dict[str, bytes] | None = None) -> None:
        """See the port."""
        now_ms = self._now_ms()
        with self._core.transaction():
            for name, value in (settings or {}).items():
                self._core.execute(_KEEP, (name, value))
            for post in posts:
                values = (post.target, int(post.record.kind), post.record.body, now_ms)
                self._core.execute(_POST, values)

    def documents(self) -> Sequence[DocumentRow]:
        """See the port."""
        found: dict[DocumentRow, None] = {}
        for (content,) in self._core.execute(_POSTED, (int(RecordKind.DOCUMENT),)):
            found[read_piece(bytes(content)).row] = None
        return tuple(found)

    def granted(self) -> Sequence[Grant]:
        """See the port."""
        posted = [
            read_grant(bytes(content))
            for (content,) in self._core.execute(_POSTED, (int(RecordKind.GRANT),)).fetchall()
        ]
        rows = self._core.execute("SELECT device, body FROM ledger.granted").fetchall()
        said = (block_of_event(device, bytes(body)) for device, body in rows)
        return [*posted, *(grant for grant in said if grant is not None)]

    def chains(self) -> Sequence[SafeMark]:
        """See the port."""
        rows = self._core.execute("SELECT device, stream, incarnation, seq FROM ledger.chain").fetchall()
        return [SafeMark(*row) for row in rows]
