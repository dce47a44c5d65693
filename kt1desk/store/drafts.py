"""Parked drafts: what a clerk had typed when the next customer stepped forward or the program ended, one for each page.

Local and encrypted like everything in the file; no event, for nothing has happened yet. This module must not know what a page asks for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, delete, insert, select

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.store.journal import DeskStore
from kt1desk.store.local_tables import draft
from kt1desk.store.statements import Prepared

MAX_BYTES = 16_384
_SELECT = Prepared(select(draft.c.value).where(draft.c.page == bindparam("of_page")))
_DELETE = Prepared(delete(draft).where(draft.c.page == bindparam("of_page")))
_INSERT = Prepared(insert(draft))


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
        with self._store.transaction() as connection:
            row = _SELECT.one(connection, {"of_page": page})
        return None if row is None else cast(Mapping[str, Json], json.loads(row[0]))

    def drop(self, page: str) -> None:
        """Forget it."""
        with self._store.local() as connection:
            _DELETE.run(connection, {"of_page": page})
