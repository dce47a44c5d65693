"""Settings as rows of one connection, so that they can be written in the transaction of the events they belong to.

Whoever has no transaction of his own uses `kt1desk.store.settings`. This module must not know what any setting means.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import cast

from sqlalchemy import bindparam, delete, insert, select

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.store.local_tables import setting
from kt1desk.store.statements import Connection, Prepared

MAX_BYTES = 400_000
"""The largest is the list of the province's keys: a file of 256 kB, written in base64."""
_SELECT = Prepared(select(setting.c.value).where(setting.c.name == bindparam("of_name")))
_DELETE = Prepared(delete(setting).where(setting.c.name == bindparam("of_name")))
_INSERT = Prepared(insert(setting))


def read(connection: Connection, name: str) -> Mapping[str, Json] | None:
    """The object of this name, None while there is none."""
    row = _SELECT.one(connection, {"of_name": name})
    return None if row is None else cast(Mapping[str, Json], json.loads(row[0]))


def write(connection: Connection, name: str, value: Mapping[str, Json]) -> None:
    """Keep the object; what was there is replaced.

    Raises:
        DeskError: ``canonical.*`` for what has no JSON form or is too large.
    """
    written = canonical.encode(value, MAX_BYTES).decode()
    _DELETE.run(connection, {"of_name": name})
    _INSERT.run(connection, {"name": name, "value": written})
