"""Drafts: what a clerk had typed when the next customer stepped forward or the program ended.

`Drafts` keeps one for each page, as it stood; `ParkedDrafts` those laid aside by hand, several at once. Both are local and encrypted like
everything in the file; no event, for nothing has happened yet. This module must not know what a page asks for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import cast

from sqlalchemy import bindparam, delete, insert, select, update

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.services.ports import Clock
from kt1desk.services.rows import ParkedRow
from kt1desk.store import parked_rows
from kt1desk.store.journal import DeskStore
from kt1desk.store.local_tables import draft, parked
from kt1desk.store.statements import Prepared

MAX_BYTES = 16_384
MAX_PARKED_BYTES = 65_536
"""A case with a list of a hundred papers takes a third of it."""
_SELECT = Prepared(select(draft.c.value).where(draft.c.page == bindparam("of_page")))
_DELETE = Prepared(delete(draft).where(draft.c.page == bindparam("of_page")))
_INSERT = Prepared(insert(draft))
_PARK = Prepared(
    insert(parked).values({name: bindparam(name) for name in ("kind", "title", "value", "saved_ms")})
)
_AGAIN = Prepared(
    update(parked)
    .where(parked_rows.PLACE)
    .values({name: bindparam(name) for name in ("title", "value", "saved_ms")})
)
_LIST = Prepared(
    select(parked.c.id, parked.c.kind, parked.c.title, parked.c.saved_ms)
    .where(parked.c.kind == bindparam("of_kind"))
    .order_by(parked.c.saved_ms.desc(), parked.c.id.desc())
)
_TAKE = Prepared(select(parked.c.value).where(parked_rows.PLACE))


class Drafts:
    """One JSON object for each page."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store

    def park(self, page: str, value: Mapping[str, Json], at_ms: int) -> None:
        """Keep what is on the page; what was parked before is replaced.

        Raises:
            DeskError: ``canonical.*`` for what has no JSON form or is too large; ``disk.*``.
        """
        written = canonical.encode(value, MAX_BYTES).decode()
        with self._store.local() as connection:
            _DELETE.run(connection, {"of_page": page})
            _INSERT.run(connection, {"page": page, "value": written, "saved_ms": at_ms})

    def parked(self, page: str) -> Mapping[str, Json] | None:
        """What is parked for the page, None where nothing is."""
        with self._store.look() as connection:
            row = _SELECT.one(connection, {"of_page": page})
        return None if row is None else cast(Mapping[str, Json], json.loads(row[0]))

    def drop(self, page: str) -> None:
        """Forget it."""
        with self._store.local() as connection:
            _DELETE.run(connection, {"of_page": page})


class ParkedDrafts:
    """Implements `kt1desk.services.ports.Parking`."""

    def __init__(self, store: DeskStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def park(self, kind: str, title: str, value: Mapping[str, Json]) -> int:
        """See `Parking.park`."""
        row = {"kind": kind, **self._written(title, value)}
        with self._store.local() as connection:
            return _PARK.run(connection, row).lastrowid

    def replace(self, kind: str, parked: int, title: str, value: Mapping[str, Json]) -> None:
        """See `Parking.replace`."""
        row = {"of_kind": kind, "of_parked": parked, **self._written(title, value)}
        with self._store.local() as connection:
            if _AGAIN.run(connection, row).rowcount == 0:
                raise DeskError("parked.unknown")

    def parked(self, kind: str) -> Sequence[ParkedRow]:
        """See `Parking.parked`."""
        with self._store.look() as connection:
            return [ParkedRow(*row) for row in _LIST.all(connection, {"of_kind": kind})]

    def take(self, kind: str, parked: int) -> Mapping[str, Json]:
        """See `Parking.take`."""
        with self._store.look() as connection:
            row = _TAKE.one(connection, {"of_kind": kind, "of_parked": parked})
        if row is None:
            raise DeskError("parked.unknown")
        return cast(Mapping[str, Json], json.loads(row[0]))

    def drop(self, kind: str, parked: int) -> None:
        """See `Parking.drop`."""
        with self._store.local() as connection:
            parked_rows.drop(connection, kind, parked)

    def _written(self, title: str, value: Mapping[str, Json]) -> dict[str, object]:
        return {
            "title": title,
            "value": canonical.encode(value, MAX_PARKED_BYTES).decode(),
            "saved_ms": self._clock.now().utc_ms,
        }
