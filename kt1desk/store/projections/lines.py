"""Lines of lists: which of them have been accepted, so that the same file brought again accepts nothing twice."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, insert, select

from kt1desk.domain.canonical import Json
from kt1desk.domain.errors import DeskError
from kt1desk.domain.events import Event
from kt1desk.store.projections import last_words
from kt1desk.store.statements import Connection, Prepared
from kt1desk.store.tables import batch_line

TAKEN_BACK = "taken_back"
_FREE_ALL = Prepared(delete(batch_line).where(batch_line.c.number == bindparam("of_number")))
_TAKEN = Prepared(select(batch_line.c.number).where(batch_line.c.line == bindparam("of_line")))
_TAKE = Prepared(insert(batch_line))
_FREE = Prepared(
    delete(batch_line).where(
        batch_line.c.line == bindparam("of_line"), batch_line.c.number == bindparam("of_number")
    )
)


def accepted(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The line an item or a case was accepted from is taken; most come from none.

    Raises:
        DeskError: ``store.refused`` where it was taken before.
    """
    line = body.get("line", "")
    if line and _TAKEN.one(connection, {"of_line": line}) is not None:
        raise DeskError("store.refused")
    _take(connection, body)


def _take(connection: Connection, body: Mapping[str, Json]) -> None:
    line = body.get("line", "")
    if line:
        _TAKE.run(connection, {"line": line, "number": body.get("item") or body["dossier"]})


def accepted_near(connection: Connection, _event: Event, body: Mapping[str, Json]) -> None:
    """The same of an acceptance at another desk of the point, which may have been taken back before it was heard of."""
    number = str(body.get("item") or body["dossier"])
    if last_words.of(connection, TAKEN_BACK, number) is None:
        _take(connection, body)


def freed_near(connection: Connection, event: Event, body: Mapping[str, Json]) -> None:
    """Another desk of the point took its acceptance back: by the number, for the acceptance may not have come yet."""
    number = str(body.get("dossier") or body["item"])
    last_words.is_last(connection, event, TAKEN_BACK, number)
    _FREE_ALL.run(connection, {"of_number": number})


def freed(connection: Connection, acceptance: Mapping[str, Json]) -> None:
    """The acceptance with this body was taken back: its line may be brought again."""
    line = acceptance.get("line", "")
    if line:
        number = acceptance.get("item") or acceptance["dossier"]
        _FREE.run(connection, {"of_line": line, "of_number": number})
