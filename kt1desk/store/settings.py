"""Settings of this machine: printers, scanner, scale.

They belong to no event and are no secret of the journal, but lie in the encrypted file. This module must not know what any setting means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, delete, insert, select

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.store.journal import DeskStore
from kt1desk.store.local_tables import setting
from kt1desk.store.statements import Prepared

MAX_BYTES = 400_000
"""The largest is the list of the province's keys: a file of 256 kB, written in base64."""
_SELECT = Prepared(select(setting.c.value).where(setting.c.name == bindparam("of_name")))
_DELETE = Prepared(delete(setting).where(setting.c.name == bindparam("of_name")))
_INSERT = Prepared(insert(setting))


class Settings:
    """Named JSON objects."""

    def __init__(self, store: DeskStore) -> None:
        self._store = store

    def get(self, name: str) -> Mapping[str, Json] | None:
        """The object of this name, None while there is none."""
        with self._store.transaction() as connection:
            row = _SELECT.one(connection, {"of_name": name})
        return None if row is None else cast(Mapping[str, Json], json.loads(row[0]))

    def put(self, name: str, value: Mapping[str, Json]) -> None:
        """Keep the object; what was there is replaced.

        Raises:
            DeskError: ``canonical.*`` for what has no JSON form or is too large; ``disk.*``.
        """
        written = canonical.encode(value, MAX_BYTES).decode()
        with self._store.local() as connection:
            _DELETE.run(connection, {"of_name": name})
            _INSERT.run(connection, {"name": name, "value": written})
