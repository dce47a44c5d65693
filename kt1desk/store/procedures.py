"""Versions of procedures as rows: written once, read one at a time, each as JSON.

What a source does not say is left out of the JSON and comes back as None or "". This module must not know where procedures come from.
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
from kt1desk.domain.procedure import Channel, ChannelRule, DurationUnit, ListedPaper, Procedure
from kt1desk.store import search
from kt1desk.store.local_tables import procedure as table
from kt1desk.store.statements import Connection, Prepared

MAX_BYTES = 262_144
"""The longest published list met so far takes a third of it."""

_ADD = Prepared(insert(table))
_SAME_DAY = Prepared(
    select(table.c.value).where(table.c.code == bindparam("of_code"), table.c.valid_from == bindparam("day"))
)
_UP_TO = Prepared(
    select(table.c.value)
    .where(table.c.code == bindparam("of_code"), table.c.valid_from <= bindparam("day"))
    .order_by(table.c.valid_from.desc())
)
_NEWEST = Prepared(
    select(table.c.value).where(table.c.code == bindparam("of_code")).order_by(table.c.valid_from.desc())
)


def in_force(connection: Connection, code: str, on: date) -> Procedure | None:
    """The version in force on a day: of those that began by then the youngest that has not ended."""
    rows = _UP_TO.all(connection, {"of_code": code, "day": on.isoformat()})
    versions = (decode(value) for (value,) in rows)
    return next((version for version in versions if version.holds(on)), None)


def put(connection: Connection, rows: Sequence[Procedure]) -> int:
    """Add the versions that are not there yet, and let each be found; returns how many were new.

    Raises:
        DeskError: ``import.version_differs`` with ``procedure`` and ``version``; ``canonical.*`` for a text that has no canonical form.
    """
    new: list[str] = []
    for row in rows:
        value = encode(row)
        key = {"of_code": row.code, "day": row.version}
        there = _SAME_DAY.one(connection, key)
        if there is None:
            _ADD.run(connection, {"code": row.code, "valid_from": row.version, "value": value})
            new.append(row.code)
        elif there[0] != value:
            raise DeskError("import.version_differs", "procedure", procedure=row.code, version=row.version)
    search.put_procedures(connection, [_doc(connection, code) for code in dict.fromkeys(new)])
    return len(new)


def encode(row: Procedure) -> str:
    """One form for one version: two imports of the same contents are equal, text for text."""
    made = _kept(
        {
            "authorities": row.authorities,
            "channels": [_channel(rule) for rule in row.channels],
            "code": row.code,
            "decision": row.decision,
            "field": row.field,
            "from": row.valid_from.isoformat(),
            "level": row.level,
            "name": row.name,
            "papers": [_paper(paper) for paper in row.papers],
            "return": _yes_or_no(row.may_return),
            "send": _yes_or_no(row.may_send),
            "source": row.source,
            "status": row.status.value,
            "to": row.valid_to.isoformat() if row.valid_to else "",
        }
    )
    return canonical.encode(made, MAX_BYTES).decode()


def decode(value: str) -> Procedure:
    """Read `encode` back."""
    made: Mapping[str, Any] = json.loads(value)
    return Procedure(
        valid_from=date.fromisoformat(made["from"]),
        valid_to=date.fromisoformat(made["to"]) if "to" in made else None,
        source=made.get("source", ""),
        status=Status(made["status"]),
        code=made["code"],
        name=made.get("name", ""),
        field=made.get("field", ""),
        level=made.get("level", ""),
        authorities=tuple(made.get("authorities", ())),
        papers=tuple(map(_read_paper, made.get("papers", ()))),
        channels=tuple(map(_read_channel, made.get("channels", ()))),
        may_send=_known(made.get("send", "")),
        may_return=_known(made.get("return", "")),
        decision=made.get("decision", ""),
    )


def _channel(rule: ChannelRule) -> Mapping[str, Json]:
    figures = {"duration": rule.duration, "fee": rule.fee_dong}
    return _kept(
        {
            "channel": rule.channel.value,
            "note": rule.note,
            "unit": rule.unit.value if rule.unit else "",
        }
    ) | {name: figure for name, figure in figures.items() if figure is not None}


def _read_channel(made: Mapping[str, Any]) -> ChannelRule:
    return ChannelRule(
        Channel(made["channel"]),
        made.get("duration"),
        DurationUnit(made["unit"]) if "unit" in made else None,
        made.get("fee"),
        made.get("note", ""),
    )


def _paper(paper: ListedPaper) -> Mapping[str, Json]:
    return _kept(
        {
            "certified": _yes_or_no(paper.certified),
            "copies": paper.copies,
            "group": paper.group,
            "key": paper.key,
            "name": paper.name,
            "originals": paper.originals,
        }
    )


def _read_paper(made: Mapping[str, Any]) -> ListedPaper:
    return ListedPaper(
        made.get("key", ""),
        made.get("name", ""),
        made.get("group", ""),
        made.get("originals", 0),
        made.get("copies", 0),
        _known(made.get("certified", "")),
    )


def _kept(fields: Mapping[str, Json]) -> dict[str, Json]:
    """Nothing that is nothing."""
    return {name: value for name, value in fields.items() if value}


def _yes_or_no(known: bool | None) -> str:
    return {None: "", True: "yes", False: "no"}[known]


def _known(written: str) -> bool | None:
    return {"yes": True, "no": False}.get(written)


def _doc(connection: Connection, code: str) -> search.ReferenceDoc:
    """As its youngest version is found: by code, name and field."""
    row = _NEWEST.one(connection, {"of_code": code})
    if row is None:
        raise DeskError("store.failed", name="procedure")
    newest = decode(row[0])
    digits = "".join(filter(str.isdigit, code))
    return search.ReferenceDoc(
        search.PROCEDURE, code, newest.name, newest.field, code, f"{digits} {newest.field}"
    )
