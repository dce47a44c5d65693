"""Agencies that were brought in from a file, as rows: written once, read whole when a desk is opened.

This module must not know where they come from, nor how they join the shipped ones.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import bindparam, insert, select

from kt1desk.domain import canonical
from kt1desk.domain.canonical import Json
from kt1desk.domain.dated import Status
from kt1desk.domain.errors import DeskError
from kt1desk.domain.reference import Agency, Ground
from kt1desk.store.local_tables import imported_row as table
from kt1desk.store.statements import Connection, Prepared

MAX_BYTES = 16_384
_KIND = "agency"
_TEXTS = (
    *("agency_id", "call_code", "name", "short_name", "kind", "province", "commune"),
    *("address", "postal_code", "point", "source"),
)

_ADD = Prepared(insert(table))
_ONE = Prepared(
    select(table.c.value).where(
        table.c.kind == bindparam("of_kind"),
        table.c.key == bindparam("of_key"),
        table.c.valid_from == bindparam("day"),
    )
)
_ALL = Prepared(
    select(table.c.value)
    .where(table.c.kind == bindparam("of_kind"))
    .order_by(table.c.key, table.c.valid_from)
)


def agencies(connection: Connection) -> tuple[Agency, ...]:
    """All versions, in the order of their ids and days."""
    return tuple(_decode(value) for (value,) in _ALL.all(connection, {"of_kind": _KIND}))


def put_agencies(connection: Connection, rows: Sequence[Agency]) -> int:
    """Add the versions that are not there yet; returns how many were new.

    Raises:
        DeskError: ``import.version_differs`` with ``procedure`` (the call code) and ``version``; ``canonical.*``.
    """
    new = 0
    for row in rows:
        value, day = _encode(row), row.valid_from.isoformat()
        there = _ONE.one(connection, {"of_kind": _KIND, "of_key": row.agency_id, "day": day})
        if there is None:
            _ADD.run(connection, {"kind": _KIND, "key": row.agency_id, "valid_from": day, "value": value})
            new += 1
        elif there[0] != value:
            raise DeskError("import.version_differs", "valid_from", procedure=row.call_code, version=day)
    return new


def _encode(row: Agency) -> str:
    made: dict[str, Json] = {name: text for name in _TEXTS if (text := str(getattr(row, name)))}
    made |= {
        "from": row.valid_from.isoformat(),
        "ground": row.ground.value,
        "kt1": int(row.uses_kt1),
        "status": row.status.value,
    }
    if row.valid_to is not None:
        made["to"] = row.valid_to.isoformat()
    return canonical.encode(made, MAX_BYTES).decode()


def _decode(value: str) -> Agency:
    made: Mapping[str, Any] = json.loads(value)
    return Agency(
        valid_from=date.fromisoformat(made["from"]),
        valid_to=date.fromisoformat(made["to"]) if "to" in made else None,
        status=Status(made["status"]),
        ground=Ground(made["ground"]),
        uses_kt1=made["kt1"] == 1,
        **{name: made.get(name, "") for name in _TEXTS},
    )
