"""Lines of lists: which of them have been accepted, so that the same file brought again accepts nothing twice."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, insert

from kt1desk.domain.canonical import Json
from kt1desk.domain.events import Event
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import batch_line

_TAKE = Prepared(insert(batch_line))
_FREE = Prepared(
    delete(batch_line).where(
        batch_line.c.line == bindparam("of_line"), batch_line.c.number == bindparam("of_number")
    )
)


def accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The line an item or a case was accepted from is taken; most come from none."""
    line = body.get("line", "")
    if line:
        _TAKE.run(connection, {"line": line, "number": body.get("item") or body["dossier"]})


def freed(connection: Connection, acceptance: Mapping[str, Json]) -> None:
    """The acceptance with this body was taken back: its line may be brought again."""
    line = acceptance.get("line", "")
    if line:
        number = acceptance.get("item") or acceptance["dossier"]
        _FREE.run(connection, {"of_line": line, "of_number": number})
