"""Whether this desk may write: a desk that may be a copy of another reads, prints what it has, and writes nothing.

It is a local setting, for no event may be written while it holds. This module must not know who found out, nor how.
"""

from __future__ import annotations

import json
from typing import Any

from kt1desk.store.statements import Connection

_NAME = "standing"
_SELECT = "SELECT value FROM setting WHERE name = ?"
_PUT = (
    "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)


def barred(connection: Connection) -> str:
    """Why nothing may be written, coded; empty where it may."""
    row = connection.execute(_SELECT, (_NAME,)).fetchone()
    found: Any = json.loads(row[0]).get("barred", "") if row is not None else ""
    return str(found)


def keep(connection: Connection, reason: str) -> None:
    """Keep it, inside the caller's transaction; an empty reason lets the desk write again."""
    connection.execute(_PUT, (_NAME, json.dumps({"barred": reason}, separators=(",", ":"))))
