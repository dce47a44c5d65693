"""When each user began to work at this desk last, as its own events say.

It walks the whole stream of the counter: for a page that somebody asks for, never while he waits at the counter. This module must not know
why anybody asks.
"""

from __future__ import annotations

from sqlalchemy import cast, func, literal_column, select
from sqlalchemy.types import String

from kt1desk.domain.events import Stream
from kt1desk.domain.facts import SessionOpened
from kt1desk.store.columns import Number
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import event

_user = func.json_extract(cast(event.c.body, String), literal_column("'$.user'"))
_at = func.json_extract(cast(event.c.envelope, String), literal_column("'$.at[0]'"))
_LAST = Prepared(
    select(_user, cast(_at, Number), func.max(event.c.id))
    .where(
        event.c.id >= literal_column(str(Stream.COUNTER.value << 48)),
        event.c.type == literal_column(f"'{SessionOpened.TYPE}'"),
    )
    .group_by(_user)
)
"""SQLite takes the columns beside a maximum from the row that has it."""


def last(connection: Connection) -> dict[str, int]:
    """UTC milliseconds of the last log-in by user; whoever never logged in is missing."""
    return {str(user): int(at) for user, at, _ in _LAST.all(connection)}
